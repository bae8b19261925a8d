"""What is being read as pages of lines; the head of a letter says once how many there are."""

from dataclasses import dataclass, replace

from accessibility.letter_layout import Place, Reading, document_blocks, reading_of, unblank
from accessibility.plain_lines import pages_of
from accessibility.reading_order import letter_blocks
from mailbox_store.model.document import Document
from mailbox_store.model.letter import Letter
from mailbox_tui.desk import Desk

_MOST_TRIES = 4  # layouts until the number of pages fits its own sentence


@dataclass(slots=True)
class Pages:
    """A reading cut into pages, and which of them was printed last (-1: none yet)."""

    reading: Reading
    lines: list[list[str]]
    now: int = 0
    is_letter: bool = False  # the letter itself, not one of its documents

    @property
    def place(self) -> Place:
        """Where the page begins that was printed last."""
        to_come = [page[1:] if number else page for number, page in enumerate(self.lines)]
        left = sum(unblank(line) for page in to_come[max(self.now, 0) :] for line in page)
        return Place(self.reading.starts[-1] - left)


def pages_of_letter(letter: Letter, desk: Desk, *, full: bool = False) -> Pages:
    """Lay a letter out in pages of the set number of lines, head included."""
    blocks = letter_blocks(letter, desk.say, now=desk.now(), full=full)
    head, count = blocks[0], 1
    for _ in range(_MOST_TRIES):
        said = desk.say("Page {n} of {total}.", n=1, total=count) if count > 1 else ""
        blocks[0] = replace(head, text=f"{head.text} {said}".rstrip())
        reading = reading_of(blocks, desk.out.text_width)
        pages = _cut(reading, 0, desk)
        if len(pages) == count:
            break
        count = len(pages)
    return Pages(reading, _numbered(pages, desk), is_letter=True)


def pages_of_document(document: Document, letter: Letter, desk: Desk) -> Pages:
    """Lay the text of one of a letter's documents out in pages."""
    blocks = document_blocks(document, desk.say, sender=letter.summary.sender)
    reading = reading_of(blocks, desk.out.text_width)
    return Pages(reading, _numbered(_cut(reading, 0, desk), desk))


def pages_from(place: Place, pages: Pages, desk: Desk) -> Pages:
    """Give the pages of the same reading that begin with the line of a place."""
    reading = pages.reading
    cut = _numbered(_cut(reading, reading.line_of(place), desk), desk)
    return Pages(reading, cut, is_letter=pages.is_letter)


def _cut(reading: Reading, first: int, desk: Desk) -> list[list[str]]:
    size = desk.out.rows_for(desk.settings.lines_per_page)
    lines = [line.text for line in reading.lines[first:]]
    return pages_of(lines, first=size, size=size)


def _numbered(pages: list[list[str]], desk: Desk) -> list[list[str]]:
    total = len(pages)
    return [pages[0]] + [
        [desk.say("Page {n} of {total}.", n=n, total=total), *page]
        for n, page in enumerate(pages[1:], start=2)
    ]
