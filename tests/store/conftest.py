"""A real store in a temporary folder for every test; each backend passes the same tests."""

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from mailbox_store.access import Identity
from mailbox_store.chat_door import ChatDoor
from mailbox_store.linking import Linking
from mailbox_store.mailbox import Mailbox, open_mailbox
from mailbox_store.model.arriving import ArrivingDocument, ArrivingFile, ArrivingLetter
from mailbox_store.model.chat import Chat, Level
from mailbox_store.model.document import DocumentType, Reading
from mailbox_store.model.letter import Origin
from mailbox_store.model.mailbox_facts import MailboxFacts
from mailbox_store.model.party import IdType, Party
from mailbox_store.opening import open_store
from mailbox_store.repository import Repository
from mailbox_store.settings import store_url
from tests.store.chatting import HERE, PIN

ALMA = Party(id_type=IdType.CPR, number="0101800000", name="Alma Demo")
BO = Party(id_type=IdType.CPR, number="0202800000", name="Bo Demo")
OFFICE = Party(id_type=IdType.CVR, number="12345678", name="Bylderup Kommune")
START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

MakeLetter = Callable[..., ArrivingLetter]


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        return self.time

    def move(self, **span: float) -> None:
        self.time += timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make_letter() -> MakeLetter:
    """Make an arriving letter: `make_letter(3, text=..., subject=...)`; 3 names it."""

    def make(number: int, *, text: str = "Kære borger.", **changes: Any) -> ArrivingLetter:
        raw = f"letter {number}: {text}".encode("utf-8", "replace")
        file = ArrivingFile(
            name="brev.txt",
            media_type="text/plain",
            declared_type="text/plain",
            language="da",
            content=text.encode("utf-8", "replace"),
        )
        letter = ArrivingLetter(
            uuid=f"00000000-0000-4000-8000-{number:012d}",
            fingerprint=hashlib.sha256(raw).hexdigest(),
            original=raw,
            original_type="text/plain",
            origin=Origin.POST_OFFICE,
            sender=OFFICE,
            recipient=ALMA,
            subject=f"Letter {number}",
            received=START + timedelta(minutes=number),
            documents=(
                ArrivingDocument(
                    type=DocumentType.MAIN,
                    label="",
                    files=(file,),
                    reading=Reading.READ,
                    text=text,
                ),
            ),
        )
        return replace(letter, **changes)

    return make


@pytest.fixture(params=["sqlite"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    assert request.param == "sqlite"
    return store_url(tmp_path / "store" / "mailbox.db")


@pytest.fixture
async def repository(url: str) -> AsyncIterator[Repository]:
    async with open_store(url, make=True) as opened:
        yield opened


@pytest.fixture
async def alma(repository: Repository, clock: Clock) -> MailboxFacts:
    return await repository.make_mailbox(ALMA, at=clock(), actor="OPERATOR")


@pytest.fixture
async def mailbox(repository: Repository, alma: MailboxFacts, clock: Clock) -> Mailbox:
    return await open_mailbox(alma.id, who=Identity(party=ALMA), repository=repository, now=clock)


@pytest.fixture
def deliver(repository: Repository, alma: MailboxFacts, clock: Clock) -> Callable[..., Any]:
    """Deliver letters into Alma's mailbox: `await deliver(letter, letter)`."""

    async def take_in(*letters: ArrivingLetter) -> Any:
        return await repository.take_in(letters, alma.id, at=clock(), actor="OPERATOR")

    return take_in


@pytest.fixture
async def facts(repository: Repository, clock: Clock) -> MailboxFacts:
    return await repository.make_mailbox(ALMA, at=clock(), actor="OPERATOR")


@pytest.fixture
def linking(repository: Repository, facts: MailboxFacts, clock: Clock) -> Linking:
    return Linking(repository, facts, Identity(party=ALMA), clock)


@pytest.fixture
def door(repository: Repository, clock: Clock) -> ChatDoor:
    return ChatDoor(HERE, repository, clock)


@pytest.fixture
def link(linking: Linking, door: ChatDoor) -> Callable[..., Awaitable[Chat]]:
    """Link the chat, and raise it."""

    async def linked(level: Level = Level.NOTIFY) -> Chat:
        await door.redeem((await linking.offer()).code, "Alma", "da")
        [*_, asking] = await linking.chats()
        chat = await linking.accept(asking.key)
        if level >= Level.TEXT:
            await linking.set_pin(PIN)
        return chat if level is Level.NOTIFY else await linking.set_level(chat.key, level)

    return linked
