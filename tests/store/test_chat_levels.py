"""What a chat may do: held to its level, letters behind the PIN."""

from contextlib import suppress

import pytest

from mailbox_store.chat_door import ChatDoor
from mailbox_store.linking import Linking
from mailbox_store.model.chat import Chat, Level
from mailbox_store.model.errors import (
    ChatNotLinked,
    DocumentNotFound,
    LegalNoticeUnanswered,
    LevelTooLow,
    NothingToUndo,
    PinLocked,
    PinMissing,
    PinNeeded,
    PinUnsuitable,
    PinWrong,
)
from mailbox_store.model.event import EventName
from mailbox_store.model.letter import LetterId, MessageType
from mailbox_store.model.mailbox_facts import MailboxFacts
from mailbox_store.model.party import Party
from mailbox_store.model.query import ListQuery
from mailbox_store.repository import Repository
from tests.store.chatting import ELSEWHERE, PIN, Link, names
from tests.store.conftest import OFFICE, Clock, MakeLetter

SCHOOL = Party(id_type=OFFICE.id_type, number="87654321", name="Bylderup Skole")


DEEDS = {
    Level.NOTIFY: ["counts"],
    Level.SUMMARY: ["list", "due", "folders", "archive", "bin", "restore", "flag", "mark", "undo"],
    Level.TEXT: ["open", "search", "unopened", "answer_legal_notice"],
    Level.VOICE: ["content", "may_listen"],
}
ARGUMENTS: dict[str, tuple[tuple[object, ...], dict[str, object]]] = {
    "list": ((ListQuery(),), {}), "archive": (([LetterId(1)],), {}), "bin": (([LetterId(1)],), {}),
    "restore": (([LetterId(1)],), {}), "flag": (([LetterId(1)],), {"on": True}),
    "mark": (([LetterId(1)],), {"unread": True}), "open": ((LetterId(1),), {}),
    "search": (("kære",), {}), "unopened": ((LetterId(1),), {}),
    "answer_legal_notice": ((LetterId(1),), {"yes": False}),
    "content": ((LetterId(1), "0" * 64), {}),
}  # fmt: skip
EVERY_DEED = [(level, deed) for level, deeds in DEEDS.items() for deed in deeds]


async def do(door: ChatDoor, chat: Chat, deed: str) -> None:
    words, named = ARGUMENTS.get(deed, ((), {}))
    await getattr(door.mailbox(chat), deed)(*words, **named)


def test_every_deed_of_a_chat_is_tried_here() -> None:
    from mailbox_store.chat_mailbox import ChatMailbox

    named = {name for name in vars(ChatMailbox) if not name.startswith("_")}
    assert named == {deed for _, deed in EVERY_DEED}


@pytest.mark.parametrize(("needs", "deed"), EVERY_DEED)
async def test_a_deed_is_done_at_its_level_and_not_below(
    needs: Level, deed: str, door: ChatDoor, link: Link, linking: Linking, repository: Repository,
    facts: MailboxFacts, make_letter: MakeLetter, clock: Clock,
) -> None:  # fmt: skip
    await repository.take_in([make_letter(1)], facts.id, at=clock(), actor="OPERATOR")
    chat = await link(Level.VOICE)
    await door.enter_pin(chat, PIN)
    for level in reversed(Level):
        await linking.set_level(chat.key, level)
        if level >= Level.TEXT:
            await door.enter_pin(chat, PIN)
        if level < needs:
            with pytest.raises(LevelTooLow) as refused:
                await do(door, chat, deed)
            assert (refused.value.has, refused.value.needs) == (level, needs)
        else:
            with suppress(DocumentNotFound, NothingToUndo):  # it was let in
                await do(door, chat, deed)


@pytest.mark.parametrize(("needs", "deed"), [one for one in EVERY_DEED if one[0] >= Level.TEXT])
async def test_what_shows_letters_asks_for_the_pin_again_after_ten_idle_minutes(
    needs: Level, deed: str, door: ChatDoor, link: Link, repository: Repository,
    facts: MailboxFacts, make_letter: MakeLetter, clock: Clock,
) -> None:  # fmt: skip
    await repository.take_in([make_letter(1)], facts.id, at=clock(), actor="OPERATOR")
    chat = await link(Level.VOICE)
    with pytest.raises(PinNeeded):
        await do(door, chat, deed)
    await door.enter_pin(chat, PIN)
    for _ in range(3):
        clock.move(minutes=9)
        await door.mailbox(chat).may_listen()
    clock.move(minutes=10)
    with pytest.raises(PinNeeded):
        await do(door, chat, deed)
    assert needs >= Level.TEXT


@pytest.mark.parametrize(("needs", "deed"), EVERY_DEED)
async def test_an_unlinked_chat_does_nothing_at_all(
    needs: Level, deed: str, door: ChatDoor, link: Link, linking: Linking
) -> None:
    chat = await link(Level.VOICE)
    await door.enter_pin(chat, PIN)
    await linking.unlink(chat.key)
    with pytest.raises(ChatNotLinked):
        await do(door, chat, deed)
    assert needs >= Level.NOTIFY


