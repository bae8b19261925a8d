"""What neighbouring words are together: raised digits, and titles with letters set apart."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from accessibility.documents.page_marks import Piece
from accessibility.documents.pdf.glyphs import Word

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SMALL = 0.87  # of the size beside it
_LIFTED = 0.12  # of the size beside it
_HIGH = 0.3  # likewise: so high a digit is raised even if it is nearly as large
_FEWEST = 4  # letters set apart: "A B C" may be three things
_WIDEST = 1.0  # of the size: a gap between letters of one word
_WIDER = 1.6  # times the usual gap: here the next word begins


def raise_digits(words: Sequence[Word]) -> None:
    """Mark small raised digits: behind an amount they must not become a part of it."""
    for before, word in itertools.pairwise(words):
        if _is_raised(word.piece, before.piece, word.piece.x0 - before.piece.x1):
            _raise(word.piece, before.piece)
    for word, after in itertools.pairwise(words):  # a note's own number stands before it
        if _is_raised(word.piece, after.piece, after.piece.x0 - word.piece.x1):
            _raise(word.piece, after.piece)


def _is_raised(small: Piece, large: Piece, gap: float) -> bool:
    return (
        small.text.strip("()*,").isdigit()
        and len(small.text) <= 3
        and _lift(small, large) < large.bottom - small.bottom < large.size
        and -1.0 <= gap < 0.5 * large.size
    )


def _lift(small: Piece, large: Piece) -> float:
    return (_LIFTED if small.size < _SMALL * large.size else _HIGH) * large.size


def _raise(small: Piece, large: Piece) -> None:
    small.text = small.text.translate(_RAISED)
    small.top, small.bottom, small.size = large.top, large.bottom, large.size


def joined_letters(words: Sequence[Word]) -> Iterator[Word]:
    """Put letters that are set apart back together: "A f g ø r e l s e" is one word."""
    run: list[Word] = []
    for word in words:
        if run and not _is_next(run[-1].piece, word.piece):
            yield from _joined(run)
            run = []
        run.append(word)
    yield from _joined(run)


def _is_next(before: Piece, piece: Piece) -> bool:
    return (
        len(before.text) == len(piece.text) == 1
        and before.text.isalpha()
        and piece.text.isalpha()
        and before.size == piece.size
        and abs(before.bottom - piece.bottom) < 0.1 * piece.size
        and 0 < piece.x0 - before.x1 < _WIDEST * piece.size
    )


def _joined(run: Sequence[Word]) -> Iterator[Word]:
    if len(run) < _FEWEST:
        yield from run
        return
    gaps = [after.piece.x0 - before.piece.x1 for before, after in itertools.pairwise(run)]
    usual = median(gaps)
    first = run[0].piece
    text, x1 = first.text, first.x1
    for word, gap in zip(run[1:], gaps, strict=True):
        if gap > _WIDER * usual:
            yield Word(replace(first, text=text, x1=x1), run[0].mcid)
            first, text = replace(word.piece, after_blank=True), ""
        text, x1 = text + word.piece.text, word.piece.x1
    yield Word(replace(first, text=text, x1=x1), run[0].mcid)
