"""The file and its two connections: whole operations run as one function on their threads.

A hop to aiosqlite's thread costs about 60 us, so an operation is one hop, however many
statements it has. aiosqlite offers that only as `Connection._execute`, which is why its version
is bounded and a test names the member.

A write holds an advisory lock on a file beside the store and begins IMMEDIATE: a deferred begin
fails under load, because SQLite's busy timeout does not apply to an upgrade, and the lock, with a
turnstile before it, keeps another process's wait short.
"""

import asyncio
import fcntl
import logging
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import aiosqlite

from mailbox_store.model.errors import MailboxError, StoreBusy
from mailbox_store.sqlite.doorbell import ring
from mailbox_store.sqlite.troubles import translated

P = ParamSpec("P")
T = TypeVar("T")
Operation = Callable[Concatenate[sqlite3.Connection, P], T]

PATIENCE = 10.0  # seconds another process may hold the store before we say that it is busy
_SHORTEST_NAP = 0.0002  # seconds between two tries for the lock
_LONGEST_NAP = 0.002
_MMAP = 256 << 20  # bytes
_CACHE = -32_768  # KiB; negative by SQLite's rule


class Connections:
    """One reader, and one writer opened at the first write."""

    def __init__(self, path: Path) -> None:
        """Name the file; nothing is opened before it is used."""
        self.path = path
        self._reader: aiosqlite.Connection | None = None
        self._writer: aiosqlite.Connection | None = None
        self._opening = asyncio.Lock()
        # aiosqlite logs each operation with its arguments, which are people's letters
        logging.getLogger("aiosqlite").setLevel(logging.WARNING)

    async def read(self, operation: Operation[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run an operation that only reads: one hop, one state of the store."""
        if self._reader is None:
            async with self._opening:
                if self._reader is None:
                    self._reader = await _connected(self.path, for_writing=False)
        return await _on_thread(self._reader, self._reading, operation, args, kwargs)

    async def write(self, operation: Operation[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run an operation as one transaction, durable when this returns, and ring the bell."""
        if self._writer is None:
            async with self._opening:
                if self._writer is None:
                    self._writer = await _connected(self.path, for_writing=True)
        return await _on_thread(self._writer, self._writing, operation, args, kwargs)

    async def read_outside(
        self, operation: Operation[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a pragma that a transaction would freeze, on the reader."""
        if self._reader is None:
            await self.read(lambda _: None)
        assert self._reader is not None  # noqa: S101 - opened on the line above
        return await _on_thread(self._reader, self._bare, operation, args, kwargs)

    async def forget_deleted(self) -> None:
        """Empty the write-ahead log, where deleted bytes would linger; readers may delay it."""
        if self._writer is not None:
            await _on_thread(self._writer, self._bare, _checkpoint, (), {})

    async def close(self) -> None:
        """Close both; what is under way is finished first."""
        for connection in (self._reader, self._writer):
            if connection is not None:
                await connection.close()
        self._reader = self._writer = None

    def _bare(
        self,
        operation: Callable[..., T],
        args: tuple[object, ...],
        kwargs: dict[str, object],
        connection: sqlite3.Connection,
    ) -> T:
        with translated(self.path):
            return operation(connection, *args, **kwargs)

    def _reading(
        self,
        operation: Callable[..., T],
        args: tuple[object, ...],
        kwargs: dict[str, object],
        connection: sqlite3.Connection,
    ) -> T:
        with translated(self.path):
            connection.execute("BEGIN")
            try:
                return operation(connection, *args, **kwargs)
            finally:
                connection.execute("COMMIT")

    def _writing(
        self,
        operation: Callable[..., T],
        args: tuple[object, ...],
        kwargs: dict[str, object],
        connection: sqlite3.Connection,
    ) -> T:
        with translated(self.path), write_lock(self.path):
            result = in_transaction(connection, operation, *args, **kwargs)
        ring(self.path)
        return result


def _checkpoint(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def in_transaction(
    connection: sqlite3.Connection, operation: Operation[P, T], *args: P.args, **kwargs: P.kwargs
) -> T:
    """Run an operation between BEGIN IMMEDIATE and COMMIT; any error rolls it back whole."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        result = operation(connection, *args, **kwargs)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return result


@contextmanager
def write_lock(path: Path) -> Iterator[None]:
    """Hold the right to write, among all processes.

    Whoever waits stands in the turnstile meanwhile, so that a process which writes without a
    pause lets the next one through after each transaction. Raises `StoreBusy` when another
    holds the store for longer than `PATIENCE`.
    """
    deadline = time.monotonic() + PATIENCE
    lock = _opened(f"{path}.lock")
    try:
        turnstile = _opened(f"{path}.turn")
        try:
            _wait_for(turnstile, path, deadline)
            _wait_for(lock, path, deadline)
        finally:
            os.close(turnstile)
        yield
    finally:
        os.close(lock)  # lets go of the lock


def _opened(name: str) -> int:
    return os.open(name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _wait_for(lock: int, path: Path, deadline: float) -> None:
    nap = _SHORTEST_NAP
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > deadline:
                raise StoreBusy(path=str(path)) from error
            time.sleep(nap)
            nap = min(nap * 2, _LONGEST_NAP)
        else:
            return


async def _connected(path: Path, *, for_writing: bool) -> aiosqlite.Connection:
    """Open a connection with its pragmas, in one hop.

    A connector that raises would leave aiosqlite's thread behind, answering to a loop that may
    be closed by then; so a failure is carried out of it, and the thread is ended in order.
    """
    failure: list[MailboxError] = []

    def connector() -> sqlite3.Connection:
        try:
            with translated(path):
                return connect(path, for_writing=for_writing)
        except MailboxError as error:
            failure.append(error)
            return sqlite3.connect(":memory:")

    connection = await aiosqlite.Connection(connector, iter_chunk_size=64)
    if failure:
        await connection.close()
        raise failure[0]
    return connection


async def _on_thread(
    connection: aiosqlite.Connection,
    around: Callable[..., T],
    operation: Callable[..., T],
    args: tuple[object, ...],
    kwargs: dict[str, object],
) -> T:
    execute = connection._execute  # noqa: SLF001 - the one way to run a whole operation in a hop
    raw = connection._conn  # noqa: SLF001 - what the operation works on
    result: T = await execute(around, operation, args, kwargs, raw)  # type: ignore[no-untyped-call]
    return result


def connect(path: Path, *, for_writing: bool) -> sqlite3.Connection:
    """Open the file with our pragmas; it must exist."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        cached_statements=256,
        timeout=5.0,
    )
    pragmas = [f"mmap_size={_MMAP}", f"cache_size={_CACHE}", "temp_store=MEMORY"]
    if for_writing:
        # FULL: a letter is acknowledged only when it is on the disk, power loss included
        pragmas += ["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"]
    else:
        pragmas.append("query_only=ON")
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection
