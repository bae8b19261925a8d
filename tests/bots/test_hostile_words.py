"""Words and letters that nobody would write who means well are answered in order."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.effects import SendFile, Tell
from mailbox_store.model.chat import Level
from mailbox_store.model.document import DocumentType
from mailbox_store.opening import open_store
from tests.bots.letters import filled_store
from tests.bots.talking import PIN, Citizen, told
from tests.bots.test_noticing import arrive
from tests.tui.letters import document


@pytest.fixture
def store(tmp_path: Path) -> str:
    return filled_store(tmp_path / "mailbox.db")


@pytest.fixture
async def citizen(store: str) -> AsyncIterator[Citizen]:
    async with open_store(store) as repository:
        [facts] = await repository.mailboxes()
        citizen = Citizen(repository, facts)
        await citizen.is_linked(Level.VOICE)
        await citizen.types("read L1")
        await citizen.types(PIN)
        yield citizen


@pytest.mark.parametrize("typed", ["more L3 0", "more L3 brief 0", "more L1 0"])
async def test_a_part_before_the_first_is_the_first(citizen: Citizen, typed: str) -> None:
    parts = [one.text for one in await citizen.types(typed) if isinstance(one, Tell)]

    assert len(parts) == 1
    assert "Part 0" not in parts[0]
    assert "Bylderup Kommune" in parts[0]


async def test_a_file_of_nothing_is_not_sent_as_no_chat_takes_it(citizen: Citizen) -> None:
    empty = document("", content=b"", type=DocumentType.ADDITIONAL, name="tom.txt")
    await arrive(citizen, 20, documents=(document("Kære Anna"), empty))
    await citizen.types("list")
    await citizen.types("read 1")

    answer = await citizen.types("send file 2")

    assert not [one for one in answer if isinstance(one, SendFile)]
    assert told(answer) == "This document is empty."
