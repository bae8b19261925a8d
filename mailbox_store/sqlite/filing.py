"""Folders: made, named, found, removed; their counts are kept by whoever moves a letter."""

import sqlite3
from typing import Any

from mailbox_store.model.errors import (
    FolderNameTaken,
    FolderNotEmpty,
    FolderNotFound,
    StandardFolder,
)
from mailbox_store.model.folder import ARCHIVE_NAME, Folder, FolderId, FolderType
from mailbox_store.model.letter import MailboxId
from mailbox_store.search_words import fold
from mailbox_store.sqlite.values import storable

_AT_THE_TOP = 0


def make_standard_folders(
    connection: sqlite3.Connection, sql: dict[str, str], mailbox: MailboxId
) -> None:
    """Give a newborn mailbox its four standard folders and Archive."""
    for kind in FolderType:
        if kind is not FolderType.USER_DEFINED:
            _insert(connection, sql, mailbox, kind, kind.value, _AT_THE_TOP, is_archive=False)
    _insert(
        connection,
        sql,
        mailbox,
        FolderType.USER_DEFINED,
        ARCHIVE_NAME,
        _AT_THE_TOP,
        is_archive=True,
    )


def folders(
    connection: sqlite3.Connection, sql: dict[str, str], mailbox: MailboxId
) -> tuple[Folder, ...]:
    """Give the folders in the order people see them."""
    return tuple(
        Folder(
            id=FolderId(folder),
            type=FolderType(kind),
            name=name,
            parent=FolderId(parent) if parent else None,
            total=total,
            unread=unread,
            is_archive=bool(is_archive),
        )
        for folder, kind, name, parent, total, unread, is_archive, _ in connection.execute(
            sql["folders"], {"mailbox": mailbox}
        )
    )


def standard_folder(
    connection: sqlite3.Connection, sql: dict[str, str], mailbox: MailboxId, kind: str
) -> int:
    """Give a standard folder's key."""
    row = connection.execute(sql["standard_folder"], {"mailbox": mailbox, "type": kind}).fetchone()
    if row is None:
        raise FolderNotFound(name=kind)
    return int(row[0])


def folder_key(
    connection: sqlite3.Connection, sql: dict[str, str], mailbox: MailboxId, folder: FolderId
) -> int:
    """Give a folder's key. Raises `FolderNotFound`."""
    return int(_row(connection, sql, mailbox, folder)[-1])


def folder_at(
    connection: sqlite3.Connection, sql: dict[str, str], mailbox: MailboxId, path: tuple[str, ...]
) -> int:
    """Give the key of the folder at a path of names; what is missing on the way is made."""
    parent, key = _AT_THE_TOP, 0
    for name in path:
        found = connection.execute(
            sql["folder_by_name"],
            {"mailbox": mailbox, "parent": parent, "folded": fold(storable(name))},
        ).fetchone()
        if found is None:
            parent, key = _insert(
                connection, sql, mailbox, FolderType.USER_DEFINED, name, parent, is_archive=False
            )
        else:
            key, parent = found
    return key


def make_folder(
    connection: sqlite3.Connection,
    sql: dict[str, str],
    mailbox: MailboxId,
    name: str,
    parent: FolderId | None,
) -> Folder:
    """Make a folder. Raises `FolderNameTaken`, `FolderNotFound` for the parent."""
    if parent is not None:
        _row(connection, sql, mailbox, parent)
    folder, _ = _insert(
        connection,
        sql,
        mailbox,
        FolderType.USER_DEFINED,
        name,
        parent or _AT_THE_TOP,
        is_archive=False,
    )
    return Folder(
        id=FolderId(folder),
        type=FolderType.USER_DEFINED,
        name=name,
        parent=parent,
        total=0,
        unread=0,
    )


def rename_folder(
    connection: sqlite3.Connection,
    sql: dict[str, str],
    mailbox: MailboxId,
    folder: FolderId,
    name: str,
) -> None:
    """Rename a person's own folder."""
    _own_folder(connection, sql, mailbox, folder)
    values = {"mailbox": mailbox, "folder": folder, "name": name, "folded": fold(storable(name))}
    try:
        connection.execute(sql["rename_folder"], values)
    except sqlite3.IntegrityError as error:
        raise FolderNameTaken(name=name) from error


def remove_folder(
    connection: sqlite3.Connection, sql: dict[str, str], mailbox: MailboxId, folder: FolderId
) -> None:
    """Remove a person's own empty folder."""
    _, _, name, _, total, *_ = _own_folder(connection, sql, mailbox, folder)
    values = {"mailbox": mailbox, "folder": folder}
    if total or connection.execute(sql["folder_has_children"], values).fetchone():
        raise FolderNotEmpty(name=name)
    connection.execute(sql["delete_folder"], values)


def _own_folder(
    connection: sqlite3.Connection, sql: dict[str, str], mailbox: MailboxId, folder: FolderId
) -> Any:
    row = _row(connection, sql, mailbox, folder)
    if row[1] != FolderType.USER_DEFINED or row[6]:
        raise StandardFolder(name=row[2])
    return row


def _row(
    connection: sqlite3.Connection, sql: dict[str, str], mailbox: MailboxId, folder: FolderId
) -> Any:
    row = connection.execute(sql["folder_by_id"], {"mailbox": mailbox, "folder": folder}).fetchone()
    if row is None:
        raise FolderNotFound
    return row


def _insert(
    connection: sqlite3.Connection,
    sql: dict[str, str],
    mailbox: MailboxId,
    kind: FolderType,
    name: str,
    parent: int,
    *,
    is_archive: bool,
) -> tuple[int, int]:
    """Insert a folder; give its id and its key."""
    (folder,) = connection.execute(sql["next_folder"], {"mailbox": mailbox}).fetchone()
    values = {
        "mailbox": mailbox,
        "id": folder,
        "type": kind,
        "name": storable(name),
        "folded": fold(storable(name)),
        "parent": parent,
        "is_archive": is_archive,
    }
    try:
        cursor = connection.execute(sql["insert_folder"], values)
    except sqlite3.IntegrityError as error:
        raise FolderNameTaken(name=name) from error
    return folder, cursor.lastrowid or 0
