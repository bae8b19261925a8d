"""Being told of new letters while a mailbox is open, in line mode and on the screens alike."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from mailbox_store.mailbox import Mailbox
from mailbox_store.model.announcement import AnnouncementId
from mailbox_store.model.errors import MailboxError
from mailbox_store.model.letter import LetterId

_AGAIN = 30  # seconds until a store that could not be watched is tried again


@asynccontextmanager
async def told_of_newcomers(
    mailbox: Mailbox, *, after: AnnouncementId, tell: Callable[[LetterId], None]
) -> AsyncIterator[None]:
    """Tell each letter that comes after an announcement, for as long as the block runs."""
    watching = asyncio.create_task(_watch(mailbox, after, tell))
    try:
        yield
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching


async def _watch(mailbox: Mailbox, after: AnnouncementId, tell: Callable[[LetterId], None]) -> None:
    while True:
        try:
            async for announcement in mailbox.watch(after=after):
                after = announcement.id
                tell(announcement.letter)
        except (MailboxError, OSError):  # a sitting does not end over it: lists are read anew, too
            await asyncio.sleep(_AGAIN)
