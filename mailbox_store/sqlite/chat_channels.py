"""What is kept of a channel as a whole: its bot's name, and how far its notices have come."""

import sqlite3

from mailbox_store.model.announcement import Announcement, AnnouncementId
from mailbox_store.model.letter import LetterId, MailboxId, time_of
from mailbox_store.sqlite.values import storable

Sql = dict[str, str]


def take_over(c: sqlite3.Connection, sql: Sql, channel: str, bot: str) -> None:
    """Keep which bot it is; of another one, forget what only that one could go on with."""
    row = c.execute(sql["bot_of_channel"], {"channel": channel}).fetchone()
    before = "" if row is None else row[0]
    if before and before != bot:
        for name in ("renumber_received", "forget_messages_of_bot", "drop_errands_of_bot"):
            c.execute(sql[name], {"channel": channel})
    c.execute(sql["put_bot"], {"channel": channel, "bot": bot})


def set_bot_name(c: sqlite3.Connection, sql: Sql, channel: str, name: str) -> None:
    """Keep the name."""
    c.execute(sql["put_bot_name"], {"channel": channel, "name": storable(name)})


def bot_name(c: sqlite3.Connection, sql: Sql, channel: str) -> str:
    """Give the name."""
    row = c.execute(sql["bot_name"], {"channel": channel}).fetchone()
    return "" if row is None else str(row[0])


def noticed(c: sqlite3.Connection, sql: Sql, channel: str) -> AnnouncementId:
    """Give how far notices have come."""
    row = c.execute(sql["noticed"], {"channel": channel}).fetchone()
    return AnnouncementId(-1 if row is None else row[0])


def set_noticed(
    c: sqlite3.Connection, sql: Sql, channel: str, announcement: AnnouncementId
) -> None:
    """Keep how far they have come; never less far."""
    c.execute(sql["put_noticed"], {"channel": channel, "announcement": announcement})


def announcements(
    c: sqlite3.Connection, sql: Sql, *, after: AnnouncementId, limit: int
) -> tuple[Announcement, ...]:
    """Give announcements of every mailbox."""
    rows = c.execute(sql["announcements_of_all"], {"after": after, "limit": limit})
    return tuple(
        Announcement(
            id=AnnouncementId(number),
            mailbox=MailboxId(owner),
            letter=LetterId(letter),
            at=time_of(at_ms),
        )
        for number, owner, letter, at_ms in rows
    )
