"""Who writes and who receives: parties and their numbers.

A number is never rejected on its checksum: the CPR modulus check was given up in 2007 and
official examples fail the CVR check, so a doubtful number is a warning, never a refusal.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from mailbox_store.model.errors import NotANumber

_CVR_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)  # the Central Business Register's modulus 11 check
_CPR_ANYWHERE = re.compile(r"(?<!\d)(\d{6})[- ]?(\d{4})(?!\d)")
# The same written as a date with four digits behind: 01.01.80-0000, 01 01 80 0000, 010180/0000.
_CPR_AS_DATE = re.compile(
    r"(?<!\d)([0-7]\d)[-. /]?([01]\d)[-. /]?(\d{2})[ ]?[-/\u2010-\u2015\u2212. ]?[ ]?(\d{4})(?!\d)"
)


class IdType(StrEnum):
    """What kind of number names a party; the national API's values."""

    CPR = "CPR"
    CVR = "CVR"
    EMAIL = "EMAIL"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A sender or a recipient: a number of some kind, and the name it goes by."""

    id_type: IdType
    number: str
    name: str = ""

    @property
    def masked_number(self) -> str:
        """The number as lists, logs and notices may show it: a CPR number keeps only its date."""
        if self.id_type is IdType.CPR:
            return f"{self.number[:6]}-****"
        return self.number


def id_type_from(text: str) -> IdType:
    """Fold a MeMo idType (free text in the schema, any case) into one of ours."""
    try:
        return IdType(text.strip().upper())
    except ValueError:
        return IdType.UNKNOWN


def normal_number(id_type: IdType, number: str) -> str:
    """Write one number one way, so that 010180-0000 and 0101800000 name the same mailbox."""
    if id_type in (IdType.CPR, IdType.CVR):
        return re.sub(r"[\s-]", "", number)
    return number.strip().casefold() if id_type is IdType.EMAIL else number.strip()


def party_from_number(text: str, *, name: str = "") -> Party:
    """Understand a typed number: ten digits are a CPR number, eight a CVR number.

    Raises `NotANumber` for anything else.
    """
    digits = re.sub(r"[\s-]", "", text)
    if not (digits.isascii() and digits.isdigit() and len(digits) in (8, 10)):
        raise NotANumber(text=text)
    return Party(id_type=IdType.CPR if len(digits) == 10 else IdType.CVR, number=digits, name=name)


def has_valid_cvr_checksum(number: str) -> bool:
    """Tell whether eight digits pass modulus 11 (weights 2 7 6 5 4 3 2 1)."""
    if len(number) != 8 or not number.isdigit():
        return False
    return sum(w * int(d) for w, d in zip(_CVR_WEIGHTS, number, strict=True)) % 11 == 0


def without_cpr_numbers(text: str) -> str:
    """Mask whatever looks like a CPR number in a text bound for a list, a notice or a log."""
    return _CPR_AS_DATE.sub(r"\1\2\3-****", _CPR_ANYWHERE.sub(r"\1-****", text))
