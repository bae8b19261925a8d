"""The looks: how dense the screens are, and for whom."""

from typing import NamedTuple

PLAIN = "plain"  # not a look of the screens: line mode instead


class Look(NamedTuple):
    """One look.

    `one_at_a_time`: a list shows the row in focus, and those that were passed below one another,
    as whole sentences: nothing is redrawn, and a screen reader says each row once.
    """

    name: str
    one_at_a_time: bool = False
    has_colour: bool = True
    widest_text: int = 79  # columns of a letter's lines at most; the text's own measure is smaller
    is_large: bool = False  # rows apart, few columns, the focused row as a block


LOOKS = {
    look.name: look
    for look in (
        Look(name="default"),
        Look(name="lean", has_colour=False),
        Look(name="large", widest_text=38, is_large=True),
        Look(name="reader", one_at_a_time=True, has_colour=False),
    )
}
LOOK_NAMES = (*LOOKS, PLAIN)
THEMES = ("terminal", "light", "dark", "contrast")
