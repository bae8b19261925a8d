"""Rows: what changes one row from what the terminal shows to what is wanted."""

import re
from collections.abc import Iterator
from operator import is_not, ne
from typing import Final

from mailbox_tui.diffing_driver.cells import Grid
from mailbox_tui.diffing_driver.pen import Pen
from mailbox_tui.diffing_driver.styles import Style
from mailbox_tui.diffing_driver.widths import has_right_to_left, is_certain, is_narrow, reach

_MANY_BLANKS: Final = 11  # bytes; erasing a row and going on behind a gap takes about so many
_CHANGED: Final = re.compile(rb"\x01+")
_NEAR: Final = re.compile(rb"\x01+(?:\x00{1,3}\x01+)*")


def change_row(pen: Pen, y: int, shown: Grid, wanted: Grid) -> None:
    """Send the cells of a row that differ."""
    text = "".join(wanted.letters[y])
    if has_right_to_left(text) or has_right_to_left("".join(shown.letters[y])):
        send_row(pen, y, shown, wanted)  # the terminal may have put its cells in another order
        return
    other, since, wasted = pen.forked(), len(pen.out), pen.wasted
    _change(pen, y, shown.letters[y], shown.styles[y], wanted, text)
    if pen.wasted - wasted > _MANY_BLANKS and not pen.palette.terminal.erases_letters:
        start = _changes(shown.letters[y], shown.styles[y], wanted, y).find(1)
        blanks, plain = wanted.width - start, pen.palette.plain
        other.go_along(start, y, wanted.letters[y], wanted.styles[y])
        other.erase_row(plain)
        letters = [*shown.letters[y][:start], *[" "] * blanks]
        styles = [*shown.styles[y][:start], *[plain] * blanks]
        _change(other, y, letters, styles, wanted, text)
        pen.take(other, since)


def _change(
    pen: Pen, y: int, shown: list[str], shown_styles: list[Style], wanted: Grid, text: str
) -> None:
    letters, styles = wanted.letters[y], wanted.styles[y]
    is_careful = not is_narrow(text) and not all(map(is_certain, letters))
    changes = _changes(shown, shown_styles, wanted, y)
    if is_careful:
        changes = _with_neighbours(changes, letters)
    tail = _tail(pen, letters, styles, text)
    for start, end in _stretches(changes, tail, letters, styles, text):
        if is_careful:
            pen.write_carefully(shown, letters, styles, start, end, y)
        else:
            pen.go_along(start, y, letters, styles)
            pen.write(letters, styles, start, end, erase=True)
    first = changes.find(1, tail)
    if first >= 0:
        start = pen.x if pen.y == y and tail <= pen.x < first else first
        pen.blank_to(start, y, changes.rfind(1) + 1, styles[-1])


def send_row(pen: Pen, y: int, shown: Grid, wanted: Grid) -> None:
    """Send a row whole, from its first column, in one piece, whatever of it is shown already."""
    letters, styles = wanted.letters[y], wanted.styles[y]
    text = "".join(letters)
    tail = _tail(pen, letters, styles, text)
    changes = _changes(shown.letters[y], shown.styles[y], wanted, y)
    pen.go(0, y)
    if all(map(is_certain, letters)):
        pen.write(letters, styles, 0, tail, erase=False)
    else:
        pen.write_carefully(shown.letters[y], letters, styles, 0, tail, y)
        changes = _with_neighbours(b"\x01" * tail + changes[tail:], letters)
    if changes.find(1, tail) >= 0:
        pen.blank_to(tail, y, changes.rfind(1) + 1, styles[-1])


def _changes(shown: list[str], shown_styles: list[Style], wanted: Grid, y: int) -> bytes:
    """Give 1 for each cell that differs, else 0."""
    letters = bytes(map(ne, shown, wanted.letters[y]))
    if shown_styles == wanted.styles[y]:
        return letters
    styles = bytes(map(is_not, shown_styles, wanted.styles[y]))
    either = int.from_bytes(letters, "big") | int.from_bytes(styles, "big")
    return either.to_bytes(len(letters), "big")


def _with_neighbours(changes: bytes, letters: list[str]) -> bytes:
    """Let the cells behind each letter of uncertain width be sent with it, as they may be hit."""
    more = bytearray(changes)
    for x, letter in enumerate(letters):
        if more[x] and not is_certain(letter):
            end = min(x + reach(letter) + 1, len(letters))
            more[x:end] = b"\x01" * (end - x)
    return bytes(more)


def _stretches(
    changes: bytes, tail: int, letters: list[str], styles: list[Style], text: str
) -> Iterator[tuple[int, int]]:
    """Give the stretches of cells to be written, each from a letter's start to a letter's end.

    Over a short gap it costs no more to write than to move, if the style goes on.
    """
    if not text.isascii():
        for change in _CHANGED.finditer(changes, 0, tail):
            yield _whole_letters(*change.span(), letters)
        return
    for near in _NEAR.finditer(changes, 0, tail):
        start, end = near.span()
        looks, style = styles[start:end], styles[start]
        if looks.count(style) + looks.count(style.on_blank) >= end - start:
            yield start, end
        else:
            yield from (change.span() for change in _CHANGED.finditer(changes, start, end))


def _whole_letters(start: int, end: int, letters: list[str]) -> tuple[int, int]:
    while not letters[start]:
        start -= 1
    while end < len(letters) and not letters[end]:
        end += 1
    return start, end


def _tail(pen: Pen, letters: list[str], styles: list[Style], text: str) -> int:
    """Give the column from which on erasing could make the row as it is wanted."""
    width = len(letters)
    look = styles[-1]
    if letters[-1] != " " or not pen.can_erase(look):
        return width
    tail = width - len(text) + len(text.rstrip(" "))
    if styles[tail:].count(look) != width - tail:
        tail = width
        while letters[tail - 1] == " " and styles[tail - 1] is look:
            tail -= 1
    return tail
