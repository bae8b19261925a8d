"""A chat's row in SQLite, and the chat it stands for."""

import sqlite3
from typing import Any

from mailbox_store.chats import Deed
from mailbox_store.model.chat import Address, Chat, ChatKey, ChatState, Level, QuietHours
from mailbox_store.model.errors import ChatNotFound
from mailbox_store.model.letter import MailboxId, time_of
from mailbox_store.sqlite.recording import append_event

Sql = dict[str, str]


def chat_row(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, key: ChatKey) -> dict[str, Any]:
    """Give one chat's row by the names of its columns. Raises `ChatNotFound`."""
    rows = _named(c.execute(sql["chat"], {"mailbox": mailbox, "key": key}))
    if not rows:
        raise ChatNotFound(key=key)
    return rows[0]


def _named(rows: sqlite3.Cursor) -> list[dict[str, Any]]:
    names = [column[0] for column in rows.description]
    return [dict(zip(names, row, strict=True)) for row in rows]


def chats_from(rows: sqlite3.Cursor) -> tuple[Chat, ...]:
    """Make chats of rows."""
    return tuple(map(chat_from, _named(rows)))


def chat_from(row: dict[str, Any]) -> Chat:
    """Make a chat of a row."""
    begins, ends, linked_ms = row["quiet_begins"], row["quiet_ends"], row["linked_ms"]
    return Chat(
        key=ChatKey(row["key"]),
        mailbox=MailboxId(row["mailbox_id"]),
        address=Address(row["channel"], row["number"]),
        name=row["name"],
        state=ChatState(row["state"]),
        level=Level(row["level"]),
        language=row["language"],
        delete_after=row["delete_after"],
        quiet=None if begins is None else QuietHours(begins, ends),
        has_notices=bool(row["has_notices"]),
        reminders=tuple(map(int, row["reminders"].split())),
        asked=time_of(row["asked_ms"]),
        linked=None if linked_ms is None else time_of(linked_ms),
    )


def at_address(address: Address) -> dict[str, Any]:
    """Give an address as the queries name it."""
    return {"channel": address.channel, "number": address.number}


def record(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, deed: Deed) -> None:
    """Append a deed to the mailbox's audit log."""
    append_event(c, sql, mailbox, deed.name, at=deed.at, actor=deed.actor)
