"""A document in the words of line mode and of the screens, with marks where one may want to go.

The text is paragraphs, each one long line, with a blank line between blocks and a single line end
between the lines of one: `accessibility.plain_lines.wrapped_text` lays it out for any width.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from accessibility.rendering.block_words import told_block
from accessibility.rendering.links import Links, link_lines
from accessibility.rendering.marks import MARK_OF_FACT, Mark, MarkKind
from accessibility.rendering.notices import trust_sentences
from accessibility.rendering.told_lines import Line, Part, ours
from accessibility.tree_text import block_text
from accessibility.wording import Say
from mailbox_store.model.document_facts import Fact
from mailbox_store.model.document_tree import Block, DocumentTree, Field
from mailbox_store.model.party import Party


class InLanguage(NamedTuple):
    """A part of a text that is in one language, a BCP 47 tag, from `start` to `end`."""

    start: int
    end: int
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A document's text for a person, the places in it, and which language each part is in."""

    text: str
    marks: tuple[Mark, ...]
    languages: tuple[InLanguage, ...]


def rendered(tree: DocumentTree, say: Say, *, sender: Party | None = None) -> Rendered:
    """Render a document: how far to trust it, its blocks, its links with where they lead.

    With a `sender`, a link that leads elsewhere is warned of.
    """
    links = Links(say)
    writing = _Writing(links, ours=say.language, documents=tree.language or say.language)
    writing.write([ours(told) for told in trust_sentences(tree, say)])
    facts: dict[int, list[Fact]] = {}
    for fact in tree.facts:
        facts.setdefault(fact.block, []).append(fact)
    before: Block | None = None
    for index, block in enumerate(tree.blocks):
        is_next_field = isinstance(block, Field) and isinstance(before, Field)
        lines = told_block(block, say, links.parts)
        writing.write(lines, index, gap="\n" if is_next_field else "\n\n")
        if index in facts:
            writing.mark_facts(facts[index], block_text(block), index)
        before = block
    writing.write(link_lines(links, say, sender=sender))
    return Rendered(
        text="".join(writing.pieces),
        marks=tuple(sorted(writing.marks, key=_place)),
        languages=tuple(writing.languages),
    )


class _Writing:
    """The text so far, and where in it the words of the last block came to stand."""

    def __init__(self, links: Links, *, ours: str, documents: str) -> None:
        self.pieces: list[str] = []
        self.marks: list[Mark] = []
        self.languages: list[InLanguage] = []
        self._ours, self._documents = ours, documents  # languages
        self._links = links
        self._at = 0
        self._first = self._begins = 0  # the first piece of the last block, and its place
        self._sources: list[tuple[int, int, int]] = []  # place in the source, in the text, length

    def write(self, lines: Iterable[Line], index: int = -1, *, gap: str = "\n\n") -> None:
        """Write a block's lines; `gap` stands before the first if it is not the very first."""
        self._sources = []
        self._first, self._begins = len(self.pieces), self._at
        source_at = 0
        is_first_source = True
        for line in lines:
            if line.is_source:
                source_at += 0 if is_first_source else 1
                is_first_source = False
            is_told = bool(line.text.strip())
            if is_told:
                self._put(gap if self._at else "")
                gap = "\n"
            start = self._at
            for part in line.parts:
                if line.is_source and part.source:
                    if is_told and part.text:
                        self._sources.append((source_at, self._at, len(part.text)))
                    source_at += len(part.source)
                if is_told:
                    self._put(part.text)
                    self._mark_language(part)
                if part.link:
                    self._mark_link(part.link, len(part.text), index)
            if line.mark and is_told:
                self._mark(line.mark, line.named, start, index)

    def mark_facts(self, facts: Sequence[Fact], source: str, index: int) -> None:
        """Mark facts of the block just written; `source` is its bare text."""
        text = "".join(self.pieces[self._first :])
        for fact in facts:
            end = min(fact.at + fact.length, len(source))
            if not self._sources or end <= fact.at:
                continue
            start, stop = self._place(fact.at), self._place(end - 1) + 1
            written = text[start - self._begins : stop - self._begins]
            self.marks.append(
                Mark(
                    kind=MARK_OF_FACT[fact.kind],
                    text=written,
                    start=start,
                    end=stop,
                    block=index,
                    quote=fact.quote,
                )
            )

    def _place(self, source_at: int) -> int:
        """Give the place in the text of a place in the source."""
        which = max(bisect_right(self._sources, (source_at, self._at, 0)) - 1, 0)
        begins, at, length = self._sources[which]
        return at + min(max(source_at - begins, 0), length - 1)

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self._at += len(text)

    def _mark_language(self, part: Part) -> None:
        """Remember the language of the part just put; what is silent goes with its neighbour."""
        spoken = self._ours if part.source is None else part.language or self._documents
        start = self._at - len(part.text)
        before = self.languages[-1] if self.languages else None
        is_silent = not any(map(str.isalnum, part.text))
        if before is not None and (is_silent or before.language == spoken):
            self.languages[-1] = before._replace(end=self._at)
        elif part.text:
            self.languages.append(InLanguage(start, self._at, spoken))

    def _mark(self, kind: MarkKind, words: str, start: int, index: int) -> None:
        named = " ".join(words.split())
        self.marks.append(Mark(kind=kind, text=named, start=start, end=self._at, block=index))

    def _mark_link(self, number: int, length: int, index: int) -> None:
        link = self._links.found[number - 1]
        start = self._at - length
        if self.marks and self.marks[-1].address == link.address:  # more runs of the same link
            start = self.marks.pop().start
        self.marks.append(
            Mark(
                kind=MarkKind.LINK,
                text=link.words,
                start=start,
                end=self._at,
                block=index,
                address=link.address,
            )
        )


def _place(mark: Mark) -> int:
    return mark.start
