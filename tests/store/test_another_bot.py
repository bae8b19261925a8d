"""A store that gets another bot: what the first one numbered means nothing to it."""

from datetime import timedelta

import pytest

from mailbox_store.chats import ChatStore
from mailbox_store.repository import Repository
from tests.store.chatting import HERE
from tests.store.conftest import Clock
from tests.store.test_chats_under_way import next_names, row

FIRST, SECOND = "4200000042", "4300000043"


@pytest.fixture
def chats(repository: Repository) -> ChatStore:
    return repository.chats


async def test_an_update_of_another_bot_is_kept_though_its_number_was_seen(
    chats: ChatStore, clock: Clock
) -> None:
    await chats.take_over("telegram", FIRST)
    assert await chats.receive("telegram", 7, HERE, "answered", clock())
    [received] = await chats.next_received("telegram", busy=(), limit=9)
    await chats.answered(received.id, "", (), clock())
    assert await chats.receive("telegram", 8, HERE, "waits", clock())
    await chats.take_over("telegram", FIRST)
    assert not await chats.receive("telegram", 7, HERE, "again", clock())

    await chats.take_over("telegram", SECOND)

    assert await chats.receive("telegram", 7, HERE, "new", clock())
    assert not await chats.receive("telegram", 7, HERE, "new", clock())
    [received] = await chats.next_received("telegram", busy=(), limit=9)
    assert received.update == "waits"
    await chats.answered(received.id, "", (), clock())
    [received] = await chats.next_received("telegram", busy=(), limit=9)
    assert received.update == "new"


async def test_another_bot_deletes_nothing_by_the_numbers_of_the_first(
    chats: ChatStore, clock: Clock
) -> None:
    await chats.take_over("telegram", FIRST)
    await chats.put(row("letter", delete_after=timedelta(minutes=5)), clock())
    [taken] = await chats.next_to_send("telegram", clock(), (), 9)
    await chats.sent(taken.id, "17", clock())
    await chats.put(row("pin", kind="delete", body='{"message": "18"}'), clock())
    await chats.put(row("answer"), clock())

    await chats.take_over("telegram", SECOND)

    clock.move(minutes=6)
    assert await chats.due_deletions("telegram", clock(), 9) == ()
    assert await next_names(chats, clock()) == ["answer"]


async def test_the_same_bot_still_deletes_after_a_restart(chats: ChatStore, clock: Clock) -> None:
    await chats.take_over("telegram", FIRST)
    await chats.put(row("letter", delete_after=timedelta(minutes=5)), clock())
    [taken] = await chats.next_to_send("telegram", clock(), (), 9)
    await chats.sent(taken.id, "17", clock())
    await chats.take_over("telegram", FIRST)
    clock.move(minutes=6)
    assert [one.message_id for one in await chats.due_deletions("telegram", clock(), 9)] == ["17"]
