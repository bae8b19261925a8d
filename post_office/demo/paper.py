"""A minimal PDF writer of our own: Helvetica with Danish letters, tables, pages, one picture.

Its pages are bare on purpose: no tags, no compression, no dates. The demonstration wants PDFs as
offices send them, the same bytes each time. Neighbour: line_breaks.py breaks the text.
"""

from collections.abc import Sequence

from post_office.demo.line_breaks import broken, width_of
from post_office.demo.prose import Block, Heading, Lines, Link, Paragraph, Points, Prose, Table

_WIDTH, _HEIGHT, _MARGIN = 595, 842, 70  # A4 in points, and about 2.5 cm
_ROOM = _WIDTH - 2 * _MARGIN
_BOLD = 1.12  # so much wider than Helvetica is Helvetica Bold, at most


class _Sheets:
    """The pages being filled, top to bottom."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.pages: list[list[str]] = []
        self._turn()

    def _turn(self) -> None:
        self.pages.append([])
        self.y: float = _HEIGHT - _MARGIN

    def skip(self, points: float) -> None:
        self.y -= points

    def line(self, cells: Sequence[tuple[float, str]], *, font: str = "F1", size: int = 0) -> None:
        size = size or self.size
        self.y -= size * 1.4
        if self.y < _MARGIN:
            self._turn()
            self.y -= size * 1.4
        for x, text in cells:
            shown = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            self.pages[-1].append(f"BT /{font} {size} Tf {x:.1f} {self.y:.1f} Td ({shown}) Tj ET")

    def rule(self) -> None:
        y = self.y - 4
        self.pages[-1].append(f"0.5 w {_MARGIN} {y:.1f} m {_WIDTH - _MARGIN} {y:.1f} l S")


def printed(prose: Prose, *, size: int = 11) -> bytes:
    """Print prose on as many pages as it takes."""
    sheets = _Sheets(size)
    for block in prose.blocks:
        _print_block(sheets, block)
        sheets.skip(size * 0.7)
    contents = ["\n".join(page).encode("cp1252") for page in sheets.pages]
    return _document(contents, title=prose.title, language=prose.language)


def pictured(rows: Sequence[bytes], *, title: str, language: str) -> bytes:
    """Put one black and white picture (rows of packed bits) on a page without any text."""
    content = f"q {_WIDTH} 0 0 {_HEIGHT} 0 0 cm /Im1 Do Q".encode()
    bits = b"".join(rows)
    picture = (
        f"<< /Type /XObject /Subtype /Image /Width {len(rows[0]) * 8} /Height {len(rows)} "
        f"/ColorSpace /DeviceGray /BitsPerComponent 1 /Length {len(bits)} >>\nstream\n"
    ).encode() + (bits + b"\nendstream")
    return _document([content], title=title, language=language, picture=picture)


def _print_block(sheets: _Sheets, block: Block) -> None:
    size = sheets.size
    match block:
        case Heading(text=text):
            sheets.skip(size * 0.4)
            for line in broken(text, _ROOM / _BOLD, size + 3):
                sheets.line([(_MARGIN, line)], font="F2", size=size + 3)
        case Paragraph(text=text):
            _print_text(sheets, text)
        case Points(points=points):
            for point in points:
                first, *rest = broken(point, _ROOM - 14, size)
                sheets.line([(_MARGIN, "\u2022"), (_MARGIN + 14, first)])
                for line in rest:
                    sheets.line([(_MARGIN + 14, line)])
        case Lines(lines=lines):
            for line in lines:
                sheets.line([(_MARGIN, line)])
        case Table(rows=rows):
            _print_table(sheets, rows)
        case Link(label=label, url=url):
            _print_text(sheets, f"{label}: {url}")


def _print_text(sheets: _Sheets, text: str) -> None:
    for line in broken(text, _ROOM, sheets.size):
        sheets.line([(_MARGIN, line)])


def _print_table(sheets: _Sheets, rows: Sequence[Sequence[str]]) -> None:
    """Print rows under rulings: the first column to the left, numbers to the right."""
    small = sheets.size - 2
    share = _ROOM * (0.4 if len(rows[0]) > 2 else 0.6)
    column = (_ROOM - share) / (len(rows[0]) - 1)
    for number, row in enumerate(rows):
        cells: list[tuple[float, str]] = [(_MARGIN, row[0])]
        for place, text in enumerate(row[1:], start=1):
            right = _MARGIN + share + column * place
            cells.append((right - width_of(text, small), text))
        sheets.line(cells, font="F1" if number else "F2", size=small)
        sheets.rule()


def _document(
    contents: Sequence[bytes], *, title: str, language: str, picture: bytes | None = None
) -> bytes:
    """Assemble the objects: catalog, pages, fonts, title, picture, then two for each page."""
    first = 7
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(contents)))
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    name = title.encode("utf-16-be").hex()
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R /Lang ({language}) >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        font.format("Helvetica").encode(),
        font.format("Helvetica-Bold").encode(),
        f"<< /Title <feff{name}> >>".encode(),
        picture or b"null",
    ]
    own = "/XObject << /Im1 6 0 R >>" if picture else "/Font << /F1 3 0 R /F2 4 0 R >>"
    for place, content in enumerate(contents):
        objects += [
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] "
                f"/Resources << {own} >> /Contents {first + 2 * place + 1} 0 R >>"
            ).encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        ]
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    """Write the objects with the table of where each begins, which every PDF ends with."""
    out = bytearray(b"%PDF-1.4\n%\xe6\xf8\xe5\xc6\n")
    starts = []
    for number, content in enumerate(objects, start=1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for start in starts:
        out += b"%010d 00000 n \n" % start
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\n" % (len(objects) + 1)
    out += b"startxref\n%d\n%%%%EOF\n" % table
    return bytes(out)
