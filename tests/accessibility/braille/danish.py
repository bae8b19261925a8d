"""Short documents to be written in braille, and what a reader of the pages reads."""

import shutil

import pytest

from accessibility.braille.louis import BLANK, translate_back
from accessibility.braille.page_layout import Page
from mailbox_store.model.document_tree import Block, DocumentTree, Heading, Paragraph, Run, Trust

needs_liblouis = pytest.mark.skipif(
    shutil.which("lou_translate") is None, reason="liblouis is not installed"
)
DANISH, ENGLISH = "da-dk-g16.ctb", "en-ueb-g1.ctb"


def tree(*blocks: Block, language: str = "da") -> DocumentTree:
    """Make a document of blocks."""
    return DocumentTree(trust=Trust.TAGGED, language=language, blocks=blocks)


def paragraph(*parts: str | Run) -> Paragraph:
    """Make a paragraph."""
    return Paragraph(words=tuple(one if isinstance(one, Run) else Run(one) for one in parts))


def heading(text: str, level: int = 1) -> Heading:
    """Make a heading."""
    return Heading(words=(Run(text),), level=level)


def read_back(pages: list[Page], table: str = DANISH) -> str:
    """Give the words of the pages without their numbers, all on one line."""
    lines = [line.strip(BLANK) for page in pages for line in page[:-1] if line]
    return " ".join(" ".join(translate_back(lines, table)).split())
