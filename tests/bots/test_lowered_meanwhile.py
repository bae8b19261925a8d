"""What the rows of an answer say of the level they need."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.effects import Effect, Tell
from mailbox_store.model.chat import Level
from mailbox_store.opening import open_store
from tests.bots.letters import filled_store
from tests.bots.talking import PIN, Citizen


@pytest.fixture
def store(tmp_path: Path) -> str:
    return filled_store(tmp_path / "mailbox.db")


@pytest.fixture
async def citizen(store: str) -> AsyncIterator[Citizen]:
    async with open_store(store) as repository:
        [facts] = await repository.mailboxes()
        citizen = Citizen(repository, facts)
        await citizen.is_linked(Level.VOICE)
        await citizen.types("read 4")
        await citizen.types(PIN)
        yield citizen


def levels(effects: list[Effect]) -> set[int]:
    return {effect.level for effect in effects if hasattr(effect, "level")}


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("status", Level.NOTIFY), ("list", Level.TEXT), ("read 3", Level.TEXT),
        ("brief", Level.TEXT), ("search spande", Level.TEXT), ("send as text file", Level.VOICE),
    ],
)  # fmt: skip
async def test_an_answer_names_the_level_below_which_it_may_not_be_sent(
    citizen: Citizen, typed: str, level: Level
) -> None:
    assert levels(await citizen.types(typed)) == {level}


async def test_the_answer_to_lowering_the_level_may_be_sent_at_the_lower_one(
    citizen: Citizen,
) -> None:
    assert levels(await citizen.types("settings level 0")) == {Level.OFF}


async def test_the_mailbox_in_brief_is_deleted_like_everything_that_names_letters(
    citizen: Citizen,
) -> None:
    await citizen.types("list")  # so that no letter is open

    [told] = [one for one in await citizen.types("brief") if isinstance(one, Tell)]

    assert "legal notice" in told.text
    assert told.is_protected
    assert told.deletes_after is not None
