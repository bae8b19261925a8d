"""Whatever is typed, and whichever button is pressed, is answered in words that can be heard."""

import random
from pathlib import Path

import pytest

from accessibility.commands import Deed, name_of
from bots.effects import Alert
from bots.events import Pressed, Who
from mailbox_store.model.chat import Level
from mailbox_store.opening import open_store
from tests.bots.letters import filled_store
from tests.bots.talking import PIN, Citizen

_LINES = 250
_BEHIND = (
    "", "", "1", "2", "L3", "L7", "99", "1-3", "L99999", "yes", "nej", "file", "2 file", "22-7",
    "off", "3 1", "level 2", "da", "\u202e", "a" * 4_000, "“", "{x}", "%s", "0", "-1",
    "M1", "L3 2", "L3 brief 2", "²", "quiet 25-99", "delete ²", "delete", "notices", "level ²",
    "letters", "letter", "more", "from 2",
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> str:
    return filled_store(tmp_path / "mailbox.db")


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("language", ["da", "en"])
async def test_everything_is_answered(store: str, level: Level, language: str) -> None:
    chance = random.Random(f"{level}{language}")
    words = [name_of(deed, language=language) for deed in Deed]
    async with open_store(store) as repository:
        [facts] = await repository.mailboxes()
        citizen = Citizen(repository, facts, who=Who(name="Anna", language=language))
        await citizen.is_linked(level)
        await citizen.types("read L1")
        await citizen.types(PIN)
        for _ in range(_LINES):
            message = chance.choice(citizen.shown[-6:])
            if message.buttons and chance.random() < 0.25:
                data = chance.choice(message.buttons).data
                answered = await citizen.does(Pressed(data=data, message="1", query="q"))
                assert sum(isinstance(one, Alert) for one in answered) == 1
            else:
                line = f"{chance.choice(words)} {chance.choice(_BEHIND)}"
                assert await citizen.types(line), line
            if not await repository.chats.chats_at(citizen.address):
                await citizen.is_linked(level)