async def test_a_level_is_raised_only_in_the_terminal(
    door: ChatDoor, link: Link, linking: Linking
) -> None:
    chat = await link(Level.SUMMARY)
    with pytest.raises(LevelTooLow):
        await door.lower(chat, Level.VOICE)
    assert (await door.lower(chat, Level.OFF)).level is Level.OFF
    [now] = await linking.chats()
    assert now.level is Level.OFF


async def test_letters_need_a_pin_before_their_level(link: Link, linking: Linking) -> None:
    chat = await link()
    with pytest.raises(PinMissing):
        await linking.set_level(chat.key, Level.TEXT)
    await linking.set_pin(PIN)
    assert (await linking.set_level(chat.key, Level.TEXT)).level is Level.TEXT


@pytest.mark.parametrize(
    "pin",
    ["", "12345", "1234567", "12345a", "000000", "123456", "987654", "121212", "123123", "010180",
     "800101", "\uff11" * 6],
)  # fmt: skip
async def test_a_pin_that_anybody_would_try_is_refused(linking: Linking, pin: str) -> None:
    with pytest.raises(PinUnsuitable):
        await linking.set_pin(pin)
    assert not await linking.has_pin()


async def test_five_wrong_pins_lock_it_until_the_terminal_sets_one(
    door: ChatDoor, link: Link, linking: Linking, repository: Repository, facts: MailboxFacts
) -> None:
    chat = await link(Level.TEXT)
    for left in (4, 3, 2, 1):
        with pytest.raises(PinWrong) as wrong:
            await door.enter_pin(chat, "314159")
        assert wrong.value.left == left
    with pytest.raises(PinLocked):
        await door.enter_pin(chat, "314159")
    with pytest.raises(PinLocked):
        await door.enter_pin(chat, PIN)
    assert await linking.is_pin_locked()
    assert (await names(repository, facts))[-2:] == [
        EventName.CHAT_PIN_WRONG, EventName.CHAT_PIN_LOCKED,
    ]  # fmt: skip
    await linking.set_pin(PIN)
    await door.enter_pin(chat, PIN)
    await door.mailbox(chat).search("x")


async def test_a_right_pin_begins_the_count_anew(door: ChatDoor, link: Link) -> None:
    chat = await link(Level.TEXT)
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(PinWrong):
                await door.enter_pin(chat, "314159")
        await door.enter_pin(chat, PIN)


async def test_a_pin_typed_in_one_chat_opens_no_other(
    door: ChatDoor, link: Link, linking: Linking, repository: Repository, clock: Clock
) -> None:
    chat = await link(Level.TEXT)
    await door.enter_pin(chat, PIN)
    other = ChatDoor(ELSEWHERE, repository, clock)
    await other.redeem((await linking.offer()).code, "Tablet", "da")
    tablet = await linking.accept((await linking.chats())[1].key)
    await linking.set_level(tablet.key, Level.TEXT)
    with pytest.raises(PinNeeded):
        await other.mailbox(tablet).search("x")
    await door.mailbox(chat).search("x")


async def test_level_2_shows_no_subject_and_of_a_sensitive_letter_no_sender(
    door: ChatDoor, link: Link, linking: Linking, repository: Repository, facts: MailboxFacts,
    make_letter: MakeLetter, clock: Clock,
) -> None:  # fmt: skip
    letters = [make_letter(1), make_letter(2, sender=SCHOOL)]
    await repository.take_in(letters, facts.id, at=clock(), actor="OPERATOR")
    chat = await link(Level.SUMMARY)
    page = await door.mailbox(chat).list(ListQuery())
    assert {(one.sender_name, one.subject) for one in page.letters} == {
        ("Bylderup Kommune", ""), ("", ""),
    }  # fmt: skip
    with pytest.raises(LevelTooLow):
        await door.mailbox(chat).list(ListQuery(sender="skole"))
    await linking.set_pin(PIN)
    await linking.set_level(chat.key, Level.TEXT)
    await door.enter_pin(chat, PIN)
    page = await door.mailbox(chat).list(ListQuery())
    assert {one.sender_name for one in page.letters} == {"Bylderup Kommune", "Bylderup Skole"}


async def test_a_legal_notice_is_asked_about_in_a_chat_as_at_the_terminal(
    door: ChatDoor, link: Link, repository: Repository, facts: MailboxFacts,
    make_letter: MakeLetter, clock: Clock,
) -> None:  # fmt: skip
    notice = make_letter(1, type=MessageType.LEGAL_NOTIFICATION)
    await repository.take_in([notice], facts.id, at=clock(), actor="OPERATOR")
    chat = await link(Level.VOICE)
    await door.enter_pin(chat, PIN)
    mailbox = door.mailbox(chat)
    with pytest.raises(LegalNoticeUnanswered):
        await mailbox.open(LetterId(1))
    await mailbox.answer_legal_notice(LetterId(1), yes=True)
    await mailbox.open(LetterId(1))
    last = (await repository.events(facts.id, limit=1))[0]
    assert (last.name, last.actor) == (EventName.MESSAGE_READ, "CHAT:telegram:1")
