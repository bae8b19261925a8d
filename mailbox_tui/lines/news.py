"""What came up since the last prompt of line mode: told before the next one, never in between."""

from dataclasses import dataclass, field

from accessibility.wording import Say
from mailbox_store.model.letter import LetterId
from mailbox_tui.voice import Heard


@dataclass(slots=True)
class News:
    """Letters that came and were not told yet, and sentences of the voice and about chats."""

    letters: int = 0
    asides: list[str] = field(default_factory=list)

    def hear_of(self, letter: LetterId) -> None:
        """Count a letter that came."""
        del letter
        self.letters += 1

    def hear(self, heard: Heard) -> None:
        """Print nothing again of what the voice reads."""
        del heard

    def tell_aside(self, text: str, *, is_over: bool) -> None:
        """Keep a sentence until the next prompt."""
        del is_over
        self.asides.append(text)

    def taken(self, say: Say) -> list[str]:
        """Give what is to be told, and have told it."""
        told, self.asides = self.asides, []
        if self.letters:
            told.append(
                say.count("{n} new letter. l lists it.", "{n} new letters. l lists them.",
                          self.letters)
            )  # fmt: skip
            self.letters = 0
        return told
