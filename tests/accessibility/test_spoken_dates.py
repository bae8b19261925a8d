"""Dates as words, in Danish time, a deadline never a day late."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from accessibility import spoken_dates
from accessibility.wording import wording_for

EN, DA = wording_for("en"), wording_for("da")
TODAY = date(2026, 11, 23)
NINE = datetime(2026, 12, 10, 8, 0, tzinfo=UTC)


def test_dates_are_said_in_both_languages() -> None:
    day = date(2026, 12, 15)
    assert spoken_dates.long_date(day, EN) == "Tuesday 15 December 2026"
    assert spoken_dates.long_date(day, DA) == "tirsdag den 15. december 2026"
    assert spoken_dates.short_date(day, EN, today=TODAY) == "15 December"
    assert spoken_dates.short_date(day, DA, today=TODAY) == "15. december"
    assert spoken_dates.short_date(date(2027, 1, 2), EN, today=TODAY) == "2 January 2027"
    assert spoken_dates.appointment_words(NINE, EN, today=TODAY) == "Thursday 10 December at 9.00"
    danish = spoken_dates.appointment_words(NINE, DA, today=TODAY)
    assert danish == "torsdag den 10. december kl. 9.00"


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-12-15T23:59:59Z", 15),  # Danish time stamped as UTC
        ("2026-12-15T22:59:59Z", 15),  # converted well
        ("2026-12-14T23:00:00Z", 15),  # a date, converted well
        ("2026-12-15T00:00:00Z", 15),
        ("2026-12-15T23:30:00Z", 15),  # in doubt the earlier day
        ("2026-06-15T21:59:59Z", 15),
        ("2026-06-14T22:00:00Z", 15),
    ],
)
def test_a_deadline_is_never_said_a_day_late(moment: str, day: int) -> None:
    assert spoken_dates.day_of_deadline(datetime.fromisoformat(moment)).day == day


def test_the_hour_of_a_deadline_is_said_only_where_the_sender_set_one() -> None:
    end_of_day = datetime(2026, 12, 15, 23, 59, 59, tzinfo=UTC)
    assert spoken_dates.deadline_words(end_of_day, EN) == "Tuesday 15 December 2026"
    noon = datetime(2026, 12, 15, 11, 0, tzinfo=UTC)
    assert spoken_dates.deadline_words(noon, EN) == "Tuesday 15 December 2026 at 12.00"


@pytest.mark.parametrize(
    ("days", "english", "danish"),
    [
        (-3, "3 days ago", "for 3 dage siden"),
        (-1, "yesterday", "i går"),
        (0, "today", "i dag"),
        (1, "tomorrow", "i morgen"),
        (3, "in 3 days", "om 3 dage"),
    ],
)
def test_how_far_off_a_day_is(days: int, english: str, danish: str) -> None:
    day = TODAY + timedelta(days=days)
    assert spoken_dates.distance_words(day, EN, today=TODAY) == english
    assert spoken_dates.distance_words(day, DA, today=TODAY) == danish


def test_without_a_time_zone_database_the_european_rule_gives_the_same() -> None:
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    rule, zone = spoken_dates.EuropeanRule(2026), ZoneInfo("Europe/Copenhagen")
    while moment.month < 12:
        assert moment.astimezone(rule).replace(tzinfo=None) == moment.astimezone(zone).replace(
            tzinfo=None
        )
        moment += timedelta(minutes=90)


@pytest.mark.parametrize("minute", [0, 59])
def test_the_last_hour_of_all_time_is_a_date_like_any_other(minute: int) -> None:
    for_ever = datetime(9999, 12, 31, 23, minute, 59, tzinfo=UTC)

    assert spoken_dates.local(for_ever).date() == date(9999, 12, 31)
    assert spoken_dates.day_of_deadline(for_ever) == date(9999, 12, 31)
