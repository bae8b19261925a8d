"""The tables of what is being read, in its order, for looking at one in another way."""

from collections.abc import Iterable, Iterator

from mailbox_store.model.document_tree import Block, DocumentTree, List, Table


def tables_in(trees: Iterable[DocumentTree]) -> list[Table]:
    """Give the tables, those inside lists too; the n-th is the n-th landmark of its kind."""
    return [table for tree in trees for table in _tables(tree.blocks)]


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, List):
            for item in block.items:
                yield from _tables(item.inner)
