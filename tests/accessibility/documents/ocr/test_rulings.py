"""Rules found in the pixels of a page: those of tables, and never the strokes of letters."""

import io
from collections.abc import Callable

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops
from reportlab.pdfgen.canvas import Canvas

from accessibility.documents.ocr.rulings import find_rulings, without_rulings
from accessibility.documents.ocr.tesseract import DOTS

LEADING = 1.2  # of the size: as near as lines of text are set
Draw = Callable[[Canvas], None]


def drawn(draw: Draw) -> Image.Image:
    """Give a page as a straight grey picture."""
    whole = io.BytesIO()
    canvas = Canvas(whole, pagesize=(400, 300))
    draw(canvas)
    canvas.save()
    image: Image.Image = pdfium.PdfDocument(whole.getvalue())[0].render(scale=DOTS / 72).to_pil()
    return image.convert("L")


def column(text: str, *, size: int) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        for row in range(16):
            canvas.drawString(72, 270 - row * size * LEADING, text)

    return draw


def grid(canvas: Canvas) -> None:
    for row in range(4):
        for column in range(3):
            canvas.rect(50 + 100 * column, 100 + 30 * row, 100, 30)


def ink(image: Image.Image) -> int:
    return sum(image.histogram()[:128])


@pytest.mark.parametrize("text", ["1.111,11 kr.", "IIII llll", "Eil im Tal HHH", "EFTZ 7777 ---"])
@pytest.mark.parametrize("size", [9, 12, 14])
def test_the_strokes_of_letters_under_one_another_are_no_rule(text: str, size: int) -> None:
    assert find_rulings(drawn(column(text, size=size))) == []


@pytest.mark.parametrize("text", ["1. juli 1.111,71 kr.", "EIHLFT", "juni julij kj"])
@pytest.mark.parametrize("size", [9, 10, 11, 12])
def test_letters_that_touch_the_rules_of_a_narrow_row_are_no_upright_rules(
    text: str, size: int
) -> None:
    def narrow_rows(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        for row in range(14):
            bottom = 270 - row * size * LEADING
            canvas.line(50, bottom, 350, bottom)
            canvas.drawString(72, bottom + size * 0.2, text)

    found = find_rulings(drawn(narrow_rows))
    assert {r.bounds[2] - r.bounds[0] > 1000 for r in found} == {True}


def test_every_rule_of_a_grid_is_found_where_it_is() -> None:
    found = find_rulings(drawn(grid))
    level = [r.bounds for r in found if r.bounds[2] - r.bounds[0] > r.bounds[3] - r.bounds[1]]
    upright = [r.bounds for r in found if r.bounds not in level]
    points = DOTS / 72
    assert [round((top + bottom) / 2 / points) for _, top, _, bottom in level] == [
        80, 110, 140, 170, 200
    ]  # fmt: skip
    assert [round((left + right) / 2 / points) for left, _, right, _ in upright] == [
        50, 150, 250, 350
    ]  # fmt: skip


def test_no_ink_is_left_of_a_grid_that_is_painted_over() -> None:
    image = drawn(grid)
    assert ink(without_rulings(image, find_rulings(image))) == 0


def test_an_amount_in_a_grid_keeps_every_pixel() -> None:
    def amounts(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        for row in range(4):
            canvas.drawString(58, 110 + 30 * row, "1.111,71 kr.")

    def both(canvas: Canvas) -> None:
        grid(canvas)
        amounts(canvas)

    image = drawn(both)
    bare = without_rulings(image, find_rulings(image))
    changed = ImageChops.difference(bare, drawn(amounts)).histogram()
    assert sum(changed[80:]) == 0  # only grey edges of the grid differ
