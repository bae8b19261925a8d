"""A real store for each test of arrival, and the commands as real child processes."""

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from pathlib import Path
from typing import TypeAlias

import pytest

from mailbox_store.model.party import Party, party_from_number
from mailbox_store.opening import open_store
from mailbox_store.repository import Repository
from mailbox_store.settings import store_url
from post_office.arrival import Arrived, take_in_paths
from post_office.routing import Routing
from tests.post_office.making import ANNE, NOW

PROJECT = Path(__file__).parents[2]

TakeIn: TypeAlias = "Callable[..., object]"
Run: TypeAlias = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def store_file(tmp_path: Path) -> Path:
    """Where the test's store lies."""
    return tmp_path / "store" / "mailbox.db"


@pytest.fixture
async def store(store_file: Path) -> AsyncIterator[Repository]:
    """An open store with Anne's mailbox in it."""
    async with open_store(store_url(store_file), make=True, now=lambda: NOW) as opened:
        await opened.make_mailbox(anne(), at=NOW, actor="TEST")
        yield opened


@pytest.fixture
def run(store_file: Path) -> Run:
    """Run `brevdue-post` in a child process against the test's store."""

    def run_command(*arguments: object, **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "post_office", *map(str, arguments)],
            env=command_environment(store_file) | environment,
            capture_output=True,
            text=True,
            cwd=PROJECT,
            timeout=120,  # a test has its own, shorter or longer
            check=False,
        )

    return run_command


def command_environment(store_file: Path) -> dict[str, str]:
    """Give the environment in which a command knows the test's store and speaks English."""
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("BREVDUE", "LC_", "LANG"))}
    return kept | {"BREVDUE_STORE": store_url(store_file), "PYTHONPATH": str(PROJECT)}


def anne() -> Party:
    """Give Anne, who cannot exist."""
    return party_from_number(ANNE, name="Anne Prøve")


async def taken(store: Repository, routing: Routing, *paths: Path) -> list[Arrived]:
    """Take paths in and give every outcome."""
    arriving = take_in_paths(paths, into=store, routing=routing, now=lambda: NOW)
    async with aclosing(arriving) as letters:
        return [arrived async for arrived in letters]
