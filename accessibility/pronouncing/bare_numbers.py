"""What numbers no other rule took: years, plain numbers, and the last digits one by one."""

import re
from collections.abc import Iterator

from accessibility.pronouncing.figures import one_by_one
from accessibility.pronouncing.passage import Spoken, spoken
from accessibility.pronouncing.tongue import Tongue
from accessibility.pronouncing.written_numbers import (
    BLANK,
    NUMBER,
    SIGN,
    counted,
    said_number,
    said_sign,
)

_SPELLED_YEAR = re.compile(
    r"(?:\b(?:in|since|year|of|for|from|until|till|by|to|end|mid|before|after|during|spring|summer"
    r"|autumn|winter|and|January|February|March|April|May|June|July|August|September|October"
    r"|November|December)[ \u00a0]|\()\Z",
    re.IGNORECASE,
)
_LONGEST_CUE = 12  # characters
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_PLAIN = re.compile(
    rf"(?<!\d[.,'\u2019])(?P<sign>{SIGN})?(?P<number>{NUMBER})"
    rf"(?P<behind>(?<=[.,]\d\d)-(?!\w|{BLANK}?\d))?"  # as accounts write it: "500,00-"
)
_LOOSE_DIGITS = re.compile(r"\d+")


def years(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say four digits as a year where they surely are one; in Danish "1985" always may be."""
    for found in _PLAIN.finditer(text):
        number = found["number"]
        if (
            found["sign"]
            or not _YEAR.fullmatch(number)
            or text[found.end() : found.end() + 1].isalpha()
        ):
            continue
        before = text[max(0, found.start() - _LONGEST_CUE) : found.start()]
        if tongue.language == "da" or _SPELLED_YEAR.search(before):
            yield spoken(found, tongue.year(int(number)))


def plain_numbers(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say all other numbers: "-12,5", "3 uger", "2.1"."""
    for found in _PLAIN.finditer(text):
        number = found["number"]
        if number.isdecimal():
            following = text[found.end() : found.end() + 45]
            words = counted(number, following, tongue)
        else:
            words = said_number(number, tongue)
        yield spoken(found, said_sign(found["sign"] or found["behind"], tongue) + words)


def last_digits(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say whatever digits are still there, one by one: none is ever lost."""
    for found in _LOOSE_DIGITS.finditer(text):
        yield spoken(found, one_by_one(found[0], tongue))
