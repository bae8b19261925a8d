"""Whole copies of the store: written while it is in use, and put back.

A copy is complete under its name or not there at all. Putting one back first keeps a copy of
what it replaces.
"""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from mailbox_store.model.errors import (
    StoreDamaged,
    StoreMissing,
    StoreTooNew,
    StoreUnsuitable,
)
from mailbox_store.sqlite.chats import end_all
from mailbox_store.sqlite.connection import connect, in_transaction, write_lock
from mailbox_store.sqlite.doorbell import ring
from mailbox_store.sqlite.migrate import APPLICATION_ID, migrate, migrations, schema_version
from mailbox_store.sqlite.queries import load_queries
from mailbox_store.sqlite.troubles import translated

_PAGES_AT_ONCE = 4096  # 16 MB; writers get their turn in between


def back_up(store: Path, target: Path) -> None:
    """Copy the store to a file while it is in use.

    An earlier copy of ours under that name is replaced; raises `StoreUnsuitable` if some other
    file is there, or the store itself: whoever has it open would go on writing to a lost file.
    """
    if target.exists():
        if target.samefile(store):
            raise StoreUnsuitable(path=str(target), why="the-store-itself")
        if not is_a_store(target):
            raise StoreUnsuitable(path=str(target), why="not-a-store")
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    with translated(target):
        try:
            os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            with closing(connect(store, for_writing=False)) as source:
                _copy(source, unfinished)
            unfinished.replace(target)
            _make_durable(target.parent)
        finally:
            unfinished.unlink(missing_ok=True)


def restore(backup: Path, store: Path, *, now: datetime) -> Path | None:
    """Put a copy back in place of the store, also while others use it.

    Its chats are linked no more: docs/decisions/0016 says why. Gives where the replaced store was
    kept, None if there was none. Raises `StoreMissing`, `StoreUnsuitable`, `StoreTooNew` or
    `StoreDamaged` for the copy; the store is then untouched.
    """
    if not backup.exists():
        raise StoreMissing(path=str(backup))
    if store.exists() and store.samefile(backup):
        raise StoreUnsuitable(path=str(backup), why="the-store-itself")
    _prove(backup)
    kept = None
    with translated(store), write_lock(store):
        if store.exists():
            kept = _free_name(store.with_name(f"{store.name}.before-{now:%Y%m%dT%H%M%S}"))
            back_up(store, kept)
        else:
            os.close(os.open(store, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with (
            closing(connect(backup, for_writing=False)) as source,
            closing(connect(store, for_writing=True)) as target,
        ):
            source.backup(target)
            migrate(target)
            in_transaction(target, end_all, load_queries("chat_queries.sql"))
    ring(store)
    return kept


def is_a_store(path: Path) -> bool:
    """Tell whether a file is a store of ours, of whatever release."""
    if not path.is_file():  # to open a pipe would wait for ever
        return False
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as found:
            application: int = found.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.Error:
        return False
    return application == APPLICATION_ID


def _prove(backup: Path) -> None:
    if not is_a_store(backup):
        raise StoreUnsuitable(path=str(backup), why="not-a-store")
    with translated(backup), closing(connect(backup, for_writing=False)) as found:
        version = schema_version(found)
        if version > migrations()[-1][0]:
            raise StoreTooNew(path=str(backup))
        if version == 0:
            raise StoreUnsuitable(path=str(backup), why="not-a-store")
        if found.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise StoreDamaged(path=str(backup))


def _free_name(wanted: Path) -> Path:
    """Give a name that is free: what was kept a moment ago is not replaced."""
    names = (wanted, *(wanted.with_name(f"{wanted.name}-{n}") for n in range(2, 1000)))
    return next((name for name in names if not os.path.lexists(name)), wanted)


def _copy(source: sqlite3.Connection, unfinished: Path) -> None:
    with closing(sqlite3.connect(unfinished)) as target:
        source.backup(target, pages=_PAGES_AT_ONCE, sleep=0.001)
        target.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
    _make_durable(unfinished)


def _make_durable(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
