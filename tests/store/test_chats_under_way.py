"""What was begun when a chat was unlinked comes to nothing; turns and deletions are kept."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from mailbox_store.access import Identity
from mailbox_store.chat_door import ChatDoor
from mailbox_store.chats import ChatStore
from mailbox_store.linking import Linking
from mailbox_store.model.chat_post import Outgoing, Urgency
from mailbox_store.opening import open_store, path_of, restore_store
from mailbox_store.repository import Repository
from mailbox_store.settings import store_url
from tests.store.chatting import ELSEWHERE, HERE, Link
from tests.store.conftest import BO, Clock


@pytest.fixture
def chats(repository: Repository) -> ChatStore:
    return repository.chats


def row(name: str, address: object = HERE, **changes: object) -> Outgoing:
    values: dict[str, object] = {"kind": "text", "address": address, "dedupe": name, "body": "{}"}
    return Outgoing(**{**values, **changes})  # type: ignore[arg-type]


async def next_names(chats: ChatStore, now: datetime) -> list[str]:
    return [one.dedupe for one in await chats.next_to_send("telegram", now, (), 9)]


# -- unlinked while something was under way


async def test_a_row_put_back_after_its_chat_was_unlinked_is_not_sent(
    chats: ChatStore, link: Link, linking: Linking, clock: Clock
) -> None:
    chat = await link()
    await chats.put(row("letter", mailbox=chat.mailbox), clock())
    [taken] = await chats.next_to_send("telegram", clock(), (), 9)
    await linking.unlink(chat.key)
    await chats.retry(taken.id, clock())
    assert await next_names(chats, clock()) == []
    await link()
    assert await next_names(chats, clock()) == []


async def test_a_message_that_left_before_its_chat_was_unlinked_is_deleted_at_once(
    chats: ChatStore, link: Link, linking: Linking, clock: Clock
) -> None:
    chat = await link()
    about = {"mailbox": chat.mailbox, "delete_after": timedelta(hours=1)}
    await chats.put(row("letter", **about), clock())
    [taken] = await chats.next_to_send("telegram", clock(), (), 9)
    await linking.unlink(chat.key)
    await chats.sent(taken.id, "m1", clock())
    assert [one.message_id for one in await chats.due_deletions("telegram", clock(), 9)] == ["m1"]


async def test_a_talk_that_was_under_way_is_not_kept_for_an_unlinked_chat(
    chats: ChatStore, link: Link, linking: Linking, clock: Clock
) -> None:
    chat = await link()
    await chats.receive("telegram", 1, HERE, "{}", clock())
    [received] = await chats.next_received("telegram", busy=(), limit=1)
    await linking.unlink(chat.key)
    await chats.answered(received.id, '{"nonces": ["a"]}', [row("said")], clock())
    await link()
    assert await chats.talk(HERE) == ""
    assert await next_names(chats, clock()) == ["said"]


async def test_unlinking_one_mailbox_leaves_what_waits_of_another(
    repository: Repository, chats: ChatStore, door: ChatDoor, link: Link, linking: Linking,
    clock: Clock,
) -> None:  # fmt: skip
    chat = await link()
    bo = await repository.make_mailbox(BO, at=clock(), actor="OPERATOR")
    his = Linking(repository, bo, Identity(party=BO), clock)
    await door.redeem((await his.offer()).token, "Alma", "da")
    await his.accept((await his.chats())[0].key)
    for name, mailbox in (("hers", chat.mailbox), ("his", bo.id), ("nobody's", None)):
        await chats.put(row(name, mailbox=mailbox), clock())
    await linking.unlink(chat.key)
    assert await next_names(chats, clock()) == ["his"]


# -- whose turn it is


async def test_a_row_that_is_tried_again_later_is_not_overtaken_in_its_chat(
    chats: ChatStore, clock: Clock
) -> None:
    for name in ("first", "second"):
        await chats.put(row(name), clock())
    [first] = await chats.next_to_send("telegram", clock(), (), 9)
    assert await next_names(chats, clock()) == []
    await chats.retry(first.id, clock() + timedelta(seconds=30))
    assert await next_names(chats, clock()) == []
    clock.move(seconds=30)
    assert await next_names(chats, clock()) == ["first"]


async def test_an_answer_behind_a_notice_does_not_wait_for_everybodys_notices(
    chats: ChatStore, clock: Clock
) -> None:
    await chats.put(row("news elsewhere", ELSEWHERE, urgency=Urgency.NOTICE), clock())
    await chats.put(row("news", urgency=Urgency.NOTICE), clock())
    await chats.put(row("answer"), clock())
    [taken] = await chats.next_to_send("telegram", clock(), (), 1)
    assert taken.dedupe == "news"
    await chats.sent(taken.id, "1", clock())
    [taken] = await chats.next_to_send("telegram", clock(), (), 1)
    assert taken.dedupe == "answer"


# -- what is remembered


async def test_a_message_is_deleted_once(
    chats: ChatStore, link: Link, linking: Linking, clock: Clock
) -> None:
    chat = await link()
    for name in ("a", "b"):
        await chats.put(row(name, mailbox=chat.mailbox), clock())
        [taken] = await chats.next_to_send("telegram", clock(), (), 9)
        await chats.sent(taken.id, name, clock())
    await chats.deleted(HERE, ["a"])
    assert await linking.unlink_all() == (1, 1)


async def test_messages_of_a_chat_that_unlinked_itself_are_deleted_with_all(
    chats: ChatStore, door: ChatDoor, link: Link, linking: Linking, clock: Clock
) -> None:
    chat = await link()
    await chats.put(row("a", mailbox=chat.mailbox), clock())
    [taken] = await chats.next_to_send("telegram", clock(), (), 9)
    await chats.sent(taken.id, "a", clock())
    await door.unlink(chat)
    assert await linking.unlink_all() == (0, 1)


async def test_letters_do_not_stay_in_a_chat_that_unlinked_itself(
    chats: ChatStore, door: ChatDoor, link: Link, clock: Clock
) -> None:
    chat = await link()
    stays = {"letter": timedelta(minutes=15), "help": None}
    for name, delete_after in stays.items():
        await chats.put(row(name, mailbox=chat.mailbox, delete_after=delete_after), clock())
        [taken] = await chats.next_to_send("telegram", clock(), (), 9)
        await chats.sent(taken.id, name, clock())
    assert await chats.due_deletions("telegram", clock(), 9) == ()
    await door.unlink(chat)
    due = await chats.due_deletions("telegram", clock(), 9)
    assert [one.message_id for one in due] == ["letter"]


async def test_what_was_sent_late_is_remembered_until_it_can_be_deleted_no_more(
    chats: ChatStore, clock: Clock
) -> None:
    await chats.put(row("late", delete_after=timedelta(hours=1)), clock())
    clock.move(hours=50)
    [taken] = await chats.next_to_send("telegram", clock(), (), 9)
    await chats.sent(taken.id, "m1", clock())
    await chats.prune(clock())
    clock.move(hours=1)
    assert await chats.due_deletions("telegram", clock(), 9)


async def test_where_to_go_on_is_known_after_a_quiet_week(chats: ChatStore, clock: Clock) -> None:
    for number in (7, 8):
        await chats.receive("telegram", number, HERE, "{}", clock())
        [received] = await chats.next_received("telegram", busy=(), limit=1)
        await chats.answered(received.id, "", (), clock())
    clock.move(days=7)
    await chats.prune(clock())
    assert await chats.last_update("telegram") == 8
    assert not await chats.receive("telegram", 8, HERE, "{}", clock())


async def test_a_copy_put_back_still_deletes_what_lies_in_chats(
    repository: Repository, chats: ChatStore, link: Link, clock: Clock, tmp_path: Path
) -> None:
    chat = await link()
    about = {"mailbox": chat.mailbox, "delete_after": timedelta(minutes=5)}
    await chats.put(row("a", **about), clock())
    [taken] = await chats.next_to_send("telegram", clock(), (), 9)
    await chats.sent(taken.id, "m1", clock())
    await chats.receive("telegram", 1, HERE, "{}", clock())
    await repository.back_up(tmp_path / "copy.db")
    restore_store(tmp_path / "copy.db", store_url(tmp_path / "back.db"), now=clock())
    clock.move(minutes=5)
    async with open_store(store_url(tmp_path / "back.db")) as restored:
        assert len(await restored.chats.due_deletions("telegram", clock(), 9)) == 1
        assert await restored.chats.next_received("telegram", busy=(), limit=9) == ()
        assert (await restored.check()).damages == ()


async def test_what_was_typed_and_sent_is_in_none_of_the_stores_files_afterwards(
    repository: Repository, chats: ChatStore, url: str, clock: Clock
) -> None:
    await repository._connections.write(lambda c: c.execute("PRAGMA secure_delete = OFF"))  # type: ignore[attr-defined]
    await chats.receive("telegram", 1, HERE, "PIN 271828", clock())
    [received] = await chats.next_received("telegram", busy=(), limit=1)
    said = row("voice", body="LETTER", content=b"VOICE" * 5000)
    await chats.answered(received.id, "", [said], clock())
    [taken] = await chats.next_to_send("telegram", clock(), (), 9)
    await chats.sent(taken.id, "m1", clock())
    await chats.prune(clock())
    files = [file for file in path_of(url).parent.iterdir() if file.is_file()]
    everything = b"".join(file.read_bytes() for file in files)
    assert [word for word in (b"PIN 2718", b"LETTER", b"VOICE") if word in everything] == []
