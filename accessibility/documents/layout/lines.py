"""Words that stand on one baseline become lines; a wide gap parts two of them."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from accessibility.documents.layout.item_marks import BOXES, BULLETS, DOTTED
from accessibility.documents.layout.writing_direction import in_reading_order
from accessibility.documents.page_marks import Piece

_SAME_LINE = 0.42  # of the size: how far baselines of one line may lie apart
_SPACE = 0.17  # of the size: a gap that is a blank between words
_ALIGNED = 0.65  # of the size: a gap that is one where words of other rows begin or end alike
_UNUSUAL = 1.8  # times the row's narrowest gap: justified text has gaps that are wide alike
_ROWS_BESIDE = 3  # rows above and below that are looked at
_WIDE = 1.35  # of the size: a gap that begins a new line (a column, a cell)
_BEHIND_BULLET, _BEHIND_NUMBER = 3.5, 2.2  # of the size: likewise, behind a label of an item
_BEHIND_LONE_LABEL = 5.0  # of the size: likewise, where its words are all the row has
_BULLET = re.compile(rf"[-{BULLETS}{BOXES}]\Z")
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\Z")
_DOTTED = re.compile(rf"{DOTTED}\Z")  # before words: before numbers it may be one of them
_MOSTLY = 0.6


@dataclass(slots=True)
class Line:
    """Some words side by side without a wide gap between them."""

    words: list[Piece]
    page: int
    x0: float = 0.0
    x1: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    bold: bool = False
    text: str = field(default="")

    @property
    def height(self) -> float:
        """How high the line stands, its parts above and below the baseline included."""
        return self.bottom - self.top


def line_of(words: Sequence[Piece], page: int) -> Line:
    """Make a line of words in their order from left to right."""
    sizes = Counter[float]()
    bold = letters = 0
    for word in words:
        count = len(word.text)
        sizes[round(word.size, 1)] += count
        letters += count
        bold += count if word.bold else 0
    return Line(
        words=list(words),
        page=page,
        x0=min(word.x0 for word in words),
        x1=max(word.x1 for word in words),
        top=min(word.top for word in words),
        bottom=max(word.bottom for word in words),
        size=sizes.most_common(1)[0][0],
        bold=bold > _MOSTLY * letters,
        text=text_of(words),
    )


def text_of(words: Iterable[Piece]) -> str:
    """Give the words of a line with blanks where there are gaps."""
    parts: list[str] = []
    last: Piece | None = None
    for word in words:
        if last is not None and is_apart(last, word):
            parts.append(" ")
        parts.append(word.text)
        last = word
    return "".join(parts)


def is_apart(left: Piece, right: Piece) -> bool:
    """Tell whether a blank stands between two pieces of a line."""
    gap = max(right.x0 - left.x1, left.x0 - right.x1)  # the second: written from right to left
    return right.after_blank or gap > _SPACE * min(left.size, right.size)


def rows_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Gather pieces into rows by their baselines, from top to bottom, each from left to right."""
    rows: list[tuple[float, list[Piece]]] = []
    for piece in sorted(pieces, key=_middle):
        middle = _middle(piece)
        for place in range(len(rows) - 1, max(len(rows) - 7, -1), -1):
            row_middle, row = rows[place]
            if abs(row_middle - middle) < _SAME_LINE * max(piece.size, 1.0):
                row.append(piece)
                break
        else:
            rows.append((middle, [piece]))
    return [sorted(row, key=lambda piece: piece.x0) for _, row in rows]


