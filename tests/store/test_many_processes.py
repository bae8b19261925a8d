"""Several processes at once, processes killed, disks full: nothing acknowledged is lost."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from contextlib import closing, suppress

import pytest

from mailbox_store.model.errors import StoreBusy
from mailbox_store.model.query import ListQuery
from mailbox_store.opening import open_store, path_of

ROUNDS = int(os.environ.get("BREVDUE_KILL_ROUNDS", "8"))

# A child that delivers letters one a transaction and prints each number once it is acknowledged.
DELIVERER = textwrap.dedent("""
    import asyncio, hashlib, sys
    from datetime import UTC, datetime
    from mailbox_store.model.arriving import ArrivingLetter
    from mailbox_store.model.letter import Origin
    from mailbox_store.model.party import IdType, Party
    from mailbox_store.opening import open_store, utc_now

    url, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])

    def letter(number):
        raw = b"letter %d" % number
        return ArrivingLetter(
            uuid=f"00000000-0000-4000-8000-{number:012d}", original=raw, original_type="x",
            fingerprint=hashlib.sha256(raw).hexdigest(), origin=Origin.IMPORT,
            sender=Party(id_type=IdType.CVR, number="12345678", name="Kommunen"),
            recipient=Party(id_type=IdType.CPR, number="0101800000"),
            subject=f"Letter {number}", received=datetime(2026, 1, 1, tzinfo=UTC))

    async def main():
        async with open_store(url, make=True) as store:
            owner = Party(id_type=IdType.CPR, number="0101800000")
            mailbox = await store.make_mailbox(owner, at=utc_now(), actor="OPERATOR")
            for number in range(first, first + count):
                await store.take_in([letter(number)], mailbox.id, at=utc_now(), actor="OPERATOR")
                print(number, flush=True)

    asyncio.run(main())
