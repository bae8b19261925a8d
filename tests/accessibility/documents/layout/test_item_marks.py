"""Numbers that hang far out, odd bullets and boxes to tick belong to their words."""

from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from tests.accessibility.documents.pdf.drawn_pages import (
    FILLER,
    HEIGHT,
    Canvas,
    read,
    told,
    write,
    write_lines,
)

_FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
FULL = f"{FILLER} ændret sig i år, og"


def _signs(canvas: Canvas, top: float, text: str) -> None:
    """Write a line in a font that has boxes and arrows."""
    pdfmetrics.registerFont(TTFont("Signs", str(_FONT)))
    canvas.setFont("Signs", 11)
    canvas.drawString(60, HEIGHT - top, text)


class TestHangingNumbers:
    def test_a_number_far_before_its_words_is_their_label(self) -> None:
        def page(canvas: Canvas) -> None:
            for at, text in enumerate(["Sagsøgte skal betale.", "Sagsøgte skal flytte."]):
                write(canvas, 60, 100 + 30 * at, f"{at + 1}.")
                write(canvas, 105, 100 + 30 * at, text)

        assert told(read(page)) == [
            [("1.", "Sagsøgte skal betale."), ("2.", "Sagsøgte skal flytte.")]
        ]

    def test_a_number_with_two_parts_begins_an_item_inside(self) -> None:
        def page(canvas: Canvas) -> None:
            write(canvas, 60, 100, "1.")
            write(canvas, 95, 100, "Parterne er enige om dette:")
            for at, text in enumerate(["Lejen er aftalt.", "Fristen er aftalt."], start=1):
                write(canvas, 95, 100 + 20 * at, f"1.{at}")
                write(canvas, 130, 100 + 20 * at, text)

        inner = [("1.1", "Lejen er aftalt."), ("1.2", "Fristen er aftalt.")]
        assert told(read(page)) == [[("1.", "Parterne er enige om dette:", inner)]]

    def test_numbers_before_more_than_one_cell_are_cells(self) -> None:
        def page(canvas: Canvas) -> None:
            for at, name in enumerate(["Maling", "Fliser", "Armatur"]):
                for x, text in ((60, f"{at + 1}."), (95, name), (200, "4 stk."), (300, "99,00")):
                    write(canvas, x, 100 + 16 * at, text)

        rows = [
            (f"{at}.", name, "4 stk.", "99,00")
            for at, name in ((1, "Maling"), (2, "Fliser"), (3, "Armatur"))
        ]
        assert told(read(page)) == [((), *rows)]


@pytest.mark.skipif(not _FONT.exists(), reason="needs a font with the signs")
class TestSigns:
    def test_an_arrow_is_a_bullet(self) -> None:
        def page(canvas: Canvas) -> None:
            _signs(canvas, 100, "➢ Medbring en liste over medicin")
            _signs(canvas, 116, "➢ Mød fastende")

        assert told(read(page)) == [[("", "Medbring en liste over medicin"), ("", "Mød fastende")]]

    def test_boxes_are_fields_that_are_ticked_or_not(self) -> None:
        def page(canvas: Canvas) -> None:
            _signs(canvas, 100, "☒ Pas")
            _signs(canvas, 116, "☐ Lønseddel fra de seneste tre måneder")
            _signs(canvas, 132, "☐ Ja ☒ Nej")

        assert told(read(page)) == [
            ("field", "Pas", True),
            ("field", "Lønseddel fra de seneste tre måneder", False),
            ("field", "Ja", False),
            ("field", "Nej", True),
        ]


class TestBoxes:
    def test_the_title_of_a_box_is_no_row_of_it(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.rect(55, HEIGHT - 165, 300, 80)
            write(canvas, 60, 100, "Din tid", bold=True)
            for at, (name, value) in enumerate(
                [("Dato", "Onsdag den 16. december"), ("Klokken", "9.45"), ("Sted", "Indgang C")]
            ):
                write(canvas, 60, 118 + 16 * at, name)
                write(canvas, 140, 118 + 16 * at, value)
            write_lines(canvas, 60, 220, [FULL, "vi svarer dig."])

        heading, pairs, _ = told(read(page))
        assert heading == "# Din tid"
        assert pairs == {
            "Dato": "Onsdag den 16. december",
            "Klokken": "9.45",
            "Sted": "Indgang C",
        }


class TestAddressAtTheFoot:
    @staticmethod
    def _read(foot: str, *, top: float, size: float) -> tuple[str, ...]:
        def page(canvas: Canvas) -> None:
            write_lines(canvas, 60, 100, [FULL, "vi svarer dig."])
            write(canvas, 60, top, foot, size=size)

        tree = read(page).tree
        assert tree is not None
        return tree.removed

    def test_a_small_address_line_is_not_read(self) -> None:
        foot = "Fjordby Sygehus, Bakken 1, 9999 Fjordby"
        assert self._read(foot, top=810, size=8) == (foot,)

    def test_an_address_line_as_large_as_the_text_is_not_read(self) -> None:
        foot = "Bakken 1, 9999 Fjordby, telefon 00 11 22 33"
        assert self._read(foot, top=810, size=11) == (foot,)

    def test_what_stands_at_the_foot_without_an_address_is_read(self) -> None:
        assert self._read("Se også bagsiden, hvor fristerne står", top=810, size=8) == ()

    def test_a_signature_with_a_telephone_is_read(self) -> None:
        assert self._read("Jens Holm, tlf. 00 11 22 33", top=810, size=11) == ()
