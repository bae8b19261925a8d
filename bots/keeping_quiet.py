"""Logging that never holds a secret: libraries that log addresses or bodies are kept quiet.

httpx logs each address, and the token stands in it; python-telegram-bot logs what it sends, and
at ERROR whole answers it cannot read. Whatever comes through all the same is blotted out in the
finished line, traceback included.
"""

import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from traceback import extract_tb

from mailbox_store.model.errors import StoreError

_ONLY_WARNINGS = ("httpx", "httpcore", "aiosqlite", "asyncio", "tornado")
_NOTHING = ("telegram", "tornado.access")
_SHORTEST_SECRET = 8  # characters: shorter ones would blot out words

log = logging.getLogger(__name__)


class BlottingFormatter(logging.Formatter):
    """Writes lines in which no secret is left."""

    def __init__(self, secrets: Sequence[str]) -> None:
        """Take the secrets; of a token also its secret half, however its colon is written."""
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        parts = {part for secret in secrets for part in (secret, secret.rpartition(":")[2])}
        self._secrets = sorted((p for p in parts if len(p) >= _SHORTEST_SECRET), key=len)[::-1]

    def format(self, record: logging.LogRecord) -> str:
        """Write one line, or several, without any secret."""
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, "[secret]")
        return line


def log_without(secrets: Sequence[str], level: int) -> None:
    """Send the log of this process to stderr, from `level` on, without the secrets."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(BlottingFormatter(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _ONLY_WARNINGS:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
    for name in _NOTHING:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


@contextmanager
def by_itself(what: str) -> Iterator[None]:
    """Keep one chat's trouble from all others: it is logged, and the block ended.

    Raises what is wrong with the store itself, `StoreError`.
    """
    try:
        yield
    except StoreError:
        raise
    except Exception as error:  # noqa: BLE001 - the border: one chat's trouble stays with it
        log.error("%s failed: %s", what, whereabouts(error))  # noqa: TRY400 - no text of letters


def innermost(error: BaseException) -> BaseException:
    """Give the first of the errors that a group of tasks ended with."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def whereabouts(error: BaseException) -> str:
    """Name an error and the lines it came through: its own text may hold a letter's words."""
    error = innermost(error)
    lines = [f"{frame.name}:{frame.lineno}" for frame in extract_tb(error.__traceback__)]
    return f"{type(error).__name__} in {' > '.join(lines[-4:])}"
