"""PDF into the tree: by its tags where they reach the words, else by where the words stand.

Runs in the child process only. `reading_pages` asks pdfium what is on the pages, `annotations`
asks pypdf what lies over them; here both become blocks.
"""

import io
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from accessibility.documents.extract import NOTHING, Extract
from accessibility.documents.layout.assembling import blocks_of_drafts, tables_joined
from accessibility.documents.layout.pages import blocks_of_pages, keeps_letters, with_placed
from accessibility.documents.page_marks import PageMarks, Piece
from accessibility.documents.pdf.annotations import Overlay, overlay_of
from accessibility.documents.pdf.fields import placed_fields
from accessibility.documents.pdf.near_places import Shelves
from accessibility.documents.pdf.reading_pages import ReadPages, read_pages
from accessibility.documents.pdf.tagged import read_tags
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Heading,
    Notice,
    PageBreak,
    Trust,
)
from mailbox_store.model.warned import Warned

_REACHED = 0.8  # of the letters: so many must the tags reach to be believed
_GARBLED = 0.5  # of the glyphs without a meaning: the fonts do not tell what they draw
_MOST_WARNINGS = 100
_UNREADABLE = Extract(reading=Reading.UNREADABLE)


def read_pdf(content: bytes, *, password: str = "") -> Extract:
    """Read a PDF; `password` opens one that is locked."""
    try:
        pdf = pdfium.PdfDocument(content, password=password or None)
    except pdfium.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        return replace(_UNREADABLE, reading=Reading.ENCRYPTED) if is_locked else _UNREADABLE
    try:
        count = len(pdf)
        unlocked = _unlocked(pdf, content)
        pages = read_pages(pdf)
    finally:
        pdf.close()
    if pages.unreadable == len(pages.marks):
        return replace(_UNREADABLE, pages=count)
    return _extract(pages, overlay_of(unlocked, pages.frames), count)


def _unlocked(pdf: pdfium.PdfDocument, content: bytes) -> bytes:
    """Give the file without its encryption, which pypdf could only undo with another library."""
    if raw.FPDF_GetSecurityHandlerRevision(pdf.raw) < 0:
        return content
    copy = io.BytesIO()
    try:
        pdf.save(copy, flags=raw.FPDF_REMOVE_SECURITY)
    except pdfium.PdfiumError:
        return content
    return copy.getvalue()


def _extract(pages: ReadPages, overlay: Overlay, count: int) -> Extract:
    if overlay.has_active:
        pages.warnings[Warned(code="active-content")] = None
    if pages.meaningless > _GARBLED * max(pages.glyphs, 1):
        tree = replace(NOTHING, pages=count, warnings=(Warned(code="garbled"),))
        return Extract(reading=Reading.UNREADABLE, tree=tree)
    for page in pages.marks:
        _link(page, overlay)
        fields = placed_fields(page, overlay.widgets.get(page.number, ()))
        page.pieces = fields.pieces
        pages.made[page.number] += fields.placed
        pages.removed += fields.removed
    blocks, trust, removed = _blocks(pages)
    if pages.is_machine_read:
        trust = Trust.OCR
        pages.warnings[Warned(code="machine-read")] = None
    notices = tuple(Notice(code="attachment", detail=name) for name in overlay.attachments)
    tree = DocumentTree(
        trust=trust,
        blocks=(*blocks, *notices),
        language=overlay.language,
        title=_title(blocks, overlay),
        warnings=tuple(pages.warnings)[:_MOST_WARNINGS],
        removed=(*removed, *pages.removed),
        pages=count,
    )
    has_words = any(not isinstance(block, Notice | PageBreak) for block in blocks)
    return Extract(reading=Reading.READ if has_words else Reading.NO_TEXT, tree=tree)


def _link(page: PageMarks, overlay: Overlay) -> None:
    """Give the words under a link its address."""
    links = overlay.links.get(page.number, ())
    shelves = Shelves(page.pieces) if links else None
    for link in links:
        for piece in shelves.inside(link, 1.5) if shelves else ():
            piece.link = link.address


def _blocks(pages: ReadPages) -> tuple[Sequence[Block], Trust, Sequence[str]]:
    if (tagged := _tagged(pages)) is not None:
        return tagged[0], Trust.TAGGED, tagged[1]
    laid = blocks_of_pages(pages.marks, made=pages.made)
    for warned in laid.warnings:
        pages.warnings[warned] = None
    return laid.blocks, Trust.LAYOUT, laid.removed


def _tagged(pages: ReadPages) -> tuple[Sequence[Block], Sequence[str]] | None:
    """Read by the tags; None where they reach too little, or lose or double letters."""
    if not any(pages.tags):
        return None
    body = _body_size(pages)
    drafts, removed, said = [], [], []
    total = reached = 0
    for marks, words, tags in zip(pages.marks, pages.words, pages.tags, strict=True):
        by_content: dict[int, list[Piece]] = defaultdict(list)
        still_there = {id(piece) for piece in marks.pieces}
        for word in words:
            if id(word.piece) in still_there:
                by_content[word.mcid].append(word.piece)
        found = read_tags(tags, by_content, marks.number, body)
        drafts += with_placed(found.drafts, pages.made.get(marks.number, ()), marks.number)
        left = [piece for piece in marks.pieces if id(piece) not in found.reached]
        inside = [piece.text for piece in marks.pieces if id(piece) in found.reached]
        total += sum(len(piece.text) for piece in marks.pieces)
        reached += sum(map(len, inside))
        said += inside
        if left:
            removed.append(" ".join(piece.text for piece in left))
    if total == 0 or reached < _REACHED * total:
        return None
    blocks = blocks_of_drafts(drafts)
    if not keeps_letters(said, blocks, pages.made):
        return None
    return tables_joined(blocks), removed


def _body_size(pages: ReadPages) -> float:
    sizes: dict[float, int] = defaultdict(int)
    for page in pages.marks:
        for piece in page.pieces:
            sizes[round(piece.size, 1)] += len(piece.text)
    return max(sizes, key=lambda size: sizes[size]) if sizes else 10.0


def _title(blocks: Sequence[Block], overlay: Overlay) -> str:
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            return "".join(run.text for run in block.words)
    return overlay.title
