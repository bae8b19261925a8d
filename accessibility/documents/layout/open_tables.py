"""Tables with lines from side to side only: above, below, under the header or under each row."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from accessibility.documents.layout.bands import band_of, bands_of, is_prose
from accessibility.documents.layout.grids import Grid, is_a_table
from accessibility.documents.layout.lines import Line
from accessibility.documents.layout.ruleless_tables import rows_of_lines
from accessibility.documents.page_marks import Rule

_NARROWEST = 90.0  # points: an underlined word is narrower
_ALIKE = 3.0  # points: how far the ends of a table's lines may differ
_ROOM = 0.45  # of the size: more room parts rows
_HIGHEST_HEAD = 3.6  # of the size
_MOST_RULES = 400  # looked at on a page
_FULL_ROWS = 0.6
_SINGLE = 0.8  # of the lines that have another beside them: then each is a row


def open_grids(
    lines: Sequence[Line], rules: Sequence[Rule], page: int
) -> list[tuple[Grid, list[Line]]]:
    """Find such tables among the lines of a page; each with the lines that are in it."""
    found: list[tuple[Grid, list[Line]]] = []
    for group in _groups(rules):
        used = {id(line) for _, lines_of_grid in found for line in lines_of_grid}
        made = _table([line for line in lines if id(line) not in used], group, page)
        if made is not None:
            found.append(made)
    return found


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Gather rules of the same left and right end; cells of a row may have drawn theirs each."""
    by_height: dict[int, list[Rule]] = defaultdict(list)
    for rule in rules[:_MOST_RULES]:
        if rule.x1 - rule.x0 > rule.bottom - rule.top:
            by_height[round(rule.top / 2)].append(rule)
    whole = [rule for alike in by_height.values() for rule in _joined(alike)]
    groups: list[list[Rule]] = []
    for rule in sorted(whole, key=lambda each: each.top):
        if rule.x1 - rule.x0 < _NARROWEST:
            continue
        for group in groups:
            first = group[0]
            if abs(first.x0 - rule.x0) < _ALIKE and abs(first.x1 - rule.x1) < _ALIKE:
                group.append(rule)
                break
        else:
            groups.append([rule])
    return [group for group in groups if len(group) >= 2]


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda each: each.x0):
        before = joined[-1] if joined else None
        if before is not None and rule.x0 - before.x1 < _ALIKE:
            joined[-1] = Rule(before.x0, before.top, max(before.x1, rule.x1), before.top)
        else:
            joined.append(rule)
    return joined


def _table(
    lines: Sequence[Line], rules: Sequence[Rule], page: int
) -> tuple[Grid, list[Line]] | None:
    x0, x1 = rules[0].x0 - _ALIKE, rules[0].x1 + _ALIKE
    top, bottom = rules[0].top, rules[-1].top
    inside = [
        line for line in lines
        if x0 <= line.x0 and line.x1 <= x1 and top <= (line.top + line.bottom) / 2 <= bottom
    ]  # fmt: skip
    above = [
        line for line in lines
        if x0 <= line.x0 and line.x1 <= x1 and 0 <= top - line.bottom < 0.8 * line.size
    ]  # fmt: skip
    heads_above = len(above) >= 2 and _is_one_row(above)
    cut = [rule.top for rule in rules[1:-1]]
    if heads_above:
        inside, cut = [*above, *inside], [top, *cut]
    inside = _without_title(inside + _below(lines, inside, bottom))
    baselines = rows_of_lines(inside)
    bands = bands_of(baselines) if len(baselines) >= 2 else []
    many = sum(len(row) >= 2 for row in baselines)
    rows = baselines if many >= _SINGLE * len(baselines) else _rows(inside, cut)
    if len(bands) < 2 or len(rows) < 2 or is_prose(baselines, bands):
        return None
    if sum(len({band_of(line, bands) for line in row}) >= 2 for row in rows) < _FULL_ROWS * len(
        rows
    ):
        return None
    grid = Grid(
        x0=rules[0].x0, top=min(line.top for line in inside),
        x1=rules[0].x1, bottom=max(line.bottom for line in inside), page=page, rows=[],
    )  # fmt: skip
    for row in rows:
        cells: list[list[Line]] = [[] for _ in bands]
        for line in row:
            cells[band_of(line, bands)].append(line)
        grid.rows.append([[word for line in cell for word in line.words] for cell in cells])
    grid.has_head = bool(cut) and _is_head(rows, cut[0])
    return (grid, list(inside)) if is_a_table(grid) else None


def _without_title(lines: list[Line]) -> list[Line]:
    """Leave out what stands bold and alone above the rows: the title of a box."""
    rows = rows_of_lines(lines)
    if len(rows) > 2 and len(rows[0]) == 1 and rows[0][0].bold:
        wide = [row for row in rows[1:] if len(row) > 1]
        if len(wide) > 1 and not all(line.bold for row in wide for line in row):
            return [line for row in rows[1:] for line in row]
    return lines


def _below(lines: Sequence[Line], inside: Sequence[Line], bottom: float) -> list[Line]:
    """Give the rows that go on below the last drawn line, where not every row has one."""
    begins = sorted(line.x0 for line in inside)
    ends = sorted(line.x1 for line in inside)
    more: list[Line] = []
    for row in rows_of_lines([line for line in lines if line.top >= bottom - 2.0]):
        fits = all(_is_near(line.x0, begins) or _is_near(line.x1, ends) for line in row)
        if len(row) < 2 or not fits or row[0].top - bottom > row[0].size:
            break
        more += row
        bottom = max(line.bottom for line in row)
    return more


def _is_near(place: float, places: Sequence[float]) -> bool:
    at = bisect_left(places, place - _ALIKE)
    return at < len(places) and places[at] <= place + _ALIKE


def _is_one_row(lines: Sequence[Line]) -> bool:
    return max(line.bottom for line in lines) - min(line.bottom for line in lines) < 3.0


def _is_head(rows: Sequence[Sequence[Line]], cut: float) -> bool:
    """Tell whether the first line drawn inside a table stands under its first row."""
    first, second = rows[0], rows[1]
    low = max(line.bottom for line in first)
    is_under = low - 2.0 <= cut <= min(line.top for line in second) + 2.0
    return is_under and low - min(line.top for line in first) < _HIGHEST_HEAD * first[0].size


def _rows(lines: Sequence[Line], cuts: Sequence[float]) -> list[list[Line]]:
    """Part lines into rows where there is room from side to side, or a drawn line."""
    rows: list[list[Line]] = []
    bottom = 0.0
    for line in sorted(lines, key=lambda each: (each.top, each.x0)):
        is_cut = any(bottom - 2.0 <= cut <= line.top + 2.0 for cut in cuts)
        if rows and line.top - bottom < _ROOM * line.size and not is_cut:
            rows[-1].append(line)
            bottom = max(bottom, line.bottom)
        else:
            rows.append([line])
            bottom = line.bottom
    return rows
