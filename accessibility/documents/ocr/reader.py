"""A scan or a picture into the tree: drawn, made fit, read by tesseract, laid out like any page.

The layout reader makes blocks of the words as it does of a PDF's: so a scanned table is a table.
Nothing that was read is corrected: an amount that was read wrongly must not be made to look right.
"""

import io
import time
import warnings
from collections.abc import Sequence

from PIL import Image, ImageOps

from accessibility.documents.extract import Extract
from accessibility.documents.layout.pages import blocks_of_pages
from accessibility.documents.ocr.picture import prepare, turned
from accessibility.documents.ocr.tesseract import DOTS, Tesseract, find_tesseract, words_table
from accessibility.documents.ocr.words import NO_WORDS, ReadWords, pieces_of_table
from accessibility.documents.page_marks import PageMarks, Rule
from accessibility.documents.pdf.page_image import page_image
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import DocumentTree, Heading, PageBreak, Trust
from mailbox_store.model.warned import Warned

_SECONDS = 19.0  # of a page: the child's limit is 20 seconds of processor time
_MOST_PIXELS = 60_000_000
_MOST_PICTURES = 20  # pages of a TIFF file
_USUAL_WIDTH = 8.27 * DOTS  # pixels of a page of A4
_SMALLEST = 200  # pixels wide: less holds no words
_SURE, _BAD = 93.0, 60.0  # per cent of confidence: no need to try more; hardly to be trusted
_COLUMNS, _ONE_BLOCK = 3, 6  # tesseract's ways of looking at a page
_POINTS = 72 / DOTS
# What Pillow raises for a damaged file of one kind or another.
_BROKEN = (
    OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError, MemoryError,
    IndexError, KeyError, TypeError, AttributeError, OverflowError,
)  # fmt: skip


def read_scan_page(pdf: bytes, page: int) -> Extract:
    """Read one page of a PDF from its picture."""
    drawn = page_image(pdf, page, dpi=DOTS)
    if drawn is None:
        return Extract(reading=Reading.UNREADABLE)
    width, height, grey = drawn
    return _read([Image.frombytes("L", (width, height), grey)])


def read_picture(content: bytes) -> Extract:
    """Read a picture: PNG, JPEG, TIFF (of several pages), BMP, GIF, WEBP."""
    Image.MAX_IMAGE_PIXELS = None  # ours is asked below, before anything is unpacked
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is odd in it: nobody would hear
            images = _pages_of(Image.open(io.BytesIO(content)))
    except _BROKEN:
        return Extract(reading=Reading.UNREADABLE)
    if images is None:
        return Extract(reading=Reading.UNREADABLE, warnings=(Warned(code="too-large"),))
    return _read(images)


def _pages_of(opened: Image.Image) -> list[Image.Image] | None:
    """Unpack a picture, one or more pages; None if it has too many pixels."""
    if opened.width * opened.height > _MOST_PIXELS:
        return None
    images = []
    for number in range(min(getattr(opened, "n_frames", 1), _MOST_PICTURES)):
        opened.seek(number)
        images.append(_as_a_page(opened))
    return images


def _as_a_page(image: Image.Image) -> Image.Image:
    """Give a grey picture on white, turned as its camera says, as large as a page is drawn."""
    upright = ImageOps.exif_transpose(image)
    if upright.mode in ("RGBA", "LA", "P", "PA"):
        over = upright.convert("RGBA")
        flat = Image.new("RGBA", over.size, "white")
        flat.alpha_composite(over)
        upright = flat
    grey = upright.convert("L")
    factor = _USUAL_WIDTH / max(grey.width, 1)
    if grey.width >= _SMALLEST and not 0.8 < factor < 1.25:
        size = (round(grey.width * factor), round(grey.height * factor))
        if size[0] * size[1] <= _MOST_PIXELS:
            grey = grey.resize(size, Image.Resampling.LANCZOS)
    return grey


def _read(images: Sequence[Image.Image]) -> Extract:
    tesseract = find_tesseract()
    if tesseract is None:
        told = (Warned(code="no-ocr"),)
        return Extract(reading=Reading.NO_TEXT, warnings=told, pages=len(images))
    ends = time.monotonic() + _SECONDS
    read = [_read_page(tesseract, image, at, ends) for at, image in enumerate(images, start=1)]
    pages = [page for page, _ in read]
    laid = blocks_of_pages(pages)
    doubts = [Warned(code="machine-read"), *laid.warnings]
    if min(confidence for _, confidence in read) < _BAD:
        doubts.append(Warned(code="machine-read-badly"))
    has_words = any(not isinstance(block, PageBreak) for block in laid.blocks)
    title = next((b for b in laid.blocks if isinstance(b, Heading) and b.level == 1), None)
    tree = DocumentTree(
        trust=Trust.OCR,
        blocks=laid.blocks,
        title="".join(run.text for run in title.words) if title else "",
        warnings=tuple(doubts),
        removed=laid.removed,
        pages=len(images),
    )
    return Extract(reading=Reading.READ if has_words else Reading.NO_TEXT, tree=tree)


def _read_page(
    tesseract: Tesseract, image: Image.Image, number: int, ends: float
) -> tuple[PageMarks, float]:
    """Read a page as it lies; if hardly a word can be read, turned as well."""
    best, words = _marks(tesseract, image, number, ends)
    if words.confidence < _BAD:
        for other in turned(image):
            if time.monotonic() > ends - 3.0:
                break
            marks, found = _marks(tesseract, other, number, ends)
            if found.weight > words.weight:
                best, words = marks, found
    return best, words.confidence


def _marks(
    tesseract: Tesseract, image: Image.Image, number: int, ends: float
) -> tuple[PageMarks, ReadWords]:
    prepared = prepare(image)
    words = NO_WORDS
    for picture, mode in ((prepared.clean, _COLUMNS), (prepared.soft, _ONE_BLOCK)):
        table = words_table(tesseract, picture, mode=mode, seconds=ends - time.monotonic())
        if table is not None:
            found = pieces_of_table(table, points_a_pixel=_POINTS)
            words = max(words, found, key=lambda read: read.weight)
        if words.confidence > _SURE:
            break
    rules = [Rule(*(edge * _POINTS for edge in ruling.bounds)) for ruling in prepared.rulings]
    width, height = image.width * _POINTS, image.height * _POINTS
    return PageMarks(number, width, height, words.pieces, rules), words
