"""What the screens need of whatever shows them."""

from collections.abc import Sequence
from typing import Protocol

from mailbox_tui.looks import Look


class Window(Protocol):
    """A window onto a terminal."""

    def dimensions(self) -> tuple[int, int]:
        """Give columns and rows."""
        ...

    def dress(self, look: Look, theme: str) -> None:
        """Take on a look and a theme."""
        ...

    def paint(self) -> None:
        """Show the sitting as it is now."""
        ...

    def paint_anew(self) -> None:
        """Send the whole screen again, whatever the terminal shows."""
        ...

    def say_again(self, row: int) -> None:
        """Send a row again that looks as before, so that a screen reader says it again."""
        ...

    def copy(self, text: str) -> bool:
        """Hand a text to the terminal's clipboard; False where it is known to have none."""
        ...

    async def run_program(self, words: Sequence[str]) -> int:
        """Give the terminal to another program until it ends; gives its exit code."""
        ...

    def put_aside(self) -> None:
        """Stop the process, as ctrl-Z does, until the shell takes it up again."""
        ...
