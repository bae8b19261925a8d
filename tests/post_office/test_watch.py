"""The drop folder, watched by real child processes."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import aclosing, contextmanager
from pathlib import Path

import pytest

from accessibility.wording import wording_for
from mailbox_store.model.arriving import Outcome
from mailbox_store.repository import Repository
from post_office.drop_folder import watch
from post_office.routing import DeliverRouting
from tests.post_office.conftest import PROJECT, Run, command_environment
from tests.post_office.making import ANNE, BENT, NOW, memo, zip_of


@pytest.fixture
def drop(tmp_path: Path, run: Run) -> Path:
    """A drop folder, and a store in which Anne is registered."""
    run("register", ANNE)
    folder = tmp_path / "drop"
    folder.mkdir()
    return folder


@contextmanager
def watcher(drop: Path, store_file: Path, settle: float = 0.1) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-m", "post_office", "watch", str(drop), "--settle", str(settle)],
        env=command_environment(store_file),
        cwd=PROJECT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def until(is_so: Callable[[], bool], seconds: float = 15) -> None:
    ends = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < ends, "it did not happen"
        time.sleep(0.02)


def letters(store_file: Path) -> list[str]:
    with sqlite3.connect(store_file, timeout=5) as db:
        return [row[0] for row in db.execute("SELECT uuid FROM letter")]


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir()) if folder.exists() else []


def left_in(drop: Path) -> list[Path]:
    return [p for p in drop.iterdir() if p.is_file()] + [
        p for p in drop.glob("working/*/*") if p.is_file()
    ]


def test_what_is_taken_goes_to_processed_and_what_is_refused_to_failed_with_a_reason(
    drop: Path, run: Run, store_file: Path
) -> None:
    (drop / "good.xml").write_bytes(memo(subject="Hemmelig sag"))
    (drop / "cut.xml").write_bytes(memo(subject="Hemmelig sag")[:500])
    (drop / "post.zip").write_bytes(
        zip_of([("a.xml", memo()), (f"{BENT}.xml", memo(to=BENT, subject="Hemmelig sag"))])
    )
    (drop.parent / "elsewhere.xml").write_bytes(memo())
    (drop / "link.xml").symlink_to(drop.parent / "elsewhere.xml")
    said = run("watch", drop, "--once", "--settle", "0.1")
    assert said.returncode == 1
    assert names(drop / "processed") == ["good.xml"]
    failed = ["cut.xml", "link.xml", "post.zip"]
    assert names(drop / "failed") == sorted([*failed, *(f"{n}.reason.txt" for n in failed)])
    assert len(letters(store_file)) == 2
    reason = drop / "failed" / "post.zip.reason.txt"
    assert reason.stat().st_mode & 0o777 == 0o600
    assert "post.zip/020280-****.xml: refused." in reason.read_text()
    for told in (*(p.read_text() for p in drop.glob("failed/*.reason.txt")), said.stdout):
        assert "Hemmelig" not in told
        assert BENT not in told
    assert names(drop / "working") == []


def test_names_that_are_taken_get_a_number_and_nothing_is_overwritten(drop: Path, run: Run) -> None:
    for turn in range(3):
        (drop / "a.xml").write_bytes(memo(name=f"{turn}"))
        (drop / "b.xml").write_bytes(b"cut %d" % turn)
        run("watch", drop, "--once", "--settle", "0.05")
    assert names(drop / "processed") == ["a-2.xml", "a-3.xml", "a.xml"]
    contents = {p.read_bytes() for p in (drop / "failed").glob("b*.xml")}
    assert contents == {b"cut 0", b"cut 1", b"cut 2"}
    assert len(names(drop / "failed")) == 6


def test_a_file_still_being_written_is_waited_for(drop: Path, store_file: Path) -> None:
    whole = memo()
    with watcher(drop, store_file, settle=0.6) as process, (drop / "slow.xml").open("wb") as file:
        for start in range(0, len(whole), len(whole) // 8):
            file.write(whole[start : start + len(whole) // 8])
            file.flush()
            os.utime(file.fileno(), ns=(time.time_ns(), time.time_ns()))
            time.sleep(0.2)
            assert (drop / "slow.xml").exists()
        until(lambda: names(drop / "processed") == ["slow.xml"])
        assert process.poll() is None
    assert names(drop / "failed") == []


async def test_a_file_written_to_while_it_was_read_is_read_again(
    tmp_path: Path, store: Repository
) -> None:
    whole = memo()
    outcomes = []
    with (tmp_path / "slow.xml").open("wb") as file:
        file.write(whole[:500])
        file.flush()
        watching = watch(
            tmp_path,
            into=store,
            routing=DeliverRouting(store, now=lambda: NOW),
            now=lambda: NOW,
            say=wording_for("en"),
            stop=asyncio.Event(),
            settle=0,
            once=True,
        )
        async with aclosing(watching) as arriving:
            async for arrived in arriving:
                outcomes.append(arrived.outcome)
                file.write(whole[500:])
                file.flush()
                whole = b""
    assert outcomes[0] is None
    assert outcomes[-1] is Outcome.STORED
    assert names(tmp_path / "processed") == ["slow.xml"]
    assert names(tmp_path / "failed") == []


def test_names_of_unfinished_files_are_left_alone(drop: Path, run: Run) -> None:
    kept = [".a.xml", "b.xml.part", "c.tmp", "d.xml.filepart"]
    for name in kept:
        (drop / name).write_bytes(memo())
    run("watch", drop, "--once", "--settle", "0.05")
    assert [n for n in names(drop) if n not in ("working", "processed", "failed")] == kept


def test_a_stop_finishes_what_is_in_hand(drop: Path, store_file: Path) -> None:
    for number in range(40):
        (drop / f"{number}.xml").write_bytes(memo(name=str(number)))
    with watcher(drop, store_file) as process:
        assert process.stdout
        process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) == 0
        said = process.stdout.read()
    assert said.splitlines()[-1].endswith("letters stored.")
    assert not list(drop.glob("working/*"))
    assert len(letters(store_file)) == len(names(drop / "processed"))


def test_two_watchers_never_take_the_same_file(drop: Path, store_file: Path) -> None:
    with watcher(drop, store_file, 0.05) as one, watcher(drop, store_file, 0.05) as two:
        for number in range(120):
            (drop / f"{number}.xml").write_bytes(memo(name=str(number)))
        until(lambda: len(names(drop / "processed")) == 120)
        said = []
        for process in (one, two):
            process.terminate()
            said += process.communicate(timeout=15)[0].splitlines()[:-1]
    assert len(said) == 120
    assert all(line.endswith(": stored.") for line in said)
    assert len(set(letters(store_file))) == len(letters(store_file)) == 120


def test_a_store_in_trouble_puts_nothing_away(drop: Path, run: Run, store_file: Path) -> None:
    (drop / "a.xml").write_bytes(memo())
    whole = store_file.read_bytes()
    for path in store_file.parent.glob("mailbox.db-*"):
        path.unlink()
    store_file.write_bytes(b"no store at all" * 1000)
    said = run("watch", drop, "--once", "--settle", "0.05")
    assert said.returncode == 1
    assert said.stderr
    assert [p.name for p in left_in(drop)] == ["a.xml"]
    store_file.write_bytes(whole)
    assert run("watch", drop, "--once", "--settle", "0.05").returncode == 0
    assert names(drop / "processed") == ["a.xml"]


def test_a_missing_store_or_folder_ends_the_watch_with_words(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.xml").write_bytes(memo())
    said = run("watch", tmp_path)
    assert said.returncode == 1
    assert "There is no mailbox at" in said.stderr
    run("register", ANNE)
    said = run("watch", tmp_path / "missing")
    assert said.returncode == 1
    assert "Make it first" in said.stderr
    (tmp_path / "processed").write_bytes(b"in the way")
    said = run("watch", tmp_path)
    assert said.returncode == 1
    assert "cannot be used" in said.stderr
    assert (tmp_path / "a.xml").exists()


def test_what_a_dead_watcher_held_is_taken_over(drop: Path, run: Run, store_file: Path) -> None:
    held = drop / "working" / "99999-dead"
    held.mkdir(parents=True)
    (held / "a.xml").write_bytes(memo(name="a"))
    (drop / "working" / "loose.xml").write_bytes(memo(name="loose"))
    (drop / "a.xml").write_bytes(memo(name="other"))
    assert run("watch", drop, "--once", "--settle", "0.05").returncode == 0
    assert len(names(drop / "processed")) == 3
    assert len(letters(store_file)) == 3
    assert names(drop / "working") == []
