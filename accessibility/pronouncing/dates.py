"""Dates as words: "01.12.2026" is "den første december to tusind seksogtyve".

What the calendar does not have is no date, and its figures are said one by one.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from accessibility.facts.dates import MONTH_NUMBERS
from accessibility.pronouncing.passage import Spoken, spoken
from accessibility.pronouncing.tongue import Tongue

_DASH = "[-\u2010\u2011\u2013\u2014]"
_ISO = re.compile(r"(?<![\w./-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\w-]|[./]\d)")
# Signs that go together: "1/12-2026", "1.12.26"; but "10-11.30" is a time.
_NUMERIC = re.compile(
    r"(?:(?<![\w/:-])|(?<=\d{4}-))(?<!\d[.,])(?P<lead>(?:den|the)[ \u00a0]|d\.[ \u00a0]?)?"
    r"(?P<day>\d{1,2})(?:(?:\. ?|/)(?P<month>\d{1,2})(?:(?:\. ?|[/ -]| - )(?P<year>\d{4})"
    r"|[./-](?P<short>\d{2}))|-(?P<month2>\d{1,2})-(?:(?P<year2>\d{4})|(?P<short2>\d{2})))"
    r"(?![\w]|[/.:,]\w|-(?!\d{1,2}[./]\d{1,2}[./-])\w|,-| ?(?:kr|dkk|eur|[%€]))",
    re.IGNORECASE,
)
_NO_YEAR = re.compile(
    r"(?<![\w./-])(?P<lead>(?:den|the)[ \u00a0]"
    r"|d\.[ \u00a0]?)(?P<day>\d{1,2})[./](?P<month>\d{1,2})\b\.?"
    r"(?![\w/-]|[.,:]\d|[ \u00a0]?(?:kr|%))"
    r"|(?<![\w./-])(?<=[^\W\d_][ \u00a0])(?P<day2>\d{1,2})/(?P<month2>\d{1,2})(?![\w/-]|[.,:]\d)",
    re.IGNORECASE,
)
# "1/1 - 31/3": two of them with a dash are days, where one alone might be a fraction.
_SPAN = re.compile(
    rf"(?<![\w./-])(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})[ \u00a0]?{_DASH}[ \u00a0]?"
    r"(?P<day2>\d{1,2})/(?P<month2>\d{1,2})(?:(?:-| - |[ \u00a0])(?P<year>(?:19|20)\d{2}))?"
    r"(?![\w/-]|[.,]\d)"
)
_CUE = re.compile(
    r"(?:\b(?:senest|inden|fra|til|pr\.|per|af|frist|dato|by|before|on|until|from|to|og"
    r"|(?:man|tirs|ons|tors|fre|lør|søn)(?:dag)?\.?|\w+day))[ \u00a0]\Z",
    re.IGNORECASE,
)
_LONGEST_CUE = 12  # characters
_DAYS = {
    "man": "mandag", "tirs": "tirsdag", "tir": "tirsdag", "ons": "onsdag", "tors": "torsdag",
    "tor": "torsdag", "fre": "fredag", "lør": "lørdag", "søn": "søndag", "mon": "Monday",
    "tue": "Tuesday", "tues": "Tuesday", "wed": "Wednesday", "thu": "Thursday",
    "thurs": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday",
}  # fmt: skip
_WEEKDAY = (
    r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    rf"|(?:{'|'.join(sorted(_DAYS, key=len, reverse=True))})\b\.?)"
)
_WEEKDAYS = re.compile(
    rf"(?<!\w)(?P<first>{_WEEKDAY}) ?{_DASH} ?(?P<second>{_WEEKDAY})(?!\w)", re.IGNORECASE
)
_OLDEST, _NEWEST = 1000, 2999


def dates(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say the dates of a text, and the dash between two of them as "til"."""
    found = sorted(_found(text, tongue), key=lambda one: (one.start, -one.end))
    before: Spoken | None = None
    for place in found:
        if before and place.start < before.end:
            continue
        if before and re.fullmatch(rf"[ \u00a0]?{_DASH}[ \u00a0]?", text[before.end : place.start]):
            yield Spoken(before.end, place.start, f" {tongue.until} ")
        yield place
        before = place


