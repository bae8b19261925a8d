"""Deadlines and appointments as a calendar file (RFC 5545) in Danish time.

A deadline is a whole day and reminds at nine on the day before; an appointment reminds two hours
before. What the letter does not say in so many words is written only when the person confirmed it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from accessibility.calendar_file import escaped, folded
from accessibility.list_line import sender_name, subject_words
from accessibility.plain_text import one_line
from accessibility.spoken_dates import day_of_deadline, local
from accessibility.wording import Say
from mailbox_store.model.letter import LetterSummary
from mailbox_store.model.query import Due, DueKind

_DAY_BEFORE = "-PT15H"  # from the midnight that begins the day: nine o'clock on the day before
_TWO_HOURS_BEFORE = "-PT2H"
_VISITS = (DueKind.APPOINTMENT, DueKind.FOUND_APPOINTMENT)
_FOUND = (DueKind.FOUND_DEADLINE, DueKind.PROBABLE_DEADLINE, DueKind.FOUND_APPOINTMENT)
_MOST_TEXT = 500  # characters of a quote
_UID_LENGTH = 32  # hexadecimal digits
_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Copenhagen
BEGIN:DAYLIGHT
DTSTART:19810329T020000
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    letter: LetterSummary
    key: str
    at: date | datetime  # a datetime is Danish time without its zone
    about: str


def deadlines_ics(dues: Iterable[Due], say: Say, *, now: datetime) -> bytes:
    """Write deadlines and appointments as one calendar; what needs a yes and has none is left out.

    The uid is made of the letter and the fact, so that a second export replaces the first. Of two
    that are the same, the sender's own field comes first if it is given first.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Brevdue//Brevdue//EN"]
    lines += _ZONE.splitlines()
    told: set[tuple[str, date]] = set()
    for due in dues:
        entry = _entry(due)
        if entry is None or (entry.letter.uuid, entry.at) in told:
            continue
        told.add((entry.letter.uuid, entry.at))
        lines += _event(entry, say, now=now)
    lines.append("END:VCALENDAR")
    return "".join(f"{piece}\r\n" for line in lines for piece in folded(line)).encode()


def _entry(due: Due) -> _Entry | None:
    """Make what is written of a deadline; None where it still needs the person's yes."""
    if due.kind is DueKind.PROBABLE_DEADLINE and not due.is_confirmed:
        return None
    is_found = due.kind in _FOUND
    if due.kind in _VISITS:
        moment = local(due.at).replace(tzinfo=None)
        key = f"{due.kind}|{moment}" if is_found else f"{due.kind}|{due.label}"
        return _Entry(letter=due.letter, key=key, at=moment, about=due.label)
    day = day_of_deadline(due.at)
    key = f"{due.kind}|{day}" if is_found else f"{due.kind}|{due.label}"
    return _Entry(letter=due.letter, key=key, at=day, about=due.label)


def _event(entry: _Entry, say: Say, *, now: datetime) -> Iterator[str]:
    letter = entry.letter
    what = f"{sender_name(letter.sender, say)}: {subject_words(letter.subject, say)}"
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(letter, entry.key)}@brevdue"
    yield f"DTSTAMP:{now.astimezone(UTC).strftime('%Y%m%dT%H%M%SZ')}"
    if isinstance(entry.at, datetime):
        yield f"DTSTART;TZID=Europe/Copenhagen:{entry.at.strftime('%Y%m%dT%H%M%S')}"
        yield f"SUMMARY:{escaped(what)}"
        reminder = _TWO_HOURS_BEFORE
    else:
        yield f"DTSTART;VALUE=DATE:{entry.at.strftime('%Y%m%d')}"
        yield f"DTEND;VALUE=DATE:{(entry.at + timedelta(days=1)).strftime('%Y%m%d')}"
        yield f"SUMMARY:{escaped(say('Deadline: {what}', what=what))}"
        yield "TRANSP:TRANSPARENT"  # a deadline does not make the person busy
        reminder = _DAY_BEFORE
    if about := one_line(entry.about, limit=_MOST_TEXT):
        yield f"DESCRIPTION:{escaped(about)}"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:{reminder}")
    yield from (f"DESCRIPTION:{escaped(what)}", "END:VALARM", "END:VEVENT")


def _uid(letter: LetterSummary, key: str) -> str:
    return sha256(f"{letter.uuid}|{key}".encode()).hexdigest()[:_UID_LENGTH]
