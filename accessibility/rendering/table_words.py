"""A table as lines: what it holds, then each row with every cell behind its column's name.

Cells are said as the document writes them: no amount and no date is changed.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from accessibility.rendering.marks import MarkKind
from accessibility.rendering.told_lines import SLOT, Line, Part, framed, own, own_runs
from accessibility.tree_text import STOPS, words_text
from accessibility.wording import Say
from mailbox_store.model.document_tree import HeaderSource, Table, Words

PartsOf = Callable[[Words], list[Part]]

_TOTAL = re.compile(
    r"(?:i alt|ialt|total\w{0,10}|grand total|subtotal\w{0,4}|sum|summen|samlet|saldo|balance"
    r"|at betale|amount due|til udbetaling)\b",
    re.IGNORECASE,
)


def table_lines(table: Table, say: Say, *, rows: Iterable[int] | None = None) -> list[str]:
    """Give a table's summary and its rows, or only those of some numbers, counted from 1."""
    chosen = None if rows is None else {*rows}
    told = told_table(table, say, own_runs, rows=chosen)
    return [line.text.rstrip() for line in told if line.text.strip()]


def table_totals(table: Table) -> tuple[int, ...]:
    """Give the numbers of the rows that look like totals: "I alt", "Total", "Sum"."""
    return tuple(n for n, row in enumerate(table.rows, start=1) if _TOTAL.match(_first_words(row)))


def told_table(
    table: Table, say: Say, parts_of: PartsOf, *, rows: set[int] | None = None
) -> Iterator[Line]:
    """Tell a table: its caption, what it holds, its rows; `parts_of` makes parts of a cell."""
    caption = words_text(table.caption)
    if table.caption:
        yield Line(parts=tuple(parts_of(table.caption)), mark=MarkKind.TABLE, named=caption)
    summary = _summary(table, say, parts_of)
    named = "".join(part.text for part in summary)
    mark = None if caption.strip() else MarkKind.TABLE
    yield Line(parts=summary, is_source=False, mark=mark, named=named)
    for number, row in enumerate(table.rows, start=1):
        if (rows is None or number in rows) and any(map(words_text, row)):
            yield Line(parts=_row(table, row, number, say, parts_of))


def _summary(table: Table, say: Say, parts_of: PartsOf) -> tuple[Part, ...]:
    names = [cell for cell in table.header if words_text(cell).strip()]
    count = len(table.rows)
    if not names:
        width = len(table.rows[0]) if table.rows else 0
        columns = say.count("{n} column", "{n} columns", width)
        told = say.count(
            "Table, {n} row, {columns}.", "Table, {n} rows, {columns}.", count, columns=columns
        )
        return (Part(told),)
    if table.header_source is HeaderSource.GUESSED:
        told = say.count(
            "Table, {n} row, column names guessed: {columns}.",
            "Table, {n} rows, column names guessed: {columns}.",
            count,
            columns=SLOT,
        )
    else:
        told = say.count(
            "Table, {n} row: {columns}.", "Table, {n} rows: {columns}.", count, columns=SLOT
        )
    columns_told: list[Part] = []
    for cell in names:
        columns_told += [Part(", ")] if columns_told else []
        columns_told += parts_of(cell)
    return framed(told, columns_told)


def _row(
    table: Table, row: Sequence[Words], number: int, say: Say, parts_of: PartsOf
) -> tuple[Part, ...]:
    if not table.header and len(row) == 2:
        return tuple(_pair(row, parts_of))
    cells = list(_cells(table, row, say, parts_of))
    return framed(say("Row {n}. {words}", n=number, words=SLOT), cells)


def _cells(table: Table, row: Sequence[Words], say: Say, parts_of: PartsOf) -> Iterator[Part]:
    """Give the cells of a row, in the words and stops of `accessibility.tree_text.row_text`."""
    last = max(at for at, cell in enumerate(row) if words_text(cell))
    for at, cell in enumerate(row):
        text = words_text(cell)
        if not text:
            if not table.header and at < last:  # only the place tells what a cell is about
                yield Part(f"{say('Empty.')} ")
            continue
        if head := words_text(table.header[at]).rstrip(": ") if table.header else "":
            yield own(f"{head}: ", language=_language(table.header[at]))
        yield from parts_of(cell)
        if at < last:
            yield own(" " if text[-1] in STOPS else ". ")
        elif not text.rstrip().endswith((".", "!", "?", "…")):
            yield Part(".")


def _pair(row: Sequence[Words], parts_of: PartsOf) -> Iterator[Part]:
    """Give a row of two cells without a header as a name and its value."""
    name, value = map(words_text, row)
    yield from parts_of(row[0])
    if name and value:
        source = " " if name[-1] in STOPS else ". "
        yield own(" " if name.rstrip().endswith(":") else ": ", source=source)
    yield from parts_of(row[1])


def _first_words(row: Sequence[Words]) -> str:
    return next((text for cell in row if (text := words_text(cell).strip())), "")


def _language(words: Words) -> str:
    return words[0].language if words else ""
