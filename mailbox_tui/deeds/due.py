"""What falls due and when, in the person's own days: deadlines, appointments, payments."""

from datetime import date

from accessibility.list_line import as_sentence, sender_name, subject_words
from accessibility.plain_text import one_line
from accessibility.spoken_dates import (
    appointment_words,
    day_of_deadline,
    distance_words,
    local,
    short_day,
)
from accessibility.wording import Say
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.query import Due, DueKind

SOON_DAYS = 7
_MOST_DUE = 500  # deadlines looked at


async def still_due(mailbox: Mailbox, today: date) -> tuple[Due, ...]:
    """Give what falls due today or later, as the person's own days go."""
    return tuple(
        due
        for due in await mailbox.due(limit=_MOST_DUE)
        if max(local(due.at).date(), day_of_deadline(due.at)) >= today
    )


async def answers_due_soon(mailbox: Mailbox, today: date) -> list[date]:
    """Give the days of the answers that are due within a week, soonest first."""
    days = [
        day_of_deadline(due.at)
        for due in await still_due(mailbox, today)
        if due.kind is DueKind.REPLY
    ]
    return sorted(day for day in days if 0 <= (day - today).days <= SOON_DAYS)


def due_line(due: Due, say: Say, *, today: date) -> str:
    """Say what falls due: who, what, what is asked and by when."""
    who = as_sentence(sender_name(due.letter.sender, say))
    what = as_sentence(subject_words(due.letter.subject, say))
    label = one_line(due.label, limit=120)
    if due.kind is DueKind.APPOINTMENT:
        day, when = local(due.at).date(), appointment_words(due.at, say, today=today)
    else:
        day = day_of_deadline(due.at)
        when = short_day(day, say, today=today)
    distance = distance_words(day, say, today=today)
    if due.kind is DueKind.REPLY:
        asked = say("Answer by {date}, {distance}.", date=when, distance=distance)
    elif due.kind is DueKind.APPOINTMENT:
        asked = say("Appointment {time}, {distance}.", time=when, distance=distance)
    elif label:
        asked = say("{label} by {date}, {distance}.", label=label, date=when, distance=distance)
    else:
        asked = say("Due {date}, {distance}.", date=when, distance=distance)
    doubt = "" if due.letter.sender_verified else " " + say("Sender not verified.")
    return f"{who} {what} {asked}{doubt}"
