"""The PDFs of our own making: an independent reader finds every word, page and picture."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pypdfium2
import pytest

from post_office.demo.days import Days
from post_office.demo.line_breaks import broken, width_of
from post_office.demo.paper import pictured, printed
from post_office.demo.prose import prose
from post_office.demo.sheets import text_file


@contextmanager
def _opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(content)
    try:
        yield document
    finally:
        document.close()


def _text_of(content: bytes) -> str:
    with _opened(content) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).split())


@pytest.mark.parametrize("name", ["housing_complaint.da", "hospital_summons.da", "blood_test.en"])
def test_every_word_of_the_text_is_on_the_paper(name: str, now: datetime) -> None:
    written = prose(name, Days(now=now))
    as_text = text_file("x", written).content.decode().replace("\n- ", "\n\u2022 ")
    assert _text_of(printed(written)) == " ".join(as_text.split())


def test_a_table_keeps_its_amounts_and_their_signs(now: datetime) -> None:
    text = _text_of(printed(prose("tax_statement.da", Days(now=now))))
    assert "Beregnet skat 117.037,00 kr. -1.615,00 kr. 115.422,00 kr." in text


def test_the_long_letter_takes_about_twelve_pages_of_large_print(now: datetime) -> None:
    with _opened(printed(prose("harbour_plan.da", Days(now=now)), size=15)) as document:
        assert 11 <= len(document) <= 13


def test_the_lines_stay_inside_the_page(now: datetime) -> None:
    content = printed(prose("harbour_plan.da", Days(now=now)), size=15)
    with _opened(content) as document:
        for page in document:
            sheet = page.get_textpage()
            for place in range(sheet.count_rects()):
                left, bottom, right, top = sheet.get_rect(place)
                assert left >= 60
                assert right <= 535
                assert 50 <= bottom < top <= 842


def test_a_pictured_page_has_a_picture_and_no_text() -> None:
    content = pictured((b"\xff\x00", b"\x00\xff"), title="Scan", language="da")
    assert _text_of(content) == ""
    with _opened(content) as document:
        (picture,) = list(document[0].get_objects())
        assert picture.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE


def test_the_table_of_objects_names_the_byte_where_each_begins() -> None:
    content = pictured((b"\xff",), title="", language="da")
    starts = [int(n) for n in re.findall(rb"(\d{10}) 00000 n", content)]
    assert [content[at:].split(b" ", 1)[0] for at in starts] == [
        str(number).encode() for number in range(1, len(starts) + 1)
    ]


def test_a_word_wider_than_the_page_stands_alone() -> None:
    lines = broken("a " + "b" * 200 + " c", 100, 10)
    assert lines == ["a", "b" * 200, "c"]
    assert width_of("æ", 1000) == 889
