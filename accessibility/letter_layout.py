"""A letter's blocks as lines of N columns, each knowing what block it came from.

A place in a letter is told by how many characters other than blanks stand before it: wrapping moves
blanks and line ends only, so the place holds at every width.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple, NewType

from accessibility.plain_lines import wrap, wrapped_text
from accessibility.reading_order import Block, BlockKind, document_text
from accessibility.wording import Say
from mailbox_store.model.document import Document

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

    def line_of(self, place: Place) -> int:
        """Give the line that holds a place; the last line for one beyond the end."""
        for number, count in enumerate(accumulate(map(_length, self.lines))):
            if place < count:
                return number
        return max(len(self.lines) - 1, 0)

    def place_of(self, line: int) -> Place:
        """Give the place where a line begins."""
        return Place(sum(map(_length, self.lines[:line])))


def reading_of(blocks: Sequence[Block], columns: int) -> Reading:
    """Lay blocks out: a blank line apart, the sender's text by its paragraphs."""
    lines: list[LaidLine] = []
    for block in blocks:
        if lines:
            lines.append(LaidLine("", lines[-1].kind))
        lines += [LaidLine(text, block.kind) for text in _block_lines(block, columns)]
    return Reading(tuple(blocks), tuple(lines))


def letter_lines(blocks: Sequence[Block], columns: int) -> list[str]:
    """Lay a letter out as bare lines."""
    return [line.text for line in reading_of(blocks, columns).lines]


def document_blocks(document: Document, say: Say) -> list[Block]:
    """Give a document's text as something to be read by itself."""
    return [Block(kind=BlockKind.TEXT, text=document_text(document, say))]


def place_in(blocks: Iterable[Block], block: Block, offset: int) -> Place:
    """Give the place of a character of one of the blocks."""
    before = 0
    for one in blocks:
        if one is block:
            return Place(before + _unblank(block.text[:offset]))
        before += _unblank(one.text)
    raise ValueError(block.kind)


def _length(line: LaidLine) -> int:
    return _unblank(line.text)


def _unblank(text: str) -> int:
    return sum(map(len, text.split()))


def _block_lines(block: Block, columns: int) -> list[str]:
    if block.kind is BlockKind.TEXT:
        return wrapped_text(block.text, columns)
    width = min(columns, _SENTENCE_WIDTH)
    return [line for text in block.text.splitlines() for line in wrap(text, width, room=columns)]
