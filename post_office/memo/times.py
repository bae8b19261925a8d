"""Times in MeMo: xs:dateTime that must end in Z, and what senders really write.

A time without a zone is taken as Danish time: a system that forgets the zone writes its own
clock, and of the two readings it is the earlier, so that no deadline is told too late.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from post_office.memo.unwritable import WrongFormForMemo

DANISH_TIME = ZoneInfo("Europe/Copenhagen")

_DATE = r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})"
_SECOND = r"(?::(?P<second>[0-9]{2})(?:[.,](?P<part>[0-9]+))?)?"
_CLOCK = rf"(?P<hour>[0-9]{{2}}):(?P<minute>[0-9]{{2}}){_SECOND}"
_ZONE = r"(?P<zone>[Zz]|[+-][0-9]{2}:?[0-9]{2})?"
_TIME = re.compile(rf"{_DATE}(?:[Tt ]{_CLOCK}\s?{_ZONE})?")
_EXACT = re.compile(r"[0-9-]{10}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z")
_ONLY_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_time(text: str) -> tuple[datetime | None, str]:
    """Read a time as aware UTC; None and a warning if it cannot be told."""
    text = text.strip()
    found = _TIME.fullmatch(text)
    if found is None:
        return None, "time-unreadable"
    try:
        moment = _moment(found)
        moment.astimezone(DANISH_TIME)  # the end of the year 9999 has no Danish time
    except (ValueError, OverflowError):
        return None, "time-unreadable"
    if _EXACT.fullmatch(text):
        return moment, ""
    return moment, "time-unusual" if found["zone"] else "time-without-zone"


def read_date(text: str) -> tuple[date | None, str]:
    """Read a date; a time or zone behind it is left out with a warning."""
    text = text.strip()
    found = _ONLY_DATE.match(text)
    try:
        day = date.fromisoformat(found[0] if found else "")
        start_of_danish_day(day)  # the year 1 begins before UTC does
    except (ValueError, OverflowError):
        return None, "time-unreadable"
    return day, "" if _ONLY_DATE.fullmatch(text) else "time-unusual"


def write_time(moment: datetime, *, element: str) -> str:
    """Write an aware time in UTC, ending in Z."""
    if moment.tzinfo is None:
        raise WrongFormForMemo(element, "a time with its zone")
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat()}Z"


def start_of_danish_day(day: date) -> datetime:
    """Give the moment at which a day begins in Denmark, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=DANISH_TIME).astimezone(UTC)


def _moment(found: re.Match[str]) -> datetime:
    day = date.fromisoformat(found["date"])
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    is_end_of_day = (hour, minute, second) == (24, 0, 0)  # XML's way to write midnight
    moment = datetime(
        day.year,
        day.month,
        day.day,
        0 if is_end_of_day else hour,
        minute,
        second,
        int((found["part"] or "0")[:6].ljust(6, "0")),
        tzinfo=_zone(found["zone"]),
    )
    return moment.astimezone(UTC) + timedelta(days=is_end_of_day)


def _zone(text: str | None) -> timezone | ZoneInfo:
    if not text:
        return DANISH_TIME
    if text in "Zz":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))
