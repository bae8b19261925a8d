"""What comes from chats and goes to them: nothing lost, nothing twice, in order in each chat."""

import asyncio
import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from mailbox_store.chats import ChatStore
from mailbox_store.model.chat import Address
from mailbox_store.model.chat_post import Outgoing, Urgency
from mailbox_store.opening import open_store
from mailbox_store.repository import Repository
from mailbox_store.settings import store_url
from tests.store.conftest import START, Clock

A, B = Address("telegram", "1"), Address("telegram", "2")


@pytest.fixture
def chats(repository: Repository) -> ChatStore:
    return repository.chats


def row(name: str, address: Address = A, **changes: object) -> Outgoing:
    values: dict[str, object] = {"kind": "text", "address": address, "dedupe": name, "body": name}
    return Outgoing(**{**values, **changes})  # type: ignore[arg-type]


async def take(chats: ChatStore, clock: Clock, *busy: Address) -> list[str]:
    return [one.body for one in await chats.next_to_send("telegram", clock(), busy, 10)]


async def test_an_update_is_kept_once(chats: ChatStore, clock: Clock) -> None:
    assert await chats.last_update("telegram") is None
    assert await chats.receive("telegram", 7, A, "first", clock())
    assert not await chats.receive("telegram", 7, A, "again", clock())
    assert await chats.last_update("telegram") == 7
    [received] = await chats.next_received("telegram", busy=(), limit=5)
    assert (received.update, received.address, received.attempts) == ("first", A, 1)


async def test_each_chat_is_answered_in_order_and_no_chat_waits_for_another(
    chats: ChatStore, clock: Clock
) -> None:
    for number, address in enumerate((A, A, B)):
        await chats.receive("telegram", number, address, f"{number}", clock())
    first = await chats.next_received("telegram", busy=(), limit=5)
    assert [one.update for one in first] == ["0", "2"]
    assert [one.update for one in await chats.next_received("telegram", busy=[A], limit=5)] == ["2"]
    await chats.answered(first[0].id, "talk", (), clock())
    [second, _] = await chats.next_received("telegram", busy=(), limit=5)
    assert second.update == "1"


async def test_an_answer_is_kept_whole_and_once(chats: ChatStore, clock: Clock) -> None:
    await chats.receive("telegram", 1, A, "271828", clock())
    [received] = await chats.next_received("telegram", busy=(), limit=5)
    await chats.answered(received.id, "talk 1", [row("one"), row("two")], clock())
    await chats.answered(received.id, "talk 2", [row("three")], clock())
    assert await chats.talk(A) == "talk 1"
    assert await take(chats, clock) == ["one"]


async def test_what_was_said_is_forgotten_once_it_is_answered(
    chats: ChatStore, clock: Clock, repository: Repository, tmp_path: Path
) -> None:
    await chats.receive("telegram", 1, A, "SECRET-PIN", clock())
    [received] = await chats.next_received("telegram", busy=(), limit=5)
    await chats.answered(received.id, "", [row("SECRET-LETTER", content=b"SECRET-VOICE")], clock())
    [sending] = await chats.next_to_send("telegram", clock(), (), 5)
    await chats.sent(sending.id, "m1", clock())
    await repository.back_up(tmp_path / "copy.db")
    rows = _rows(tmp_path / "copy.db")
    assert "SECRET-PIN" not in rows
    assert "SECRET-VOICE" not in rows
    assert rows.count("SECRET-LETTER") == 1  # its name: what it answers, never what it says


def _rows(path: Path) -> str:
    import sqlite3

    with sqlite3.connect(path) as c:
        return str(c.execute("SELECT * FROM chat_received").fetchall()) + str(
            c.execute("SELECT * FROM chat_outgoing").fetchall()
        )


async def test_a_row_of_one_name_is_put_once(chats: ChatStore, clock: Clock) -> None:
    assert await chats.put(row("notice 1"), clock())
    assert not await chats.put(row("notice 1"), clock())


async def test_a_chats_rows_go_one_after_the_other(chats: ChatStore, clock: Clock) -> None:
    for name in ("one", "two"):
        await chats.put(row(name), clock())
    await chats.put(row("other", B), clock())
    assert await take(chats, clock) == ["one", "other"]
    assert await take(chats, clock) == []
    await chats.sent(1, "m1", clock())
    assert await take(chats, clock, A) == []
    assert await take(chats, clock) == ["two"]


async def test_answers_go_before_deadlines_and_those_before_other_notices(
    chats: ChatStore, clock: Clock
) -> None:
    for number, urgency in enumerate((Urgency.NOTICE, Urgency.DEADLINE, Urgency.ANSWER)):
        address = Address("telegram", str(number))
        await chats.put(row(f"{urgency}", address, urgency=urgency), clock())
    assert await take(chats, clock) == ["0", "1", "2"]


async def test_what_is_held_until_later_holds_nothing_else_up(
    chats: ChatStore, clock: Clock
) -> None:
    later = clock() + timedelta(hours=8)
    await chats.put(row("in the morning", not_before=later), clock())
    await chats.put(row("answer"), clock())
    assert await take(chats, clock) == ["answer"]
    await chats.sent(2, "m1", clock())
    assert await take(chats, clock) == []
    clock.move(hours=8)
    assert await take(chats, clock) == ["in the morning"]


