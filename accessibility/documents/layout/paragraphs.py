"""Lines of one column become headings, paragraphs and items.

A line goes on in the next one only where the next word would not have fitted: addresses, sums and
signatures keep their lines. A torn paragraph is a nuisance, a joined table is a wrong amount.
"""

import itertools
import re
from collections.abc import Sequence
from statistics import median

from accessibility.documents.layout.drafts import Draft, Kind, item_label
from accessibility.documents.layout.lines import Line

_LARGER = 1.12  # of the body's size: a heading's
_LONGEST_HEADING = 120  # characters
_ENDS_A_SENTENCE = re.compile(r"[.,;:!?]\Z")
_ENDED = re.compile(r"[.;:!?]\Z")
_LETTERS = re.compile(r"[^\W\d_]{2}")
ROOM = 0.6  # of the size: how far a full line may end before the margin, besides the next word
_LOOSE = 1.45  # times the usual distance of lines: more is a new paragraph
_RAGGED = 0.17  # of a stretch's width: how uneven its right side may be
_MANY = 5  # lines of a narrow stretch that end alike: more than an address has
_NARROWEST = 150.0  # points: addresses are narrower than text
_WANTS_A_NUMBER = re.compile(
    r"(?:§|\b(?:nr|stk|kl|pkt|art|den|d|side|kapitel|og|til|på|fra|af|no|on|the|to|and))\.?\Z", re.I
)
# In a narrow column an address or opening hours may begin a line so: "c/o", "kl. 9-15", "tlf.".
_MID_SENTENCE = re.compile(r"(?!telefon|mobil|mail|fax)[^\W\d_]+,?(?:\s|\Z)")
_LONG = 0.6  # of the widest line: what may run on in the next
_FEWEST_RUNNING = 3  # such lines
_HYPHEN_END = re.compile(r"[^\W\d_][-\u2010\u00ad]\Z")


def drafts_of(
    lines: Sequence[Line], body: float, *, column: float | None = None, leading: float = 0.0
) -> list[Draft]:
    """Make drafts of a column's lines, from the top; `body` is the size of running text.

    `column` is the right margin, where more is known of it than these lines tell; `leading` the
    document's usual distance of lines, as a part of their size.
    """
    if not lines:
        return []
    usual = usual_distance(lines)
    if leading:
        usual = min(usual or 9e9, 1.15 * leading * median(line.size for line in lines))
    widest = max(line.x1 - line.x0 for line in lines)
    rights = _margins(lines, usual, column)
    all_bold = sum(line.bold for line in lines) > 0.7 * len(lines) and len(lines) > 3
    drafts: list[Draft] = []
    before: Line | None = None
    for line, right in zip(lines, rights, strict=True):
        draft = _begun(line, body, all_bold=all_bold)
        near = before is not None and _is_near(before, line, usual)
        if before is not None and near and _goes_on(drafts[-1], before, line, draft, right, widest):
            drafts[-1].lines.append(line)
        else:
            draft.follows_closely = near
            drafts.append(draft)
        before = line
    margin = {id(line): right for line, right in zip(lines, rights, strict=True)}
    for draft in drafts:
        last = draft.lines[-1]
        draft.room = margin[id(last)] - last.x1
    return drafts


def _margins(lines: Sequence[Line], usual: float, column: float | None) -> list[float]:
    """Give the right margin of each line: that of the column, or a nearer one where text runs
    beside something (a box, a picture) and most lines of the stretch end alike.
    """
    own = max(line.x1 for line in lines)
    width = own - min(line.x0 for line in lines)
    size = median(line.size for line in lines)
    text = [line for line in lines if line.size < size * _LARGER]  # a heading need not be full
    full = sum(own - line.x1 < _RAGGED * width for line in text)
    is_prose = len(text) > _MANY and full > 0.6 * len(text)
    is_narrow = width < _NARROWEST and not is_prose
    far = own + 10 * _NARROWEST if is_narrow else own  # nothing narrow is full: an address
    column = far if column is None else max(column, own)
    margins: list[float] = []
    stretch: list[Line] = []
    for line in lines:
        if stretch and not _is_near(stretch[-1], line, usual):
            margins += _margins_of(stretch, column)
            stretch = []
        stretch.append(line)
    return margins + _margins_of(stretch, column)


def _margins_of(stretch: Sequence[Line], column: float) -> list[float]:
    own = max(line.x1 for line in stretch)
    width = own - min(line.x0 for line in stretch)
    full = sum(own - line.x1 < _RAGGED * width for line in stretch[:-1])
    fewest = 3 if width > _NARROWEST else _MANY
    is_text = len(stretch) >= fewest and full >= 0.6 * (len(stretch) - 1)
    return [own if is_text else column] * len(stretch)


