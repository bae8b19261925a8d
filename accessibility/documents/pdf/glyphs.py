"""The glyphs of a page as words with their places, by pdfium.

Each call into pdfium costs about a microsecond, so that what all glyphs of a text object share
is asked once for each (`looks`). What runs in another direction than most of the page is told
apart: it is a note at the margin, a stamp or a watermark.
"""

import ctypes
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2.raw as raw
from pypdfium2 import PdfPage, PdfTextPage  # likewise

from accessibility.documents.layout.writing_direction import as_read, is_from_right
from accessibility.documents.page_marks import Piece
from accessibility.documents.pdf.looks import SLANTED, Look, are_alike, look_of
from accessibility.documents.pdf.page_frame import (
    PageFrame,
    Place,
    angle_shown,
    frame_of,
    turned,
)

_MOST_GLYPHS = 60_000  # of a page
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_BREAKS = frozenset(map(ord, " \t\r\n\u00a0\u2000\u2002\u2003\u2009\u202f\u3000"))
_BLANKS = (0x20, 0xA0)
_NO_GLYPHS = frozenset([0, 0xFFFF, 10, 13])
_HYPHENS = (2, 0xFFFE)  # how pdfium tells a hyphen at a line's end
_GAP = 0.17  # of the size: a blank that is only a move
_PRIVATE = range(0xE000, 0xF900)
_TINY = 1.0  # points
_ASCENT, _DESCENT = 0.75, 0.25  # of the size: where a line stands around its baseline
_LAST_ALIKE = 8  # words of the same letters that a word is compared with


@dataclass(slots=True)
class Word:
    """A word as drawn, with the marked content it belongs to (-1: none)."""

    piece: Piece
    mcid: int


@dataclass(slots=True)
class PageText:
    """What a page says: words to be seen, white ones, hidden ones, and those that are turned."""

    frame: PageFrame
    words: list[Word] = field(default_factory=list)
    white: list[Word] = field(default_factory=list)
    hidden: list[Word] = field(default_factory=list)
    turned: list[list[Piece]] = field(default_factory=list)  # by direction
    glyphs: int = 0
    meaningless: int = 0
    was_cut: bool = False


@dataclass(slots=True)
class _Drawn:
    """Letters without a gap; their box is turned by the look's angle, y upwards."""

    text: str
    look: Look
    box: Place
    after_blank: bool


def page_text(page: PdfPage, textpage: PdfTextPage) -> PageText:
    """Read the words of a page."""
    reading = _Reading(textpage.raw)
    drawn = list(reading.words())
    letters = Counter[int]()
    for word in drawn:
        letters[word.look.angle] += len(word.text) if word.look.angle != SLANTED else 0
    usual = max(letters, key=lambda angle: letters[angle]) if any(letters.values()) else None
    frame = frame_of(page, angle_shown(page) if usual is None else usual)
    found = PageText(frame, glyphs=reading.glyphs, meaningless=reading.meaningless)
    found.was_cut = reading.was_cut
    _sort(found, drawn)
    return found


def _sort(found: PageText, drawn: list[_Drawn]) -> None:
    """Put each word where it belongs: seen, white, hidden, turned; what is drawn twice is one."""
    frame = found.frame
    alike: dict[str, list[Piece]] = defaultdict(list)
    others: dict[int, list[Piece]] = defaultdict(list)
    for one in drawn:
        look = one.look
        is_turned = look.angle != frame.angle
        piece = _piece(one, frame, is_turned=is_turned)
        before = alike[piece.text]
        if any(_are_one(piece, other) for other in before[-_LAST_ALIKE:]):
            continue  # drawn twice to look bold, or to cast a shadow
        before.append(piece)
        word = Word(piece, look.mcid)
        if look.is_hidden or look.size < _TINY or _is_off(piece, frame):
            found.hidden.append(word)
        elif is_turned:
            others[look.angle].append(piece)
        else:
            (found.white if look.is_white else found.words).append(word)
    found.turned = list(others.values())


