"""A chat that may be told of a mailbox's letters: whose it is, and how much may be told there."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import NamedTuple, NewType

from mailbox_store.model.letter import MailboxId

ChatKey = NewType("ChatKey", int)  # counts inside one mailbox: what `brevdue chats accept 2` names

DELETE_AFTER = 15  # minutes that a letter's text stays in a chat, where nobody chose otherwise
SHORTEST_STAY, LONGEST_STAY = 5, 60  # minutes
REMINDERS = (3, 1)  # days before something falls due


class Level(IntEnum):
    """How much leaves the mailbox. Raised only in the terminal, lowered anywhere."""

    OFF = 0
    NOTIFY = 1  # that there are letters: no sender, no subject, no name
    SUMMARY = 2  # sender, date and deadline; letters marked sensitive stay at level 1
    TEXT = 3  # a letter's text on request, behind the PIN
    VOICE = 4  # speech and files too


class ChatState(StrEnum):
    """How far a chat has come."""

    ASKING = "ASKING"  # it had a code; the terminal has not accepted it
    LINKED = "LINKED"
    UNLINKED = "UNLINKED"
    BLOCKED = "BLOCKED"  # the person blocked the bot: nothing can be sent there


class Address(NamedTuple):
    """Where a chat is reached: the channel ("telegram", "console") and its name for the chat."""

    channel: str
    number: str


class QuietHours(NamedTuple):
    """When no notice is sent: minutes after midnight in Danish time; may run over midnight."""

    begins: int
    ends: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """One chat's link to one mailbox."""

    key: ChatKey
    mailbox: MailboxId
    address: Address
    name: str  # as the chat calls itself: somebody else's words
    state: ChatState
    level: Level
    language: str  # "" where none was chosen
    delete_after: int  # minutes
    quiet: QuietHours | None
    has_notices: bool
    reminders: tuple[int, ...]  # days before
    asked: datetime
    linked: datetime | None

    @property
    def actor(self) -> str:
        """How the audit log names it: without its number or name."""
        return f"CHAT:{self.address.channel}:{self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a chat shows to be linked, until it runs out: one of the two, once."""

    code: str  # to be typed
    token: str  # for a link
    until: datetime
