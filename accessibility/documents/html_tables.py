"""What a table of an HTML document is: a table, names with values, or only a way to place things.

Most tables in mail only place things on a page; those are given back as the blocks in them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Literal

from accessibility.documents.html_blocks import Placed
from accessibility.documents.html_grid import Cell, Row, grid_of, headers_of
from accessibility.documents.html_words import label_of
from mailbox_store.model.document_tree import (
    Block,
    Field,
    Figure,
    HeaderSource,
    Heading,
    KeyValue,
    Lines,
    List,
    Paragraph,
    Table,
    Words,
)

_LONGEST_NAME = 60  # characters of a name with a value
_LONGEST_CELL = 500
_LONGEST_CAPTION = 120


@dataclass(slots=True)
class TableDraft:
    """A table while it is read."""

    is_layout: bool = False
    rows: list[Row] = field(default_factory=list)
    in_head: bool = False
    caption: Words = ()

    def placed(self) -> list[Placed]:
        """Give what the table says as blocks."""
        for row in self.rows:
            for cell in row.cells:
                cell.close()
        rows = [row for row in self.rows if any(cell.gathering.placed for cell in row.cells)]
        told = self._table(rows) if rows and not self.is_layout else None
        if isinstance(told, Table | KeyValue):
            return [Placed(told)]
        caption = [Placed(Paragraph(words=self.caption))] if self.caption else []
        return caption + (_form(rows) if told else _dissolved(rows))

    def _table(self, rows: list[Row]) -> Table | KeyValue | Literal["form"] | None:
        width = max(sum(cell.columns for cell in row.cells) for row in rows)
        if max(len(row.cells) for row in rows) < 2:
            return None
        rows, caption = _with_caption(rows, width, self.caption)
        # An empty row still takes up a place that a cell above it may reach into.
        whole = self.rows[next(at for at, row in enumerate(self.rows) if row is rows[0]) :]
        head, source = _head(rows, whole)
        grid = grid_of(whole, head)
        if len(grid[0]) < 2 or (not head and _only_places(rows)):
            return None
        if any(map(_asks, rows)) and (not head or len(grid[0]) < 3):
            return "form"
        body = [tuple(line) for row, line in zip(whole, grid, strict=False) if _says(row)][head:]
        if not head and _are_pairs(rows, body) and not caption:
            return KeyValue(pairs=tuple((name, value) for name, value in body))
        return Table(
            header=headers_of(grid[:head]) if head else (),
            rows=tuple(body),
            header_source=source,
            caption=caption,
        )


def row_blocks(rows: Sequence[Row]) -> list[Placed]:
    """Give rows of a name and what is said of it: names with values, or the blocks in them."""
    for row in rows:
        for cell in row.cells:
            cell.close()
    rows = [row for row in rows if _says(row)]
    plain = all(
        len(cell.gathering.placed) <= 1
        and not any(isinstance(block, Field | List | Table | Heading) for block in cell.blocks)
        and sum(len(run.text) for run in cell.words) <= _LONGEST_CELL
        for row in rows
        for cell in row.cells
    )
    if not rows or not plain:
        return _dissolved(rows)
    pairs = [(row.cells[0].words, row.cells[1].words if row.cells[1:] else ()) for row in rows]
    return [Placed(KeyValue(pairs=tuple(pairs)))]


def _says(row: Row) -> bool:
    return any(cell.gathering.placed for cell in row.cells)


def _dissolved(rows: Sequence[Row]) -> list[Placed]:
    """Give the blocks in cells; a field without a name takes it from the cell before."""
    told: list[Placed] = []
    for row in rows:
        before: Cell | None = None
        for cell in row.cells:
            placed = list(cell.gathering.placed)
            if not placed:
                continue
            name = _name_in(before) if _lacks_name(placed[0].block) else ""
            if name and isinstance(placed[0].block, Field):
                told.pop()
                placed[0] = replace(placed[0], block=replace(placed[0].block, label=name))
            placed[0].gap_before = placed[-1].gap_after = True
            told += placed
            before = cell
    return told


def _form(rows: Sequence[Row]) -> list[Placed]:
    """Give the rows of a form: fields, and between them names with values."""
    told: list[Placed] = []
    for is_pair, some in groupby(rows, key=_is_pair):
        those = list(some)
        told += row_blocks(those) if is_pair else _dissolved(those)
    return told


def _is_pair(row: Row) -> bool:
    return len(row.cells) == 2 and bool(row.cells[0].words) and not _asks(row)


def _asks(row: Row) -> bool:
    return any(isinstance(block, Field) for cell in row.cells for block in cell.blocks)


def _lacks_name(block: Block) -> bool:
    return isinstance(block, Field) and not block.label


def _name_in(cell: Cell | None) -> str:
    if cell is None or len(cell.blocks) != 1 or not isinstance(cell.blocks[0], Paragraph):
        return ""
    return label_of(cell.words)


def _with_caption(rows: list[Row], width: int, caption: Words) -> tuple[list[Row], Words]:
    """Take a first row of one cell over the whole width as the caption."""
    first = rows[0].cells
    is_wide = len(first) == 1 and first[0].columns >= width and len(rows) > 2
    short = sum(len(run.text) for run in first[0].words) <= _LONGEST_CAPTION if first else False
    if caption or not is_wide or not short or not first[0].words:
        return rows, caption
    return rows[1:], first[0].words


def _head(rows: list[Row], whole: list[Row]) -> tuple[int, HeaderSource]:
    """Count the rows of headers, and tell how they are known."""
    head = 0
    while head < len(whole) and _is_header(whole[head]):
        head += 1
    if head and any(map(_says, whole[head:])):
        return head, HeaderSource.TAGGED
    if len(rows) > 1 and rows[0] is whole[0] and _is_set_apart(rows):
        return 1, HeaderSource.RULED
    return 0, HeaderSource.NONE


def _is_header(row: Row) -> bool:
    full = [cell for cell in row.cells if cell.words]
    return bool(full) and (row.is_head or all(cell.is_header for cell in full))


def _is_set_apart(rows: list[Row]) -> bool:
    """Tell whether the first row is bold or coloured, and the rows of values are not."""
    first, *others = rows
    if len([cell for cell in first.cells if cell.words]) < 2:
        return False
    if _is_bold(first) and not all(map(_is_bold, others)):
        return True
    tints = {cell.background for cell in first.cells}
    body = others[:-1] or others  # the last one may be the sum, set apart as well
    return not tints & {cell.background for row in body for cell in row.cells}


def _is_bold(row: Row) -> bool:
    full = [cell for cell in row.cells if cell.words]
    return bool(full) and all(all(p.is_bold for p in cell.gathering.placed) for cell in full)


def _only_places(rows: list[Row]) -> bool:
    """Tell whether cells hold whole parts of a letter side by side."""
    cells = [cell for row in rows for cell in row.cells]
    if any(sum(len(run.text) for run in cell.words) > _LONGEST_CELL for cell in cells):
        return True
    if any(isinstance(block, Figure) for cell in cells for block in cell.blocks):
        return True
    return len(rows) <= 2 and any(
        len(cell.blocks) > 1 or isinstance(block, Lines | List)
        for cell in cells
        for block in cell.blocks
    )


def _are_pairs(rows: list[Row], body: list[tuple[Words, ...]]) -> bool:
    """Tell whether the first of two columns names what stands in the second."""
    if len(body[0]) != 2:
        return False
    names = ["".join(run.text for run in line[0]) for line in body]
    if any(not name or len(name) > _LONGEST_NAME for name in names):
        return False
    are_said = all(name.endswith(":") for name in names)
    if are_said or all(row.cells and row.cells[0].is_header for row in rows):
        return True
    letters = all(sum(c.isalpha() for c in name) * 2 >= len(name) for name in names)
    return letters and len(set(names)) == len(names)
