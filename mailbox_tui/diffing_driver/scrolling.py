"""Finds a block of rows that moved up or down, and lets the terminal move it."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Final, TypeVar

from mailbox_tui.diffing_driver.cells import Grid
from mailbox_tui.diffing_driver.moves import UNKNOWN
from mailbox_tui.diffing_driver.pen import Pen

_Row = TypeVar("_Row")
_SCROLLBAR: Final = 3  # columns at the right that need not move with the rest
_WORTH: Final = 24  # letters; scrolling takes about so many bytes
_GAP: Final = 3  # rows within a block that may have changed besides


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Rows `top` to `bottom`, of which the content goes up by `by`, or down if that is negative."""

    top: int
    bottom: int
    by: int


def block_moved(shown: Grid, wanted: Grid, changed: list[int]) -> Block | None:
    """Guess which block moved; how well the guess saves must be measured."""
    before = {text[:-_SCROLLBAR]: y for y, text in enumerate(shown.texts())}
    found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for y in changed:
        text = "".join(wanted.letters[y])[:-_SCROLLBAR]
        letters = len(text) - text.count(" ")
        from_y = before.get(text, y)
        if letters and from_y != y:
            found[from_y - y].append((y, letters))
    best: tuple[int, Block | None] = (_WORTH, None)
    for by, rows in found.items():
        for stretch in _stretches(rows):
            letters = sum(count for _, count in stretch)
            if letters > best[0]:
                first, last = stretch[0][0], stretch[-1][0]
                block = Block(top=min(first, first + by), bottom=max(last, last + by), by=by)
                best = (letters, block)
    return best[1]


def scroll(pen: Pen, block: Block, shown: Grid) -> Grid:
    """Let the terminal move a block, and give what it shows then."""
    plain = pen.palette.plain
    pen.use_on_blanks(plain)  # new rows come in the pen's background
    top, bottom, by = block.top, block.bottom, block.by
    whole = top == 0 and bottom == shown.height - 1
    if not whole:
        pen.out.append(f"\x1b[{top + 1};{bottom + 1}r")
        pen.x = UNKNOWN
    pen.go(0, bottom if by > 0 else top)
    pen.out.append("\n" * by if by > 0 else "\x1bM" * -by)
    if not whole:
        pen.out.append("\x1b[r")
        pen.x = UNKNOWN
    moved = shown.copied()
    fresh = Grid(shown.width, abs(by), plain)
    moved.letters[top : bottom + 1] = _turned(moved.letters[top : bottom + 1], fresh.letters, by)
    moved.styles[top : bottom + 1] = _turned(moved.styles[top : bottom + 1], fresh.styles, by)
    return moved


def _turned(rows: list[_Row], fresh: list[_Row], by: int) -> list[_Row]:
    return [*rows[by:], *fresh] if by > 0 else [*fresh, *rows[:by]]


def _stretches(rows: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    stretches = [[rows[0]]]
    for row in rows[1:]:
        if row[0] - stretches[-1][-1][0] > _GAP:
            stretches.append([])
        stretches[-1].append(row)
    return stretches
