"""What a letter carries: documents, their files, and what the person is asked to do.

Several files in one document are variants of the same content (text, HTML, PDF).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailbox_store.model.document_tree import DocumentTree


class DocumentType(StrEnum):
    """The national API's documentType. A technical document is never shown to people."""

    MAIN = "MAIN"
    ADDITIONAL = "ADDITIONAL"
    TECHNICAL = "TECHNICAL"


class Reading(StrEnum):
    """How the text of a document came about, or why there is none."""

    WAITING = "WAITING"  # its files are still to be read
    READ = "READ"
    NO_TEXT = "NO_TEXT"  # a picture without text
    ENCRYPTED = "ENCRYPTED"  # needs a password
    UNKNOWN_TYPE = "UNKNOWN_TYPE"  # no reader for this kind of file
    UNREADABLE = "UNREADABLE"  # damaged, or too large to read


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One variant of a document, as stored: its bytes lie in the store under their sha256."""

    name: str  # made safe for any file system
    media_type: str  # told by the bytes
    declared_type: str  # what the sender said
    language: str
    size: int  # bytes
    sha256: str  # hex


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document of a letter with its variants and the text read from the best of them."""

    type: DocumentType
    label: str
    files: tuple[File, ...]
    reading: Reading
    text: str = ""
    pages: int | None = None  # of a paged file, when known
    tree: DocumentTree | None = None  # None: only text, or nothing yet


class ActionStatus(StrEnum):
    """The national API's actionStatus."""

    RECEIVED = "RECEIVED"
    STARTED = "STARTED"
    COMPLETED = "COMPLETED"
    FAILED_WITH_ERROR = "FAILED_WITH_ERROR"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation:
    """An appointment in an action. The end may lie before the start: real letters do that."""

    uuid: str
    description: str
    abstract: str
    location: str
    start: datetime
    end: datetime
    organizer_mail: str = ""
    organizer_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What a document asks the person to do: pay, sign, come, ... `code` is MeMo's actionCode."""

    label: str
    code: str
    start: datetime | None = None
    end: datetime | None = None
    url: str = ""
    reservation: Reservation | None = None
    status: ActionStatus = ActionStatus.RECEIVED
