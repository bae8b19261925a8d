"""What falls due in a mailbox: deadlines and appointments, and the person's yes to them."""

import sqlite3
from datetime import datetime

from mailbox_store.model.letter import MailboxId, milliseconds_of, time_of
from mailbox_store.model.query import Due, DueKind
from mailbox_store.sqlite.values import summary_from

Sql = dict[str, str]


def due(
    c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, *, since: datetime, limit: int
) -> tuple[Due, ...]:
    """Give what falls due, soonest first."""
    rows = c.execute(
        sql["due"], {"mailbox": mailbox, "since_ms": milliseconds_of(since), "limit": limit}
    )
    return tuple(
        Due(
            at=time_of(row[0]),
            kind=DueKind(row[1]),
            label=row[2],
            is_confirmed=bool(row[3]),
            letter=summary_from(row[4:]),
        )
        for row in rows
    )


def confirm_due(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, due: Due) -> bool:
    """Remember the person's yes to what was found in a letter's text."""
    said = {
        "mailbox": mailbox,
        "letter": due.letter.id,
        "kind": due.kind,
        "at_ms": milliseconds_of(due.at),
    }
    return c.execute(sql["confirm_due"], said).rowcount > 0
