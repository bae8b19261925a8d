"""kill -9 in the middle: nothing told as stored is lost, nothing is there twice.

BREVDUE_KILL_ROUNDS sets how many rounds each test runs (20 in all by default).
"""

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.post_office.conftest import PROJECT, Run, command_environment
from tests.post_office.making import ANNE, memo, uuid_named

ROUNDS = int(os.environ.get("BREVDUE_KILL_ROUNDS", "20")) // 2
LETTERS = 3000  # more than a round delivers
pytestmark = [pytest.mark.slow, pytest.mark.timeout(60 + ROUNDS * 6)]


def start(store_file: Path, *arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "post_office", *map(str, arguments)],
        env=command_environment(store_file),
        cwd=PROJECT,
        text=True,
        stdout=subprocess.PIPE,
    )


def killed_after_a_moment(process: "subprocess.Popen[str]", turn: int) -> list[str]:
    """Kill some time after the first line; give the names that were told as stored."""
    assert process.stdout
    first = process.stdout.readline()
    time.sleep((turn * 37 % 100) / 400)
    process.kill()
    lines = [first, *process.stdout.read().splitlines(keepends=True)]
    process.stdout.close()
    process.wait()
    whole = [line for line in lines if line.endswith((": stored.\n", ": was here already.\n"))]
    return [Path(line.partition(":")[0]).stem for line in whole]


def stored(store_file: Path) -> list[str]:
    with sqlite3.connect(store_file, timeout=5) as db:
        return [row[0] for row in db.execute("SELECT uuid FROM letter")]


def write_letters(folder: Path, count: int, turn: str = "") -> None:
    for number in range(count):
        name = f"{turn}{number:05}"
        (folder / f"{name}.xml").write_bytes(memo(name=name))


def test_deliver_killed_in_the_middle_loses_and_doubles_nothing(
    run: Run, tmp_path: Path, store_file: Path
) -> None:
    run("register", ANNE)
    folder = tmp_path / "in"
    folder.mkdir()
    write_letters(folder, LETTERS)
    told: set[str] = set()
    for turn in range(ROUNDS):
        told.update(killed_after_a_moment(start(store_file, "deliver", folder), turn))
        kept = stored(store_file)
        assert {uuid_named(name) for name in told} <= set(kept)
        assert len(kept) == len(set(kept))
    assert told


def test_watch_killed_in_the_middle_loses_and_doubles_nothing(
    run: Run, tmp_path: Path, store_file: Path
) -> None:
    run("register", ANNE)
    drop = tmp_path / "drop"
    drop.mkdir()
    told: set[str] = set()
    for turn in range(ROUNDS):
        write_letters(drop, 60, f"{turn}-")
        process = start(store_file, "watch", drop, "--settle", "0")
        told.update(killed_after_a_moment(process, turn))
        kept = stored(store_file)
        assert {uuid_named(name) for name in told} <= set(kept)
        assert len(kept) == len(set(kept))
        files = [p for p in drop.rglob("*.xml") if p.stat().st_size]
        assert len({p.stem for p in files}) == len(files) == 60 * (turn + 1)
    assert told
    assert run("watch", drop, "--once", "--settle", "0").returncode == 0
    assert len(stored(store_file)) == len(set(stored(store_file))) == 60 * ROUNDS
    processed = [p for p in (drop / "processed").glob("*.xml") if p.stat().st_size]
    assert len(processed) == 60 * ROUNDS
