"""Markdown that a program reads as it was meant, and that a person can read as it is."""

import re
from itertools import pairwise

import pytest
from hypothesis import given

from accessibility.rendering.markdown import markdown_of
from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Field,
    FieldKind,
    HeaderSource,
    Heading,
    Item,
    KeyValue,
    Lines,
    List,
    Paragraph,
    Raw,
    Run,
    Table,
    Trust,
)
from tests.accessibility.rendering.rich_tree import RICH, row, tables, words

_CELL_END = re.compile(r"(?<!\\)(?:\\\\)*(\|)")


def markdown(*blocks: Block) -> str:
    return markdown_of(DocumentTree(trust=Trust.TAGGED, blocks=blocks))


def test_the_rich_document(snapshot: object) -> None:
    assert markdown_of(RICH) == snapshot


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. december 2026", r"1\. december 2026"),
        ("# 4", r"\# 4"),
        ("- og så", r"\- og så"),
        ("-500,00 kr.", "-500,00 kr."),
        ("> 65 år", r"\> 65 år"),
        ("2 * 3 er 6", "2 * 3 er 6"),
        ("*vigtigt*", r"\*vigtigt\*"),
        ("min_fil_navn.pdf", "min_fil_navn.pdf"),
        ("_nej_", r"\_nej\_"),
        ("Navn: ______", "Navn: ______"),
        ("A & B", "A & B"),
        ("A &amp; B", r"A \&amp; B"),
        ("5 < 6", "5 < 6"),
        ("<b>", r"\<b>"),
        ("[se](her)", r"\[se](her)"),
        ("[1] note", "[1] note"),
        ("---", r"\---"),
        ("C:\\temp", "C:\\temp"),
        ("§ 3, stk. 2", "§ 3, stk. 2"),
    ],
)
def test_only_what_would_be_markup_is_escaped(text: str, escaped: str) -> None:
    assert markdown(Paragraph(words=words(text))) == f"{escaped}\n"


@given(tables())
def test_the_cells_of_a_table_come_back_as_they_were(table: Table) -> None:
    plain = Table(
        header=tuple(words(text) for text in map(bare, table.header)),
        rows=tuple(tuple(words(text) for text in map(bare, cells)) for cells in table.rows),
        header_source=table.header_source,
    )
    lines = markdown(plain).splitlines()
    if not lines:
        return
    header, rule, *rows = lines
    wanted = [plain.header or ((),) * rule.count("---"), *plain.rows]
    assert [cells_of(line) for line in (header, *rows)] == [
        [bare(cell).strip() for cell in cells] for cells in wanted
    ]


def bare(cell: tuple[Run, ...]) -> str:
    """Give a cell's text without backslashes: what they mean is another test's matter."""
    return "".join(run.text for run in cell).replace("\\", "")


def cells_of(line: str) -> list[str]:
    ends = [found.start(1) for found in _CELL_END.finditer(line)]
    pieces = [line[start + 1 : end] for start, end in pairwise(ends)]
    return [piece.strip().replace("\\", "") for piece in pieces]


def test_a_table_without_a_header_gets_an_empty_one() -> None:
    table = Table(header=(), rows=(row("a", "b|c"),), header_source=HeaderSource.NONE)
    assert markdown(table) == "|  |  |\n|---|---|\n| a | b\\|c |\n"


def test_a_link_that_shows_its_own_address_stands_as_it_is() -> None:
    shown = Run("https://virk.dk/a_b", "https://virk.dk/a_b")
    mail = Run("a@b.example", "mailto:a@b.example")
    named = Run(" se [her] ", "https://virk.dk/(1)")
    assert markdown(Paragraph(words=words(shown, " ", mail, " og", named, "nu"))) == (
        "https://virk.dk/a_b a@b.example og [se \\[her\\]](<https://virk.dk/(1)>) nu\n"
    )


def test_lists_keep_their_numbers_and_stand_inside_their_items() -> None:
    inner = List(items=(Item(words=words("x"), label="a)"), Item(words=words("y"))))
    outer = List(
        ordered=True,
        items=(
            Item(words=words("et"), label="9."),
            Item(words=words("to"), label="10.", inner=(inner, Paragraph(words=words("mere")))),
        ),
    )
    assert markdown(outer) == "9. et\n10. to\n    - a) x\n    - y\n\n    mere\n"


def test_two_lists_in_a_row_stay_two() -> None:
    one = List(items=(Item(words=words("et")),))
    assert markdown(one, one) == "- et\n\n<!-- -->\n\n- et\n"


def test_fields_pairs_and_lines_stand_one_on_a_line() -> None:
    blocks = (
        Field(label="Navn:", kind=FieldKind.TEXT, value="Anna"),
        Field(label="Ja", kind=FieldKind.CHECK, checked=True),
        Field(label="Nej", kind=FieldKind.CHECK),
        KeyValue(pairs=((words("Reg.nr.:"), words("3574")), (words("Konto"), ()))),
        Lines(lines=(words("Anna"), words("1. sal"))),
    )
    assert markdown(*blocks) == (
        "Navn: Anna  \n[x] Ja  \n[ ] Nej\n\nReg.nr.: 3574  \nKonto:\n\nAnna  \n1\\. sal\n"
    )


def test_raw_text_stands_behind_a_fence_longer_than_any_in_it() -> None:
    assert markdown(Raw(text="a\n```\n b")) == "````\na\n```\n b\n````\n"


def test_a_heading_without_words_is_left_out() -> None:
    assert markdown(Heading(words=(), level=2)) == ""
    assert markdown(Heading(words=words("C #"), level=9)) == "###### C \\#\n"
