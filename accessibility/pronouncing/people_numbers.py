"""CPR numbers: never read aloud in a room unless the person asks for it."""

import re
from collections.abc import Iterator
from datetime import date

from accessibility.pronouncing.figures import one_by_one, paired
from accessibility.pronouncing.passage import Spoken, spoken
from accessibility.pronouncing.tongue import Tongue

_LABEL = (
    r"(?:(?:cpr|personnummer|personal(?: identification)?|person)"
    r"[-. ]{0,2}(?:nummer|nr|number|no)?\.?\s?:?\s?)"
)
_MARK = r"[-\u2010\u2011\u2013\u2014/. ]"
_DATE = r"(?P<number>(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{2})"
_LAST = r"(?P<last>\d{4}|[*xX]{4})"
# Called a CPR number it may be written anyhow: "01.01.80-0000", "0101 80 0000".
_CALLED = re.compile(
    rf"(?P<label>(?<!\w){_LABEL}(?:er )?)(?P<number>(?P<day>\d{{2}}){_MARK}?"
    rf"(?P<month>\d{{2}}){_MARK}?(?P<year>\d{{2}}) ?{_MARK}? ?{_LAST})(?!\d)",
    re.IGNORECASE,
)
_MARKED = re.compile(rf"(?<!\d){_DATE} ?{_MARK} ?{_LAST})(?!\d)")
# Ten digits in a row may also be part of another number.
_BARE = re.compile(rf"(?<!\d)(?<!\d[.,/-]){_DATE}{_LAST})(?!\d|[.,/-]\d)")
_REPLACEMENT = 60  # added to the day in a number given to somebody without a CPR number


def cpr_numbers(text: str, tongue: Tongue, *, say_cpr: bool) -> Iterator[Spoken]:
    """Say the date of a CPR number, and that four digits are hidden; or all on request.

    It is one by its date and its mark, or because it is called one.
    """
    for found in (*_CALLED.finditer(text), *_birthdays(_MARKED, text)):
        yield _said(found, tongue, say_cpr=say_cpr)


def bare_cpr_numbers(text: str, tongue: Tongue, *, say_cpr: bool) -> Iterator[Spoken]:
    """Say ten digits in a row as a CPR number, if no rule knew them to be an account."""
    for found in _birthdays(_BARE, text):
        yield _said(found, tongue, say_cpr=say_cpr)


def is_cpr(digits: str) -> bool:
    """Tell whether ten digits behind "sag" may be a person's number."""
    return any(one.end() == len(digits) for one in _birthdays(_BARE, digits))


def without_cpr(text: str, hidden: str) -> str:
    """Hide the last four digits of CPR numbers in a language that has no rules."""
    told = [*_CALLED.finditer(text), *_birthdays(_MARKED, text), *_birthdays(_BARE, text)]
    parts = []
    at = 0
    for found in sorted(told, key=lambda one: one.start("number")):
        if found.start("number") >= at:
            parts += [text[at : found.end("year")], hidden]
            at = found.end()
    return "".join([*parts, text[at:]])


def _said(found: re.Match[str], tongue: Tongue, *, say_cpr: bool) -> Spoken:
    day = paired(found["day"] + found["month"] + found["year"], tongue)
    is_hidden = not (say_cpr and found["last"].isdecimal())
    last = tongue.hidden_digits if is_hidden else one_by_one(found["last"], tongue)
    return spoken(found, f"{day}, {last}", "number")


def _birthdays(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    return (one for one in pattern.finditer(text) if _is_birthday(one["day"], one["month"]))


def _is_birthday(day: str, month: str) -> bool:
    try:
        date(2000, int(month), int(day) % _REPLACEMENT)
    except ValueError:
        return False
    return True
