"""A document's tree as passages in which facts are looked for: a block's text, or one cell.

A cell is a passage of its own, so that no rule reads over its edge; what its column or its name
says stands in `before`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from accessibility.sentences import Sentences
from accessibility.tree_text import block_text, row_text, words_text
from mailbox_store.model.document_facts import FactKind
from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Field,
    Heading,
    KeyValue,
    Paragraph,
    Table,
)

MOST_CHARACTERS = 500_000  # about 200 pages: what stands behind them is not searched
_MOST_QUOTE = 300  # characters of a row
_CONTEXT = 300  # characters of the paragraph before


class Found(NamedTuple):
    """A fact in a passage: where it stands there, and how sure it is."""

    kind: FactKind
    value: str
    start: int
    end: int
    is_certain: bool = True


@dataclass(frozen=True, kw_only=True)
class Passage:
    """Some text of one block, and what is known about the place it stands in."""

    text: str
    block: int
    at: int = 0  # where the text begins in the block's
    before: str = ""  # "Due: " of a cell in the column "Due"
    after: str = ""  # what the name's value says, behind a name
    row: str = ""  # what the row's first cell says
    row_quote: str = ""  # all of the row, of a cell
    heading: str = ""  # the nearest heading above
    context: str = ""  # the paragraph above, of a table

    @property
    def is_cell(self) -> bool:
        """Whether it is a cell or a value rather than running text."""
        return bool(self.row_quote)

    def quote(self, start: int, end: int) -> str:
        """Quote the sentence, or the row, that holds `text[start:end]`."""
        if not self.row_quote:
            return self._sentences.around(start, end)
        whole = " ".join(self.row_quote.split())
        return (
            whole if len(whole) <= _MOST_QUOTE else whole[:_MOST_QUOTE].rpartition(" ")[0] + " ..."
        )

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Tell where the sentence that holds `text[start:end]` begins and ends."""
        return self._sentences.bounds(start, end)

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences(self.text)


def passages_of(tree: DocumentTree) -> Iterator[Passage]:
    """Give a tree's passages in reading order."""
    heading = paragraph = ""
    room = MOST_CHARACTERS
    for number, block in enumerate(tree.blocks):
        text = block_text(block)[:room]
        room -= len(text)
        if not text.strip():
            continue
        if isinstance(block, Heading):
            heading, paragraph = text, ""
        match block:
            case Table():
                yield from _table(block, text, number, heading, paragraph)
            case KeyValue(pairs=pairs):
                named = [(words_text(name), words_text(value)) for name, value in pairs]
                yield from _pairs(named, text, number, heading, paragraph)
            case Field():
                yield from _pairs([(block.label, block.value)], text, number, heading, paragraph)
            case _:
                yield Passage(text=text, block=number, heading=heading)
        if isinstance(block, Paragraph):
            paragraph = text[-_CONTEXT:]


def line_texts(tree: DocumentTree) -> Iterator[tuple[int, Block, str]]:
    """Give each block's number and text, for facts that stand in one line or over a few."""
    room = MOST_CHARACTERS
    for number, block in enumerate(tree.blocks):
        text = block_text(block)[:room]
        room -= len(text)
        if text:
            yield number, block, text


def _pairs(
    pairs: list[tuple[str, str]], text: str, block: int, heading: str, context: str
) -> Iterator[Passage]:
    at = 0
    for name, value in pairs:
        label = name.rstrip(": ")
        line = f"{label}: {value}" if value else label
        yield Passage(
            text=label, at=at, after=f": {value}", row_quote=line, block=block, heading=heading,
            context=context,
        )  # fmt: skip
        if value:
            begin = at + len(label) + 2
            yield Passage(
                text=value, at=begin, before=f"{label}: ", row_quote=line, block=block,
                heading=heading, context=context,
            )  # fmt: skip
        at += len(line) + 1
        if at >= len(text):
            return


def _table(table: Table, text: str, block: int, heading: str, context: str) -> Iterator[Passage]:
    at = 0
    if table.caption:
        caption = words_text(table.caption)
        yield Passage(text=caption, block=block, heading=heading)
        context = f"{context} {caption}"
        at = len(caption) + 1
    heads = [words_text(head).rstrip(": ") for head in table.header]
    labels = heads or _first_row_as_header(table)
    for row in table.rows:
        line = row_text(table.header, row)
        if not line:
            continue
        cells = list(map(words_text, row))
        cursor = at
        for column, cell in enumerate(cells):
            head = heads[column] if column < len(heads) else ""
            if not cell:
                continue
            cursor = text.find(cell, cursor + (len(head) + 2 if head else 0))
            if cursor < 0:
                return  # beyond what is searched
            label = head or (labels[column] if column < len(labels) else "")
            label = label or (cells[0].rstrip(": ") if column else "")
            yield Passage(
                text=cell, block=block, at=cursor, before=f"{label}: " if label else "",
                row=cells[0] if column else "", row_quote=line, heading=heading, context=context,
            )  # fmt: skip
            cursor += len(cell)
        at += len(line) + 1


def _first_row_as_header(table: Table) -> list[str]:
    """Give what a row of bare words above rows with numbers most likely is."""
    if len(table.rows) < 2:
        return []
    first, second = (list(map(words_text, row)) for row in table.rows[:2])
    if all(first) and not _has_digit(first) and _has_digit(second):
        return [cell.rstrip(": ") for cell in first]
    return []


def _has_digit(cells: list[str]) -> bool:
    return any(map(str.isdigit, "".join(cells)))
