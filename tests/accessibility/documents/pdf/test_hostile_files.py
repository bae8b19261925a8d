"""A broken or hostile PDF ends in time, with what could be read; nothing is raised."""

import random
import time
import zlib

import pytest

from accessibility.documents.pdf.reader import read_pdf
from accessibility.tree_text import tree_text
from mailbox_store.model.document import Reading
from tests.accessibility.documents.pdf.drawn_pages import drawn, told, write, write_lines

HELLO = b"BT /F1 12 Tf 72 700 Td (Hej verden) Tj ET "
LONGEST = 5.0  # seconds


def _file(*parts: bytes) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(parts) + 1
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def _stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d %b>>\nstream\n%b\nendstream" % (len(content), more, content)


def _page(
    content: bytes, *, of_page: bytes = b"", of_root: bytes = b"", more: bytes = b""
) -> bytes:
    return _file(
        b"<</Type/Catalog/Pages 2 0 R %b>>" % of_root,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>> %b>>" % of_page,
        _stream(content, more),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(_page(HELLO, of_page=b"/Annots null"), id="annotations that are nothing"),
        pytest.param(_page(HELLO, of_page=b"/Annots[null 7 (x) 99 0 R]"), id="no annotations"),
        pytest.param(_page(HELLO, of_page=b"/X " + b"[" * 50_000), id="an array too deep"),
        pytest.param(_page(b"q " * 100_000 + HELLO), id="states never taken back"),
        pytest.param(_page(HELLO, of_root=b"/OpenAction 1 0 R/Names 3 0 R"), id="names astray"),
        pytest.param(_page(HELLO, of_root=b"/AcroForm<</Fields[1 0 R]>>"), id="a root as field"),
        pytest.param(
            _page(HELLO, of_root=b"/StructTreeRoot<</Type/StructTreeRoot/K 3 0 R>>"),
            id="a page as a tag",
        ),
    ],
)
def test_words_are_read_beside_broken_parts(content: bytes) -> None:
    assert told(read_pdf(content)) == ["Hej verden"]


def test_a_page_of_very_many_words_is_cut() -> None:
    packed = zlib.compress(HELLO * 20_000)
    started = time.process_time()
    extract = read_pdf(_page(packed, more=b"/Filter/FlateDecode"))
    assert extract.reading is Reading.READ
    assert time.process_time() - started < LONGEST


def test_pages_that_hold_themselves_end() -> None:
    content = _file(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>"
    )
    assert read_pdf(content).reading is Reading.UNREADABLE


def test_the_same_page_very_often_is_cut_in_time() -> None:
    content = _file(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + b"3 0 R " * 20_000 + b"]/Count 20000>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        _stream(HELLO),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    started = time.process_time()
    assert "cut" in {warned.code for warned in read_pdf(content).tree.warnings}
    assert time.process_time() - started < LONGEST


@pytest.mark.parametrize("seed", range(60))
def test_bytes_changed_at_random_raise_nothing(seed: int) -> None:
    whole = drawn(lambda c: write_lines(c, 60, 100, ["Vi har modtaget din klage."] * 9))
    chance = random.Random(seed)
    content = bytearray(whole)
    if seed % 3 == 0:
        content = content[: chance.randrange(len(content))]
    else:
        for _ in range(chance.randint(1, 150)):
            content[chance.randrange(len(content))] = chance.randrange(256)
    started = time.process_time()
    read_pdf(bytes(content))
    assert time.process_time() - started < LONGEST


def test_a_file_whose_overlay_is_too_large_is_read_without_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("accessibility.documents.pdf.annotations._LARGEST", 10)
    content = drawn(lambda c: write(c, 60, 100, "Vi har modtaget din klage."))
    assert tree_text(read_pdf(content).tree) == "Vi har modtaget din klage."
