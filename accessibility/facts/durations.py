"""Lengths of time in words ("inden 4 uger", "within 28 days") and the days they lead to."""

import re
from datetime import date, timedelta

_NUMBER_NAMES = {
    1: "en et én ét one a ein einen einer eines",
    2: "to two två zwei",
    3: "tre three drei",
    4: "fire four fyra vier",
    5: "fem five fünf",
    6: "seks six sex sechs",
    7: "syv seven sju sieben",
    8: "otte eight åtta åtte acht",
    9: "ni nine nio neun",
    10: "ti ten tio zehn",
    12: "tolv twelve zwölf",
    14: "fjorten fourteen fjorton vierzehn",
    20: "tyve twenty tjue",
    21: "enogtyve",
    28: "otteogtyve twenty-eight",
    30: "tredive thirty tretti trettio",
}
_NUMBERS = {name: number for number, names in _NUMBER_NAMES.items() for name in names.split()}
_UNITS = {
    "D": "kalenderdages kalenderdage døgn dages dage dag days' days day dager dagar tagen tage tag",
    "W": "ugers uger uge weeks' weeks week uker uke veckor vecka wochen woche",
    "M": "måneders måneder måned mdr months' months month månader månad monaten monats monate "
    "monat",
    "Y": "års år years year jahren jahres jahre",
}
_WORKING = (
    "hverdages hverdage hverdag arbejdsdage arbejdsdag bankdage virkedager arbetsdagar werktagen "
    "werktage"
)
_UNIT_OF = {name: unit for unit, names in _UNITS.items() for name in names.split()}
_WORKING_DAYS = {*_WORKING.split(), "working", "business"}
NUMBER = r"(?:\d{1,3}|(?:" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")(?!\w))"
UNIT = (
    r"(?:(?:working|business|calendar) days?|hele? \w{3,7}|(?:"
    + "|".join(sorted([*_UNIT_OF, *_WORKING.split()], key=len, reverse=True))
    + r")(?![\w']))"
)
LENGTH = rf"(?P<number>{NUMBER})(?:\s\([^()\n]{{1,20}}\))?[\s-]{{1,2}}(?P<unit>{UNIT})"
_ANY_LENGTH = re.compile(rf"(?<!\w){LENGTH}", re.IGNORECASE)
_VALUE = re.compile(r"P(\d{1,4})([DWMY])")


def duration_of(number: str, unit: str) -> str:
    """Write a length as ISO 8601: "P4W"; working days as days. Empty if it is none."""
    count = int(number) if number.isdigit() else _NUMBERS[number.lower()]
    word = unit.lower().split()[-1]
    letter = "D" if is_in_working_days(unit) else _UNIT_OF.get(word, "")
    return f"P{count}{letter}" if letter and count else ""


def is_in_working_days(unit: str) -> bool:
    """Tell whether a unit counts only the days on which people work."""
    return unit.lower().split()[0] in _WORKING_DAYS


def counts_working_days(quote: str, value: str) -> bool:
    """Tell whether the length in a quote that has this value counts working days."""
    return any(
        duration_of(found["number"], found["unit"]) == value and is_in_working_days(found["unit"])
        for found in _ANY_LENGTH.finditer(quote)
    )


def day_after(value: str, start: date, *, working_days: bool = False) -> date:
    """Count from a day: "P4W" after a Tuesday is a Tuesday; the day of a month that lacks it is
    its last. Holidays are not known, so working days are Monday to Friday.
    """
    found = _VALUE.fullmatch(value)
    if found is None:
        return start
    count, unit = int(found[1]), found[2]
    if unit == "D" and working_days:
        return _after_working_days(count, start)
    if unit in "DW":
        return start + timedelta(days=count * (7 if unit == "W" else 1))
    months = start.month - 1 + count * (12 if unit == "Y" else 1)
    year, month = start.year + months // 12, months % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(start.day, last))


def day_before(value: str, end: date) -> date | None:
    """Count back whole days or weeks from a day; None for what is not that plain."""
    found = _VALUE.fullmatch(value)
    if found is None or found[2] not in "DW":
        return None
    return end - timedelta(days=int(found[1]) * (7 if found[2] == "W" else 1))


def _after_working_days(count: int, start: date) -> date:
    day = start
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day
