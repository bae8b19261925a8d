"""What comes from chats and goes to them, in SQLite."""

import sqlite3
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from mailbox_store.model.chat import Address
from mailbox_store.model.chat_post import Outgoing, OutState, Received, SentMessage, ToSend
from mailbox_store.model.letter import MailboxId, milliseconds_of, time_of
from mailbox_store.sqlite.chats import block
from mailbox_store.sqlite.values import storable

Sql = dict[str, str]

# Telegram repeats updates for a day, and lets messages be deleted for two.
_REMEMBERED = timedelta(hours=49)
# For the rest of this connection's life: not every SQLite is built to do it unasked.
_OVERWRITE = "PRAGMA secure_delete = ON"


def receive(
    c: sqlite3.Connection, sql: Sql, address: Address, update_id: int, update: str, at: datetime
) -> bool:
    """Keep an update, once."""
    values = {
        "channel": address.channel,
        "update_id": update_id,
        "number": address.number,
        "body": storable(update),
        "at_ms": milliseconds_of(at),
    }
    return bool(c.execute(sql["receive"], values).rowcount)


def last_update(c: sqlite3.Connection, sql: Sql, channel: str) -> int | None:
    """Give the newest update id."""
    (newest,) = c.execute(sql["last_update"], {"channel": channel}).fetchone()
    return None if newest is None else int(newest)


def waiting_received(
    c: sqlite3.Connection, sql: Sql, channel: str, busy: Collection[Address], limit: int
) -> tuple[int, ...]:
    """Name what may be answered next: of each chat the first, of the busy ones nothing."""
    asked = {"channel": channel, "limit": limit + len(busy)}
    rows = c.execute(sql["first_received"], asked)
    return tuple(first for number, first in rows if Address(channel, number) not in busy)[:limit]


def take_received(c: sqlite3.Connection, sql: Sql, received: Sequence[int]) -> tuple[Received, ...]:
    """Give updates to one who answers them, each with one attempt more."""
    taken = []
    for number in received:
        c.execute(sql["count_attempt"], {"id": number})
        row = c.execute(sql["received"], {"id": number}).fetchone()
        key, channel, chat, body, at_ms, attempts = row
        taken.append(
            Received(id=key, address=Address(channel, chat), update=body, at=time_of(at_ms),
                     attempts=attempts)
        )  # fmt: skip
    return tuple(taken)


def answered(
    c: sqlite3.Connection, sql: Sql, received: int, talk: str, outgoing: Sequence[Outgoing],
    at: datetime,
) -> None:  # fmt: skip
    """Keep an answer, unless there is one; what was typed, maybe a PIN, is overwritten."""
    c.execute(_OVERWRITE)
    row = c.execute(sql["finish_received"], {"id": received}).fetchone()
    if row is None:
        return
    c.execute(sql["put_talk"], {"channel": row[0], "number": row[1], "talk": storable(talk)})
    for one in outgoing:
        put(c, sql, one, at)


def talk(c: sqlite3.Connection, sql: Sql, address: Address) -> str:
    """Give where a talk stands."""
    row = c.execute(sql["talk"], _at(address)).fetchone()
    return "" if row is None else str(row[0])


def put(c: sqlite3.Connection, sql: Sql, outgoing: Outgoing, at: datetime) -> bool:
    """Put a row into the outbox, once."""
    not_before, not_after = outgoing.not_before, outgoing.not_after
    stays = outgoing.delete_after
    values = {
        **_at(outgoing.address),
        "kind": outgoing.kind,
        "dedupe": outgoing.dedupe,
        "body": storable(outgoing.body),
        "content": outgoing.content,
        "urgency": outgoing.urgency,
        "not_before_ms": 0 if not_before is None else milliseconds_of(not_before),
        "not_after_ms": None if not_after is None else milliseconds_of(not_after),
        "stays_ms": None if stays is None else stays // timedelta(milliseconds=1),
        "mailbox": outgoing.mailbox,
        "level": outgoing.level,
        "at_ms": milliseconds_of(at),
    }
    return bool(c.execute(sql["put_outgoing"], values).rowcount)


