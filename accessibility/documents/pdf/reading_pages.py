"""The pages of a PDF as pdfium tells them: their words, lines, pictures and tags.

Text that is drawn invisibly stays out and is announced, but for pages that are a picture with an
invisible layer of text, which some machine has read before us.
"""

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from accessibility.documents.extract import MOST_CHARACTERS
from accessibility.documents.layout.pages import PlacedBlock
from accessibility.documents.page_marks import PageMarks, Piece
from accessibility.documents.pdf.glyphs import PageText, Word, page_text
from accessibility.documents.pdf.page_frame import PageFrame, Place
from accessibility.documents.pdf.rulings import Drawn, drawn_on
from accessibility.documents.pdf.tags import Tag, tags_of
from accessibility.documents.pdf.turned_words import put_turned_words
from accessibility.documents.pdf.word_shapes import joined_letters, raise_digits
from mailbox_store.model.document_tree import Notice
from mailbox_store.model.warned import Warned

_MOST_PAGES = 2_000
_MOST_DOTS = 500  # of a page
_MOST_ANNOTATIONS = 2_000  # of a page
_LONGEST = 5.0  # seconds of work on the pages; the child has 20 for everything
_NO_PAGE = PageFrame(0.0, 0.0, 1.0, 1.0)
# What others have put on a page, and what is drawn for a filled field, is no part of its text.
_DRAWN_OVER = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP)


@dataclass(slots=True)
class ReadPages:
    """What was found on all pages."""

    marks: list[PageMarks] = field(default_factory=list)
    words: list[list[Word]] = field(default_factory=list)
    tags: list[list[Tag]] = field(default_factory=list)
    frames: list[PageFrame] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    made: dict[int, list[PlacedBlock]] = field(default_factory=lambda: defaultdict(list))
    warnings: dict[Warned, None] = field(default_factory=dict)
    glyphs: int = 0
    meaningless: int = 0
    unreadable: int = 0  # pages
    is_machine_read: bool = False


def read_pages(pdf: pdfium.PdfDocument) -> ReadPages:
    """Read all pages; of a file that takes too long the first ones, with "cut" as a warning."""
    pages = ReadPages()
    letters = 0
    until = time.process_time() + _LONGEST
    for number in range(1, len(pdf) + 1):
        if number > _MOST_PAGES or letters > MOST_CHARACTERS or time.process_time() > until:
            pages.warnings[Warned(code="cut")] = None
            break
        try:
            letters += _read_page(pages, pdf, number)
        except pdfium.PdfiumError:
            _cannot_read(pages, number)
    return pages


def _cannot_read(pages: ReadPages, number: int) -> None:
    pages.unreadable += 1
    pages.warnings[Warned(code="page-unreadable", detail=str(number))] = None
    notice = Notice(code="page-unreadable", detail=str(number))
    pages.frames.append(_NO_PAGE)
    pages.words.append([])
    pages.tags.append([])
    pages.marks.append(PageMarks(number, 1.0, 1.0, [], []))
    pages.made[number].append(PlacedBlock(notice, 0.0, 0.0, 1.0, 1.0))


def _read_page(pages: ReadPages, pdf: pdfium.PdfDocument, number: int) -> int:
    page = _opened(pdf, number)
    try:
        textpage = page.get_textpage()
        try:
            found = page_text(page, textpage)
        finally:
            textpage.close()
        drawn = drawn_on(page.raw, found.frame)
        tags = tags_of(page.raw)
    finally:
        page.close()
    if found.was_cut:
        pages.warnings[Warned(code="cut")] = None
    words = _seen_words(pages, found, drawn)
    raise_digits(words)
    words = list(joined_letters(words))
    words += _drawn_bullets(words, drawn)
    pages.glyphs += found.glyphs
    pages.meaningless += found.meaningless
    pages.frames.append(found.frame)
    pages.words.append(words)
    pages.tags.append(tags)
    width, height = found.frame.width, found.frame.height
    pieces = [word.piece for word in words]
    pages.marks.append(PageMarks(number, width, height, pieces, drawn.rules))
    made, removed = put_turned_words(found.turned, found.frame, len(words))
    pages.made[number] += made
    pages.removed += removed
    if not words and not made and drawn.pictures:
        notice = Notice(code="picture-page", detail=str(number))
        pages.made[number].append(PlacedBlock(notice, 0.0, 0.0, width, height))
    return sum(len(piece.text) for piece in pieces)


def _opened(pdf: pdfium.PdfDocument, number: int) -> pdfium.PdfPage:
    """Open a page with what is drawn over it as a part of it: filled fields, stamps, notes."""
    page = pdf[number - 1]
    if not any(kind in _DRAWN_OVER for kind in _annotations(page)):
        return page
    raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
    page.close()
    return pdf[number - 1]


def _annotations(page: pdfium.PdfPage) -> Iterator[int]:
    for at in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, at)
        if annotation:
            yield raw.FPDFAnnot_GetSubtype(annotation)
            raw.FPDFPage_CloseAnnot(annotation)


def _seen_words(pages: ReadPages, found: PageText, drawn: Drawn) -> list[Word]:
    """Give the words that can be seen; hidden ones only where a picture shows them."""
    words, hidden = list(found.words), list(found.hidden)
    for word in found.white:
        (words if _is_on(word.piece, drawn.dark) else hidden).append(word)
    if not hidden:
        return words
    if not words and drawn.pictures:
        pages.is_machine_read = True
        return hidden
    pages.warnings[Warned(code="hidden-text")] = None
    return words


def _is_on(piece: Piece, places: Sequence[Place]) -> bool:
    x, y = (piece.x0 + piece.x1) / 2, (piece.top + piece.bottom) / 2
    return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in places)


def _drawn_bullets(words: Sequence[Word], drawn: Drawn) -> list[Word]:
    """Give the bullets that are drawn, not written: dots right before the words of a line."""
    bullets = []
    for x0, top, x1, bottom in drawn.dots[:_MOST_DOTS]:
        middle = (top + bottom) / 2
        beside = [w for w in words if w.piece.top < middle < w.piece.bottom]
        right = [w for w in beside if 1.0 < w.piece.x0 - x1 < 26.0]
        left = [w for w in beside if -60.0 < w.piece.x1 - x0 <= 2.0]
        if right and not left:
            first = min(right, key=lambda word: word.piece.x0)
            piece = replace(first.piece, text="\u2022", x0=x0, x1=x1, link="")
            bullets.append(Word(piece, first.mcid))
    return bullets
