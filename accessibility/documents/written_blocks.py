"""Paragraphs as a word processor keeps them, one after the other, made into a tree's blocks.

What ODT and RTF have in common: items are paragraphs with a depth, tables are rows of cells that
hold paragraphs, and a heading may be nothing but a bold line.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from accessibility.documents.extract import MOST_CHARACTERS
from accessibility.documents.running_words import folded
from accessibility.tree_text import block_text, words_text
from mailbox_store.model.document_tree import (
    Block,
    HeaderSource,
    Heading,
    Item,
    KeyValue,
    Lines,
    List,
    Paragraph,
    Run,
    Table,
    Words,
)

_DEEPEST = 8  # lists in lists
_LONGEST_HEADING = 70  # characters
_LONGEST_NAME = 60
_LONGEST_SHORT_LINE = 100
_MOST_COLUMNS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A paragraph: its lines (more than one where the author broke it), and what it is."""

    lines: tuple[Words, ...]
    level: int = 0  # of a heading
    is_bold: bool = False  # all of it
    depth: int = 0  # in lists, 0 outside of any
    label: str = ""  # of an item
    is_ordered: bool = False
    is_more: bool = False  # belongs to the item before it


Piece: TypeAlias = Written | Block


def blocks_of(pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """Make blocks; where no heading is marked, a short bold paragraph is one."""
    has_headings = any(
        isinstance(piece, Heading) or (isinstance(piece, Written) and piece.level)
        for piece in pieces
    )
    blocks: list[Block] = []
    entries: list[_Entry] = []
    for at, piece in enumerate(pieces):
        if isinstance(piece, Written):
            if piece.depth and not piece.level:
                entries.append(_Entry(piece))
                continue
            blocks += _ended(entries)
            entries = []
            is_last = at == len(pieces) - 1
            guessed = 2 if not has_headings and not is_last and _seems_a_heading(piece) else 0
            blocks += _running(piece, piece.level or guessed)
        else:
            blocks += _ended(entries)
            entries = []
            blocks.append(piece)
    return (*blocks, *_ended(entries))


def line_of(piece: Piece) -> str:
    """Give the words of a piece on one line, as a running header is kept."""
    lines = _words_in(piece)
    return words_text(folded(run for line in lines for run in (*line, Run(" "))))


def capped(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], bool]:
    """Keep the blocks up to the most characters of a document."""
    room = MOST_CHARACTERS
    for at, block in enumerate(blocks):
        room -= len(block_text(block))
        if room < 0:
            return blocks[:at], True
    return blocks, False


@dataclass(slots=True)
class Cell:
    """A cell of a table, with all that stands in it."""

    pieces: list[Piece] = field(default_factory=list)

    @property
    def words(self) -> Words:
        """Give the cell's words in one line."""
        runs: list[Run] = []
        for piece in self.pieces:
            for line in _words_in(piece):
                runs += [*line, Run(" ")]
        return folded(runs)

    @property
    def is_bold(self) -> bool:
        """Tell whether all that is written in it is bold."""
        written = [p for p in self.pieces if isinstance(p, Written) and any(p.lines)]
        return bool(written) and all(piece.is_bold for piece in written)


def pieces_of_table(rows: Sequence[Sequence[Cell]], *, header_rows: int = 0) -> list[Piece]:
    """Make a table; what only lays out a page gives back what stands in its cells."""
    width = max((len(row) for row in rows), default=0)
    told = [[*map(_cell_words, row), *[()] * (width - len(row))] for row in rows]
    used = [at for at in range(width) if any(row[at] for row in told)][:_MOST_COLUMNS]
    header = _as_one([[row[at] for at in used] for row in told[:header_rows]])
    kept = [row for row, words in zip(rows, told, strict=True) if any(words)]
    if len(used) < 2 or (len(kept) < 2 and not header):
        return [piece for row in rows for cell in row for piece in cell.pieces]
    body = [[row[at] for at in used] for row in told[header_rows:] if any(row)]
    others = [
        piece
        for row in rows
        for cell in row
        for piece in cell.pieces
        if not isinstance(piece, Written) and not _words_in(piece)
    ]
    source = HeaderSource.TAGGED if header else HeaderSource.NONE
    if not header:
        source = _guess(kept, body)
        if source is not HeaderSource.NONE:
            header, body = body[0], body[1:]
    return [_table(header, body, source), *others]


