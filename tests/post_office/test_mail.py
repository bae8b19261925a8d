"""One mail as a letter: its facts, its parts, its faults."""

import base64
import codecs
import time
from datetime import UTC, datetime, timedelta

import pytest

from mailbox_store.model.arriving import ArrivingDocument, ArrivingLetter
from mailbox_store.model.document import DocumentType
from mailbox_store.model.errors import NotUnderstood
from mailbox_store.model.letter import Origin
from mailbox_store.model.party import IdType
from post_office.email.reader import letter_from_mail
from tests.post_office.making import NOW, mail, memo, mixed, part

MAIN, ADDITIONAL = DocumentType.MAIN, DocumentType.ADDITIONAL


def letter_of(raw: bytes, modified: datetime | None = None) -> ArrivingLetter:
    return letter_from_mail(raw, origin=Origin.IMPORT, now=NOW, modified=modified)


def text_of(document: ArrivingDocument) -> str:
    return document.files[0].content.removeprefix(codecs.BOM_UTF8).decode()


def shape(letter: ArrivingLetter) -> list[tuple[DocumentType, list[str]]]:
    return [(d.type, [f.declared_type for f in d.files]) for d in letter.documents]


def test_a_plain_mail_becomes_a_letter_with_its_facts() -> None:
    letter = letter_of(mail(subject="=?utf-8?q?Afg=C3=B8relse_om?= =?utf-8?b?IGLDuHJu?="))
    assert letter.subject == "Afgørelse om børn"
    assert letter.sender.id_type is IdType.EMAIL
    assert (letter.sender.name, letter.sender.number) == ("Prøve Kommune", "post@kommune.example")
    assert letter.sent == letter.received == datetime(2026, 11, 1, 9, 1, tzinfo=UTC)
    assert letter.original_type == "message/rfc822"
    assert not letter.may_reply
    assert letter.unread
    assert text_of(letter.documents[0]) == "Kære Anne\n"


def test_a_letter_is_received_when_its_last_server_had_it_but_never_in_the_future() -> None:
    late = mail(Received="from a by b; Sun, 01 Nov 2026 12:00:00 +0000")
    assert letter_of(late).received == datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
    ahead = mail(Date="Fri, 01 Jan 2038 00:00:00 +0000")
    assert letter_of(ahead).received == NOW
    dateless = mail(Date="not a date")
    assert letter_of(dateless).received == NOW
    yesterday = NOW - timedelta(days=1)
    assert letter_of(dateless, yesterday).received == yesterday


def test_a_thread_is_known_by_its_message_ids() -> None:
    first = letter_of(mail(number=1))
    answer = letter_of(
        mail(
            number=2,
            In_Reply_To="<brev.1@KOMMUNE.example>",
            References="<x@y> <brev.1@kommune.example>",
        )
    )
    assert first.uuid in answer.related
    assert len(answer.related) == 2


def test_text_and_html_of_the_same_content_are_variants_of_the_main_document() -> None:
    letter = letter_of(mixed(part("hej"), part("<p>hej", kind="text/html"), kind="alternative"))
    assert shape(letter) == [(MAIN, ["text/plain", "text/html"])]


def test_html_beside_text_without_an_alternative_says_something_else_and_is_kept_apart() -> None:
    letter = letter_of(mixed(part("hej"), part("<p>mere", kind="text/html"), part("farvel")))
    assert shape(letter) == [(MAIN, ["text/plain", "text/plain"]), (ADDITIONAL, ["text/html"])]


def test_attachments_are_additional_documents_under_safe_names() -> None:
    letter = letter_of(
        mixed(part("hej"), part("%PDF-1.4", kind="application/pdf", name="../a\\b.pdf"))
    )
    assert shape(letter) == [(MAIN, ["text/plain"]), (ADDITIONAL, ["application/pdf"])]
    assert letter.documents[1].label == "b.pdf"
    assert letter.documents[1].files[0].media_type == "application/pdf"


