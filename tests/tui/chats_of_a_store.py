"""What a bot would do to a store, done straight to it: a chat asks, blocks, sends messages."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from mailbox_store.model.chat import Address, Chat
from mailbox_store.model.letter import MailboxId
from mailbox_store.opening import open_store
from mailbox_store.repository import Repository
from tests.tui.running import Brevdue

FIRST = MailboxId(1)


def in_store(store: str, do: Callable[[Repository], Awaitable[object]]) -> object:
    """Do something in the store, as another process would."""

    async def done() -> object:
        async with open_store(store) as repository:
            return await do(repository)

    return asyncio.run(done())


async def ask(
    repository: Repository, code: str, name: str, *, number: str = "42", at: datetime | None = None
) -> bool:
    """Let a chat ask with a code."""
    return await repository.chats.redeem(
        code,
        Address("telegram", number),
        name=name,
        language="da",
        at=at or datetime.now(UTC),
    )


def code_of(brevdue: Brevdue) -> str:
    """Have a code made."""
    return str(json.loads(brevdue("link", "telegram", "--json").out)["code"])


def asking(brevdue: Brevdue, name: str, *, number: str = "42") -> None:
    """Let a chat ask to be linked, with a code made for it."""
    code = code_of(brevdue)
    assert in_store(brevdue.store, lambda repository: ask(repository, code, name, number=number))


def linked(brevdue: Brevdue, name: str, *, number: str = "42") -> None:
    """Let a chat be linked."""
    asking(brevdue, name, number=number)
    assert brevdue("chats", "accept", name).code == 0


def chats(brevdue: Brevdue) -> tuple[Chat, ...]:
    """Give the chats as they are kept."""

    async def kept(repository: Repository) -> tuple[Chat, ...]:
        return await repository.chats.chats_of(FIRST)

    found = in_store(brevdue.store, kept)
    assert isinstance(found, tuple)
    return found
