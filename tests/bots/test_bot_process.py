"""The command as it runs: killed in the middle, stopped, started twice, and what it logs.

BREVDUE_KILL_ROUNDS sets how many kills there are (20 by default give 4).
"""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from mailbox_store.opening import open_store
from mailbox_store.settings import store_url
from tests.bots.linked import linked_chat
from tests.bots.running import until
from tests.bots.stand_in import TOKEN, StandIn

ROOT = Path(__file__).parent.parent.parent
ROUNDS = int(os.environ.get("BREVDUE_KILL_ROUNDS", "20")) // 5
PEOPLE = (42, 43, 44)
pytestmark = [pytest.mark.slow, pytest.mark.timeout(60 + ROUNDS * 10)]

Process = asyncio.subprocess.Process


@pytest.fixture
async def store(tmp_path: Path) -> str:
    """Make a store in which everybody has a linked chat."""
    url = store_url(tmp_path / "mailbox.db")
    async with open_store(url, make=True) as repository:
        for number in PEOPLE:
            await linked_chat(repository, number)
    return url


async def start(telegram: StandIn, store: str, *arguments: str) -> Process:
    """Start the command; its log is kept to be read."""
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bots", "--store", store, *arguments,
        env={**os.environ, **telegram.environment}, cwd=ROOT, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip


@asynccontextmanager
async def started(telegram: StandIn, store: str, *arguments: str) -> AsyncIterator[Process]:
    """Run the command until it asks Telegram, for the length of a block, and end it after that."""
    process = await start(telegram, store, *arguments)
    try:
        before = len(telegram.made("deleteWebhook"))
        await until(lambda: len(telegram.made("deleteWebhook")) > before)
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def answers(telegram: StandIn, number: int) -> list[int]:
    """Give the numbers of the words that were answered, in order, the answer's copies once."""
    told = [
        int(n) for text in telegram.person(number).texts() for n in re.findall(r"zq(\d+)", text)
    ]
    return list(dict.fromkeys(told))


async def test_killed_in_the_middle_it_answers_everybody_in_order(
    telegram: StandIn, store: str
) -> None:
    telegram.delay = 0.03
    sent = 0
    for turn in range(ROUNDS):
        async with started(telegram, store) as process:
            for number in PEOPLE:
                for _ in range(2):
                    telegram.person(number).writes(f"zq{sent}")
                    sent += 1
            await asyncio.sleep((turn * 37 % 100) / 60)
            process.kill()
            await process.wait()
    async with started(telegram, store):
        async with asyncio.timeout(30 + ROUNDS * 4):
            await until(lambda: sum(len(answers(telegram, n)) for n in PEOPLE) == sent)
    for number in PEOPLE:
        assert answers(telegram, number) == sorted(answers(telegram, number))
    copies = sum(len(telegram.person(number).texts()) for number in PEOPLE) - sent
    assert copies <= ROUNDS * len(PEOPLE)  # at most what was on its way at each death


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_stops_it_and_that_is_well(
    telegram: StandIn, store: str, number: signal.Signals
) -> None:
    async with started(telegram, store) as process:
        telegram.person(42).writes("zq1")
        await telegram.person(42).hears("zq1")
        process.send_signal(number)
        assert await asyncio.wait_for(process.wait(), 5) == 0


async def test_a_second_bot_of_a_store_says_so_and_stops(telegram: StandIn, store: str) -> None:
    async with started(telegram, store):
        second = await start(telegram, store)
        _, said = await second.communicate()
    assert second.returncode == 1
    assert said.decode() == ("Another bot runs for this mailbox. Only one may. This one stops.\n")


async def test_the_log_holds_no_token_and_no_words_whatever_happens(
    telegram: StandIn, store: str
) -> None:
    anne = telegram.person(42)
    for kind in ("502", "reset", "bad-json", "409", "429", "500"):
        telegram.fault("getUpdates", kind, after=1)
    for kind in ("502", "reset", "bad-json", "lost-reply", "429", "500"):
        telegram.fault("sendMessage", kind)
    telegram.fault("setMyCommands", "bad-json")
    async with started(telegram, store, "--debug") as process:
        for word in ("zq1 Lundegaard", "help", "/start secretlinksecretlink"):
            anne.writes(word)
        await anne.hears("zq1", within=20)
        anne.forges("1:Lundegaard")
        await anne.is_alerted("")
        process.terminate()
        assert process.stderr
        log = (await process.stderr.read()).decode()
    assert "not fetched" in log  # it is told at all
    for secret in (TOKEN.partition(":")[2], "Lundegaard", "zq1", "secretlink", "010180", "Anne"):
        assert secret not in log
