"""What stands at the edges of pages is told apart from the text, and the order is a reader's."""

import random
import time
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from accessibility.documents.layout.pages import blocks_of_pages
from accessibility.documents.page_marks import PageMarks, Piece, Rule
from accessibility.tree_text import tree_text
from mailbox_store.model.document_tree import DocumentTree, Table, Trust
from tests.accessibility.documents.pdf.drawn_pages import (
    FILLER,
    HEIGHT,
    Canvas,
    letters,
    read,
    told,
    write,
    write_lines,
)


def _with_edges(number: int, *, head: bool) -> Callable[[Canvas], None]:
    def page(canvas: Canvas) -> None:
        if head:
            write(canvas, 60, 40, "Fjordby Kommune, sag 26/1234", size=9)
        write_lines(canvas, 60, 120, [f"{number} {FILLER} ændret sig, og", "vi svarer dig snart."])
        write(canvas, 280, 810, f"Side {number} af 3", size=9)

    return page


class TestRunningHeads:
    def test_heads_and_page_numbers_are_kept_and_not_said(self) -> None:
        extract = read(*(_with_edges(n, head=True) for n in (1, 2, 3)))
        assert "Kommune" not in tree_text(extract.tree)
        assert "Side" not in tree_text(extract.tree)
        assert "Side 2 af 3" in extract.tree.removed
        assert extract.tree.removed.count("Fjordby Kommune, sag 26/1234") == 3

    def test_a_head_from_page_two_on_is_one(self) -> None:
        extract = read(*(_with_edges(n, head=n > 1) for n in (1, 2, 3)))
        assert "Kommune" not in tree_text(extract.tree)

    def test_a_last_line_that_stands_on_one_page_only_is_text(self) -> None:
        def page(canvas: Canvas) -> None:
            write_lines(canvas, 60, 100, [f"{FILLER} ændret sig, og", "vi svarer dig snart."])
            write(canvas, 60, 790, "Pengene bliver krævet tilbage.")

        assert "Pengene bliver krævet tilbage." in told(read(page))


class TestOrder:
    def test_an_address_and_the_date_beside_it_come_before_the_letter(self) -> None:
        def page(canvas: Canvas) -> None:
            write_lines(canvas, 60, 100, ["Aslaug Kirkeby", "Gl. Færgevej 9", "9999 Fjordby"])
            write_lines(canvas, 400, 100, ["Dato: 3. november 2026", "Sag: 26/1234"])
            write_lines(canvas, 60, 220, ["Vi har modtaget din klage og", "ser på den nu."])
            write_lines(canvas, 400, 220, ["Ring til os", "00 11 22 33"])

        text = tree_text(read(page).tree)
        assert text.index("Dato") < text.index("Vi har modtaget")


_DrawnLine = tuple[int, int, int, bool, str]  # x, top, size, bold, text

word = st.text("abcdefghijklmnoprstuvæøå0123456789", min_size=1, max_size=9)
line = st.tuples(
    st.sampled_from([50, 60, 75, 200, 310, 420]),
    st.integers(40, 820),
    st.sampled_from([7, 9, 11, 14]),
    st.booleans(),
    st.lists(word, min_size=1, max_size=7).map(" ".join),
)
rule = st.tuples(
    st.integers(40, 500), st.integers(40, 800), st.integers(0, 300), st.integers(0, 200)
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.lists(line, max_size=14), st.lists(rule, max_size=8)), min_size=1, max_size=3
    )
)
def test_no_letter_is_lost_or_doubled_however_lines_lie(
    pages: list[tuple[list[_DrawnLine], list[tuple[int, int, int, int]]]],
) -> None:
    marks = []
    for number, (lines, rules) in enumerate(pages, start=1):
        pieces = []
        for x, top, size, bold, text in lines:
            at = float(x)
            for each in text.split():
                width = 0.5 * size * len(each)
                pieces.append(Piece(each, at, at + width, top, top + size, size, bold=bold))
                at += width + 0.28 * size
        drawn = [Rule(x, y, x + w, y) if w > h else Rule(x, y, x, y + h) for x, y, w, h in rules]
        marks.append(PageMarks(number, 595, 842, pieces, drawn))
    wanted = letters(" ".join(piece.text for page in marks for piece in page.pieces))
    laid = blocks_of_pages(marks)
    tree = DocumentTree(trust=Trust.LAYOUT, blocks=laid.blocks)
    found = letters(tree_text(tree) + " ".join(laid.removed))
    lost = sum(max(count - found[letter], 0) for letter, count in wanted.items())
    assert lost <= 0.03 * sum(wanted.values()) + 1
    if not any(isinstance(block, Table) for block in laid.blocks):  # a header is said with each row
        assert sum((found - wanted).values()) <= 0.03 * sum(wanted.values()) + 1


def test_a_page_with_very_many_words_takes_little_time() -> None:
    chance = random.Random(4)
    pieces = [
        Piece("ord", x := chance.uniform(0, 570), x + 15, top := chance.uniform(0, 830), top + 8, 8)
        for _ in range(12_000)
    ]
    started = time.process_time()
    blocks_of_pages([PageMarks(1, 595, HEIGHT, pieces, [])])
    assert time.process_time() - started < 10
