"""What stands for a letter that the terminal's encoding does not have."""

from functools import lru_cache
from typing import Final
from unicodedata import normalize

from rich.cells import cell_len

from mailbox_tui.diffing_driver.widths import hides_another

_LOOK_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212─━═╌╍┄┅┈┉", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033", '"'),
        **dict.fromkeys("│┃║┆┇┊┋╎╏▏▕", "|"),
        **dict.fromkeys("┌┏╔╭┐┓╗╮└┗╚╰┘┛╝╯├┣╠┤┫╣┬┳╦┴┻╩┼╋╬", "+"),
        **dict.fromkeys("\u2022\u2023\u25cf\u25aa\u25a0", "*"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\u3000", " "),
    }
)  # a minus must not be lost: an amount would be another


def has(encoding: str, text: str) -> bool:
    """Tell whether an encoding has all of a text."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=4096)
def cells_for(letter: str, columns: int, encoding: str) -> tuple[str, ...]:
    """Give the letter as cells if the encoding has it, what comes near, or question marks."""
    if hides_another(letter):
        return ("?",) * columns
    whole = normalize("NFC", letter)
    for near in (letter, whole, whole[0]):
        if has(encoding, near):
            return (near, *_rest(near, columns))
    near = letter[0].translate(_LOOK_ALIKE)
    return (near if near.isascii() else "?",) * columns


def _rest(letter: str, columns: int) -> tuple[str, ...]:
    """Give what stands in the columns after a letter's first."""
    return ("" if cell_len(letter) == columns else " ",) * (columns - 1)
