"""What notices and reminders say of letters, whoever listens and whatever was typed before."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bots.effects import Tell
from mailbox_store.chat_mailbox import ChatMailbox
from mailbox_store.model.chat import Address, Level
from mailbox_store.model.document import Action
from mailbox_store.opening import open_store
from tests.bots.letters import HOSPITAL, filled_store
from tests.bots.talking import NOW, PIN, Citizen
from tests.bots.test_noticing import arrive, looked, noticing, texts, waiting
from tests.tui.letters import OWNER

IN_TWO_DAYS = datetime(2026, 11, 26, 11, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> str:
    return filled_store(tmp_path / "mailbox.db")


@pytest.fixture
async def citizen(store: str) -> AsyncIterator[Citizen]:
    async with open_store(store) as repository:
        [facts] = await repository.mailboxes()
        citizen = Citizen(repository, facts)
        await citizen.is_linked(Level.VOICE)
        await noticing(citizen).look()
        await waiting(citizen)
        yield citizen


async def test_a_pin_that_was_typed_shows_nothing_in_what_nobody_asked_for(
    citizen: Citizen,
) -> None:
    await citizen.types("list")
    await citizen.types("read 3")
    await citizen.types(PIN)
    await arrive(citizen, 20, reply_by=IN_TWO_DAYS)
    await arrive(citizen, 21, sender=HOSPITAL, reply_by=IN_TWO_DAYS)
    await citizen.types("settings reminders 2")

    told = "\n".join(texts(await looked(citizen)))

    assert "New post." in told
    assert "Reminder: 2 deadlines" in told
    assert "Bylderup Kommune" in told
    assert not [word for word in ("Emne", "Sygehus") if word in told]


async def test_what_a_reminder_would_say_in_the_same_words_is_said_once(citizen: Citizen) -> None:
    await citizen.types("settings reminders 2")
    await arrive(citizen, 20, 21, reply_by=IN_TWO_DAYS)

    [text] = [one for one in texts(await looked(citizen)) if one.startswith("Reminder")]

    assert text == (
        "Reminder: 2 deadlines and appointments in 2 days.\n\n"
        "Bylderup Kommune. Due Thursday 26 November, in 2 days."
    )


async def test_a_letter_that_names_its_day_twice_is_one_thing_to_do(citizen: Citizen) -> None:
    await citizen.types("settings reminders 2")
    pay = Action(label="Betal", code="BETALING", end=IN_TWO_DAYS)
    await arrive(citizen, 20, reply_by=IN_TWO_DAYS, actions=(pay,))

    [text] = [one for one in texts(await looked(citizen)) if one.startswith("Reminder")]

    assert text == (
        "Reminder: 1 deadline or appointment in 2 days.\n\n"
        "Bylderup Kommune. Due Thursday 26 November, in 2 days."
    )


async def test_a_deadline_at_the_end_of_time_is_told_of_like_any_other(citizen: Citizen) -> None:
    await citizen.types("settings reminders 2")
    await arrive(citizen, 20, reply_by=datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC))
    await arrive(citizen, 21, reply_by=IN_TWO_DAYS)

    told = "\n".join(texts(await looked(citizen)))

    assert "Reminder: 1 deadline" in told
    assert "31 December 9999" in "\n".join(
        one.text for one in await citizen.types("deadlines") if isinstance(one, Tell)
    )


async def test_one_chat_that_cannot_be_told_keeps_nothing_from_the_others(
    citizen: Citizen, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    other = Citizen(citizen.repository, citizen.facts, address=Address("telegram", "43"))
    await other.is_linked()
    for one in (citizen, other):
        await one.types("settings reminders 2")
    await arrive(citizen, 20, reply_by=IN_TWO_DAYS)

    async def broken(*_: object, **__: object) -> None:
        raise ValueError("Emne 20")  # noqa: TRY003, EM101 - as a library puts it

    monkeypatch.setattr(ChatMailbox, "list", broken)  # level 4 lists, level 1 only counts
    monkeypatch.setattr(ChatMailbox, "due", broken)

    rows = await looked(citizen)

    assert {row.address.number for row in rows} == {"43"}
    assert len(rows) == 2
    assert "ValueError in" in caplog.text
    assert "Emne" not in caplog.text


async def test_the_first_letter_of_a_store_is_told_of_though_it_came_while_the_bot_was_away(
    tmp_path: Path,
) -> None:
    async with open_store(f"sqlite://{tmp_path / 'new.db'}", make=True) as repository:
        facts = await repository.make_mailbox(OWNER, at=NOW, actor="LOCAL")
        citizen = Citizen(repository, facts)
        await citizen.is_linked()
        assert texts(await looked(citizen)) == []
        await arrive(citizen, 20)

        [text] = texts(await looked(citizen))

        assert text.startswith("New post.")


async def test_a_reminder_that_could_not_be_sent_on_its_day_is_not_sent_any_more(
    citizen: Citizen,
) -> None:
    await citizen.types("settings reminders 2")
    await arrive(citizen, 20, reply_by=IN_TWO_DAYS)
    await noticing(citizen).look()
    citizen.clock.turn(timedelta(hours=14))  # it is after midnight: there is one day left

    assert [one for one in texts(await waiting(citizen)) if "Reminder" in one] == []


async def test_a_reminder_held_over_midnight_counts_the_days_from_when_it_is_told(
    citizen: Citizen,
) -> None:
    await citizen.types("settings reminders 1")
    await citizen.types("settings quiet 8-2")
    await arrive(citizen, 20, reply_by=IN_TWO_DAYS)
    await noticing(citizen).look()
    citizen.clock.turn(timedelta(hours=16))

    told = texts(await waiting(citizen))

    assert [one.split("\n")[0] for one in told if "Reminder" in one] == [
        "Reminder: 1 deadline or appointment tomorrow."
    ]


async def test_a_notice_that_waits_is_not_sent_once_notices_are_turned_off(
    citizen: Citizen,
) -> None:
    await citizen.types("settings quiet 8-11")
    await arrive(citizen, 20)
    await noticing(citizen).look()
    await citizen.types("settings notices off")
    citizen.clock.turn(timedelta(hours=2))

    assert texts(await waiting(citizen)) == []
