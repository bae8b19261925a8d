"""What bytes are is told by the bytes."""

import io
import json

import pytest

from accessibility.refused_arrivals import REFUSAL_CODES
from mailbox_store.model.errors import NotUnderstood
from post_office.recognising import Kind, recognise
from tests.post_office.making import lzma_alone, mail, memo, tar_of, zip_of

WORD = zip_of([("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")])

ODT_HEAD = zip_of(
    [
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b""),
        ("META-INF/manifest.xml", b""),
    ]
)


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (memo(), "letter.pdf", Kind.MEMO),
        (b"\xef\xbb\xbf" + memo(), "x", Kind.MEMO),
        (b"<kombi_request><KombiValgKode>x</KombiValgKode>" + memo()[39:], "x", Kind.MEMO),
        (memo().decode().replace('"UTF-8"', '"UTF-16"').encode("utf-16"), "x.xml", Kind.MEMO),
        (mail(), "letter.txt", Kind.MAIL),
        (mail().replace(b"\n", b"\r\n"), "no-name", Kind.MAIL),
        (b"From a@b.example Sun Nov  1 10:00:00 2026\n" + mail(), "inbox", Kind.MBOX),
        (tar_of([("a.xml", memo())]), "a.zip", Kind.BUNDLE),
        (lzma_alone(tar_of([("a.xml", memo())])), "a", Kind.BUNDLE),
        (zip_of([("a.xml", memo())]), "a.docx", Kind.BUNDLE),
        (WORD, "letter.zip", Kind.BARE),
        (b"%PDF-1.7\n%...", "letter", Kind.BARE),
        (b"\x89PNG\r\n\x1a\n\0\0", "letter.txt", Kind.BARE),
        (b"\xff\xd8\xff\xe0", "letter.pdf", Kind.BARE),
        (b"{\\rtf1 hej}", "a.rtf", Kind.BARE),
        (ODT_HEAD, "a.docx", Kind.BARE),
        (b"<!DOCTYPE html><p>Hej", "letter", Kind.BARE),
        (b'<?xml version="1.0"?><html><body>Hej</body></html>', "a.xml", Kind.BARE),
        ("Kære Anne\nDu får penge.\n".encode(), "letter.txt", Kind.BARE),
        ("Kære Anne\nDu får penge.\n".encode("cp1252"), "letter", Kind.BARE),
        (b"Fra: Kommunen\nTil: Anne\nEmne: Penge\n\nHej", "letter.txt", Kind.BARE),
    ],
)
def test_a_letter_is_known_by_its_bytes_under_any_name(
    content: bytes, name: str, kind: Kind
) -> None:
    stream = io.BytesIO(content)
    assert recognise(stream, name=name) is kind
    assert stream.tell() == 0


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "letter.xml", "empty"),
        (b" \n\0", "letter.xml", "empty"),
        (b'<?xml version="1.0"?><note/>', "a.xml", "other-xml"),
        (b'<?xml version="1.0"?><ForsendelseI xmlns="urn:oio:fjernprint"/>', "a.xml", "print-job"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "letter.svg", "other-xml"),
        (bytes(range(256)) * 4, "letter.txt", "binary"),
        (b"dato;beloeb\n1;2\n", "a.csv", "csv"),
        (json.dumps({"brev": 1}).encode(), "letter", "json"),
        (b'{"a": ["' + b"x" * 100_000, "letter", "json"),
        (b"print(1)\n", "a.py", "other-text"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "a.ics", "calendar"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "a.doc", "old-office"),
        (b"hej med dig\n", "a.eml", "mail-without-header"),
        (lzma_alone(b"no tar in here"), "a.lzma", "packed"),
        (zip_of([("mimetype", b"application/epub+zip")]), "a.odt", "other-document"),
    ],
)
def test_what_is_no_letter_is_named(content: bytes, name: str, code: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        recognise(io.BytesIO(content), name=name)
    assert refused.value.code == code
    assert code in REFUSAL_CODES
