"""The text of a PDF, page after page, by pdfium. Runs in the child process only (`worker`).

The simple way for now: no headings, no table layout. Nothing a file wants to run is run. Text that
is drawn invisibly beside visible text is left out and announced; on a page with a picture it
stays, for there it is what a machine read from the scan.
"""

import ctypes
import re

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it brings no types
import pypdfium2.raw as raw  # type: ignore[import-untyped]  # likewise

from accessibility.documents.extract import MOST_CHARACTERS, Extract
from accessibility.documents.pdf.reflow import reflowed
from mailbox_store.model.document import Reading
from mailbox_store.model.warned import Warned

_MOST_PAGES = 2_000
_MOST_OBJECTS = 20_000  # of a page, looked at for hidden text
_MEANINGLESS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_INVISIBLE = raw.FPDF_TEXTRENDERMODE_INVISIBLE


def read_pdf(content: bytes) -> Extract:
    """Give the text of every page."""
    try:
        pdf = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        needs_password = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        return Extract(reading=Reading.ENCRYPTED if needs_password else Reading.UNREADABLE)
    count = len(pdf)
    texts, warnings, length = [], dict[Warned, None](), 0
    for number in range(count):
        if number >= _MOST_PAGES or length > MOST_CHARACTERS:
            warnings[Warned(code="cut")] = None
            break
        try:
            text, has_hidden = _page_text(pdf, number)
        except pdfium.PdfiumError:
            warnings[Warned(code="page-unreadable", detail=str(number + 1))] = None
            continue
        if has_hidden:
            warnings[Warned(code="hidden-text")] = None
        texts.append(text)
        length += len(text)
    joined = "\n\n".join(text for text in texts if text.strip())
    if not joined:
        reading = Reading.NO_TEXT if texts else Reading.UNREADABLE
    elif _is_garbled(joined):
        reading, joined = Reading.UNREADABLE, ""
        warnings[Warned(code="garbled")] = None
    else:
        reading = Reading.READ
    return Extract(reading=reading, text=joined, pages=count, warnings=tuple(warnings)[:50])


def _is_garbled(text: str) -> bool:
    """Tell whether most characters have no meaning: the file does not say what its glyphs are."""
    meaningless = len(_MEANINGLESS.findall(text))
    return meaningless * 2 > sum(map(str.isalnum, text)) + meaningless


def _page_text(pdf: pdfium.PdfDocument, number: int) -> tuple[str, bool]:
    page = pdf[number]
    try:
        textpage = page.get_textpage()
        try:
            if _hides_some(page):
                return reflowed(_visible_text(textpage)), True
            return reflowed(textpage.get_text_range()), False
        finally:
            textpage.close()
    finally:
        page.close()


def _hides_some(page: pdfium.PdfPage) -> bool:
    """Tell whether a page without pictures has both visible and invisible text."""
    seen: set[bool] = set()
    for at in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        thing = raw.FPDFPage_GetObject(page, at)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            return False
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            seen.add(raw.FPDFTextObj_GetTextRenderMode(thing) == _INVISIBLE)
    return len(seen) == 2


def _visible_text(textpage: pdfium.PdfTextPage) -> str:
    characters = []
    for at in range(textpage.count_chars()):
        thing = raw.FPDFText_GetTextObject(textpage, at)
        if thing and raw.FPDFTextObj_GetTextRenderMode(thing) == _INVISIBLE:
            continue
        code = ctypes.c_uint32(raw.FPDFText_GetUnicode(textpage, at)).value
        if code and code < 0x110000:
            characters.append(chr(code))
    return "".join(characters)