def _table(header: list[Words], body: list[list[Words]], source: HeaderSource) -> Block:
    names = [words_text(row[0]) for row in body]
    if not header and len(body[0]) == 2 and all(0 < len(n) <= _LONGEST_NAME for n in names):
        return KeyValue(pairs=tuple((name, value) for name, value in body))
    return Table(header=tuple(header), rows=tuple(map(tuple, body)), header_source=source)


def _guess(kept: Sequence[Sequence[Cell]], body: list[list[Words]]) -> HeaderSource:
    """Tell whether the first row is a header: bold alone, or without numbers above numbers."""
    first, *rest = kept
    bold = [cell.is_bold for cell in first if cell.words]
    if all(bold) and not all(cell.is_bold for row in rest for cell in row if cell.words):
        return HeaderSource.RULED
    texts = [list(map(words_text, row)) for row in body]
    numbered = [at for at in range(len(texts[0])) if all(_has_digit(row[at]) for row in texts[1:])]
    differs = numbered and all(texts[0]) and not any(map(_has_digit, texts[0]))
    return HeaderSource.GUESSED if differs else HeaderSource.NONE


def _as_one(rows: list[list[Words]]) -> list[Words]:
    """Put header rows together, column by column."""
    if not any(any(row) for row in rows):
        return []
    return [
        folded(run for words in column for run in (*words, Run(" ")))
        for column in zip(*rows, strict=True)
    ]


def _cell_words(cell: Cell) -> Words:
    return cell.words


def _words_in(piece: Piece) -> tuple[Words, ...]:
    """Give the lines of words in a piece that a cell may hold."""
    match piece:
        case Written(lines=lines) | Lines(lines=lines):
            return lines
        case Heading(words=words) | Paragraph(words=words):
            return (words,)
        case KeyValue(pairs=pairs):
            return tuple(words for pair in pairs for words in pair)
        case Table(header=header, rows=rows):
            return (*header, *(words for row in rows for words in row))
    return ()


def _running(piece: Written, level: int) -> Iterable[Block]:
    lines = tuple(line for line in piece.lines if line)
    if not lines:
        return
    if level:
        words = folded(run for line in lines for run in (*line, Run(" ")))
        yield Heading(words=words, level=min(level, 6))
    elif len(lines) == 1:
        yield Paragraph(words=lines[0])
    elif all(len(words_text(line)) <= _LONGEST_SHORT_LINE for line in lines):
        yield Lines(lines=lines)
    else:
        for line in lines:
            yield Paragraph(words=line)


def _seems_a_heading(piece: Written) -> bool:
    if not piece.is_bold or len(piece.lines) != 1:
        return False
    text = words_text(piece.lines[0])
    return 2 < len(text) <= _LONGEST_HEADING and text[-1] not in ".,;:!?"


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


# -- lists


@dataclass(slots=True)
class _Entry:
    first: Written
    more: list[Written] = field(default_factory=list)
    inner: list["_Entry"] = field(default_factory=list)


def _ended(entries: list[_Entry]) -> Iterable[Block]:
    """Nest a run of items by their depth."""
    roots: list[_Entry] = []
    path: list[_Entry] = []
    for entry in entries:
        depth = min(entry.first.depth, _DEEPEST)
        if entry.first.is_more and path:
            path[-1].more.append(entry.first)
            continue
        path = path[: depth - 1]
        (path[-1].inner if path else roots).append(entry)
        path.append(entry)
    return _lists(roots)


def _lists(entries: list[_Entry]) -> list[Block]:
    """Make lists of items: a new one where numbers give way to dots."""
    made: list[Block] = []
    items: list[Item] = []
    for at, entry in enumerate(entries):
        items.append(_item(entry))
        is_ordered = entry.first.is_ordered
        if at == len(entries) - 1 or entries[at + 1].first.is_ordered != is_ordered:
            made.append(List(items=tuple(items), ordered=is_ordered))
            items = []
    return [block for block in made if any(_says(item) for item in getattr(block, "items", ()))]


def _says(item: Item) -> bool:
    return bool(item.words or item.inner)


def _item(entry: _Entry) -> Item:
    first, *others = [line for line in entry.first.lines if line] or [()]
    inner: list[Block] = [Lines(lines=tuple(others))] if others else []
    for more in entry.more:
        inner += _running(more, 0)
    return Item(words=first, label=entry.first.label, inner=(*inner, *_lists(entry.inner)))
