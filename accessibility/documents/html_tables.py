"""A table as lines that make sense when heard: every value with its header.

Most tables in mail only place things on a page; those are given back as their cells' text.
"""

from dataclasses import dataclass, field

_MOST_SPAN = 100  # columns or rows; a span of 65,534 is an attack
_MOST_CELLS = 100_000


@dataclass(slots=True)
class Cell:
    """One cell: its text, whether it is a header, and how far it reaches."""

    text: str
    is_header: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class Row:
    """One row; `is_head` when it stands in the table's head."""

    is_head: bool = False
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table while it is read."""

    is_layout: bool = False
    rows: list[Row] = field(default_factory=list)
    in_head: bool = False
    caption: str = ""

    def text(self) -> str:
        """Give the table as text."""
        rows = [row for row in self.rows if any(cell.text for cell in row.cells)]
        if self.is_layout or max((len(row.cells) for row in rows), default=0) < 2:
            cells = (cell.text for row in rows for cell in row.cells if cell.text)
            lines = "\n\n".join(cells)
        else:
            lines = "\n".join(_lines(self.rows))
        return "\n\n".join(part for part in (self.caption, lines) if part)


def span(value: str | None) -> int:
    """Read a colspan or rowspan."""
    value = (value or "").strip()
    if not (value.isascii() and value.isdigit()) or len(value) > 5:
        return 1
    return min(max(int(value), 1), _MOST_SPAN)


def _lines(rows: list[Row]) -> list[str]:
    head = 0
    while head < len(rows) and _is_header(rows[head]):
        head += 1
    grid = _grid(rows, head)
    if head in (0, len(rows)):
        return [line for line in map(_plain_row, grid) if line]
    headers = _headers(grid[:head])
    return [line for line in (_row_with_headers(headers, row) for row in grid[head:]) if line]


def _is_header(row: Row) -> bool:
    return bool(row.cells) and (row.is_head or all(cell.is_header for cell in row.cells))


def _grid(rows: list[Row], head: int) -> list[list[str]]:
    """Put each cell into all the rows it reaches, so that a value meets its own header."""
    grid: list[list[str]] = []
    hanging: dict[int, tuple[str, int]] = {}  # column: text, rows still to fill
    count = 0
    for index, row in enumerate(rows):
        line: list[str] = []
        below: dict[int, tuple[str, int]] = {}
        for cell in row.cells:
            text = _flat(cell.text)
            beside = text if index < head else ""  # a wide header is the header of each column
            for place in range(cell.columns):
                _let_hang(line, hanging, below)
                _place(line, below, text if place == 0 else beside, cell.rows)
        _let_hang(line, hanging, below)
        grid.append(line)
        count += len(line)
        hanging = below if count < _MOST_CELLS else {}
    return grid


def _place(line: list[str], below: dict[int, tuple[str, int]], text: str, rows: int) -> None:
    if rows > 1:
        below[len(line)] = (text, rows - 1)
    line.append(text)


def _let_hang(
    line: list[str], hanging: dict[int, tuple[str, int]], below: dict[int, tuple[str, int]]
) -> None:
    while len(line) in hanging:
        text, rows = hanging[len(line)]
        _place(line, below, text, rows)


def _flat(text: str) -> str:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return "".join(
        line if at == len(lines) - 1 else line + (" " if line[-1] in ".,:;!?" else ", ")
        for at, line in enumerate(lines)
    )


def _headers(rows: list[list[str]]) -> list[str]:
    width = max(len(row) for row in rows)
    headers = []
    for column in range(width):
        names = dict.fromkeys(row[column] for row in rows if column < len(row) and row[column])
        headers.append(" ".join(names).rstrip(": "))
    return headers


def _row_with_headers(headers: list[str], row: list[str]) -> str:
    sentence = ""
    for column, text in enumerate(row):
        if text:
            header = headers[column] if column < len(headers) else ""
            gap = "" if not sentence else " " if sentence[-1] in ".!?" else ". "
            sentence += gap + (f"{header}: {text}" if header else text)
    return sentence if not sentence or sentence[-1] in ".!?" else f"{sentence}."


def _plain_row(row: list[str]) -> str:
    texts = [text for text in row if text]
    if len(row) == 2 and len(texts) == 2:
        return f"{texts[0].rstrip(': ')}: {texts[1]}"
    return ", ".join(texts)