def waiting_to_send(
    c: sqlite3.Connection, sql: Sql, channel: str, now: datetime, busy: Collection[Address],
    limit: int,
) -> tuple[int, ...]:  # fmt: skip
    """Name what may be sent next: of each chat the first, where nothing is on its way."""
    asked = {"channel": channel, "now_ms": milliseconds_of(now), "limit": limit + len(busy)}
    rows = c.execute(sql["first_to_send"], asked)
    return tuple(first for number, first in rows if Address(channel, number) not in busy)[:limit]


def take_to_send(
    c: sqlite3.Connection, sql: Sql, rows: Sequence[int], now: datetime
) -> tuple[ToSend, ...]:
    """Give rows to one who sends them; drop those that may not be sent any more."""
    taken, now_ms = [], milliseconds_of(now)
    for number in rows:
        if not c.execute(sql["begin_sending"], {"id": number, "now_ms": now_ms}).rowcount:
            c.execute(sql["drop_outgoing"], {"id": number})
            continue
        taken.append(_to_send(c.execute(sql["to_send"], {"id": number}).fetchone()))
    return tuple(taken)


def finish(
    c: sqlite3.Connection, sql: Sql, row: int, state: OutState, *,
    at: datetime | None = None, message: str = "", why: str = "",
) -> None:  # fmt: skip
    """Remember what became of a row; what it said is overwritten."""
    c.execute(_OVERWRITE)
    values = {
        "id": row,
        "state": state,
        "message": message or None,
        "at_ms": None if at is None else milliseconds_of(at),
        "why": why,
    }
    gone = c.execute(sql["end_sending"], values).fetchone()
    if why == "blocked" and gone is not None and at is not None:
        block(c, sql, Address(*gone), at)


def retry(c: sqlite3.Connection, sql: Sql, row: int, not_before: datetime) -> None:
    """Put a row back."""
    c.execute(sql["send_again"], {"id": row, "not_before_ms": milliseconds_of(not_before)})


def requeue(c: sqlite3.Connection, sql: Sql, channel: str) -> None:
    """Put back what a dead sender had."""
    c.execute(sql["requeue"], {"channel": channel})


def due_deletions(
    c: sqlite3.Connection, sql: Sql, channel: str, now: datetime, limit: int
) -> tuple[SentMessage, ...]:
    """Give messages whose time is over."""
    asked = {"channel": channel, "now_ms": milliseconds_of(now), "limit": limit}
    rows = c.execute(sql["due_deletions"], asked)
    return tuple(SentMessage(Address(place, number), message) for place, number, message in rows)


def deleted(c: sqlite3.Connection, sql: Sql, address: Address, messages: Sequence[str]) -> None:
    """Remember that messages are gone."""
    for message in messages:
        c.execute(sql["message_deleted"], {**_at(address), "message": message})


def prune(c: sqlite3.Connection, sql: Sql, now: datetime) -> None:
    """Forget what is over."""
    before = {"before_ms": milliseconds_of(now - _REMEMBERED)}
    c.execute(sql["forget_received"], before)
    c.execute(sql["forget_outgoing"], before)


def _to_send(row: tuple[Any, ...]) -> ToSend:
    number, channel, chat, kind, dedupe, body, content, urgency, stays, *rest = row
    mailbox, level, attempts = rest
    return ToSend(
        id=number,
        address=Address(channel, chat),
        kind=kind,
        dedupe=dedupe,
        body=body,
        content=content,
        urgency=urgency,
        delete_after=None if stays is None else timedelta(milliseconds=stays),
        mailbox=None if mailbox is None else MailboxId(mailbox),
        level=level,
        attempts=attempts,
    )


def _at(address: Address) -> dict[str, Any]:
    return {"channel": address.channel, "number": address.number}
