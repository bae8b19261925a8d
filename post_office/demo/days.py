"""Days counted from today, so that the demonstration always has something due and something past.

A day that falls in a weekend is moved away from today, because offices do not write, wait or
meet people on Sundays.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_HERE = ZoneInfo("Europe/Copenhagen")
_MONTHS = {
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_WEEKDAYS = {
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
_PLACE = re.compile(r"\{(date|weekday|month|year|esc)(?: ([+-]\d+))?\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The calendar of one demonstration, seen from the moment it was made."""

    now: datetime

    def on(self, offset: int) -> date:
        """Give the working day so many days from today."""
        day = self._today + timedelta(days=offset)
        beyond = max(0, day.weekday() - 4)  # 1 on a Saturday, 2 on a Sunday
        return day - timedelta(days=beyond) if offset < 0 else day + timedelta(days=-beyond % 3)

    def at(self, offset: int, clock: str) -> datetime:
        """Give a time of day, as a Danish clock shows it ("9.00"), on such a day."""
        hour, minute = clock.split(".")
        here = datetime.combine(self.on(offset), time(int(hour), int(minute)), _HERE)
        return here.astimezone(UTC)

    def filled(self, text: str, language: str) -> str:
        """Put the days into a text: {date +3}, {weekday +3}, {month +32}, {year -500}."""

        def fill(place: re.Match[str]) -> str:
            return self._words(place[1], int(place[2] or 0), language)

        return _PLACE.sub(fill, text)

    @property
    def _today(self) -> date:
        return self.now.astimezone(_HERE).date()

    def _words(self, kind: str, offset: int, language: str) -> str:
        if kind == "esc":  # a letter with tricks: no file of ours holds the raw byte
            return "\x1b"
        if kind == "year":
            return str((self._today + timedelta(days=offset)).year)
        return _WRITERS[language](kind, self.on(offset))


def _danish(kind: str, day: date) -> str:
    month = f"{_MONTHS['da'].split()[day.month - 1]} {day.year}"
    if kind == "month":
        return month
    if kind == "weekday":
        return f"{_WEEKDAYS['da'].split()[day.weekday()]} den {day.day}. {month}"
    return f"{day.day}. {month}"


def _english(kind: str, day: date) -> str:
    month = f"{_MONTHS['en'].split()[day.month - 1]} {day.year}"
    if kind == "month":
        return month
    if kind == "weekday":
        return f"{_WEEKDAYS['en'].split()[day.weekday()]} {day.day} {month}"
    return f"{day.day} {month}"


_WRITERS: dict[str, Callable[[str, date], str]] = {"da": _danish, "en": _english}
