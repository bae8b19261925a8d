"""What happens to a sitting, in the order it happened: one queue for keys, news and sizes.

Keys are answered one after the other, each with what the one before it left on the screen; so what
is typed ahead on a slow line does what it would have done typed slowly.
"""

from typing import NamedTuple

from mailbox_store.model.letter import LetterId, MailboxId
from mailbox_tui.voice import Heard


class Press(NamedTuple):
    """A key, named as Textual names it, and the character it makes, if any."""

    key: str
    character: str | None = None


class Paste(NamedTuple):
    """Words pasted in one piece."""

    text: str


class Resized(NamedTuple):
    """The window has another size."""


class News(NamedTuple):
    """A letter came into a mailbox, in this process or another."""

    mailbox: MailboxId
    letter: LetterId


class Aside(NamedTuple):
    """Something is to be told that has come up while a letter was read aloud."""

    text: str


Event = Press | Paste | Resized | News | Heard | Aside
