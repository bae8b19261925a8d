"""SQLite's and the system's errors, translated into ours: none of theirs leaves the backend."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mailbox_store.model.errors import (
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreNotAllowed,
)

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_NO_SUCH_PLACE = {
    *(errno.EROFS, errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.ELOOP, errno.ENAMETOOLONG)
}
_ROOM_FOR_A_PAGE = 64 * 1024  # bytes; below this an I/O error means a full disk


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn whatever the file and the disk raise into a `StoreError` that names the place."""
    try:
        yield
    except sqlite3.Error as error:
        raise _of_sqlite(error, path) from error
    except PermissionError as error:
        raise StoreNotAllowed(path=str(path)) from error
    except OSError as error:
        raise _of_system(error)(path=str(path)) from error


def _of_system(error: OSError) -> type[StoreError]:
    if error.errno in _NO_ROOM:
        return StoreFull
    return StoreNotAllowed if error.errno in _NO_SUCH_PLACE else StoreError


def _of_sqlite(error: sqlite3.Error, path: Path) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the primary code is the low byte
    place = str(path)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusy(path=place)
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _is_full(path)):
        return StoreFull(path=place)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StoreDamaged(path=place)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return StoreFull(path=place) if _is_full(path) else StoreNotAllowed(path=place)
    if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
        return StoreDamaged(path=place)
    return StoreError(path=place)


def _is_full(path: Path) -> bool:
    try:
        room = os.statvfs(path.parent)
    except OSError:
        return False
    return room.f_bavail * room.f_frsize < _ROOM_FOR_A_PAGE
