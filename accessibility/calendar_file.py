"""Appointments as a calendar file (iCalendar, RFC 5545), to be opened by a calendar program.

Times are written in UTC, which every calendar turns into the person's own; so no rule of summer
time has to travel with them.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from accessibility.list_line import sender_name, subject_words
from accessibility.plain_text import one_line, plain
from accessibility.wording import Say
from mailbox_store.model.document import ActionStatus, Reservation
from mailbox_store.model.letter import Letter

_LINE = 75  # octets of a content line, RFC 5545 section 3.1
_REMINDER = "-P1D"  # a day before


def appointments_of(letter: Letter) -> tuple[Reservation, ...]:
    """Give the appointments that a letter asks the person to come to."""
    return tuple(visit for visit, _ in _visits(letter))


def calendar_text(letter: Letter, say: Say, *, now: datetime) -> str:
    """Write a letter's appointments as one calendar.

    An appointment keeps its uid, so that a second export replaces the first in the calendar. An end
    that lies before its start, as some real letters have it, is left out. What was cancelled is
    written as cancelled, so that it leaves the calendar that it was put in, and reminds of nothing.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Brevdue//Brevdue//EN"]
    for number, (visit, status) in enumerate(_visits(letter), start=1):
        is_cancelled = status is ActionStatus.CANCELLED
        lines += _event(letter, visit, number, say, now=now, is_cancelled=is_cancelled)
    lines.append("END:VCALENDAR")
    return "".join(f"{piece}\r\n" for line in lines for piece in folded(line))


def _visits(letter: Letter) -> list[tuple[Reservation, ActionStatus]]:
    return [(a.reservation, a.status) for a in letter.actions if a.reservation is not None]


def _event(
    letter: Letter, visit: Reservation, number: int, say: Say, *, now: datetime, is_cancelled: bool
) -> Iterable[str]:
    summary = letter.summary
    who = sender_name(summary.sender, say)
    what = one_line(visit.abstract) or subject_words(summary.subject, say)
    contact = " ".join(filter(None, map(one_line, (visit.organizer_name, visit.organizer_mail))))
    about = [plain(visit.description), contact]
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(one_line(visit.uuid) or f'{summary.uuid}-{number}')}@brevdue"
    yield f"DTSTAMP:{_utc(now)}"
    yield f"DTSTART:{_utc(visit.start)}"
    if visit.end > visit.start:
        yield f"DTEND:{_utc(visit.end)}"
    yield f"SUMMARY:{escaped(f'{who}: {what}')}"
    if place := one_line(visit.location):
        yield f"LOCATION:{escaped(place)}"
    if text := "\n".join(filter(None, about)):
        yield f"DESCRIPTION:{escaped(text)}"
    if is_cancelled:
        yield "STATUS:CANCELLED"
    else:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:{_REMINDER}")
        yield from (f"DESCRIPTION:{escaped(what)}", "END:VALARM")
    yield "END:VEVENT"


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def escaped(text: str) -> str:
    """Write text so that it stays inside its field."""
    for sign in "\\;,":
        text = text.replace(sign, "\\" + sign)
    return text.replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """Break a long line between characters, each next line beginning with a blank."""
    piece, room = "", _LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            yield piece
            piece, room = " ", _LINE - 1
        piece += character
        room -= size
    yield piece
