"""The queue of documents to be read: taken by lease, put back as trees, safe against every death.

Whoever takes a document has it until the lease ends; then anybody may. A document that was begun
three times and never finished is what kills its readers, so it is given up.
"""

import hashlib
import sqlite3
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from mailbox_store.model.arriving import ArrivingFile
from mailbox_store.model.document import Reading
from mailbox_store.model.letter import LetterId, MailboxId, milliseconds_of, time_of
from mailbox_store.model.tree_json import NotATree, json_of_tree, tree_of_json
from mailbox_store.model.waiting import DocumentRead, WaitingDocument
from mailbox_store.sqlite.connection import Connections
from mailbox_store.sqlite.letter_columns import words_of
from mailbox_store.sqlite.values import storable

Sql = dict[str, str]

_MOST_ATTEMPTS = 3
_MOST_BYTES = 32_000_000  # of files lent at once; one larger document is lent alone


class SqliteReadingQueue:
    """The queue in SQLite; see `ReadingQueue` for what each method promises."""

    def __init__(self, connections: Connections, sql: Sql) -> None:
        """Take the store's connections; who made them closes them."""
        self._connections = connections
        self._sql = sql

    async def claim(
        self,
        *,
        at: datetime,
        lease: timedelta,
        limit: int,
        of: tuple[MailboxId, LetterId] | None = None,
    ) -> tuple[WaitingDocument, ...]:
        """Lend documents to be read."""
        if not await self._connections.read(_count, self._sql, of):
            return ()
        return await self._connections.write(
            _claim, self._sql, at=at, lease=lease, limit=limit, of=of
        )

    async def keep(
        self, document: WaitingDocument, read: DocumentRead, *, at: datetime, lease: timedelta
    ) -> bool:
        """Keep what was read."""
        return await self._connections.write(_keep, self._sql, document, read, at=at, lease=lease)

    async def give_back(self, documents: Sequence[WaitingDocument]) -> None:
        """Put lent documents back."""
        await self._connections.write(_give_back, self._sql, documents)

    async def count(self, of: tuple[MailboxId, LetterId] | None = None) -> int:
        """Count the documents to be read."""
        return await self._connections.read(_count, self._sql, of)


def _claim(
    c: sqlite3.Connection,
    sql: Sql,
    *,
    at: datetime,
    lease: timedelta,
    limit: int,
    of: tuple[MailboxId, LetterId] | None,
) -> tuple[WaitingDocument, ...]:
    """Lend documents, those of the newest letters first."""
    mailbox, letter = of or (None, None)
    asked = {"at_ms": milliseconds_of(at), "mailbox": mailbox, "letter": letter, "limit": limit}
    lent: list[WaitingDocument] = []
    room = _MOST_BYTES
    for key, position, attempts, owner, number, received_ms, size, tree in c.execute(
        sql["waiting"], asked
    ).fetchall():
        place = {"key": key, "position": position}
        if attempts >= _MOST_ATTEMPTS:
            c.execute(sql["give_up_document"], {**place, "reading": Reading.UNREADABLE})
            c.execute(sql["delete_waiting"], place)
            continue
        room -= size
        if lent and room < 0:
            break
        until = milliseconds_of(at + lease)
        c.execute(sql["lease_waiting"], {**place, "until_ms": until, "attempts": attempts + 1})
        lent.append(
            WaitingDocument(
                mailbox=MailboxId(owner),
                letter=LetterId(number),
                position=position,
                received=time_of(received_ms),
                files=_files(c, sql, place),
                tree=_tree(tree),
            )
        )
    return tuple(lent)


