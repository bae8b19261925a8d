"""What a page's lines are taken for, before the whole document is known."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from accessibility.documents.layout.grids import Grid
from accessibility.documents.layout.item_marks import BOXES, BULLETS, DOTTED
from accessibility.documents.layout.lines import Line
from mailbox_store.model.document_tree import Block

BULLET = re.compile(rf"\A\s*[-\u2014\u2212*o>{BULLETS}{BOXES}]\s+(?=\S)")
NUMBER = re.compile(r"\A\s*\(?(\d{1,2}(?:\.\d{1,2}){0,3}|[a-zæøå])[.)]\s+(?=\S)", re.I)
_CLAUSE = re.compile(rf"\A\s*{DOTTED}\s+(?=[^\W\d_a-zæøå])")  # words begin with a capital
_DATE = re.compile(
    r"\A\d{1,2}\.\s+(?:jan|feb|mar|apr|maj|mai|may|jun|jul|aug|sep|okt|oct|nov|dec|des|kvartal|klasse|sal|tv|th)",
    re.IGNORECASE,
)


class Kind(StrEnum):
    """What a draft will be."""

    HEADING = "HEADING"
    PARAGRAPH = "PARAGRAPH"
    ITEM = "ITEM"
    TABLE = "TABLE"
    BLOCK = "BLOCK"  # made already: a field, a notice


@dataclass(slots=True)
class Draft:
    """One block on its way: its lines, or a table, or a finished block."""

    kind: Kind
    page: int
    lines: list[Line] = field(default_factory=list)
    label: str = ""  # of an item
    indent: float = 0.0  # where its words begin
    is_ordered: bool = False
    level: int | None = None  # of an item, where the file tells it
    room: float = 0.0  # points left behind its last line: what goes on elsewhere did not fit
    follows_closely: bool = False  # no more room above than between lines
    grid: Grid | None = None
    block: Block | None = None


def item_label(text: str) -> tuple[str, int, bool] | None:
    """Give an item's label, where its words begin, whether it is counted; None if it is none."""
    if bullet := BULLET.match(text):
        return "", bullet.end(), False
    number = NUMBER.match(text) or _CLAUSE.match(text)
    if number and not _DATE.match(text.lstrip()):
        return number[0].strip(), number.end(), True
    return None
