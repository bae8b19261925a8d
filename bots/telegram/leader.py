"""One bot for one store: two would take each other's updates and answer every person twice."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AnotherBotRuns(Exception):
    """Another process holds the lock."""


@contextmanager
def leading(store: Path) -> Iterator[None]:
    """Hold the lock of the bot of `store` for the length of a block. Raises `AnotherBotRuns`.

    The system lets go of it when the process ends, however it ends; the file stays, since a
    file that is taken away while another waits for it would give two leaders.
    """
    path = store.with_name(f"{store.name}.bot-lock")
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AnotherBotRuns from None
        yield
    finally:
        os.close(descriptor)
