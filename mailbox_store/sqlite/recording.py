"""The audit log's rows: appended at the end of a mailbox's chain, and read."""

import sqlite3
from datetime import datetime

from mailbox_store.audit import chained_hash
from mailbox_store.model.event import AuditEvent, EventName
from mailbox_store.model.letter import LetterId, MailboxId, milliseconds_of, time_of

Sql = dict[str, str]

_NEWEST = 1 << 62


class Chain:
    """The end of one mailbox's chain in a transaction: entries go behind it, then it is kept."""

    def __init__(self, connection: sqlite3.Connection, sql: Sql, mailbox: MailboxId) -> None:
        """Find the end."""
        self._c = connection
        self._sql = sql
        self._mailbox = mailbox
        self._number, self._hash = connection.execute(
            sql["audit_head"], {"mailbox": mailbox}
        ).fetchone()

    def append(
        self, name: EventName, *, at: datetime, actor: str, letter: LetterId | None = None
    ) -> None:
        """Put an entry behind the end; `keep` must follow in the same transaction."""
        number, at_ms = self._number + 1, milliseconds_of(at)
        link = chained_hash(
            self._hash, number=number, at_ms=at_ms, actor=actor, name=name, letter=letter
        )
        self._c.execute(
            self._sql["insert_event"],
            {
                "mailbox": self._mailbox,
                "number": number,
                "at_ms": at_ms,
                "actor": actor,
                "name": name,
                "letter": letter,
                "previous": self._hash,
                "hash": link,
            },
        )
        self._number, self._hash = number, link

    def keep(self) -> None:
        """Keep where the end is now, so that it cannot vanish unseen."""
        self._c.execute(
            self._sql["put_audit_head"],
            {"mailbox": self._mailbox, "number": self._number, "hash": self._hash},
        )


def append_event(
    connection: sqlite3.Connection,
    sql: Sql,
    mailbox: MailboxId,
    name: EventName,
    *,
    at: datetime,
    actor: str,
    letter: LetterId | None = None,
) -> None:
    """Append one entry; the caller's transaction makes it durable with the deed itself."""
    chain = Chain(connection, sql, mailbox)
    chain.append(name, at=at, actor=actor, letter=letter)
    chain.keep()


def events(
    connection: sqlite3.Connection,
    sql: Sql,
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
