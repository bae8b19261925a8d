"""What is read, sentence by sentence, for a voice: the words as they are shown, and their places.

The person hears what stands on the screen, in the order it stands there, so that the cursor can
follow the voice. Each sentence knows which of its words are in which language; how they are
pronounced is decided later, by `accessibility.pronouncing`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from accessibility.letter_layout import Place, places_in
from accessibility.reading_order import Block
from accessibility.rendering.marks import MarkKind
from accessibility.rendering.plain import InLanguage
from accessibility.sentences import Sentences
from accessibility.wording import Say

AFTER_HEADING, AFTER_BLOCK, AFTER_LINE = 0.8, 0.5, 0.25  # seconds; a heading wants to be heard
_LONGEST = 1_000  # characters: a text without an end is cut at blanks, so that it can be stopped


class Piece(NamedTuple):
    """Words of a sentence in one language, a BCP 47 tag."""

    text: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenSentence:
    """One sentence: its pieces, where it begins and ends in what is read, the silence after it.

    `pause` is in seconds. `section` counts the headings up to here; before the first it is 0.
    """

    pieces: tuple[Piece, ...]
    place: Place
    end: Place
    pause: float = 0.0
    section: int = 0

    @property
    def text(self) -> str:
        """The whole sentence as it is shown."""
        return " ".join(piece.text for piece in self.pieces)


def spoken_sentences(blocks: Iterable[Block], say: Say) -> list[SpokenSentence]:
    """Give what is read as sentences; what has no letter and no digit in it is left out."""
    told: list[SpokenSentence] = []
    beginning = Place(0)
    section = 0
    for block in blocks:
        found = list(_sentences(block.text))
        headings = {mark.start for mark in block.marks or () if mark.kind is MarkKind.HEADING}
        offsets = [at for one in found for at in (one.start, one.end)]
        places = places_in(block.text, offsets, beginning=beginning)
        for one in found:
            section += one.line_start in headings and one.start == one.line_start
            pieces = tuple(_pieces(block.text, one, block.languages, say.language))
            if not pieces:
                continue
            pause = AFTER_HEADING if one.pause and one.line_start in headings else one.pause
            told.append(
                SpokenSentence(
                    pieces=pieces,
                    place=places[one.start],
                    end=places[one.end],
                    pause=pause,
                    section=section,
                )
            )
        beginning = places[len(block.text)]
    return told


class _Found(NamedTuple):
    start: int
    end: int
    line_start: int
    pause: float


def _sentences(text: str) -> Iterator[_Found]:
    """Find the sentences of a text whose paragraphs are lines; a blank line ends a block."""
    at = 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        is_last = number + 1 == len(lines)
        after = AFTER_BLOCK if is_last or not lines[number + 1].strip() else AFTER_LINE
        found = [
            (at + start, at + end)
            for first, last in _bounds(line)
            for start, end in _cut(line, first, last)
        ]
        for which, (start, end) in enumerate(found, start=1):
            yield _Found(start, end, at, after if which == len(found) else 0.0)
        at += len(line) + 1


def _bounds(line: str) -> Iterator[tuple[int, int]]:
    """Give where each sentence begins and where its stop ends, without the blanks around it."""
    for first, last in Sentences(line).spans():
        bare = line[first:last].strip()
        if bare:
            begin = line.index(bare[0], first)
            yield begin, begin + len(bare)


def _cut(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        blank = line.rfind(" ", start + 1, start + _LONGEST)
        cut = blank if blank > start else start + _LONGEST
        yield start, cut
        start = cut + 1 if blank > start else cut
    if start < end:
        yield start, end


def _pieces(text: str, one: _Found, languages: Sequence[InLanguage], ours: str) -> Iterator[Piece]:
    """Part a sentence where its language changes; what is in none is in ours."""
    at = one.start
    nearest = bisect_right(languages, at, key=attrgetter("end"))
    for spoken in islice(languages, nearest, None):
        if spoken.start >= one.end:
            break
        yield from _piece(text[at : max(at, spoken.start)], ours)
        at = max(at, spoken.start)
        last = min(spoken.end, one.end)
        yield from _piece(text[at:last], spoken.language)
        at = last
    yield from _piece(text[at : one.end], ours)


def _piece(text: str, language: str) -> Iterator[Piece]:
    words = " ".join(text.split())
    if any(map(str.isalnum, words)):
        yield Piece(words, language)
