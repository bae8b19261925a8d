"""Lists, letters and their content, read from one state of the store."""

import hashlib
import heapq
import json
import sqlite3
from itertools import islice
from typing import Any

from mailbox_store.model.document import Document, DocumentType, File, Reading
from mailbox_store.model.document_tree import DocumentTree
from mailbox_store.model.errors import (
    DocumentNotFound,
    FolderNotFound,
    LetterNotFound,
    StoreDamaged,
)
from mailbox_store.model.folder import FolderType
from mailbox_store.model.letter import (
    Letter,
    LetterId,
    LetterSummary,
    MailboxId,
    MessageState,
    MessageType,
    Origin,
    letter_id_text,
    time_of,
)
from mailbox_store.model.party import IdType, Party
from mailbox_store.model.query import ListQuery, Page, Place
from mailbox_store.model.tree_json import NotATree, tree_of_json
from mailbox_store.search_words import fold
from mailbox_store.sqlite.values import (
    SUMMARY_WIDTH,
    actions_from_json,
    summary_from,
    warnings_from_json,
)

Sql = dict[str, str]

_FROM_THE_NEWEST = Place(received_ms=1 << 62, letter=LetterId(1 << 62))
_KEY = SUMMARY_WIDTH  # the column of letter_summary behind the summary's own


def list_letters(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, query: ListQuery) -> Page:
    """Give a page, newest first; several folders' pages are merged."""
    if query.thread is not None:
        return _thread(c, sql, mailbox, query)
    scope = _folders_in_scope(c, sql, mailbox, query)
    values = _conditions(c, sql, query)
    if values is None:  # no sender of that name
        return Page(letters=(), total=0, next=None)
    name = _query_for(query)
    pages = [_in_folder(c, sql[name], values, folder) for folder in scope]
    letters = pages[0] if len(pages) == 1 else _newest(pages, query.limit + 1)
    total = sum(_count(c, sql, mailbox, query, folder, values) for folder in scope)
    return _page(letters, total, query.limit)


def _in_folder(
    c: sqlite3.Connection, sql: str, values: dict[str, Any], folder: Any
) -> list[LetterSummary]:
    """Give a folder's letters; the folder's own columns are added here, not joined to each."""
    its_own = folder[:3]  # id, type, name
    rows = c.execute(sql, {**values, "folder_key": folder[-1]}).fetchall()
    return [LetterSummary._make(row + its_own) for row in rows]


def _query_for(query: ListQuery) -> str:
    if query.unread:
        return "list_unread"
    if query.flagged:
        return "list_flagged"
    if query.with_deadline:
        return "list_due"
    return "list_sender" if query.sender else "list_all"


def _folders_in_scope(
    c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, query: ListQuery
) -> list[Any]:
    if query.folder is not None:
        wanted = c.execute(sql["folder_by_id"], {"mailbox": mailbox, "folder": query.folder})
        if (found := wanted.fetchone()) is None:
            raise FolderNotFound
        return [found]
    folders = c.execute(sql["folders"], {"mailbox": mailbox}).fetchall()
    return [f for f in folders if f[1] != FolderType.DELETED and f[4]]


def _conditions(c: sqlite3.Connection, sql: Sql, query: ListQuery) -> dict[str, Any] | None:
    after = query.after or _FROM_THE_NEWEST
    values: dict[str, Any] = {
        "before_ms": after.received_ms,
        "before_id": after.letter,
        "limit": query.limit + 1,  # one more tells whether there is a next page
        "unread": query.unread,
        "flagged": query.flagged,
        "due": query.with_deadline,
        "senders": None,
    }
    if query.sender:
        found = c.execute(sql["senders_named"], {"words": fold(query.sender.strip())}).fetchall()
        if not found:
            return None
        values["senders"] = json.dumps([row[0] for row in found])
    return values


def _count(
    c: sqlite3.Connection,
    sql: Sql,
    mailbox: MailboxId,
    query: ListQuery,
    folder: Any,
    values: dict[str, Any],
) -> int:
    """Give how many letters of a folder match: a kept counter where there is one."""
    asked = (query.unread, query.flagged, query.with_deadline, bool(query.sender))
    if asked == (False, False, False, False):
        return int(folder[4])
    if asked == (True, False, False, False):
        return int(folder[5])
    name = {
        (False, True, False, False): "count_flagged",
        (False, False, True, False): "count_due",
        (False, False, False, True): "count_sender",
    }.get(asked, "count_matching")
    row = c.execute(sql[name], {**values, "mailbox": mailbox, "folder_key": folder[-1]}).fetchone()
    return int(row[0])


def _newest(pages: list[list[LetterSummary]], limit: int) -> list[LetterSummary]:
    merged = heapq.merge(*pages, key=lambda letter: (letter.received_ms, letter.id), reverse=True)
    return list(islice(merged, limit))


def _thread(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, query: ListQuery) -> Page:
    after = query.after or _FROM_THE_NEWEST
    values = {
        "mailbox": mailbox,
        "thread": query.thread,
        "before_ms": after.received_ms,
        "before_id": after.letter,
        "limit": query.limit + 1,
    }
    letters = [summary_from(row) for row in c.execute(sql["list_thread"], values)]
    return _page(letters, int(c.execute(sql["count_thread"], values).fetchone()[0]), query.limit)


