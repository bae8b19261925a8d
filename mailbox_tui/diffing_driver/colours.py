"""Colours, as near as the terminal can come to what was asked.

A colour is kept as the numbers that select it, ready to be sent: "31", "48;5;17". None is "".
"""

from typing import Final

from rich.color import Color, ColorSystem

from mailbox_tui.diffing_driver.terminal import ALL_COLOURS

_TABLE: Final = 256  # colours of the table that xterm brought
_BRIGHT_TOO: Final = 16
_FEWEST: Final = 8


def basic_colour(number: int, colours: int) -> str:
    """Give one of the sixteen, by its own number: 30-37, 40-47, 90-97, 100-107."""
    if colours < _FEWEST:
        return ""
    if number >= 90 and colours < _BRIGHT_TOO:
        return str(number - 60)
    return str(number)


def table_colour(number: int, colours: int, *, is_foreground: bool) -> str:
    """Give a colour of the table of 256."""
    number = min(max(number, 0), _TABLE - 1)
    if colours >= _TABLE:
        return f"{38 if is_foreground else 48};5;{number}"
    return _nearest(Color.from_ansi(number), colours, is_foreground=is_foreground)


def mixed_colour(parts: list[int], colours: int, *, is_foreground: bool) -> str:
    """Give a colour mixed of red, green and blue."""
    red, green, blue = (min(max(part, 0), 255) for part in parts)
    if colours >= ALL_COLOURS:
        return f"{38 if is_foreground else 48};2;{red};{green};{blue}"
    return _nearest(Color.from_rgb(red, green, blue), colours, is_foreground=is_foreground)


def _nearest(colour: Color, colours: int, *, is_foreground: bool) -> str:
    if colours < _FEWEST:
        return ""
    if colours >= _TABLE:
        return ";".join(
            colour.downgrade(ColorSystem.EIGHT_BIT).get_ansi_codes(foreground=is_foreground)
        )
    (number,) = colour.downgrade(ColorSystem.STANDARD).get_ansi_codes(foreground=is_foreground)
    return basic_colour(int(number), colours)
