"""A page drawn as a picture in grey, for reading it by machine."""

import pypdfium2 as pdfium

_MOST_PIXELS = 40_000_000


def page_image(content: bytes, page: int, *, dpi: int = 300) -> tuple[int, int, bytes] | None:
    """Draw a page: width, height, bytes; None where it cannot be drawn.

    A page that would be too large is drawn coarser.
    """
    try:
        pdf = pdfium.PdfDocument(content)
    except pdfium.PdfiumError:
        return None
    try:
        drawn = pdf[page - 1]
        width, height = drawn.get_size()
        fitting = (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5
        bitmap = drawn.render(scale=min(dpi / 72, fitting), grayscale=True)
        return bitmap.width, bitmap.height, bytes(bitmap.buffer)
    except (pdfium.PdfiumError, IndexError, ValueError):
        return None
    finally:
        pdf.close()
