"""A letter: as a line in a list, and whole.

`LetterSummary` is a named tuple because a list of fifty is made in one go on the path that a
person waits for; everything else is a frozen dataclass.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import NamedTuple, NewType

from mailbox_store.model.document import Action, Document
from mailbox_store.model.folder import FolderType
from mailbox_store.model.party import IdType, Party
from mailbox_store.model.warned import Warned

LetterId = NewType("LetterId", int)  # counts from 1 inside one mailbox: tells nothing of others
MailboxId = NewType("MailboxId", int)
ThreadId = NewType("ThreadId", int)


class MessageType(StrEnum):
    """The national API's messageType."""

    REGULAR = "REGULAR"
    MANDATORY = "MANDATORY"
    LEGAL_NOTIFICATION = "LEGAL_NOTIFICATION"


class MessageState(StrEnum):
    """The national API's messageState."""

    DRAFT = "DRAFT"
    SENT = "SENT"
    RECEIVED = "RECEIVED"


class Origin(StrEnum):
    """How a letter came: through the operator's post office, or by the person's own hand."""

    POST_OFFICE = "POST_OFFICE"
    IMPORT = "IMPORT"


class LetterSummary(NamedTuple):
    """A letter as a list shows it. Times are milliseconds since 1970 in UTC, or None."""

    id: LetterId
    uuid: str
    sender_name: str
    sender_type: str
    sender_number: str
    sender_verified: int
    subject: str
    received_ms: int
    unread: int
    flagged: int
    reply_by_ms: int | None
    appointment_ms: int | None  # None while a legal notice is unopened
    legal_notice: int
    legally_notified_ms: int | None
    document_count: int
    thread: ThreadId
    conflict: int
    folder_id: int
    folder_type: str
    folder_name: str

    @property
    def sender(self) -> Party:
        """The sender as the letter names it; believe it only when `sender_verified`."""
        return Party(
            id_type=IdType(self.sender_type), number=self.sender_number, name=self.sender_name
        )

    @property
    def received(self) -> datetime:
        """When the letter came into the mailbox."""
        return time_of(self.received_ms)

    @property
    def reply_by(self) -> datetime | None:
        """The deadline the sender set for an answer."""
        return None if self.reply_by_ms is None else time_of(self.reply_by_ms)

    @property
    def appointment(self) -> datetime | None:
        """When the person is asked to come, if so."""
        return None if self.appointment_ms is None else time_of(self.appointment_ms)

    @property
    def folder(self) -> FolderType:
        """The kind of folder the letter lies in."""
        return FolderType(self.folder_type)

    @property
    def is_guarded(self) -> bool:
        """Whether opening still needs a yes: a legal notice not yet accepted."""
        return bool(self.legal_notice) and self.legally_notified_ms is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A whole letter: what the list shows, and all that lies behind it."""

    summary: LetterSummary
    recipient: Party
    type: MessageType
    state: MessageState
    origin: Origin
    sent: datetime | None
    may_reply: bool
    notification: str
    case_id: str
    note: str
    version: int  # counts the changes, so that a later sync can lock optimistically
    documents: tuple[Document, ...]  # technical documents are left out
    actions: tuple[Action, ...]
    warnings: tuple[Warned, ...]
    heard: int = 0  # sentences heard before listening was stopped; 0: none, or all of them

    @property
    def id(self) -> LetterId:
        """The letter's number inside its mailbox."""
        return self.summary.id

    @property
    def main_documents(self) -> tuple[Document, ...]:
        """The documents that are the letter itself, not its enclosures."""
        return tuple(d for d in self.documents if d.type == "MAIN")


class NaiveTime(ValueError):
    """A time without its zone reached the store: a fault in the program, not in a letter."""


def time_of(milliseconds: int) -> datetime:
    """Turn stored milliseconds into an aware time."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def milliseconds_of(moment: datetime) -> int:
    """Turn an aware time into what is stored: whole milliseconds, exact for any year.

    Raises `NaiveTime`.
    """
    if moment.tzinfo is None:
        raise NaiveTime
    since = moment - _EPOCH
    return (since.days * 86_400 + since.seconds) * 1000 + since.microseconds // 1000


def letter_id_text(letter: LetterId) -> str:
    """Write an id as people type it: L12, so that it is never taken for a place in a list."""
    return f"L{letter}"


def letter_id_from(text: str) -> LetterId | None:
    """Read L12 back; None if the text is no id."""
    found = re.fullmatch(r"[Ll]([1-9][0-9]{0,17})", text.strip())
    return LetterId(int(found[1])) if found else None


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
