"""The bare words of a document's tree, for searching, finding facts and measuring.

What a person sees and hears is made by the renderers; here no word of ours is added.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Field,
    Figure,
    Heading,
    Item,
    KeyValue,
    Lines,
    List,
    Notice,
    PageBreak,
    Paragraph,
    Raw,
    Table,
    Words,
)

STOPS = ".!?:;…"  # a cell that ends in one needs no full stop


def words_text(words: Words) -> str:
    """Give the text of some words, on one line."""
    return "".join(run.text for run in words)


def tree_text(tree: DocumentTree) -> str:
    """Give a document's words as plain text: a blank line between blocks."""
    return "\n\n".join(filter(None, map(block_text, tree.blocks)))


def block_text(block: Block) -> str:
    """Give a block's words: a row, an item, a line of an address on a line of its own."""
    return "\n".join(_lines(block))


def row_text(header: tuple[Words, ...], row: tuple[Words, ...]) -> str:
    """Give a row with each value behind its header: "Due: 1 May. Sum: 5 kr."."""
    heads = list(map(words_text, header)) + [""] * (len(row) - len(header))
    parts = []
    for head, cell in zip(heads, map(words_text, row), strict=False):
        if cell:
            head = head.rstrip(": ")
            parts.append(f"{head}: {cell}" if head else cell)
    return "".join(
        part if at == len(parts) - 1 else part + (" " if part[-1] in STOPS else ". ")
        for at, part in enumerate(parts)
    )


def _named(name: str, value: str) -> str:
    name = name.rstrip(": ")
    return f"{name}: {value}" if value else name


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(words=words) | Paragraph(words=words):
            yield words_text(words)
        case Lines(lines=lines):
            yield from map(words_text, lines)
        case List(items=items):
            yield from _items(items)
        case Table():
            if block.caption:
                yield words_text(block.caption)
            for row in block.rows:
                if told := row_text(block.header, row):
                    yield told
        case Field():
            yield _named(block.label, block.value)
        case KeyValue(pairs=pairs):
            for name, value in pairs:
                yield _named(words_text(name), words_text(value))
        case Figure(alt=alt):
            if alt:
                yield alt
        case Raw(text=text):
            yield text
        case Notice() | PageBreak():
            return
        case _:
            assert_never(block)


def _items(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        words = words_text(item.words)
        yield f"{item.label} {words}" if item.label else words
        for inner in item.inner:
            yield from _lines(inner)
