"""A watched drop folder: whatever a sender puts there is delivered, once, and put away.

Changes are told by the system (watchfiles) and, because such news can be lost, looked for anyway
from time to time. Folders inside it are left alone. A refused file is kept in failed/ with its
reason; when the store is in trouble nothing is put away and everything is tried again.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

from watchfiles import awatch

from accessibility.wording import Say
from mailbox_store.mailbox import Clock
from mailbox_store.model.errors import NotUnderstood
from mailbox_store.repository import Repository
from post_office.arrival import Arrived, take_in_paths
from post_office.pickup import SETTLE, DropFolder
from post_office.routing import Routing
from post_office.telling import refused_lines

_TICK_MS = 500  # a look at files that may still be written to
_SLOW_TICKS = 10  # ticks between looks when nothing was told and nothing is waited for
_HELD_EVERY = 60.0  # seconds between looks for held letters whose date has come
_ONCE_PATIENCE = 10.0  # seconds that one pass waits for files still being written


async def watch(
    folder: Path,
    *,
    into: Repository,
    routing: Routing,
    now: Clock,
    say: Say,
    stop: asyncio.Event,
    settle: float = SETTLE,
    once: bool = False,
) -> AsyncGenerator[Arrived, None]:
    """Deliver what is put into `folder` until `stop` is set; with `once`, what lies there now.

    A stop lets the files in hand be finished. Raises `StoreError`: the files in hand then stay
    in working/ and are taken by the next watch. The reasons in failed/ are in `say`'s language.
    """
    with DropFolder(folder, settle=settle) as drop:
        released = float("-inf")
        rounds = _one_pass(drop, settle, stop) if once else _ticks(folder, drop, stop)
        async for _ in rounds:
            if time.monotonic() - released > _HELD_EVERY:
                await into.release_held(at=now())
                released = time.monotonic()
            while picked := await asyncio.to_thread(drop.pick_up):
                work = _deliver(drop, picked, folder, into=into, routing=routing, now=now, say=say)
                async with aclosing(work) as arriving:
                    async for arrived in arriving:
                        yield arrived
                if stop.is_set() or all(path.exists() for path in picked):
                    break


async def _deliver(
    drop: DropFolder,
    picked: list[Path],
    folder: Path,
    *,
    into: Repository,
    routing: Routing,
    now: Clock,
    say: Say,
) -> AsyncGenerator[Arrived, None]:
    """Take in the files in hand, tell of each letter, then put each file where it belongs."""
    results: dict[Path, list[Arrived]] = {path: [] for path in picked}
    for odd in _no_plain_files(picked):
        results[odd.path].append(odd)
    whole = [path for path in picked if not results[path]]
    told = [one for arrived in results.values() for one in arrived]
    for one in told:
        yield _as_dropped(one, folder)
    async with aclosing(take_in_paths(whole, into=into, routing=routing, now=now)) as arriving:
        async for arrived in arriving:
            shown = _as_dropped(arrived, folder)
            results[arrived.path].append(shown)
            yield shown
    for path, arrived_from_it in results.items():
        reasons = refused_lines([_as_dropped(a, folder) for a in arrived_from_it], say)
        await asyncio.to_thread(_put, drop, path, reasons)


def _put(drop: DropFolder, path: Path, reasons: list[str]) -> None:
    if drop.is_changed(path):
        return  # it was still being written to: it stays in hand for the next round
    if reasons:
        drop.put_aside(path, reasons)
    else:
        drop.put_away(path)


def _no_plain_files(picked: list[Path]) -> Iterator[Arrived]:
    """Refuse links and the like: a sender's link must not make us read another file."""
    for path in picked:
        if path.is_symlink() or not path.is_file():
            error = NotUnderstood(code="not-a-file")
            yield Arrived(path=path, where=str(path), error=error)


def _as_dropped(arrived: Arrived, folder: Path) -> Arrived:
    """Name a file as its sender knows it, not by where it lies while in hand."""
    hold = str(arrived.path.parent)
    if not arrived.where.startswith(hold):
        return arrived
    return replace(arrived, where=str(folder) + arrived.where[len(hold) :])


async def _ticks(folder: Path, drop: DropFolder, stop: asyncio.Event) -> AsyncIterator[None]:
    """Tick at once, on news from the system, while files are waited for, and now and then."""
    yield
    quiet = 0
    news = awatch(
        folder,
        watch_filter=None,
        stop_event=stop,
        recursive=False,
        debounce=200,
        yield_on_timeout=True,
        rust_timeout=_TICK_MS,
    )
    async for changes in news:
        quiet += 1
        if changes or drop.is_waiting or quiet >= _SLOW_TICKS:
            quiet = 0
            yield


async def _one_pass(drop: DropFolder, settle: float, stop: asyncio.Event) -> AsyncIterator[None]:
    """Tick until nothing is waited for any more, or for as long as patience lasts."""
    ends = time.monotonic() + settle + _ONCE_PATIENCE
    yield
    while drop.is_waiting and time.monotonic() < ends and not stop.is_set():
        await asyncio.sleep(min(max(settle / 4, 0.01), 0.5))
        yield
