"""What goes wrong with one row, or with the store, holds up nothing else."""

from datetime import timedelta

import pytest

from bots.telegram.sending import TelegramChannel
from mailbox_store.model.chat_post import ToSend
from mailbox_store.model.errors import StoreFull
from mailbox_store.repository import Repository
from tests.bots.running import running, until
from tests.bots.stand_in import StandIn
from tests.bots.test_telegram_store import put


async def test_a_row_on_which_its_channel_breaks_is_given_up_and_the_next_is_sent(
    telegram: StandIn, repository: Repository, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    send = TelegramChannel.send

    async def breaking(channel: TelegramChannel, row: ToSend) -> str:
        if "secret" in row.body:
            raise ValueError(row.body)
        return await send(channel, row)

    monkeypatch.setattr(TelegramChannel, "send", breaking)
    monkeypatch.setattr("bots.sending._MOST_REFUSALS", 1)
    telegram.rules.written.add(42)
    await put(repository, 42, "A secret.", None)
    await put(repository, 42, "A word.", None)
    async with running(telegram, repository):
        await telegram.person(42).hears("A word.")
    assert "ValueError in" in caplog.text
    assert "secret" not in caplog.text


async def test_messages_are_deleted_although_the_disk_is_too_full_to_tidy_up(
    telegram: StandIn, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object) -> None:
        raise StoreFull(path="")

    monkeypatch.setattr("bots.desk._TIDY_EVERY", timedelta(milliseconds=50))
    monkeypatch.setattr(repository.chats, "prune", full)
    anne = telegram.person(42)
    telegram.rules.written.add(42)
    await put(repository, 42, "A letter.", timedelta(seconds=0.3))
    async with running(telegram, repository):
        await anne.hears("A letter.")
        await until(lambda: anne.texts() == [])
