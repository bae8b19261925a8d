"""Tables that are drawn: their lines cross, and the words stand in the cells between them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accessibility.documents.layout.grids import Grid, is_a_table, without_empty
from accessibility.documents.page_marks import PageMarks, Piece, Rule

_NEAR = 3.0  # points: lines that near are one, or meet
_MOST_RULES = 4_000  # looked at on a page; a drawing has more
_MOST_CELLS = 20_000  # of a page's grid


@dataclass(slots=True)
class _Edges:
    """The lines of one table."""

    across: list[Rule]
    down: list[Rule]


def ruled_grids(page: PageMarks) -> list[Grid]:
    """Find the drawn tables of a page with the words in their cells."""
    if len(page.rules) > _MOST_RULES:
        return []
    grids = []
    for edges in _connected(page.rules):
        xs, ys = _places(edges)
        if len(xs) >= 3 and len(ys) >= 3 and len(xs) * len(ys) <= _MOST_CELLS:
            grid = _filled(page, edges, xs, ys)
            if is_a_table(without_empty(grid)):
                grids.append(grid)
    return _outermost(grids)


def _connected(rules: Sequence[Rule]) -> list[_Edges]:
    """Part lines into groups that touch each other: each may be a table."""
    across = sorted((r for r in rules if _is_across(r)), key=lambda rule: rule.top)
    down = [r for r in rules if not _is_across(r)]
    parents = list(range(len(across) + len(down)))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    heights = [rule.top for rule in across]
    for number, upright in enumerate(down, start=len(across)):
        first = bisect_right(heights, upright.top - _NEAR)
        last = bisect_right(heights, upright.bottom + _NEAR)
        for at in range(first, last):
            if across[at].x0 - _NEAR <= upright.x0 <= across[at].x1 + _NEAR:
                parents[root(at)] = root(number)
    groups: dict[int, _Edges] = defaultdict(lambda: _Edges([], []))
    for at, rule in enumerate(across):
        groups[root(at)].across.append(rule)
    for at, rule in enumerate(down, start=len(across)):
        groups[root(at)].down.append(rule)
    return [edges for edges in groups.values() if edges.across and edges.down]


def _is_across(rule: Rule) -> bool:
    return rule.x1 - rule.x0 >= rule.bottom - rule.top


def _places(edges: _Edges) -> tuple[list[float], list[float]]:
    """Give where columns and rows are parted; a table may be open at its sides."""
    xs = [rule.x0 for rule in edges.down]
    ys = [rule.top for rule in edges.across]
    xs += [min(rule.x0 for rule in edges.across), max(rule.x1 for rule in edges.across)]
    ys += [min(rule.top for rule in edges.down), max(rule.bottom for rule in edges.down)]
    return _snapped(xs), _snapped(ys)


def _snapped(places: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _NEAR:
            kept.append(place)
    return kept


def _filled(page: PageMarks, edges: _Edges, xs: list[float], ys: list[float]) -> Grid:
    """Put words into cells; where no line parts two cells they are one."""
    columns, rows = len(xs) - 1, len(ys) - 1
    cells: list[list[list[Piece]]] = [[[] for _ in range(columns)] for _ in range(rows)]
    homes = _homes(edges, xs, ys)
    for piece in page.pieces:
        x, y = (piece.x0 + piece.x1) / 2, (piece.top + piece.bottom) / 2
        column, row = bisect_right(xs, x) - 1, bisect_right(ys, y) - 1
        if 0 <= column < columns and 0 <= row < rows:
            home_row, home_column = homes[row][column]
            cells[home_row][home_column].append(piece)
    return Grid(x0=xs[0], top=ys[0], x1=xs[-1], bottom=ys[-1], page=page.number, rows=cells)


def _homes(edges: _Edges, xs: list[float], ys: list[float]) -> list[list[tuple[int, int]]]:
    """Give for each place of the grid the place of its cell: the first row and column it spans."""
    columns, rows = len(xs) - 1, len(ys) - 1
    homes = [[(row, column) for column in range(columns)] for row in range(rows)]
    walls = [(rule.x0, rule.top, rule.bottom) for rule in edges.down]
    floors = [(rule.top, rule.x0, rule.x1) for rule in edges.across]
    for row in range(rows):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(1, columns):
            if not _has_edge(walls, xs[column], middle):
                homes[row][column] = homes[row][column - 1]
    for column in range(columns):
        middle = (xs[column] + xs[column + 1]) / 2
        for row in range(1, rows):
            above = homes[row - 1][column]
            is_open = not _has_edge(floors, ys[row], middle)
            if is_open and above[1] == homes[row][column][1]:
                homes[row][column] = above
    return homes


def _has_edge(edges: Sequence[tuple[float, float, float]], place: float, across: float) -> bool:
    return any(
        abs(at - place) <= _NEAR and start - _NEAR <= across <= end + _NEAR
        for at, start, end in edges
    )


def _outermost(grids: list[Grid]) -> list[Grid]:
    """Leave out tables inside another's frame when the frame is the same words again."""
    kept: list[Grid] = []
    for grid in sorted(grids, key=lambda g: (g.x1 - g.x0) * (g.bottom - g.top), reverse=True):
        inside = any(
            other.x0 - _NEAR <= grid.x0
            and grid.x1 <= other.x1 + _NEAR
            and other.top - _NEAR <= grid.top
            and grid.bottom <= other.bottom + _NEAR
            for other in kept
        )
        if not inside:
            kept.append(grid)
    return kept
