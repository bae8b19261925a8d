"""Where a line of Helvetica ends: the widths of its letters, and breaking at spaces."""

# Thousandths of the type size, for the characters from space to tilde: Adobe's metrics.
_WIDTHS = (
    (278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278)
    + (556,) * 10
    + (278, 278, 584, 584, 584, 556, 1015)
    + (667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833)
    + (722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611)
    + (278, 278, 278, 469, 556, 333)
    + (556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833)
    + (556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500)
    + (334, 260, 334, 584)
)
_DANISH = {"Æ": 1000, "Ø": 778, "Å": 667, "æ": 889, "ø": 611, "å": 556, "é": 556}


def width_of(text: str, size: float) -> float:
    """Measure a text in points."""
    return sum(_width(letter) for letter in text) * size / 1000


def broken(text: str, room: float, size: float) -> list[str]:
    """Break a text at spaces into lines that fit; a word that never fits stands alone."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and width_of(longer, size) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines


def _width(letter: str) -> int:
    place = ord(letter) - 32
    return _WIDTHS[place] if 0 <= place < len(_WIDTHS) else _DANISH.get(letter, 556)
