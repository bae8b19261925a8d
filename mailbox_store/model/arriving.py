"""A letter on its way in: understood, read and routed, but not yet stored.

The post office makes these values, the store takes them in; neither knows the other's insides.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailbox_store.model.document import Action, DocumentType, Reading
from mailbox_store.model.letter import LetterId, MessageState, MessageType, Origin
from mailbox_store.model.party import Party
from mailbox_store.model.warned import Warned


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivingFile:
    """One variant of a document with its bytes."""

    name: str
    media_type: str  # told by the bytes
    declared_type: str
    language: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivingDocument:
    """One document, its variants, and the text already read from the best of them."""

    type: DocumentType
    label: str
    files: tuple[ArrivingFile, ...]
    reading: Reading
    text: str = ""
    pages: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivingLetter:
    """Everything the store needs to keep a letter so that it cannot be lost.

    `fingerprint` is the sha256 (hex) by which a repetition is known; for most letters it is that
    of `original`, for mail it leaves out what a mailbox program adds. `related` are the uuids
    of letters in the same thread, earlier or later.
    """

    uuid: str
    fingerprint: str
    original: bytes
    original_type: str
    origin: Origin
    sender: Party
    recipient: Party
    subject: str
    received: datetime
    sent: datetime | None = None
    type: MessageType = MessageType.REGULAR
    is_mandatory: bool = False  # reaches exempt people too; a legal notice may be mandatory
    state: MessageState = MessageState.RECEIVED
    may_reply: bool = False
    reply_by: datetime | None = None
    hold_until: datetime | None = None
    notification: str = ""
    case_id: str = ""
    related: tuple[str, ...] = ()
    documents: tuple[ArrivingDocument, ...] = ()
    actions: tuple[Action, ...] = ()
    warnings: tuple[Warned, ...] = ()
    unread: bool = True
    flagged: bool = False
    legally_notified: datetime | None = None
    note: str = ""
    folder: tuple[str, ...] = ()  # a path of folder names to lie in; empty: the inbox


class Outcome(StrEnum):
    """What became of an arriving letter."""

    STORED = "STORED"
    STORED_AS_CONFLICT = "STORED_AS_CONFLICT"  # same uuid, other bytes: both are kept
    HELD = "HELD"  # stored, and shown from its date on
    ALREADY_HERE = "ALREADY_HERE"
    DELETED_BEFORE = "DELETED_BEFORE"  # the person deleted it for good; it stays away


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """The store's receipt: given only when the letter is durable on disk."""

    outcome: Outcome
    letter: LetterId | None  # None when it was deleted before
    uuid: str
