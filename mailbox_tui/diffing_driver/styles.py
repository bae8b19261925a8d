"""Styles: what a letter looks like, and the shortest way from one look to another.

Each style exists once, so that `is` compares two of them; a palette makes them for one terminal
and leaves out what that terminal lacks, so that it costs nothing later.
"""

from collections.abc import Iterator
from typing import Final

from mailbox_tui.diffing_driver.attributes import HIDDEN, OFF, ON, SENT, SHOWN_ON_BLANKS
from mailbox_tui.diffing_driver.colours import basic_colour, mixed_colour, table_colour
from mailbox_tui.diffing_driver.terminal import Terminal

_MOST_STYLES: Final = 20_000  # a program that animates colours must not fill the memory


class Style:
    """One look. Never made but by a `Palette`."""

    __slots__ = (
        "after", "attributes", "background", "changes", "foreground", "is_hidden", "on_blank",
    )  # fmt: skip

    def __init__(
        self, foreground: str, background: str, attributes: int, on_blank: "Style | None"
    ) -> None:
        """Take the numbers that select the colours, and bits of attributes."""
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
        self.on_blank = on_blank or self
        """What is seen of it where there is no letter: the style that a blank is given."""
        self.is_hidden = bool(attributes & HIDDEN)
        """Whether letters in it must not be seen."""
        self.after: dict[str, Style] = {}
        """What it became by a sequence that was read before."""
        self.changes: dict[Style, str] = {}
        """What was sent before to change it into another style."""

    @property
    def is_mere_background(self) -> bool:
        """Tell whether erasing could make a blank in it."""
        return not self.foreground and not self.attributes

    def numbers(self) -> Iterator[str]:
        """Give what selects it on a terminal whose look was reset."""
        yield from (number for bit, number in SENT if self.attributes & bit)
        yield from filter(None, (self.foreground, self.background))


class Palette:
    """The styles that one terminal can show."""

    def __init__(self, terminal: Terminal) -> None:
        """Begin with the plain style."""
        self.terminal = terminal
        self._styles: dict[tuple[str, str, int], Style] = {}
        self.plain = self._style("", "", 0)

    def applied(self, style: Style, parameters: str) -> Style:
        """Give what a style becomes by "select graphic rendition" with these parameters."""
        foreground, background = style.foreground, style.background
        attributes = style.attributes
        numbers = iter(parameters.split(";"))
        for number in numbers:
            if number in {"", "0"}:
                foreground = background = ""
                attributes = 0
            elif number in ON:
                attributes |= ON[number]
            elif number in OFF:
                attributes &= ~OFF[number]
            elif number == "39":
                foreground = ""
            elif number == "49":
                background = ""
            elif number in {"38", "48", "58"}:  # the last is an underline's: read and left out
                colour = self._colour(numbers, is_foreground=number == "38")
                foreground = colour if number == "38" else foreground
                background = colour if number == "48" else background
            elif number.isdecimal() and number[:-1] in {"3", "9"}:
                foreground = basic_colour(int(number), self.terminal.colours)
            elif number.isdecimal() and number[:-1] in {"4", "10"}:
                background = basic_colour(int(number), self.terminal.colours)
        attributes &= self.terminal.attributes | HIDDEN
        return self._style(self._readable(foreground, background), background, attributes)

    def ground_of(self, style: Style) -> Style:
        """Give the style that erasing leaves."""
        return self._style("", style.background, 0)

    def transition(self, old: Style | None, new: Style) -> str:
        """Give the shortest sequence from one style to another; None is an unknown one."""
        if old is None:
            return "\x1b[m" if new is self.plain else _selecting("0", *new.numbers())
        change = old.changes.get(new)
        if change is None:
            change = old.changes[new] = self._shortest(old, new)
        return change

    def _style(self, foreground: str, background: str, attributes: int) -> Style:
        look = (foreground, background, attributes)
        style = self._styles.get(look)
        if style is None:
            if len(self._styles) > _MOST_STYLES:  # those in use live on; at worst they are resent
                self._styles.clear()
                self._styles["", "", 0] = self.plain
                self.plain.after.clear()
                self.plain.changes.clear()
            on_blank = None
            if not attributes & SHOWN_ON_BLANKS and (foreground or attributes):
                on_blank = self._style("", background, 0)
            style = self._styles[look] = Style(foreground, background, attributes, on_blank)
        return style

    def _colour(self, numbers: Iterator[str], *, is_foreground: bool) -> str:
        kind = next(numbers, "")
        parts = [next(numbers, "") for _ in range({"5": 1, "2": 3}.get(kind, 0))]
        values = [int(part) if part.isdecimal() else 0 for part in parts]
        if len(values) == 1:
            return table_colour(values[0], self.terminal.colours, is_foreground=is_foreground)
        if values:
            return mixed_colour(values, self.terminal.colours, is_foreground=is_foreground)
        return ""

    def _readable(self, foreground: str, background: str) -> str:
        """Keep letters apart from their ground where bright and dark became one colour."""
        if self.terminal.colours != 8 or foreground[1:] != background[1:] or not foreground:
            return foreground
        return "30" if background == "47" else "37"

    def _shortest(self, old: Style, new: Style) -> str:
        ways = [_selecting("0", *new.numbers())]
        if new is self.plain:
            ways.append("\x1b[m")
        lost = old.attributes & ~new.attributes
        loses_colour = (old.foreground and not new.foreground) or (
            old.background and not new.background
        )
        if self.terminal.colours or not (lost or loses_colour):
            ways.append(_selecting(*_steps(old, new)))
        return min(ways, key=len)


def _steps(old: Style, new: Style) -> Iterator[str]:
    """Give the numbers that change only what differs."""
    kept = old.attributes
    for number, bits in OFF.items():
        if kept & bits & ~new.attributes & ~HIDDEN:
            yield number
            kept &= ~bits
    yield from (number for bit, number in SENT if new.attributes & bit & ~kept)
    if old.foreground != new.foreground:
        yield new.foreground or "39"
    if old.background != new.background:
        yield new.background or "49"


def _selecting(*numbers: str) -> str:
    return f"\x1b[{';'.join(numbers)}m" if numbers else ""
