"""The verbs that look over the whole mailbox: deadlines, status, log."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from datetime import date

from accessibility.list_line import as_sentence, sender_name, subject_words
from accessibility.plain_text import json_text, one_line
from accessibility.spoken_dates import (
    appointment_words,
    clock,
    day_of_deadline,
    distance_words,
    local,
    short_date,
    short_day,
    weekday_name,
)
from accessibility.wording import Say, sentence
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.errors import StoreMissing
from mailbox_store.model.event import AuditEvent, EventName
from mailbox_store.model.folder import FolderType
from mailbox_store.model.letter import letter_id_text
from mailbox_store.model.query import Due, DueKind
from mailbox_store.settings import STORE_VARIABLE
from mailbox_tui.desk import Desk, NoMailboxYetError
from mailbox_tui.letter_json import summary_json, time_json
from mailbox_tui.lines.listing import print_wrapped, today_of, wrapped
from mailbox_tui.numbered_list import NumberedList, remember

_SOON_DAYS = 7
_DUE_SHOWN = 50
_MOST_DUE = 500  # deadlines looked at
_EVENTS: Mapping[EventName, str] = {
    EventName.MESSAGE_READ: sentence("Letter opened."),
    EventName.MESSAGE_LEGALLY_NOTIFIED: sentence("Legal notice received: somebody said yes."),
    EventName.MEMO_AVAILABLE_TO_RECIPIENT: sentence("Letter arrived."),
    EventName.LEGAL_NOTICE_ASKED: sentence("Legal notice: the question was put."),
    EventName.LEGAL_NOTICE_DECLINED: sentence("Legal notice: not opened."),
    EventName.LETTER_IMPORTED: sentence("Letter imported."),
    EventName.LETTER_DELETED_FOR_GOOD: sentence("Letter deleted for good."),
    EventName.DOCUMENT_SAVED: sentence("Document saved as a file."),
    EventName.MAILBOX_EXPORTED: sentence("The whole mailbox was exported."),
    EventName.MAILBOX_BACKED_UP: sentence("A backup was made."),
    EventName.MAILBOX_REGISTERED: sentence("Mailbox registered."),
    EventName.MAILBOX_EXEMPTED: sentence("Mailbox set as exempt."),
    EventName.MAILBOX_CLOSED: sentence("Mailbox closed."),
    EventName.MAILBOX_OWNER_SET: sentence("The mailbox got its owner's number."),
}


async def list_deadlines(desk: Desk, options: Namespace) -> int:
    """Print what falls due, soonest first; more than were asked for are counted."""
    async with desk.open_mailbox() as mailbox:
        every = await still_due(mailbox, today_of(desk))
        due = every[: options.limit or _DUE_SHOWN]
        ids = list(dict.fromkeys(one.letter.id for one in due))
        numbered = NumberedList(query=None, ids=ids)
        remember(numbered, mailbox, desk.store_url, desk.environment)
        if options.json:
            desk.out.answer(
                json_text([_due_json(one, ids.index(one.letter.id) + 1) for one in due])
            )
            return 0
        for line in due_as_lines(desk, due, numbered):
            desk.out.answer(line)
        if len(due) < len(every):
            desk.out.answer(desk.say("{n} of {total}.", n=len(due), total=len(every)))
    return 0


async def still_due(mailbox: Mailbox, today: date) -> tuple[Due, ...]:
    """Give what falls due today or later, as the person's own days go."""
    return tuple(
        due
        for due in await mailbox.due(limit=_MOST_DUE)
        if max(local(due.at).date(), day_of_deadline(due.at)) >= today
    )


def due_as_lines(desk: Desk, due: Sequence[Due], numbered: NumberedList) -> list[str]:
    """Lay deadlines out, each with the number its letter has in `numbered`."""
    if not due:
        return [desk.say("Nothing falls due.")]
    today = today_of(desk)
    lines = []
    for one in due:
        name = numbered.number_of(one.letter.id) or letter_id_text(one.letter.id)
        lines += wrapped(desk, f"{name}. {due_line(one, desk.say, today=today)}")
    return lines


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


