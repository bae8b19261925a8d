"""One demonstration store, made once the real way; the tests only look at it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from accessibility.documents.emptying import read_waiting
from accessibility.documents.reading import document_reader
from mailbox_store.access import Identity
from mailbox_store.mailbox import Mailbox, open_mailbox
from mailbox_store.model.letter import Letter
from mailbox_store.opening import open_store
from mailbox_store.settings import store_url
from post_office.demo.making import make_demo
from post_office.demo.offices import ALMA

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)  # a Tuesday


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def demo_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = store_url(tmp_path_factory.mktemp("demo") / "mailbox.db")

    async def make() -> None:
        async with open_store(url, make=True) as repository:
            await make_demo(repository, now=lambda: NOW)
            with document_reader() as reader:
                await read_waiting(repository.reading_queue, reader=reader, now=lambda: NOW)

    asyncio.run(make())
    return url


@pytest.fixture
async def door(demo_url: str) -> AsyncIterator[Mailbox]:
    """Alma's own mailbox, as a face holds it."""
    async with open_store(demo_url) as repository:
        (facts,) = await repository.mailboxes()
        yield await open_mailbox(
            facts.id, who=Identity(party=ALMA), repository=repository, now=lambda: NOW
        )


@pytest.fixture
async def letters(door: Mailbox) -> tuple[Letter, ...]:
    """Every letter of the mailbox, oldest first, the bin included."""
    return tuple([await door.unopened(letter) for letter in await door.every_letter()])
