"""Tesseract's table of words as pieces on a page, with a size and a baseline told from letters."""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from accessibility.documents.page_marks import Piece

_LEVEL_OF_A_WORD = "5"
_MOST_WORDS = 20_000  # of a page
_DEEP = frozenset("gjpqyQ,;()[]{}§|/")  # letters that reach below the baseline
_TALL = frozenset("bdfhkltABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ0123456789ÄÖÜß&%()[]{}§|/")
# Of the size, by what letters a word has (the usual text faces):
_WHOLE, _CAPITAL, _SMALL, _SMALL_DEEP = 0.93, 0.72, 0.52, 0.73
_ALIKE = 0.18  # a size this near the body's is the body's
_JUNK = frozenset("|_~=«»¦—-\u2018\u2019'`.,:;\\")
_SURE_OF_JUNK = 30  # per cent: less, of a mark alone, is dirt on the glass


@dataclass(frozen=True, slots=True)
class ReadWords:
    """A page's words, and how sure the program is of them on the whole, in per cent."""

    pieces: list[Piece]
    confidence: float

    @property
    def weight(self) -> float:
        """How much was read, and how surely: of two readings the heavier is the better."""
        return sum(len(piece.text) for piece in self.pieces) * max(self.confidence - 50.0, 0.0)


NO_WORDS = ReadWords([], 0.0)


@dataclass(slots=True)
class _Word:
    text: str
    left: int
    top: int
    width: int
    height: int
    confidence: float


def pieces_of_table(table: str, *, points_a_pixel: float) -> ReadWords:
    """Read tesseract's table (TSV); lengths become points."""
    lines: dict[tuple[str, ...], list[_Word]] = defaultdict(list)
    for place, word in _words(table):
        lines[place].append(word)
    kept = [line for line in lines.values() if line]
    sizes = [_size(line) for line in kept]
    body = _body(kept, sizes)
    pieces: list[Piece] = []
    for line, size in zip(kept, sizes, strict=True):
        near = abs(size / body - 1) < _ALIKE if body else False
        pieces += _pieces(line, body if near else size, points_a_pixel)
    sure = [(w.confidence, len(w.text)) for line in kept for w in line]
    letters = sum(count for _, count in sure)
    confidence = sum(each * count for each, count in sure) / letters if letters else 0.0
    return ReadWords(pieces, confidence)


def _words(table: str) -> Iterator[tuple[tuple[str, ...], _Word]]:
    reader = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    count = 0
    for row in reader:
        if row.get("level") != _LEVEL_OF_A_WORD:
            continue
        try:
            word = _Word(
                text=(row["text"] or "").strip(),
                left=int(row["left"]),
                top=int(row["top"]),
                width=int(row["width"]),
                height=int(row["height"]),
                confidence=float(row["conf"]),
            )
        except (KeyError, ValueError, TypeError):
            continue
        count += 1
        if count > _MOST_WORDS:
            return
        is_dirt = set(word.text) <= _JUNK and word.confidence < _SURE_OF_JUNK
        if word.text and not is_dirt and word.width > 0 and word.height > 0:
            place = tuple(row[key] or "" for key in ("block_num", "par_num", "line_num"))
            yield place, word


def _size(line: Sequence[_Word]) -> float:
    """Tell a line's size from the heights of its words and the letters they have."""
    return median(word.height / _share(word.text) for word in line)


def _share(text: str) -> float:
    letters = set(text)
    if letters & _TALL:
        return _WHOLE if letters & _DEEP else _CAPITAL
    return _SMALL_DEEP if letters & _DEEP else _SMALL


def _body(lines: Sequence[Sequence[_Word]], sizes: Sequence[float]) -> float:
    """Give the size of running text: the middle of the sizes, weighed by letters."""
    weighed = Counter[int]()
    for line, size in zip(lines, sizes, strict=True):
        weighed[round(size)] += sum(len(word.text) for word in line)
    total, seen = sum(weighed.values()), 0
    for size in sorted(weighed):
        seen += weighed[size]
        if seen * 2 >= total:
            return float(size)
    return 0.0


def _pieces(line: Sequence[_Word], size: float, scale: float) -> Iterator[Piece]:
    bottoms = [w.top + w.height for w in line if not set(w.text) & _DEEP]
    baseline = median(bottoms or [word.top + 0.79 * word.height for word in line])
    for word in line:
        yield Piece(
            text=word.text,
            x0=word.left * scale,
            x1=(word.left + word.width) * scale,
            top=(baseline - 0.75 * size) * scale,
            bottom=(baseline + 0.25 * size) * scale,
            size=size * scale,
            after_blank=True,
        )
