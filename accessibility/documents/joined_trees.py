"""Several trees as one: the files of a document that came in pieces."""

from collections.abc import Sequence
from dataclasses import replace

from accessibility.documents.extract import MOST_CHARACTERS, NOTHING
from accessibility.tree_text import block_text
from mailbox_store.model.document_facts import Fact
from mailbox_store.model.document_tree import Block, DocumentTree, Ease
from mailbox_store.model.warned import Warned

_WORST_LAST = tuple(Ease)


def joined(trees: Sequence[DocumentTree]) -> DocumentTree:
    """Put trees behind each other; facts keep their blocks, and what is too long is cut."""
    if len(trees) == 1:
        return trees[0]
    blocks: list[Block] = []
    facts: list[Fact] = []
    for tree in trees:
        facts += [replace(fact, block=fact.block + len(blocks)) for fact in tree.facts]
        blocks += tree.blocks
    kept = _within_the_cap(blocks)
    first = trees[0] if trees else NOTHING
    warnings = [warned for tree in trees for warned in tree.warnings]
    if len(kept) < len(blocks):
        warnings.append(Warned(code="cut"))
    pages = [tree.pages for tree in trees if tree.pages is not None]
    return replace(
        first,
        blocks=tuple(kept),
        warnings=tuple(dict.fromkeys(warnings)),
        removed=tuple(words for tree in trees for words in tree.removed),
        pages=sum(pages) if pages else None,
        facts=tuple(fact for fact in facts if fact.block < len(kept)),
        readability=max(
            (tree.readability for tree in trees if tree.readability),
            key=lambda verdict: _WORST_LAST.index(verdict.ease),
            default=None,
        ),
    )


def _within_the_cap(blocks: list[Block]) -> list[Block]:
    length = 0
    for count, block in enumerate(blocks):
        length += len(block_text(block))
        if length > MOST_CHARACTERS:
            return blocks[:count]
    return blocks