def lines_of(pieces: Iterable[Piece], page: int) -> list[Line]:
    """Make the lines of a page, from top to bottom and left to right."""
    rows = [_stretches(row) for row in rows_of(pieces)]
    least = [[_least_gap(stretch) for stretch in row] for row in rows]
    edges = [
        set().union(*(_edges(stretch, gap) for stretch, gap in zip(row, gaps, strict=True)))
        for row, gaps in zip(rows, least, strict=True)
    ]
    lines: list[Line] = []
    for at, row in enumerate(rows):
        beside = edges[max(at - _ROWS_BESIDE, 0) : at] + edges[at + 1 : at + 1 + _ROWS_BESIDE]
        for stretch, gap in zip(row, least[at], strict=True):
            words: list[Piece] = []
            for piece in stretch:
                if words and _parts_columns(words[-1], piece, gap, beside):
                    lines.append(line_of(in_reading_order(words), page))
                    words = []
                words.append(piece)
            lines.append(line_of(in_reading_order(words), page))
    return lines


def _stretches(row: Sequence[Piece]) -> list[list[Piece]]:
    """Part a row at its wide gaps; a bullet or a number stays with its words."""
    stretches: list[list[Piece]] = []
    end = 0.0
    for piece in row:
        if stretches:
            last = stretches[-1]
            wide = _WIDE if len(last) > 1 else _gap_behind(last[0], piece)
            is_next_box = piece.text[:1] in BOXES and last[0].text[:1] in BOXES
            if not is_next_box and piece.x0 - end <= wide * max(piece.size, last[-1].size):
                last.append(piece)
                end = max(end, piece.x1)
                continue
        stretches.append([piece])
        end = piece.x1
    return [[*stretches[0], *stretches[1]]] if _is_hanging(stretches) else stretches


def _is_hanging(stretches: Sequence[Sequence[Piece]]) -> bool:
    """Tell whether a row is a number and, far behind it, its words: no other cells."""
    if len(stretches) != 2 or len(stretches[0]) > 1:
        return False
    label, words = stretches[0][0], stretches[1]
    near = words[0].x0 - label.x1 <= _BEHIND_LONE_LABEL * label.size
    return near and len(words) > 1 and _is_number_of(label, words[0])


def _gap_behind(label: Piece, first: Piece) -> float:
    if _BULLET.match(label.text):
        return _BEHIND_BULLET
    return _BEHIND_NUMBER if _is_number_of(label, first) else _WIDE


def _is_number_of(label: Piece, first: Piece) -> bool:
    """Tell whether a piece is the number of an item whose words begin with `first`."""
    dotted = first.text[:1].isalpha() and _DOTTED.match(label.text)
    return bool(dotted or _NUMBER.match(label.text))


def _least_gap(stretch: Sequence[Piece]) -> float:
    """Give the narrowest gap that may part columns in a stretch."""
    gaps = [right.x0 - left.x1 for left, right in itertools.pairwise(stretch)]
    numbers = all(any(map(str.isdigit, piece.text)) for piece in stretch)
    unusual = _UNUSUAL * min(gaps) if len(gaps) > 1 and not numbers else 0.0
    return max(_ALIGNED * max(stretch[0].size, stretch[-1].size), unusual)


def _edges(row: Sequence[Piece], gap: float) -> set[tuple[str, int]]:
    """Give where stretches of a row begin, and where numbers end."""
    edges = {("begins", round(row[0].x0))} | _end(row[-1])
    for left, right in itertools.pairwise(row):
        if right.x0 - left.x1 > gap:
            edges |= {("begins", round(right.x0))} | _end(left)
    return edges


def _end(piece: Piece) -> set[tuple[str, int]]:
    is_number = any(map(str.isdigit, piece.text))
    return {("ends", round(piece.x1))} if is_number else set()


def _parts_columns(
    left: Piece, right: Piece, least: float, beside: Sequence[set[tuple[str, int]]]
) -> bool:
    """Tell whether a gap that is not wide parts two columns: other rows have it, too."""
    if right.x0 - left.x1 < least or _gap_behind(left, right) > _WIDE:
        return False
    own = {("begins", round(right.x0))} | _end(right)
    near = {(kind, at + off) for kind, at in own for off in (-1, 0, 1)}
    return any(near & edges for edges in beside)


def _middle(piece: Piece) -> float:
    return (piece.top + piece.bottom) / 2
