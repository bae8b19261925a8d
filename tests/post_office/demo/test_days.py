"""Days counted from today: working days only, and the same day in text as in the deadline."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from post_office.demo.days import Days

_TODAY = st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1)).map(  # noqa: DTZ001 - made aware next
    lambda moment: moment.replace(tzinfo=UTC)
)


@given(now=_TODAY, offset=st.integers(min_value=-100, max_value=400))
def test_no_day_falls_in_a_weekend_and_none_changes_sides(now: datetime, offset: int) -> None:
    days = Days(now=now)
    day = days.on(offset)
    assert day.weekday() < 5
    today = days.on(0)
    assert day >= today if offset >= 0 else day <= now.date()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("senest den {date +4}", "da", "senest den 30. november 2026"),
        ("{weekday +1} kl. 9", "da", "onsdag den 25. november 2026 kl. 9"),
        ("den 1. {month +32}", "da", "den 1. december 2026"),
        ("by {date -1}", "en", "by 23 November 2026"),
        ("{weekday +3}", "en", "Friday 27 November 2026"),
        ("for {year -500} and {year +961}", "en", "for 2025 and 2029"),
        ("{esc}[31m", "da", "\x1b[31m"),
        ("{unknown +1}", "da", "{unknown +1}"),
    ],
)
def test_a_text_gets_its_days(text: str, language: str, expected: str, now: datetime) -> None:
    assert Days(now=now).filled(text, language) == expected


def test_times_are_danish_also_across_the_change_of_clocks() -> None:
    days = Days(now=datetime(2026, 10, 22, 12, 0, tzinfo=UTC))  # clocks change on the 25th
    assert days.at(0, "9.00") == datetime(2026, 10, 22, 7, 0, tzinfo=UTC)
    assert days.at(5, "9.00") == datetime(2026, 10, 27, 8, 0, tzinfo=UTC)


def test_just_after_midnight_in_denmark_it_is_already_tomorrow() -> None:
    assert Days(now=datetime(2026, 11, 23, 23, 30, tzinfo=UTC)).on(0) == date(2026, 11, 24)
