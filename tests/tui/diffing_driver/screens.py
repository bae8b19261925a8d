"""What a terminal shows, by pyte, which nobody here wrote; and grids drawn without any cleverness.

Compared is what can be seen: of a blank its ground, and its letter's colour only where a line or
the reverse shows it. pyte knows no dim letters, and composes accents.
"""

from unicodedata import normalize

import pyte
from pyte.screens import Char

from mailbox_tui.diffing_driver.attributes import BLINK, BOLD, ITALIC, REVERSE, STRIKE, UNDERLINE
from mailbox_tui.diffing_driver.cells import Grid
from mailbox_tui.diffing_driver.terminal import Terminal

ALL_ATTRIBUTES = BOLD | ITALIC | UNDERLINE | BLINK | REVERSE | STRIKE
XTERM = Terminal(
    colours=1 << 24,
    attributes=ALL_ATTRIBUTES,
    erases_in_background=True,
    erases_letters=True,
    scrolls_blocks=True,
    enter_alternate="\x1b[?1049h",
    leave_alternate="\x1b[?1049l",
    shows_cursor="\x1b[?25h",
    takes_titles=True,
)
VT100 = Terminal(scrolls_blocks=True)


class Screen(pyte.Screen):
    """pyte's screen, which erases in the ground's colour alone, as terminals do."""

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        start, end = {0: (self.cursor.x, self.columns), 2: (0, self.columns)}[how]
        self._erase(self.cursor.y, start, end)

    def erase_characters(self, count: int | None = None) -> None:
        self._erase(self.cursor.y, self.cursor.x, min(self.cursor.x + (count or 1), self.columns))

    def erase_in_display(self, how: int = 0, *args: object, **more: object) -> None:
        if how == 0:
            self.erase_in_line()
        for y in range(self.cursor.y + 1 if how == 0 else 0, self.lines):
            self._erase(y, 0, self.columns)

    def _erase(self, y: int, start: int, end: int) -> None:
        blank = self.default_char._replace(bg=self.cursor.attrs.bg)
        for x in range(start, end):
            self.buffer[y][x] = blank


def screen_of(width: int, height: int) -> tuple[Screen, pyte.Stream]:
    """Give a blank screen and the way to write on it, on which lines do not wrap."""
    screen = Screen(width, height)
    stream = pyte.Stream(screen)
    stream.feed("\x1b[?7l")
    return screen, stream


def seen(screen: pyte.Screen) -> list[list[object]]:
    """Give what can be seen of each cell."""
    return [
        [_visible(screen.buffer[y][x]) for x in range(screen.columns)] for y in range(screen.lines)
    ]


def letters_seen(screen: pyte.Screen) -> list[str]:
    """Give each row's letters."""
    rows = range(screen.lines), range(screen.columns)
    return [normalize("NFC", "".join(screen.buffer[y][x].data for x in rows[1])) for y in rows[0]]


def drawn(grid: Grid) -> Screen:
    """Draw a grid cell by cell, each with all of its style."""
    screen, stream = screen_of(grid.width, grid.height)
    for y in range(grid.height):
        stream.feed(f"\x1b[{y + 1}H")
        for letter, style in zip(grid.letters[y], grid.styles[y], strict=True):
            if letter:
                stream.feed(f"\x1b[{';'.join(['0', *style.numbers()])}m{letter}")
    return screen


def _visible(char: Char) -> object:
    if char.data == " " and not (char.reverse or char.underscore or char.strikethrough):
        return (" ", char.bg)
    return char._replace(data=normalize("NFC", char.data))
