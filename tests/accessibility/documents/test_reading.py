"""The best variant of a document is read, and nothing is lost in choosing."""

import hashlib
from concurrent.futures import ThreadPoolExecutor

import pytest

from accessibility.documents.reading import ReadDocument, Reader, document_reader
from accessibility.tree_text import tree_text
from mailbox_store.model.document import Reading
from mailbox_store.model.warned import Warned
from tests.accessibility.documents.conftest import MakeDocx, MakeFile, MakePdf

HELLO = b"BT /F1 12 Tf 72 700 Td (Betal 100 kr. til \xc5se) Tj ET"
PARAGRAPH = "<w:p><w:r><w:t>Kære Åse, betal 100 kr.</w:t></w:r></w:p>"


def text_of(document: ReadDocument) -> str:
    return tree_text(document.tree)


def test_text_is_taken_before_html_before_pdf_before_word(
    reader: Reader, make_file: MakeFile, make_pdf: MakePdf, make_docx: MakeDocx
) -> None:
    files = [
        make_file(make_docx(PARAGRAPH)),
        make_file(make_pdf(HELLO)),
        make_file("<p>fra html</p>"),
        make_file("fra tekst"),
    ]
    texts = [text_of(reader.read(files[:count])) for count in (1, 2, 3, 4)]
    assert texts == ["Kære Åse, betal 100 kr.", "Betal 100 kr. til Åse", "fra html", "fra tekst"]


def test_two_texts_of_different_content_are_both_read_in_order_and_a_copy_once(
    reader: Reader, make_file: MakeFile
) -> None:
    files = [make_file("først"), make_file("så"), make_file("først")]
    assert text_of(reader.read(files)) == "først\n\nså"


def test_a_text_in_another_language_is_a_variant(reader: Reader, make_file: MakeFile) -> None:
    files = [make_file("Goddag"), make_file("Good day", language="en")]
    assert text_of(reader.read(files)) == "Goddag"


def test_a_better_variant_that_fails_gives_way_and_is_told(
    reader: Reader, make_file: MakeFile, make_docx: MakeDocx
) -> None:
    document = reader.read([make_file(b"%PDF-1.7\nrubbish"), make_file(make_docx(PARAGRAPH))])
    assert text_of(document) == "Kære Åse, betal 100 kr."
    assert Warned(code="variant-unreadable", detail="application/pdf") in document.warnings


def test_an_empty_text_beside_a_pdf_gives_way(
    reader: Reader, make_file: MakeFile, make_pdf: MakePdf
) -> None:
    document = reader.read([make_file(" \n"), make_file(make_pdf(HELLO, HELLO))])
    assert (document.reading, document.tree.pages) == (Reading.READ, 2)


@pytest.mark.parametrize(
    ("content", "reading"),
    [
        (b"\x89PNG\r\n\x1a\n rest", Reading.UNREADABLE),
        (b"", Reading.NO_TEXT),
        (b"\x00\x01\x02", Reading.UNKNOWN_TYPE),
        (b"<?xml version='1.0'?><a/>", Reading.UNKNOWN_TYPE),
        (b"%PDF-1.4 broken", Reading.UNREADABLE),
        (b"<p></p>", Reading.NO_TEXT),
    ],
)
def test_why_there_is_no_text_is_told(
    reader: Reader, make_file: MakeFile, content: bytes, reading: Reading
) -> None:
    document = reader.read([make_file(content)])
    assert (document.reading, text_of(document)) == (reading, "")


def test_a_pdf_of_pictures_has_pages_but_no_text(
    reader: Reader, make_file: MakeFile, make_pdf: MakePdf
) -> None:
    document = reader.read([make_file(make_pdf(b"0 0 100 100 re f", b"q Q"))])
    assert (document.reading, document.tree.pages) == (Reading.NO_TEXT, 2)


def test_a_pdf_with_a_password_says_so(
    reader: Reader, make_file: MakeFile, make_pdf: MakePdf
) -> None:
    # RC4, revision 2, keys made up: no password opens it.
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>/ID[<00><00>]"
    content = make_pdf(HELLO, trailer=lock % (b"11" * 32, b"22" * 32))
    assert reader.read([make_file(content)]).reading is Reading.ENCRYPTED


