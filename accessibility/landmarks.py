"""Places in a letter that a person wants to jump to: headings, tables, links, amounts, dates."""

from enum import StrEnum
from typing import NamedTuple

from accessibility.letter_layout import Place


class LandmarkKind(StrEnum):
    """What kind of place it is."""

    HEADING = "HEADING"
    TABLE = "TABLE"
    LINK = "LINK"
    AMOUNT = "AMOUNT"
    DATE = "DATE"


FACTS = (LandmarkKind.AMOUNT, LandmarkKind.DATE)


class Landmark(NamedTuple):
    """One place: its own words, the sentence they stand in, and where that is."""

    kind: LandmarkKind
    text: str
    place: Place
    quote: str = ""
