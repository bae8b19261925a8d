"""Scans: real pictures of pages, made in memory, read by the real tesseract."""

import io
import random
import shutil
from collections.abc import Callable

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from accessibility.documents.ocr.reader import read_picture, read_scan_page
from accessibility.documents.ocr.tesseract import find_tesseract
from accessibility.tree_text import tree_text
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import Heading, Paragraph, Table, Trust
from mailbox_store.model.warned import Warned

pytestmark = [
    pytest.mark.timeout(60),
    pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed"),
]

TEXT = (
    "Du har ret til 1.234,50 kr. om måneden i boligstøtte fra den 1. december 2026. Beløbet er "
    "beregnet ud fra husstandens samlede indkomst, boligens areal og den husleje, du har oplyst."
)
ROWS = [
    ("Forfald", "Periode", "Beløb"),
    ("1. december 2026", "december", "1.234,50 kr."),
    ("4. januar 2027", "januar", "-7.000,00 kr."),
    ("1. februar 2027", "februar", "1.180,00 kr."),
]
Draw = Callable[[Canvas], None]


def letter(canvas: Canvas) -> None:
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(70, 740, "Afgørelse om boligstøtte")
    canvas.setFont("Helvetica", 11)
    at = 700
    line = ""
    for word in TEXT.split():
        if canvas.stringWidth(f"{line} {word}", "Helvetica", 11) > 440:
            canvas.drawString(70, at, line)
            at, line = at - 15, ""
        line = f"{line} {word}".strip()
    canvas.drawString(70, at, line)


def table(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 11)
    for row, cells in enumerate(ROWS):
        top = 620 - 24 * row
        for column, cell in enumerate(cells):
            canvas.rect(70 + 150 * column, top, 150, 24)
            canvas.drawString(76 + 150 * column, top + 8, cell)


def page(*drawn: Draw) -> bytes:
    """Draw one page of a PDF with text."""
    whole = io.BytesIO()
    canvas = Canvas(whole, pagesize=A4)
    for draw in drawn:
        draw(canvas)
    canvas.save()
    return whole.getvalue()


def scanned(pdf: bytes, *, dpi: int = 200, tilt: float = 0.0, noise: int = 0) -> Image.Image:
    """Give a page as a scanner would: grey, perhaps askew, perhaps noisy."""
    image: Image.Image = pdfium.PdfDocument(pdf)[0].render(scale=dpi / 72).to_pil().convert("L")
    if tilt:
        image = image.rotate(tilt, Image.Resampling.BICUBIC, fillcolor=255)
    if noise:
        image = image.filter(ImageFilter.GaussianBlur(0.6))
        chance = random.Random(5)
        dots = Image.frombytes("L", (64, 64), bytes(chance.randrange(noise) for _ in range(4096)))
        grain = dots.resize(image.size)
        image = Image.blend(image, grain, 0.15)
    return image


def as_pdf(*images: Image.Image) -> bytes:
    whole = io.BytesIO()
    images[0].save(whole, "PDF", save_all=True, append_images=images[1:], resolution=200)
    return whole.getvalue()


def as_file(image: Image.Image, kind: str) -> bytes:
    whole = io.BytesIO()
    image.save(whole, kind)
    return whole.getvalue()


def wrong_words(read: str, meant: str) -> float:
    left = read.split()
    missing = 0
    for word in meant.split():
        if word in left:
            left.remove(word)
        else:
            missing += 1
    return missing / len(meant.split())


@pytest.mark.parametrize(("tilt", "noise"), [(0.0, 0), (1.3, 0), (-0.8, 200)])
def test_a_scanned_letter_is_read_nearly_word_for_word(tilt: float, noise: int) -> None:
    scan = as_pdf(scanned(page(letter), tilt=tilt, noise=noise))
    found = read_scan_page(scan, 1)
    assert found.reading is Reading.READ
    assert found.tree.trust is Trust.OCR
    assert Warned(code="machine-read") in found.tree.warnings
    assert wrong_words(tree_text(found.tree), f"Afgørelse om boligstøtte {TEXT}") <= 0.05
    assert isinstance(found.tree.blocks[0], Heading)
    assert isinstance(found.tree.blocks[1], Paragraph)


def test_a_ruled_table_in_a_scan_is_a_table_with_its_sums_and_signs() -> None:
    found = read_scan_page(as_pdf(scanned(page(letter, table), tilt=0.7)), 1)
    [read] = [block for block in found.tree.blocks if isinstance(block, Table)]
    cells = [
        tuple("".join(run.text for run in cell) for cell in row)
        for row in (read.header, *read.rows)
    ]
    assert cells == ROWS


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP", "WEBP"])
def test_a_picture_of_a_letter_is_read_whatever_its_kind(kind: str) -> None:
    found = read_picture(as_file(scanned(page(letter)), kind))
    assert wrong_words(tree_text(found.tree), TEXT) <= 0.05


def test_a_page_that_lies_on_its_side_is_turned() -> None:
    lying = scanned(page(letter)).transpose(Image.Transpose.ROTATE_90)
    found = read_picture(as_file(lying, "PNG"))
    assert wrong_words(tree_text(found.tree), TEXT) <= 0.05


def test_every_page_of_a_tiff_file_is_read() -> None:
    whole = io.BytesIO()
    image = scanned(page(letter))
    image.save(whole, "TIFF", save_all=True, append_images=[image])
    found = read_picture(whole.getvalue())
    assert found.tree.pages == 2
    assert tree_text(found.tree).count("boligstøtte fra") == 2


def test_a_white_page_has_no_text_and_a_black_one_none_either() -> None:
    for shade in (255, 0):
        blank = Image.new("L", (1654, 2339), shade)
        assert read_picture(as_file(blank, "PNG")).reading is Reading.NO_TEXT


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n rest", b"\xff\xd8\xff\xe0", b"II*\x00" + b"\xff" * 40, b"GIF89a"],
)
def test_a_damaged_picture_is_unreadable(content: bytes) -> None:
    assert read_picture(content).reading is Reading.UNREADABLE


def test_a_picture_of_too_many_pixels_is_not_unpacked() -> None:
    bomb = as_file(Image.new("1", (30_000, 3_000)), "PNG")
    found = read_picture(bomb)
    assert found.reading is Reading.UNREADABLE
    assert Warned(code="too-large") in found.warnings


def test_without_the_program_a_picture_has_no_text_and_the_reason_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert find_tesseract("/nowhere") is None
    monkeypatch.setattr("accessibility.documents.ocr.reader.find_tesseract", lambda: None)
    found = read_picture(as_file(scanned(page(letter)), "PNG"))
    assert found.reading is Reading.NO_TEXT
    assert found.warnings == (Warned(code="no-ocr"),)
