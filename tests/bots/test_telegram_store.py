"""What the store keeps of a chat comes true in Telegram: deletions, an end, a person's no."""

import asyncio
from datetime import timedelta

import pytest

from bots.effects import Tell, outgoing
from mailbox_store.linking import Linking
from mailbox_store.model.chat import Address, ChatState
from mailbox_store.opening import utc_now
from mailbox_store.repository import Repository
from tests.bots.linked import linked_chat
from tests.bots.running import running, until
from tests.bots.stand_in import StandIn

_OFTEN = timedelta(milliseconds=50)


@pytest.fixture(autouse=True)
def _tidy_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bots.desk._TIDY_EVERY", _OFTEN)


async def put(repository: Repository, number: int, text: str, stays: timedelta | None) -> None:
    """Put a text into the outbox, as the conversation does."""
    tell = Tell(text=text, deletes_after=stays, is_protected=True)
    for row in outgoing([tell], Address("telegram", str(number)), dedupe=text):
        await repository.chats.put(row, utc_now())


async def is_blocked(linking: Linking) -> None:
    """Wait until the terminal sees that the person blocked the bot."""
    while (await linking.chats())[0].state is not ChatState.BLOCKED:  # noqa: ASYNC110 - no bell
        await asyncio.sleep(0.02)


async def test_a_message_is_deleted_when_its_time_is_over(
    telegram: StandIn, repository: Repository
) -> None:
    anne = telegram.person(42)
    telegram.rules.written.add(42)
    await put(repository, 42, "A letter.", timedelta(seconds=0.5))
    await put(repository, 42, "A word.", None)
    async with running(telegram, repository):
        await anne.hears("A letter.")
        await until(lambda: "A letter." not in anne.texts())
    assert anne.texts() == ["A word."]


async def test_what_was_due_while_the_bot_was_away_is_deleted_first(
    telegram: StandIn, repository: Repository
) -> None:
    anne = telegram.person(42)
    telegram.rules.written.add(42)
    await put(repository, 42, "A letter.", timedelta(seconds=0.4))
    async with running(telegram, repository):
        await anne.hears("A letter.")
        await asyncio.sleep(0.1)
    await asyncio.sleep(0.5)
    assert anne.texts() == ["A letter."]
    telegram.fault("deleteMessages", "502")
    telegram.fault("deleteMessages", "lost-reply")
    async with running(telegram, repository):
        await until(lambda: anne.texts() == [])


async def test_what_telegram_does_not_delete_any_more_is_let_be(
    telegram: StandIn, repository: Repository
) -> None:
    anne = telegram.person(42)
    telegram.rules.written.add(42)
    await put(repository, 42, "A letter.", timedelta(seconds=0.2))
    async with running(telegram, repository):
        await anne.hears("A letter.")
        telegram.rules.ahead = 49 * 3600
        await until(lambda: bool(telegram.made("deleteMessages")))
        await asyncio.sleep(0.3)
    assert len(telegram.made("deleteMessages")) == 1


async def test_copies_whose_answer_was_lost_are_deleted_too(
    telegram: StandIn, repository: Repository
) -> None:
    anne, bo = telegram.person(42), telegram.person(43, "Bo")
    telegram.rules.written.update((42, 43))
    await put(repository, 42, "Welcome.", None)
    async with running(telegram, repository):
        await anne.hears("Welcome.")
        telegram.fault("sendMessage", "lost-reply", chat=42, times=2)
        await put(repository, 42, "A letter.", timedelta(seconds=1))
        await put(repository, 43, "Another's.", None)
        await until(lambda: anne.texts() == ["Welcome.", *["A letter."] * 3])
        await until(lambda: anne.texts() == ["Welcome."])
    assert bo.texts() == ["Another's."]


async def test_unlinking_in_the_terminal_takes_the_messages_away(
    telegram: StandIn, repository: Repository
) -> None:
    anne = telegram.person(42)
    telegram.rules.written.add(42)
    linking, _ = await linked_chat(repository, 42)
    await put(repository, 42, "A letter.", timedelta(minutes=15))
    async with running(telegram, repository):
        await anne.hears("A letter.")
        await asyncio.sleep(0.1)
        await linking.unlink_all()
        await until(lambda: anne.texts() == [])


async def test_who_blocks_the_bot_is_linked_no_more(
    telegram: StandIn, repository: Repository
) -> None:
    linking, _ = await linked_chat(repository, 42)
    telegram.person(42).writes("hello")
    async with running(telegram, repository):
        await telegram.person(42).hears("echo")
        telegram.person(42).blocks()
        await is_blocked(linking)


async def test_a_block_that_was_not_told_is_noticed_when_something_is_sent(
    telegram: StandIn, repository: Repository
) -> None:
    linking, _ = await linked_chat(repository, 42)
    telegram.person(42)
    telegram.rules.written.add(42)
    telegram.rules.blocked.add(42)
    await put(repository, 42, "A letter.", None)
    async with running(telegram, repository):
        await is_blocked(linking)


async def test_what_waits_to_be_sent_again_is_not_sent_once_the_chat_is_unlinked(
    telegram: StandIn, repository: Repository
) -> None:
    linking, chat = await linked_chat(repository, 42)
    anne = telegram.person(42)
    telegram.rules.written.add(42)
    tell = Tell(text="A letter.", mailbox=chat.mailbox)
    (row,) = outgoing([tell], chat.address, dedupe="x")
    telegram.fault("sendMessage", "429", seconds=1)
    async with running(telegram, repository):
        await repository.chats.put(row, utc_now())
        await until(lambda: bool(telegram.errors("429")))
        await linking.unlink_all()
        await asyncio.sleep(1.6)
    assert anne.texts() == []