def test_a_memo_in_a_mail_stays_an_attachment() -> None:
    letter = letter_of(mixed(part("se her"), part(memo().decode(), kind="text/xml", name="m.xml")))
    assert letter.original_type == "message/rfc822"
    assert shape(letter)[1] == (ADDITIONAL, ["text/xml"])


def test_a_mail_in_a_mail_is_kept_as_it_stood() -> None:
    inner = mail(number=7, subject="Det indre", body="From dig\nlinje\n")
    letter = letter_of(mixed(part("se her"), b"Content-Type: message/rfc822\n\n" + inner))
    enclosed = letter.documents[1].files[0]
    assert enclosed.content.decode().rstrip() == inner.decode().rstrip()
    assert enclosed.name == "Det indre.eml"
    assert enclosed.media_type == "message/rfc822"


def test_a_mail_that_is_only_a_file_shows_that_file_as_its_letter() -> None:
    letter = letter_of(mixed(part("%PDF-1.4", kind="application/pdf", name="brev.pdf")))
    assert shape(letter) == [(MAIN, ["application/pdf"])]


@pytest.mark.parametrize("charset", ["iso-8859-1", "utf-8", "windows-1252", "no-such-charset"])
def test_text_is_readable_whatever_charset_was_declared(charset: str) -> None:
    kind = f"text/plain; charset={charset}"
    body = "Du får 1.234,50 kr. på Ærø"
    encoding = "utf-8" if charset == "utf-8" else "cp1252"
    raw = mail(Content_Type=kind, body="").rstrip(b"\n") + b"\n\n" + body.encode(encoding)
    assert text_of(letter_of(raw).documents[0]) == body


def test_raw_bytes_in_a_header_are_read_as_text() -> None:
    raw = mail(subject="Rødgrød").decode().encode("latin-1")
    assert letter_of(raw).subject == "Rødgrød"


@pytest.mark.parametrize(
    "field",
    [
        "=?utf-8?b?%%%?=",
        "=?no-such?q?hej?=",
        "=?utf-8?q?=FF=FE?=",
        "x" * 100_000,
        "\udc80 <\udcff@\udc80>",
        '"' * 500,
        "(" * 5_000,
        "; " * 50_000,
    ],
)
@pytest.mark.parametrize(
    "name", ["From", "Subject", "Date", "Message-ID", "Content-Type", "References", "To"]
)
def test_no_malformed_header_stops_a_letter(name: str, field: str) -> None:
    others = [line for line in mail().splitlines(True) if not line.startswith(name.encode())]
    value = field.encode("utf-8", "surrogateescape")
    raw = name.encode() + b": " + value + b"\n" + b"".join(others)
    letter = letter_of(raw)
    assert letter.original == raw
    (letter.subject + letter.sender.name + letter.sender.number).encode()
    letter.documents[0].label.encode()


def test_a_header_of_megabytes_costs_no_time() -> None:
    began = time.monotonic()
    letter = letter_of(b"Content-Type: text/plain" + b"; a" * 1_000_000 + b"\n" + mail())
    assert text_of(letter.documents[0])
    assert time.monotonic() - began < 5


def test_parts_nested_without_end_are_refused_in_words() -> None:
    deep = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3000)
    )
    with pytest.raises(NotUnderstood) as refused:
        letter_of(b"From: a@b.example\n" + deep)
    assert refused.value.code in ("mail-broken", "mail-too-many-parts")


def test_parts_without_number_are_refused_in_words() -> None:
    with pytest.raises(NotUnderstood) as refused:
        letter_of(mixed(*[part("x")] * 1100))
    assert refused.value.code == "mail-too-many-parts"


def test_base64_and_quoted_printable_are_undone() -> None:
    packed = base64.b64encode("Kære Anne".encode()).decode()
    letter = letter_of(mail(body=packed, Content_Transfer_Encoding="base64"))
    assert text_of(letter.documents[0]) == "Kære Anne"
    letter = letter_of(mail(body="K=C3=A6re Anne", Content_Transfer_Encoding="quoted-printable"))
    assert text_of(letter.documents[0]) == "Kære Anne"
