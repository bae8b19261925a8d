"""Dates in a letter's words: where each stands, which day it is, and what day the letter has."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

_MONTH_NAMES = (
    "januar january januari jan",
    "februar february februari feb febr",
    "marts march mars märz mrt mar",
    "april apr",
    "maj may mai",
    "juni june jun",
    "juli july jul",
    "august augusti aug",
    "september sept sep",
    "oktober october okt oct",
    "november nov",
    "december desember dezember dec des dez",
)
MONTH_NUMBERS = {
    name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()
}
MONTH = "(?:" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + ")"
WEEKDAY = (
    r"(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|man|tirs|ons|tors|fre|lør|søn"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun"
    r"|måndag|tisdag|lördag|söndag"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)(?![^\W\d_])\.?"
)
_END = r"(?!\d)"
_DAY_MONTH = re.compile(
    rf"(?<![\d/-])(?<!\d[.,])(\d{{1,2}})(?:\s?\.|st|nd|rd|th)?\s?(?:of\s)?({MONTH})(?![^\W\d_])\.?"
    rf"(?:,?\s?(?:år\s)?(\d{{4}}){_END})?",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"(?<![^\W\d_])({MONTH.replace('(?:', '(?i:')})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?![\d.:]\d|\d|\s?(?:kr|%))(?:,?\s(\d{{4}}){_END})?"
)
_ISO = re.compile(r"(?<![\w./-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_NUMERIC = re.compile(
    r"(?<![\d/-])(?<!\d[.,])(\d{1,2})(?:\.\s?|[/-])(\d{1,2})"
    r"(?:(?:\.\s?|[/ -]|\s-\s)(\d{4})|[./-](\d{2}))(?!\d|[-/.]\w)"
)
_NO_YEAR = re.compile(r"(?<![\w./-])(\d{1,2})/(\d{1,2})(?![\d/-]|[.,]\d)")
_LABEL = (
    r"(?:(?:brev|faktura|regnings|udskrifts|afsendelses|udstedelses)?dato|date|dated|datum|dateret"
    r"|afsendt|udskrevet|utstedt|udstedt|letter date|date of letter|date of issue|bill date)"
)
_HEAD_OF_DATE = re.compile(
    rf"(?:{_LABEL}\s?:?|[^\d:!?]{{2,60}},|(?-i:[A-ZÆØÅÄÖ])[\w-]{{2,25}}(?-i: [A-ZÆØÅÄÖ]\w?)?)?"
    r"\s*(?:den|d\.|the)?\s*",
    re.IGNORECASE,
)
_LABELLED = re.compile(rf"(?<![\w-]){_LABEL}\s?:?\s?(?:den\s)?\Z", re.IGNORECASE)
_NO_HEAD = re.compile(
    rf"senest|frist|inden|forfald|født|born|due|by\b|before|betal|{WEEKDAY}", re.IGNORECASE
)
_TIME_LINE = re.compile(r"(?:tid|kl|klokke|tidspunkt|time|mødetid)\w{0,8}\b", re.IGNORECASE)
_HEAD_LINES = 40  # a letter's own date stands among its first lines
_SHORT_LINE = 90  # characters


class FoundDate(NamedTuple):
    """A date in a text; `has_year` is False where the year was told from the letter's own date."""

    start: int
    end: int
    day: date
    has_year: bool = True


class LetterDay(NamedTuple):
    """A letter's own day. Only one that stands by itself on a line is sure."""

    day: date | None = None
    is_sure: bool = False


def letter_day(lines: Iterable[str]) -> LetterDay:
    """Find the letter's own date: alone on one of the first lines, else the first date there is."""
    first: date | None = None
    kept = list(lines)
    for number, line in enumerate(kept):
        for found in dates_in(line, LetterDay()):
            following = kept[number + 1] if number + 1 < len(kept) else ""
            if number < _HEAD_LINES and _is_head(line, found, following):
                return LetterDay(found.day, is_sure=True)
            first = first or found.day
        if first and number >= _HEAD_LINES:
            break
    return LetterDay(first)


def dates_in(text: str, of: LetterDay, *, language: str = "da") -> list[FoundDate]:
    """Find the dates of a text, in their order. One without a year counts from the letter's day."""
    found = sorted(_all(text, of, language), key=lambda one: (one.start, -one.end))
    kept: list[FoundDate] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def end_of_month(month: int, year: int) -> date:
    """Give a month's last day."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def nearest_future(day: int, month: int, after: date) -> date | None:
    """Give the first such day that is not before another."""
    for year in (after.year, after.year + 1):
        one = day_of(year, month, day)
        if one is not None and one >= after:
            return one
    return None


def day_of(year: int, month: int, day: int) -> date | None:
    """Give a day; None if the calendar has none such, or it is of no living person's time."""
    if not 1900 <= year <= 2200:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _all(text: str, of: LetterDay, language: str) -> Iterator[FoundDate]:
    for found in _DAY_MONTH.finditer(text):
        yield from _made(found, found[1], MONTH_NUMBERS[found[2].lower()], found[3], of)
    if language == "en":
        for found in _MONTH_DAY.finditer(text):
            if found[1][0].isupper():
                yield from _made(found, found[2], MONTH_NUMBERS[found[1].lower()], found[3], of)
    for found in _ISO.finditer(text):
        if day := day_of(int(found[1]), int(found[2]), int(found[3])):
            yield FoundDate(found.start(), found.end(), day)
    for found in _NUMERIC.finditer(text):
        yield from _made(found, found[1], int(found[2]), found[3] or f"20{found[4]}", of)
    for found in _NO_YEAR.finditer(text):
        yield from _made(found, found[1], int(found[2]), None, of)


def _made(
    found: re.Match[str], day: str, month: int, year: str | None, of: LetterDay
) -> Iterator[FoundDate]:
    if year is not None:
        one = day_of(int(year), month, int(day))
    else:
        one = nearest_future(int(day), month, of.day) if of.day else None
    if one is not None:
        yield FoundDate(found.start(), found.end(), one, has_year=year is not None)


def _is_head(line: str, found: FoundDate, following: str) -> bool:
    if _TIME_LINE.match(following) or not found.has_year:
        return False
    if _LABELLED.search(line[max(0, found.start - _SHORT_LINE) : found.start]):
        return True
    if len(line) > _SHORT_LINE or line[found.end :].strip(" .,"):
        return False
    head = line[: found.start]
    return not _NO_HEAD.search(head) and _HEAD_OF_DATE.fullmatch(head) is not None
