"""A table of HTML becomes a table, names with values, or the blocks it only places."""

import pytest

from accessibility.documents.html import read_markup
from mailbox_store.model.document_tree import (
    Block,
    Field,
    FieldKind,
    HeaderSource,
    Heading,
    KeyValue,
    Lines,
    List,
    Paragraph,
    Run,
    Table,
)
from mailbox_store.model.tree_json import json_of_tree, tree_of_json
from tests.accessibility.documents.reading_back import blocks, told, words

LONG = "Du kan klage over afgørelsen. " * 20


def table(markup: str) -> Table:
    (found,) = blocks(read_markup(f"<table>{markup}</table>"))
    assert isinstance(found, Table)
    return found


def texts(rows: tuple[tuple[tuple[Run, ...], ...], ...]) -> list[list[str]]:
    return [["".join(run.text for run in cell) for cell in row] for row in rows]


def test_a_table_keeps_its_caption_its_header_and_its_empty_cells() -> None:
    found = table(
        "<caption>Regning</caption><tr><th>Ydelse<th>Dato<th>Beløb</tr>"
        "<tr><td>Renter<td><td>1,25 kr.</tr><tr><td><a href=https://a.example>I alt</a><td>"
    )
    assert found.caption == words("Regning")
    assert texts((found.header,)) == [["Ydelse", "Dato", "Beløb"]]
    assert texts(found.rows) == [["Renter", "", "1,25 kr."], ["I alt", "", ""]]
    assert found.rows[1][0] == words(Run("I alt", link="https://a.example"))
    assert found.header_source is HeaderSource.TAGGED


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("<thead><tr><td>Art<td>Kr.</thead>", HeaderSource.TAGGED),
        ("<tr><td><th scope=col>Kr.", HeaderSource.TAGGED),
        ("<tr><td><b>Art</b><td><p style='font-weight:700'>Kr.", HeaderSource.RULED),
        ("<tr bgcolor=#ccc><td>Art<td>Kr.", HeaderSource.RULED),
        ("<tr><td style='background:#036'>Art<td style='background:#036'>Kr.", HeaderSource.RULED),
    ],
)
def test_how_a_header_is_known_is_told(head: str, source: HeaderSource) -> None:
    found = table(f"{head}</tr><tbody><tr><td>Leje<td>10<tr><td>El<td>20")
    assert found.header_source is source
    assert texts((found.header,))[0][1] == "Kr."
    assert texts(found.rows) == [["Leje", "10"], ["El", "20"]]


def test_striped_rows_make_no_header() -> None:
    rows = "".join(f"<tr bgcolor={c}><td>{c}<td>a<td>b" for c in ("#eee", "#fff", "#eee", "#fff"))
    assert table(rows).header_source is HeaderSource.NONE


def test_a_value_over_two_rows_stays_under_its_own_header() -> None:
    found = table(
        "<tr><th>Måned<th>Art<th>Kr.</tr><tr><td rowspan=2>Maj<td>Leje<td>10</tr><tr><td>El<td>20"
    )
    assert texts(found.rows) == [["Maj", "Leje", "10"], ["Maj", "El", "20"]]


def test_a_wide_header_is_that_of_each_column_and_a_first_wide_row_is_the_caption() -> None:
    found = table(
        "<tr><td colspan=3>Udbetaling</tr><tr><th>Dato<th colspan=2>Kr.<br>i alt</tr>"
        "<tr><td>1. maj<td>10<td>20"
    )
    assert found.caption == words("Udbetaling")
    assert texts((found.header,)) == [["Dato", "Kr. i alt", "Kr. i alt"]]


def test_row_headers_stay_cells() -> None:
    found = table("<tr><th>Art<th>2025<th>2026<tr><th>Leje<td>10<td>20<tr><th>El<td>1<td>2")
    assert texts(found.rows) == [["Leje", "10", "20"], ["El", "1", "2"]]


