"""One whole MeMo message as frozen values: header, body, documents, files, actions.

An absent text is "" and an absent time is None. Times and groups which the schema demands may
be missing in a message that was read (`Message.warnings` says so); the writer refuses them.
Neighbours: parties.py (sender, recipient), content.py (what it is about), shape.py (the order).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mailbox_store.model.document import DocumentType
from mailbox_store.model.warned import Warned
from post_office.memo.content import ContentData
from post_office.memo.parties import Recipient, Sender


class MemoType(StrEnum):
    """A letter, or a text message without a body."""

    DIGITALPOST = "DIGITALPOST"
    NEMSMS = "NEMSMS"


@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardData:
    """Which message this one passes on."""

    uuid: str
    original_sent: datetime | None
    original_sender: str
    original_content_responsible: str = ""
    original_representative: str = ""  # MeMo 1.2 only
    contact_point_id: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdditionalReplyData:
    """A label and a value that must come back in a reply."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyData:
    """One link of the thread: `uuid` is the earlier message, `reply_uuid` the later one."""

    uuid: str
    message_id: str = ""
    reply_uuid: str = ""
    sender_id: str = ""
    recipient_id: str = ""
    case_id: str = ""
    contact_point_id: str = ""
    generating_system_id: str = ""
    comment: str = ""
    additional: tuple[AdditionalReplyData, ...] = ()  # at most four


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """All about a message but its documents. `label` is the subject."""

    uuid: str
    label: str
    sender: Sender
    recipient: Recipient
    type: MemoType = MemoType.DIGITALPOST
    id: str = ""
    code: str = ""
    notification: str = ""  # for NEMSMS the whole message
    additional_notification: str = ""
    may_reply: bool = False
    reply_by: datetime | None = None
    hold_until: date | None = None
    is_mandatory: bool = False
    is_legal_notification: bool = False
    post_type: str = ""
    content: ContentData | None = None
    forwarded: ForwardData | None = None
    replies: tuple[ReplyData, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One variant of a document: its bytes, and what the sender says they are."""

    name: str
    content: bytes
    media_type: str = "text/plain"
    language: str = "da"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation:
    """An appointment inside an action."""

    uuid: str
    description: str
    abstract: str
    location: str
    start: datetime | None
    end: datetime | None
    organizer_mail: str = ""
    organizer_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What a document asks the person to do; has a `url` or a reservation, never both.

    Known codes: AFTALE (with a reservation), BETALING, SELVBETJENING, INFORMATION, UNDERSKRIV,
    BEKRAEFT, FORBEREDELSE, TILMELDING (with a url).
    """

    label: str
    code: str
    start: datetime | None = None
    end: datetime | None = None
    url: str = ""
    reservation: Reservation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document; several files are variants of the same content. TECHNICAL has no actions."""

    files: tuple[File, ...]
    type: DocumentType = DocumentType.MAIN
    id: str = ""
    label: str = ""
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """When the letter was made, and its documents: one MAIN, any ADDITIONAL and TECHNICAL."""

    created: datetime | None
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A MeMo message. `version` and `warnings` are set by the reader; the writer ignores them."""

    header: Header
    body: Body | None = None
    version: str = "1.2"
    warnings: tuple[Warned, ...] = ()
