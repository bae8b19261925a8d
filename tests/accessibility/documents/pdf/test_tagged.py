"""Tags are believed where they reach the words; what they say of lists and tables is kept."""

from dataclasses import replace

from accessibility.documents.layout.assembling import blocks_of_drafts
from accessibility.documents.page_marks import Piece
from accessibility.documents.pdf.tagged import read_tags
from accessibility.documents.pdf.tags import Tag
from mailbox_store.model.document_tree import (
    Block,
    Figure,
    Heading,
    List,
    Paragraph,
    Run,
    Table,
)


def _blocks(*tags: Tag, texts: dict[int, str]) -> list[Block]:
    pieces = {}
    for at, text in texts.items():
        top = 100.0 + 40 * at
        pieces[at] = [Piece(text, 60, 60 + 5.0 * len(text), top, top + 11, 11)]
    return blocks_of_drafts(read_tags(list(tags), pieces, 1, 11).drafts)


def _words(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def test_roles_become_blocks_in_the_order_of_the_tags() -> None:
    told = _blocks(
        Tag(role="P", children=[1]),
        Tag(role="H1", children=[0]),
        texts={0: "Afgørelse om støtte", 1: "Kære Anne"},
    )
    assert told == [
        Paragraph(words=_words("Kære Anne")),
        Heading(words=_words("Afgørelse om støtte"), level=1),
    ]


def test_a_picture_tells_what_its_author_says_of_it() -> None:
    assert _blocks(Tag(role="Figure", alt="Byvåben"), texts={}) == [Figure(alt="Byvåben")]


def test_an_inner_list_belongs_to_its_item() -> None:
    inner = Tag(role="L", children=[Tag(role="LI", children=[Tag(role="LBody", children=[1])])])
    outer = Tag(role="LI", children=[Tag(role="LBody", children=[0]), inner])
    told = _blocks(Tag(role="L", children=[outer]), texts={0: "\u2022 Pas", 1: "      \u2022 Kopi"})
    assert isinstance(told[0], List)
    assert told[0].items[0].words == _words("Pas")


def test_a_table_keeps_its_header_and_a_cell_over_two_columns() -> None:
    def row(*cells: Tag) -> Tag:
        return Tag(role="TR", children=list(cells))

    table = Tag(
        role="Table",
        children=[
            row(Tag(role="TH", children=[0]), Tag(role="TH", children=[1])),
            row(Tag(role="TD", children=[2]), Tag(role="TD", children=[3])),
            row(replace(Tag(role="TD", children=[4]), columns=2)),
        ],
    )
    told = _blocks(
        table, texts={0: "Måned", 1: "Beløb", 2: "Januar", 3: "1.200 kr.", 4: "Intet i marts"}
    )
    assert isinstance(told[0], Table)
    assert told[0].header == (_words("Måned"), _words("Beløb"))
    assert told[0].rows[1] == (_words("Intet i marts"), ())


def test_tags_that_hold_each_other_deeply_end() -> None:
    tag = Tag(role="P", children=[0])
    for _ in range(3_000):
        tag = Tag(role="Sect", children=[tag])
    assert _blocks(tag, texts={0: "Kære Anne"}) == [Paragraph(words=_words("Kære Anne"))]
