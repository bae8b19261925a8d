"""Emptying the queue of documents to be read: taken by lease, read in the child, put back as trees.

Whichever process is running does it, one document at a time; several may. A face that opens a
letter has that letter's documents read first.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, aclosing
from datetime import datetime, timedelta
from typing import Protocol

from accessibility.documents.found_dues import dues_found
from accessibility.documents.reading import ReadDocument, Reader, so_far
from accessibility.documents.scanned_pages import pictures_in
from accessibility.tree_text import tree_text
from mailbox_store.model.letter import LetterId, MailboxId
from mailbox_store.model.waiting import DocumentRead, WaitingDocument

LEASE = timedelta(seconds=120)  # twice what the slowest document may take, and its page of OCR
_AT_ONCE = 16  # lent together, to spare transactions
_LOOK_AGAIN = 0.2  # seconds, while somebody else reads the letter that is wanted

Now = Callable[[], datetime]
OfLetter = tuple[MailboxId, LetterId]


class Waiting(Protocol):
    """What is needed of the store's queue."""

    async def claim(
        self, *, at: datetime, lease: timedelta, limit: int, of: OfLetter | None = None
    ) -> tuple[WaitingDocument, ...]:
        """Lend documents."""
        ...

    async def keep(
        self, document: WaitingDocument, read: DocumentRead, *, at: datetime, lease: timedelta
    ) -> bool:
        """Keep what was read; False if the letter is gone."""
        ...

    async def give_back(self, documents: Sequence[WaitingDocument]) -> None:
        """Put lent documents back."""
        ...

    async def count(self, of: OfLetter | None = None) -> int:
        """Count what waits."""
        ...


class Store(Protocol):
    """What is needed of the store to read what comes."""

    @property
    def reading_queue(self) -> Waiting:
        """The queue."""
        ...

    def changes(self) -> AbstractAsyncContextManager[AsyncIterator[None]]:
        """Enter to be told of every commit."""
        ...


async def read_waiting(
    queue: Waiting, *, reader: Reader, now: Now, of: OfLetter | None = None
) -> int:
    """Read what waits until nothing does that is not lent to others; give how many were read."""
    count = 0
    while lent := await queue.claim(at=now(), lease=LEASE, limit=_AT_ONCE, of=of):
        count += await _read_all(queue, lent, reader, now)
    return count


async def read_letter(
    queue: Waiting, letter: OfLetter, *, reader: Reader, now: Now, patience: float
) -> bool:
    """Read a letter's documents before the others; wait for whoever reads them already.

    False if they are still not read after `patience` seconds: the face then says so.
    """
    try:
        async with asyncio.timeout(patience):
            while await queue.count(letter):
                await read_waiting(queue, reader=reader, now=now, of=letter)
                if await queue.count(letter):
                    await asyncio.sleep(_LOOK_AGAIN)
    except TimeoutError:
        return False
    return True


async def keep_reading(store: Store, *, reader: Reader, now: Now) -> None:
    """Read whatever is put into the queue, by any process, until cancelled."""
    async with store.changes() as changes:
        async for _ in changes:
            await read_waiting(store.reading_queue, reader=reader, now=now)


async def _read_all(
    queue: Waiting, lent: Sequence[WaitingDocument], reader: Reader, now: Now
) -> int:
    left = list(lent)
    try:
        while left:
            async with aclosing(_readings(left[0], reader)) as readings:
                async for read in readings:
                    if not await queue.keep(left[0], read, at=now(), lease=LEASE):
                        break  # the letter was deleted meanwhile
            del left[0]
    finally:
        if left:  # we were stopped: what is lent must not wait for its lease to end
            await asyncio.shield(queue.give_back(left))
    return len(lent)


async def _readings(
    document: WaitingDocument, reader: Reader
) -> AsyncGenerator[DocumentRead, None]:
    """Give what a document says, more of it with each page of a scan."""
    begun = document.tree
    if begun is not None and pictures_in(begun):
        read = so_far(begun)
    else:
        read = await asyncio.to_thread(reader.read, document.files)
    yield _told(document, read)
    while read.pages_to_come:
        page = read.pages_to_come[0]
        read = await asyncio.to_thread(reader.read_page, document.files, read.tree, page)
        yield _told(document, read)


def _told(document: WaitingDocument, read: ReadDocument) -> DocumentRead:
    return DocumentRead(
        reading=read.reading,
        tree=read.tree,
        text=tree_text(read.tree),
        due=dues_found(read.tree, delivered=document.received),
        is_whole=not read.pages_to_come,
    )
