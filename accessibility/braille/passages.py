"""A document as passages for braille: what stands on lines of its own, and how it is indented.

Readers know by touch what begins: a paragraph in cell 3 with the rest in cell 1, a heading in the
middle (the document's own) or in cell 5 or 7, an item of a list in cell 1 with the rest in cell 3.
These are the rules of "Braille Formats" (Braille Authority of North America, 2016). Hence no
"Heading 2:" and no "Item 1 of 3:" is written.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from accessibility.readability.languages import agree, likeliest_language
from accessibility.rendering.block_words import told_block
from accessibility.rendering.links import Links, link_lines
from accessibility.rendering.marks import MarkKind
from accessibility.rendering.notices import trust_sentences
from accessibility.rendering.told_lines import Line, Part, ours, own
from accessibility.tree_text import words_text
from accessibility.wording import Say
from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Field,
    Heading,
    Item,
    KeyValue,
    Lines,
    List,
    PageBreak,
    Paragraph,
    Raw,
    Table,
)
from mailbox_store.model.party import Party

_HEADING_CELL = 4  # cells before one of level 2; those below stand two further in
_APART = (Lines, List, Table, KeyValue, Field, PageBreak, Raw)
_STEP = 2  # cells for each level of a list, and for what runs over


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Some words by language, in order; `first` and `rest` are the blank cells before its lines."""

    words: tuple[tuple[str, str], ...]  # (BCP 47 tag, text)
    first: int = 0
    rest: int = 0
    is_centred: bool = False
    is_apart: bool = False  # a blank line stands before it
    is_kept: bool = False  # never the last on a page: what follows belongs to it


def passages_of(tree: DocumentTree, say: Say, *, sender: Party | None = None) -> Iterator[Passage]:
    """Give a document's passages: how far to trust it, its blocks, its links with addresses."""
    made = _Passages(say, tree.language or say.language)
    for told in trust_sentences(tree, say):
        yield made.hanging(ours(told))
    before: Block | None = None
    for block in tree.blocks:
        passages = list(made.of_block(block))
        if passages:
            first = passages[0]
            is_apart = first.is_apart or _stands_apart(block, before)
            yield replace(first, is_apart=is_apart)
            yield from passages[1:]
            before = block
    for at, line in enumerate(link_lines(made.links, say, sender=sender)):
        yield replace(made.hanging(line), is_apart=at == 0)


def opening_passages(lines: Iterable[str], say: Say) -> Iterator[Passage]:
    """Give lines of ours, such as sender and date, to stand before a document."""
    made = _Passages(say, say.language)
    yield from (made.hanging(ours(line)) for line in lines if line.strip())


class _Passages:
    """Makes passages of one document's blocks, and numbers its links on the way."""

    def __init__(self, say: Say, language: str) -> None:
        self.links = Links(say)
        self._say = say
        self._language = language

    def of_block(self, block: Block) -> Iterator[Passage]:
        """Give the passages of a block; none where it says nothing."""
        match block:
            case Heading(words=words) if words_text(words).strip():
                yield self._heading(block)
            case Heading():
                return
            case Paragraph(words=words):
                if words_text(words).strip():
                    yield Passage(words=self._by_language(self.links.parts(words)), first=_STEP)
            case List():
                yield from self._list(block, 0)
            case _:
                for line in told_block(block, self._say, self.links.parts):
                    if line.text.strip():
                        is_kept = line.mark is MarkKind.TABLE
                        yield replace(self.hanging(line), is_kept=is_kept)

    def hanging(self, line: Line, *, depth: int = 0) -> Passage:
        """Give a line that begins at the margin, with what runs over further in."""
        first = depth * _STEP
        return Passage(words=self._by_language(line.parts), first=first, rest=first + _STEP)

    def _heading(self, block: Heading) -> Passage:
        cells = 0 if block.level == 1 else _HEADING_CELL + (_STEP if block.level > 2 else 0)
        return Passage(
            words=self._by_language(self.links.parts(block.words)),
            first=cells,
            rest=cells,
            is_centred=block.level == 1,
            is_apart=True,
            is_kept=True,
        )

    def _list(self, block: List, depth: int) -> Iterator[Passage]:
        for number, item in enumerate(block.items, start=1):
            label = self._label(item, number, is_ordered=block.ordered)
            parts = (own(label), *self.links.parts(item.words))
            yield self.hanging(Line(parts=parts), depth=depth)
            for inner in item.inner:
                if isinstance(inner, List):
                    yield from self._list(inner, depth + 1)
                else:
                    yield from (
                        replace(
                            each,
                            first=each.first + (depth + 1) * _STEP,
                            rest=each.rest + (depth + 1) * _STEP,
                            is_apart=False,
                        )
                        for each in self.of_block(inner)
                    )

    def _label(self, item: Item, number: int, *, is_ordered: bool) -> str:
        if item.label.strip():
            return f"{item.label} "
        return f"{number}. " if is_ordered else ""

    def _by_language(self, parts: Iterable[Part]) -> tuple[tuple[str, str], ...]:
        """Put neighbours of one language together.

        Signs and blanks alone go with what is before them, and so does the rest of a word.
        """
        told: list[tuple[str, str]] = []
        for part in parts:
            tag = self._say.language if part.source is None else part.language or self._language
            is_inside = told and told[-1][1][-1:].isalnum() and part.text[:1].isalnum()
            if told and (is_inside or not any(map(str.isalnum, part.text))):
                tag = told[-1][0]
            told.append((tag, part.text))
        joined = (
            (tag, "".join(text for _, text in group))
            for tag, group in groupby(told, key=lambda one: one[0])
        )
        return tuple((self._believed(tag, text), text) for tag, text in joined)

    def _believed(self, tag: str, text: str) -> str:
        """Give the language of some words: programs tag Danish as English often enough.

        Danish by the English table is not to be read (its "å" is no letter there), so words that
        look to be of the document's language are.
        """
        if tag == self._language or tag == self._say.language:
            return tag
        return self._language if agree(self._language, likeliest_language(text)) else tag


def _stands_apart(block: Block, before: Block | None) -> bool:
    """Tell whether a blank line stands before a block; a paragraph is told by its indent."""
    if isinstance(before, List) or (isinstance(before, Heading) and before.level == 1):
        return True
    if isinstance(before, Heading):
        return False
    return isinstance(block, _APART) and type(block) is not type(before)
