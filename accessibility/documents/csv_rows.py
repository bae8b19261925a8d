"""Rows of values (CSV, TSV) to one table. What it is separated by is told by its first rows."""

import csv
from collections import Counter
from itertools import islice

from accessibility.documents.decoding import text_of_bytes
from accessibility.documents.extract import MOST_CHARACTERS, Extract
from accessibility.documents.plain_paragraphs import read_text
from accessibility.documents.running_words import words_of
from accessibility.plain_text import hides_text
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import Block, DocumentTree, HeaderSource, Lines, Table, Trust
from mailbox_store.model.warned import Warned

_MOST_ROWS = 5_000
_MOST_COLUMNS = 200
_MOST_CELLS = 200_000
_LOOK = 50  # rows that tell the separator
_SEPARATORS = (";", "\t", ",", "|")


def read_csv(content: bytes) -> Extract:
    """Give the table of a file of rows; what has no columns is read as plain text."""
    text = text_of_bytes(content[: 4 * MOST_CHARACTERS])
    was_cut = len(text) > MOST_CHARACTERS or len(content) > 4 * MOST_CHARACTERS
    text = text[:MOST_CHARACTERS].replace("\x00", "\ufffd").lstrip("\n\r")
    separator = separator_of(text)
    try:
        rows = _rows(text, separator) if separator else []
    except csv.Error:  # a value longer than the library takes
        rows = []
    if not rows:
        return read_text(content)
    width = min(max(map(len, rows)), _MOST_COLUMNS)
    most_rows = min(_MOST_ROWS, _MOST_CELLS // width)
    was_cut = was_cut or len(rows) > most_rows or max(map(len, rows)) > width
    warnings = []
    if was_cut:
        warnings.append(Warned(code="cut"))
    if hides_text(text.replace("\t", " ").replace("\r", "\n")):
        warnings.append(Warned(code="hidden-characters"))
    block = _table([row[:width] for row in rows[:most_rows]])
    tree = DocumentTree(trust=Trust.PLAIN, blocks=(block,), warnings=tuple(warnings))
    return Extract(reading=Reading.READ, tree=tree, warnings=tuple(warnings))


def separator_of(text: str) -> str:
    """Tell what separates the values: what cuts most of the first rows into as many; or nothing."""
    declared = text.partition("\n")[0]
    if declared.lower().startswith("sep=") and len(declared.rstrip("\r")) == len("sep=;"):
        return declared[len("sep=")]  # how Excel tells it
    found = [(_agreement(text, separator), separator) for separator in _SEPARATORS]
    agreement, separator = max(found, key=lambda pair: pair[0])
    return separator if agreement > (0, 0) else ""


def _agreement(text: str, separator: str) -> tuple[int, int]:
    """Give how many of the first rows have the same number of values, and that number."""
    start = "".join(islice(text.splitlines(keepends=True), _LOOK))[:100_000]
    try:
        widths = Counter(len(row) for row in csv.reader(start.splitlines(), delimiter=separator)
                         if any(row))  # fmt: skip
    except csv.Error:
        return 0, 0
    width, times = max(widths.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
    is_even = times * 5 >= sum(widths.values()) * 4
    return (times, width) if width > 1 and is_even else (0, 0)


def _rows(text: str, separator: str) -> list[list[str]]:
    """Give the rows that say something, one more than we take so that a cut is known."""
    lines = text.splitlines(keepends=True)
    if lines and lines[0].lower().startswith("sep="):
        lines = lines[1:]
    reader = csv.reader(lines, delimiter=separator)
    return list(islice((row for row in reader if any(map(str.strip, row))), _MOST_ROWS + 1))


def _table(rows: list[list[str]]) -> Block:
    width = max(map(len, rows))
    told = [tuple(map(words_of, [*row, *[""] * (width - len(row))])) for row in rows]
    if width == 1:
        return Lines(lines=tuple(row[0] for row in told))
    has_header = len(rows) > 1 and _seems_a_header(rows[0], rows[1:])
    return Table(
        header=told[0] if has_header else (),
        rows=tuple(told[1:] if has_header else told),
        header_source=HeaderSource.GUESSED if has_header else HeaderSource.NONE,
    )


def _seems_a_header(first: list[str], rest: list[list[str]]) -> bool:
    """Tell whether names stand above numbers."""
    names = [cell for cell in first if cell.strip()]
    if not names or any(_has_digit(cell) for cell in names) or len(set(names)) < len(names):
        return False
    return any(
        sum(_has_digit(row[at]) for row in rest if at < len(row)) * 2 > len(rest)
        for at in range(len(first))
    )


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
