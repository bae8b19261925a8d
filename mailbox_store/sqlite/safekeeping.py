"""Whole copies of the store: written while it is in use, and put back.

A copy is complete under its name or not there at all. Putting one back first keeps a copy of
what it replaces.
"""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from mailbox_store.model.errors import StoreDamaged, StoreMissing, StoreUnsuitable
from mailbox_store.sqlite.connection import connect, write_lock
from mailbox_store.sqlite.doorbell import ring
from mailbox_store.sqlite.migrate import APPLICATION_ID, migrate
from mailbox_store.sqlite.troubles import translated

_PAGES_AT_ONCE = 4096  # 16 MB; writers get their turn in between


def back_up(store: Path, target: Path) -> None:
    """Copy the store to a file while it is in use.

    An earlier copy of ours under that name is replaced; raises `StoreUnsuitable` if some other
    file is there.
    """
    if target.exists() and not is_a_store(target):
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

    Gives where the replaced store was kept, None if there was none. Raises `StoreMissing`,
    `StoreUnsuitable` or `StoreDamaged` for the copy; the store is then untouched.
    """
    _proven(backup)
    kept = None
    with translated(store), write_lock(store):
        if store.exists():
            kept = store.with_name(f"{store.name}.before-{now:%Y%m%dT%H%M%S}")
            back_up(store, kept)
        else:
            os.close(os.open(store, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with (
            closing(connect(backup, for_writing=False)) as source,
            closing(connect(store, for_writing=True)) as target,
        ):
            source.backup(target)
            migrate(target)
    ring(store)
    return kept


def is_a_store(path: Path) -> bool:
    """Tell whether a file is a store of ours, of whatever release."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as found:
            application: int = found.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.Error:
        return False
    return application == APPLICATION_ID


def _proven(backup: Path) -> None:
    if not backup.exists():
        raise StoreMissing(path=str(backup))
    if not is_a_store(backup):
        raise StoreUnsuitable(path=str(backup), why="not-a-store")
    with translated(backup), closing(connect(backup, for_writing=False)) as found:
        if found.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise StoreDamaged(path=str(backup))


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
