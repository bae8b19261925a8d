"""What happens to a sitting, in the order it happened: one queue for keys, news and sizes.

Keys are answered one after the other, each with what the one before it left on the screen; so what
is typed ahead on a slow line does what it would have done typed slowly.
"""

from enum import Enum
from typing import NamedTuple


class Press(NamedTuple):
    """A key, named as Textual names it, and the character it makes, if any."""

    key: str
    character: str | None = None


class Paste(NamedTuple):
    """Words pasted in one piece."""

    text: str


class Notice(Enum):
    """What is no key: the window has another size, a letter came in this or another process."""

    RESIZED = "resized"
    NEWS = "news"


Event = Press | Paste | Notice
