"""What is spoken: one sentence, in words that a voice pronounces as they stand."""

from dataclasses import dataclass

MOST_PAUSE = 10.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with its language (BCP 47) and the silence after it, in seconds.

    Numbers, dates and abbreviations are words already: nothing here changes the text, but that
    control characters become blanks, as some are commands to a speech engine.
    """

    text: str
    language: str
    pause: float = 0.0

    def __post_init__(self) -> None:
        """Raise `ValueError` for a pause that no letter asks for."""
        if not 0 <= self.pause <= MOST_PAUSE:
            msg = "a pause is between 0 and 10 seconds"
            raise ValueError(msg)


def speakable(text: str) -> str:
    """Give a text without control characters: NUL ends it for espeak-ng, 0x01 is a command."""
    return "".join(_plain(character) for character in text).strip()


def _plain(character: str) -> str:
    code = ord(character)
    is_control = code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000
    return " " if is_control else character
