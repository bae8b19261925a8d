"""Chats linked to mailboxes by a code and a yes, and ended at once."""

import sqlite3
from pathlib import Path

import pytest

from mailbox_store import chat_codes
from mailbox_store.access import Identity
from mailbox_store.chat_door import ChatDoor
from mailbox_store.linking import Linking
from mailbox_store.model.chat import Address, ChatState, Level, QuietHours
from mailbox_store.model.chat_post import Outgoing
from mailbox_store.model.errors import (
    ChatNotFound,
    ChatNotLinked,
    LinkRefused,
)
from mailbox_store.model.event import EventName
from mailbox_store.model.mailbox_facts import MailboxFacts
from mailbox_store.opening import open_store, restore_store
from mailbox_store.repository import Repository
from mailbox_store.settings import store_url
from tests.store.chatting import ELSEWHERE, HERE, Link, names
from tests.store.conftest import BO, Clock


@pytest.mark.parametrize("by", ["code", "token"])
async def test_a_chat_asks_with_a_code_or_a_link_and_the_terminal_says_yes(
    linking: Linking, door: ChatDoor, by: str
) -> None:
    offer = await linking.offer()
    typed = offer.token if by == "token" else f" {offer.code[:4].lower()}-{offer.code[4:]} "
    await door.redeem(typed, "Alma", "da")
    assert await door.chats() == ()
    [asking] = await linking.chats()
    assert (asking.state, asking.name, asking.address) == (ChatState.ASKING, "Alma", HERE)
    chat = await linking.accept(asking.key)
    assert (chat.state, chat.level) == (ChatState.LINKED, Level.NOTIFY)
    assert await door.chats() == (chat,)


async def test_what_a_code_is_good_for_is_not_in_the_store(
    repository: Repository, linking: Linking, tmp_path_factory: pytest.TempPathFactory
) -> None:
    offer = await linking.offer()
    copy = tmp_path_factory.mktemp("copy") / "copy.db"
    await repository.back_up(copy)
    kept = copy.read_bytes()
    assert offer.code.encode() not in kept
    assert offer.token.encode() not in kept


async def test_a_code_is_good_once_and_for_ten_minutes(
    linking: Linking, door: ChatDoor, repository: Repository, clock: Clock
) -> None:
    offer = await linking.offer()
    clock.move(minutes=10)
    with pytest.raises(LinkRefused):
        await door.redeem(offer.code, "Alma", "da")
    offer = await linking.offer()
    await door.redeem(offer.code, "Alma", "da")
    other = ChatDoor(ELSEWHERE, repository, clock)
    for typed in (offer.code, offer.token):
        with pytest.raises(LinkRefused):
            await other.redeem(typed, "Eve", "en")
    assert len(await linking.chats()) == 1


async def test_a_newer_offer_ends_the_older_one(linking: Linking, door: ChatDoor) -> None:
    older = await linking.offer()
    await linking.offer()
    with pytest.raises(LinkRefused):
        await door.redeem(older.code, "Alma", "da")


async def test_five_wrong_codes_an_hour_close_a_chat_and_no_other(
    linking: Linking, door: ChatDoor, repository: Repository, clock: Clock
) -> None:
    offer = await linking.offer()
    for _ in range(chat_codes.MOST_OF_A_CHAT):
        with pytest.raises(LinkRefused):
            await door.redeem("22222222", "Eve", "en")
    with pytest.raises(LinkRefused):
        await door.redeem(offer.code, "Eve", "en")
    await ChatDoor(ELSEWHERE, repository, clock).redeem(offer.code, "Alma", "da")
    clock.move(hours=1, seconds=1)
    await door.redeem((await linking.offer()).code, "Alma", "da")


