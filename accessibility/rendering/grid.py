"""A table as an aligned grid of text, for people who see.

No box and no rule is drawn. Cells wrap within their columns; columns that do not fit beside each
other go below, each group with the first column, which mostly names the row.
"""

import re
from collections.abc import Iterator, Sequence

from accessibility.plain_lines import display_width, wrap
from accessibility.tree_text import words_text
from mailbox_store.model.document_tree import Table

_GAP = "  "
_NARROWEST = 8  # columns: narrower ones break most words
_ROWS_A_HEADER = 20  # so many rows on, the header is said again
_NUMBER = re.compile(
    r"(?:kr\.?\s?|DKK\s?|€\s?|£\s?)?[-\u2212+]?[\d., \u00a0]*\d(?:,-)?\s?(?:kr\.?|DKK|%|€)?"
)

_Row = Sequence[str]


def grid_lines(table: Table, columns: int) -> list[str]:
    """Give a table as lines of at most `columns` columns; nothing of it is lost."""
    header = [_line(words_text(cell)) for cell in table.header]
    rows = [[_line(words_text(cell)) for cell in row] for row in table.rows]
    every = [header, *rows] if header else rows
    if not every or not every[0]:
        return []
    natural = [max(1, *(display_width(row[at]) for row in every)) for at in range(len(every[0]))]
    lines: list[str] = []
    for group in _groups(natural, columns):
        if lines:
            lines.append("")
        widths = _fitted([natural[at] for at in group], columns)
        numeric = [_is_numeric([row[at] for row in rows]) for at in group]
        shown = [[row[at] for at in group] for row in rows]
        lines += _group_lines(
            [header[at] for at in group] if header else [], shown, widths, numeric
        )
    return lines


def _group_lines(
    header: _Row, rows: Sequence[_Row], widths: list[int], numeric: list[bool]
) -> Iterator[str]:
    for at, row in enumerate(rows or [[]]):
        if header and at % _ROWS_A_HEADER == 0:
            if at:
                yield ""
            yield from _row_lines(header, widths, numeric)
            yield ""
        if row:
            yield from _row_lines(row, widths, numeric)


def _row_lines(row: _Row, widths: list[int], numeric: list[bool]) -> Iterator[str]:
    cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    for at in range(max(map(len, cells))):
        parts = []
        for lines, width, is_number in zip(cells, widths, numeric, strict=True):
            text = lines[at] if at < len(lines) else ""
            blanks = " " * (width - display_width(text))
            parts.append(blanks + text if is_number else text + blanks)
        yield _GAP.join(parts).rstrip()


def _groups(natural: Sequence[int], columns: int) -> Iterator[list[int]]:
    """Share the columns out, so that each group fits when its columns are at their narrowest."""
    group: list[int] = []
    for at in range(len(natural)):
        if group and _least(natural, [*group, at]) > columns and group != [0]:
            yield group
            group = [0] if _least(natural, [0, at]) <= columns else []
        elif group == [0] and _least(natural, [0, at]) > columns:
            yield group
            group = []
        group.append(at)
    yield group


def _least(natural: Sequence[int], group: list[int]) -> int:
    return sum(min(natural[at], _NARROWEST) for at in group) + len(_GAP) * (len(group) - 1)


def _fitted(natural: list[int], columns: int) -> list[int]:
    """Give each column what it needs, or an equal share of what is left by the narrower ones."""
    room = max(columns - len(_GAP) * (len(natural) - 1), len(natural))
    widths = [0] * len(natural)
    order = sorted(range(len(natural)), key=natural.__getitem__)
    for taken, at in enumerate(order):
        widths[at] = max(1, min(natural[at], room // (len(natural) - taken)))
        room -= widths[at]
    return widths


def _is_numeric(cells: Sequence[str]) -> bool:
    told = [cell for cell in cells if cell]
    return bool(told) and all(len(cell) < 40 and _NUMBER.fullmatch(cell) for cell in told)


def _line(text: str) -> str:
    return " ".join(text.split())
