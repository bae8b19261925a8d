"""What was read, in the shape that tests compare."""

from accessibility.documents.extract import Extract
from accessibility.tree_text import tree_text
from mailbox_store.model.document_tree import Block, Run, Words


def told(extract: Extract) -> str:
    """Give the words of an extract's tree; none if it has none."""
    return tree_text(extract.tree) if extract.tree else ""


def blocks(extract: Extract) -> list[Block]:
    """Give the blocks of an extract's tree; none if it has none."""
    return list(extract.tree.blocks) if extract.tree else []


def words(*runs: Run | str) -> Words:
    """Write words as a tree has them."""
    return tuple(Run(run) if isinstance(run, str) else run for run in runs)