async def test_guessing_from_a_thousand_chats_comes_to_nothing(
    linking: Linking, repository: Repository, clock: Clock
) -> None:
    tried = 0
    begun = clock()
    while (clock() - begun).total_seconds() < 24 * 3600:
        offer = await linking.offer()
        for number in range(40):
            guesser = ChatDoor(Address("telegram", f"{clock().timestamp()}-{number}"), repository,
                               clock)  # fmt: skip
            before = await _failures(repository, clock)
            with pytest.raises(LinkRefused):
                await guesser.redeem("22222222", "Eve", "en")
            tried += await _failures(repository, clock) - before
        clock.move(minutes=10)
    # As many as are judged in a day, against 10,000 people who link a chat at the same time.
    assert 24 * 190 < tried <= 24 * chat_codes.MOST_OF_ALL
    assert tried * 10_000 / len(chat_codes.SYMBOLS) ** chat_codes.CODE_LENGTH < 1e-4
    offer = await linking.offer()
    for _ in range(chat_codes.MOST_OF_ALL):
        with pytest.raises(LinkRefused):
            await ChatDoor(Address("telegram", str(_)), repository, clock).redeem("3" * 8, "E", "")
    alma = ChatDoor(HERE, repository, clock)
    with pytest.raises(LinkRefused):
        await alma.redeem(offer.code, "Alma", "da")
    await alma.redeem(offer.token, "Alma", "da")  # a link has 128 bits, and goes on working


async def _failures(repository: Repository, clock: Clock) -> int:
    def count(c: sqlite3.Connection, since_ms: int) -> int:
        (n,) = c.execute(
            "SELECT count(*) FROM chat_failure WHERE at_ms > ?", (since_ms,)
        ).fetchone()
        return int(n)

    since = int(clock().timestamp() * 1000) - 3_600_000
    return await repository._connections.read(count, since)  # type: ignore[attr-defined,no-any-return]


async def test_a_refused_chat_sees_nothing_and_may_ask_again(
    linking: Linking, door: ChatDoor
) -> None:
    await door.redeem((await linking.offer()).code, "Alma", "da")
    [asking] = await linking.chats()
    await linking.refuse(asking.key)
    assert await door.chats() == ()
    with pytest.raises(ChatNotFound):
        await linking.accept(asking.key)
    await door.redeem((await linking.offer()).code, "Alma", "da")
    [again] = await linking.chats()
    assert (again.key, again.state) == (asking.key, ChatState.ASKING)


async def test_a_chat_reaches_several_mailboxes_and_a_mailbox_several_chats(
    repository: Repository, linking: Linking, door: ChatDoor, link: Link, clock: Clock
) -> None:
    mine = await link()
    bo = await repository.make_mailbox(BO, at=clock(), actor="OPERATOR")
    of_bo = Linking(repository, bo, Identity(party=BO), clock)
    clock.move(minutes=1)
    await door.redeem((await of_bo.offer()).code, "Alma", "da")
    theirs = await of_bo.accept((await of_bo.chats())[0].key)
    other = ChatDoor(ELSEWHERE, repository, clock)
    await other.redeem((await linking.offer()).code, "Tablet", "da")
    await linking.accept((await linking.chats())[1].key)
    assert await door.chats() == (mine, theirs)
    [tablet] = await other.chats()
    assert (tablet.mailbox, tablet.key) == (mine.mailbox, 2)
    with pytest.raises(ChatNotLinked):
        door.mailbox(tablet)
    with pytest.raises(ChatNotLinked):
        await door.unlink(tablet)
    with pytest.raises(ChatNotFound):
        await of_bo.unlink(tablet.key)


async def test_what_is_chosen_in_the_chat_is_kept(door: ChatDoor, link: Link) -> None:
    chat = await link()
    await door.change(chat, language="en", quiet=QuietHours(22 * 60, 7 * 60), delete_after=60)
    await door.change(chat, has_notices=False, reminders=(7,))
    [now] = await door.chats()
    assert (now.language, now.quiet, now.delete_after) == ("en", QuietHours(1320, 420), 60)
    assert (now.has_notices, now.reminders) == (False, (7,))
    assert (await door.change(chat, quiet=None)).quiet is None
    for minutes in (4, 61):
        with pytest.raises(ValueError, match=str(minutes)):
            await door.change(chat, delete_after=minutes)


def row(name: str, **changes: object) -> Outgoing:
    values: dict[str, object] = {"kind": "text", "address": HERE, "dedupe": name, "body": "{}"}
    return Outgoing(**{**values, **changes})  # type: ignore[arg-type]


