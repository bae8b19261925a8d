"""Reads what Textual writes into cells.

Understood is what Textual 8 writes on a full screen: moves, styles, erasing, text. What is not
drawing goes on to the terminal only where it is known to be harmless and wanted (a clipboard, a
title, a bell, the mouse); everything else ends here, so that nothing unknown reaches a terminal.
"""

import re
from collections.abc import Sequence
from typing import Final

from mailbox_tui.diffing_driver.cells import Grid
from mailbox_tui.diffing_driver.styles import Palette
from mailbox_tui.diffing_driver.substitutes import cells_for, has
from mailbox_tui.diffing_driver.widths import is_narrow, letters_of

_CONTROL: Final = re.compile(r"\[([0-?]*)([ -/]*)([@-~])")
_OTHER: Final = re.compile(r"[ -/]*[0-~]")
_BEGUN: Final = re.compile(r"(\[[0-?]*)?[ -/]*")
_COMMAND: Final = re.compile(r"52;[cpqs0-7]*;[A-Za-z0-9+/=]*|[012];[^\x00-\x1f\x7f-\x9f]*")
_CONTROLS: Final = re.compile("([\x00-\x1f\x7f-\x9f])")
_MOUSE_MODES: Final = frozenset({"1000", "1002", "1003", "1006", "1015", "1016"})
_STRINGS: Final = frozenset("]P_^X")  # what follows these lasts until a string terminator
_LONGEST_UNREAD: Final = 1 << 20


