"""What one process notices of another: its own writes under ingest, and news of letters."""

import asyncio
import multiprocessing
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import raw_sqlite
from figures import Report
from stocked import arriving, ingest

from mailbox_store.mailbox import Mailbox
from mailbox_store.model.event import EventName
from mailbox_store.opening import open_store, utc_now
from mailbox_store.repository import Repository

_NOTICES = 200  # letters


def _hammer(url: str, seconds: float) -> None:
    async def run() -> None:
        async with open_store(url) as store:
            (facts,) = await store.mailboxes()
            stock = [
                arriving(10**7 + n, m, raw_sqlite.SENDERS)
                for n, m in enumerate(raw_sqlite.letters(4000))
            ]
            await ingest(store, facts.id, stock, 1, seconds)

    asyncio.run(run())


async def others_write(url: str, store: Repository, mailbox: Mailbox, report: Report) -> None:
    """Write beside a process that takes letters in; then hear of letters another one delivers."""
    child = multiprocessing.get_context("spawn").Process(target=_hammer, args=(url, 6.0))
    child.start()
    await asyncio.sleep(2.5)
    times = []
    while child.is_alive() and len(times) < 200:
        start = time.perf_counter()
        await store.record(mailbox.facts.id, EventName.MESSAGE_READ, at=utc_now(), actor="LOCAL")
        times.append((time.perf_counter() - start) * 1e3)
        await asyncio.sleep(0.01)
    child.join()
    report.plain("another process's worst write under ingest", max(times), "<= 50", unit="ms")
    await _notices(url, mailbox, report)


async def _notices(url: str, mailbox: Mailbox, report: Report) -> None:
    """Measure from the receipt, when the letter is durable, to the news of it elsewhere."""
    heard: dict[int, float] = {}

    async def listen() -> None:
        async for news in mailbox.watch():
            heard[news.letter] = time.time()
            if len(heard) >= _NOTICES:
                return

    async with asyncio.TaskGroup() as group:
        group.create_task(listen())
        await asyncio.sleep(0.3)
        child = await asyncio.create_subprocess_exec(
            sys.executable, __file__, url, stdout=asyncio.subprocess.PIPE
        )
        said, _ = await child.communicate()
    receipts = dict(line.split() for line in said.decode().splitlines())
    delays = sorted(
        max(0.0, heard[int(letter)] - float(at)) * 1e3 for letter, at in receipts.items()
    )
    report.plain("notice to another process, median", delays[_NOTICES // 2], "<= 5", unit="ms")
    worst = delays[_NOTICES * 99 // 100 - 1]
    report.plain("notice to another process, p99", worst, "<= 5", unit="ms")


async def _send_notices(url: str) -> None:
    async with open_store(url) as store:
        (facts,) = await store.mailboxes()
        for n, made in enumerate(raw_sqlite.letters(_NOTICES)):
            letter = arriving(2 * 10**7 + n, made, raw_sqlite.SENDERS)
            (taken,) = await store.take_in([letter], facts.id, at=utc_now(), actor="OPERATOR")
            print(taken.letter, time.time())
            await asyncio.sleep(0.01)


if __name__ == "__main__":
    asyncio.run(_send_notices(sys.argv[1]))