async def test_unlinking_drops_what_waits_forgets_the_talk_and_deletes_what_was_sent(
    door: ChatDoor, link: Link, linking: Linking, repository: Repository, clock: Clock
) -> None:
    chat = await link(Level.VOICE)
    chats = repository.chats
    assert await chats.put(row("old"), clock())
    [sending] = await chats.next_to_send("telegram", clock(), (), 5)
    await chats.sent(sending.id, "m1", clock())
    assert await chats.put(row("waits", mailbox=chat.mailbox), clock())
    assert await chats.receive("telegram", 1, HERE, "{}", clock())
    [received] = await chats.next_received("telegram", busy=(), limit=5)
    await chats.answered(received.id, '{"at": 1}', (), clock())
    clock.move(hours=1)
    assert await linking.unlink_all() == (1, 1)
    assert await chats.next_to_send("telegram", clock(), (), 5) == ()
    assert await chats.talk(HERE) == ""
    assert [d.message_id for d in await chats.due_deletions("telegram", clock(), 5)] == ["m1"]
    assert not await chats.put(row("late", mailbox=chat.mailbox), clock())
    with pytest.raises(ChatNotFound):
        await linking.unlink(chat.key)


async def test_messages_that_are_too_old_to_be_deleted_are_left(
    link: Link, linking: Linking, repository: Repository, clock: Clock
) -> None:
    await link()
    await repository.chats.put(row("old"), clock())
    [sending] = await repository.chats.next_to_send("telegram", clock(), (), 5)
    await repository.chats.sent(sending.id, "m1", clock())
    clock.move(hours=48)
    assert await linking.unlink_all() == (1, 0)


async def test_who_blocks_the_bot_is_told_of_in_the_terminal(
    door: ChatDoor, link: Link, linking: Linking, repository: Repository, facts: MailboxFacts,
    clock: Clock,
) -> None:  # fmt: skip
    await link()
    await repository.chats.put(row("news"), clock())
    [sending] = await repository.chats.next_to_send("telegram", clock(), (), 5)
    await repository.chats.dead(sending.id, "blocked", clock())
    [chat] = await linking.chats()
    assert chat.state is ChatState.BLOCKED
    assert await door.chats() == ()
    assert (await names(repository, facts))[-1] is EventName.CHAT_BLOCKED


async def test_everything_is_in_the_audit_log_and_its_chain_holds(
    door: ChatDoor, link: Link, linking: Linking, repository: Repository, facts: MailboxFacts
) -> None:
    chat = await link(Level.TEXT)
    await door.lower(chat, Level.SUMMARY)
    await door.unlink(chat)
    assert (await names(repository, facts)) == [
        EventName.MAILBOX_REGISTERED, EventName.CHAT_LINK_OFFERED, EventName.CHAT_ASKED,
        EventName.CHAT_ACCEPTED, EventName.CHAT_PIN_SET, EventName.CHAT_LEVEL_SET,
        EventName.CHAT_LEVEL_SET, EventName.CHAT_UNLINKED,
    ]  # fmt: skip
    assert (await repository.check()).damages == ()
    actors = [event.actor for event in await repository.events(facts.id, limit=2)]
    assert actors == ["CHAT:telegram:1"] * 2


async def test_a_copy_put_back_links_no_chat_and_sends_nothing(
    door: ChatDoor, link: Link, linking: Linking, repository: Repository, clock: Clock,
    tmp_path: Path,
) -> None:  # fmt: skip
    await link(Level.VOICE)
    await repository.chats.put(row("news"), clock())
    copy, back = tmp_path / "copy.db", store_url(tmp_path / "back.db")
    await repository.back_up(copy)
    restore_store(copy, back, now=clock())
    async with open_store(back) as restored:
        assert await ChatDoor(HERE, restored, clock).chats() == ()
        assert await restored.chats.next_to_send("telegram", clock(), (), 5) == ()
        [chat] = await restored.chats.chats_of((await door.chats())[0].mailbox)
        assert (chat.state, chat.level) == (ChatState.UNLINKED, Level.OFF)
    assert await linking.has_pin()
