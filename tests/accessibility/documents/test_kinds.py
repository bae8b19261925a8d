"""The kind of a file is told by its bytes, whatever it is called."""

import io
import lzma
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.documents import kinds
from accessibility.documents.kinds import kind_of


def _zip(*names: str) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as package:
        for name in names:
            package.writestr(name, kinds.ODT if name == "mimetype" else "x")
    return whole.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", kinds.EMPTY),
        (b"%PDF-1.7\n", kinds.PDF),
        (b"\x00rubbish\n%PDF-1.4\n1 0 obj endobj", kinds.PDF),
        (b"Om formatet %PDF-1.4 i en tekst", kinds.TEXT),
        (b"This is a test", kinds.TEXT),
        ("Kære Åse".encode("cp1252"), kinds.TEXT),
        ("Kære".encode("utf-16"), kinds.TEXT),
        (b"BMW i laden", kinds.TEXT),
        ("\ufeff\n<!-- x --><!DocType HTML>".encode(), kinds.HTML),
        (b"<?xml version='1.0'?><html xmlns='x'>", kinds.HTML),
        (b"<?xml version='1.0'?><a/>", "application/xml"),
        (b"<DIV class=x>Hej</DIV>", kinds.HTML),
        (b"<svg xmlns='x'/>", "image/svg+xml"),
        (b"{\\rtf1 Hej}", "application/rtf"),
        (b"BEGIN:VCALENDAR\r\n", "text/calendar"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"II*\x00", "image/tiff"),
        (b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", "image/bmp"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"\0\0\0\x18ftypheic\0\0", "image/heic"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
        (b"\x1f\x8b\x08\0", "application/gzip"),
        (b"\xfd7zXZ\x00", "application/x-xz"),
        (lzma.compress(b"x" * 99, format=lzma.FORMAT_ALONE), "application/x-lzma"),
        (_zip("[Content_Types].xml", "word/document.xml"), kinds.DOCX),
        (_zip("[Content_Types].xml", "xl/workbook.xml"), kinds.XLSX),
        (_zip("[Content_Types].xml", "ppt/presentation.xml"), kinds.PPTX),
        (_zip("mimetype", "content.xml"), kinds.ODT),
        (_zip("brev.txt"), "application/zip"),
        (b"PK\x03\x04 cut", "application/zip"),
        (b"\x01\x02\x00\x03", kinds.UNKNOWN),
    ],
)
def test_the_bytes_tell(content: bytes, kind: str) -> None:
    assert kind_of(content) == kind


def test_a_text_with_tags_is_html_only_if_it_is_called_so() -> None:
    content = b"Hej <b>Bo</b>"
    assert kind_of(content) == kinds.TEXT
    assert kind_of(content, name="brev.HTM") == kinds.HTML
    assert kind_of(content, declared="text/html; charset=utf-8") == kinds.HTML
    assert kind_of(b"Hej", name="brev.html") == kinds.TEXT


@given(st.binary() | st.binary().map(lambda rest: b"PK\x03\x04" + rest + b"PK\x05\x06" + rest))
def test_any_bytes_have_a_kind(content: bytes) -> None:
    assert "/" in kind_of(content)


MAIL = b"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\nHej"


def test_rows_of_values_are_told_by_name_or_type_and_never_taken_from_a_letter() -> None:
    assert kind_of(b"dato;sum\n1;2", name="a.CSV") == kinds.CSV
    assert kind_of(b"dato\tsum\n1\t2", declared="text/csv; charset=utf-8") == kinds.CSV
    assert kind_of(b"dato;sum\n1;2") == kinds.TEXT
    assert kind_of(b"Hej Bo", name="a.csv") == kinds.TEXT
    assert kind_of(b"%PDF-1.7\n", name="a.csv") == kinds.PDF


def test_an_enclosed_mail_is_told_by_its_head() -> None:
    assert kind_of(MAIL) == kinds.MAIL
    assert kind_of(b"Subject: x\n\nHej", name="brev.eml") == kinds.MAIL
    assert kind_of(b"Subject: x\n\nHej", declared="message/rfc822") == kinds.MAIL
    assert kind_of(b"Hej Bo", name="brev.eml") == kinds.TEXT


def test_a_letter_that_begins_like_a_mail_stays_a_letter() -> None:
    assert kind_of(MAIL, declared="text/plain") == kinds.TEXT
    assert kind_of(MAIL, name="letter.txt") == kinds.TEXT
    assert kind_of(b"From: Anna\nTo: Bo\nSubject: Mad\n\nHej") == kinds.TEXT
    assert kind_of(b"Dato: 3. maj\nSag: 5\n\nHej") == kinds.TEXT
