"""What a person reads of a document: the sentences, in Danish and English, at any width."""

import pytest

from accessibility.plain_lines import wrapped_text
from accessibility.rendering.grid import grid_lines
from accessibility.rendering.plain import rendered
from accessibility.rendering.table_words import table_lines, table_totals
from accessibility.wording import wording_for
from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Field,
    FieldKind,
    HeaderSource,
    KeyValue,
    Table,
    Trust,
)
from tests.accessibility.rendering.rich_tree import RATES, RICH, row, words

SAY = wording_for("en")


def text_of(*blocks: Block) -> str:
    return rendered(DocumentTree(trust=Trust.TAGGED, blocks=blocks), SAY).text


@pytest.mark.parametrize("columns", [20, 40, 80])
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_rich_document(language: str, columns: int, snapshot: object) -> None:
    lines = wrapped_text(rendered(RICH, wording_for(language)).text, columns)
    assert "\n".join(lines) == snapshot


def test_how_far_to_trust_a_document_is_said_before_it() -> None:
    assert rendered(RICH, SAY).text.startswith(
        "Read by machine from a picture: words may be wrong.\n"
        "The order of the text is uncertain.\n\nHeading 1: "
    )


def test_a_table_is_its_columns_and_then_its_rows_with_amounts_as_written() -> None:
    assert table_lines(RATES, SAY) == [
        "Udbetalinger",
        "Table, 3 rows: Forfaldsdato, Periode, Beløb.",
        "Row 1. Forfaldsdato: 1. december 2026. Periode: December. Beløb: 1.234,50 kr.",
        "Row 2. Forfaldsdato: 1. januar 2027. Periode: Januar. Beløb: 1.234,50 kr.",
        "Row 3. Forfaldsdato: I alt. Beløb: 2.469,00 kr.",
    ]
    assert table_lines(RATES, SAY, rows=[2])[2:] == [
        "Row 2. Forfaldsdato: 1. januar 2027. Periode: Januar. Beløb: 1.234,50 kr."
    ]


@pytest.mark.parametrize("name", ["I alt", "Total", "Sum", "Subtotal", "At betale", "SALDO"])
def test_the_rows_that_look_like_totals_are_found(name: str) -> None:
    rows = (row("Husleje", "5"), row("", name), row("Summer i byen", "3"))
    assert table_totals(Table(header=(), rows=rows, header_source=HeaderSource.NONE)) == (2,)


def test_an_empty_cell_is_said_where_only_its_place_tells_what_it_is() -> None:
    rows = (row("a", "", "c"), row("d", "e", ""))
    table = Table(header=(), rows=rows, header_source=HeaderSource.NONE)
    assert text_of(table) == "Table, 2 rows, 3 columns.\nRow 1. a. Empty. c.\nRow 2. d. e."


def pairs(*told: tuple[str, str]) -> KeyValue:
    return KeyValue(pairs=tuple((words(name), words(value)) for name, value in told))


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("DTSTART", "2026-12-10T09:15 Europe/Copenhagen",
         "Begins: Thursday 10 December 2026 at 9.15"),
        ("DTEND", "2026-12-10T09:00Z", "Ends: Thursday 10 December 2026 at 10.00"),
        ("DTSTART", "2026-12-10", "Begins: Thursday 10 December 2026"),
        ("DTSTART", "2026-07-01T09:00 Europe/London",
         "Begins: Wednesday 1 July 2026 at 9.00, time of Europe/London"),
        ("EXDATE", "2026-12-17, 2026-12-24",
         "Not on: Thursday 17 December 2026, Thursday 24 December 2026"),
        ("DTSTART", "2026-13-10", "Begins: 2026-13-10"),
        ("DURATION", "PT1H30M", "Lasts: 1 hour, 30 minutes"),
        ("RRULE", "FREQ=WEEKLY;COUNT=3", "Repeats: every week, 3 times"),
        ("RRULE", "FREQ=DAILY;UNTIL=20261224T230000Z",
         "Repeats: every day until Thursday 24 December 2026"),
        ("RRULE", "FREQ=WEEKLY;BYDAY=MO", "Repeats: FREQ=WEEKLY;BYDAY=MO"),
        ("STATUS", "CANCELLED", "Status: called off"),
    ],
)  # fmt: skip
def test_a_calendar_entry_is_told_in_words(name: str, value: str, told: str) -> None:
    assert text_of(pairs(("ORGANIZER", "X"), (name, value))) == f"Organizer: X\n{told}"


def test_names_of_the_standards_are_left_alone_where_a_document_has_them_as_its_own() -> None:
    assert text_of(pairs(("DUE", "1 May"), ("STATUS", "PAID"))) == "DUE: 1 May\nSTATUS: PAID"
    assert text_of(pairs(("From", "Leeds"))) == "From: Leeds"
    date = ("Date", "Fri, 13 Nov 2026 08:30:00 +0100")
    head = pairs(("From", "a@b.example"), ("Cc", "c@d.example"), date)
    assert text_of(head) == (
        "From: a@b.example\nCopy to: c@d.example\nDate: Friday 13 November 2026 at 8.30"
    )


@pytest.mark.parametrize(
    ("field", "told"),
    [
        (Field(label="Navn:", kind=FieldKind.TEXT, value="Anna"), "Field: Navn: Anna."),
        (Field(label="Navn", kind=FieldKind.TEXT), "Empty field: Navn."),
        (Field(label="Ja", kind=FieldKind.CHECK, checked=True), "Check box, ticked: Ja."),
        (Field(label="Ja?", kind=FieldKind.CHECK), "Check box, not ticked: Ja?"),
        (Field(label="Ejer", kind=FieldKind.RADIO, checked=True), "Choice, chosen: Ejer."),
        (Field(label="Ejer", kind=FieldKind.RADIO), "Choice, not chosen: Ejer."),
        (Field(label="Sign", kind=FieldKind.SIGNATURE), "Empty signature field: Sign."),
        (Field(label="By", kind=FieldKind.CHOICE, value="Ry", options=("Ry", "Ry Mark")),
         "Field: By: Ry. Choices: Ry, Ry Mark."),
    ],
)  # fmt: skip
def test_a_field_says_what_it_is_and_what_is_in_it(field: Field, told: str) -> None:
    assert text_of(field) == told


def test_a_grid_is_aligned_and_says_its_header_again() -> None:
    assert grid_lines(RATES, 60) == [
        "Forfaldsdato      Periode          Beløb",
        "",
        "1. december 2026  December  1.234,50 kr.",
        "1. januar 2027    Januar    1.234,50 kr.",
        "I alt                       2.469,00 kr.",
    ]
    rows = tuple(row(str(n), "x") for n in range(45))
    table = Table(header=row("Nr.", "Navn"), rows=rows, header_source=HeaderSource.RULED)
    assert grid_lines(table, 40).count("Nr.  Navn") == 3


def test_a_grid_too_wide_goes_on_below_with_its_first_column() -> None:
    names = [f"Kolonne {n}" for n in range(6)]
    table = Table(
        header=row(*names), rows=(row(*(f"værdi {n}" for n in range(6))),),
        header_source=HeaderSource.TAGGED,
    )  # fmt: skip
    lines = grid_lines(table, 30)
    assert all(len(line) <= 30 for line in lines)
    assert sum("værdi 0" in line for line in lines) > 1
    assert all(f"værdi {n}" in "\n".join(lines) for n in range(6))
