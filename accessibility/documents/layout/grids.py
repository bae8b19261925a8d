"""A table while it is found: cells by row and column, and what its first row looks like."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from accessibility.documents.layout.lines import lines_of
from accessibility.documents.layout.writing import words_of
from accessibility.documents.page_marks import Piece
from mailbox_store.model.document_tree import HeaderSource, KeyValue, Run, Table, Words

_DIGIT = re.compile(r"\d")
_HAS_LETTERS = re.compile(r"[^\W\d_]{2}")
_MOST_HEADS = 3
_WIDEST = 14  # columns
_LONG = 60  # characters: more than a header's cell says


@dataclass(slots=True)
class Grid:
    """A table with the place it takes; `rows` hold the words of each cell."""

    x0: float
    top: float
    x1: float
    bottom: float
    page: int
    rows: list[list[list[Piece]]]
    said_again: str = ""  # of a header's cell over several columns
    has_head: bool = False  # a line is drawn under the first row only

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0


def is_a_table(grid: Grid) -> bool:
    """Tell whether a grid is worth being one: two rows that have two cells with words."""
    full = sum(sum(map(bool, row)) >= 2 for row in grid.rows)
    return len(grid.rows) >= 2 and full >= 2 and 2 <= grid.columns <= _WIDEST


def without_empty(grid: Grid) -> Grid:
    """Leave out the rows and columns that have no words at all."""
    rows = [row for row in grid.rows if any(row)]
    kept = [at for at in range(grid.columns) if any(row[at] for row in rows)]
    grid.rows = [[row[at] for at in kept] for row in rows]
    return grid


def block_of(grid: Grid) -> Table | KeyValue:
    """Make the block: a header where the first row is one, names and values where it has none."""
    cells = [[words_of(lines_of(cell, grid.page)) for cell in row] for row in grid.rows]
    heads = _bold_rows(grid)
    if heads > 1:
        headers = cells[:heads]
        cells[:heads] = [_one_header(headers)]
        grid.said_again = _more(cells[0], headers)
        grid.rows, grid.has_head = [grid.rows[0], *grid.rows[heads:]], True
    source = _header_source(grid, cells)
    if source is HeaderSource.NONE:
        if grid.columns == 2 and _are_names(cells):
            return KeyValue(pairs=tuple((name, value) for name, value in cells))
        return Table(header=(), rows=tuple(map(tuple, cells)), header_source=source)
    return Table(header=tuple(cells[0]), rows=tuple(map(tuple, cells[1:])), header_source=source)


def _bold_rows(grid: Grid) -> int:
    """Count the bold rows a table begins with; 0 where all are bold or the first has no gaps."""
    count = next((at for at, row in enumerate(grid.rows) if not _is_bold(row)), 0)
    return count if count <= _MOST_HEADS and not all(grid.rows[0]) else 0


def _one_header(rows: Sequence[Sequence[Words]]) -> list[Words]:
    """Join header rows: a cell over several columns is said for each."""
    joined: list[Words] = []
    above: Words = ()
    for upper, lower in zip(
        rows[0], _one_header(rows[1:]) if len(rows) > 2 else rows[1], strict=True
    ):
        above = upper or (above if lower else ())
        joined.append((*above, Run(" "), *lower) if above and lower else above or lower)
    return joined


def _more(header: Sequence[Words], rows: Sequence[Sequence[Words]]) -> str:
    once = Counter("".join(_text(cell) for row in rows for cell in row))
    return "".join((Counter("".join(map(_text, header))) - once).elements())


def _header_source(grid: Grid, cells: Sequence[Sequence[Words]]) -> HeaderSource:
    first, others = grid.rows[0], grid.rows[1:]
    texts = [_text(cell) for cell in cells[0]]
    told = [text for text in texts if text]
    if len(told) < max(2, grid.columns - 1) or any(len(text) > _LONG for text in told):
        return HeaderSource.NONE
    if grid.has_head or (_is_bold(first) and not all(map(_is_bold, others))):
        return HeaderSource.RULED
    if _are_bold_names(grid):
        return HeaderSource.NONE
    if any(map(_DIGIT.search, told)) or not all(map(_HAS_LETTERS.search, told)):
        return HeaderSource.NONE
    numbers = [
        at for at in range(grid.columns)
        if sum(bool(_DIGIT.search(_text(row[at]))) for row in cells[1:]) * 2 > len(others)
    ]  # fmt: skip
    return HeaderSource.GUESSED if numbers and grid.columns > 1 else HeaderSource.NONE


def _are_bold_names(grid: Grid) -> bool:
    """Tell whether the first column stands out, not the first row."""
    names = sum(_is_bold([row[0]]) and not _is_bold(row[1:]) for row in grid.rows)
    return names > 0.7 * len(grid.rows)


def _are_names(cells: Sequence[Sequence[Words]]) -> bool:
    """Tell whether the first column names what stands in the second."""
    names = [_text(row[0]) for row in cells]
    ends = sum(name.endswith(":") for name in names)
    return all(names) and (ends * 2 > len(names) or all(len(name) <= 40 for name in names))


def _is_bold(row: Sequence[Sequence[Piece]]) -> bool:
    pieces = [piece for cell in row for piece in cell]
    letters = sum(len(piece.text) for piece in pieces)
    return letters > 0 and sum(len(p.text) for p in pieces if p.bold) > 0.8 * letters


def _text(words: Words) -> str:
    return "".join(run.text for run in words).strip()
