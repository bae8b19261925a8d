"""What every engine of ours does, and the errors it raises: text becomes PCM, piece by piece."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

# Takes 16-bit mono PCM in the machine's byte order; False says that no more of it is wanted.
Write = Callable[[bytes], bool]
# Told before the sound of a word is written: where it begins in the text, and its length.
BeganWord = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalledVoice:
    """A voice that an engine has; `identifier` is what `set_voice` takes."""

    identifier: str
    name: str
    languages: tuple[str, ...]


class Synthesiser(Protocol):
    """An engine: used from one thread, which `speak` holds until all is written."""

    sample_rate: int  # samples a second; 0 where the engine plays by itself

    def speak(self, text: str, write: Write, began_word: BeganWord) -> bool:
        """Speak a text; False when `write` wanted no more. Raises `SpeechTrouble`.

        An engine that plays by itself writes empty pieces while it plays, to learn when to stop.
        """

    def set_voice(self, voice: str) -> None:
        """Speak with a voice from now on. Raises `SpeechTrouble` if there is no such voice."""

    def set_rate(self, words_a_minute: int) -> None:
        """Speak so fast from now on."""

    def set_volume(self, percent: int) -> None:
        """Speak so loudly from now on."""

    def voices(self) -> list[InstalledVoice]:
        """List what can be chosen."""

    def close(self) -> None:
        """Let go of processes and connections."""
