"""Text as lines of N columns: nothing is lost, no box and no rule is drawn.

Takes text that `plain_text` made safe; counts columns as a terminal does, so that wide East Asian
characters and combining marks stay inside the width.
"""

import re
from itertools import pairwise

TEXT_WIDTH = 72  # columns: longer lines are hard to follow, also where there is room
_FIRST_COMBINING = "\u0300"  # below it every printable character is one column wide
_ENDED = re.compile(r"[.:;!?]$")
_OPENS_A_UNIT = re.compile(r"\d[\d.,]*|[Kk]l\.|at")
_YEAR = re.compile(r"(?:19|20)\d\d[.,]?")
_NARROWEST, _WIDEST = 60, 100  # columns that programs break text at
_COLUMNS = re.compile(r"\S(?: {2,}|\t)\S")
_ADDRESS_JOINT = re.compile(r"(?<=[/?&=#.,_-])")


def display_width(text: str) -> int:
    """Count the columns a terminal gives a text."""
    if text.isascii() or max(text) < _FIRST_COMBINING:
        return len(text)
    from unicodedata import (  # 1 MB of memory: only for text that needs it
        category,
        east_asian_width,
    )

    return sum(
        0
        if category(character) in ("Mn", "Me", "Cf")
        else 2
        if east_asian_width(character) in ("W", "F")
        else 1
        for character in text
    )


def wrap(text: str, width: int, *, room: int | None = None) -> list[str]:
    """Break one paragraph at its blanks into lines of at most `width` columns.

    A word longer than that (a web address) may stand alone up to `room` columns, and is broken
    only when it is longer still.
    """
    room = max(width, room or width)
    indent = text[: len(text) - len(text.lstrip(" "))][: width // 2]
    lines: list[str] = []
    line, used = indent, len(indent)
    for word in _units(text, width):
        columns = display_width(word)
        joint = 0 if line == indent else 1
        if used + joint + columns <= width:
            line, used = line + " " * joint + word, used + joint + columns
            continue
        if line != indent:
            lines.append(line)
        *whole, line = _broken(word, room) if columns > room else [word]
        lines.extend(whole)
        used = display_width(line)
    return [*lines, line] if line.strip() or not lines else lines


def wrapped_text(text: str, columns: int) -> list[str]:
    """Wrap a letter's text, keeping its paragraphs, its lists and its tables' lines apart.

    Lines that somebody else broke at a fixed width are joined first, so that they fill ours.
    """
    width = min(TEXT_WIDTH, columns)
    lines: list[str] = []
    for paragraph in _paragraphs(text):
        if lines:
            lines.append("")
        for line in _joined(paragraph):
            lines.extend(wrap(line, width, room=columns))
    return lines


def laid_lines(text: str, columns: int) -> list[str]:
    """Wrap a text whose every line is one: nothing is joined, columns set by blanks stay."""
    width = min(TEXT_WIDTH, columns)
    lines: list[str] = []
    for line in text.split("\n"):
        if _COLUMNS.search(line) and display_width(line) <= columns:
            lines.append(line.rstrip())
        else:
            lines.extend(wrap(line, width, room=columns))
    return lines


def pages_of(lines: list[str], *, first: int, size: int) -> list[list[str]]:
    """Cut lines into pages; the first has room for `first`. No page begins or ends blank."""
    pages: list[list[str]] = []
    rest, room = lines, max(first, 1)
    while rest:
        while rest and not rest[0]:
            rest = rest[1:]
        page, rest = rest[:room], rest[room:]
        while page and not page[-1]:
            page = page[:-1]
        if page:
            pages.append(page)
        room = size
    return pages or [[]]


def _paragraphs(text: str) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for line in text.expandtabs(4).splitlines():
        if line.strip():
            found[-1].append(line.rstrip())
        elif found[-1]:
            found.append([])
    return [paragraph for paragraph in found if paragraph]


def _joined(paragraph: list[str]) -> list[str]:
    """Join the lines of a paragraph that were broken only because a line was full.

    Careful rather than pretty: two facts on two lines must never become one. What begins with a
    capital, follows a whole sentence or stands in columns keeps its own line.
    """
    longest = max(map(display_width, paragraph))
    if not _NARROWEST <= longest <= _WIDEST:
        return paragraph
    joined = [paragraph[0]]
    for before, line in pairwise(paragraph):
        next_word = line.split(maxsplit=1)[0]
        was_full = display_width(before) + 1 + display_width(next_word) > longest
        goes_on = line[0].islower() or line[0].isdigit() or line[0] in "(\"'"
        # "den 7." / "februar" is one date, though its first line ends in a full stop.
        has_ended = _ENDED.search(before) and not (before[-2:-1].isdigit() and line[0].islower())
        if was_full and goes_on and not has_ended and not _in_columns(before, line):
            joined[-1] += " " + line
        else:
            joined.append(line)
    return joined


def _in_columns(*lines: str) -> bool:
    return any(_COLUMNS.search(line) for line in lines)


def _units(text: str, width: int) -> list[str]:
    """Give the words of a text, with what must be read in one breath as one.

    "15. december", "834,50 kr." and "kl. 9.00" torn apart by a line end are misread.
    """
    units: list[str] = []
    for word in text.split():
        before = units[-1] if units else ""
        last = before.rpartition(" ")[2]
        is_joined = _OPENS_A_UNIT.fullmatch(last) and not _YEAR.fullmatch(last)
        if is_joined and word[0].isalnum() and display_width(before) + len(word) + 1 <= width // 2:
            units[-1] = f"{before} {word}"
        else:
            units.append(word)
    return units


def _broken(word: str, room: int) -> list[str]:
    """Break what no line can hold, after a joint of an address where there is one."""
    pieces: list[list[str]] = [[]]
    used = 0
    for part in _ADDRESS_JOINT.split(word):
        columns = display_width(part)
        if used + columns > room >= columns:
            pieces.append([])
            used = 0
        fits = used + columns <= room
        for one in [part] if fits else part:
            columns = display_width(one)
            if used + columns > room:
                pieces.append([])
                used = 0
            pieces[-1].append(one)
            used += columns
    return ["".join(piece) for piece in pieces if piece]