def _piece(one: _Drawn, frame: PageFrame, *, is_turned: bool) -> Piece:
    text, look = one.text, one.look
    for ligature, plain in _LIGATURES.items():
        if ligature in text:
            text = text.replace(ligature, plain)
    if is_from_right(text):
        text = as_read(text)
    x0, _, x1, _ = one.box
    if is_turned:
        x0, top, x1, bottom = frame.place(*turned(*one.box, -look.angle % 360))
    else:
        x0, x1 = x0 - frame.left, x1 - frame.left
        baseline = frame.high - look.baseline
        top, bottom = baseline - _ASCENT * look.size, baseline + _DESCENT * look.size
    return Piece(text, x0, x1, top, bottom, look.size, bold=look.bold, after_blank=one.after_blank)


def _are_one(piece: Piece, other: Piece) -> bool:
    near = 0.1 * piece.size
    return abs(piece.x0 - other.x0) < near and abs(piece.bottom - other.bottom) < near


def _is_off(piece: Piece, frame: PageFrame) -> bool:
    return (
        piece.x1 < 0
        or piece.x0 > frame.width
        or piece.bottom < 0
        or piece.top > frame.height
    )  # fmt: skip


class _Reading:
    """Goes through the glyphs once."""

    def __init__(self, textpage: object) -> None:
        self._text = textpage
        self._looks: dict[int, Look] = {}
        self._box = raw.FS_RECTF()
        self.glyphs = self.meaningless = 0
        count = raw.FPDFText_CountChars(textpage)
        self.was_cut = count > _MOST_GLYPHS
        self._count = min(count, _MOST_GLYPHS)

    def words(self) -> Iterator[_Drawn]:
        """Give each word with its look and its box."""
        unicode_of, text = raw.FPDFText_GetUnicode, self._text
        letters: list[str] = []
        look: Look | None = None
        after_blank = before_blank = False
        x0 = low = x1 = high = 0.0
        for at in range(self._count):
            code = unicode_of(text, at)
            if code in _BREAKS or code in _NO_GLYPHS:
                if letters and is_from_right(letters[-1]) and self._is_guessed(at, code):
                    continue
                if letters and look is not None:
                    yield _Drawn("".join(letters), look, (x0, low, x1, high), after_blank)
                    letters = []
                    before_blank = False
                before_blank |= code in _BLANKS and not raw.FPDFText_IsGenerated(text, at)
                continue
            glyph = self._glyph(at, code)
            if glyph is None:
                continue
            its_look, left, bottom, right, top = glyph
            if letters and look is not None and not _goes_on(look, its_look, left - x1):
                yield _Drawn("".join(letters), look, (x0, low, x1, high), after_blank)
                letters = []
                before_blank = False
            if not letters:
                look, x0, low, x1, high = its_look, left, bottom, right, top
                after_blank = before_blank
            else:
                x0, x1 = min(x0, left), max(x1, right)
                low, high = min(low, bottom), max(high, top)
            letters.append("-" if code in _HYPHENS else chr(code))
        if letters and look is not None:
            yield _Drawn("".join(letters), look, (x0, low, x1, high), after_blank)

    def _is_guessed(self, at: int, code: int) -> bool:
        """Tell whether a blank is pdfium's guess: where letters join it is often wrong."""
        return code == _BLANKS[0] and bool(raw.FPDFText_IsGenerated(self._text, at))

    def _glyph(self, at: int, code: int) -> tuple[Look, float, float, float, float] | None:
        box = self._box
        if not raw.FPDFText_GetLooseCharBox(self._text, at, box):
            return None
        self.glyphs += 1
        if code in _PRIVATE or code == 0xFFFD or (code < 32 and code not in _HYPHENS):
            self.meaningless += 1
        thing = raw.FPDFText_GetTextObject(self._text, at)
        key = ctypes.addressof(thing.contents) if thing else 0
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = look_of(self._text, at, thing)
        if look.angle == 0:
            return look, box.left, box.bottom, box.right, box.top
        return look, *turned(box.left, box.bottom, box.right, box.top, look.angle)


def _goes_on(look: Look, its_look: Look, gap: float) -> bool:
    """Tell whether a glyph goes on the word before it."""
    if look.angle == SLANTED:
        return its_look is look
    return (its_look is look or are_alike(its_look, look)) and (
        -0.5 * look.size < gap < _GAP * look.size
    )
