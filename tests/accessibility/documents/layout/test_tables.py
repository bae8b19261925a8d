"""Tables are found however they are drawn, and columns of prose are none."""

from collections.abc import Sequence

from tests.accessibility.documents.pdf.drawn_pages import (
    HEIGHT,
    Canvas,
    read,
    told,
    write,
    write_lines,
)

ROWS = [("Januar", "Boligstøtte", "1.200,00"), ("Februar", "Tillæg", "300,00"),
        ("Marts", "Boligstøtte", "1.250,00")]  # fmt: skip
HEADER = ("Måned", "Ydelse", "Beløb")
PLACES = (60, 160, 300)


def _rows(canvas: Canvas, top: float, rows: Sequence[Sequence[str]], *, pitch: float = 18) -> None:
    for at, row in enumerate(rows):
        for x, cell in zip(PLACES, row, strict=True):
            write(canvas, x + 4, top + at * pitch + 13, cell, bold=row is HEADER)


def _rule(canvas: Canvas, top: float, x0: float = 60, x1: float = 380) -> None:
    canvas.line(x0, HEIGHT - top, x1, HEIGHT - top)


def _drawn(canvas: Canvas, top: float, rows: Sequence[Sequence[str]]) -> None:
    _rows(canvas, top, rows)
    for at in range(len(rows) + 1):
        _rule(canvas, top + 18 * at)
    for x in (*PLACES, 380):
        canvas.line(x, HEIGHT - top, x, HEIGHT - top - 18 * len(rows))


class TestDrawnTables:
    def test_cells_between_lines_are_a_table_with_its_header(self) -> None:
        assert told(read(lambda c: _drawn(c, 100, [HEADER, *ROWS]))) == [(HEADER, *ROWS)]

    def test_a_table_over_a_pages_end_is_one_and_its_header_is_said_once(self) -> None:
        extract = read(
            lambda c: _drawn(c, 600, [HEADER, *ROWS]), lambda c: _drawn(c, 100, [HEADER, *ROWS])
        )
        assert told(extract) == [(HEADER, *ROWS, *ROWS)]

    def test_a_table_that_goes_on_without_a_header_is_one(self) -> None:
        extract = read(lambda c: _drawn(c, 600, [HEADER, *ROWS]), lambda c: _drawn(c, 100, ROWS))
        assert told(extract) == [(HEADER, *ROWS, *ROWS)]

    def test_two_header_rows_become_one(self) -> None:
        def page(canvas: Canvas) -> None:
            _drawn(canvas, 100, [("", "", ""), ("", "", ""), ("Anna", "100", "200")])
            write(canvas, 64, 113, "Navn", bold=True)
            write(canvas, 164, 113, "Beløb", bold=True)
            write(canvas, 164, 131, "2025", bold=True)
            write(canvas, 304, 131, "2026", bold=True)
            _rule(canvas, 154)

        assert told(read(page))[0] == (("Navn", "Beløb 2025", "Beløb 2026"), ("Anna", "100", "200"))


class TestTablesWithLinesAcross:
    def test_rows_with_more_lines_are_told_as_rows(self) -> None:
        def page(canvas: Canvas) -> None:
            _rule(canvas, 100)
            _rows(canvas, 100, [HEADER])
            _rule(canvas, 118)
            write_lines(canvas, 164, 140, ["Udbetales hvert", "kvartal til dig"])
            write(canvas, 64, 147, "Januar")
            write(canvas, 304, 147, "mor")
            _rows(canvas, 170, [("Februar", "Hver måned", "begge")])
            _rule(canvas, 192)

        assert told(read(page)) == [
            (
                HEADER,
                ("Januar", "Udbetales hvert kvartal til dig", "mor"),
                ("Februar", "Hver måned", "begge"),
            )
        ]

    def test_a_letter_between_two_lines_is_no_table(self) -> None:
        def page(canvas: Canvas) -> None:
            _rule(canvas, 90)
            write_lines(canvas, 64, 120, ["Vi har modtaget din klage.", "Vi svarer snart."])
            _rule(canvas, 160)

        assert told(read(page)) == [["Vi har modtaget din klage.", "Vi svarer snart."]]


class TestTablesWithoutLines:
    def test_amounts_beside_words_are_pairs(self) -> None:
        def page(canvas: Canvas) -> None:
            for at, (name, amount) in enumerate(
                [("Husleje", "5.400,00 kr."), ("Varme", "650,00 kr."), ("I alt", "6.050,00 kr.")]
            ):
                write(canvas, 60, 100 + 16 * at, name)
                canvas.drawRightString(260, HEIGHT - 100 - 16 * at, amount)

        assert told(read(page)) == [
            {"Husleje": "5.400,00 kr.", "Varme": "650,00 kr.", "I alt": "6.050,00 kr."}
        ]

    def test_three_columns_are_a_table(self) -> None:
        assert told(read(lambda c: _rows(c, 100, [HEADER, *ROWS]))) == [(HEADER, *ROWS)]

    def test_columns_of_prose_are_read_one_after_the_other(self) -> None:
        def page(canvas: Canvas) -> None:
            for x in (60, 310):
                lines = ["Vi har behandlet din ansøgning om støtte og"] * 5 + ["svarer snart."]
                write_lines(canvas, x, 100, lines)

        blocks = told(read(page))
        assert all(isinstance(block, str) for block in blocks)
        assert str(blocks[0]).startswith("Vi har behandlet din ansøgning om støtte og Vi har")

    def test_a_first_cell_of_two_lines_does_not_end_the_table(self) -> None:
        def page(canvas: Canvas) -> None:
            write(canvas, 60, 100, "Madaffald, tømning")
            write_lines(canvas, 60, 118, ["Restaffald med leje", "af beholder og vask"])
            write(canvas, 60, 149, "Papir og pap i alt")
            for at, top in enumerate((100, 118, 149)):
                write(canvas, 300, top, ("100,00", "200,00", "300,00")[at])
                write(canvas, 400, top, ("125,00", "250,00", "375,00")[at])

        assert told(read(page)) == [
            (
                (),
                ("Madaffald, tømning", "100,00", "125,00"),
                ("Restaffald med leje af beholder og vask", "200,00", "250,00"),
                ("Papir og pap i alt", "300,00", "375,00"),
            )
        ]