def test_a_pdf_that_only_its_owner_has_locked_is_read(
    reader: Reader, make_file: MakeFile, make_pdf: MakePdf
) -> None:
    """Anybody may open it; that it forbids copying must not shut out a person who listens."""
    padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    permissions = -64  # no printing, no changing, no extracting
    owner = _rc4(_md5(b"ejer" + padding[:28])[:5], padding)
    key = _md5(padding + owner + permissions.to_bytes(4, "little", signed=True) + b"\0")[:5]
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P %d>>/ID[<00><00>]" % (
        owner.hex().encode(),
        _rc4(key, padding).hex().encode(),
        permissions,
    )
    page = _rc4(_md5(key + b"\5\0\0\0\0")[:10], HELLO)  # object 5, as `make_pdf` numbers them
    document = reader.read([make_file(make_pdf(page, trailer=lock))])
    assert (document.reading, text_of(document)) == (Reading.READ, "Betal 100 kr. til Åse")


def _md5(content: bytes) -> bytes:
    return hashlib.md5(content, usedforsecurity=False).digest()


def _rc4(key: bytes, content: bytes) -> bytes:
    state, mixed, out = list(range(256)), 0, bytearray()
    for at in range(256):
        mixed = (mixed + state[at] + key[at % len(key)]) % 256
        state[at], state[mixed] = state[mixed], state[at]
    mixed = 0
    for count, byte in enumerate(content, 1):
        at = count % 256
        mixed = (mixed + state[at]) % 256
        state[at], state[mixed] = state[mixed], state[at]
        out.append(byte ^ state[(state[at] + state[mixed]) % 256])
    return bytes(out)


def test_text_drawn_invisibly_is_left_out_and_told(
    reader: Reader, make_file: MakeFile, make_pdf: MakePdf
) -> None:
    hidden = b" BT 3 Tr /F1 12 Tf 72 600 Td (Betal 999 kr.) Tj ET"
    document = reader.read([make_file(make_pdf(HELLO + hidden))])
    assert text_of(document) == "Betal 100 kr. til Åse"
    assert document.warnings == (Warned(code="hidden-text"),)


def test_what_was_read_is_safe_for_a_terminal(reader: Reader, make_file: MakeFile) -> None:
    for content in ("a\x1b[2Jb \u202e1", "<p>a&#x1b;[2Jb \u202e1</p>"):
        document = reader.read([make_file(content)])
        assert not {"\x1b", "\u202e"} & set(text_of(document))
        assert Warned(code="hidden-characters") in document.warnings


def test_a_declared_character_set_is_believed_for_text_and_html(
    reader: Reader, make_file: MakeFile
) -> None:
    for content, kind in (("Цена", "text/plain"), ("<p>Цена</p>", "text/html")):
        file = make_file(content.encode("koi8-r"), declared=f"{kind}; charset=koi8-r")
        assert text_of(reader.read([file])) == "Цена"


def test_numbers_are_read_as_the_words_are_written_whatever_language_the_file_says(
    reader: Reader, make_file: MakeFile
) -> None:
    words = "Kære Åse, du skal betale beløbet til os. Beløb: {} kr. Har du spørgsmål, så ring."
    for amount, values in (("1,500", []), ("1.500", ["1500.00 DKK"])):
        page = f'<html lang="en-US"><p>{words.format(amount)}</p></html>'
        tree = reader.read([make_file(page)]).tree
        assert tree.language == "da"
        assert [fact.value for fact in tree.facts] == values


def test_a_very_long_text_is_cut_with_a_warning(reader: Reader, make_file: MakeFile) -> None:
    document = reader.read([make_file(b"langt " * 1_000_000)])
    assert len(text_of(document)) == 5_000_000
    assert Warned(code="cut") in document.warnings


def test_several_threads_share_one_reader(
    make_file: MakeFile, make_pdf: MakePdf, make_docx: MakeDocx
) -> None:
    with document_reader() as opened, ThreadPoolExecutor(4) as threads:
        files = [make_file(f"<p>brev {number}</p>") for number in range(20)]
        texts = [text_of(found) for found in threads.map(lambda file: opened.read([file]), files)]
    assert texts == [f"brev {number}" for number in range(20)]
