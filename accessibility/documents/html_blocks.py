"""Where the words of an HTML document gather: inline pieces into blocks of the tree.

Each container (the page, a list item, a table cell) gathers its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from accessibility.documents.html_words import (
    SPACES,
    Asked,
    Break,
    Line,
    Pictured,
    Piece,
    Said,
    has_words,
    is_bold,
    label_of,
    label_text,
    lines_of,
    words_of,
)
from accessibility.plain_text import one_line
from mailbox_store.model.document_tree import (
    Block,
    Field,
    FieldKind,
    Figure,
    Heading,
    Lines,
    Paragraph,
    Run,
    Words,
)

_LONGEST_LABEL = 20  # characters
_LONGEST_SHORT = 80  # characters: longer lines are sentences, not an address
_NARROWEST, _WIDEST = 50, 100  # characters that programs break text at
_CHOSEN = (FieldKind.CHECK, FieldKind.RADIO)


@dataclass(slots=True)
class Placed:
    """A block, whether an empty line stands before and after, and what else is seen of it."""

    block: Block
    gap_before: bool = True
    gap_after: bool = True
    is_bold: bool = False
    label: str | None = None  # of an item that is written as a paragraph


@dataclass(slots=True)
class Gathering:
    """The blocks of one container."""

    placed: list[Placed] = field(default_factory=list)
    inline: list[Piece] = field(default_factory=list)
    ends_in_space: bool = True  # so that a line never begins with one

    def add(self, said: Said) -> None:
        """Add words to the current line; white space is folded as a browser does."""
        text = SPACES.sub(" ", said.text)
        if self.ends_in_space:
            text = text.lstrip(" ")
        if text:
            self.inline.append(replace(said, text=text) if text != said.text else said)
            self.ends_in_space = text.endswith(" ")

    def add_exactly(self, said: Said) -> None:
        """Add text whose line breaks count."""
        for at, line in enumerate(said.text.split("\n")):
            if at:
                self.add_piece(Break())
            if line:
                self.inline.append(replace(said, text=line))
                self.ends_in_space = line.endswith(" ")

    def add_piece(self, piece: Piece) -> None:
        """Add what is no text."""
        self.inline.append(piece)
        self.ends_in_space = isinstance(piece, Break)

    def end_block(self, *, is_loose: bool, level: int = 0) -> None:
        """Close the current line into blocks; `level` is that of a heading."""
        pieces, self.inline = self.inline, []
        self.ends_in_space = True
        made = _heading(pieces, level) if level and pieces else list(_blocks(pieces))
        for placed in made:
            placed.gap_before |= is_loose
            placed.gap_after |= is_loose
        self.placed += made
        if not made and (is_loose or pieces):  # an empty line: <div><br></div>
            self.leave_gap()

    def leave_gap(self) -> None:
        """Have an empty line behind what is here."""
        if self.placed:
            self.placed[-1].gap_after = True

    def put(self, placed: Iterable[Placed]) -> None:
        """Add finished blocks."""
        self.end_block(is_loose=False)
        self.placed += placed

    def words(self) -> list[Words] | None:
        """Give the lines of what is here; None if it is more than text. Close it first."""
        lines: list[Words] = []
        for placed in self.placed:
            match placed.block:
                case Paragraph(words=words) | Heading(words=words):
                    label = placed.label
                    lines.append((Run(f"{label} "), *words) if label else words)
                case Lines(lines=several):
                    lines += several
                case _:
                    return None
        return lines


def _heading(pieces: list[Piece], level: int) -> list[Placed]:
    words = words_of(Said(" ") if isinstance(piece, Break) else piece for piece in pieces)
    fields = [Placed(_labelled(piece, "")) for piece in pieces if isinstance(piece, Asked)]
    return [Placed(Heading(words=words, level=level)), *fields] if words else fields


def _blocks(pieces: list[Piece]) -> Iterator[Placed]:
    """Make paragraphs, lines, pictures and fields; an empty line parts paragraphs."""
    if not pieces:
        return
    said = [piece for piece in pieces if isinstance(piece, Said)]
    if len(said) == len(pieces):  # nearly always, so it shall be quick
        label = one_line("".join(piece.text for piece in said if piece.is_label))
        words = words_of(piece for piece in said if not piece.is_label) if label else ()
        if not words or len(label) > _LONGEST_LABEL:
            label, words = "", words_of(said)
        if words:
            placed = _tight(Paragraph(words=words), bold=is_bold(said))
            placed.label = label or None
            yield placed
        return
    lines = lines_of(pieces)
    while lines and not _is_full(lines[-1]):
        lines.pop()
    while lines and not _is_full(lines[0]):
        lines.pop(0)
    for is_full, some in groupby(lines, key=_is_full):
        if is_full:
            made = list(_paragraph(list(some)))
            if made:
                made[0].gap_before = made[-1].gap_after = len(lines) > 1 and any(
                    not _is_full(line) for line in lines
                )
            yield from made


def _is_full(line: Line) -> bool:
    return has_words(line) or any(isinstance(piece, Asked | Pictured) for piece in line)


def _paragraph(lines: list[Line]) -> Iterator[Placed]:
    text: list[Line] = []
    for line in lines:
        if has_words(line) and not any(isinstance(piece, Asked) for piece in line):
            text.append(line)
            continue
        if any(isinstance(piece, Asked) for piece in line):
            label = text.pop() if text and _wants_label(line) else []
            yield from _text(text)
            yield from _fields(label + line)
        else:
            yield from _text(text)
            yield from _pictures(line)
        text = []
    yield from _text(text)


def _text(lines: list[Line]) -> Iterator[Placed]:
    """Make blocks of lines of text: short ones stay lines, a long one is a paragraph."""
    told = [(words_of(line), is_bold(line)) for line in lines]
    told = [(words, bold) for words, bold in told if words]
    sizes = [sum(len(run.text) for run in words) for words, _ in told]
    if _is_broken_by_hand(told, sizes):
        every = [piece for line in lines for piece in (*line, Said(" "))]
        yield _tight(Paragraph(words=words_of(every)), bold=is_bold(every))
    else:
        paired = zip(told, sizes, strict=True)
        for is_short, some in groupby(paired, key=lambda each: each[1] <= _LONGEST_SHORT):
            those = [each for each, _ in some]
            if is_short and len(those) > 1:
                all_bold = all(bold for _, bold in those)
                yield _tight(Lines(lines=tuple(words for words, _ in those)), bold=all_bold)
            else:
                for words, bold in those:
                    yield _tight(Paragraph(words=words), bold=bold)
    for line in lines:
        for piece in line:
            if isinstance(piece, Pictured) and piece.alt is None:
                yield _tight(Figure(alt=""))


def _is_broken_by_hand(told: list[tuple[Words, bool]], sizes: list[int]) -> bool:
    """Tell whether each line ends only because the next word had no room."""
    if len(told) < 2 or max(sizes) < _NARROWEST or max(sizes) > _WIDEST:
        return False
    width = max(sizes)
    firsts = [len(words[0].text.split()[0]) for words, _ in told[1:]]
    if all(words[-1].text[-1] in ".:!?" for words, _ in told[:-1]):
        return False
    return all(size + 1 + first > width for size, first in zip(sizes, firsts, strict=False))


def _pictures(line: Line) -> Iterator[Placed]:
    for piece in line:
        if isinstance(piece, Pictured):
            yield _tight(Figure(alt=piece.alt or ""))


def _wants_label(line: Line) -> bool:
    """Tell whether a line begins with a field that nothing in it names."""
    for at, piece in enumerate(line):
        if isinstance(piece, Asked):
            behind = line[at + 1 :] if piece.field.kind in _CHOSEN else []
            return not piece.field.label and not has_words(behind)
        if isinstance(piece, Said) and piece.text.strip():
            return False
    return False


def _fields(line: Line) -> Iterator[Placed]:
    """Make fields of a line, each with the words that name it; no word is lost or doubled."""
    before: Line = []
    rest = list(line)
    at = 0
    while at < len(rest):
        piece = rest[at]
        at += 1
        if not isinstance(piece, Asked):
            before.append(piece)
            continue
        label = ""
        if not piece.field.label:
            end = at
            while end < len(rest) and not isinstance(rest[end], Asked):
                end += 1
            behind = label_of(words_of(rest[at:end])) if piece.field.kind in _CHOSEN else ""
            if behind:
                label, at = behind, end
            elif label := label_of(words_of(before)):
                before = []
        elif label_of(words_of(before)).casefold() == piece.field.label.casefold():
            before = []  # the same words in an attribute
        yield from _text([before])
        before = []
        yield _tight(_labelled(piece, label))
    yield from _text([before])


def _labelled(asked: Asked, label: str) -> Field:
    known = asked.field.label or label or label_text(asked.hint)
    return replace(asked.field, label=known)


def _tight(block: Block, *, bold: bool = False) -> Placed:
    return Placed(block, gap_before=False, gap_after=False, is_bold=bold)
