"""What falls due and when, in the person's own days: deadlines, appointments, payments."""

from collections.abc import Awaitable, Callable
from datetime import date

from accessibility.due_line import still_due_of
from accessibility.plain_text import one_line
from accessibility.spoken_dates import day_of_deadline, short_day
from accessibility.wording import Say
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.letter import LetterId
from mailbox_store.model.query import Due, DueKind

AskYes = Callable[[str], Awaitable[bool]]

SOON_DAYS = 7
_MOST_DUE = 500  # deadlines looked at


async def still_due(mailbox: Mailbox, today: date) -> tuple[Due, ...]:
    """Give what falls due today or later, as the person's own days go.

    What a letter's text says is left out where the sender's own field says the same.
    """
    return still_due_of(await mailbox.due(limit=_MOST_DUE), today)


async def confirm_dues(
    letter: LetterId, mailbox: Mailbox, say: Say, *, today: date, ask: AskYes
) -> list[str]:
    """Ask about each of a letter's probable deadlines; gives a sentence for each that got a yes."""
    said = []
    for due in await still_due(mailbox, today):
        if due.letter.id != letter or due.kind is not DueKind.PROBABLE_DEADLINE or due.is_confirmed:
            continue
        day = short_day(day_of_deadline(due.at), say, today=today)
        question = say(
            "“{quote}” Is {date} the last day? Type yes to keep it as a deadline.",
            quote=one_line(due.label, limit=200),
            date=day,
        )
        if await ask(question) and await mailbox.confirm_due(due):
            said.append(say("Kept as a deadline: {date}.", date=day))
    return said


async def answers_due_soon(mailbox: Mailbox, today: date) -> list[date]:
    """Give the days of the answers that are due within a week, soonest first."""
    days = [
        day_of_deadline(due.at)
        for due in await still_due(mailbox, today)
        if due.kind is DueKind.REPLY
    ]
    return sorted(day for day in days if 0 <= (day - today).days <= SOON_DAYS)
