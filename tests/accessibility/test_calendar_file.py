"""Appointments as calendar files, read back by another program's parser."""

from datetime import UTC, datetime, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.calendar_file import calendar_text
from accessibility.wording import wording_for
from mailbox_store.model.document import Action, ActionStatus, Reservation
from mailbox_store.model.folder import FolderType
from mailbox_store.model.letter import (
    Letter,
    LetterId,
    LetterSummary,
    MessageState,
    MessageType,
    Origin,
    ThreadId,
    milliseconds_of,
)
from mailbox_store.model.party import IdType, Party

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
START = datetime(2026, 12, 10, 8, 0, tzinfo=UTC)


def letter_with(*visits: Reservation, status: ActionStatus = ActionStatus.RECEIVED) -> Letter:
    """Make an opened letter with appointments."""
    actions = tuple(
        Action(label="Kom", code="AFTALE", reservation=visit, status=status) for visit in visits
    )
    summary = LetterSummary(
        id=LetterId(2), uuid="u-1", sender_name="Bylderup Kommune", sender_type="CVR",
        sender_number="12345678", sender_verified=1, subject="Pas", unread=0, flagged=0,
        received_ms=milliseconds_of(NOW), reply_by_ms=None, appointment_ms=None, legal_notice=0,
        legally_notified_ms=None, document_count=0, thread=ThreadId(1), conflict=0, folder_id=1,
        folder_type=FolderType.INBOX, folder_name="INBOX",
    )  # fmt: skip
    return Letter(
        summary=summary, recipient=Party(id_type=IdType.CPR, number="0101800000"),
        type=MessageType.REGULAR, state=MessageState.RECEIVED, origin=Origin.POST_OFFICE,
        sent=None, may_reply=False, notification="", case_id="", note="", version=1, documents=(),
        actions=actions, warnings=(),
    )  # fmt: skip


def visit(**facts: object) -> Reservation:
    """Make an appointment of half an hour."""
    known: dict[str, object] = {
        "uuid": "r-1", "description": "Medbring pas; og billede, tak", "abstract": "Pas",
        "location": "Torvet 1, lokale 4", "start": START, "end": START + timedelta(minutes=30),
        "organizer_mail": "", "organizer_name": "Borgerservice",
    }  # fmt: skip
    return Reservation(**(known | facts))  # type: ignore[arg-type]  # made by name


def read_back(text: str) -> list[icalendar.Component]:
    """Let another program's parser read it."""
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def test_an_appointment_is_read_back_as_it_is() -> None:
    (event,) = read_back(calendar_text(letter_with(visit()), wording_for("da"), now=NOW))
    assert event["SUMMARY"] == "Bylderup Kommune: Pas"
    assert event["LOCATION"] == "Torvet 1, lokale 4"
    assert event["DESCRIPTION"] == "Medbring pas; og billede, tak\nBorgerservice"
    assert event.decoded("DTSTART") == START
    assert event.decoded("DTEND") == START + timedelta(minutes=30)
    assert event["UID"] == "r-1@brevdue"
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(days=-1)


def test_an_end_before_the_start_is_left_out_and_each_keeps_an_uid_of_its_own() -> None:
    wrong = visit(uuid="", end=START - timedelta(hours=1))
    events = read_back(calendar_text(letter_with(wrong, wrong), wording_for("en"), now=NOW))
    assert [event["UID"] for event in events] == ["u-1-1@brevdue", "u-1-2@brevdue"]
    assert all("DTEND" not in event for event in events)


def test_a_cancelled_appointment_is_cancelled_in_the_calendar_and_reminds_of_nothing() -> None:
    cancelled = letter_with(visit(), status=ActionStatus.CANCELLED)
    (event,) = read_back(calendar_text(cancelled, wording_for("da"), now=NOW))
    assert event["STATUS"] == "CANCELLED"
    assert event.walk("VALARM") == []
    assert event["UID"] == "r-1@brevdue"  # of the one that is in the calendar already
    assert event.decoded("DTSTART") == START


@pytest.mark.parametrize(
    "status", [one for one in ActionStatus if one is not ActionStatus.CANCELLED]
)
def test_an_appointment_in_any_other_state_stands(status: ActionStatus) -> None:
    (event,) = read_back(
        calendar_text(letter_with(visit(), status=status), wording_for("da"), now=NOW)
    )
    assert "STATUS" not in event
    assert len(event.walk("VALARM")) == 1


@given(st.text(max_size=200), st.text(max_size=200))
def test_whatever_a_sender_writes_stays_inside_its_field(place: str, about: str) -> None:
    text = calendar_text(
        letter_with(visit(location=place, description=about)), wording_for("en"), now=NOW
    )
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (event,) = read_back(text)
    assert set(event) <= {
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "LOCATION",
        "DESCRIPTION",
    }
    assert " ".join(str(event.get("LOCATION", "")).split()) == str(event.get("LOCATION", ""))
