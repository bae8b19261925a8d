"""Being told of chats that ask to be linked while a mailbox is open."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime

from mailbox_store.mailbox import Mailbox
from mailbox_store.model.chat import Chat, ChatState
from mailbox_store.model.errors import MailboxError
from mailbox_store.repository import Repository

_AGAIN = 30  # seconds until a store that could not be watched is tried again


@asynccontextmanager
async def told_of_asking(
    mailbox: Mailbox, repository: Repository, *, since: datetime, tell: Callable[[Chat], None]
) -> AsyncIterator[None]:
    """Tell each chat that asks, once, for as long as the block runs."""
    watching = asyncio.create_task(_watch(mailbox, repository, since, tell))
    try:
        yield
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching


async def _watch(
    mailbox: Mailbox, repository: Repository, since: datetime, tell: Callable[[Chat], None]
) -> None:
    told: set[tuple[int, datetime]] = set()
    while True:
        try:
            async with repository.changes() as changes:
                await anext(changes)  # as it stands: what asked before is not news
                async for _ in changes:
                    for chat in await repository.chats.chats_of(mailbox.facts.id):
                        request = chat.key, chat.asked
                        is_new = chat.asked >= since and request not in told
                        if chat.state is ChatState.ASKING and is_new:
                            told.add(request)
                            tell(chat)
        except (MailboxError, OSError):
            await asyncio.sleep(_AGAIN)
