"""What comes from chats and goes to them, as it lies in the store on its way."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from mailbox_store.model.chat import Address
from mailbox_store.model.letter import MailboxId


class Urgency:
    """Whose turn it is among chats; in one chat everything goes in order."""

    ANSWER, DEADLINE, NOTICE = 0, 1, 2


class OutState(StrEnum):
    """How far a row of the outbox has come."""

    PENDING = "PENDING"
    SENDING = "SENDING"
    SENT = "SENT"
    UNKNOWN = "UNKNOWN"  # it may have arrived
    DEAD = "DEAD"  # it cannot be sent


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """Something that happened in a chat; `update` is the channel's JSON of it."""

    id: int
    address: Address
    update: str
    at: datetime
    attempts: int  # this one included


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """Something to be sent to a chat, or done there.

    `dedupe` names what it is: put twice under one name, it is kept once. What is about a mailbox
    names it, and is not sent once the chat is no longer linked to it, or below `level`.
    """

    kind: str
    address: Address
    dedupe: str
    body: str  # JSON
    content: bytes | None = None  # a file, a voice note
    urgency: int = Urgency.ANSWER
    not_before: datetime | None = None
    not_after: datetime | None = None  # when it is true no more, and not sent
    delete_after: timedelta | None = None  # from when it was sent
    mailbox: MailboxId | None = None
    level: int = 0  # of the chat, that it tells something of


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSend(Outgoing):
    """A row of the outbox that somebody is to send now."""

    id: int
    attempts: int  # this one included


class SentMessage(NamedTuple):
    """A message that lies in a chat."""

    address: Address
    message_id: str