def _begun(line: Line, body: float, *, all_bold: bool) -> Draft:
    label = item_label(line.text)
    is_large = line.size >= body * _LARGER
    if _is_heading(line, body, all_bold=all_bold) and (label is None or label[2]):
        return Draft(kind=Kind.HEADING, page=line.page, lines=[line], indent=line.x0)
    if label is not None and not is_large:
        name, begins, is_ordered = label
        return Draft(
            kind=Kind.ITEM,
            page=line.page,
            lines=[line],
            label=name,
            indent=_x_of(line, begins),
            is_ordered=is_ordered,
        )
    return Draft(kind=Kind.PARAGRAPH, page=line.page, lines=[line], indent=line.x0)


def _is_heading(line: Line, body: float, *, all_bold: bool) -> bool:
    text = line.text
    if len(text) > _LONGEST_HEADING or not _LETTERS.search(text):
        return False
    if text.endswith((".", ",", ";")) and not (line.size >= body * 1.3 and text[-1] == "."):
        return False
    return line.size >= body * _LARGER or (line.bold and not all_bold and len(text) < 90)


def _is_near(before: Line, line: Line, usual: float) -> bool:
    distance = line.bottom - before.bottom
    same_size = abs(line.size - before.size) < 0.12 * max(line.size, before.size)
    limit = max(usual * _LOOSE, 0.0) if usual else 1.6 * line.size
    return line.page == before.page and same_size and 0 < distance <= min(limit, 2.4 * line.size)


def usual_distance(lines: Sequence[Line]) -> float:
    """Give the usual distance of baselines inside paragraphs.

    Where sentences run on from line to line it is theirs, so that an address set more closely does
    not tear a letter set widely; else the middle of the lower half.
    """
    distances: list[float] = []
    running: list[float] = []
    widest = max((line.x1 - line.x0 for line in lines), default=0.0)
    for above, below in itertools.pairwise(lines):
        distance = below.bottom - above.bottom
        if not 0.7 * below.size < distance < 2.2 * below.size:
            continue
        if abs(below.size - above.size) >= 0.12 * below.size:
            continue
        distances.append(distance)
        long = above.x1 - above.x0 > _LONG * widest
        if long and below.text[:1].islower() and not _ENDED.search(above.text):
            running.append(distance)
    if len(running) >= _FEWEST_RUNNING:
        return median(running)
    distances.sort()
    return median(distances[: max(1, len(distances) // 2 + 1)]) if distances else 0.0


def _goes_on(
    draft: Draft, before: Line, line: Line, new: Draft, right: float, widest: float
) -> bool:
    """Tell whether a line belongs to the draft above it."""
    first_word = line.words[0].x1 - line.words[0].x0
    full = _is_full(before, right, first_word) or bool(_HYPHEN_END.search(before.text))
    if new.kind is Kind.ITEM and not (full and _is_no_item(draft, before, line, new)):
        return False
    if draft.kind is Kind.HEADING:
        small = not line.text[:1].isupper()
        return new.kind is Kind.HEADING and full and small and before.bold == line.bold
    if draft.kind is Kind.ITEM:
        hangs = line.x0 > draft.lines[0].x0 + 4.0 and abs(line.x0 - draft.indent) < 6.0
        return new.kind is not Kind.HEADING and (full or hangs)
    runs_on = (
        line.text[:1].islower()
        and not _ENDED.search(before.text)
        and before.x1 - before.x0 > 0.75 * widest
        and (widest > _NARROWEST or _MID_SENTENCE.match(line.text) is not None)
    )
    if not (full or runs_on) or (abs(line.x0 - before.x0) > 14.0 and len(draft.lines) > 1):
        return False
    if new.kind is Kind.HEADING:  # bold words at a line's beginning are no heading
        return line.size < before.size * _LARGER and not _ENDS_A_SENTENCE.search(before.text)
    return True


def _is_no_item(draft: Draft, before: Line, line: Line, new: Draft) -> bool:
    """Tell whether a number at a line's beginning belongs to the words before: "§" "41. Hvis"."""
    if not new.is_ordered or draft.kind is Kind.HEADING:
        return False
    return bool(_WANTS_A_NUMBER.search(before.text)) or (
        draft.kind is Kind.PARAGRAPH
        and abs(line.x0 - before.x0) < 2.0
        and new.label.rstrip(".)") != "1"
        and not _ENDS_A_SENTENCE.search(before.text)
    )


def _is_full(line: Line, right: float, next_word: float) -> bool:
    return right - line.x1 < next_word + ROOM * line.size


def _x_of(line: Line, character: int) -> float:
    """Give where a character of a line stands, as near as its words tell."""
    count = 0
    for word in line.words:
        if count >= character:
            return word.x0
        count += len(word.text) + 1
    return line.words[-1].x0
