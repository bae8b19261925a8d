"""From a person's message to the answer, with everything that a network can do in between."""

import asyncio
import re
import time

import pytest

from mailbox_store.repository import Repository
from tests.bots.running import begun, running, until
from tests.bots.stand_in import StandIn


async def test_a_message_is_answered_and_then_confirmed(
    telegram: StandIn, repository: Repository
) -> None:
    async with running(telegram, repository):
        number = telegram.person(42).writes("hello")
        await telegram.person(42).hears("^echo hello$")
        await asyncio.sleep(0.1)
        asked = [call.arguments.get("offset") for call in telegram.calls if
                 call.method == "getUpdates"]  # fmt: skip
    assert asked == [None, str(number + 1)]


async def test_a_press_is_let_go_and_answered_and_a_forged_one_is_told_so(
    telegram: StandIn, repository: Repository
) -> None:
    anne = telegram.person(42)
    async with running(telegram, repository):
        anne.writes("hello")
        await anne.hears("echo")
        press = anne.presses("Go")
        await anne.hears("^pressed 1:go$")
        anne.forges("forged")
        await anne.is_alerted("^No.$")
    assert telegram.rules.presses[press]["answered"]


async def test_messages_of_a_chat_are_answered_in_order_and_chats_beside_each_other(
    telegram: StandIn, repository: Repository
) -> None:
    anne, bo = telegram.person(42), telegram.person(43, "Bo")
    async with running(telegram, repository):
        anne.writes("slow")
        anne.writes("second")
        await asyncio.sleep(0.1)
        begun_at = time.monotonic()
        bo.writes("hello")
        await bo.hears("echo hello")
        assert time.monotonic() - begun_at < 0.5
        await anne.hears("echo second")
    assert anne.texts() == ["echo slow", "echo second"]


async def test_a_burst_is_answered_whole_in_order_and_within_the_limits(
    telegram: StandIn, repository: Repository
) -> None:
    anne = telegram.person(42)
    async with running(telegram, repository):
        for number in range(12):
            anne.writes(str(number))
        await anne.hears("echo 11", within=15)
    assert anne.texts() == [f"echo {number}" for number in range(12)]
    assert telegram.errors("429") == []


async def test_updates_that_come_twice_or_backwards_are_answered_once_in_order(
    telegram: StandIn, repository: Repository
) -> None:
    anne = telegram.person(42)
    telegram.fault("getUpdates", "duplicate")
    telegram.fault("getUpdates", "reorder")
    first = anne.writes("one")
    anne.writes("two")
    async with running(telegram, repository):
        await anne.hears("echo two")
        telegram.push_again(first)
        anne.writes("three")
        await anne.hears("echo three")
    assert anne.texts() == ["echo one", "echo two", "echo three"]


@pytest.mark.parametrize(
    ("kind", "copies"),
    [("502", 1), ("500", 1), ("429", 1), ("reset", 1), ("lost-reply", 2), ("bad-json", 2)],
)
async def test_an_answer_arrives_through_trouble_and_nothing_overtakes_it(
    telegram: StandIn, repository: Repository, kind: str, copies: int
) -> None:
    anne = telegram.person(42)
    telegram.fault("sendMessage", kind)
    async with running(telegram, repository):
        anne.writes("one")
        anne.writes("two")
        await anne.hears("echo two")
    assert anne.texts() == ["echo one"] * copies + ["echo two"]


async def test_a_reply_that_is_lost_every_time_is_not_sent_for_ever(
    telegram: StandIn, repository: Repository
) -> None:
    anne = telegram.person(42)
    telegram.fault("sendMessage", "lost-reply", times=3)
    async with running(telegram, repository):
        anne.writes("one")
        anne.writes("two")
        await anne.hears("echo two", within=10)
    assert anne.texts() == ["echo one"] * 3 + ["echo two"]


async def test_a_message_that_telegram_refuses_does_not_hold_up_the_next(
    telegram: StandIn, repository: Repository
) -> None:
    anne = telegram.person(42)
    telegram.fault("sendMessage", "400")
    async with running(telegram, repository):
        anne.writes("one")
        anne.writes("two")
        await anne.hears("echo two")
    assert anne.texts() == ["echo two"]