class Reader:
    """The wanted screen, as told by everything that was read so far."""

    def __init__(self, width: int, height: int, palette: Palette, encoding: str) -> None:
        """Begin with a blank screen, of which nothing was read."""
        self.grid = Grid(width, height, palette.plain)
        self.x = self.y = 0
        self.encoding = encoding
        self.asides: list[str] = []
        """What goes to the terminal as it is, before the next frame."""
        self.modes: set[str] = set()
        """The mouse's modes that are wanted."""
        self.unread_rows = set(range(height))
        """Rows that nothing was read for since the size changed."""
        self._palette = palette
        self._style = palette.plain
        self._unread = ""

    def resize(self, width: int, height: int) -> None:
        """Take another size; what fits is kept until it is read anew."""
        self.grid = self.grid.resized(width, height, self._palette.plain)
        self.x, self.y = min(self.x, width - 1), min(self.y, height - 1)
        self.unread_rows = set(range(height))

    def read(self, written: str) -> None:
        """Read some output; a sequence that is cut off is read with the next."""
        text, *parts = (self._unread + written).split("\x1b")
        self._unread = ""
        if text:
            self._draw(text)
        if parts and not parts[-1]:  # an escape alone, which may end what is before it
            is_within = len(parts) > 1 and parts[-2][:1] in _STRINGS and "\a" not in parts[-2]
            self._unread = "\x1b".join(["", *parts[-2:]]) if is_within else "\x1b"
            del parts[-2 if is_within else -1 :]
        last = len(parts) - 1
        for place, part in enumerate(parts):
            numbers, _, text = part.partition("m")
            style = self._style.after.get(numbers)
            if style is None or numbers == part:
                behind = parts[place + 1] if place < last else self._unread or None
                self._read_sequence(part, behind)
                continue
            self._style = style
            if text.isascii() and text.isprintable():  # nearly all of it
                if text:
                    self._place(text)
            else:
                self._draw(text)

    def _read_sequence(self, part: str, following: str | None) -> None:
        """Read what follows one escape character, up to the next."""
        if part and part[0] in _STRINGS:
            text = self._read_string(part, following)
        elif found := _CONTROL.match(part):
            self._obey(*found.groups())
            text = part[found.end() :]
        elif following is None and _BEGUN.fullmatch(part):
            self._unread = "\x1b" + part
            return
        else:
            begun = _OTHER.match(part) if part[:1] != "[" else _BEGUN.match(part)
            text = part[begun.end() :] if begun else part
        if text:
            self._draw(text)

    def _read_string(self, part: str, following: str | None) -> str:
        """Read a command for the terminal itself and give the text behind it."""
        command, bell, text = part.partition("\a") if part[0] == "]" else (part, "", "")
        if not bell and following is None and len(part) < _LONGEST_UNREAD:
            self._unread = "\x1b" + part
            return ""
        is_ended = bell or (following or "").startswith("\\")
        is_taken = self._palette.terminal.takes_titles and _COMMAND.fullmatch(command[1:])
        if is_ended and is_taken:
            self.asides.append(f"\x1b{command}\a")
        return text

    def _obey(self, numbers: str, between: str, final: str) -> None:
        if between or (numbers[:1] in "<=>?" and numbers):
            if numbers[:1] == "?" and final in "hl" and not between:
                wanted = _MOUSE_MODES.intersection(numbers[1:].split(";"))
                self.modes = self.modes | wanted if final == "h" else self.modes - wanted
        elif final == "m":
            style = self._palette.applied(self._style, numbers)
            self._style.after["[" + numbers] = style
            self._style = style
        elif final in "Hf":
            row, _, column = numbers.partition(";")
            self.y, self.x = _number(row) - 1, _number(column) - 1
        elif final == "K":
            self._erase_row(self.y, numbers)
        elif final == "J":
            self._erase_rows(numbers)

    def _draw(self, text: str) -> None:
        if is_narrow(text) and (text.isascii() or has(self.encoding, text)):
            self._place(text)
            return
        for piece in _CONTROLS.split(text):
            if piece in {"\r", "\n"}:
                self.x = 0
                self.y += piece == "\n"
            elif piece == "\a":
                self.asides.append(piece)
            elif piece and not _CONTROLS.match(piece):
                self._draw_unusual(piece)

    def _draw_unusual(self, text: str) -> None:
        marks, letters = letters_of(text)
        if marks:
            self._add(marks)
        cells: list[str] = []
        for letter, columns in letters:
            cells += cells_for(letter, columns, self.encoding)
        if cells:
            self._place(cells)

    def _place(self, letters: Sequence[str]) -> None:
        """Put cells where the cursor is and move it behind them."""
        x, y, grid, style = self.x, self.y, self.grid, self._style
        self.x = end = x + len(letters)
        if end > grid.width or y >= grid.height or style.is_hidden:
            letters = self._what_is_seen(letters, x)
            end = x + len(letters)
            if not letters:
                return
        row = grid.letters[y]
        if row[x] == "":
            grid.blank(x - 1, y)
        if end < grid.width and row[end] == "":
            grid.blank(end, y)
        row[x:end] = letters
        blank = style.on_blank
        if blank is style or " " not in letters:
            grid.styles[y][x:end] = [style] * len(letters)
        else:
            looks = [blank if letter == " " else style for letter in letters]
            grid.styles[y][x:end] = looks
        if self.unread_rows:
            self.unread_rows.discard(y)

    def _what_is_seen(self, letters: Sequence[str], x: int) -> Sequence[str]:
        """Give the cells that are within the edges, hidden ones as blanks."""
        room = self.grid.width - x
        if room <= 0 or self.y >= self.grid.height:
            return ""
        if self._style.is_hidden:
            return " " * min(len(letters), room)
        is_cut = len(letters) > room and letters[room] == ""
        return [*letters[: room - is_cut], *[" "][:is_cut]]

    def _add(self, marks: str) -> None:
        """Put accents that begin a text onto the letter before it."""
        x, y, grid = min(self.x, self.grid.width) - 1, self.y, self.grid
        if x < 0 or y >= grid.height:
            return
        x -= grid.letters[y][x] == ""
        letter = grid.letters[y][x]
        columns = 2 if grid.letters[y][x + 1 : x + 2] == [""] else 1
        if not letter.endswith(marks):
            cells = cells_for(letter + marks, columns, self.encoding)
            grid.letters[y][x : x + columns] = cells

    def _erase_rows(self, numbers: str) -> None:
        self._erase_row(self.y, numbers)
        above, below = range(self.y), range(self.y + 1, self.grid.height)
        for y in {"1": [*above], "2": [*above, *below]}.get(numbers, below):
            self._erase_row(y, "2")

    def _erase_row(self, y: int, numbers: str) -> None:
        width = self.grid.width
        if not 0 <= y < self.grid.height:
            return
        x = min(self.x, width - 1)
        start, end = {"1": (0, x + 1), "2": (0, width)}.get(numbers, (x, width))
        kept_x, kept_y = self.x, self.y
        kept_style, self._style = self._style, self._palette.ground_of(self._style)
        self.x, self.y = start, y
        self._place(" " * (end - start))
        self.x, self.y, self._style = kept_x, kept_y, kept_style


def _number(parameter: str) -> int:
    return max(int(parameter), 1) if parameter.isdecimal() else 1
