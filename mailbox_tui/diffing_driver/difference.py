"""The difference between what the terminal shows and what is wanted, as what is to be sent.

Three ways are known: change the rows that differ; let the terminal scroll a block first; wipe the
screen from the first row that differs. The shortest is taken.
"""

from collections import Counter
from dataclasses import dataclass, field
from operator import eq

from mailbox_tui.diffing_driver.cells import Grid
from mailbox_tui.diffing_driver.moves import UNKNOWN
from mailbox_tui.diffing_driver.pen import Pen
from mailbox_tui.diffing_driver.rows import change_row, send_row
from mailbox_tui.diffing_driver.scrolling import block_moved, scroll
from mailbox_tui.diffing_driver.styles import Palette, Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What is wanted."""

    grid: Grid
    x: int
    y: int
    resent: frozenset[int] = field(default_factory=frozenset)
    """Rows to be sent even where they are shown already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the terminal shows, where its cursor is and in what style it would write."""

    grid: Grid
    x: int
    y: int
    style: Style | None


def difference(
    shown: Shown | None, frame: Frame, palette: Palette, *, whole_lines: bool
) -> tuple[str, Shown]:
    """Give what turns the shown into the wanted, and what is shown then.

    `None` is a terminal that may show anything: it is wiped first. With `whole_lines` a row that
    changed is sent whole, and nothing else is: no scrolling, no wiping.
    """
    if shown is None:
        pen = Pen(palette, frame.grid.width, UNKNOWN, 0, None)
        start = _wiped(pen, frame.grid.copied(), 0, frame.grid)
    else:
        pen, start = _pen_on(shown, palette), shown.grid
    changed = _changed(start, frame)
    _send(pen, start, frame, changed, whole_lines=whole_lines)
    if shown is not None and not whole_lines and not frame.resent:
        pen = _shorter(pen, shown, frame, palette, changed)
    pen.go(min(frame.x, frame.grid.width - 1), min(frame.y, frame.grid.height - 1))
    return str(pen), Shown(grid=frame.grid, x=pen.x, y=pen.y, style=pen.style)


def _shorter(pen: Pen, shown: Shown, frame: Frame, palette: Palette, changed: list[int]) -> Pen:
    """Try the ways that may be shorter than what the pen wrote."""
    ways = [pen]
    if palette.terminal.scrolls_blocks and len(changed) > 1:
        block = block_moved(shown.grid, frame.grid, changed)
        if block is not None:
            way = _pen_on(shown, palette)
            moved = scroll(way, block, shown.grid)
            _send(way, moved, frame, _changed(moved, frame), whole_lines=False)
            ways.append(way)
    if pen.wasted and pen.wasted > _kept(shown.grid, frame.grid, changed):
        way = _pen_on(shown, palette)
        blank = _wiped(way, shown.grid.copied(), changed[0], frame.grid)
        _send(way, blank, frame, _changed(blank, frame), whole_lines=False)
        ways.append(way)
    return min(ways, key=lambda way: len(str(way).encode("utf-8", "replace")))


def _pen_on(shown: Shown, palette: Palette) -> Pen:
    return Pen(palette, shown.grid.width, shown.x, shown.y, shown.style)


def _changed(shown: Grid, frame: Frame) -> list[int]:
    """Give the rows to be sent."""
    wanted = frame.grid
    return [
        y
        for y in range(wanted.height)
        if shown.letters[y] != wanted.letters[y]
        or shown.styles[y] != wanted.styles[y]
        or y in frame.resent
    ]


def _send(pen: Pen, shown: Grid, frame: Frame, rows: list[int], *, whole_lines: bool) -> None:
    for y in rows:
        if whole_lines or y in frame.resent:
            send_row(pen, y, shown, frame.grid)
        else:
            change_row(pen, y, shown, frame.grid)


def _wiped(pen: Pen, grid: Grid, first: int, wanted: Grid) -> Grid:
    """Wipe the terminal from a row on, and the grid with it, in the ground that most rows want."""
    grounds = Counter(
        styles[-1]
        for letters, styles in zip(wanted.letters[first:], wanted.styles[first:], strict=True)
        if letters[-1] == " " and pen.can_erase(styles[-1])
    )
    ground = grounds.most_common(1)[0][0] if grounds else pen.palette.plain
    pen.use_on_blanks(ground)
    pen.go(0, first)
    pen.out.append("\x1b[J")
    for y in range(first, grid.height):
        grid.letters[y] = [" "] * grid.width
        grid.styles[y] = [ground] * grid.width
    return grid


def _kept(shown: Grid, wanted: Grid, changed: list[int]) -> int:
    """Count, at least, the letters that need not be sent now and would have to be after wiping."""
    kept = 0
    for y in range(changed[0], wanted.height):
        old, new = shown.letters[y], wanted.letters[y]
        kept += sum(map(eq, old, new)) - min(old.count(" "), new.count(" "))
    return kept
