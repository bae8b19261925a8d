"""A message becomes a letter: who, when, what, and every file it came with."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mailbox_store.model.arriving import ArrivingLetter
from mailbox_store.model.document import DocumentType, Reading
from mailbox_store.model.letter import MessageType, Origin
from mailbox_store.model.party import IdType, Party
from mailbox_store.model.warned import Warned
from post_office.memo.as_letter import letter_from_memo
from post_office.memo.content import CaseID, ContentData
from post_office.memo.message import (
    Action,
    Body,
    Document,
    File,
    ForwardData,
    MemoType,
    Message,
    ReplyData,
    Reservation,
)
from post_office.memo.parties import Recipient, Sender
from post_office.memo.told_types import are_same_type
from tests.post_office.memo.memo_messages import LETTER, SMALL, UUID

_NOON = datetime(2024, 5, 3, 12, tzinfo=UTC)
_RECEIVED = datetime(2024, 5, 4, 8, tzinfo=UTC)
_FIRST = "5a3cf1a2-4b8e-4d0c-9a6f-1d2e3f405162"
_SECOND = "6b4df2b3-5c9f-4e1d-8b70-2e3f40516273"


def _letter(message: Message) -> ArrivingLetter:
    return letter_from_memo(message, b"raw bytes", origin=Origin.IMPORT, received=_RECEIVED)


def _with_header(**changes: object) -> ArrivingLetter:
    return _letter(replace(SMALL, header=replace(SMALL.header, **changes)))  # type: ignore[arg-type] # fields


def _with_documents(*documents: Document) -> ArrivingLetter:
    return _letter(replace(SMALL, body=Body(created=_NOON, documents=documents)))


def test_a_small_message_becomes_a_letter() -> None:
    letter = _letter(SMALL)
    assert letter.uuid == UUID
    assert letter.fingerprint == hashlib.sha256(b"raw bytes").hexdigest()
    assert (letter.original, letter.original_type) == (b"raw bytes", "application/memo+xml")
    assert letter.origin is Origin.IMPORT
    assert letter.sender == Party(id_type=IdType.CVR, number="29189846", name="Strandby Kommune")
    assert letter.recipient == Party(id_type=IdType.CPR, number="0101800000")
    assert (letter.subject, letter.sent, letter.received) == ("Opkrævning", _NOON, _RECEIVED)
    assert letter.type is MessageType.REGULAR
    (document,) = letter.documents
    assert document.type is DocumentType.MAIN
    assert document.reading is Reading.WAITING
    (file,) = document.files
    assert (file.name, file.content, file.language) == ("brev.txt", LETTER.content, "da")
    assert (file.media_type, file.declared_type) == ("text/plain", "text/plain")
    assert letter.warnings == ()


def test_numbers_types_and_names_are_written_one_way() -> None:
    letter = _with_header(
        uuid=UUID.upper(),
        label="\n  Svar\n på  ansøgning ",
        sender=Sender(id=" 2918 9846", id_type="cvr ", label=" Strandby\nKommune"),
        recipient=Recipient(id="010180-0000", id_type="Cpr"),
    )
    assert letter.uuid == UUID
    assert letter.subject == "Svar på ansøgning"
    assert letter.sender == Party(id_type=IdType.CVR, number="29189846", name="Strandby Kommune")
    assert letter.recipient == Party(id_type=IdType.CPR, number="0101800000")


@pytest.mark.parametrize(
    ("legal", "mandatory", "expected"),
    [
        (True, True, MessageType.LEGAL_NOTIFICATION),
        (True, False, MessageType.LEGAL_NOTIFICATION),
        (False, True, MessageType.MANDATORY),
        (False, False, MessageType.REGULAR),
    ],
)
def test_a_legal_notification_outranks_mandatory(
    legal: bool,
    mandatory: bool,
    expected: MessageType,
) -> None:
    assert _with_header(is_legal_notification=legal, is_mandatory=mandatory).type is expected


def test_a_text_message_without_a_body_is_its_notification() -> None:
    header = replace(SMALL.header, type=MemoType.NEMSMS, notification="Husk tandlægen kl. 9.")
    letter = _letter(replace(SMALL, header=header, body=None))
    (document,) = letter.documents
    assert (document.type, document.files) == (DocumentType.MAIN, ())
    assert (document.reading, document.text) == (Reading.READ, "Husk tandlægen kl. 9.")
    assert letter.notification == "Husk tandlægen kl. 9."
    assert letter.sent is None


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        (date(2024, 7, 1), datetime(2024, 6, 30, 22, tzinfo=UTC)),
        (date(2024, 12, 1), datetime(2024, 11, 30, 23, tzinfo=UTC)),
    ],
)
def test_a_letter_is_held_until_midnight_in_denmark(day: date, moment: datetime) -> None:
    letter = _with_header(hold_until=day, reply_by=_NOON, may_reply=True)
    assert letter.hold_until == moment
    assert (letter.reply_by, letter.may_reply) == (_NOON, True)


def test_the_thread_is_every_other_uuid_once() -> None:
    letter = _with_header(
        replies=(ReplyData(uuid=UUID), ReplyData(uuid=_FIRST.upper(), reply_uuid=UUID)),
        forwarded=ForwardData(uuid=_SECOND, original_sent=_NOON, original_sender="Anden"),
    )
    assert letter.related == (_FIRST, _SECOND)


def test_the_case_is_the_letters_own_before_that_of_a_reply() -> None:
    replies = (ReplyData(uuid=_FIRST), ReplyData(uuid=_SECOND, case_id="2024-17"))
    content = ContentData(case=CaseID(id="2024-99", system="Sagsys"))
    assert _with_header(replies=replies).case_id == "2024-17"
    assert _with_header(replies=replies, content=content).case_id == "2024-99"
    assert _letter(SMALL).case_id == ""


def test_main_documents_come_first_and_technical_ones_are_kept_unread() -> None:
    letter = _with_documents(
        Document(files=(LETTER,), type=DocumentType.TECHNICAL),
        Document(files=(LETTER,), type=DocumentType.ADDITIONAL, label="Bilag"),
        Document(files=(LETTER,)),
    )
    assert [d.type for d in letter.documents] == [*DocumentType]
    assert [d.label for d in letter.documents] == ["", "Bilag", ""]
    assert letter.documents[2].reading is Reading.NO_TEXT
    assert letter.documents[2].files[0].content == LETTER.content


def test_a_lying_type_is_told_and_the_bytes_are_believed() -> None:
    letter = _with_documents(
        Document(
            files=(File(name="a/b.pdf", content=b"Kun en test", media_type="application/pdf"),)
        )
    )
    (file,) = letter.documents[0].files
    assert (file.media_type, file.declared_type) == ("text/plain", "application/pdf")
    assert letter.warnings[0] == Warned(
        code="type-differs", detail=f"{file.name}: application/pdf, but text/plain"
    )
    assert "/" not in file.name


@pytest.mark.parametrize(
    ("declared", "told", "same"),
    [
        ("text/plain; charset=UTF-8", "text/plain", True),
        ("Application/PDF", "application/pdf", True),
        ("text/csv", "text/plain", True),
        ("text/xml", "application/xml", True),
        ("application/msword", "application/x-ole-storage", True),
        ("audio/mpeg", "application/octet-stream", True),
        ("", "image/png", True),
        ("text/html", "text/plain", False),
        ("application/pdf", "application/octet-stream", False),
        ("image/png", "application/octet-stream", False),
        ("text/plain", "application/x-ole-storage", False),
        ("application/msword", "text/plain", False),
    ],
)
def test_two_names_of_one_type_are_no_lie(declared: str, told: str, same: bool) -> None:
    assert are_same_type(declared, told) is same


def test_an_empty_file_and_a_document_without_files_are_kept() -> None:
    letter = _with_documents(
        Document(files=(File(name="", content=b"", media_type="application/pdf"),)),
        Document(files=(), type=DocumentType.ADDITIONAL),
    )
    assert letter.documents[0].files[0].content == b""
    assert letter.documents[0].files[0].name
    assert letter.documents[1].reading is Reading.UNREADABLE
    assert "type-differs" not in [warned.code for warned in letter.warnings]


def _action_of(action: Action) -> ArrivingLetter:
    return _with_documents(Document(files=(LETTER,), actions=(action,)))


def test_what_the_person_is_asked_to_do_comes_along() -> None:
    letter = _action_of(Action(label="Betal", code="UKENDT", end=_NOON, url="https://a.example/1"))
    (action,) = letter.actions
    assert (action.label, action.code, action.url) == ("Betal", "UKENDT", "https://a.example/1")
    assert (action.start, action.end) == (None, _NOON)


def _meeting(*, start: datetime | None, end: datetime | None) -> Reservation:
    return Reservation(
        uuid=_FIRST, description="Samtale", abstract="", location="Lokale 2", start=start, end=end
    )


def test_an_appointment_keeps_its_times_even_backwards() -> None:
    meeting = _meeting(start=_RECEIVED, end=_NOON)
    (action,) = _action_of(Action(label="Kom", code="AFTALE", reservation=meeting)).actions
    assert action.reservation is not None
    assert (action.reservation.start, action.reservation.end) == (_RECEIVED, _NOON)
    assert action.reservation.location == "Lokale 2"


def test_an_appointment_without_times_borrows_them_or_is_told() -> None:
    meeting = _meeting(start=None, end=None)
    lent = _action_of(Action(label="Kom", code="AFTALE", start=_NOON, reservation=meeting))
    assert lent.actions[0].reservation is not None
    assert lent.actions[0].reservation.start == lent.actions[0].reservation.end == _NOON
    lost = _action_of(Action(label="Kom", code="AFTALE", reservation=meeting))
    assert lost.actions[0].reservation is None
    assert Warned(code="appointment-without-time", detail="Samtale, Lokale 2") in lost.warnings


def test_the_readers_warnings_come_first() -> None:
    doubt = Warned(code="cvr-checksum", detail="12345678")
    assert _letter(replace(SMALL, warnings=(doubt,))).warnings[0] == doubt
