"""The order of reading: a page is cut where nothing stands, first into columns, then into bands.

This is the recursive XY-cut (Nagy and Seth, 1984), with one change: a cut from side to side is made
only where it frees a column, so that a page of one column is never torn.
"""

from collections.abc import Sequence
from statistics import median
from typing import Protocol, TypeVar

_GUTTER = 9.0  # points: the narrowest gap between columns
_WIDE_BAND = 1.6  # of a line's height: a gap that parts all columns
_BESIDE = 0.4  # of the height: tops that near are of one row
_TOUCHING = 0.2  # of the height: what shares less stands above or below
_DEEPEST = 12


class Placed(Protocol):
    """Something with a place on the page."""

    @property
    def x0(self) -> float: ...
    @property
    def x1(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def bottom(self) -> float: ...


_Thing = TypeVar("_Thing", bound=Placed)


def in_columns(things: Sequence[_Thing], depth: int = 0) -> list[list[_Thing]]:
    """Give groups of things in the order of reading; each group is one column's stretch."""
    if len(things) <= 1 or depth > _DEEPEST:
        return [_from_the_top(things)] if things else []
    if sides := _widest_gutter(things):
        left, right = sides
        if stretches := _in_turn(left, right):
            return [group for part in stretches for group in in_columns(part, depth + 1)]
        if parts := _stretches(things, left, right):
            above, below = parts
            return in_columns(above, depth + 1) + in_columns(below, depth + 1)
        return in_columns(left, depth + 1) + in_columns(right, depth + 1)
    for _, above, below in _bands(things):
        if _widest_gutter(above) or _widest_gutter(below):
            return in_columns(above, depth + 1) + in_columns(below, depth + 1)
    return [_from_the_top(things)]


def _from_the_top(things: Sequence[_Thing]) -> list[_Thing]:
    """Order things of one column; what stands side by side from left to right."""
    rows: list[list[_Thing]] = []
    for thing in sorted(things, key=lambda thing: thing.top):
        first = rows[-1][0] if rows else None
        if first is not None and thing.top - first.top < _BESIDE * min(_high(thing), _high(first)):
            rows[-1].append(thing)
        else:
            rows.append([thing])
    return [thing for row in rows for thing in sorted(row, key=lambda thing: thing.x0)]


def _high(thing: Placed) -> float:
    return thing.bottom - thing.top


def _widest_gutter(things: Sequence[_Thing]) -> tuple[list[_Thing], list[_Thing]] | None:
    """Part things by the widest gap between columns that stand beside each other."""
    by_side = sorted(things, key=lambda thing: thing.x0)
    best: tuple[float, list[_Thing], list[_Thing]] | None = None
    cover = by_side[0].x1 if by_side else 0.0
    for at, thing in enumerate(by_side[1:], start=1):
        gap = thing.x0 - cover
        if gap > _GUTTER and (best is None or gap > best[0]):
            left, right = by_side[:at], by_side[at:]
            if _beside(left, right):
                best = (gap, left, right)
        cover = max(cover, thing.x1)
    return (best[1], best[2]) if best else None


def _stretches(
    things: Sequence[_Thing], left: Sequence[_Thing], right: Sequence[_Thing]
) -> tuple[list[_Thing], list[_Thing]] | None:
    """Part columns where both have a wide gap at the same height: what is above belongs together.

    So an address with a date beside it is read before the letter, although a box stands in the
    letter below the date.
    """
    wide = _WIDE_BAND * median(thing.bottom - thing.top for thing in things)
    sides = {id(thing) for thing in left}
    for gap, above, below in _bands(things):
        if gap < wide:
            return None
        for part in (above, below):
            if len({id(thing) in sides for thing in part}) < 2:
                break
        else:
            return above, below
    return None


def _beside(left: Sequence[Placed], right: Sequence[Placed]) -> bool:
    tops = min(t.top for t in left), min(t.top for t in right)
    bottoms = max(t.bottom for t in left), max(t.bottom for t in right)
    return min(bottoms) - max(tops) > -2.0


def _in_turn(left: Sequence[_Thing], right: Sequence[_Thing]) -> list[list[_Thing]]:
    """Give stretches of both sides from the top where no two of them share a height.

    A date set to the right between an address and a heading is read where it stands.
    """
    sides = {id(thing) for thing in left}
    stretches: list[list[_Thing]] = []
    cover = 0.0
    for thing in sorted([*left, *right], key=lambda thing: thing.top):
        before = stretches[-1][-1] if stretches else None
        if before is not None and (id(before) in sides) == (id(thing) in sides):
            stretches[-1].append(thing)
        elif before is not None and cover - thing.top > _TOUCHING * _high(thing):
            return []
        else:
            stretches.append([thing])
        cover = max(cover, thing.bottom)
    return stretches


def _bands(things: Sequence[_Thing]) -> list[tuple[float, list[_Thing], list[_Thing]]]:
    """Give the ways to cut from side to side, the widest gap first."""
    by_top = sorted(things, key=lambda thing: thing.top)
    gaps: list[tuple[float, int]] = []
    cover = by_top[0].bottom
    for at, thing in enumerate(by_top[1:], start=1):
        if thing.top - cover > 0.5:
            gaps.append((thing.top - cover, at))
        cover = max(cover, thing.bottom)
    return [(gap, by_top[:at], by_top[at:]) for gap, at in sorted(gaps, reverse=True)]
