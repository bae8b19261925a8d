"""Lines become paragraphs, headings and lists as their writer meant them."""

import pytest

from accessibility.documents.layout.hyphens import joint
from tests.accessibility.documents.pdf.drawn_pages import (
    FILLER,
    Canvas,
    read,
    told,
    write,
    write_lines,
)

FULL = f"{FILLER} ændret sig i år, og"  # the next word does not fit behind it


class TestParagraphs:
    def test_lines_that_were_full_are_one_paragraph(self) -> None:
        lines = [FULL, FULL, "vi svarer dig."]
        assert told(read(lambda c: write_lines(c, 60, 100, lines))) == [" ".join(lines)]

    def test_an_address_is_not_joined(self) -> None:
        lines = ["Aslaug Kirkeby", "Gl. Færgevej 9", "9999 Fjordby"]
        assert told(read(lambda c: write_lines(c, 60, 100, lines))) == [lines]

    def test_names_with_values_are_pairs(self) -> None:
        lines = ["Dato: 3. november 2026", "Sagsnummer: 26/1234"]
        assert told(read(lambda c: write_lines(c, 60, 100, lines))) == [
            {"Dato": "3. november 2026", "Sagsnummer": "26/1234"}
        ]

    def test_a_date_at_a_lines_beginning_is_no_item(self) -> None:
        lines = [f"{FILLER} ændret sig, altså den", "1. december 2026, så vi kan nå det."]
        assert told(read(lambda c: write_lines(c, 60, 100, lines))) == [" ".join(lines)]


class TestHeadings:
    def test_larger_and_bold_lines_are_headings_by_rank(self) -> None:
        def page(canvas: Canvas) -> None:
            write(canvas, 60, 80, "Afgørelse", size=18, bold=True)
            write(canvas, 60, 130, "Sådan klager du", size=12, bold=True)
            write_lines(canvas, 60, 150, [FULL, "vi svarer dig."])

        assert told(read(page))[:2] == ["# Afgørelse", "## Sådan klager du"]

    def test_a_numbered_heading_is_no_item(self) -> None:
        def page(canvas: Canvas) -> None:
            write(canvas, 60, 80, "1. Betaling", size=13, bold=True)
            write_lines(canvas, 60, 105, [FULL, "vi svarer dig."])

        assert told(read(page))[0] == "# 1. Betaling"


class TestLists:
    def test_items_further_in_belong_to_the_one_above(self) -> None:
        def page(canvas: Canvas) -> None:
            for at, (x, text) in enumerate(
                [(60, "1. Første"), (60, "2. Andet"), (80, "\u2022 dybt"), (60, "3. Tredje")]
            ):
                write(canvas, x, 100 + 15 * at, text)

        assert told(read(page)) == [
            [("1.", "Første"), ("2.", "Andet", [("", "dybt")]), ("3.", "Tredje")]
        ]

    def test_a_bullet_far_before_its_words_stays_with_them(self) -> None:
        def page(canvas: Canvas) -> None:
            for at, text in enumerate(("Pas", "Kørekort")):
                write(canvas, 60, 100 + 15 * at, "\u2022")
                write(canvas, 85, 100 + 15 * at, text)

        assert told(read(page)) == [[("", "Pas"), ("", "Kørekort")]]

    def test_drawn_dots_are_bullets(self) -> None:
        def page(canvas: Canvas) -> None:
            for at, text in enumerate(("Pas", "Kørekort")):
                canvas.circle(63, 842 - 100 - 20 * at + 4, 2, fill=1)
                write(canvas, 75, 100 + 20 * at, text)

        assert told(read(page)) == [[("", "Pas"), ("", "Kørekort")]]

    def test_counted_items_behind_bullets_are_a_list_of_their_own(self) -> None:
        lines = ["\u2022 Pas", "\u2022 Kørekort", "1. Skriv", "2. Send"]
        assert told(read(lambda c: write_lines(c, 60, 100, lines))) == [
            [("", "Pas"), ("", "Kørekort")],
            [("1.", "Skriv"), ("2.", "Send")],
        ]


