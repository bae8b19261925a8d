"""Letters that reportlab draws, each word at a place of its own, as old systems do."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.reading.making.drawn_texts import REMINDER, TAX_ROWS, WINDOW

_FONTS = Path("/usr/share/fonts/truetype")
_FACES = {
    "Serif": "liberation/LiberationSerif-Regular.ttf",
    "SerifBold": "liberation/LiberationSerif-Bold.ttf",
    "Sans": "liberation/LiberationSans-Regular.ttf",
    "SansBold": "liberation/LiberationSans-Bold.ttf",
    "Mono": "dejavu/DejaVuSansMono.ttf",
}
_MM = 72 / 25.4
_PAGE = (210 * _MM, 297 * _MM)


def canvas(path: Path, title: str) -> Any:
    """Give an empty A4 page that is made the same each time."""
    from reportlab.pdfbase import pdfmetrics  # type: ignore[import-not-found,import-untyped,unused-ignore]
    from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-not-found,import-untyped,unused-ignore]
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-not-found,import-untyped,unused-ignore]

    for name, file in _FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(_FONTS / file)))
    page = Canvas(str(path), pagesize=_PAGE, invariant=1, pageCompression=1)
    page.setTitle(title)
    return page


def make(folder: Path) -> Iterator[Path]:
    """Make each letter."""
    for name, draw in (("rykker", _reminder), ("aarsopgoerelse", _tax), ("vindue", _window)):
        path = folder / f"{name}.pdf"
        page = canvas(path, "")
        draw(page)
        page.showPage()
        page.save()
        yield path


def write(page: Any, x: float, y: float, words: str, face: str = "Sans", size: float = 10) -> None:
    """Write one line; x and y in millimetres from the top left."""
    page.setFont(face, size)
    page.drawString(x * _MM, _PAGE[1] - y * _MM, words)


def write_block(
    page: Any, x: float, y: float, words: str, *, face: str = "Sans", size: float = 10, width: float
) -> float:
    """Write a paragraph broken to a width; give where the next may begin."""
    from reportlab.lib.utils import simpleSplit  # type: ignore[import-not-found,import-untyped,unused-ignore]

    for line in simpleSplit(words, face, size, width * _MM):
        write(page, x, y, line, face, size)
        y += size * 0.47
    return y + size * 0.22


def _body(page: Any, x: float, y: float, blocks: Any, *, face: str, width: float) -> float:
    for kind, words in blocks:
        if kind == "#":
            y = write_block(page, x, y + 3, words, face=face + "Bold", size=15, width=width) + 1
        elif kind == "##":
            y = write_block(page, x, y + 2, words, face=face + "Bold", size=11, width=width) - 1
        elif kind == "lines":
            for line in words.split("\n"):
                write(page, x, y, line, face)
                y += 4.7
            y += 2.2
        else:
            y = write_block(page, x, y, words, face=face, width=width)
    return y


def _rule(page: Any, x: float, y: float, to_x: float, to_y: float) -> None:
    page.setLineWidth(0.5)
    page.line(x * _MM, _PAGE[1] - y * _MM, to_x * _MM, _PAGE[1] - to_y * _MM)


def _reminder(page: Any) -> None:
    """A reminder; at the foot a payment slip in boxes, its code in a face of its own."""
    _body(page, 20, 30, REMINDER, face="Sans", width=165)
    top = 225
    _rule(page, 20, top, 190, top)
    boxes = (
        (20, top + 6, "Kreditor: Gældskontoret, Strandby Kommune"),
        (20, top + 13, "Betales senest: 18. december 2026"),
        (110, top + 6, "Beløb: 1.385,50 kr."),
        (110, top + 13, "Betaler: Runa Fjeldsted"),
    )
    for x, y, words in boxes:
        write(page, x, y, words, size=9)
    _rule(page, 105, top, 105, top + 20)
    write(page, 20, top + 28, "Betalingskode: +71<000000026004417+00000018<", "Mono", 11)


def _tax(page: Any) -> None:
    """A table of numbers without one ruling: columns are known by their edges alone."""
    write(page, 20, 25, "Skattekontoret", "SerifBold", 12)
    write(page, 20, 35, "Hjalte Ravnkilde", "Serif")
    write(page, 20, 40, "Personnummer: 010180-0000", "Serif")
    write(page, 20, 55, "Årsopgørelse for 2026", "SerifBold", 16)
    y = write_block(
        page, 20, 66, "Her er resultatet af din skat for året. Tallene kommer fra din "
        "arbejdsgiver, din bank og din fagforening, og du skal kontrollere dem.",
        face="Serif", width=170,
    )  # fmt: skip
    y += 4
    for kind, *cells in TAX_ROWS:
        if kind == "head":
            y += 3
            write(page, 20, y, cells[0], "SerifBold", 12)
            y += 8
            continue
        face = "SerifBold" if kind in ("columns", "sum") else "Serif"
        write(page, 20, y, cells[0], face)
        page.setFont(face, 10)
        page.drawRightString(120 * _MM, _PAGE[1] - y * _MM, cells[1])
        page.drawRightString(155 * _MM, _PAGE[1] - y * _MM, cells[2])
        page.drawRightString(190 * _MM, _PAGE[1] - y * _MM, cells[3])
        y += 6
    y += 6
    y = write_block(
        page, 20, y, "Du får 2.318 kr. tilbage. Pengene står på din NemKonto den 9. april "
        "2027. Har du rettelser, skal du indberette dem senest den 1. maj 2027.",
        face="Serif", width=170,
    )  # fmt: skip
    page.setFont("Serif", 8)
    page.drawCentredString(105 * _MM, 12 * _MM, "Skattekontoret · Årsopgørelse 2026 · Side 1/1")


def _window(page: Any) -> None:
    """The address stands right of the case's facts; up the margin runs a form's number."""
    for at, words in enumerate(("Byggeafdelingen", "Sag: 02.34.02-P19-77-26",
                                "Dato: 24. november 2026")):  # fmt: skip
        write(page, 20, 38 + 4.5 * at, words, size=9)
    for at, words in enumerate(("Snorre og Tilde Hvidbjerg", "Æblehaven 5", "9998 Strandby")):
        write(page, 120, 38 + 4.7 * at, words)
    page.saveState()
    page.translate(8 * _MM, 60 * _MM)
    page.rotate(90)
    page.setFont("Sans", 7)
    page.drawString(0, 0, "Blanket BY-114 (01.2026) Strandby Kommune")
    page.restoreState()
    _body(page, 20, 72, WINDOW, face="Serif", width=165)
