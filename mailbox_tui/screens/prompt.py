"""The line where words are typed: after a colon, a slash, or a question."""

from dataclasses import dataclass

from accessibility.plain_lines import display_width
from accessibility.plain_text import one_line
from mailbox_tui.screens.events import Paste, Press

GIVES_UP = ("escape", "ctrl+c", "ctrl+g")
MOST = 2000  # characters; more is no command


@dataclass(slots=True)
class Prompt:
    """What stands before the words, the words so far, and where the next one goes in."""

    mark: str
    text: str = ""
    at: int = 0
    is_ended: bool = False
    is_given_up: bool = False
    is_hidden: bool = False  # what is typed is shown nowhere
    is_full: bool = False  # and so what was typed last is not in it

    def take(self, event: Press | Paste) -> None:
        """Take one key, or words pasted in one piece."""
        if isinstance(event, Paste):
            self._insert(one_line(event.text))  # line ends in it never end the line
            return
        character = event.character
        match event.key:
            case "enter":
                self.is_ended = True
            case key if key in GIVES_UP:
                self.is_ended = self.is_given_up = True
            case "backspace" | "ctrl+h":
                if not self.text:  # as in other programs: erasing the mark gives up
                    self.is_ended = self.is_given_up = True
                self._cut(max(self.at - 1, 0), self.at)
            case "delete" | "ctrl+d":
                self._cut(self.at, self.at + 1)
            case "ctrl+u":
                self._cut(0, self.at)
            case "ctrl+k":
                self._cut(self.at, len(self.text))
            case "ctrl+w":
                self._cut(self._word_before(), self.at)
            case "left" | "ctrl+b":
                self.at = max(self.at - 1, 0)
            case "right" | "ctrl+f":
                self.at = min(self.at + 1, len(self.text))
            case "home" | "ctrl+a":
                self.at = 0
            case "end" | "ctrl+e":
                self.at = len(self.text)
            case _ if character is not None and character.isprintable():
                self._insert(character)

    def _insert(self, words: str) -> None:
        fitting = words[: MOST - len(self.text)]
        self.is_full = len(fitting) < len(words)
        self.text = self.text[: self.at] + fitting + self.text[self.at :]
        self.at += len(fitting)

    def shown(self, width: int) -> tuple[str, int]:
        """Give what fits of it, and the column of the cursor."""
        if self.is_hidden:
            return self.mark.rstrip(), display_width(self.mark)
        width = max(width, 1)
        before = self.mark + self.text[: self.at]
        start = 0
        while display_width(before[start:]) >= width:
            start += 1
        whole = self.mark + self.text
        end = len(whole)
        while display_width(whole[start:end]) > width:
            end -= 1
        return whole[start:end], display_width(before[start:])

    def _cut(self, start: int, end: int) -> None:
        self.text = self.text[:start] + self.text[end:]
        self.at = start if self.at > start else self.at

    def _word_before(self) -> int:
        kept = self.text[: self.at].rstrip()
        return kept.rfind(" ") + 1
