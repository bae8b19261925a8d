"""Where in a rendered document a person may want to go: headings, tables, fields, links, facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mailbox_store.model.document_facts import FactKind


class MarkKind(StrEnum):
    """What kind of place it is; the names are those of `accessibility.landmarks`, and more."""

    HEADING = "HEADING"
    LIST = "LIST"
    TABLE = "TABLE"
    FIELD = "FIELD"
    LINK = "LINK"
    PAGE = "PAGE"
    AMOUNT = "AMOUNT"
    DATE = "DATE"
    CASE = "CASE"
    PAYMENT = "PAYMENT"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    WEB = "WEB"


MARK_OF_FACT: Mapping[FactKind, MarkKind] = {
    FactKind.AMOUNT: MarkKind.AMOUNT,
    FactKind.DEADLINE: MarkKind.DATE,
    FactKind.RELATIVE_DEADLINE: MarkKind.DATE,
    FactKind.APPOINTMENT: MarkKind.DATE,
    FactKind.CASE: MarkKind.CASE,
    FactKind.PAYMENT: MarkKind.PAYMENT,
    FactKind.PHONE: MarkKind.PHONE,
    FactKind.EMAIL: MarkKind.EMAIL,
    FactKind.WEB: MarkKind.WEB,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One place: `text` are its own words, found between `start` and `end` of the rendered text.

    A line that begins with words of ours ("Heading 2: ") is marked from there on, so that who
    goes to it hears what it is. `block` is the index of the tree's block. The n-th mark of kind
    LINK is the link that the text calls "link n". `quote` is the sentence of a fact.
    """

    kind: MarkKind
    text: str
    start: int
    end: int
    block: int
    address: str = ""  # of a link
    quote: str = ""
