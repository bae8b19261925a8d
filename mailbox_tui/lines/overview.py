"""The verbs that look over the whole mailbox: deadlines, status, log."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from functools import partial

from accessibility.due_line import due_line
from accessibility.plain_text import json_text
from accessibility.spoken_dates import distance_words, short_day, weekday_name
from accessibility.wording import Say
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.errors import StoreMissing
from mailbox_store.model.event import AuditEvent
from mailbox_store.model.letter import letter_id_text
from mailbox_store.model.query import Due
from mailbox_store.settings import STORE_VARIABLE
from mailbox_tui.asking import ask
from mailbox_tui.deeds.calendar import save_deadlines
from mailbox_tui.deeds.due import SOON_DAYS, answers_due_soon, confirm_dues, still_due
from mailbox_tui.deeds.overview import event_line, unread_in_inbox
from mailbox_tui.desk import Desk, NoMailboxYetError
from mailbox_tui.letter_json import summary_json, time_json
from mailbox_tui.lines.listing import print_wrapped, wrapped
from mailbox_tui.numbered_list import NumberedList, letters_named, remember, remembered

_DUE_SHOWN = 50


async def list_deadlines(desk: Desk, options: Namespace) -> int:
    """Print what falls due, soonest first; more than were asked for are counted.

    With --confirm ask about a letter's probable deadlines, with --ics write a calendar instead.
    """
    async with desk.open_mailbox() as mailbox:
        if options.confirm is not None:
            await _confirm(desk, options.confirm, mailbox)
            return 0
        every = await still_due(mailbox, desk.today)
        if options.ics is not None:
            for line in await save_deadlines(options.ics, every, desk):
                desk.out.answer(line)
            return 0
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


async def _confirm(desk: Desk, name: str, mailbox: Mailbox) -> None:
    numbered = await remembered(mailbox, desk.store_url, desk.environment)
    [letter] = await letters_named([name], numbered, mailbox)
    said = await confirm_dues(letter, mailbox, desk.say, today=desk.today, ask=partial(ask, desk))
    for line in said or [desk.say("Nothing was confirmed.")]:
        print_wrapped(desk, line)


def due_as_lines(desk: Desk, due: Sequence[Due], numbered: NumberedList) -> list[str]:
    """Lay deadlines out, each with the number its letter has in `numbered`."""
    if not due:
        return [desk.say("Nothing falls due.")]
    today = desk.today
    lines = []
    for one in due:
        name = numbered.number_of(one.letter.id) or letter_id_text(one.letter.id)
        lines += wrapped(desk, f"{name}. {due_line(one, desk.say, today=today)}")
    return lines


async def say_status(desk: Desk, options: Namespace) -> int:
    """Say in one line what is new; nothing, and no error, where there is nothing."""
    try:
        async with desk.open_mailbox() as mailbox:
            unread = await unread_in_inbox(mailbox)
            soon = await answers_due_soon(mailbox, desk.today)
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
        by = _by_words(soon[-1], desk.say, today=desk.today)
        parts.append(desk.say.count("{n} answer due by {day}.", "{n} answers due by {day}.",
                                    len(soon), day=by))  # fmt: skip
    if parts:
        desk.out.answer(" ".join(parts))
    return 0


def status_unread(unread: int, say: Say) -> str:
    """Say how many letters are unread."""
    return say.count("{n} unread.", "{n} unread.", unread)


async def show_log(desk: Desk, options: Namespace) -> int:
    """Print the audit log, newest first."""
    async with desk.open_mailbox() as mailbox:
        events = await mailbox.audit_log(limit=options.limit or 20)
    if options.json:
        desk.out.answer(json_text([_event_json(event) for event in events]))
        return 0
    for event in events:
        print_wrapped(desk, event_line(event, desk.say, today=desk.today))
    return 0


def _by_words(day: date, say: Say, *, today: date) -> str:
    """Name a day of the coming week by its weekday; a week from now that would mean today."""
    if (day - today).days <= 1:
        return distance_words(day, say, today=today)
    if (day - today).days >= SOON_DAYS:
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
