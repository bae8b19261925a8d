"""What can be told from a document's words: amounts, deadlines, appointments, references."""

from dataclasses import dataclass
from enum import StrEnum


class FactKind(StrEnum):
    """What kind of fact it is, and how its `value` is written."""

    AMOUNT = "AMOUNT"  # "-1234.50 DKK": sign, point, two decimals, ISO 4217
    DEADLINE = "DEADLINE"  # "2026-11-24": the last day
    RELATIVE_DEADLINE = "RELATIVE_DEADLINE"  # "P4W": ISO 8601 duration from the day of delivery
    APPOINTMENT = "APPOINTMENT"  # "2026-12-10T09:15": in the sender's local time
    CASE = "CASE"  # a case or reference number, as written
    PAYMENT = "PAYMENT"  # a payment code, or "3574 4771013922": an account
    PHONE = "PHONE"  # digits, "+" in front of a country's code
    EMAIL = "EMAIL"
    WEB = "WEB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact with the sentence it was found in and where that stands.

    `block` is the index of the outermost block, `at` counts the characters before the fact in
    that block's plain text (`accessibility.tree_text.block_text`), `length` those of its own
    words. `is_certain` is False where the letter does not say it in so many words.
    """

    kind: FactKind
    value: str
    quote: str
    block: int
    at: int = 0
    length: int = 0
    is_certain: bool = True