async def say_status(desk: Desk, options: Namespace) -> int:
    """Say in one line what is new; nothing, and no error, where there is nothing."""
    try:
        async with desk.open_mailbox() as mailbox:
            unread = await unread_in_inbox(mailbox)
            soon = await answers_due_soon(mailbox, today_of(desk))
    except (StoreMissing, NoMailboxYetError):
        if options.store or desk.environment.get(STORE_VARIABLE):  # named, so it should be there
            raise
        unread, soon = 0, []
    if options.json:
        shape = {"unread": unread, "answers_due": len(soon),
                 "due_by": soon[-1].isoformat() if soon else None}  # fmt: skip
        desk.out.answer(json_text(shape))
        return 0
    parts = [status_unread(unread, desk.say)] if unread else []
    if soon:
        by = _by_words(soon[-1], desk.say, today=today_of(desk))
        parts.append(desk.say.count("{n} answer due by {day}.", "{n} answers due by {day}.",
                                    len(soon), day=by))  # fmt: skip
    if parts:
        desk.out.answer(" ".join(parts))
    return 0


def status_unread(unread: int, say: Say) -> str:
    """Say how many letters are unread."""
    return say.count("{n} unread.", "{n} unread.", unread)


async def unread_in_inbox(mailbox: Mailbox) -> int:
    """Count the unread letters of the inbox."""
    return next(f.unread for f in await mailbox.folders() if f.type is FolderType.INBOX)


async def answers_due_soon(mailbox: Mailbox, today: date) -> list[date]:
    """Give the days of the answers that are due within a week, soonest first."""
    days = [
        day_of_deadline(due.at)
        for due in await still_due(mailbox, today)
        if due.kind is DueKind.REPLY
    ]
    return sorted(day for day in days if 0 <= (day - today).days <= _SOON_DAYS)


async def show_log(desk: Desk, options: Namespace) -> int:
    """Print the audit log, newest first."""
    async with desk.open_mailbox() as mailbox:
        events = await mailbox.audit_log(limit=options.limit or 20)
    if options.json:
        desk.out.answer(json_text([_event_json(event) for event in events]))
        return 0
    for event in events:
        print_wrapped(desk, event_line(event, desk.say, today=today_of(desk)))
    return 0


def event_line(event: AuditEvent, say: Say, *, today: date) -> str:
    """Say one entry of the log: what, which letter, who, when."""
    known = _EVENTS.get(event.name)
    parts = [say(known) if known else as_sentence(one_line(event.name))]
    if event.letter is not None:
        parts.append(f"{letter_id_text(event.letter)}.")
    parts.append(_actor(event.actor, say))
    day = short_date(local(event.at).date(), say, today=today)
    parts.append(f"{day} {clock(event.at, say)}.")
    return " ".join(parts)


def _actor(actor: str, say: Say) -> str:
    kind, _, number = actor.partition(":")
    if actor == "OPERATOR":
        return say("By the post office.")
    if kind == "CPR":
        return say("By the mailbox's owner, {number}.", number=f"{number[:6]}-****")
    if number:
        return say("By the mailbox's owner, {number}.", number=one_line(number, limit=80))
    return say("By the mailbox's owner.")


def _by_words(day: date, say: Say, *, today: date) -> str:
    """Name a day of the coming week by its weekday; a week from now that would mean today."""
    if (day - today).days <= 1:
        return distance_words(day, say, today=today)
    if (day - today).days >= _SOON_DAYS:
        return short_day(day, say, today=today)
    return weekday_name(day, say)


def _due_json(due: Due, number: int) -> dict[str, object]:
    return summary_json(due.letter, number=number) | {
        "at": time_json(due.at),
        "kind": due.kind,
        "label": due.label,
    }


def _event_json(event: AuditEvent) -> dict[str, object]:
    kind, _, number = event.actor.partition(":")
    return {
        "number": event.number,
        "at": time_json(event.at),
        "actor": f"CPR:{number[:6]}-****" if kind == "CPR" else event.actor,
        "name": event.name,
        "letter": None if event.letter is None else letter_id_text(event.letter),
    }
