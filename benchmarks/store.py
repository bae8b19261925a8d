"""The store against the floor, in one run: every figure is a ratio, printed with its target.

python benchmarks/store.py                      100,000 letters
python benchmarks/store.py --letters 1000000
python benchmarks/store.py --floor FILE         another floor of the same shape
"""

import argparse
import asyncio
import importlib.util
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
import raw_sqlite
from figures import Report, timed, timed_async
from other_processes import others_write
from stocked import OWNER, arriving, floor_ingest, ingest

from mailbox_store.access import Identity
from mailbox_store.mailbox import Mailbox, open_mailbox
from mailbox_store.model.arriving import ArrivingLetter
from mailbox_store.model.folder import FolderId
from mailbox_store.model.letter import LetterId
from mailbox_store.model.query import ListQuery
from mailbox_store.opening import open_store, utc_now
from mailbox_store.repository import Repository

INBOX = FolderId(1)


async def main() -> None:
    """Run it all."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--letters", type=int, default=100_000)
    asked.add_argument("--floor", type=Path, help="a module of the shape of raw_sqlite.py")
    asked.add_argument("--json", type=Path, help="write the figures here as well")
    options = asked.parse_args()
    floor = raw_sqlite if options.floor is None else _module(options.floor)
    report = Report()
    with tempfile.TemporaryDirectory(prefix="brevdue-bench-", dir="/var/tmp") as folder:
        print(f"{'':44} {'Brevdue':>14} {'floor':>14} {'ratio':>8}  target")
        await _ingesting(floor, folder, report)
        await _at_size(floor, folder, options.letters, report)
        _importing(report)
    if options.json:
        options.json.write_text(json.dumps(report.rows, indent=1), "utf-8")


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("floor", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


async def _ingesting(floor: ModuleType, folder: str, report: Report) -> None:
    stock = list(floor.letters(6000))
    for batch, target in ((1, ">= 0.6x"), (256, ">= 0.45x")):
        ours, theirs = [], []
        for turn in range(3):  # in turns, so that a slower spell of the machine hits both
            path = f"{folder}/ingest-{batch}-{turn}"
            theirs.append(floor_ingest(floor, f"{path}.raw", stock, batch, 2))
            letters = [arriving(n, made, floor.SENDERS) for n, made in enumerate(stock)]
            async with open_store(f"sqlite://{path}.db", make=True) as store:
                facts = await store.make_mailbox(OWNER, at=utc_now(), actor="OPERATOR")
                ours.append(await ingest(store, facts.id, letters, batch, 2))
        report.ratio(
            f"ingest, {batch} a commit", sorted(ours)[1], sorted(theirs)[1], target, unit="/s"
        )


async def _at_size(floor: ModuleType, folder: str, n: int, report: Report) -> None:
    raw = floor.create(f"{folder}/raw.db")
    raw.execute("BEGIN")
    for number, made in enumerate(floor.letters(n), 1):
        floor.put(raw, number, made)
    raw.execute("COMMIT")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    url = f"sqlite://{folder}/ours.db"
    async with open_store(url, make=True) as store:
        facts = await store.make_mailbox(OWNER, at=utc_now(), actor="OPERATOR")
        batch: list[ArrivingLetter] = []
        for number, made in enumerate(floor.letters(n), 1):
            batch.append(arriving(number, made, floor.SENDERS))
            if len(batch) == 1000 or number == n:
                await store.take_in(batch, facts.id, at=utc_now(), actor="OPERATOR")
                batch = []
    size = Path(f"{folder}/ours.db").stat().st_size
    report.ratio(
        "bytes a letter", size / n, Path(f"{folder}/raw.db").stat().st_size / n, "<= 2x", unit="B"
    )
    async with open_store(url) as store:
        mailbox = await open_mailbox(
            facts.id, who=Identity(party=OWNER), repository=store, now=utc_now
        )
        await _reading(raw, store, mailbox, n, floor, report)
        await _searching(raw, store, mailbox, report)
        await others_write(url, store, mailbox, report)


async def _reading(raw: Any, store: Repository, mailbox: Mailbox, n: int, floor: ModuleType,
                   report: Report) -> None:  # fmt: skip
    box, rng = mailbox.facts.id, random.Random(7)  # noqa: S311
    ids = [LetterId(rng.randrange(1, n + 1)) for _ in range(3000)]
    first = ListQuery(folder=INBOX)
    base = timed(lambda _: raw.execute(floor.LIST, (1, *floor.FAR)).fetchall(), ids)
    first_page = await timed_async(lambda _: store.list_letters(box, first), ids)
    report.ratio("list 50", first_page, base, "<= 3x")
    if n > 60_000:
        place = None
        for _ in range(50):
            place = (
                await store.list_letters(box, ListQuery(folder=INBOX, limit=1000, after=place))
            ).next
        far = ListQuery(folder=INBOX, after=place)
        page = await timed_async(lambda _: store.list_letters(box, far), ids)
        report.ratio("page 1000 against the first page", page, first_page, "<= 1.2x")

    def raw_open(i: int) -> Any:
        return raw.execute(
            "SELECT l.subject, s.name, l.received_at, b.text, (SELECT json_group_array(d.name) "
            "FROM document d WHERE d.letter_id = l.id) FROM letter l JOIN sender s "
            "ON s.id = l.sender_id JOIN body b ON b.letter_id = l.id WHERE l.id = ?", (i,)
        ).fetchall()  # fmt: skip

    opened = timed(raw_open, list(ids))
    report.ratio(
        "open without audit",
        await timed_async(lambda i: store.letter(box, i), ids),
        opened,
        "<= 6x",
    )

    def raw_commit(i: int) -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute(
            "INSERT INTO event (mailbox_id, letter_id, kind, at) VALUES (1, ?, 'read', 1)", (i,)
        )
        raw.execute("COMMIT")

    audit = timed(raw_commit, list(ids))
    with_audit = await timed_async(mailbox.open, ids[:1500])
    report.ratio("open with its audit entry", with_audit, opened + audit, "<= 2x")

    def raw_mark(i: int) -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE letter SET read_at = 1 WHERE id = ? AND read_at IS NULL", (i,))
        raw.execute("UPDATE folder SET unread = unread - 1 WHERE id = 1")
        raw.execute("COMMIT")

    marked = timed(raw_mark, list(ids[:1500]))
    fresh = [LetterId(i) for i in range(1, n + 1) if i not in set(ids)][:1500]
    ours = await timed_async(lambda i: mailbox.mark([i], unread=False), fresh)
    report.ratio("durable mark-read", ours, marked, "<= 1.6x")
    counted = await timed_async(lambda _: store.mailbox(box), ids)
    report.plain("unread count", counted, "<= 90", unit="us")


async def _searching(raw: Any, store: Repository, mailbox: Mailbox, report: Report) -> None:
    new = (
        "SELECT l.id, l.subject, l.received_at, snippet(letter_fts, 3, '[', ']', '...', 12) "
        "FROM letter_fts f JOIN letter l ON l.id = f.rowid "
        "WHERE letter_fts MATCH ? ORDER BY f.rowid DESC LIMIT 50"
    )
    subject = raw.execute("SELECT subject FROM letter WHERE id = 1").fetchone()[0].split()[-1]
    for name, words in (("common", "kommune"), ("one letter", subject), ("beginning", "skat*")):
        match = f"{{subject sender body}} : ({words})"
        base = timed(lambda _, m=match: raw.execute(new, (m,)).fetchall(), list(range(300)), 2)
        ours = await timed_async(
            lambda _, w=words: store.search(mailbox.facts.id, w, limit=50), list(range(300)), 3
        )
        report.plain(
            f"search 50 with snippets, {name}: above floor", ours - base, "<= 120", unit="us"
        )


def _importing(report: Report) -> None:
    def start(code: str) -> float:
        times = []
        for _ in range(15):
            began = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            times.append(time.perf_counter() - began)
        return sorted(times)[7] * 1e3

    taken = start("import mailbox_store.opening") - start("pass")
    report.plain("import of the store over bare Python", taken, "<= 90", unit="ms")


if __name__ == "__main__":
    os.umask(0o077)
    asyncio.run(main())
