"""A letter's blocks as lines of N columns, each knowing what block it came from.

A place in a letter is told by how many characters other than blanks stand before it: wrapping moves
blanks and line ends only, so the place holds at every width.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple, NewType

from accessibility.letter_warnings import warning_sentences
from accessibility.plain_lines import laid_lines, wrap, wrapped_text
from accessibility.reading_order import Block, BlockKind, document_block
from accessibility.wording import Say
from mailbox_store.model.document import Document
from mailbox_store.model.party import Party

Place = NewType("Place", int)  # characters before it, blanks not counted

_SENTENCE_WIDTH = 79  # columns of our own sentences; a letter's text has its own, smaller measure


class LaidLine(NamedTuple):
    """One line of a laid-out letter; a blank line between blocks belongs to the one above."""

    text: str
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Reading:
    """What somebody is reading, a letter or one of its documents, laid out for their width."""

    blocks: tuple[Block, ...]
    lines: tuple[LaidLine, ...]
    starts: tuple[Place, ...]  # of each line, counted once for every key; then where the text ends

    def line_of(self, place: Place) -> int:
        """Give the line that holds a place; the last line for one beyond the end."""
        # A blank line begins where the next one does, so the last of them is the one with words.
        return max(min(bisect_right(self.starts, place), len(self.lines)) - 1, 0)

    def place_of(self, line: int) -> Place:
        """Give the place where a line begins."""
        return self.starts[min(line, len(self.lines))]


def reading_of(blocks: Sequence[Block], columns: int, *, gaps: bool = True) -> Reading:
    """Lay blocks out: a blank line apart, the sender's text by its paragraphs.

    Without `gaps` no blank line is kept: for who goes from line to line with a screen reader.
    """
    lines: list[LaidLine] = []
    for block in blocks:
        if lines:
            lines.append(LaidLine("", lines[-1].kind))
        lines += [LaidLine(text, block.kind) for text in _block_lines(block, columns)]
    if not gaps:
        lines = [line for line in lines if line.text]
    lengths = (unblank(line.text) for line in lines)
    return Reading(tuple(blocks), tuple(lines), tuple(map(Place, accumulate(lengths, initial=0))))


def letter_lines(blocks: Sequence[Block], columns: int) -> list[str]:
    """Lay a letter out as bare lines."""
    return [line.text for line in reading_of(blocks, columns).lines]


def document_blocks(document: Document, say: Say, *, sender: Party | None = None) -> list[Block]:
    """Give a document's text as something to be read by itself, then what is odd about it."""
    tree = document.tree
    odd = [] if tree is None else warning_sentences(tree.warnings, say)
    warnings = [Block(kind=BlockKind.WARNINGS, text="\n".join(odd))] if odd else []
    return [document_block(document, say, sender=sender), *warnings]


def places_in(text: str, offsets: Iterable[int], *, beginning: Place) -> dict[int, Place]:
    """Give the places of some of a text's characters, and of its end, counted in one walk."""
    places: dict[int, Place] = {}
    at, place = 0, beginning
    for offset in sorted({*offsets, len(text)}):
        place = Place(place + unblank(text[at:offset]))
        at, places[offset] = offset, place
    return places


def unblank(text: str) -> int:
    """Count the characters that are no blanks: how far a text moves a place."""
    return sum(map(len, text.split()))


def _block_lines(block: Block, columns: int) -> list[str]:
    if block.marks is not None:
        return laid_lines(block.text, columns)
    if block.kind is BlockKind.TEXT:
        return wrapped_text(block.text, columns)
    width = min(columns, _SENTENCE_WIDTH)
    return [line for text in block.text.splitlines() for line in wrap(text, width, room=columns)]
