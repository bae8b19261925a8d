"""PDFs drawn for tests, and what was read of them in a short form."""

import io
from collections import Counter
from collections.abc import Callable, Iterable

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas as Canvas

from accessibility.documents.extract import Extract
from accessibility.documents.pdf.reader import read_pdf
from accessibility.tree_text import words_text
from mailbox_store.model.document_tree import (
    Block,
    Field,
    Heading,
    KeyValue,
    Lines,
    List,
    PageBreak,
    Paragraph,
    Table,
)

HEIGHT = A4[1]
FILLER = "Du skal give besked senest fjorten dage efter at din indkomst har"  # fills a line


def drawn(*pages: Callable[[Canvas], None], **settings: object) -> bytes:
    """Draw pages, each by a function that is given the canvas."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, **settings)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def write(
    canvas: Canvas, x: float, top: float, text: str, *, size: float = 11, bold: bool = False
) -> None:
    """Write a line whose baseline stands `top` points below the page's upper edge."""
    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
    canvas.drawString(x, HEIGHT - top, text)


def write_lines(
    canvas: Canvas, x: float, top: float, lines: Iterable[str], *, size: float = 11
) -> None:
    """Write lines under each other."""
    for at, line in enumerate(lines):
        write(canvas, x, top + at * 1.25 * size, line, size=size)


def read(*pages: Callable[[Canvas], None]) -> Extract:
    """Draw pages and read them."""
    return read_pdf(drawn(*pages))


def told(extract: Extract) -> list[object]:
    """Give a document's blocks in a short form."""
    return [_short(block) for block in extract.tree.blocks]


def letters(text: str) -> Counter[str]:
    """Count letters and digits."""
    return Counter(character for character in text if character.isalnum())


def _short(block: Block) -> object:
    match block:
        case Heading(words=words, level=level):
            return f"{'#' * level} {words_text(words)}"
        case Paragraph(words=words):
            return words_text(words)
        case Lines(lines=lines):
            return [words_text(line) for line in lines]
        case List(items=items):
            return [
                (item.label, words_text(item.words), *map(_short, item.inner)) for item in items
            ]
        case KeyValue(pairs=pairs):
            return {words_text(name): words_text(value) for name, value in pairs}
        case Table(header=header, rows=rows):
            return tuple(tuple(map(words_text, row)) for row in (header, *rows))
        case Field(label=label, value=value, checked=checked):
            return ("field", label, value or checked)
        case PageBreak(page=page):
            return page
    return block
