"""Search by words: FTS5 finds letters, the words around each find are cut from their texts."""

import sqlite3
from typing import Any

from mailbox_store.model.letter import MailboxId
from mailbox_store.model.query import Hit, Hits
from mailbox_store.search_words import SoughtWord, snippet, sought_words
from mailbox_store.sqlite.values import SUMMARY_WIDTH, summary_from

_KEY = SUMMARY_WIDTH


def search(
    c: sqlite3.Connection, sql: dict[str, str], mailbox: MailboxId, typed: str, *, limit: int
) -> Hits:
    """Find letters, newest first; nothing typed finds nothing."""
    sought = sought_words(typed)
    if not sought:
        return Hits(hits=(), more=False)
    (several,) = c.execute(sql["has_several_mailboxes"]).fetchone()
    (out_of_order,) = c.execute(sql["is_out_of_order"], {"mailbox": mailbox}).fetchone()
    rows = c.execute(
        sql["search_out_of_order" if out_of_order else "search_in_order"],
        {
            "match": match_expression(sought, mailbox if several else None),
            "mailbox": mailbox,
            "limit": limit + 1,
        },
    ).fetchall()
    return Hits(
        hits=tuple(_hit(c, sql, row, sought) for row in rows[:limit]), more=len(rows) > limit
    )


def match_expression(sought: tuple[SoughtWord, ...], mailbox: MailboxId | None) -> str:
    """Write FTS5's query: every word is quoted, so nothing typed is ever an operator."""
    terms = " AND ".join(
        f'"{" ".join(each.words)}"{" *" if each.is_beginning else ""}' for each in sought
    )
    words = f"{{subject sender body}} : ({terms})"
    return words if mailbox is None else f'mailbox : "m{mailbox}" AND {words}'


def _hit(
    c: sqlite3.Connection, sql: dict[str, str], row: Any, sought: tuple[SoughtWord, ...]
) -> Hit:
    letter = summary_from(row)
    if letter.is_guarded:
        return Hit(letter=letter, snippet="", marks=())
    texts = [
        text.decode("utf-8", "replace")
        for (text,) in c.execute(sql["texts_of"], {"key": row[_KEY]})
    ]
    cut, marks = snippet(texts, sought)
    return Hit(letter=letter, snippet=cut, marks=tuple(marks))
