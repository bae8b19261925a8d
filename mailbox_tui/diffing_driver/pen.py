"""The pen: collects what is sent, and knows where that leaves the terminal's cursor and style."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from mailbox_tui.diffing_driver.moves import UNKNOWN, move
from mailbox_tui.diffing_driver.styles import Palette, Style
from mailbox_tui.diffing_driver.widths import is_certain, is_narrow, reach

_LONG_BLANK: Final = re.compile("( {11,})")  # erasing fewer and moving over them is no shorter
_FEW_BLANKS: Final = 3  # bytes that erasing the rest of a row takes


class Pen:
    """Writes cells on one terminal, from where the last writing left off."""

    __slots__ = ("out", "palette", "style", "wasted", "width", "x", "y")

    def __init__(self, palette: Palette, width: int, x: int, y: int, style: Style | None) -> None:
        """Take the place of the terminal's cursor and its style; None is an unknown style."""
        self.palette = palette
        self.width = width
        self.x = x
        self.y = y
        self.style = style
        self.out: list[str] = []
        self.wasted = 0
        """Bytes that went into making cells blank."""

    def forked(self) -> "Pen":
        """Give another that goes on from here, to try another way."""
        return Pen(self.palette, self.width, self.x, self.y, self.style)

    def take(self, other: "Pen", since: int) -> None:
        """Take another's way, instead of all that was put out since, if it is shorter."""
        if len(str(other)) < len("".join(self.out[since:])):
            self.x, self.y, self.style = other.x, other.y, other.style
            self.out[since:] = other.out

    def __str__(self) -> str:
        return "".join(self.out)

    def go(self, x: int, y: int) -> None:
        """Move the cursor."""
        if x != self.x or y != self.y:
            self.out.append(move(self.x, self.y, x, y))
            self.x = x
            self.y = y

    def go_along(self, x: int, y: int, letters: Sequence[str], styles: Sequence[Style]) -> None:
        """Move the cursor, over letters that are there already by writing them if that is shorter.

        `letters` and `styles` are those of the row.
        """
        start = self.x if y == self.y and self.x != UNKNOWN else 0
        if 0 < x - start <= _FEW_BLANKS + 1:
            text = "".join(letters[start:x])
            if len(text) == x - start and is_narrow(text) and self._suits(text, styles[start:x]):
                way = self._move_to(start, y) + text
                if len(way.encode("utf-8")) <= len(self._move_to(x, y)):
                    self.out.append(way)
                    self.x, self.y = x, y
                    return
        self.go(x, y)

    def _move_to(self, x: int, y: int) -> str:
        return "" if (x, y) == (self.x, self.y) else move(self.x, self.y, x, y)

    def _suits(self, text: str, looks: Sequence[Style]) -> bool:
        """Tell whether letters look as they should when written in the style at hand."""
        pen = self.style
        blank = pen.on_blank if pen is not None else None
        over = zip(text, looks, strict=True)
        return all(look is pen or (look is blank and letter == " ") for letter, look in over)

    def use(self, style: Style) -> None:
        """Let what follows have a style."""
        if style is not self.style:
            self.out.append(self.palette.transition(self.style, style))
            self.style = style

    def use_on_blanks(self, look: Style) -> None:
        """Let blanks and what is erased have a style; letters may get another."""
        if self.style is None or look is not self.style.on_blank:
            self.use(look)

    def write(
        self, letters: Sequence[str], styles: Sequence[Style], start: int, end: int, *, erase: bool
    ) -> None:
        """Write cells of a row from the cursor's place, all of certain width.

        With `erase`, long blanks are erased instead of written where the terminal can.
        """
        x, behind = start, 0
        out, style = self.out, self.style
        for look, cells in groupby(styles[start:end]):
            count = len(list(cells))
            text = "".join(letters[x : x + count])
            x += count
            if look is not style and (
                style is None or look is not style.on_blank or text.strip(" ")
            ):
                out.append(self.palette.transition(style, look))
                self.style = style = look
            if "    " in text:
                behind = self._write_with_blanks(text, behind, look, erase=erase)
                continue
            if behind:
                out.append(move(0, 0, behind, 0))
                behind = 0
            out.append(text)
        x -= behind
        self.x = x if x < self.width else UNKNOWN

    def write_carefully(
        self, shown: Sequence[str], letters: Sequence[str], styles: Sequence[Style], start: int,
        end: int, y: int,
    ) -> None:  # fmt: skip
        """Write cells of a row where some letters are of uncertain width.

        Behind each such letter only an absolute move is safe. A terminal may draw it narrower:
        then no letter that is `shown` now, or came over from before it, may be left in its cells.
        """
        hit = start
        for x in range(start, end):
            letter = letters[x]
            if not letter:
                continue
            self.go(x, y)
            (self.use_on_blanks if letter == " " else self.use)(styles[x])
            columns = 2 if letters[x + 1 : x + 2] == [""] else 1
            certain = is_certain(letter)
            if not certain and (x < hit or shown[x : x + columns] != [" "] * columns):
                self.out.append(" " * columns)
                self.x = x + columns if x + columns < self.width else UNKNOWN
                self.go(x, y)
            self.out.append(letter)
            hit = hit if certain else max(hit, x + reach(letter))
            self.x = x + columns if certain and x + columns < self.width else UNKNOWN

    def blank_to(self, x: int, y: int, end: int, look: Style) -> None:
        """Make blank what stands from x to `end`; behind it the row is blank already."""
        self.go(x, y)
        self.use_on_blanks(look)
        if end - x <= _FEW_BLANKS:
            self.out.append(" " * (end - x))
            self.x = end if end < self.width else UNKNOWN
        else:
            self.erase_row(look)
        self.wasted += 2 * _FEW_BLANKS

    def erase_row(self, look: Style) -> None:
        """Make blank what stands from the cursor on."""
        self.use_on_blanks(look)
        self.out.append("\x1b[K")

    def can_erase(self, look: Style) -> bool:
        """Tell whether erasing leaves cells of this style; the pen must show it on blanks."""
        terminal = self.palette.terminal
        return look.is_mere_background and (not look.background or terminal.erases_in_background)

    def _write_with_blanks(self, text: str, behind: int, look: Style, *, erase: bool) -> int:
        """Write text with long blanks in it, and tell how far behind its end the cursor is."""
        if not (erase and self.palette.terminal.erases_letters and self.can_erase(look)):
            self.out.append(move(0, 0, behind, 0) + text)
            self.wasted += 4 * text.count("    ")
            return 0
        for piece in _LONG_BLANK.split(text):
            if _LONG_BLANK.fullmatch(piece):
                self.out.append(move(0, 0, behind, 0) + f"\x1b[{len(piece)}X")
                behind = len(piece)
                self.wasted += 2 * _FEW_BLANKS
            elif piece:
                self.out.append(move(0, 0, behind, 0) + piece)
                self.wasted += 4 * piece.count("    ")
                behind = 0
        return behind
