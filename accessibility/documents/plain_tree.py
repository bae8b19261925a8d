"""A tree with nothing in it that could harm a terminal, a voice or a chat, or be endless.

Every reader's tree goes through here in the child process, and every tree that crossed from there
again in the parent, for a child may be in the hands of a hostile file. Doing it twice changes
nothing more. What says nothing is dropped (empty runs, paragraphs, lists, tables); rows are made
equally long; links lead to the web, to mail or to a telephone, or nowhere.

Facts are looked for in the finished tree. A tree that has some already keeps them only if none of
its blocks was dropped, because a fact knows its block by number.

Warnings: "hidden-characters" (invisible or direction-turning ones were taken out), "cut".
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from accessibility.documents.plain_words import PlainWords, plain_language
from mailbox_store.model.document_facts import Fact
from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Field,
    Figure,
    HeaderSource,
    Heading,
    Item,
    KeyValue,
    Lines,
    List,
    Notice,
    PageBreak,
    Paragraph,
    Raw,
    Readability,
    Table,
    Words,
)
from mailbox_store.model.warned import Warned

_DEEPEST = 40  # lists inside lists, as `tree_json` allows
_MOST_COLUMNS = 1_000  # no printed table comes near
_DEEPEST_HEADING = 6
_LABEL, _TITLE, _VALUE, _QUOTE = 300, 500, 10_000, 1_000  # characters
_CODE, _DETAIL = 40, 200  # characters


def plain_tree(tree: DocumentTree, *, disbelieved: frozenset[str] = frozenset()) -> DocumentTree:
    """Make every string of a tree safe and the tree finite; say in its warnings what was taken.

    Runs lose the language tags, in small letters, that are `disbelieved`.
    """
    language = plain_language(tree.language)
    making = _Making(PlainWords(language=language, disbelieved=disbelieved))
    words = making.plain
    blocks = tuple(making.blocks(tree.blocks, depth=0))
    title = words.line(tree.title, limit=_TITLE)
    removed = tuple(making.lines(tree.removed))
    facts = tuple(making.facts(tree.facts)) if len(blocks) == len(tree.blocks) else ()
    readability = tree.readability and _readability(tree.readability, words)
    warnings = words.warnings(tree.warnings)
    taken = (("hidden-characters", words.hid_something), ("cut", words.was_cut))
    warnings += tuple(Warned(code=code) for code, is_so in taken if is_so)
    return replace(
        tree,
        blocks=blocks,
        language=language,
        title=title,
        warnings=tuple(dict.fromkeys(warnings)),
        removed=removed,
        facts=facts,
        readability=readability,
    )


class _Making:
    def __init__(self, plain: PlainWords) -> None:
        self.plain = plain

    def blocks(self, blocks: Iterable[Block], *, depth: int) -> Iterator[Block]:
        for block in blocks:
            if depth > _DEEPEST or not self.plain.has_room():
                self.plain.was_cut = True
                return
            made = self._block(block, depth)
            if made is not None:
                yield made

    def lines(self, texts: Iterable[str]) -> Iterator[str]:
        for text in texts:
            if not self.plain.has_room():
                return
            if line := self.plain.line(text):
                yield line

    def facts(self, facts: Iterable[Fact]) -> Iterator[Fact]:
        for fact in facts:
            if not self.plain.has_room():
                return
            value = self.plain.line(fact.value, limit=_LABEL)
            quote = self.plain.line(fact.quote, limit=_QUOTE)
            yield replace(fact, value=value, quote=quote)

    def _block(self, block: Block, depth: int) -> Block | None:
        """Make one block; None if it says nothing."""
        match block:
            case Heading():
                level = min(max(block.level, 1), _DEEPEST_HEADING)
                words = self.plain.words(block.words)
                if words is block.words and level == block.level and words:
                    return block
                return Heading(words=words, level=level) if words else None
            case Paragraph():
                words = self.plain.words(block.words)
                if words is block.words and words:
                    return block
                return Paragraph(words=words) if words else None
            case Lines():
                lines = tuple(self._each(block.lines))
                return Lines(lines=lines) if lines else None
            case List():
                items = tuple(self._items(block.items, depth))
                return List(items=items, ordered=block.ordered) if items else None
            case Table():
                return self._table(block)
            case Field():
                return self._field(block)
            case KeyValue():
                pairs = tuple(self._pairs(block.pairs))
                return KeyValue(pairs=pairs) if pairs else None
            case Figure(alt=alt):
                return Figure(alt=self.plain.line(alt))
            case Notice():
                code = self.plain.line(block.code, limit=_CODE)
                return Notice(code=code, detail=self.plain.line(block.detail, limit=_DETAIL))
            case PageBreak():
                return block
            case Raw(text=text):
                text = self.plain.raw(text)
                return Raw(text=text) if text.strip() else None
            case _:
                assert_never(block)

    def _each(self, lines: Iterable[Words]) -> Iterator[Words]:
        for line in lines:
            if not self.plain.has_room():
                return
            if words := self.plain.words(line):
                yield words

    def _items(self, items: Iterable[Item], depth: int) -> Iterator[Item]:
        for item in items:
            if not self.plain.has_room():
                return
            words = self.plain.words(item.words)
            label = self.plain.line(item.label, limit=_LABEL)
            inner = tuple(self.blocks(item.inner, depth=depth + 1))
            if words or inner:
                yield Item(words=words, label=label, inner=inner)

    def _pairs(self, pairs: Iterable[tuple[Words, Words]]) -> Iterator[tuple[Words, Words]]:
        for name, value in pairs:
            if not self.plain.has_room(2):
                return
            pair = self.plain.words(name), self.plain.words(value)
            if any(pair):
                yield pair

    def _field(self, block: Field) -> Field:
        return replace(
            block,
            label=self.plain.line(block.label, limit=_LABEL),
            value=self.plain.line(block.value, limit=_VALUE),
            options=tuple(self.lines(block.options)),
        )

    def _table(self, table: Table) -> Table | None:
        widest = max(map(len, (table.header, *table.rows)))
        if widest > _MOST_COLUMNS:
            self.plain.was_cut = True
        columns = min(widest, _MOST_COLUMNS)
        caption = self.plain.words(table.caption)
        header = self._row(table.header, columns)
        rows = tuple(filter(any, self._rows(table.rows, columns)))
        source = table.header_source if any(header) else HeaderSource.NONE
        if not rows and not any(header) and not caption:
            return None
        return Table(
            header=header if any(header) else (), rows=rows, header_source=source, caption=caption
        )

    def _rows(self, rows: Iterable[tuple[Words, ...]], columns: int) -> Iterator[tuple[Words, ...]]:
        for row in rows:
            if not self.plain.has_room(columns):  # before it is padded: that is what grows
                return
            yield self._row(row, columns)

    def _row(self, row: tuple[Words, ...], columns: int) -> tuple[Words, ...]:
        cells = tuple(map(self.plain.words, row[:columns]))
        return cells + ((),) * (columns - len(cells))


def _readability(readability: Readability, words: PlainWords) -> Readability:
    return replace(readability, reasons=words.warnings(readability.reasons))
