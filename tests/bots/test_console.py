"""The console channel: the same chat on standard input and output, without a token."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from accessibility.wording import wording_for
from bots.console.app import run_console
from bots.console.channel import ConsoleChannel
from mailbox_store.access import Identity
from mailbox_store.linking import Linking
from mailbox_store.model.chat import Address, Level
from mailbox_store.opening import open_store
from tests.bots.letters import filled_store
from tests.bots.talking import NOW, PIN


@pytest.fixture
def store(tmp_path: Path) -> str:
    return filled_store(tmp_path / "mailbox.db")


async def test_a_person_links_reads_and_gets_a_file_without_telegram(
    store: str, tmp_path: Path
) -> None:
    written: list[str] = []
    async with open_store(store) as repository:
        [facts] = await repository.mailboxes()
        linking = Linking(repository, facts, Identity(party=facts.owner), lambda: NOW)

        async def lines() -> AsyncIterator[str]:
            yield "hello"
            assert "not linked" in written[-1]
            yield (await linking.offer()).code
            assert "accept this chat" in written[-1]
            [chat] = await linking.chats()
            await linking.accept(chat.key)
            await linking.set_pin(PIN)
            await linking.set_level(chat.key, Level.VOICE)
            yield "list"
            assert "Read letter 4" in written
            yield "read letter 4"
            yield PIN
            assert "Se bilaget." in written
            yield "send file 2"
            assert written[-1].startswith("The file: ")
            yield "next"

        code = await run_console(
            repository,
            say=wording_for("en"),
            environment={"XDG_CACHE_HOME": str(tmp_path)},
            now=lambda: NOW,
            lines=lines(),
            write=written.append,
        )

        assert code == 0
        [file] = (tmp_path / "brevdue" / "console").iterdir()
        assert file.read_text() == "Bilagets tekst."
        assert file.stat().st_mode & 0o077 == 0
        assert written[-1] != "next"
        actors = {event.actor for event in await repository.events(facts.id, limit=99)}
        assert "CHAT:console:1" in actors


async def test_what_goes_around_messages_is_in_the_language_that_the_chat_chose(
    store: str, tmp_path: Path
) -> None:
    written: list[str] = []
    async with open_store(store) as repository:
        [facts] = await repository.mailboxes()
        linking = Linking(repository, facts, Identity(party=facts.owner), lambda: NOW)

        async def lines() -> AsyncIterator[str]:
            yield "hello"
            assert "brevdue link console" in written[-1]
            yield (await linking.offer()).code
            [chat] = await linking.chats()
            await linking.accept(chat.key)
            yield "language da"
            yield "help"

        await run_console(
            repository,
            say=wording_for("en"),
            environment={"XDG_CACHE_HOME": str(tmp_path)},
            now=lambda: NOW,
            lines=lines(),
            write=written.append,
        )

    assert "Du kan skrive:" in written
    assert "You can type:" not in written


async def test_a_file_goes_when_its_time_in_the_chat_is_over(tmp_path: Path) -> None:
    channel = ConsoleChannel(wording_for("da"), print, tmp_path)
    kept, gone = tmp_path / "1-brev.txt", tmp_path / "2-brev.txt"
    for path in (kept, gone):
        path.write_text("brev")

    await channel.delete(Address("console", "anna"), ["2-brev.txt", "3", f"..{os.sep}x"])

    assert kept.exists()
    assert not gone.exists()
