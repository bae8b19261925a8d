"""Cells laid out on pages: lines broken between words, the page's number at the lower right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from accessibility.braille.louis import BLANK

_LEAST_CELLS, _LEAST_LINES = 10, 3
_NUMBER_SIGN = "\u283c"
_DIGITS = "\u281a\u2801\u2803\u2809\u2819\u2811\u280b\u281b\u2813\u280a"  # 0, then 1 to 9
# What may stand inside a number: the digits, comma, the stops of Danish, of English, the colon.
_IN_NUMBERS = frozenset(_DIGITS + "\u2802\u2804\u2832\u2812")
_BREAKS = frozenset("\u2824\u280c")  # hyphen; slash: a long word is best broken after them
_AROUND_CENTRED = 3  # blank cells on either side, at the least


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSize:
    """A page in cells and lines; 40 by 25 is what most embossers and displays are set to.

    Raises `ValueError` for fewer than 10 cells or 3 lines.
    """

    cells: int = 40
    lines: int = 25

    def __post_init__(self) -> None:
        """Refuse what nothing can be laid out on."""
        if self.cells < _LEAST_CELLS or self.lines < _LEAST_LINES:
            message = "a page of braille has at least 10 cells and 3 lines"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellPassage:
    """A passage in cells, its words separated by blanks; the rest as in `Passage`."""

    cells: str
    first: int = 0
    rest: int = 0
    is_centred: bool = False
    is_apart: bool = False
    is_kept: bool = False


Page = tuple[str, ...]  # lines of cells without blanks at their ends


def laid_out(passages: Iterable[CellPassage], size: PageSize) -> list[Page]:
    """Lay passages out; every page ends with its number on its last line.

    A heading is never the last of a page; a passage set apart at the top of a page is not.
    """
    room = size.lines - 1
    pages: list[list[str]] = [[]]
    kept: list[str] = []  # headings that wait for the first line of what follows
    for passage in passages:
        lines = _lines(passage, size.cells)
        if not lines:
            continue
        block = [*kept, *([""] if passage.is_apart else []), *lines]
        if passage.is_kept and len(block) < room:
            kept = block
            continue
        _put(pages, block, together=len(kept) + passage.is_apart + 1, room=room)
        kept = []
    _put(pages, kept, together=1, room=room)
    return [_numbered(page, number, size) for number, page in enumerate(pages, start=1)]


def _put(pages: list[list[str]], block: list[str], *, together: int, room: int) -> None:
    if pages[-1] and len(pages[-1]) + min(together, room) > room:
        pages.append([])
    for line in block:
        if len(pages[-1]) == room:
            pages.append([])
        if line or pages[-1]:  # no page begins with a blank line
            pages[-1].append(line)


def _lines(passage: CellPassage, width: int) -> list[str]:
    first, rest = (min(indent, width // 2) for indent in (passage.first, passage.rest))
    if passage.is_centred:
        inner = width - 2 * _AROUND_CENTRED
        lines = _wrapped(passage.cells, inner, inner)
        return [BLANK * ((width - len(line)) // 2) + line for line in lines]
    lines = _wrapped(passage.cells, width - first, width - rest)
    return [BLANK * (rest if at else first) + line for at, line in enumerate(lines)]


def _wrapped(cells: str, first: int, rest: int) -> list[str]:
    """Break between words; a word that is wider than a line is broken as well as can be."""
    lines: list[str] = []
    line, width = "", first
    for word in filter(None, cells.split(BLANK)):
        if line and len(line) + 1 + len(word) <= width:
            line += BLANK + word
            continue
        if line:
            lines.append(line)
            width = rest
        *full, line = _pieces(word, width, rest)
        lines += full
        width = rest if lines else first
    return [*lines, line] if line else lines


def _pieces(word: str, width: int, rest: int) -> Iterator[str]:
    """Break a word wider than a line; a number that goes on begins with the number sign again."""
    while len(word) > width:
        end = next((at for at in range(width, width // 2, -1) if word[at - 1] in _BREAKS), width)
        is_number = _ends_in_number(word, end) and word[end] in _IN_NUMBERS
        yield word[:end]
        word = (_NUMBER_SIGN if is_number else "") + word[end:]
        width = rest
    yield word


def _ends_in_number(word: str, end: int) -> bool:
    """Tell whether what stands before a place is a number that is still going on."""
    sign = word.rfind(_NUMBER_SIGN, 0, end)
    return sign >= 0 and _IN_NUMBERS.issuperset(word[sign + 1 : end])


def _numbered(lines: list[str], number: int, size: PageSize) -> Page:
    told = _NUMBER_SIGN + "".join(_DIGITS[int(digit)] for digit in str(number))
    empty = [""] * (size.lines - 1 - len(lines))
    return (*lines, *empty, told.rjust(size.cells, BLANK))
