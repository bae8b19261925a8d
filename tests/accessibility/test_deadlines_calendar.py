"""Deadlines as calendar files, read back by another program's parser."""

from datetime import UTC, date, datetime, time, timedelta

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from accessibility.deadlines_calendar import deadlines_ics
from accessibility.spoken_dates import in_danish_time
from accessibility.wording import wording_for
from mailbox_store.model.query import Due, DueKind
from tests.accessibility.test_brief import NOW, summary

EN = wording_for("en")


def deadline(day: date, quote: str = "Svar nu.", *, kind: DueKind = DueKind.FOUND_DEADLINE) -> Due:
    """Make a deadline as the store gives it: the last minute of its day."""
    at = in_danish_time(datetime.combine(day, time(23, 59)))
    return Due(at=at, kind=kind, label=quote, letter=summary())


def visit(moment: datetime) -> Due:
    """Make an appointment found in a letter; `moment` is in Danish time."""
    at = in_danish_time(moment)
    return Due(at=at, kind=DueKind.FOUND_APPOINTMENT, label="Mød op.", letter=summary())


def read_back(*dues: Due) -> list[icalendar.Component]:
    """Let another program's parser read what is written."""
    written = deadlines_ics(dues, EN, now=NOW)
    return list(icalendar.Calendar.from_ical(written).walk("VEVENT"))


def test_a_deadline_is_a_whole_day_and_reminds_on_the_day_before_at_nine() -> None:
    (event,) = read_back(deadline(date(2026, 11, 24)))
    assert event.decoded("DTSTART") == date(2026, 11, 24)
    assert event.decoded("DTEND") == date(2026, 11, 25)
    assert event["SUMMARY"] == "Deadline: Boligstøtten: Afgørelse"
    assert event["DESCRIPTION"] == "Svar nu."
    assert event.decoded("DTSTAMP") == NOW
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(hours=-15)


def test_an_appointment_is_in_danish_time_summer_and_winter() -> None:
    winter = visit(datetime(2026, 12, 10, 9, 15))  # noqa: DTZ001 - as a Danish clock shows it
    summer = visit(datetime(2027, 7, 10, 9, 15))  # noqa: DTZ001 - likewise
    first, second = read_back(winter, summer)
    assert first["DTSTART"].params["TZID"] == "Europe/Copenhagen"
    assert first.decoded("DTSTART").astimezone(UTC) == datetime(2026, 12, 10, 8, 15, tzinfo=UTC)
    assert second.decoded("DTSTART").astimezone(UTC) == datetime(2027, 7, 10, 7, 15, tzinfo=UTC)
    assert first.walk("VALARM")[0].decoded("TRIGGER") == timedelta(hours=-2)


def test_the_zone_that_is_written_is_the_one_that_holds() -> None:
    written = deadlines_ics([], EN, now=NOW)
    (zone,) = icalendar.Calendar.from_ical(written).walk("VTIMEZONE")
    assert isinstance(zone, icalendar.Timezone)
    told = zone.to_tz()
    for month, hours in ((1, 1), (7, 2)):
        moment = datetime(2027, month, 10, 12, 0, tzinfo=told)
        assert moment.utcoffset() == timedelta(hours=hours)


def test_what_the_letter_leaves_open_waits_for_a_yes() -> None:
    probable = deadline(date(2026, 12, 22), kind=DueKind.PROBABLE_DEADLINE)
    assert read_back(probable) == []
    (event,) = read_back(probable._replace(is_confirmed=True))
    assert event.decoded("DTSTART") == date(2026, 12, 22)


def test_a_second_export_replaces_the_first() -> None:
    one = deadline(date(2026, 11, 24))
    again = deadline(date(2026, 11, 24), "Svar nu, tak.")
    other = deadline(date(2026, 11, 25))
    uids = [read_back(due)[0]["UID"] for due in (one, again, other)]
    assert uids[0] == uids[1] != uids[2]


def test_what_the_senders_field_said_is_not_written_twice() -> None:
    at = datetime(2026, 11, 24, 22, 59, tzinfo=UTC)
    field = Due(at=at, kind=DueKind.REPLY, label="Svar", letter=summary())
    (event,) = read_back(field, deadline(date(2026, 11, 24)))
    assert event["DESCRIPTION"] == "Svar"


@given(st.text(max_size=300))
def test_whatever_a_letter_says_stays_inside_its_field(quote: str) -> None:
    due = deadline(date(2026, 11, 24), quote)
    written = deadlines_ics([due], EN, now=NOW)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert b"\n" not in written.replace(b"\r\n", b"")
    (event,) = read_back(due)
    assert event.decoded("DTSTART") == date(2026, 11, 24)
