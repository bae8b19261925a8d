"""Lists and descriptions (`dl`) of an HTML document while they are read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from accessibility.documents.html_blocks import Gathering, Placed
from accessibility.documents.html_grid import Cell, Row
from accessibility.documents.html_look import Attributes
from accessibility.documents.html_shaping import shaped
from accessibility.documents.html_tables import row_blocks
from accessibility.documents.html_words import flat, tidy
from mailbox_store.model.document_tree import (
    Field,
    Heading,
    Item,
    Lines,
    List,
    Paragraph,
    Run,
    Table,
    Words,
)

MOST_NESTED = 20  # lists inside lists; deeper ones become paragraphs
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"))
_ROMAN_SMALL = ((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(slots=True)
class ListDraft:
    """A list: `number` is that of its next item, None where items have none."""

    number: int | None = None
    kind: str = "1"
    items: list[Item] = field(default_factory=list)
    loose: list[Placed] = field(default_factory=list)  # what stands in it once it is dissolved
    is_dissolved: bool = False  # its items hold headings or tables, or nothing but fields

    def add(self, gathering: Gathering, value: str | None, label: str | None = None) -> None:
        """Take an item in; `label` is what stands before it, if that is known."""
        gathering.end_block(is_loose=False)
        placed = shaped(gathering.placed)
        if not placed:
            return
        counted_label = self._label(value)
        label = counted_label if label is None else label
        words, rest = _first_words(placed)
        holds = any(isinstance(each.block, Heading | Table) for each in placed)
        self.is_dissolved = self.is_dissolved or holds
        self.loose += _labelled(placed, label)
        inner = tuple(each.block for each in rest)
        if not words and self.items and all(isinstance(block, List) for block in inner):
            before = self.items[-1]
            self.items[-1] = replace(before, inner=(*before.inner, *inner))
        else:
            self.items.append(Item(words=words, label=label, inner=inner))

    def placed(self) -> list[Placed]:
        """Give the list, or what was in it if it is better not one."""
        are_fields = all(
            not item.words and all(isinstance(block, Field) for block in item.inner)
            for item in self.items
        )
        if self.is_dissolved or are_fields or not any(item.words for item in self.items):
            return self.loose
        return [Placed(List(items=tuple(self.items), ordered=self.number is not None))]

    def _label(self, value: str | None) -> str:
        if self.number is None:
            return ""
        number = counted(value, self.number)
        self.number = number + 1
        return f"{spelled_number(number, self.kind)}."


def begun_list(tag: str, attributes: Attributes, style: dict[str, str]) -> ListDraft:
    """Begin a list."""
    if tag != "ol":
        return ListDraft()
    named = style.get("list-style-type") or style.get("list-style") or ""
    kinds = {"lower-alpha": "a", "upper-alpha": "A", "lower-roman": "i", "upper-roman": "I"}
    kind = next((kind for name, kind in kinds.items() if name in named), "")
    return ListDraft(counted(attributes.get("start"), 1), kind or (attributes.get("type") or "1"))


def counted(value: str | None, otherwise: int) -> int:
    """Read the number of an item."""
    value = (value or "").strip()
    is_number = value.isascii() and value.isdigit() and len(value) < 9
    return int(value) if is_number else otherwise


@dataclass(slots=True)
class Described:
    """Terms with what is said of each; a term may have several descriptions."""

    rows: list[Row] = field(default_factory=list)

    def term(self, gathering: Gathering) -> None:
        """Take a term."""
        self.rows.append(Row(cells=[Cell(gathering=gathering, is_header=True)]))

    def description(self, gathering: Gathering) -> None:
        """Take a description."""
        if not self.rows:
            self.rows.append(Row(cells=[Cell(gathering=Gathering(), is_header=True)]))
        cells = self.rows[-1].cells
        if len(cells) == 1:
            cells.append(Cell(gathering=gathering))
        else:
            gathering.end_block(is_loose=False)
            cells[1].gathering.put(gathering.placed)

    def placed(self) -> list[Placed]:
        """Give all of it."""
        return row_blocks(self.rows)


def _first_words(placed: Sequence[Placed]) -> tuple[Words, Sequence[Placed]]:
    match placed[0].block:
        case Paragraph(words=words) | Heading(words=words):
            return words, placed[1:]
        case Lines(lines=lines):
            return flat(lines), placed[1:]
    return (), placed


def _labelled(placed: list[Placed], label: str) -> list[Placed]:
    """Put an item's number before its first words."""
    first = placed[0].block
    if label and isinstance(first, Paragraph | Heading):
        words = tidy((Run(f"{label} "), *first.words))
        return [replace(placed[0], block=replace(first, words=words)), *placed[1:]]
    return placed


def spelled_number(number: int, kind: str) -> str:
    """Write a number as "1", "a", "A", "i" or "I" say."""
    spell: dict[str, Callable[[int], str]] = {
        "a": _letters,
        "A": lambda each: _letters(each).upper(),
        "i": _roman,
        "I": lambda each: _roman(each).upper(),
    }
    return spell.get(kind, str)(number) if 0 < number < 4_000 else str(number)


def _letters(number: int) -> str:
    text = ""
    while number:
        number, place = divmod(number - 1, 26)
        text = chr(ord("a") + place) + text
    return text


def _roman(number: int) -> str:
    text = ""
    for worth, sign in (*_ROMAN, *_ROMAN_SMALL):
        while number >= worth:
            text, number = text + sign, number - worth
    return text
