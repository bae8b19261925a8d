"""What a person does to letters: changed all or none, remembered, undone, deleted for good."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from mailbox_store.model.errors import LetterNotFound, NothingToUndo
from mailbox_store.model.event import EventName
from mailbox_store.model.folder import FolderType
from mailbox_store.model.letter import (
    Letter,
    LetterId,
    LetterSummary,
    MailboxId,
    letter_id_text,
    milliseconds_of,
)
from mailbox_store.model.query import Change, DeedKind, Undone
from mailbox_store.sqlite.filing import folder_key, standard_folder
from mailbox_store.sqlite.letter_columns import words_of
from mailbox_store.sqlite.reading import row_of, whole_letter
from mailbox_store.sqlite.recording import append_event
from mailbox_store.sqlite.values import SUMMARY_WIDTH, storable, summary_from

Sql = dict[str, str]

# Letters up to which a deletion also writes the search index anew (about a second); beyond, a
# deleted letter's words leave it when SQLite merges its parts.
MOST_TIDIED = 20_000


def open_letter(
    c: sqlite3.Connection,
    sql: Sql,
    mailbox: MailboxId,
    letter: LetterId,
    *,
    at: datetime,
    actor: str,
    may_open: Callable[[LetterSummary], bool],
) -> Letter | None:
    """Give a whole letter, marked as read, with its entry; None if it may not be opened."""
    row = row_of(c, sql, mailbox, letter)
    if not may_open(summary_from(row)):
        return None
    append_event(c, sql, mailbox, EventName.MESSAGE_READ, at=at, actor=actor, letter=letter)
    opened = whole_letter(c, sql, row)
    if opened.summary.unread:
        key, folder = row[SUMMARY_WIDTH], row[SUMMARY_WIDTH + 2]
        c.execute(sql["mark_read"], {"key": key})
        c.execute(sql["count_in_folder"], {"folder_key": folder, "total": 0, "unread": -1})
        opened = replace(opened, summary=opened.summary._replace(unread=0))
    return opened


def change(
    c: sqlite3.Connection,
    sql: Sql,
    mailbox: MailboxId,
    letters: Sequence[LetterId],
    wanted: Change,
    *,
    deed: DeedKind,
    at: datetime,
    may_change: Callable[[LetterSummary], bool] | None,
) -> LetterId | None:
    """Change letters, and remember what was; what is so already is no deed.

    Gives the letter that may not be changed, if there is one; nothing is changed then.
    """
    if may_change is not None:
        for letter in letters:
            if not may_change(summary_from(row_of(c, sql, mailbox, letter))):
                return letter
    target = None if wanted.folder is None else folder_key(c, sql, mailbox, wanted.folder)
    before = []
    for letter in dict.fromkeys(letters):
        state = _state(c, sql, mailbox, letter)
        key, folder, unread, flagged, note, folder_id = state
        new = (
            folder if target is None else target,
            unread if wanted.unread is None else int(wanted.unread),
            flagged if wanted.flagged is None else int(wanted.flagged),
            note if wanted.note is None else storable(wanted.note),
        )
        if new != (folder, unread, flagged, note):
            before.append([letter, folder_id, unread, flagged, note])
            _put(c, sql, key, (folder, unread), new)
    if not before:
        return None
    (number,) = c.execute(sql["next_deed"], {"mailbox": mailbox}).fetchone()
    values = {"mailbox": mailbox, "id": number, "at_ms": milliseconds_of(at), "kind": deed}
    c.execute(sql["insert_deed"], {**values, "before": json.dumps(before, ensure_ascii=False)})
    c.execute(sql["forget_old_deeds"], {"mailbox": mailbox, "id": number})
    return None


def undo(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId) -> Undone:
    """Take the last deed back. A letter deleted for good since then is left out."""
    row = c.execute(sql["last_deed"], {"mailbox": mailbox}).fetchone()
    if row is None:
        raise NothingToUndo
    number, kind, before = row
    restored = []
    for letter, folder_id, unread, flagged, note in json.loads(before):
        try:
            state = _state(c, sql, mailbox, letter)
        except LetterNotFound:
            continue
        key, folder, now_unread, now_flagged, now_note, _ = state
        moved = DeedKind(kind) in _MOVES
        marked = DeedKind(kind) in _MARKS
        flagging = DeedKind(kind) in _FLAGS
        noted = DeedKind(kind) is DeedKind.NOTE
        new = (
            _folder_again(c, sql, mailbox, folder_id) if moved else folder,
            unread if marked else now_unread,
            flagged if flagging else now_flagged,
            note if noted else now_note,
        )
        _put(c, sql, key, (folder, now_unread), new)
        restored.append(LetterId(letter))
    c.execute(sql["delete_deed"], {"mailbox": mailbox, "id": number})
    return Undone(kind=DeedKind(kind), letters=tuple(restored))


_MOVES = {DeedKind.MOVE, DeedKind.ARCHIVE, DeedKind.BIN, DeedKind.RESTORE}
_MARKS = {DeedKind.MARK_READ, DeedKind.MARK_UNREAD}
_FLAGS = {DeedKind.FLAG, DeedKind.UNFLAG}


def _folder_again(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, folder: int) -> int:
    """Give the folder a letter lay in, or the inbox if it is gone."""
    row = c.execute(sql["folder_by_id"], {"mailbox": mailbox, "folder": folder}).fetchone()
    return int(row[-1]) if row else standard_folder(c, sql, mailbox, FolderType.INBOX)


def _state(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, letter: LetterId) -> Any:
    row = c.execute(sql["state_of"], {"mailbox": mailbox, "letter": letter}).fetchone()
    if row is None:
        raise LetterNotFound(name=letter_id_text(letter))
    return row


def _put(
    c: sqlite3.Connection,
    sql: Sql,
    key: int,
    old: tuple[int, int],
    new: tuple[int, int, int, str],
) -> None:
    folder, unread, flagged, note = new
    c.execute(
        sql["change_letter"],
        {"key": key, "folder_key": folder, "unread": unread, "flagged": flagged, "note": note},
    )
    if old != (folder, unread):
        count = sql["count_in_folder"]
        c.execute(count, {"folder_key": old[0], "total": -1, "unread": -old[1]})
        c.execute(count, {"folder_key": folder, "total": 1, "unread": unread})


def legally_notified(
    c: sqlite3.Connection,
    sql: Sql,
    mailbox: MailboxId,
    letter: LetterId,
    *,
    at: datetime,
    actor: str,
) -> None:
    """Record the yes; a second yes changes nothing and is not written down again."""
    key = row_of(c, sql, mailbox, letter)[SUMMARY_WIDTH]
    done = c.execute(sql["legally_notified"], {"key": key, "at_ms": milliseconds_of(at)})
    if done.rowcount:
        append_event(
            c, sql, mailbox, EventName.MESSAGE_LEGALLY_NOTIFIED, at=at, actor=actor, letter=letter
        )


def delete_for_good(
    c: sqlite3.Connection,
    sql: Sql,
    mailbox: MailboxId,
    letter: LetterId,
    *,
    at: datetime,
    actor: str,
) -> None:
    """Delete a letter and the content that no other letter uses; that it came stays known."""
    values = {"mailbox": mailbox, "letter": letter}
    row = c.execute(sql["letter_to_delete"], values).fetchone()
    if row is None:
        raise LetterNotFound(name=letter_id_text(letter))
    key, folder, unread, _, subject, sender = row
    texts = [
        text.decode("utf-8", "replace") for (text,) in c.execute(sql["texts_of"], {"key": key})
    ]
    c.execute("PRAGMA secure_delete = ON")  # what is freed from here on is overwritten
    c.execute(sql["delete_words"], {"key": key, **words_of(mailbox, subject, sender, texts)})
    if c.execute(sql["count_words"]).fetchone()[0] <= MOST_TIDIED:
        c.execute(sql["tidy_words"])
    contents = [content for (content,) in c.execute(sql["contents_of"], {"key": key})]
    for name in (
        "delete_files",
        "delete_waiting_of",
        "delete_documents",
        "delete_due",
        "delete_letter",
    ):
        c.execute(sql[name], {"letter_key": key, "key": key})
    c.execute(sql["delete_announcements"], values)
    c.execute(sql["forget_letter_of_arrival"], values)
    for content in contents:
        for name in ("release_content", "delete_unused_bytes", "delete_unused_content"):
            c.execute(sql[name], {"id": content})
    _forget_deeds(c, sql, mailbox, letter)
    c.execute("PRAGMA secure_delete = OFF")
    c.execute(sql["count_in_folder"], {"folder_key": folder, "total": -1, "unread": -unread})
    append_event(
        c, sql, mailbox, EventName.LETTER_DELETED_FOR_GOOD, at=at, actor=actor, letter=letter
    )


def _forget_deeds(c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, letter: LetterId) -> None:
    """Take a letter out of what undo remembers: the person's notes on it stood there."""
    for number, before in c.execute(sql["deeds"], {"mailbox": mailbox}).fetchall():
        remembered = json.loads(before)
        others = [one for one in remembered if one[0] != letter]
        if not others:
            c.execute(sql["delete_deed"], {"mailbox": mailbox, "id": number})
        elif len(others) < len(remembered):
            kept = json.dumps(others, ensure_ascii=False)
            c.execute(sql["rewrite_deed"], {"mailbox": mailbox, "id": number, "before": kept})


def remember_deletions(
    c: sqlite3.Connection, sql: Sql, mailbox: MailboxId, deletions: Sequence[tuple[str, str]]
) -> None:
    """Keep letters away that were deleted for good in another store."""
    for uuid, fingerprint in deletions:
        values = {"mailbox": mailbox, "uuid": uuid, "fingerprint": bytes.fromhex(fingerprint)}
        c.execute(sql["insert_deletion"], values)
