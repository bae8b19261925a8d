"""Notices: one a person, none above the level, none twice, none in quiet hours."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bots.buttons import OF_NOTICE
from bots.effects import Tell, effect_from
from bots.notice_post import end_of_quiet
from bots.noticing import Noticing
from mailbox_store.model.announcement import AnnouncementId
from mailbox_store.model.chat import Address, Level, QuietHours
from mailbox_store.model.chat_post import ToSend, Urgency
from mailbox_store.opening import open_store
from tests.bots.accessible_messages import faults_of
from tests.bots.letters import HOSPITAL, SECRET, filled_store
from tests.bots.talking import Citizen, Clock
from tests.tui.letters import letter

CHANNEL = "telegram"


@pytest.fixture
def store(tmp_path: Path) -> str:
    return filled_store(tmp_path / "mailbox.db")


@pytest.fixture
async def citizen(store: str) -> AsyncIterator[Citizen]:
    async with open_store(store) as repository:
        [facts] = await repository.mailboxes()
        citizen = Citizen(repository, facts)
        await citizen.is_linked()
        await noticing(citizen).look()
        await waiting(citizen)
        yield citizen


def noticing(citizen: Citizen) -> Noticing:
    return Noticing(citizen.repository, CHANNEL, now=citizen.clock)


async def arrive(citizen: Citizen, *numbers: int, **facts: object) -> None:
    letters = [letter(number, subject=f"Emne {number}", **facts) for number in numbers]
    await citizen.repository.take_in(
        letters, citizen.facts.id, at=citizen.clock(), actor="OPERATOR"
    )


async def waiting(citizen: Citizen) -> list[ToSend]:
    """Take what the outbox would send now, chat by chat, until there is nothing more."""
    rows: list[ToSend] = []
    while found := await citizen.repository.chats.next_to_send(CHANNEL, citizen.clock(), (), 50):
        rows += found
        for row in found:
            await citizen.repository.chats.sent(row.id, str(row.id), citizen.clock())
    return rows


def texts(rows: list[ToSend]) -> list[str]:
    effects = [effect_from(row) for row in rows]
    assert not [fault for effect in effects for fault in faults_of(effect)]
    return [effect.text for effect in effects if isinstance(effect, Tell)]


async def test_letters_that_come_together_are_one_notice_of_counts(citizen: Citizen) -> None:
    await arrive(citizen, 20, 21, 22, text=SECRET)
    await noticing(citizen).look()

    [text] = texts(await waiting(citizen))

    assert text == (
        "New post. You have 10 unread letters. 1 letter has a deadline or an appointment within "
        "a week."
    )


async def test_looking_again_or_after_a_restart_sends_none_twice(citizen: Citizen) -> None:
    await arrive(citizen, 20)
    watching = noticing(citizen)
    await watching.look()
    await watching.look()
    await citizen.repository.chats.set_noticed(
        CHANNEL, AnnouncementId(0)
    )  # as if the cursor had been lost
    await noticing(citizen).look()

    assert len(await waiting(citizen)) == 1


async def test_what_lay_there_before_the_first_bot_is_no_news(store: str) -> None:
    async with open_store(store) as repository:
        [facts] = await repository.mailboxes()
        citizen = Citizen(repository, facts, clock=Clock(datetime(2026, 11, 24, 5, tzinfo=UTC)))
        await citizen.is_linked()

        await noticing(citizen).look()

        assert await waiting(citizen) == []


async def test_level_2_hears_from_whom_but_not_of_what_is_sensitive(citizen: Citizen) -> None:
    await citizen.linking.set_level((await citizen.chat()).key, Level.SUMMARY)
    await arrive(citizen, 20, text=SECRET)
    await arrive(citizen, 21, sender=HOSPITAL, text=SECRET)
    await noticing(citizen).look()

    [text] = texts(await waiting(citizen))

    assert "Bylderup Kommune" in text
    assert "A letter that is shown at level 3" in text
    assert not [word for word in ("Sygehus", "Emne", SECRET) if word in text]


@pytest.mark.parametrize("level", [Level.OFF, None])
async def test_a_chat_at_level_0_or_without_notices_is_left_alone(
    citizen: Citizen, level: Level | None
) -> None:
    if level is None:
        await citizen.types("settings notices off")
    else:
        await citizen.linking.set_level((await citizen.chat()).key, level)
    await arrive(citizen, 20)
    await noticing(citizen).look()

    assert await waiting(citizen) == []


async def test_a_notice_that_waits_is_not_sent_once_the_chat_is_unlinked(
    citizen: Citizen,
) -> None:
    await arrive(citizen, 20)
    await noticing(citizen).look()
    await citizen.linking.unlink((await citizen.chat()).key)

    assert [row for row in await waiting(citizen) if row.kind == "text"] == []


async def test_quiet_hours_hold_notices_until_they_end_and_deadlines_come_first(
    citizen: Citizen,
) -> None:
    await citizen.types("settings quiet 8-11")  # it is 10 in Denmark
    due = datetime(2026, 11, 25, 11, tzinfo=UTC)
    await arrive(citizen, 20)
    watching = noticing(citizen)
    await watching.look()
    await arrive(citizen, 21, reply_by=due)
    await watching.look()
    await noticing(citizen).look()

    assert await waiting(citizen) == []
    citizen.clock.turn(timedelta(hours=1))
    rows = await waiting(citizen)
    citizen.clock.turn(timedelta(seconds=5))
    rows += await waiting(citizen)

    assert texts(rows) == [
        "Reminder: 1 deadline or appointment tomorrow.",
        "Letters came in your quiet hours.",
    ]
    assert [row.urgency for row in rows] == [Urgency.DEADLINE, Urgency.NOTICE]


async def test_a_deadline_is_told_of_three_days_and_one_day_before_once_a_day(
    citizen: Citizen,
) -> None:
    citizen.clock.turn(timedelta(days=1))  # two days before: the third day was told already
    assert texts(await looked(citizen)) == []
    citizen.clock.turn(timedelta(days=1))

    assert texts(await looked(citizen)) == ["Reminder: 1 deadline or appointment tomorrow."]
    assert texts(await looked(citizen)) == []


async def looked(citizen: Citizen) -> list[ToSend]:
    await noticing(citizen).look()
    return await waiting(citizen)


async def test_a_person_chooses_the_days_of_reminders(citizen: Citizen) -> None:
    await citizen.types("settings reminders 2")
    citizen.clock.turn(timedelta(days=1))

    assert texts(await looked(citizen)) == ["Reminder: 1 deadline or appointment in 2 days."]


async def test_the_button_of_a_notice_lists_the_letters(citizen: Citizen) -> None:
    await arrive(citizen, 20)
    [row] = await looked(citizen)
    effect = effect_from(row)
    assert isinstance(effect, Tell)
    assert f":{OF_NOTICE}:" in effect.buttons[0].data
    citizen.shown.append(effect)

    assert "8 unread letters" in "\n".join(
        one.text for one in await citizen.presses("List letters") if isinstance(one, Tell)
    )


async def test_a_notice_is_in_the_outbox_within_two_seconds_of_the_letter(
    citizen: Citizen,
) -> None:
    stop = asyncio.Event()
    running = asyncio.create_task(noticing(citizen).run(stop))
    await asyncio.sleep(0.2)
    await arrive(citizen, 20)
    begun = asyncio.get_running_loop().time()
    while not await waiting(citizen):  # noqa: ASYNC110 - the outbox, as its sender sees it
        await asyncio.sleep(0.02)

    assert asyncio.get_running_loop().time() - begun < 2
    stop.set()
    await running


@pytest.mark.parametrize(
    ("hours", "now", "ends"),
    [
        (QuietHours(22 * 60, 7 * 60), "2026-11-24T21:30", "2026-11-25T06:00"),
        (QuietHours(22 * 60, 7 * 60), "2026-11-25T03:00", "2026-11-25T06:00"),
        (QuietHours(22 * 60, 7 * 60), "2026-11-25T06:00", None),
        (QuietHours(22 * 60, 7 * 60), "2026-11-24T20:00", None),
        (QuietHours(13 * 60, 14 * 60 + 30), "2026-11-24T12:30", "2026-11-24T13:30"),
        (QuietHours(22 * 60, 7 * 60), "2026-10-24T22:30", "2026-10-25T06:00"),  # summer ends
    ],
)
async def test_quiet_hours_are_danish_and_may_run_over_midnight(
    citizen: Citizen, hours: QuietHours, now: str, ends: str | None
) -> None:
    chat = replace(await citizen.chat(), quiet=hours)
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)

    found = end_of_quiet(chat, moment)

    assert (found and found.strftime("%Y-%m-%dT%H:%M")) == ends


async def test_two_chats_of_one_mailbox_are_both_told(citizen: Citizen) -> None:
    other = Citizen(citizen.repository, citizen.facts, address=Address(CHANNEL, "43"))
    await other.is_linked()
    await arrive(citizen, 20)

    rows = await looked(citizen)

    assert {row.address.number for row in rows} == {"42", "43"}
