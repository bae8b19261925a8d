"""Pages that are pictures: where they stand in a tree, and what OCR read put in their place."""

from dataclasses import replace

from accessibility.documents.extract import Extract
from mailbox_store.model.document import Reading
from mailbox_store.model.document_facts import Fact
from mailbox_store.model.document_tree import Block, DocumentTree, Notice, PageBreak, Trust
from mailbox_store.model.warned import Warned

_TO_COME = "picture-page"  # the PDF reader's notice: detail is the page's number
_WITHOUT_WORDS = "picture-without-text"


def pictures_in(tree: DocumentTree) -> tuple[int, ...]:
    """Give the numbers of the pages that are still to be read from their pictures."""
    return tuple(
        int(block.detail)
        for block in tree.blocks
        if isinstance(block, Notice) and block.code == _TO_COME and block.detail.isdecimal()
    )


def with_page(tree: DocumentTree, page: int, found: Extract) -> DocumentTree:
    """Put what was read of a page into its place; a page without words says so."""
    is_read = found.reading is Reading.READ and found.tree.blocks
    code = "page-unreadable" if found.reading is Reading.UNREADABLE else _WITHOUT_WORDS
    instead = found.tree.blocks if is_read else (Notice(code=code, detail=str(page)),)
    blocks: list[Block] = []
    shifts: list[int] = []  # where each block of before stands now
    begins = 0
    for block in tree.blocks:
        shifts.append(len(blocks))
        if isinstance(block, Notice) and (block.code, block.detail) == (_TO_COME, str(page)):
            begins = len(blocks)
            blocks += [each for each in instead if not isinstance(each, PageBreak)]
        else:
            blocks.append(block)
    return replace(
        tree,
        trust=Trust.OCR if is_read else tree.trust,
        blocks=tuple(blocks),
        language=tree.language or found.tree.language,
        title=tree.title or found.tree.title,
        warnings=tuple(dict.fromkeys((*tree.warnings, *_of_page(found, page)))),
        removed=(*tree.removed, *found.tree.removed),
        facts=_facts(tree, shifts, found, begins),
        readability=found.tree.readability or tree.readability,
    )


def _facts(tree: DocumentTree, shifts: list[int], found: Extract, begins: int) -> tuple[Fact, ...]:
    """Let each fact keep its block."""
    before = [replace(fact, block=shifts[fact.block]) for fact in tree.facts]
    new = [replace(fact, block=fact.block + begins) for fact in found.tree.facts]
    return tuple(sorted((*before, *new), key=lambda fact: (fact.block, fact.at)))


def _of_page(found: Extract, page: int) -> tuple[Warned, ...]:
    if found.reading is Reading.UNREADABLE:
        return (*found.tree.warnings, Warned(code="page-unreadable", detail=str(page)))
    return found.tree.warnings
