"""What a chat may not learn by waiting, by asking twice or by asking otherwise."""

from datetime import UTC, datetime, timedelta

import pytest

from mailbox_store.chat_door import ChatDoor
from mailbox_store.linking import Linking
from mailbox_store.model.chat import Level
from mailbox_store.model.errors import LevelTooLow, PinLocked, PinMissing, PinNeeded, PinWrong
from mailbox_store.model.letter import LetterId, MessageType, ThreadId
from mailbox_store.model.party import Party
from mailbox_store.model.query import ListQuery
from mailbox_store.repository import Repository
from tests.store.chatting import HERE, PIN, Link
from tests.store.conftest import OFFICE, Clock

# -- the PIN


async def test_a_locked_pin_holds_nowhere_and_says_so(
    door: ChatDoor, link: Link, linking: Linking
) -> None:
    chat = await link(Level.TEXT)
    await door.enter_pin(chat, PIN)
    await door.mailbox(chat).search("x")
    for _ in range(4):
        with pytest.raises(PinWrong):
            await door.enter_pin(chat, "314159")
    with pytest.raises(PinLocked):
        await door.enter_pin(chat, "314159")
    with pytest.raises(PinLocked):
        await door.mailbox(chat).search("x")


async def test_a_new_pin_ends_the_old_ones_time_also_for_what_was_under_way(
    repository: Repository, door: ChatDoor, link: Link, linking: Linking, clock: Clock
) -> None:
    chat = await link(Level.TEXT)
    await door.enter_pin(chat, PIN)
    await linking.set_pin("314159")
    await repository.chats.hold_pin(chat, clock() + timedelta(minutes=10), now=clock())
    with pytest.raises(PinNeeded):
        await door.mailbox(chat).search("x")


async def test_the_pin_is_not_taken_where_it_opens_nothing(
    door: ChatDoor, link: Link, linking: Linking
) -> None:
    chat = await link(Level.SUMMARY)
    await linking.set_pin(PIN)
    with pytest.raises(LevelTooLow):
        await door.enter_pin(chat, PIN)


async def test_looking_at_a_list_does_not_let_the_pin_hold_longer(
    door: ChatDoor, link: Link, clock: Clock
) -> None:
    chat = await link(Level.TEXT)
    await door.enter_pin(chat, PIN)
    for _ in range(2):
        clock.move(minutes=5)
        await door.mailbox(chat).list(ListQuery())
        await door.mailbox(chat).counts()
    with pytest.raises(PinNeeded):
        await door.mailbox(chat).search("x")


async def test_a_notice_is_made_as_if_the_pin_had_not_been_typed(
    door: ChatDoor, link: Link, deliver, make_letter
) -> None:
    hospital = Party(id_type=OFFICE.id_type, number="87654321", name="Bylderup Sygehus")
    await deliver(make_letter(1, sender=hospital, subject="Indkaldelse"))
    chat = await link(Level.TEXT)
    await door.enter_pin(chat, PIN)
    [asked] = (await door.mailbox(chat).list(ListQuery())).letters
    [told] = (await door.mailbox(chat, is_asked=False).list(ListQuery())).letters
    assert (asked.sender_name, told.sender_name, told.subject) == (hospital.name, "", "")
    with pytest.raises(PinNeeded):
        await door.mailbox(chat, is_asked=False).open(LetterId(1))


# -- what a list lets guess


async def test_who_asks_by_thread_learns_nothing_below_the_pin(
    door: ChatDoor, link: Link, deliver, make_letter
) -> None:
    await deliver(make_letter(1))
    chat = await link(Level.SUMMARY)
    with pytest.raises(LevelTooLow):
        await door.mailbox(chat).list(ListQuery(thread=ThreadId(1)))


async def test_of_a_legal_notice_not_even_that_it_is_one_is_told_at_level_2(
    door: ChatDoor, link: Link, deliver, make_letter
) -> None:
    await deliver(make_letter(1, type=MessageType.LEGAL_NOTIFICATION, subject="Affald"))
    chat = await link(Level.SUMMARY)
    [letter] = (await door.mailbox(chat).list(ListQuery())).letters
    assert (letter.sender_name, letter.sender_number, letter.subject) == ("", "", "")
    assert not letter.is_guarded
    assert letter.received == make_letter(1).received


async def test_what_fell_due_this_morning_is_not_counted_and_what_is_due_today_is(
    door: ChatDoor, link: Link, deliver, make_letter, clock: Clock
) -> None:
    this_morning = clock() - timedelta(hours=1)
    today = datetime(2026, 11, 1, 23, 0, tzinfo=UTC)  # 2 November, a date, in Danish time
    in_a_week, later = clock() + timedelta(days=7), clock() + timedelta(days=7, minutes=1)
    for number, at in enumerate((this_morning, today, in_a_week, later), start=1):
        await deliver(make_letter(number, reply_by=at))
    chat = await link()
    assert await door.mailbox(chat).counts() == (4, 2)


async def test_without_a_pin_its_want_is_said(
    door: ChatDoor, link: Link, repository: Repository, clock: Clock
) -> None:
    chat = await link(Level.TEXT)
    copy = ChatDoor(HERE, repository, clock)
    connections = repository._connections  # type: ignore[attr-defined]
    await connections.write(lambda c: c.execute("DELETE FROM chat_pin"))
    with pytest.raises(PinMissing):
        await copy.mailbox(chat).search("x")
