"""What is written as MeMo is read back as it was, and the schemas accept it."""

import os
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from mailbox_store.model.document import DocumentType
from post_office.memo.message import Action, Body, Document, File, Header, Message, Reservation
from post_office.memo.parties import ContactInfo, ContactPoint
from post_office.memo.reader import read_memo
from post_office.memo.unwritable import (
    IllegalInXml,
    MissingInMemo,
    TooLongForMemo,
    TooManyForMemo,
    UnwritableMemo,
    WrongFormForMemo,
)
from post_office.memo.writer import write_memo
from tests.post_office.memo.memo_messages import LETTER, SENDER, SMALL, UUID, as_1_1, messages

_SCHEMAS = os.environ.get("BREVDUE_MEMO_SCHEMAS", "")
_rich = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def _without_what_reading_adds(message: Message) -> Message:
    return replace(message, version="1.2", warnings=())


@_rich
@given(messages)
def test_a_1_2_message_is_read_back_as_it_was_written(message: Message) -> None:
    again = read_memo(write_memo(message))
    assert again.version == "1.2"
    assert _without_what_reading_adds(again) == message


@_rich
@given(messages)
def test_a_1_1_message_loses_only_what_1_1_cannot_say(message: Message) -> None:
    again = read_memo(write_memo(message, version="1.1"))
    assert again.version == "1.1"
    assert _without_what_reading_adds(again) == as_1_1(message)


@pytest.mark.skipif(not _SCHEMAS, reason="BREVDUE_MEMO_SCHEMAS names no folder with the schemas")
@pytest.mark.parametrize("version", ["1.1", "1.2"])
@pytest.mark.timeout(120)
def test_the_schema_accepts_what_is_written(version: str) -> None:
    schema = etree.XMLSchema(etree.parse(Path(_SCHEMAS) / version / "MeMo_core.xsd"))

    @_rich
    @given(messages)
    def accepted(message: Message) -> None:
        schema.assertValid(etree.fromstring(write_memo(message, version=version)))

    accepted()


def test_a_careful_message_is_read_without_warnings() -> None:
    for version in ("1.1", "1.2"):
        assert read_memo(write_memo(SMALL, version=version)).warnings == ()


def test_strict_receivers_find_the_prefix_the_namespaces_and_the_version() -> None:
    root = write_memo(SMALL, version="1.1").split(b"<memo:MessageHeader>")[0].decode()
    assert root.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<memo:Message ')
    assert 'xmlns:memo="https://DigitalPost.dk/MeMo-1"' in root
    assert 'memoVersion="1.1" memoSchVersion="1.1.0"' in root
    assert "memoSchVersion" not in write_memo(SMALL).decode()


def test_1_1_says_whether_it_is_mandatory_and_1_2_only_when_it_is() -> None:
    old, new = (write_memo(SMALL, version=version).decode() for version in ("1.1", "1.2"))
    assert "<memo:mandatory>false</memo:mandatory><memo:legalNotification>false</" in old
    assert "mandatory" not in new
    assert "legalNotification" not in new


def test_uuids_are_written_in_lower_case_and_times_in_utc() -> None:
    noon_in_summer = datetime(2024, 7, 1, 12, 30, tzinfo=timezone(timedelta(hours=2)))
    header = replace(SMALL.header, uuid=UUID.upper(), reply_by=noon_in_summer)
    written = write_memo(replace(SMALL, header=header)).decode()
    assert f"<memo:messageUUID>{UUID}</memo:messageUUID>" in written
    assert "<memo:replyByDateTime>2024-07-01T10:30:00Z</memo:replyByDateTime>" in written


def test_documents_are_written_in_the_order_of_the_schema() -> None:
    kinds = (DocumentType.TECHNICAL, DocumentType.ADDITIONAL, DocumentType.MAIN)
    documents = tuple(Document(files=(LETTER,), type=kind) for kind in kinds)
    body = Body(created=datetime(2024, 1, 1, tzinfo=UTC), documents=documents)
    found = re.findall(r"<memo:(\w+)Document>", write_memo(replace(SMALL, body=body)).decode())
    assert found == ["Main", "Additional", "Technical"]


def test_a_file_of_many_megabytes_comes_back_byte_by_byte() -> None:
    content = bytes(range(256)) * 4096 * 5 + b"x"
    body = Body(
        created=datetime(2024, 1, 1, tzinfo=UTC),
        documents=(Document(files=(File(name="stor.pdf", content=content),)),),
    )
    again = read_memo(write_memo(replace(SMALL, body=body)))
    assert again.body is not None
    assert again.body.documents[0].files[0].content == content


def _header(**changes: object) -> Message:
    return replace(SMALL, header=replace(SMALL.header, **changes))  # type: ignore[arg-type] # fields


def _action(action: Action) -> Message:
    documents = (Document(files=(LETTER,), actions=(action,)),)
    return replace(SMALL, body=Body(created=datetime(2024, 1, 1, tzinfo=UTC), documents=documents))


_CROWDED = ContactPoint(id="1", info=(ContactInfo(label="a", value="b"),) * 3)
_MEETING = Reservation(
    uuid=UUID, description="Møde", abstract="", location="Rådhuset", start=None, end=None
)


@pytest.mark.parametrize(
    ("message", "error", "element"),
    [
        (_header(label="a" * 257), TooLongForMemo, "label"),
        (_header(notification="a" * 151), TooLongForMemo, "notification"),
        (_header(label="a\x00b"), IllegalInXml, "label"),
        (_header(label="a\ud800b"), IllegalInXml, "label"),
        (_header(uuid="words-as-id"), WrongFormForMemo, "messageUUID"),
        (_header(reply_by=datetime(2024, 1, 1)), WrongFormForMemo, "replyByDateTime"),  # noqa: DTZ001
        (replace(SMALL, body=Body(created=None, documents=())), MissingInMemo, "createdDateTime"),
        (
            replace(SMALL, body=Body(created=datetime(2024, 1, 1, tzinfo=UTC), documents=())),
            MissingInMemo,
            "MainDocument",
        ),
        (
            _action(Action(label="", code="AFTALE", reservation=_MEETING)),
            MissingInMemo,
            "startDateTime",
        ),
        (
            _action(Action(label="", code="AFTALE", url="https://a.example", reservation=_MEETING)),
            TooManyForMemo,
            "reservation/url",
        ),
        (_header(sender=replace(SENDER, contact_point=_CROWDED)), TooManyForMemo, "ContactInfo"),
        (_action(Action(label="", code="", url="https://a.example/b c")), WrongFormForMemo, "url"),
    ],
)
def test_what_memo_cannot_hold_is_refused_and_never_cut(
    message: Message, error: type[UnwritableMemo], element: str
) -> None:
    with pytest.raises(error) as raised:
        write_memo(message)
    assert raised.value.element == element


def test_a_refusal_tells_limit_and_length_and_no_text() -> None:
    with pytest.raises(TooLongForMemo) as raised:
        write_memo(_header(label="hemmeligt " * 30))
    assert (raised.value.limit, raised.value.length) == (256, 300)
    assert "hemmeligt" not in str(raised.value)


def test_only_the_two_known_versions_are_written() -> None:
    with pytest.raises(WrongFormForMemo):
        write_memo(SMALL, version="1.3")


def test_a_header_without_its_choices_is_small_to_build() -> None:
    header = Header(
        uuid=UUID, label="Hej", sender=SMALL.header.sender, recipient=SMALL.header.recipient
    )
    assert read_memo(write_memo(Message(header=header))).header == header
