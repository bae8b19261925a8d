"""The audit log's rows: appended at the end of a mailbox's chain, and read."""

import sqlite3
from datetime import datetime

from mailbox_store.audit import chained_hash
from mailbox_store.model.event import AuditEvent, EventName
from mailbox_store.model.letter import LetterId, MailboxId, milliseconds_of, time_of

_NEWEST = 1 << 62


def append_event(
    connection: sqlite3.Connection,
    sql: dict[str, str],
    mailbox: MailboxId,
    name: EventName,
    *,
    at: datetime,
    actor: str,
    letter: LetterId | None = None,
) -> None:
    """Append one entry; the caller's transaction makes it durable with the deed itself."""
    last, previous = connection.execute(sql["audit_head"], {"mailbox": mailbox}).fetchone()
    number, at_ms = last + 1, milliseconds_of(at)
    link = chained_hash(previous, number=number, at_ms=at_ms, actor=actor, name=name, letter=letter)
    connection.execute(
        sql["insert_event"],
        {
            "mailbox": mailbox,
            "number": number,
            "at_ms": at_ms,
            "actor": actor,
            "name": name,
            "letter": letter,
            "previous": previous,
            "hash": link,
        },
    )
    connection.execute(sql["put_audit_head"], {"mailbox": mailbox, "number": number, "hash": link})


def events(
    connection: sqlite3.Connection,
    sql: dict[str, str],
    mailbox: MailboxId,
    *,
    limit: int,
    before: int | None,
) -> tuple[AuditEvent, ...]:
    """Give entries, newest first."""
    rows = connection.execute(
        sql["events"],
        {"mailbox": mailbox, "limit": limit, "before": _NEWEST if before is None else before},
    )
    return tuple(
        AuditEvent(
            number=number,
            at=time_of(at_ms),
            actor=actor,
            name=EventName(name),
            letter=letter,
            previous=previous,
            hash=link,
        )
        for number, at_ms, actor, name, letter, previous, link in rows
    )