""")


def deliverer(url: str, first: int, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", DELIVERER, url, str(first), str(count)],
        stdout=subprocess.PIPE,
        text=True,
    )


async def numbers_in(url: str) -> list[int]:
    async with open_store(url) as store:
        (mailbox,) = await store.mailboxes()
        page = await store.list_letters(mailbox.id, ListQuery(limit=100_000))
        assert page.total == len(page.letters)
        assert (await store.check()).damages == ()
        return sorted(int(letter.subject.split()[1]) for letter in page.letters)


@pytest.mark.timeout(600)
async def test_whoever_is_killed_nothing_acknowledged_is_lost_and_nothing_doubled(url) -> None:
    acknowledged: set[int] = set()
    for round_ in range(ROUNDS):
        first = round_ * 500
        child = deliverer(url, first, 500)
        assert child.stdout is not None
        for _ in range(1 + 7 * round_ % 23):
            if not (line := child.stdout.readline()):
                break
            acknowledged.add(int(line))
        child.send_signal(signal.SIGKILL)
        rest, _ = child.communicate()
        acknowledged.update(
            int(line) for line in rest.splitlines(keepends=True) if line[-1] == "\n"
        )
    found = await numbers_in(url)
    assert acknowledged <= set(found)
    assert len(found) == len(set(found))
    # what was stored but never acknowledged is delivered again: still one letter each
    again = deliverer(url, 0, 500)
    again.communicate()
    found = await numbers_in(url)
    assert len(found) == len(set(found))


@pytest.mark.timeout(120)
async def test_two_processes_write_while_a_third_reads(url) -> None:
    async with open_store(url, make=True):
        pass
    writers = [deliverer(url, 0, 150), deliverer(url, 1000, 150)]
    seen = 0
    async with open_store(url) as store:
        while any(w.poll() is None for w in writers):
            for mailbox in await store.mailboxes():
                page = await store.list_letters(mailbox.id, ListQuery(limit=1000))
                assert page.total == len(page.letters) >= seen
                seen = page.total
            await asyncio.sleep(0.01)
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    assert await numbers_in(url) == [*range(150), *range(1000, 1150)]


async def test_a_store_held_by_another_process_is_said_to_be_busy(
    url, repository, alma, clock, monkeypatch
) -> None:
    monkeypatch.setattr("mailbox_store.sqlite.connection.PATIENCE", 0.2)
    holder = subprocess.Popen(
        ["flock", f"{path_of(url)}.lock", "sleep", "30"], start_new_session=True
    )
    try:
        await asyncio.sleep(0.3)
        with pytest.raises(StoreBusy):
            await repository.make_mailbox(alma.owner, at=clock(), actor="OPERATOR")
        assert (await repository.mailboxes())[0].id == alma.id  # reading goes on
    finally:
        os.killpg(holder.pid, signal.SIGKILL)
        holder.wait()
    assert await repository.make_mailbox(alma.owner, at=clock(), actor="OPERATOR")


async def test_a_watcher_hears_of_letters_another_process_delivers(url, mailbox) -> None:
    heard: list[int] = []

    async def listen() -> None:
        async for news in mailbox.watch():
            heard.append(news.letter)
            if len(heard) == 20:
                return

    async with asyncio.timeout(15), asyncio.TaskGroup() as group:
        group.create_task(listen())
        await asyncio.sleep(0.3)
        child = await asyncio.to_thread(deliverer, url, 0, 20)
        await asyncio.to_thread(child.communicate)
    assert heard == list(range(1, 21))


async def test_a_watch_tells_what_came_between_the_moment_it_is_given_and_its_beginning(
    url, mailbox
) -> None:
    newest = await mailbox.newest_announcement()
    child = await asyncio.to_thread(deliverer, url, 0, 2)
    await asyncio.to_thread(child.communicate)
    watching = mailbox.watch(after=newest)
    async with asyncio.timeout(2):
        assert [(await anext(watching)).letter for _ in range(2)] == [1, 2]
    await watching.aclose()


async def test_a_lost_bell_costs_a_quarter_of_a_second_and_no_letter(
    url, mailbox, deliver, make_letter, monkeypatch
) -> None:
    monkeypatch.setattr("mailbox_store.sqlite.connection.ring", lambda _: None)
    watching = mailbox.watch()
    waiting = asyncio.ensure_future(anext(watching))
    await asyncio.sleep(0.3)
    child = await asyncio.to_thread(deliverer, url, 0, 1)
    await asyncio.to_thread(child.communicate)
    async with asyncio.timeout(2):
        assert (await waiting).letter == 1
    await watching.aclose()


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 3 MB, where the machine lets us have one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here: needs root")
    yield disk
    with suppress(OSError):
        subprocess.run(["umount", "-l", disk], check=False)


async def test_a_full_disk_is_said_keeps_everything_and_is_written_to_again(
    small_disk, make_letter, clock
) -> None:
    from mailbox_store.model.errors import StoreFull
    from mailbox_store.model.party import IdType, Party

    owner = Party(id_type=IdType.CPR, number="0101800000")
    async with open_store(f"sqlite://{small_disk}/mailbox.db", make=True) as store:
        mailbox = await store.make_mailbox(owner, at=clock(), actor="OPERATOR")
        ballast = small_disk / "ballast"
        ballast.write_bytes(b"x" * 1_500_000)
        stored = 0

        async def deliver_until_it_fails() -> None:
            nonlocal stored
            for number in range(1, 200):
                letter = make_letter(number, text=os.urandom(20_000).hex())
                await store.take_in([letter], mailbox.id, at=clock(), actor="OPERATOR")
                stored = number

        with pytest.raises(StoreFull):
            await deliver_until_it_fails()
        assert stored
        assert (await store.list_letters(mailbox.id, ListQuery())).total == stored
        ballast.unlink()
        (taken,) = await store.take_in([make_letter(500)], mailbox.id, at=clock(), actor="OPERATOR")
        assert taken.letter == stored + 1
        assert (await store.check()).damages == ()


async def test_a_write_waits_for_the_disk_and_holds_the_store_from_its_beginning(
    url, repository, alma
) -> None:
    def look(c: sqlite3.Connection) -> tuple[int, str, int]:
        with (
            closing(sqlite3.connect(path_of(url), timeout=0)) as other,
            pytest.raises(sqlite3.OperationalError, match="locked"),
        ):
            other.execute("BEGIN IMMEDIATE")  # though nothing was written yet
        return tuple(
            c.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "journal_mode", "foreign_keys")
        )

    full = 2
    assert await repository._connections.write(look) == (full, "wal", 1)


async def test_a_writer_without_a_pause_lets_the_next_one_through(
    url, repository, alma, clock
) -> None:
    worst = 0.0
    hammer = deliverer(url, 0, 400)
    assert hammer.stdout is not None
    hammer.stdout.readline()  # it writes now
    while hammer.poll() is None:
        start = time.monotonic()
        await repository.make_mailbox(alma.owner, at=clock(), actor="OPERATOR")
        worst = max(worst, time.monotonic() - start)
        await asyncio.sleep(0.002)
    hammer.communicate()
    assert worst < 2, "starved by the other writer"
