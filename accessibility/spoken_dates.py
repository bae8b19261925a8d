"""Dates and times as words, in Danish and English, in Danish time.

The day comes before the hour everywhere: some senders stamp local time as UTC, so an hour may be
wrong where a day is right. Month and weekday names stand here rather than in the catalogue because
a date is one phrase with its own order of words in each language.
"""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache

from accessibility.wording import Say

_MONTHS = {
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_WEEKDAYS = {
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}


def local(moment: datetime) -> datetime:
    """Give a moment in Danish time; in the last hour of all time ("no end", 9999) as it stands."""
    try:
        return moment.astimezone(_copenhagen(moment.year))
    except OverflowError:
        return moment.replace(tzinfo=_copenhagen(moment.year))


def in_danish_time(wall: datetime) -> datetime:
    """Give the moment at which Danish clocks show a time (without a zone), in UTC."""
    return wall.replace(tzinfo=_copenhagen(wall.year)).astimezone(UTC)


def day_of_deadline(moment: datetime) -> date:
    """Tell the last day to act; where the sender's clock leaves a doubt, the earlier day.

    "15 December 23:59 Z" is most likely Danish time stamped as UTC, and would otherwise read as
    the 16th. A deadline at Danish midnight is a date that was converted well: it stays that day.
    """
    here = local(moment)
    if (here.hour, here.minute) == (0, 0):
        return here.date()
    return min(here.date(), moment.astimezone(UTC).date())


def long_date(day: date, say: Say) -> str:
    """Say a date in full: "Tuesday 15 December 2026", "tirsdag den 15. december 2026"."""
    weekday, month = _names(day, say)
    if say.language == "da":
        return f"{weekday} den {day.day}. {month} {day.year}"
    return f"{weekday} {day.day} {month} {day.year}"


def short_date(day: date, say: Say, *, today: date) -> str:
    """Say a date for a list: "15 December", with the year where it is not this one."""
    _, month = _names(day, say)
    number = f"{day.day}." if say.language == "da" else f"{day.day}"
    return f"{number} {month}" if day.year == today.year else f"{number} {month} {day.year}"


def brief_date(day: date, say: Say, *, today: date) -> str:
    """Write a date for a column: "15 Dec", with the year where it is not this one."""
    _, month = _names(day, say)
    brief = f"{day.day} {month[:3]}"
    return brief if day.year == today.year else f"{brief} {day.year}"


def short_day(day: date, say: Say, *, today: date) -> str:
    """Say a date with its weekday: "Thursday 10 December", "torsdag den 10. december"."""
    weekday, _ = _names(day, say)
    joint = " den " if say.language == "da" else " "
    return weekday + joint + short_date(day, say, today=today)


def weekday_name(day: date, say: Say) -> str:
    """Name the day of the week."""
    return _names(day, say)[0]


def clock(moment: datetime, say: Say) -> str:
    """Say the time of day: "at 9.00", "kl. 9.00"."""
    return f"{'kl.' if say.language == 'da' else 'at'} {bare_clock(moment)}"


def bare_clock(moment: datetime) -> str:
    """Give the time of day alone: "9.00"."""
    here = local(moment)
    return f"{here.hour}.{here.minute:02}"


def appointment_words(moment: datetime, say: Say, *, today: date) -> str:
    """Say when to come: "Thursday 10 December at 9.00"."""
    return f"{short_day(local(moment).date(), say, today=today)} {clock(moment, say)}"


def long_time(moment: datetime, say: Say) -> str:
    """Say a date in full and the time of day."""
    return f"{long_date(local(moment).date(), say)} {clock(moment, say)}"


def deadline_words(moment: datetime, say: Say) -> str:
    """Say a deadline in full, with its hour where the sender set one."""
    day = day_of_deadline(moment)
    if _is_end_of_day(moment):
        return long_date(day, say)
    return f"{long_date(day, say)} {clock(moment, say)}"


def distance_words(day: date, say: Say, *, today: date) -> str:
    """Say how far off a day is: "today", "tomorrow", "in 3 days", "2 days ago"."""
    days = (day - today).days
    if days == 0:
        return say("today")
    if days == 1:
        return say("tomorrow")
    if days == -1:
        return say("yesterday")
    if days > 0:
        return say.count("in {n} day", "in {n} days", days)
    return say.count("{n} day ago", "{n} days ago", -days)


def _is_end_of_day(moment: datetime) -> bool:
    here = local(moment)
    there = moment.astimezone(UTC)
    ends = {(0, 0), (23, 59)}
    return (here.hour, here.minute) in ends or (there.hour, there.minute) in ends


def _names(day: date, say: Say) -> tuple[str, str]:
    language = say.language if say.language in _MONTHS else "en"
    return (
        _WEEKDAYS[language].split()[day.weekday()],
        _MONTHS[language].split()[day.month - 1],
    )


@cache
def _copenhagen(year: int) -> tzinfo:
    """Give Danish time; without a time zone database by the European rule, for that year."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # 4 ms: only when a date is said

    try:
        return ZoneInfo("Europe/Copenhagen")
    except ZoneInfoNotFoundError:
        return EuropeanRule(year)


class EuropeanRule(tzinfo):
    """Central European time: summer from the last Sunday of March to that of October, 01:00 UTC."""

    def __init__(self, year: int) -> None:
        """Make the rule of one year."""
        self._summer = tuple(
            datetime(year, month, _last_sunday(year, month), 1, tzinfo=UTC) for month in (3, 10)
        )

    def utcoffset(self, moment: datetime | None) -> timedelta:
        """Give one hour, two in summer."""
        return timedelta(hours=1) + self.dst(moment)

    def dst(self, moment: datetime | None) -> timedelta:
        """Give the hour that summer adds."""
        if moment is None:
            return timedelta(0)
        start, end = self._summer
        winter = moment.replace(tzinfo=timezone(timedelta(hours=1)))
        return timedelta(hours=1) if start <= winter < end else timedelta(0)

    def tzname(self, moment: datetime | None) -> str:
        """Name the time."""
        return "CEST" if self.dst(moment) else "CET"


def _last_sunday(year: int, month: int) -> int:
    last = date(year, month, 31)
    return 31 - (last.weekday() + 1) % 7
