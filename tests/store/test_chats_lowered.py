"""A level that is lowered holds at once, also for what was begun before."""

from datetime import timedelta

import pytest

from mailbox_store.chat_door import ChatDoor
from mailbox_store.chats import ChatStore
from mailbox_store.linking import Linking
from mailbox_store.model.chat import Chat, Level
from mailbox_store.model.errors import LevelTooLow
from mailbox_store.repository import Repository
from tests.store.chatting import Link
from tests.store.conftest import Clock
from tests.store.test_chats_under_way import next_names, row


@pytest.fixture
def chats(repository: Repository) -> ChatStore:
    return repository.chats


async def test_what_waits_is_not_sent_below_the_level_it_was_made_at(
    chats: ChatStore, link: Link, linking: Linking, clock: Clock
) -> None:
    chat = await link(Level.VOICE)
    for level in (Level.NOTIFY, Level.SUMMARY, Level.TEXT, Level.VOICE):
        await chats.put(row(level.name, mailbox=chat.mailbox, level=level), clock())
    await linking.set_level(chat.key, Level.SUMMARY)
    sent = []
    while taken := await chats.next_to_send("telegram", clock(), (), 9):
        sent += [one.dedupe for one in taken]
        await chats.sent(taken[0].id, "m", clock())
    assert sent == ["NOTIFY", "SUMMARY"]


async def test_an_answer_made_while_the_level_was_lowered_is_not_kept(
    chats: ChatStore, link: Link, linking: Linking, clock: Clock
) -> None:
    chat = await link(Level.TEXT)
    await chats.receive("telegram", 1, chat.address, "{}", clock())
    [received] = await chats.next_received("telegram", busy=(), limit=1)
    await linking.set_level(chat.key, Level.NOTIFY)
    answer = (row("letter", mailbox=chat.mailbox, level=Level.TEXT),)
    await chats.answered(received.id, "", answer, clock())
    assert await next_names(chats, clock()) == []
    await linking.set_level(chat.key, Level.TEXT)
    assert await next_names(chats, clock()) == []


async def test_a_row_on_its_way_while_the_level_was_lowered_is_deleted_or_not_tried_again(
    chats: ChatStore, link: Link, linking: Linking, clock: Clock
) -> None:
    chat = await link(Level.TEXT)
    about = {"mailbox": chat.mailbox, "level": Level.TEXT, "delete_after": timedelta(hours=1)}
    await chats.put(row("arrives", **about), clock())
    await chats.put(row("comes back", **about), clock())
    [first] = await chats.next_to_send("telegram", clock(), (), 9)
    await linking.set_level(chat.key, Level.OFF)
    await chats.sent(first.id, "m1", clock())
    assert [one.message_id for one in await chats.due_deletions("telegram", clock(), 9)] == ["m1"]
    assert await next_names(chats, clock()) == []


async def test_a_chat_that_lowers_itself_does_not_undo_a_lower_level_set_meanwhile(
    door: ChatDoor, link: Link, linking: Linking, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = await link(Level.VOICE)
    looked = door._linked

    async def lowered_after_looking(of: Chat) -> Chat:
        monkeypatch.setattr(door, "_linked", looked)
        found = await looked(of)
        await linking.set_level(chat.key, Level.OFF)
        return found

    monkeypatch.setattr(door, "_linked", lowered_after_looking)
    with pytest.raises(LevelTooLow):
        await door.lower(chat, Level.TEXT)
    [now] = await door.chats()
    assert now.level is Level.OFF
