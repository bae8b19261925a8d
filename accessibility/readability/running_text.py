"""The running text of a document: what is made of sentences, and all of its blocks in order."""

from collections.abc import Iterable, Iterator

from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Heading,
    Item,
    KeyValue,
    Lines,
    List,
    Paragraph,
    Table,
    Words,
)

_ENOUGH = 300_000  # characters: a hundred pages tell what a document's language is like


def every_block(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give all blocks in the order of reading, also those inside lists."""
    for block in blocks:
        yield block
        if isinstance(block, List):
            for item in block.items:
                yield from every_block(item.inner)


def running_text(tree: DocumentTree, *, own_language_only: bool = False) -> str:
    """Give headings, paragraphs and list items, each on a line of its own.

    Tables, addresses, fields and the like have words but no sentences. With `own_language_only`
    the words that are marked as being in another language are left out.
    """
    lines, size = [], 0
    for words in _sentences_of(tree.blocks):
        runs = [run for run in words if not (own_language_only and run.language)]
        lines.append("".join(run.text for run in runs))
        size += len(lines[-1])
        if size > _ENOUGH:
            break
    return "\n".join(lines)[:_ENOUGH]


def every_words(block: Block) -> Iterator[Words]:
    """Give all lines of words of one block, but not of the blocks inside it."""
    match block:
        case Heading(words=words) | Paragraph(words=words):
            yield words
        case Lines(lines=lines):
            yield from lines
        case List(items=items):
            yield from (item.words for item in items)
        case Table():
            yield block.caption
            for row in (block.header, *block.rows):
                yield from row
        case KeyValue(pairs=pairs):
            for pair in pairs:
                yield from pair
        case _:
            return


def _sentences_of(blocks: Iterable[Block]) -> Iterator[Words]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.words
        elif isinstance(block, List):
            for item in block.items:
                yield from _item_sentences(item)


def _item_sentences(item: Item) -> Iterator[Words]:
    yield item.words
    yield from _sentences_of(item.inner)
