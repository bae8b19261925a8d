"""A letter, or what falls due, as one line of a chat: the terminal's own, less what is kept back.

Below level 3 the store gives letters without their subjects, and sensitive ones without their
senders, too; a line leaves out what is not there rather than call it missing.
"""

from datetime import date

from accessibility.due_line import FOUND, due_line
from accessibility.list_line import as_sentence, facts_in_order, sender_name
from accessibility.spoken_dates import (
    appointment_words,
    day_of_deadline,
    distance_words,
    local,
    short_date,
    short_day,
)
from accessibility.wording import Say
from mailbox_store.model.chat import Level
from mailbox_store.model.letter import LetterSummary
from mailbox_store.model.query import Due, DueKind

_VISITS = (DueKind.APPOINTMENT, DueKind.FOUND_APPOINTMENT)


def letter_line(number: str, letter: LetterSummary, say: Say, *, today: date, level: Level) -> str:
    """Give a letter's line; of one that is kept back only its state and date.

    A letter without a number ("") begins with its sender.
    """
    if is_kept_back(letter):
        facts = [
            kept_back_words(level, say),
            *([say("Unread.")] if letter.unread else []),
            as_sentence(short_date(local(letter.received).date(), say, today=today)),
        ]
    else:
        who, what, *rest = facts_in_order(letter, say, today=today, folder=True)
        facts = [who, *([what] if letter.subject else []), *rest]
    return " ".join([f"{number}.", *facts] if number else facts)


def is_kept_back(letter: LetterSummary) -> bool:
    """Tell whether the store gave a letter without saying who sent it."""
    return not (letter.sender_name or letter.sender_number)


def kept_back_words(level: Level, say: Say) -> str:
    """Say that there is a letter, and what would show it."""
    if level >= Level.TEXT:
        return say("A letter that is shown once you have typed your PIN.")
    return say("A letter that is shown at level 3, or in the terminal.")


def due_words(due: Due, say: Say, *, today: date, level: Level) -> str:
    """Say what falls due; of a letter that is kept back, and of its text, only the day.

    What the letter's own words say (`label`) is told only where the store gave them.
    """
    if due.letter.subject and (due.label or due.kind not in FOUND):
        return due_line(due, say, today=today)
    if due.kind in _VISITS:
        day, when = local(due.at).date(), appointment_words(due.at, say, today=today)
        asked = say("Appointment {time}, {distance}.", time=when,
                    distance=distance_words(day, say, today=today))  # fmt: skip
    else:
        day = day_of_deadline(due.at)
        when, distance = short_day(day, say, today=today), distance_words(day, say, today=today)
        is_probable = due.kind is DueKind.PROBABLE_DEADLINE and not due.is_confirmed
        asked = (
            say("Probably by {date}, {distance}.", date=when, distance=distance)
            if is_probable
            else say("Due {date}, {distance}.", date=when, distance=distance)
        )
    if is_kept_back(due.letter):
        return f"{kept_back_words(level, say)} {asked}"
    return f"{as_sentence(sender_name(due.letter.sender, say))} {asked}"
