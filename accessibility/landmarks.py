"""Places in a letter that a person wants to jump to: headings, tables, links, amounts, dates."""

from enum import StrEnum
from typing import NamedTuple

from accessibility.letter_layout import Place


class LandmarkKind(StrEnum):
    """What kind of place it is."""

    HEADING = "HEADING"
    LIST = "LIST"
    TABLE = "TABLE"
    FIELD = "FIELD"
    LINK = "LINK"
    AMOUNT = "AMOUNT"
    DATE = "DATE"
    CASE = "CASE"
    PAYMENT = "PAYMENT"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    WEB = "WEB"


FACTS = (
    LandmarkKind.DATE,
    LandmarkKind.AMOUNT,
    LandmarkKind.CASE,
    LandmarkKind.PAYMENT,
    LandmarkKind.PHONE,
    LandmarkKind.EMAIL,
)


class Landmark(NamedTuple):
    """One place: its own words, the sentence they stand in, and where that is."""

    kind: LandmarkKind
    text: str
    place: Place
    quote: str = ""
    address: str = ""  # of a link whose words are not its address
    block: int = -1  # of the document's tree, where there is one
