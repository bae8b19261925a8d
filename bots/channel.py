"""What the desk asks of a channel, and how a channel says that something could not be sent.

A channel sends one row of the outbox and tells how it went; when it is tried again, and what the
store remembers of it, is the desk's to decide. A channel never sees a letter, only rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from mailbox_store.model.chat import Address
from mailbox_store.model.chat_post import ToSend


class Channel(Protocol):
    """A way to reach chats: Telegram, the console."""

    @property
    def name(self) -> str:
        """The word that addresses and the audit log have for it."""
        ...

    async def send(self, row: ToSend) -> str:
        """Send one row; give the message's id, empty where nothing stays in the chat.

        Raises `SendLater`, `SendUncertain` or `SendFailed`, and nothing else.
        """
        ...

    async def delete(self, address: Address, messages: Sequence[str]) -> None:
        """Delete messages that the channel still lets go of. Raises as `send` does."""
        ...

    async def stop_waiting(self, query: str) -> None:
        """Let a pressed button rest, if it still waits. Raises nothing: it is a courtesy."""
        ...


@dataclass(eq=False)
class SendLater(Exception):
    """It was not sent; trying again is right. `seconds` is how long to wait at the least."""

    seconds: float = 0.0
    is_unreachable: bool = False  # the channel as a whole: the row is not to blame


class SendUncertain(Exception):
    """It may have been sent: the answer was lost."""


@dataclass(eq=False)
class SendFailed(Exception):
    """It cannot be sent, now or later."""

    why: str
    is_blocked: bool = False  # the person does not want messages from us
