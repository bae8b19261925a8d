"""A terminal that does everything it is allowed to do differently.

It draws uncertain letters in as many columns as it likes, accents in cells of their own, and
behind such a letter or one in the last column its cursor is anywhere. It scrolls and erases in
the background's colour. Everything else it does as every terminal does, and it fails on what it
does not know.
"""

import re
from random import Random

from mailbox_tui.diffing_driver.cells import Grid
from mailbox_tui.diffing_driver.styles import Palette, Style
from mailbox_tui.diffing_driver.widths import is_certain, reach
from tests.tui.diffing_driver.random_grids import COLUMNS

_TOKEN = re.compile(r"\x1b\[([\d;]*)([A-Za-z])|\x1bM|[\r\n\b]|[^\x00-\x1f\x7f-\x9f]")


class OddTerminal:
    """A screen of cells, each with a code point and a style."""

    def __init__(self, width: int, height: int, palette: Palette, chance: Random) -> None:
        self.width, self.height = width, height
        self.palette, self.chance = palette, chance
        self.look = palette.plain
        self.cells = [[("?", self.look)] * width for _ in range(height)]
        self.x = self.y = 0
        self.top, self.bottom = 0, height - 1
        self.is_lost = True

    def feed(self, text: str) -> None:
        end = 0
        for token in _TOKEN.finditer(text):
            assert token.start() == end, f"unknown: {text[end : end + 20]!r}"
            end = token.end()
            if token[2]:
                self._obey(token[1], token[2])
            elif token[0] == "\x1bM":
                self._up()
            elif token[0] == "\n":
                self._down()
            elif token[0] == "\r":
                self.x, self.is_lost = 0, False
            elif token[0] == "\b":
                self._land()
                self.x = max(self.x - 1, 0)
            else:
                self._draw(token[0])
        assert end == len(text), f"unknown: {text[end : end + 20]!r}"

    def _draw(self, point: str) -> None:
        certain = is_certain(point)
        if certain:
            self._land()
        columns = COLUMNS.get(point, 1) if certain else self.chance.randint(0, reach(point))
        columns = min(columns, self.width - self.x)
        for x in range(self.x, self.x + columns):
            self._split(x)
        for x in range(self.x, self.x + columns):
            self.cells[self.y][x] = (point if x == self.x else "", self.look)
        self.x += columns
        self.is_lost = not certain or self.x == self.width
        self.x = min(self.x, self.width - 1)

    def _land(self) -> None:
        """Be anywhere in the row, if nobody can know where."""
        if self.is_lost:
            self.x = self.chance.randrange(self.width)
            self.is_lost = False

    def _split(self, x: int) -> None:
        """Blank the other half of a wide letter of which one half is about to go."""
        row = self.cells[self.y]
        if row[x][0] == "" and x:
            row[x - 1] = (" ", row[x - 1][1])
        if x + 1 < self.width and row[x + 1][0] == "":
            row[x + 1] = (" ", row[x + 1][1])
        row[x] = (" ", row[x][1])

    def _obey(self, numbers: str, final: str) -> None:
        if final == "m":
            self.look = self.palette.applied(self.look, numbers)
            return
        values = [int(number) if number else 1 for number in numbers.split(";")]
        count = values[0]
        if final == "H":
            self.y = min(count, self.height) - 1
            self.x = min([*values, 1][1], self.width) - 1
            self.is_lost = False
        elif final == "r":
            self.top, self.bottom = (count - 1, values[1] - 1) if numbers else (0, self.height - 1)
            self.is_lost = True
        else:
            self._land()
            self._obey_here(count, numbers, final)

    def _obey_here(self, count: int, numbers: str, final: str) -> None:
        if final in "AB":
            self.y = min(max(self.y + (count if final == "B" else -count), 0), self.height - 1)
        elif final in "CD":
            self.x = min(max(self.x + (count if final == "C" else -count), 0), self.width - 1)
        elif final == "X":
            self._erase(min(self.x + count, self.width))
        else:
            assert final in "JK", final
            assert not numbers, numbers
            self._erase(self.width)
            for y in range(self.y + 1, self.height if final == "J" else 0):
                self.cells[y] = [self._blank()] * self.width

    def _erase(self, end: int) -> None:
        for x in range(self.x, end):
            self._split(x)
            self.cells[self.y][x] = self._blank()

    def _blank(self) -> tuple[str, Style]:
        return (" ", self.palette.ground_of(self.look))

    def _down(self) -> None:
        if self.y == self.bottom:
            del self.cells[self.top]
            self.cells.insert(self.bottom, [self._blank()] * self.width)
        elif self.y < self.height - 1:
            self.y += 1

    def _up(self) -> None:
        if self.y == self.top:
            del self.cells[self.bottom]
            self.cells.insert(self.top, [self._blank()] * self.width)
        elif self.y:
            self.y -= 1


def first_wrong(terminal: OddTerminal, grid: Grid) -> str:
    """Name the first cell that could mislead a reader; "" is none.

    A certain letter is there as it is wanted. In the cells of an uncertain one may be parts of it
    or nothing, never a part of another letter.
    """
    for y in range(grid.height):
        parts = ""
        for x, (letter, style) in enumerate(zip(grid.letters[y], grid.styles[y], strict=True)):
            parts = letter or parts
            point, look = terminal.cells[y][x]
            look = look.on_blank if point == " " else look
            fits = point in {*parts, "", " "} if not is_certain(parts) else point == letter
            if not fits or (is_certain(parts) and look is not style):
                return f"row {y}, column {x}: {letter!r} wanted, {point!r} there"
    return ""
