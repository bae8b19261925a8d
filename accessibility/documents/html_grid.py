"""The cells of a table laid out in rows and columns, so that each value meets its own header."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from accessibility.documents.html_blocks import Gathering
from accessibility.documents.html_look import Colour
from accessibility.documents.html_shaping import shaped
from accessibility.documents.html_words import flat, tidy
from mailbox_store.model.document_tree import (
    Block,
    Field,
    FieldKind,
    Figure,
    Heading,
    KeyValue,
    Lines,
    List,
    Paragraph,
    Raw,
    Run,
    Words,
)

_MOST_SPAN = 100  # columns or rows; a span of 65,534 is an attack
_MOST_CELLS = 100_000
_MOST_REPEATED = 500_000  # characters that spans may repeat

Grid = list[list[Words]]


@dataclass(slots=True)
class Cell:
    """One cell: what is in it, whether it is a header, how far it reaches, its background."""

    gathering: Gathering
    is_header: bool = False
    columns: int = 1
    rows: int = 1
    background: Colour | None = None
    words: Words = ()  # known once it is closed

    def close(self) -> None:
        """End what is in it."""
        self.gathering.end_block(is_loose=False)
        self.gathering.placed = shaped(self.gathering.placed)
        self.words = flat(self._lines)

    @property
    def header(self) -> Words:
        """Give the words as a header: its lines are no list of things."""
        return flat(self._lines, joint=" ")

    @property
    def _lines(self) -> list[Words]:
        return [line for block in self.blocks for line in lines_in(block)]

    @property
    def blocks(self) -> list[Block]:
        """Give the blocks in it."""
        return [placed.block for placed in self.gathering.placed]


@dataclass(slots=True)
class Row:
    """One row; `is_head` when it stands in the table's head."""

    is_head: bool = False
    cells: list[Cell] = field(default_factory=list)


def span(value: str | None) -> int:
    """Read a colspan or rowspan."""
    value = (value or "").strip()
    if not (value.isascii() and value.isdigit()) or len(value) > 5:
        return 1
    return min(max(int(value), 1), _MOST_SPAN)


def grid_of(rows: Sequence[Row], head: int) -> Grid:
    """Put each cell into all the rows it reaches; all rows get the same number of columns.

    Columns that are empty everywhere only place things, and fall out.
    """
    grid: Grid = []
    hanging: dict[int, tuple[Words, int]] = {}  # column: words, rows still to fill
    count, room = 0, _MOST_REPEATED
    for index, row in enumerate(rows):
        line: list[Words] = []
        below: dict[int, tuple[Words, int]] = {}
        for cell in row.cells:
            room -= (cell.columns * cell.rows - 1) * sum(len(run.text) for run in cell.words)
            words = cell.header if index < head else cell.words
            again = words if room > 0 else ()
            beside = again if index < head else ()  # a wide header is that of each column
            for place in range(cell.columns):
                _let_hang(line, hanging, below)
                if cell.rows > 1:
                    below[len(line)] = (beside if place else again, cell.rows - 1)
                line.append(beside if place else words)
        _let_hang(line, hanging, below)
        grid.append(line)
        count += len(line)
        hanging = below if count < _MOST_CELLS else {}
    return _squared(grid)


def headers_of(rows: Grid) -> tuple[Words, ...]:
    """Make one header of each column out of one or several rows of them."""
    headers = []
    for column in zip(*rows, strict=True):
        names = [words for words in dict.fromkeys(column) if words]
        headers.append(tidy(run for words in names for run in (Run(" "), *words)))
    return tuple(headers)


def lines_in(block: Block) -> Iterator[Words]:
    """Give the lines of a block that stands in a cell."""
    match block:
        case Paragraph(words=words) | Heading(words=words):
            yield words
        case Lines(lines=lines):
            yield from lines
        case List(items=items):
            for item in items:
                yield (Run(f"{item.label} "), *item.words) if item.label else item.words
                for inner in item.inner:
                    yield from lines_in(inner)
        case KeyValue(pairs=pairs):
            for name, value in pairs:
                yield tidy((*name, Run(" "), *value))
        case Field():
            yield _said(block)
        case Figure(alt=text) | Raw(text=text):
            yield tidy([Run(text.replace("\n", " "))])


def _said(asked: Field) -> Words:
    if asked.kind in (FieldKind.CHECK, FieldKind.RADIO):
        return (Run(f"[{'x' if asked.checked else ' '}] {asked.label}".rstrip()),)
    said = f"{asked.label}: {asked.value}" if asked.label and asked.value else asked.value
    return (Run(said or asked.label),) if said or asked.label else ()


def _let_hang(
    line: list[Words], hanging: dict[int, tuple[Words, int]], below: dict[int, tuple[Words, int]]
) -> None:
    while len(line) in hanging:
        words, rows = hanging[len(line)]
        if rows > 1:
            below[len(line)] = (words, rows - 1)
        line.append(words)


def _squared(grid: Grid) -> Grid:
    full = sorted({at for line in grid for at, words in enumerate(line) if words})
    told = []
    for line in grid:
        told.append([line[at] if at < len(line) else () for at in full])
        if len(told) * len(full) > 4 * _MOST_CELLS:
            break
    return told
