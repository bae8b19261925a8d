"""An opened letter as pages of lines; the head says once how many there are."""

from dataclasses import replace

from accessibility.plain_lines import pages_of, wrapped_text
from accessibility.reading_order import document_text, letter_blocks
from mailbox_store.model.document import Document
from mailbox_store.model.letter import Letter
from mailbox_tui.desk import Desk
from mailbox_tui.lines.reading import letter_lines

_MOST_TRIES = 4  # layouts until the number of pages fits its own sentence


def letter_pages(letter: Letter, desk: Desk, *, full: bool = False) -> list[list[str]]:
    """Lay a letter out in pages of the set number of lines, head included."""
    blocks = letter_blocks(letter, desk.say, now=desk.now(), full=full)
    head, count = blocks[0], 1
    for _ in range(_MOST_TRIES):
        said = desk.say("Page {n} of {total}.", n=1, total=count) if count > 1 else ""
        blocks[0] = replace(head, text=f"{head.text} {said}".rstrip())
        pages = cut(letter_lines(desk, blocks), desk)
        if len(pages) == count:
            break
        count = len(pages)
    return _numbered(pages, desk)


def document_pages(document: Document, desk: Desk) -> list[list[str]]:
    """Lay one document's text out in pages."""
    lines = wrapped_text(document_text(document, desk.say), desk.out.text_width)
    return _numbered(cut(lines, desk), desk)


def cut(lines: list[str], desk: Desk) -> list[list[str]]:
    """Cut lines into pages of the person's length."""
    size = desk.out.rows_for(desk.settings.lines_per_page)
    return pages_of(lines, first=size, size=size)


def _numbered(pages: list[list[str]], desk: Desk) -> list[list[str]]:
    total = len(pages)
    return [pages[0]] + [
        [desk.say("Page {n} of {total}.", n=n, total=total), *page]
        for n, page in enumerate(pages[1:], start=2)
    ]
