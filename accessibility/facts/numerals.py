"""Numbers as letters write sums: "1.234,50", "83 140", "1,234.50"; exact, or not read at all."""

import re
from decimal import Decimal
from typing import NamedTuple

BLANK = "[ \u00a0\u202f]"
_LEAST_APART = 4  # digits: "2026 140 kr." is a year and a sum, "12 34 kr." cannot be told
_LONGEST = 40  # characters that a sum may have
# Digits with single signs between them; one class of sign a step, so it is linear.
TOKEN = re.compile("(?<!\\d)\\d(?:[.,'\u2019 \u00a0\u202f]?\\d)*")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3}){1,5}(,\d{1,2})?")
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3}){1,5}(\.\d{1,2})?")
_BLANKS = re.compile(rf"\d{{1,3}}(?:{BLANK}\d{{3}}){{1,5}}([.,]\d{{1,2}})?")
_TICKS = re.compile(r"\d{1,3}(?:['\u2019]\d{3}){1,5}([.,]\d{1,2})?")
_PLAIN = re.compile(r"\d{1,13}([.,]\d{1,2})?")
_DECIMALS = re.compile(r"\d{1,6}[.,]\d{1,3}")
_SPLIT = re.compile(BLANK)


class Number(NamedTuple):
    """A number and where in its text it begins and ends."""

    value: Decimal
    start: int
    end: int


def number_before(
    text: str, start: int, end: int, *, language: str, foreign: bool
) -> Number | None:
    """Read the number that ends where a token ends: of "2026 1.234,50" the sum."""
    piece = text[max(start, end - _LONGEST) : end]
    if end - start > _LONGEST and len(_SPLIT.split(piece)) == 1:
        return None
    base = end - len(piece)
    starts = [0, *(found.end() for found in _SPLIT.finditer(piece))]
    if base > start:
        starts = starts[1:]
    for at in starts:
        value = value_of(piece[at:], language=language, foreign=foreign)
        if value is not None:
            is_cut = at > 0 and len(_SPLIT.split(piece[:at].rstrip())[-1]) < _LEAST_APART
            return None if is_cut else Number(value, base + at, end)
    return None


def number_behind(
    text: str, start: int, end: int, *, language: str, foreign: bool
) -> Number | None:
    """Read the number that begins where a token begins: of "1.234,50 3" the sum."""
    piece = text[start : min(end, start + _LONGEST)]
    ends = [found.start() for found in _SPLIT.finditer(piece)]
    if end - start <= _LONGEST:
        ends.append(len(piece))
    for at in reversed(ends):
        value = value_of(piece[:at], language=language, foreign=foreign)
        if value is not None:
            return Number(value, start, start + at)
    return None


def value_of(
    text: str, *, language: str, foreign: bool = False, is_scaled: bool = False
) -> Decimal | None:
    """Read a sum; None where the signs leave a doubt ("1,234 kr." in Danish).

    `foreign` is a currency that is written as in English; `is_scaled` a number of thousands or
    millions, which may have three decimals.
    """
    if is_scaled and _DECIMALS.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if len(text) > 1 and text[0] == "0" and text[1].isdigit():
        return None
    if _POINTS.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _COMMAS.fullmatch(text):
        is_plain = language == "en" or foreign or "." in text or text.count(",") > 1
        return Decimal(text.replace(",", "")) if is_plain else None
    if _BLANKS.fullmatch(text) or _TICKS.fullmatch(text):
        return Decimal(re.sub(rf"{BLANK}|['\u2019]", "", text).replace(",", "."))
    if _PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "."))
    return None
