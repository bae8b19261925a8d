"""One demonstration letter: what is written, what became of it, and the MeMo message it makes."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from mailbox_store.model.document import DocumentType
from post_office.demo.ids import uuid_of
from post_office.demo.offices import ALMA, Office
from post_office.memo.content import CaseID, ContentData
from post_office.memo.message import (
    Action,
    Body,
    Document,
    File,
    Header,
    MemoType,
    Message,
    ReplyData,
    Reservation,
)
from post_office.memo.parties import ContactPoint, Recipient, Sender


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What Alma did with a letter after it came."""

    read: bool = False
    flagged: bool = False
    archived: bool = False
    binned: bool = False
    folder: str = ""  # a folder of her own
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter of an office. `name` is ours: its ids are made of it."""

    name: str
    office: Office
    subject: str
    received: datetime
    documents: tuple[Document, ...] = ()
    sms: str = ""  # the whole text of a NemSMS
    desk: str = ""
    case: str = ""
    may_reply: bool = False
    reply_by: datetime | None = None
    hold_until: date | None = None
    is_mandatory: bool = False
    is_legal_notification: bool = False
    replies: tuple[ReplyData, ...] = ()
    kept: Kept = Kept()

    @property
    def uuid(self) -> str:
        """The message's uuid."""
        return uuid_of(self.name)

    @property
    def message(self) -> Message:
        """The letter as a MeMo message to Alma Demo."""
        header = Header(
            uuid=self.uuid,
            label=self.subject,
            sender=self._sender(),
            recipient=Recipient(id=ALMA.number, id_type="CPR", label=ALMA.name),
            type=MemoType.NEMSMS if self.sms else MemoType.DIGITALPOST,
            notification=self.sms,
            may_reply=self.may_reply,
            reply_by=self.reply_by,
            hold_until=self.hold_until,
            is_mandatory=self.is_mandatory,
            is_legal_notification=self.is_legal_notification,
            content=ContentData(case=CaseID(id=self.case, system="Sag")) if self.case else None,
            replies=self.replies,
        )
        body = None if self.sms else Body(created=self.received, documents=self.documents)
        return Message(header=header, body=body)

    def _sender(self) -> Sender:
        point = ContactPoint(id=uuid_of(f"desk {self.desk}"), label=self.desk)
        return Sender(
            id=self.office.cvr,
            id_type="CVR",
            label=self.office.name,
            contact_point=point if self.desk else None,
        )


def main(*files: File, label: str = "", actions: tuple[Action, ...] = ()) -> Document:
    """Make the document that is the letter itself; its files are variants."""
    return Document(files=files, label=label, actions=actions)


def enclosed(*files: File, label: str) -> Document:
    """Make an enclosure."""
    return replace(main(*files, label=label), type=DocumentType.ADDITIONAL)


def link(code: str, label: str, url: str, *, until: datetime | None = None) -> Action:
    """Make an action that leads to a web page: BETALING, SELVBETJENING, ..."""
    return Action(label=label, code=code, end=until, url=url)


def appointment(
    label: str, *, start: datetime, end: datetime, place: str, what: str, host: str = ""
) -> Action:
    """Make an action that asks the person to come (AFTALE)."""
    reservation = Reservation(
        uuid=uuid_of(f"appointment {label} {place}"),
        description=what,
        abstract=label,
        location=place,
        start=start,
        end=end,
        organizer_name=host,
    )
    return Action(label=label, code="AFTALE", start=start, end=end, reservation=reservation)


def continues(earlier: str, later: str) -> ReplyData:
    """Make one link of a thread between two letters, each known by its name."""
    return ReplyData(uuid=uuid_of(earlier), reply_uuid=uuid_of(later))
