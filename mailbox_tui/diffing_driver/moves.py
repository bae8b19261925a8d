"""The cheapest way to move the terminal's cursor.

The terminal's driver in the kernel passes output on as it is, so that a line feed goes one row
down and stays in its column, for one byte.
"""

from typing import Final

UNKNOWN: Final = -1
"""A column of which nothing is known: behind the last one, or behind a letter that terminals
draw differently. Only an absolute move leads away."""

_FEW: Final = 4  # above it a counted move is as short


def move(from_x: int, from_y: int, x: int, y: int) -> str:
    """Give the sequence that moves between two places, counted from 0."""
    absolute = f"\x1b[{y + 1 if y else ''}{f';{x + 1}' if x else ''}H"
    if from_x == UNKNOWN:
        return absolute
    relative = _rows(y - from_y) + _columns(from_x, x)
    return relative if len(relative) < len(absolute) else absolute


def _rows(down: int) -> str:
    if down >= 0:
        return "\n" * down if down <= _FEW else f"\x1b[{down}B"
    return "\x1b[A" if down == -1 else f"\x1b[{-down}A"


def _columns(from_x: int, x: int) -> str:
    if x == from_x:
        return ""
    if x == 0:
        return "\r"
    if x > from_x:
        return f"\x1b[{x - from_x}C" if x - from_x > 1 else "\x1b[C"
    back = "\b" * (from_x - x) if from_x - x <= _FEW else f"\x1b[{from_x - x}D"
    from_start = f"\r\x1b[{x}C" if x > 1 else "\r\x1b[C"
    return min(back, from_start, key=len)
