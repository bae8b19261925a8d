"""What the bot says to whoever runs it: a trouble is told once, and its end."""

import sys
from collections.abc import Callable

from accessibility.wording import Say


def tell(line: str) -> None:
    """Write one line to stderr."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


class Troubles:
    """Tells of a trouble that lasts when it begins, and when it is over."""

    def __init__(self, say: Say, write: Callable[[str], None] = tell) -> None:
        """Take the language of whoever runs the bot."""
        self.say = say
        self._write = write
        self._told = ""

    def tell(self, sentence: str) -> None:
        """Say what is wrong, unless it was the last thing said."""
        if sentence != self._told:
            self._told = sentence
            self._write(sentence)

    def is_over(self) -> None:
        """Say that all is well, if something was wrong."""
        if self._told:
            self._told = ""
            self._write(self.say("Telegram answers again."))