def weekdays(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say the dash of "man.-fre." as "til"."""
    for found in _WEEKDAYS.finditer(text):
        first, second = (_full_day(found[name]) for name in ("first", "second"))
        yield spoken(found, f"{first} {tongue.until} {second}")


def _full_day(name: str) -> str:
    full = _DAYS.get(name.lower().rstrip("."), name)
    return full[0].upper() + full[1:] if name[0].isupper() else full


def _found(text: str, tongue: Tongue) -> Iterator[Spoken]:
    for found in _ISO.finditer(text):
        yield from _said(found, found["day"], int(found["month"]), found["year"], tongue)
    for found in _NUMERIC.finditer(text):
        month, *years = found["month"] or found["month2"], found["year"], found["year2"]
        year = next(filter(None, years), None) or found["short"] or found["short2"]
        yield from _said(found, found["day"], int(month), year, tongue)
    for found in _SPAN.finditer(text):
        yield from _both(found, tongue)
    for found in _NO_YEAR.finditer(text):
        if tongue.language == "en" or not (found["lead"] or _is_announced(found)):
            continue
        yield from _said(found, found["day"] or found["day2"],
                         int(found["month"] or found["month2"]), "", tongue)  # fmt: skip
    for pattern in _named(tongue.language):
        for found in pattern.finditer(text):
            month = MONTH_NUMBERS[found["month"].lower().rstrip(".")]
            yield from _named_date(found, month, tongue)


def _both(found: re.Match[str], tongue: Tongue) -> Iterator[Spoken]:
    months = int(found["month"]), int(found["month2"])
    if tongue.language != "da" or not _is_day(months[0], found["day"]):
        return
    if not _is_day(months[1], found["day2"]):
        return
    first = f"den {tongue.ordinal(int(found['day']))} {tongue.months[months[0] - 1]}"
    second = f"den {tongue.ordinal(int(found['day2']))} {tongue.months[months[1] - 1]}"
    year = f" {_said_year(found['year'], tongue)}" if found["year"] else ""
    yield spoken(found, f"{first} {tongue.until} {second}{year}")


def _named_date(found: re.Match[str], month: int, tongue: Tongue) -> Iterator[Spoken]:
    first = found["first"]
    if first is None:
        yield from _said(found, found["day"], month, found["year"] or "", tongue)
        return
    if not (_is_day(month, first) and _is_day(month, found["day"])):
        return
    words = _words(found, found["day"], month, found["year"] or "", tongue)
    start = tongue.ordinal(int(first))
    if tongue.language == "en":
        yield spoken(found, f"the {start} to {words}")
        return
    rest = words.removeprefix(_article(found))
    again = "den " if found["again"] else ""
    yield spoken(found, f"{_article(found)}{start} til {again}{rest}")


def _said(
    found: re.Match[str], day: str, month: int, year: str, tongue: Tongue
) -> Iterator[Spoken]:
    if _is_day(month, day, year):
        yield spoken(found, _words(found, day, month, year, tongue) + _stop(found))


def _words(found: re.Match[str], day: str, month: int, year: str, tongue: Tongue) -> str:
    ordinal = tongue.ordinal(int(day))
    name = tongue.months[month - 1]
    said_year = f" {_said_year(year, tongue)}" if year else ""
    if tongue.language == "en":
        return f"the {ordinal} of {name}{said_year}"
    return f"{_article(found)}{ordinal} {name}{said_year}"


def _article(found: re.Match[str]) -> str:
    lead = found.groupdict().get("lead")
    return "Den " if lead and lead[0] == "D" else "den "


def _said_year(year: str, tongue: Tongue) -> str:
    if len(year) == 4:
        return tongue.year(int(year))
    if year[0] == "0":
        return f"{tongue.digits[0]} {tongue.digits[int(year[1])]}"
    return tongue.cardinal(int(year))


def _is_announced(found: re.Match[str]) -> bool:
    start = found.start()
    return _CUE.search(found.string[max(0, start - _LONGEST_CUE) : start]) is not None


def _stop(found: re.Match[str]) -> str:
    after = found.string[found.end() : found.end() + 2]
    return "." if found[0].endswith(".") and (not after.strip() or after[1:].isupper()) else ""


def _is_day(month: int, day: str, year: str = "") -> bool:
    number = int(year) if len(year) == 4 else 2000  # a leap year: "29/2" may be one
    if not _OLDEST <= number <= _NEWEST:
        return False
    try:
        date(number, month, int(day))
    except ValueError:
        return False
    return True


@cache
def _named(language: str) -> tuple[re.Pattern[str], ...]:
    names = sorted(MONTH_NUMBERS, key=len, reverse=True)
    month = rf"(?P<month>{'|'.join(names)})(?![^\W\d_])(?:\.(?=\d{{4}}(?!\d))|\.(?!\d))?"
    year = r"(?:,? ?(?:år )?(?P<year>\d{4})(?![\d/-]|[.,]\d))?"
    if language == "da":
        return (
            re.compile(
                rf"(?<![\w/-])(?<!\d[.,])(?P<lead>den[ \u00a0]|d\.[ \u00a0]?)?"
                rf"(?:(?P<first>\d{{1,2}})\.?(?:[ \u00a0]?{_DASH}[ \u00a0]?"
                rf"|[ \u00a0]til[ \u00a0](?P<again>den[ \u00a0])?))?"
                rf"(?P<day>\d{{1,2}})(?:\.[ \u00a0]?|[ \u00a0]){month}{year}",
                re.IGNORECASE,
            ),
        )
    until = rf"(?:[ \u00a0]?{_DASH}[ \u00a0]?|[ \u00a0]to[ \u00a0])"
    first = rf"(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)?{until})?"
    capital = month.replace("(?P<month>", "(?P<month>(?-i:(?=[A-Z]))")
    return (
        re.compile(
            rf"(?<![\w/-])(?<!\d[.,])(?P<lead>the[ \u00a0])?{first}(?P<day>\d{{1,2}})"
            rf"(?:st|nd|rd|th|\.)?[ \u00a0]?(?:of )?{capital}{year}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?<![\w/-]){capital}[ \u00a0]{first}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
            rf"(?![.,:]\d|\d|[ \u00a0]?(?:kr|%)){year}",
            re.IGNORECASE,
        ),
    )
