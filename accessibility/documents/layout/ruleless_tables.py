"""Tables that nobody drew: rows of short stretches that stand under each other.

A wrong table is worse than no table, so what could be columns of prose is none.
"""

import re
from collections.abc import Sequence

from accessibility.documents.layout.bands import band_of, bands_of, is_prose
from accessibility.documents.layout.grids import Grid
from accessibility.documents.layout.lines import Line

_APART = 2.4  # of the size: rows of a table stand no further from each other
_TIGHT = 1.45  # of the size: a row this near the one above may go on in it
_NUMBER = re.compile(
    r"[-+\u2212\u2013]?(?:kr\.?|dkk|\u20ac|\u00a3)?\s?\d[\d., ]*(?:,-)?"
    r"\s?(?:kr\.?|dkk|%|\u20ac|eur)?\Z",
    re.IGNORECASE,
)
_LONGEST_NAME = 40  # characters
_LABEL = re.compile(r"[^:]{1,40}:\Z")


def ruleless_grids(lines: Sequence[Line], page: int) -> list[tuple[Grid, list[Line]]]:
    """Find tables among the lines of a page; each with the lines that are in it."""
    rows = rows_of_lines(lines)
    found: list[tuple[Grid, list[Line]]] = []
    start = 0
    while start < len(rows):
        end = start
        while end < len(rows) and _goes_on(rows, start, end):
            end += 1
        run = _trimmed(rows[start:end])
        bands = bands_of(run) if _could_be(run) else []
        if bands and not is_prose(run, bands):
            used = [line for row in run for line in row]
            found.append((_grid(run, bands, page), used))
        start = max(end, start + 1)
    return found


def rows_of_lines(lines: Sequence[Line]) -> list[list[Line]]:
    """Give lines that stand on one baseline as rows, from the top."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda each: (each.bottom, each.x0)):
        if rows and abs(rows[-1][0].bottom - line.bottom) < 0.45 * max(line.size, 1.0):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda each: each.x0)
    return rows


def _goes_on(rows: Sequence[list[Line]], start: int, at: int) -> bool:
    row = rows[at]
    if at == start:
        return len(row) >= 2
    before = rows[at - 1]
    gap = row[0].bottom - before[0].bottom
    size = max(row[0].size, before[0].size)
    if gap > _APART * size + 2.0 or abs(row[0].size - before[0].size) > 0.25 * size:
        return False
    if len(row) >= 2:
        return True
    # A stretch alone goes on in a cell above: in one that is not the first, or in mid-sentence.
    inside = any(abs(row[0].x0 - line.x0) < 4.0 for line in rows[start][1:])
    return gap <= _TIGHT * size and (inside or _wraps(rows, start, at))


def _wraps(rows: Sequence[list[Line]], start: int, at: int) -> bool:
    """Tell whether a stretch alone goes on with a first cell, and the table goes on below it."""
    line = rows[at][0]
    above = next(row for row in reversed(rows[start:at]) if len(row) >= 2)
    fits = abs(line.x0 - above[0].x0) < 4.0 and line.x1 < above[1].x0
    below = next((row for row in rows[at + 1 : at + 4] if len(row) >= 2), None)
    return fits and line.text[:1].islower() and below is not None


def _trimmed(run: list[list[Line]]) -> list[list[Line]]:
    while run and len(run[-1]) < 2 and not run[-1][0].text[:1].islower():
        run = run[:-1]
    return run


def _could_be(run: Sequence[list[Line]]) -> bool:
    if len(run) < 2:
        return False
    widest = max(map(len, run))
    if widest >= 3:
        return len(run) >= 3 or (len(run) == 2 and all(len(row) == widest for row in run))
    if all(len(row) == 2 and _LABEL.match(row[0].text) for row in run):
        return True
    named = sum(len(row) == 2 and _is_named(row) for row in run)
    if named >= 2 and all(len(row) < 2 or _is_named(row) for row in run):
        return True
    numbers = sum(bool(_NUMBER.match(row[-1].text)) for row in run if len(row) == 2)
    return len(run) >= 3 and numbers >= 0.6 * len(run)


def _is_named(row: Sequence[Line]) -> bool:
    return row[0].bold and not row[1].bold and len(row[0].text) < _LONGEST_NAME


def _grid(run: Sequence[list[Line]], bands: Sequence[tuple[float, float]], page: int) -> Grid:
    grid = Grid(
        x0=min(line.x0 for row in run for line in row),
        top=min(line.top for row in run for line in row),
        x1=max(line.x1 for row in run for line in row),
        bottom=max(line.bottom for row in run for line in row),
        page=page,
        rows=[],
    )
    before: list[Line] = []
    for row in run:
        goes_on = before and _continues(before, row, bands)
        if not goes_on:
            grid.rows.append([[] for _ in bands])
        for line in row:
            grid.rows[-1][band_of(line, bands)] += line.words
        before = row
    return grid


def _continues(
    before: Sequence[Line], row: Sequence[Line], bands: Sequence[tuple[float, float]]
) -> bool:
    """Tell whether a row only goes on with cells of the one above."""
    if band_of(row[0], bands) == 0 and len(row) > 1:
        return False
    gap = row[0].bottom - before[0].bottom
    small = all(line.text[:1].islower() or line.text[:1] in "(-" for line in row)
    has_number = any(_NUMBER.match(line.text) for line in row)
    return gap <= _TIGHT * row[0].size and small and not has_number
