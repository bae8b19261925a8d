"""What the chat's tests stand on: Telegram's stand-in."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from mailbox_store.opening import open_store
from mailbox_store.repository import Repository
from mailbox_store.settings import store_url
from tests.bots.stand_in import StandIn


@pytest.fixture(autouse=True)
def _coming_types(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have python-telegram-bot give times as it will, as the bot does; else it warns."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
async def telegram() -> AsyncIterator[StandIn]:
    """Run a Telegram of our own."""
    async with StandIn() as telegram:
        yield telegram


@pytest.fixture
async def repository(tmp_path: Path) -> AsyncIterator[Repository]:
    """Open a store of our own."""
    async with open_store(store_url(tmp_path / "mailbox.db"), make=True) as repository:
        yield repository
