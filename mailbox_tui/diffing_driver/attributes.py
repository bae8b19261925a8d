"""How a letter may be drawn beside its colours: a bit for each, and the numbers that switch it.

The numbers are those of ECMA-48, "select graphic rendition". What has no bit here (frames,
overlines) is decoration and is left out.
"""

from typing import Final

BOLD: Final = 1
DIM: Final = 2
ITALIC: Final = 4
UNDERLINE: Final = 8
BLINK: Final = 16
REVERSE: Final = 32
STRIKE: Final = 64
HIDDEN: Final = 128
"""Never sent: hidden letters become blanks when they are read, so that no terminal shows them."""

SHOWN_ON_BLANKS: Final = UNDERLINE | REVERSE | STRIKE

ON: Final = {
    "1": BOLD, "2": DIM, "3": ITALIC, "4": UNDERLINE, "5": BLINK, "6": BLINK, "7": REVERSE,
    "8": HIDDEN, "9": STRIKE, "21": UNDERLINE,
}  # fmt: skip

OFF: Final = {
    "22": BOLD | DIM, "23": ITALIC, "24": UNDERLINE, "25": BLINK, "27": REVERSE, "28": HIDDEN,
    "29": STRIKE,
}  # fmt: skip

SENT: Final = ((BOLD, "1"), (DIM, "2"), (ITALIC, "3"), (UNDERLINE, "4"), (BLINK, "5"),
               (REVERSE, "7"), (STRIKE, "9"))  # fmt: skip