async def test_a_row_put_back_is_sent_before_those_behind_it(
    chats: ChatStore, clock: Clock
) -> None:
    for name in ("one", "two"):
        await chats.put(row(name), clock())
    assert await take(chats, clock) == ["one"]
    await chats.retry(1, clock())
    [again] = await chats.next_to_send("telegram", clock(), (), 5)
    assert (again.body, again.attempts) == ("one", 2)


async def test_what_a_dead_sender_had_is_sent_again(chats: ChatStore, clock: Clock) -> None:
    await chats.put(row("one"), clock())
    assert await take(chats, clock) == ["one"]
    await chats.requeue_interrupted("telegram")
    assert await take(chats, clock) == ["one"]


async def test_a_message_is_due_for_deletion_when_its_time_is_over(
    chats: ChatStore, clock: Clock
) -> None:
    await chats.put(row("letter", delete_after=timedelta(minutes=15)), clock())
    await chats.put(row("list"), clock())
    for number in (1, 2):
        await take(chats, clock)
        await chats.sent(number, f"m{number}", clock())
    clock.move(minutes=14)
    assert await chats.due_deletions("telegram", clock(), 10) == ()
    clock.move(minutes=1)
    assert await chats.due_deletions("telegram", clock(), 10) == ((A, "m1"),)
    await chats.deleted(A, ["m1"])
    assert await chats.due_deletions("telegram", clock(), 10) == ()


async def test_what_is_over_is_forgotten_and_what_waits_is_not(
    chats: ChatStore, clock: Clock
) -> None:
    for number in (1, 2):
        await chats.receive("telegram", number, A, "x", clock())
    [received] = await chats.next_received("telegram", busy=(), limit=5)
    await chats.answered(received.id, "", [row("one"), row("two")], clock())
    await take(chats, clock)
    await chats.sent(1, "m1", clock())
    clock.move(hours=50)
    await chats.prune(clock())
    assert await chats.receive("telegram", 1, A, "x", clock())  # its id is forgotten
    assert not await chats.receive("telegram", 2, A, "x", clock())
    assert await chats.put(row("one"), clock())
    assert not await chats.put(row("two"), clock())


async def test_a_bots_name_and_how_far_its_notices_came_are_kept(
    chats: ChatStore,
) -> None:
    assert (await chats.bot_name("telegram"), await chats.noticed("telegram")) == ("", -1)
    await chats.set_bot_name("telegram", "brevdue_bot")
    await chats.set_noticed("telegram", 7)  # type: ignore[arg-type]
    await chats.set_noticed("telegram", 5)  # type: ignore[arg-type]
    assert (await chats.bot_name("telegram"), await chats.noticed("telegram")) == ("brevdue_bot", 7)


KILLED = """
import asyncio, sys
from datetime import UTC, datetime
from mailbox_store.model.chat import Address
from mailbox_store.model.chat_post import Outgoing
from mailbox_store.opening import open_store

async def main():
    async with open_store(sys.argv[1]) as store:
        for number in range(int(sys.argv[2]), 1_000_000):
            at, chat = datetime.now(UTC), Address("telegram", str(number % 5))
            await store.chats.receive("telegram", number, chat, "x", at)
            print(number, flush=True)
            for one in await store.chats.next_received("telegram", busy=(), limit=5):
                answer = Outgoing(kind="text", address=chat, dedupe=str(one.id), body="x")
                await store.chats.answered(one.id, "x", [answer], at)

asyncio.run(main())
"""


@pytest.mark.timeout(120)
async def test_kill_9_loses_no_update_and_answers_none_twice(tmp_path: Path) -> None:
    url = store_url(tmp_path / "store.db")
    async with open_store(url, make=True):
        pass
    kept: list[int] = []
    for _ in range(int(os.environ.get("BREVDUE_KILL_ROUNDS", "20")) // 10):
        begun = (kept[-1] if kept else 0) + 1000
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, url, str(begun)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        told = process.stdout
        kept += [int(await asyncio.to_thread(told.readline)) for _ in range(30)]
        process.send_signal(signal.SIGKILL)
        kept += map(int, told.read().split())
        told.close()
        process.wait()
    async with open_store(url) as store:
        for number in kept:
            chat = Address("telegram", str(number % 5))
            assert not await store.chats.receive("telegram", number, chat, "x", START)
        while received := await store.chats.next_received("telegram", busy=(), limit=5):
            for one in received:
                answer = Outgoing(kind="text", address=one.address, dedupe=str(one.id), body="x")
                await store.chats.answered(one.id, "x", [answer], START)
        answers = 0
        while rows := await store.chats.next_to_send("telegram", START, (), 100):
            answers += len(rows)
            for each in rows:
                await store.chats.sent(each.id, "m", START)
    assert len(kept) <= answers <= len(kept) + 20  # the one of each round that nobody was told of
