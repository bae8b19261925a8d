"""Where a person stopped listening to a letter."""

import sqlite3

from mailbox_store.model.letter import LetterId, MailboxId

Sql = dict[str, str]


def keep_heard(
    c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, letter: LetterId, heard: int
) -> None:
    """Remember how many sentences were heard."""
    c.execute(sql["keep_heard"], {"mailbox": mailbox, "letter": letter, "heard": heard})