class TestHyphens:
    @pytest.mark.parametrize(
        ("before", "after", "joined"),
        [
            ("sags-", "behandler", "sagsbehandler"),
            ("Teknik-", "og Miljø", "Teknik- og Miljø"),
            ("sam\u00ad", "men", "sammen"),
            ("e-", "mail", "e-mail"),
            ("2025-", "2026", "2025-2026"),
            ("https://fjordby.example/boligstoette-", "2026", "https://fjordby.example/boligstoette-2026"),
            ("Nordrhein-", "Westfalen", "Nordrhein-Westfalen"),
            ("borger-", "service@fjordby.example", "borger-service@fjordby.example"),
            ("vi", "svarer", "vi svarer"),
        ],
    )  # fmt: skip
    def test_a_hyphen_goes_only_if_the_lines_end_made_it(
        self, before: str, after: str, joined: str
    ) -> None:
        cut, between = joint(before, after)
        assert before[: len(before) - cut] + between + after == joined


class TestFootnotes:
    def test_a_note_is_told_at_the_end_and_its_mark_in_the_text(self) -> None:
        def page(canvas: Canvas) -> None:
            write_lines(canvas, 60, 100, [FULL, "du betaler et depositum."])
            width = canvas.stringWidth("du betaler et depositum.", "Helvetica", 11)
            write(canvas, 60 + width, 109.5, "1", size=6.5)
            write_lines(canvas, 60, 160, [FULL, "vi svarer dig."])
            write(canvas, 60, 717, "1", size=5.5)
            write(canvas, 64, 720, "Depositum forrentes ikke.", size=8.5)

        blocks = told(read(page))
        assert str(blocks[0]).endswith("depositum. [1]")
        assert blocks[-1] == "[1] Depositum forrentes ikke."

    def test_a_square_metre_is_no_note(self) -> None:
        def page(canvas: Canvas) -> None:
            write(canvas, 60, 100, "Boligen er 85 m")
            write(
                canvas, 60 + canvas.stringWidth("Boligen er 85 m", "Helvetica", 11), 95, "2", size=7
            )

        assert told(read(page)) == ["Boligen er 85 m²"]


class TestNarrowAndWide:
    def test_a_letter_set_widely_is_not_torn_by_an_address_set_closely(self) -> None:
        wide = [FULL, *[FULL.replace("Du", "du")] * 3, "vi svarer dig."]

        def page(canvas: Canvas) -> None:
            write_lines(canvas, 60, 100, ["Aslaug Kirkeby", "Gl. Færgevej 9", "9999 Fjordby"])
            for at, line in enumerate(wide):
                write(canvas, 60, 200 + at * 22, line)

        assert told(read(page))[1] == " ".join(wide)

    def test_columns_of_short_lines_are_read_one_after_the_other(self) -> None:
        columns = [
            "Vi har åbent mandag til|onsdag fra klokken 9 til 14,|og torsdag fra 9 til klokken 17|"
            "til fredag kl. 13.",
            "Du bestiller en tid hos os på|kommunens hjemmeside eller|ved at ringe. Husk gyldig|"
            "legitimation med billede.",
            "Et pas til voksne koster 893|kroner, og et pas til børn|koster 178 kroner. Et nyt|"
            "kørekort er billigere.",
        ]

        def page(canvas: Canvas) -> None:
            for at, column in enumerate(columns):
                write_lines(canvas, 60 + 165 * at, 100, column.split("|"))

        assert told(read(page)) == [column.replace("|", " ") for column in columns]

    def test_a_paragraph_goes_on_in_the_next_narrow_column(self) -> None:
        left = ["Et pas til voksne koster 893", "kroner, og et pas til børn under"]
        right = ["tolv år koster 178 kroner og", "for ældre koster det mindre."]

        def page(canvas: Canvas) -> None:
            write_lines(canvas, 60, 100, left)
            write_lines(canvas, 260, 90, right)

        assert told(read(page)) == [" ".join(left + right)]

    def test_opening_hours_in_a_narrow_column_keep_their_lines(self) -> None:
        lines = ["Mandag til torsdag", "kl. 8.30-15.00", "telefon 87 00 11 22"]
        assert told(read(lambda c: write_lines(c, 60, 100, lines))) == [lines]

    def test_a_date_set_to_the_right_is_read_where_it_stands(self) -> None:
        def page(canvas: Canvas) -> None:
            write_lines(canvas, 60, 100, ["Aslaug Kirkeby", "Gl. Færgevej 9", "9999 Fjordby"])
            write(canvas, 400, 160, "Fjordby, den 4. november 2026")
            write(canvas, 60, 200, "Afgørelse", size=15, bold=True)

        blocks = told(read(page))
        assert blocks[1:] == ["Fjordby, den 4. november 2026", "# Afgørelse"]
