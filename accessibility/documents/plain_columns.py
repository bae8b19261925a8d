"""Rows of plain text whose cells stand below each other, as a table where that is unmistakable.

A wrong table is worse than none: what could be two columns of an address stays as it was drawn.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from accessibility.documents.plain_shapes import is_rule
from accessibility.documents.running_words import words_of
from mailbox_store.model.document_tree import Block, HeaderSource, KeyValue, Lines, Raw, Table

_MOST_COLUMNS = 40
_LONGEST_ROW = 500  # characters
_GAP = re.compile(r" {2,}")
_WIDE_GAP = re.compile(r" *\t[ \t]*| {3,}")
_PIPE_RULE = re.compile(r"[\s|:+=-]*\Z")
_VALUE = re.compile(r"[-+\u2212\u2013]?\s?(?:kr\.?|DKK|EUR|\u20ac)?\s?\d", re.IGNORECASE)

Rows = list[list[str]]


def columns_of(lines: Sequence[str]) -> Block:
    """Give rows as a table, as names with values, or as they were drawn."""
    is_drawn = [is_rule(line) or _PIPE_RULE.match(line) is not None for line in lines]
    told_at = [at for at, drawn in enumerate(is_drawn) if not drawn]
    rows = _cells_of([lines[at] for at in told_at])
    told = _table(rows, has_rule=_only_first_is_ruled(told_at)) if rows else None
    return told or Raw(text="\n".join(map(_spread, lines)))


def cells_apart(line: str) -> Block:
    """Give a line with gaps, as a name with its value or each part on a line of its own."""
    cells = [cell.strip() for cell in _WIDE_GAP.split(line.strip())]
    pair = _key_value([cells]) if len(cells) == 2 else None
    return pair or Lines(lines=tuple(map(words_of, filter(None, cells))))


def is_row_of_pipes(line: str) -> bool:
    """Tell whether a line is a row as Markdown draws it."""
    return line.count("|") >= 2 or (line.lstrip().startswith("|") and line.count("|") > 0)


def _spread(line: str) -> str:
    return line.expandtabs(8) if len(line) <= _LONGEST_ROW else line.replace("\t", " ")


def _only_first_is_ruled(told_at: list[int]) -> bool:
    steps = [after - before for before, after in pairwise(told_at)]
    return steps[:1] == [2] and 2 not in steps[1:-1]


def _cells_of(lines: Sequence[str]) -> Rows:
    """Cut lines into cells; nothing where it is doubtful."""
    if len(lines) < 2 or max(map(len, lines)) > _LONGEST_ROW:
        return []
    if all(map(is_row_of_pipes, lines)):
        rows = [[c.strip() for c in line.strip().removeprefix("|").removesuffix("|").split("|")]
                for line in lines]  # fmt: skip
    elif all("\t" in line.strip() for line in lines):
        rows = [[cell.strip() for cell in re.split(r"\t+", line.strip())] for line in lines]
    else:
        rows = _between_rivers([line.expandtabs(8) for line in lines])
    is_even = len({len(row) for row in rows}) == 1 and 2 <= len(rows[0]) <= _MOST_COLUMNS
    return rows if is_even and all(len([c for c in row if c]) > 1 for row in rows) else []


def _between_rivers(lines: Sequence[str]) -> Rows:
    """Cut lines where two or more blanks run down through all of them."""
    width = max(map(len, lines))
    is_taken = [False] * width
    for line in lines:
        for at, sign in enumerate(line):
            if sign != " ":
                is_taken[at] = True
    drawn = "".join("x" if taken else " " for taken in is_taken)
    starts = [0, *(gap.end() for gap in _GAP.finditer(drawn) if gap.start() > 0)]
    ends = [*starts[1:], width]
    rows = [[line[a:b].strip() for a, b in zip(starts, ends, strict=True)] for line in lines]
    return [] if any(_GAP.search(cell) for row in rows for cell in row) else rows


def _table(rows: Rows, *, has_rule: bool) -> Block | None:
    first, *rest = rows
    numbered = [at for at in range(len(first)) if all(_has_digit(row[at]) for row in rest)]
    differs = bool(numbered) and not any(map(_has_digit, first)) and all(first)
    if len(first) == 2 and not has_rule and not differs:
        return _key_value(rows)
    if has_rule or differs:
        source = HeaderSource.RULED if has_rule else HeaderSource.GUESSED
        header, body = first, rest
    elif len(rows) > 2 and any(_VALUE.match(first[at]) for at in numbered):
        source, header, body = HeaderSource.NONE, [], rows
    else:
        return None
    if not body:
        return None
    return Table(
        header=tuple(map(words_of, header)),
        rows=tuple(tuple(map(words_of, row)) for row in body),
        header_source=source,
    )


def _key_value(rows: Rows) -> KeyValue | None:
    """Take two columns as names with values only where it cannot be two columns of prose."""
    are_names = all(name.endswith(":") for name, _ in rows)
    are_values = all(_VALUE.match(value) and not _has_digit(name) for name, value in rows)
    if not (are_names or are_values):
        return None
    return KeyValue(
        pairs=tuple((words_of(name.rstrip(": ")), words_of(value)) for name, value in rows)
    )


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
