"""A letter as one line of a list, in the one order of facts.

Who, what, what is asked and by when, the state, the date: a listener may stop after any of them.

An unverified sender is named so here only where the letter wants something (a legal notice, a
deadline, an appointment): in a mailbox a person filled by hand every sender is unverified, and a
warning on every line is one nobody hears. An opened letter always says it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from accessibility.plain_text import one_line
from accessibility.spoken_dates import (
    appointment_words,
    day_of_deadline,
    local,
    short_date,
)
from accessibility.wording import Say, sentence
from mailbox_store.model.folder import FolderType
from mailbox_store.model.letter import LetterSummary
from mailbox_store.model.party import Party, without_cpr_numbers

NAME_LENGTH = 120  # characters: longer names and subjects are cut in lists, with a mark
SUBJECT_LENGTH = 256  # what MeMo allows


class LetterState(StrEnum):
    """What a list says of a letter beside who, what and by when."""

    NOT_VERIFIED = "not-verified"
    CONFLICT = "conflict"
    NOTICE_RECEIVED = "notice-received"
    UNREAD = "unread"
    FLAGGED = "flagged"


_STATES: Mapping[LetterState, str] = {
    LetterState.NOT_VERIFIED: sentence("Sender not verified."),
    LetterState.CONFLICT: sentence("Conflict: another letter has the same id."),
    LetterState.NOTICE_RECEIVED: sentence("Legal notice, received."),
    LetterState.UNREAD: sentence("Unread."),
    LetterState.FLAGGED: sentence("Flagged."),
}


def list_line(
    number: int,
    letter: LetterSummary,
    say: Say,
    *,
    today: date,
    show_folder: bool = False,
    states: Iterable[str] = (),
) -> str:
    """Give the line: "1. Office. Subject. Answer by 15 December. Unread. 20 November.".

    A letter without a number (0) begins with its sender. `states` are sentences that a face adds
    to the letter's own, such as "Selected.".
    """
    facts = facts_in_order(letter, say, today=today, folder=show_folder, states=states)
    return " ".join([f"{number}.", *facts] if number else facts)


def facts_in_order(
    letter: LetterSummary,
    say: Say,
    *,
    today: date,
    folder: bool = False,
    states: Iterable[str] = (),
) -> list[str]:
    """Give the facts of a list line, each a sentence of its own."""
    is_in_inbox = letter.folder_type == FolderType.INBOX
    return [
        as_sentence(sender_name(letter.sender, say)),
        as_sentence(subject_words(letter.subject, say)),
        *_asked(letter, say, today=today),
        *(say(_STATES[state]) for state in states_of(letter)),
        *states,
        *([folder_sentence(letter, say)] if folder and not is_in_inbox else []),
        as_sentence(short_date(local(letter.received).date(), say, today=today)),
    ]


def sender_name(sender: Party, say: Say) -> str:
    """Name a sender as lists may: a name, else a masked number, else words for neither."""
    name = one_line(without_cpr_numbers(sender.name), limit=NAME_LENGTH)
    return name or one_line(sender.masked_number, limit=NAME_LENGTH) or say("Unknown sender")


def subject_words(subject: str, say: Say) -> str:
    """Give a subject as lists may show it."""
    return one_line(without_cpr_numbers(subject), limit=SUBJECT_LENGTH) or say("No subject")


def as_sentence(words: str) -> str:
    """End words like a sentence, once."""
    return words if words.endswith((".", "!", "?", "…", ":")) else words + "."


def folder_name(kind: str, name: str, say: Say, *, is_archive: bool = False) -> str:
    """Name a folder: the standard ones and Archive in the person's language."""
    if is_archive:
        return say("Archive")
    match kind:
        case FolderType.INBOX:
            return say("Inbox")
        case FolderType.DRAFTS:
            return say("Drafts")
        case FolderType.SENT:
            return say("Sent")
        case FolderType.DELETED:
            return say("Bin")
        case _:
            return one_line(name, limit=NAME_LENGTH)


def folder_sentence(letter: LetterSummary, say: Say) -> str:
    """Say which folder a letter lies in."""
    archive = letter.folder_type == FolderType.USER_DEFINED and letter.folder_name == "Archive"
    name = folder_name(letter.folder_type, letter.folder_name, say, is_archive=archive)
    return say("In {folder}.", folder=name)


def _asked(letter: LetterSummary, say: Say, *, today: date) -> list[str]:
    asked: list[str] = []
    if letter.is_guarded:
        asked.append(say("Legal notice, not opened."))
    if letter.reply_by is not None:
        day = day_of_deadline(letter.reply_by)
        words = short_date(day, say, today=today)
        if day < today:
            asked.append(say("The answer was due {date}.", date=words))
        elif day == today:
            asked.append(say("Answer today."))
        else:
            asked.append(say("Answer by {date}.", date=words))
    if letter.appointment is not None:
        words = appointment_words(letter.appointment, say, today=today)
        asked.append(as_sentence(words[0].upper() + words[1:]))
    return asked


def states_of(letter: LetterSummary) -> list[LetterState]:
    """Give what a list says of a letter's state, in the order it is said."""
    wants_something = (
        letter.is_guarded or letter.reply_by is not None or letter.appointment is not None
    )
    states = {
        LetterState.NOT_VERIFIED: wants_something and not letter.sender_verified,
        LetterState.CONFLICT: letter.conflict,
        LetterState.NOTICE_RECEIVED: letter.legal_notice and not letter.is_guarded,
        LetterState.UNREAD: letter.unread,
        LetterState.FLAGGED: letter.flagged,
    }
    return [state for state, is_so in states.items() if is_so]
