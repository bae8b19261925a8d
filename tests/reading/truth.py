"""The truth of a letter: what a person would read aloud of it, one block a line.

# Heading   ## Deeper         a heading
words                         a paragraph, or a line of an address
- words     1. words          an item of a list
|# Due | Amount               a table's header row
| 1 May | 5 kr.               a row
= Label: value                a field; `= [x] Label` and `= [ ] Label` for check boxes
! words                       must not be read: page numbers, running headers
@ https://...                 where a link must lead
"""

import re
import unicodedata
from dataclasses import dataclass, field

_WORD = re.compile(r"\w+(?:[.,:/@-]\w+)*")
_SAME = str.maketrans(
    {
        "\xad": "",
        "\u200b": "",
        "\u2019": "'",
        **dict.fromkeys("\u2010\u2011\u2013\u2014\u2212", "-"),
    }
)
_ITEM = re.compile(r"(?:-|\d+[.)]) (.*)")
_CHECK = re.compile(r"\[([x ])\] (.*)")
_LONG = 12  # words: from here on a paragraph does not fit on a line of a page


def words(text: str) -> list[str]:
    """Give the words of a text, comparable: small letters, one kind of hyphen."""
    plain = unicodedata.normalize("NFKC", text).translate(_SAME)
    return [word.lower() for word in _WORD.findall(plain)]


@dataclass(slots=True)
class TruthTable:
    """A table as it ought to be told."""

    header: list[list[str]]
    rows: list[list[list[str]]] = field(default_factory=list)


@dataclass(slots=True)
class Truth:
    """The parts of a truth, each as words."""

    all: list[str] = field(default_factory=list)
    headings: list[list[str]] = field(default_factory=list)
    paragraphs: list[list[str]] = field(default_factory=list)
    items: list[list[str]] = field(default_factory=list)
    tables: list[TruthTable] = field(default_factory=list)
    fields: list[tuple[list[str], list[str] | bool]] = field(default_factory=list)
    unwanted: list[list[str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


def truth_of(text: str) -> Truth:
    """Read a truth."""
    truth = Truth()
    is_in_table = False
    for line in text.splitlines():
        mark, _, rest = line.strip().partition(" ")
        is_row = mark in ("|", "|#")
        if mark == "!":
            truth.unwanted.append(words(rest))
        elif mark == "@":
            truth.links.append(rest)
        elif is_row:
            _add_row(truth, rest, is_header=mark == "|#", is_in_table=is_in_table)
        elif line.strip():
            _add_line(truth, line.strip(), mark, rest)
        is_in_table = is_row
    return truth


def _add_row(truth: Truth, rest: str, *, is_header: bool, is_in_table: bool) -> None:
    cells = [words(cell) for cell in rest.split("|")]
    if is_header or not is_in_table:
        truth.tables.append(TruthTable(cells if is_header else []))
    if not is_header:
        truth.tables[-1].rows.append(cells)
    truth.all += [word for cell in cells for word in cell]


def _add_line(truth: Truth, line: str, mark: str, rest: str) -> None:
    if mark.strip("#") == "":
        truth.headings.append(words(rest))
        truth.all += words(rest)
    elif mark == "=":
        checked = _CHECK.match(rest)
        label, _, value = rest.partition(": ")
        told: list[str] | bool = checked[1] == "x" if checked else words(value)
        truth.fields.append((words(checked[2] if checked else label), told))
        truth.all += words(checked[2] if checked else rest)
    elif item := _ITEM.fullmatch(line):
        truth.items.append(words(item[1]))
        truth.all += words(line)
    else:
        found = words(line)
        truth.all += found
        if len(found) >= _LONG:
            truth.paragraphs.append(found)
