"""Columns of a page as bands from top to bottom, and whether prose stands in them."""

import itertools
import re
from collections.abc import Sequence

from accessibility.documents.layout.lines import Line

_FULL = 0.72  # of a column's width that a line of prose fills
_SHORT = 9  # characters: a cell, rather than a line of prose
_FEWEST_ROWS = 3
_LEAST_PROSE = 0.35  # of all lines below each other; cells of some lines make a table no prose
_CLOSE = 1.7  # of the size: lines of one paragraph stand no further from each other
_ENDS = re.compile(r"[.:!?]\Z|\d\Z")


def bands_of(run: Sequence[list[Line]]) -> list[tuple[float, float]]:
    """Give the columns as stretches of the page's width; empty where they run into each other."""
    stretches = sorted((line.x0, line.x1) for row in run for line in row)
    bands: list[list[float]] = []
    for x0, x1 in stretches:
        if bands and x0 < bands[-1][1] + 1.0:
            bands[-1][1] = max(bands[-1][1], x1)
        else:
            bands.append([x0, x1])
    widest = max(run, key=len)
    if len(bands) >= max(2, len(widest)):
        return [(x0, x1) for x0, x1 in bands]
    if sum(len(row) == len(widest) for row in run) * 2 < len(run):
        return []
    return [(line.x0, line.x1) for line in widest]


def is_prose(run: Sequence[Sequence[Line]], bands: Sequence[tuple[float, float]]) -> bool:
    """Tell whether columns of running text stand beside each other: their lines go on below.

    Only what could be one paragraph is asked: a heading, or the end of one, says nothing.
    """
    columns: list[list[Line]] = [[] for _ in bands]
    for row in run:
        for line in row:
            columns[band_of(line, bands)].append(line)
    going_on = alike = pairs = of_prose = 0
    for (x0, x1), lines in zip(bands, columns, strict=True):
        so_far = going_on
        for above, below in itertools.pairwise(lines):
            pairs += 1
            if not _are_alike(above, below):
                continue
            full = above.x1 - above.x0 > _FULL * (x1 - x0)
            alike += 1
            runs_on = below.text[0].islower() or not _ENDS.search(above.text)
            going_on += full and runs_on and len(below.text) > _SHORT
        of_prose += going_on > so_far
    enough = going_on > 0.5 * max(alike, 1) and going_on > _LEAST_PROSE * pairs
    return len(run) >= _FEWEST_ROWS and of_prose > 1 and enough


def _are_alike(above: Line, below: Line) -> bool:
    same = abs(above.size - below.size) < 0.6 and above.bold == below.bold
    return same and below.bottom - above.bottom <= _CLOSE * below.size


def band_of(line: Line, bands: Sequence[tuple[float, float]]) -> int:
    overlaps = [min(line.x1, x1) - max(line.x0, x0) for x0, x1 in bands]
    return max(range(len(bands)), key=lambda at: overlaps[at])