def _page(letters: list[LetterSummary], total: int, limit: int) -> Page:
    there_is_more = len(letters) > limit
    del letters[limit:]
    last = letters[-1] if there_is_more and letters else None
    return Page(
        letters=tuple(letters),
        total=total,
        next=None if last is None else Place(received_ms=last.received_ms, letter=last.id),
    )


def row_of(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, letter: LetterId) -> Any:
    """Give a letter's row of `letter_summary`. Raises `LetterNotFound`."""
    row = c.execute(sql["summary"], {"mailbox": mailbox, "letter": letter}).fetchone()
    if row is None:
        raise LetterNotFound(name=letter_id_text(letter))
    return row


def whole_letter(c: sqlite3.Connection, sql: Sql, row: Any) -> Letter:
    """Give the letter of a row of `letter_summary` with all that lies behind it."""
    summary, key = summary_from(row), row[_KEY]
    (
        recipient_type, recipient_number, recipient_name, kind, state, by_post, sent_ms, may_reply,
        notification, case_id, note, version, actions, warnings, heard,
    ) = c.execute(sql["rest_of_letter"], {"key": key}).fetchone()  # fmt: skip
    return Letter(
        summary=summary,
        recipient=Party(
            id_type=IdType(recipient_type), number=recipient_number, name=recipient_name
        ),
        type=MessageType(kind),
        state=MessageState(state),
        origin=Origin.POST_OFFICE if by_post else Origin.IMPORT,
        sent=None if sent_ms is None else time_of(sent_ms),
        may_reply=bool(may_reply),
        notification=notification,
        case_id=case_id,
        note=note,
        version=version,
        documents=_documents(c, sql, key),
        actions=actions_from_json(actions),
        warnings=warnings_from_json(warnings),
        heard=heard,
    )


def letter(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, letter: LetterId) -> Letter:
    """Give a whole letter. Raises `LetterNotFound`."""
    return whole_letter(c, sql, row_of(c, sql, mailbox, letter))


def is_guarded(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, letter: LetterId) -> bool:
    """Tell whether a letter is a legal notice that nobody said yes to."""
    return summary_from(row_of(c, sql, mailbox, letter)).is_guarded


def _documents(c: sqlite3.Connection, sql: Sql, key: int) -> tuple[Document, ...]:
    files: dict[int, list[File]] = {}
    for owner, name, media_type, declared, language, size, sha256 in c.execute(
        sql["files_of"], {"key": key}
    ):
        files.setdefault(owner, []).append(
            File(
                name=name,
                media_type=media_type,
                declared_type=declared,
                language=language,
                size=size,
                sha256=sha256.hex(),
            )
        )
    return tuple(
        Document(
            type=DocumentType(kind),
            label=label,
            files=tuple(files.get(owner, ())),
            reading=Reading(reading),
            text="" if text is None else text.decode("utf-8", "replace"),
            pages=pages,
            tree=_tree(tree),
        )
        for owner, kind, label, reading, pages, text, tree in c.execute(
            sql["documents_of"], {"key": key}
        )
        if kind != DocumentType.TECHNICAL
    )


def _tree(stored: bytes | None) -> DocumentTree | None:
    try:
        return None if stored is None else tree_of_json(stored)
    except NotATree:  # damage, which `check` finds: the text is still there
        return None


def content(
    c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, letter: LetterId, sha256: str
) -> bytes:
    """Give a file's bytes, checked. Raises `DocumentNotFound`, `StoreDamaged`."""
    try:
        wanted = bytes.fromhex(sha256)
    except ValueError as error:
        raise DocumentNotFound(name=sha256) from error
    row = c.execute(
        sql["content_of"], {"mailbox": mailbox, "letter": letter, "sha256": wanted}
    ).fetchone()
    if row is None:
        raise DocumentNotFound(name=sha256)
    return _checked(row[0], wanted)


def original(
    c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, letter: LetterId
) -> tuple[bytes, str]:
    """Give the original bytes, checked. Raises `LetterNotFound`, `StoreDamaged`."""
    row = c.execute(sql["original_of"], {"mailbox": mailbox, "letter": letter}).fetchone()
    if row is None:
        raise LetterNotFound(name=letter_id_text(letter))
    return _checked(row[0], row[2]), row[1]


def _checked(content: bytes, sha256: bytes) -> bytes:
    if hashlib.sha256(content).digest() != sha256:
        raise StoreDamaged
    return content


def letters_with_uuid(
    c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, uuid: str
) -> tuple[LetterId, ...]:
    """Give the letters of a uuid, oldest first."""
    rows = c.execute(sql["letters_with_uuid"], {"mailbox": mailbox, "uuid": uuid})
    return tuple(LetterId(row[0]) for row in rows)


def letter_ids(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId) -> tuple[LetterId, ...]:
    """Give every letter's id, oldest first."""
    return tuple(LetterId(row[0]) for row in c.execute(sql["letter_ids"], {"mailbox": mailbox}))


def deletions(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId) -> tuple[tuple[str, str], ...]:
    """Give uuid and fingerprint of what was deleted for good."""
    rows = c.execute(sql["deletions"], {"mailbox": mailbox})
    return tuple((uuid, fingerprint.hex()) for uuid, fingerprint in rows)
