"""How many columns letters take: as Textual counts, and whether terminals agree about it."""

import re
from functools import lru_cache
from typing import Final
from unicodedata import category, east_asian_width

from rich.cells import cell_len

NARROW: Final = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1"
    "\u03a3-\u0482\u1e00-\u1eff\u2010-\u2027\u2030-\u203b\u203d-\u2048\u204a-\u205e\u20a0-\u20c0"
    "\u2500-\u25a9\u25ac-\u25b5\u25b7-\u25bf\u25c1-\u25fa\u2800-\u28ff]*"
)
"""Letters that take one column everywhere: of Europe, of typography, boxes, braille."""

_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

_JOINER: Final = "\u200d"
_PIECE: Final = re.compile(f"{_JOINER}.?|.", re.DOTALL)

_REORDERING: Final = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Marks that turn around what follows. Every cell has its place already, and an amount must not be
read backwards, so they go no further."""


def is_narrow(text: str) -> bool:
    """Tell whether each letter certainly takes one column. Control characters do not."""
    if text.isascii():
        return text.isprintable()
    return NARROW.fullmatch(text) is not None


def has_right_to_left(text: str) -> bool:
    """Tell whether a terminal may reorder what stands around this text."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


@lru_cache(maxsize=4096)
def is_certain(letter: str) -> bool:
    """Tell whether all terminals move as many columns for this letter as Textual counts.

    They disagree about emoji, accents that stand alone, and letters joined of several.
    """
    if len(letter) != 1:
        return letter == ""
    if NARROW.fullmatch(letter):
        return True
    if category(letter)[0] not in "LNP":
        return False
    columns = {"W": 2, "F": 2, "Na": 1, "N": 1, "H": 1}.get(east_asian_width(letter), 0)
    return columns == cell_len(letter)


@lru_cache(maxsize=4096)
def reach(letter: str) -> int:
    """Give the columns that the most generous terminal may use for a letter.

    Many draw an emoji joined of four as four emoji, or an accent as a letter of its own.
    """
    return sum(2 if category(point)[0] == "S" else cell_len(point) or 1 for point in letter)


@lru_cache(maxsize=4096)
def letters_of(text: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    """Split a text without control characters into letters with their columns.

    What comes first are marks without columns that belong to the letter before the text. As
    `rich.cells.cell_len` does, which Textual lays out by, whatever is joined counts nothing.
    """
    letters = [""]
    for piece in _PIECE.findall(text.translate(_REORDERING)):
        if piece[0] == _JOINER or cell_len(piece) == 0:
            letters[-1] += piece
        else:
            letters.append(piece)
    return letters[0], tuple((letter, cell_len(letter)) for letter in letters[1:])


def hides_another(letter: str) -> bool:
    """Tell whether a joiner makes an ordinary letter, or a digit, vanish behind another.

    Textual leaves no column for what is joined. That is right for emoji; but an amount must not
    lose a digit, so a letter like this is better not shown at all.
    """
    _, *joined = letter.split(_JOINER)
    return any(NARROW.fullmatch(part[0]) for part in joined if part)
