"""The PIN of a mailbox's chats in SQLite: kept, tried, and where it holds."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from mailbox_store.chat_pin import MOST_TRIES
from mailbox_store.chats import Deed, KeptPin
from mailbox_store.model.chat import Chat
from mailbox_store.model.errors import PinLocked, PinMissing
from mailbox_store.model.event import EventName
from mailbox_store.model.letter import MailboxId, milliseconds_of, time_of
from mailbox_store.sqlite.chat_rows import chat_row, record

Sql = dict[str, str]


def put_pin(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, kept: KeptPin, deed: Deed) -> None:
    """Keep a PIN."""
    c.execute(sql["put_pin"], {"mailbox": mailbox, "salt": kept.salt, "hash": kept.hash})
    c.execute(sql["end_pin_sessions"], {"mailbox": mailbox})
    record(c, sql, mailbox, deed)


def pin(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId) -> KeptPin | None:
    """Give the PIN as it is kept."""
    row = c.execute(sql["pin"], {"mailbox": mailbox}).fetchone()
    return None if row is None else KeptPin(*row)


def begin_try(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId) -> KeptPin:
    """Count a try, and give what it is judged by."""
    kept = pin(c, sql, mailbox)
    if kept is None:
        raise PinMissing
    if kept.tries >= MOST_TRIES:
        raise PinLocked
    c.execute(sql["count_pin_try"], {"mailbox": mailbox, "tries": kept.tries + 1})
    return kept._replace(tries=kept.tries + 1)


def end_try(
    c: sqlite3.Connection, sql: Sql, of: Chat, *, until: datetime | None, deeds: Sequence[Deed]
) -> None:
    """Judge a try."""
    if until is not None:
        c.execute(sql["count_pin_try"], {"mailbox": of.mailbox, "tries": 0})
        hold_pin(c, sql, of, until, None)
    for deed in deeds:
        record(c, sql, of.mailbox, deed)
        if deed.name is EventName.CHAT_PIN_LOCKED:
            c.execute(sql["end_pin_sessions"], {"mailbox": of.mailbox})


def pin_holds_until(c: sqlite3.Connection, sql: Sql, of: Chat) -> datetime:
    """Give until when the PIN holds."""
    return time_of(chat_row(c, sql, of.mailbox, of.key)["pin_until_ms"])


def hold_pin(
    c: sqlite3.Connection, sql: Sql, of: Chat, until: datetime, now: datetime | None
) -> None:
    """Let the PIN hold until then, where the chat is still linked; where it holds `now`, if given.

    So a PIN that ended meanwhile is not brought back by what was under way.
    """
    values = {
        "mailbox": of.mailbox,
        "key": of.key,
        "until_ms": milliseconds_of(until),
        "now_ms": None if now is None else milliseconds_of(now),
    }
    c.execute(sql["hold_pin"], values)
