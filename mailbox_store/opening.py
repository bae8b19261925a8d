"""From a URL to an open store: the only file that knows which backend is meant."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

from mailbox_store.model.errors import StoreUnsuitable
from mailbox_store.repository import Repository
from mailbox_store.sqlite import birth
from mailbox_store.sqlite.backend import SqliteRepository

_SCHEME = "sqlite://"


def utc_now() -> datetime:
    """Give the time now: the clock that programs pass to what needs one."""
    return datetime.now(UTC)


@asynccontextmanager
async def open_store(
    url: str, *, make: bool = False, now: Callable[[], datetime] = utc_now
) -> AsyncIterator[Repository]:
    """Open a store for the length of a block; letters whose date has come are put in first.

    With `make` a missing store is made, private to the user. Raises `StoreMissing`,
    `StoreUnsuitable`, `StoreTooNew`, `StoreNotAllowed` and the rest of `StoreError`.
    """
    path = path_of(url)
    birth.prepare(path, make=make)
    repository = SqliteRepository(path)
    try:
        await repository.release_held(at=now())
        yield repository
    finally:
        await repository.close()


def restore_store(backup: Path, url: str, *, now: datetime) -> Path | None:
    """Put a backup back as the store of `url`; gives where the replaced one was kept."""
    from mailbox_store.sqlite import safekeeping  # 2 ms: seldom wanted, and never by a list

    path = path_of(url)
    birth.prepare_folder(path, make=True)
    return safekeeping.restore(backup, path, now=now)


def path_of(url: str) -> Path:
    """Give the file that `sqlite:///PATH`, or a bare path, names.

    PATH is absolute with three slashes or four; a name alone (`sqlite:///letters.db`) lies in the
    current folder, as nobody keeps letters in the root. Raises `StoreUnsuitable` for other URLs.
    """
    if "://" in url:
        rest = unquote(url.removeprefix(_SCHEME))
        if not url.startswith(_SCHEME) or not rest.startswith("/"):
            raise StoreUnsuitable(path=url, why="url")
        path = Path("/" + rest.lstrip("/"))
        if path.parent == Path("/") and not rest.startswith("//"):
            path = Path.cwd() / path.name
    else:
        path = Path(url).absolute()
    if "\0" in str(path) or not path.name or path.is_dir():
        raise StoreUnsuitable(path=url, why="url")
    return path.resolve()  # one store has one lock, by whatever link it is reached
