"""Rows of values as a table: nothing lost, the header only where it differs."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from accessibility.documents.csv_rows import read_csv, separator_of
from accessibility.tree_text import words_text
from mailbox_store.model.document_tree import HeaderSource, KeyValue, Lines, Paragraph, Table
from mailbox_store.model.warned import Warned

VALUES = st.text(alphabet='abÅ12;,|"\t x', min_size=1, max_size=8).filter(lambda v: v.strip())


def _table(content: bytes) -> Table:
    tree = read_csv(content).tree
    assert tree is not None
    (block,) = tree.blocks
    assert isinstance(block, Table)
    return block


def _texts(table: Table) -> list[list[str]]:
    rows = (table.header, *table.rows) if table.header else table.rows
    return [list(map(words_text, row)) for row in rows]


@given(
    st.integers(2, 5).flatmap(
        lambda width: st.lists(
            st.lists(VALUES, min_size=width, max_size=width), min_size=2, max_size=6
        )
    ),
    st.sampled_from(";,\t"),
)
def test_every_value_comes_back_in_its_place(rows: list[list[str]], separator: str) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    text = f"sep={separator}\r\n{written.getvalue()}"
    assert _texts(_table(text.encode())) == [[" ".join(v.split()) for v in row] for row in rows]


@given(st.binary(max_size=200))
def test_any_bytes_are_read(content: bytes) -> None:
    assert read_csv(content).tree is not None


def test_a_danish_bank_statement_is_read_whole() -> None:
    table = _table('Dato;Tekst;Beløb\r\n1.12.2026;"Leje; maj";"1.234,50"\r\n'.encode("cp1252"))
    assert table.header_source is HeaderSource.GUESSED
    assert _texts(table) == [["Dato", "Tekst", "Beløb"], ["1.12.2026", "Leje; maj", "1.234,50"]]


def test_rows_that_all_have_numbers_have_no_header() -> None:
    assert _table(b"1,2\n3,4\n").header_source is HeaderSource.NONE
    assert _table(b"navn,by\nAnna,Odense\n").header_source is HeaderSource.NONE


def test_a_short_row_is_filled_up() -> None:
    assert _texts(_table(b"a;b;c\n1;2;3\n4\n5;6;7\n8;9;1\n7;7;7"))[2] == ["4", "", ""]


def test_a_letter_with_commas_is_no_table() -> None:
    tree = read_csv("Kære Anna, hej\nDu skal betale\nFør maj".encode()).tree
    assert tree is not None
    assert all(isinstance(block, Paragraph | Lines | KeyValue) for block in tree.blocks)


def test_too_many_rows_are_cut_and_say_so() -> None:
    extract = read_csv(b"a;1\n" * 6_000)
    assert extract.tree is not None
    assert Warned(code="cut") in extract.warnings
    assert len(_table(b"a;1\n" * 6_000).rows) == 5_000


def test_what_separates_is_told_by_most_rows() -> None:
    assert separator_of("a;b,c\nd;e,f\ng;h") == ";"
    assert separator_of("kun tekst\nog mere") == ""
