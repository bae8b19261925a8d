"""One table looked at in another way: as a grid, its totals, one of its rows."""

from accessibility.commands import number_in
from accessibility.plain_text import one_line
from accessibility.rendering.grid import grid_lines
from accessibility.rendering.table_words import table_lines, table_totals
from accessibility.tables_read import tables_in
from accessibility.wording import Say
from mailbox_store.model.document_tree import Table
from mailbox_tui.desk import StoppedError
from mailbox_tui.face import Entry, Face

_GRID = frozenset(["grid", "gitter"])
_TOTALS = frozenset(["totals", "total", "ialt", "sum"])
_ROW = frozenset(["row", "række", "raekke"])


def is_about_a_table(words: str) -> bool:
    """Tell whether words ask for a table in another way: "2 grid", "2 totals", "2 row 5"."""
    parts = words.casefold().split()
    return len(parts) > 1 and parts[1] in _GRID | _TOTALS | _ROW


async def table_asked(face: Face, words: str) -> None:
    """Show a table as it is asked for."""
    say = face.desk.say
    number_typed, way, *more = words.casefold().split()
    number = number_in(number_typed)
    blocks = face.reading.blocks if face.reading is not None else ()
    tables = tables_in(tree for block in blocks for tree in block.trees)
    if number is None or not 1 <= number <= len(tables):
        raise StoppedError(say("There is no table {number} here.",
                               number=one_line(number_typed, limit=20)))  # fmt: skip
    table = tables[number - 1]
    if way in _GRID:
        lines = grid_lines(table, face.columns)
    elif way in _TOTALS:
        lines = _rows(table, table_totals(table), say("The table has no row of totals."), say)
    else:
        row = number_in(more[0]) if more else None
        missing = say("Which row? Type its number, from 1 to {last}.", last=len(table.rows))
        chosen = () if row is None or not 1 <= row <= len(table.rows) else (row,)
        lines = _rows(table, chosen, missing, say)
    title = say("Table {n}", n=number)
    is_grid = way in _GRID
    entries = [Entry(text=line, keeps_blanks=is_grid) for line in lines]
    await face.show(title, entries, about=face.letter)


def _rows(table: Table, rows: tuple[int, ...], nothing: str, say: Say) -> list[str]:
    if not rows:
        raise StoppedError(nothing)
    return table_lines(table, say, rows=rows)[-len(rows) :]  # without caption and summary
