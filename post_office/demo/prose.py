"""Read the letters' prose: short texts with a little markup, shipped beside this module.

"# " begins a heading, "- " a point, "| " a table row, "~ " a line kept as it is; a line
[label](address) is a link; anything else is a paragraph, one on each line.
"""

import re
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby

from post_office.demo.days import Days

_LINK = re.compile(r"\[(.+)\]\((.+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; the first one of a text is its title."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """A list of points."""

    points: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Lines that are not joined: an address, a signature."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; the first row is its header."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link on a line of its own."""

    label: str
    url: str


Block = Heading | Paragraph | Points | Lines | Table | Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A text in blocks, and its language."""

    language: str
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The first heading, or nothing."""
        return next((b.text for b in self.blocks if isinstance(b, Heading)), "")


def written(name: str, days: Days) -> str:
    """Give a shipped text with its days filled in; `name` is like "dentist.en.txt"."""
    language = name.split(".")[1]
    text = (files("post_office.demo") / "texts" / name).read_text(encoding="utf-8")
    return days.filled(text, language)


def prose(name: str, days: Days) -> Prose:
    """Read a shipped text in blocks; `name` is like "dentist.en"."""
    lines = written(f"{name}.txt", days).splitlines()
    blocks: list[Block] = []
    for marker, group in groupby(lines, key=_marker):
        blocks += _blocks(marker, [line.removeprefix(marker).strip() for line in group])
    return Prose(language=name.split(".")[1], blocks=tuple(blocks))


def _marker(line: str) -> str:
    return next((m for m in ("# ", "- ", "| ", "~ ") if line.startswith(m)), "")


def _blocks(marker: str, lines: list[str]) -> list[Block]:
    if marker == "# ":
        return [Heading(text=line) for line in lines]
    if marker == "- ":
        return [Points(points=tuple(lines))]
    if marker == "~ ":
        return [Lines(lines=tuple(lines))]
    if marker == "| ":
        return [Table(rows=tuple(_cells(line) for line in lines))]
    return [_paragraph(line) for line in lines if line]


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.removesuffix("|").split("|"))


def _paragraph(line: str) -> Block:
    if found := _LINK.fullmatch(line):
        return Link(label=found[1], url=found[2])
    return Paragraph(text=line)
