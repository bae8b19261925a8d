"""Documents read beside what the person does: what waits in the store's queue, and what comes."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from mailbox_store.mailbox import Clock
from mailbox_store.model.errors import StoreError
from mailbox_store.repository import Repository

log = logging.getLogger(__name__)


@asynccontextmanager
async def reading_on(repository: Repository, *, now: Clock) -> AsyncIterator[None]:
    """Read documents for as long as the block lasts; what is in hand at its end is put back."""
    task = asyncio.create_task(_read(repository, now))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def read_everything(repository: Repository, *, now: Clock) -> None:
    """Read all that waits; what another process reads already is left to it."""
    if await repository.reading_queue.count():
        from accessibility.documents.emptying import read_waiting  # 15 ms: only with something
        from accessibility.documents.reading import document_reader  # to read; likewise

        with document_reader() as reader:
            await read_waiting(repository.reading_queue, reader=reader, now=now)


async def _read(repository: Repository, now: Clock) -> None:
    try:
        async with repository.changes() as changes:
            async for _ in changes:
                await read_everything(repository, now=now)
    except StoreError:  # the person's own next deed says what is the matter with the store
        log.warning("reading of documents stopped", exc_info=True)