def test_lines_and_lists_in_a_cell_become_one_line() -> None:
    found = table("<tr><th>Hvem<th>Hvad<tr><td>Bo<br>Vej 1<td><ul><li>a.<li>b</ul>")
    assert texts(found.rows) == [["Bo, Vej 1", "a. b"]]


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td>Navn<td>Bo<tr><td>By:<td>Y</table>",
        "<table><tr><th>Navn<td>Bo<tr><th>By:<td>Y</table>",
        "<table><tr><td>Navn<td width=20><td>Bo<tr><td>By:<td><td>Y</table>",
        "<dl><dt>Navn<dd>Bo<dt>By:<dd>Y</dl>",
    ],
)
def test_two_columns_without_a_header_are_names_with_values(markup: str) -> None:
    pairs = ((words("Navn"), words("Bo")), (words("By:"), words("Y")))
    assert blocks(read_markup(markup)) == [KeyValue(pairs=pairs)]


def test_two_columns_of_numbers_are_a_table_without_a_header() -> None:
    found = table("<tr><td>1. maj<td>10<tr><td>1. maj<td>20")
    assert (found.header, found.header_source) == ((), HeaderSource.NONE)


def test_a_table_that_only_places_things_is_no_table() -> None:
    inner = "<table><tr><td>Navn<td>Bo</table>"
    found = blocks(read_markup(f"<table><tr><td><p>Hej</p>{inner}<td>x</table>"))
    pair = KeyValue(pairs=((words("Navn"), words("Bo")),))
    assert found == [Paragraph(words=words("Hej")), pair, Paragraph(words=words("x"))]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<table role=presentation><tr><td>a<td>b</table>", [Paragraph, Paragraph]),
        ("<table><tr><td>a<tr><td>b</table>", [Paragraph, Paragraph]),
        ("<table><tr><td><h2>a</h2><td>b</table>", [Heading, Paragraph]),
        ("<table><tr><td>a<br>b<td>Dato: 1. maj</table>", [Lines, Paragraph]),
        (f"<table><tr><td>{LONG}<td>b</table>", [Paragraph, Paragraph]),
        ("<table><tr><td>a<td><ul><li>x<li>y</ul></table>", [Paragraph, List]),
    ],
)
def test_a_layout_dissolves_into_what_it_places(markup: str, expected: list[type[Block]]) -> None:
    assert [type(block) for block in blocks(read_markup(markup))] == expected


def test_a_form_in_a_table_gives_fields_named_by_the_cell_before() -> None:
    markup = "<table><tr><td>Navn:<td><input value=Bo><tr><td>By<td><input></table>"
    assert blocks(read_markup(markup)) == [
        Field(label="Navn", kind=FieldKind.TEXT, value="Bo"),
        Field(label="By", kind=FieldKind.TEXT),
    ]


def test_a_form_keeps_what_is_written_beside_its_fields() -> None:
    box = "<input type=checkbox checked> Ja"
    markup = f"<table><tr><td>CPR-nr.:<td>010180-0000<tr><td>Gift:<td>{box}</table>"
    assert blocks(read_markup(markup)) == [
        KeyValue(pairs=((words("CPR-nr.:"), words("010180-0000")),)),
        Paragraph(words=words("Gift:")),
        Field(label="Ja", kind=FieldKind.CHECK, checked=True),
    ]


def test_fields_under_headers_stay_in_their_cells() -> None:
    found = table(
        "<tr><th>Dag<th>Timer<th>Ferie<tr><td>Mandag<td><input value=7><td><input type=checkbox>"
    )
    assert texts(found.rows) == [["Mandag", "7", "[ ]"]]


def test_spans_cannot_make_a_document_grow_without_end() -> None:
    cell = f"<td rowspan=100>{'x' * 10_000}"
    tree = read_markup("<table><tr>" + cell * 100 + "<tr><td>y" * 100 + "</table>").tree
    assert tree is not None
    assert len(json_of_tree(tree)) < 4_000_000
    assert tree_of_json(json_of_tree(tree)) == tree
    wide = read_markup("<table>" + "<tr><td colspan=100 rowspan=100>x<td>y" * 3_000 + "</table>")
    assert told(wide).count("x") < 500_000
