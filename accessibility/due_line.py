"""What falls due and when, in the person's own days, as one line for every face."""

from collections.abc import Iterable
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
from mailbox_store.model.query import Due, DueKind

FOUND = (DueKind.FOUND_DEADLINE, DueKind.FOUND_APPOINTMENT, DueKind.PROBABLE_DEADLINE)


def still_due_of(dues: Iterable[Due], today: date) -> tuple[Due, ...]:
    """Give what falls due today or later, as the person's own days go.

    What a letter's text says is left out where the sender's own field says the same.
    """
    due = tuple(dues)
    told = {(one.letter.id, _moment(one)) for one in due if one.kind not in FOUND}
    return tuple(
        one
        for one in due
        if max(local(one.at).date(), day_of_deadline(one.at)) >= today
        and (one.kind not in FOUND or (one.letter.id, _moment(one)) not in told)
    )


def due_line(due: Due, say: Say, *, today: date) -> str:
    """Say what falls due: who, what, what is asked and by when."""
    who = as_sentence(sender_name(due.letter.sender, say))
    what = as_sentence(subject_words(due.letter.subject, say))
    label = one_line(due.label, limit=120)
    if due.kind in (DueKind.APPOINTMENT, DueKind.FOUND_APPOINTMENT):
        day, when = local(due.at).date(), appointment_words(due.at, say, today=today)
    else:
        day = day_of_deadline(due.at)
        when = short_day(day, say, today=today)
    distance = distance_words(day, say, today=today)
    if due.kind is DueKind.REPLY:
        asked = say("Answer by {date}, {distance}.", date=when, distance=distance)
    elif due.kind in FOUND:
        asked = _found_words(due, say, when=when, distance=distance)
    elif due.kind is DueKind.APPOINTMENT:
        asked = say("Appointment {time}, {distance}.", time=when, distance=distance)
    elif label:
        asked = say("{label} by {date}, {distance}.", label=label, date=when, distance=distance)
    else:
        asked = say("Due {date}, {distance}.", date=when, distance=distance)
    other = _told_otherwise(due, say, today=today)
    doubt = "" if due.letter.sender_verified else " " + say("Sender not verified.")
    return f"{who} {what} {asked}{other}{doubt}"


def _found_words(due: Due, say: Say, *, when: str, distance: str) -> str:
    """Say what a letter's text says, with its own words."""
    quote = one_line(due.label, limit=200)
    if due.kind is DueKind.FOUND_APPOINTMENT:
        return say(
            "Appointment {time}, {distance}. The letter writes: “{quote}”",
            time=when, distance=distance, quote=quote,
        )  # fmt: skip
    if due.kind is DueKind.FOUND_DEADLINE or due.is_confirmed:
        return say(
            "By {date}, {distance}. The letter writes: “{quote}”",
            date=when, distance=distance, quote=quote,
        )  # fmt: skip
    return say(
        "Probably by {date}, {distance}. The letter writes: “{quote}”",
        date=when, distance=distance, quote=quote,
    )  # fmt: skip


def _told_otherwise(due: Due, say: Say, *, today: date) -> str:
    """Say what the sender's own field says, where the text says something else."""
    is_visit = due.kind is DueKind.FOUND_APPOINTMENT
    own = due.letter.appointment if is_visit else due.letter.reply_by
    if due.kind not in FOUND or own is None:
        return ""
    if is_visit:
        told = appointment_words(own, say, today=today)
    else:
        told = short_day(day_of_deadline(own), say, today=today)
    return " " + say("The sender's own field says {date}.", date=told)


def _moment(due: Due) -> object:
    """Give what two ways of saying the same have in common: an hour to come, else a day."""
    is_visit = due.kind in (DueKind.APPOINTMENT, DueKind.FOUND_APPOINTMENT)
    return local(due.at).replace(second=0) if is_visit else day_of_deadline(due.at)