def _keep(
    c: sqlite3.Connection,
    sql: Sql,
    document: WaitingDocument,
    read: DocumentRead,
    *,
    at: datetime,
    lease: timedelta,
) -> bool:
    """Keep what was read, with its words and what falls due; False if the letter is gone.

    What is not whole stays lent for another lease, as if begun anew.
    """
    row = c.execute(
        sql["letter_to_read"], {"mailbox": document.mailbox, "letter": document.letter}
    ).fetchone()
    if row is None:
        return False
    key, subject, sender = row
    place = {"key": key, "position": document.position}
    before = [c.execute(sql["contents_of_document"], place).fetchone()]
    if before == [None]:
        return False
    names = (document.mailbox, subject, sender)
    c.execute(sql["delete_words"], {"key": key, **words_of(*names, _texts(c, sql, key))})
    text_id = _content(c, sql, read.text.encode("utf-8", "replace")) if read.text else None
    c.execute(
        sql["put_reading"],
        {
            **place,
            "reading": read.reading,
            "pages": read.tree.pages,
            "text_id": text_id,
            "tree_id": _content(c, sql, json_of_tree(read.tree)),
        },
    )
    c.execute(sql["insert_words"], {"key": key, **words_of(*names, _texts(c, sql, key))})
    for content in filter(None, before[0]):
        for name in ("release_content", "delete_unused_bytes", "delete_unused_content"):
            c.execute(sql[name], {"id": content})
    _put_due(c, sql, document, key, read)
    if read.is_whole:
        c.execute(sql["delete_waiting"], place)
    else:
        until = milliseconds_of(at + lease)
        c.execute(sql["lease_waiting"], {**place, "until_ms": until, "attempts": 1})
    return True


def _give_back(c: sqlite3.Connection, sql: Sql, documents: Sequence[WaitingDocument]) -> None:
    """Put documents back that were not begun or not finished for no fault of theirs."""
    for document in documents:
        row = c.execute(
            sql["letter_to_read"], {"mailbox": document.mailbox, "letter": document.letter}
        ).fetchone()
        if row is not None:
            c.execute(sql["unlease_waiting"], {"key": row[0], "position": document.position})


def _count(c: sqlite3.Connection, sql: Sql, of: tuple[MailboxId, LetterId] | None) -> int:
    """Count what waits: of one letter, or in all."""
    mailbox, letter = of or (None, None)
    row = c.execute(sql["count_waiting"], {"mailbox": mailbox, "letter": letter}).fetchone()
    return int(row[0])


def _files(c: sqlite3.Connection, sql: Sql, place: dict[str, Any]) -> tuple[ArrivingFile, ...]:
    return tuple(
        ArrivingFile(
            name=name,
            media_type=media_type,
            declared_type=declared,
            language=language,
            content=content,
        )
        for name, media_type, declared, language, content in c.execute(
            sql["files_to_read"], place
        )
    )  # fmt: skip


def _tree(stored: bytes | None) -> Any:
    try:
        return None if stored is None else tree_of_json(stored)
    except NotATree:  # damaged, or of a later release: it is made anew
        return None


def _texts(c: sqlite3.Connection, sql: Sql, key: int) -> list[str]:
    return [text.decode("utf-8", "replace") for (text,) in c.execute(sql["texts_of"], {"key": key})]


def _content(c: sqlite3.Connection, sql: Sql, content: bytes) -> int:
    sha256 = hashlib.sha256(content).digest()
    known = c.execute(sql["content_by_sha256"], {"sha256": sha256}).fetchone()
    if known is not None:
        c.execute(sql["use_content"], {"id": known[0]})
        return int(known[0])
    made = c.execute(sql["insert_content"], {"sha256": sha256, "size": len(content)}).lastrowid or 0
    c.execute(sql["insert_bytes"], {"id": made, "bytes": content})
    return made


def _put_due(
    c: sqlite3.Connection, sql: Sql, document: WaitingDocument, key: int, read: DocumentRead
) -> None:
    """Add what was found; what the person said yes to stays, also when it is found again."""
    for due in read.due:
        c.execute(
            sql["insert_due"],
            {
                "mailbox": document.mailbox,
                "at_ms": milliseconds_of(due.at),
                "letter_key": key,
                "kind": due.kind,
                "label": storable(due.label),
            },
        )
    c.execute(sql["count_letter_due"], {"key": key})
