"""News: announcements of letters, and being told of every commit of any process."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from mailbox_store.model.announcement import Announcement, AnnouncementId
from mailbox_store.model.letter import LetterId, MailboxId, time_of
from mailbox_store.sqlite.connection import Connections
from mailbox_store.sqlite.doorbell import POLL, hung_bell

Sql = dict[str, str]


def announcements(
    c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, *, after: AnnouncementId, limit: int
) -> tuple[Announcement, ...]:
    """Give announcements after one, oldest first."""
    values = {"mailbox": mailbox, "after": after, "limit": limit}
    return tuple(
        Announcement(
            id=AnnouncementId(number),
            mailbox=MailboxId(owner),
            letter=LetterId(letter),
            at=time_of(at_ms),
        )
        for number, owner, letter, at_ms in c.execute(sql["announcements"], values)
    )


def last_announcement(c: sqlite3.Connection, sql: Sql) -> AnnouncementId:
    """Give the newest announcement's id, 0 if there is none."""
    (newest,) = c.execute(sql["last_announcement"]).fetchone()
    return AnnouncementId(newest)


@asynccontextmanager
async def changes(connections: Connections) -> AsyncIterator[AsyncIterator[None]]:
    """Enter to be told: at once, then at each bell or, if it was lost, at the next poll."""
    async with hung_bell(connections.path) as rung:
        yield _changes(connections, rung)


async def _changes(connections: Connections, rung: asyncio.Event) -> AsyncIterator[None]:
    seen = None
    while True:
        rung.clear()
        version = await connections.read_outside(_data_version)
        if version != seen:
            seen = version
            yield
        with suppress(TimeoutError):
            async with asyncio.timeout(POLL):
                await rung.wait()


def _data_version(c: sqlite3.Connection) -> int:
    version: int = c.execute("PRAGMA data_version").fetchone()[0]
    return version