async def test_where_the_conversation_breaks_the_person_is_told_and_goes_on(
    telegram: StandIn, repository: Repository, caplog: pytest.LogCaptureFixture
) -> None:
    anne = telegram.person(42)
    async with running(telegram, repository) as bot:
        anne.writes("break")
        anne.writes("hello")
        await anne.hears("Something went wrong")
        await anne.hears("echo hello")
        assert bot.echo.heard == ["break"] * 3 + ["hello"]
    assert "KeyError" in caplog.text
    assert "a secret of a letter" not in caplog.text


async def test_a_group_is_told_one_line_and_left(telegram: StandIn, repository: Repository) -> None:
    telegram.rules.chats[-100] = {"id": -100, "type": "group", "title": "Family"}
    async with running(telegram, repository):
        telegram.person(42).writes("hello", chat=-100)
        await until(lambda: -100 in telegram.rules.blocked)
    assert [m["text"] for m in telegram.person(42).from_bot(-100)] == ["Not in groups."]


async def test_a_death_in_the_middle_loses_nothing(
    telegram: StandIn, repository: Repository
) -> None:
    anne = telegram.person(42)
    bot = begun(telegram, repository)
    anne.writes("slow one")
    anne.writes("two")
    await until(lambda: bool(bot.echo.heard))
    await bot.killed()
    assert anne.texts() == []
    async with running(telegram, repository):
        await anne.hears("echo two")
    assert anne.texts() == ["echo slow one", "echo two"]


async def test_a_stop_finishes_what_is_under_way(telegram: StandIn, repository: Repository) -> None:
    anne = telegram.person(42)
    bot = begun(telegram, repository)
    anne.writes("slow")
    await until(lambda: bool(bot.echo.heard))
    begun_at = time.monotonic()
    await bot.stopped()
    assert time.monotonic() - begun_at < 3
    assert anne.texts() == ["echo slow"]


async def test_what_a_stop_cannot_finish_is_sent_by_the_next_bot(
    telegram: StandIn, repository: Repository
) -> None:
    anne = telegram.person(42)
    telegram.fault("sendMessage", "502", times=100)
    bot = begun(telegram, repository)
    anne.writes("hello")
    await until(lambda: bool(telegram.errors("502")))
    begun_at = time.monotonic()
    await bot.stopped()
    assert 7 < time.monotonic() - begun_at < 9.5
    telegram.faults.clear()
    async with running(telegram, repository):
        await anne.hears("echo hello")
    assert anne.texts() == ["echo hello"]


async def test_a_start_waits_for_the_network_and_says_so_once(
    telegram: StandIn, repository: Repository
) -> None:
    telegram.fault("getMe", "502")
    telegram.fault("getMe", "reset")
    async with running(telegram, repository) as bot:
        telegram.person(42).writes("hello")
        await telegram.person(42).hears("echo", within=10)
    assert bot.told == [
        "Telegram cannot be reached. Trying again until it can.",
        "Telegram answers again.",
    ]


async def test_a_stop_ends_a_start_that_waits(telegram: StandIn, repository: Repository) -> None:
    telegram.fault("getMe", "502", times=100)
    bot = begun(telegram, repository)
    await asyncio.sleep(0.2)
    await asyncio.wait_for(bot.stopped(), 1)


async def test_another_poller_is_told_of_in_words_and_waited_for(
    telegram: StandIn, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bots.telegram.polling._CONFLICT_REST", 0.1)
    telegram.fault("getUpdates", "409", times=3)
    async with running(telegram, repository) as bot:
        telegram.person(42).writes("hello")
        await telegram.person(42).hears("echo")
    assert len(bot.told) == 2
    assert "Another program fetches this bot's messages." in bot.told[0]


async def test_a_poll_that_fails_is_asked_again(telegram: StandIn, repository: Repository) -> None:
    for kind in ("502", "reset", "bad-json", "429"):
        telegram.fault("getUpdates", kind)
    async with running(telegram, repository):
        telegram.person(42).writes("hello")
        await telegram.person(42).hears("echo", within=10)
    assert telegram.person(42).texts() == ["echo hello"]


async def test_the_menu_and_the_name_are_kept(telegram: StandIn, repository: Repository) -> None:
    async with running(telegram, repository):
        await until(lambda: len(telegram.rules.commands) == 3)
    assert await repository.chats.bot_name("telegram") == "brevdue_example_bot"
    assert set(telegram.rules.commands) == {"", "da", "en"}
    texts = [one["description"] for one in telegram.rules.commands["da"]]
    assert all(re.match(r"[A-ZÆØÅ]", text) for text in texts)
