"""What stands before an item: bullets, and boxes to tick, as fonts have them."""

# Unicode's, and those of Wingdings and Symbol, which arrive as private use.
BULLETS = (
    "\u2022\u25e6\u25aa\u25ab\u25cf\u25cb\u00b7\u2219\u22c5\u25a0\u25a1\u25c6\u25c7\u2756\u2013\u2043"
    "\u2023\u25ba\u25b6\u25b8\u25b7\u27a2\u27a4\u2794\u279c\u2192\u21d2\u2713\u2714\u2605\u2606\u00bb\u203a"
    "\uf0b7\uf0a7\uf0d8\uf0e0\uf0fc\uf076\uf0d2"
)
EMPTY_BOXES = "\u2610\uf0a8\uf06f"
TICKED_BOXES = "\u2611\u2612\uf0fe\uf0fd"
BOXES = EMPTY_BOXES + TICKED_BOXES
# "1.1", "2.3.1" without a full stop behind; two digits behind one would be a time.
DOTTED = r"\d{1,2}(?:\.[1-9]){1,3}"
