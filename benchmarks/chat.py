"""The chat bot beside a plain echo bot, against a Telegram of our own: pace, order, memory.

    python benchmarks/chat.py                 # needs aiolimiter for the peer
    python benchmarks/chat.py --users 40 --seconds 20

Both answer over 50 ms of network. The peer keeps nothing and has one job; ours stores each message
before it is confirmed and each answer before it is sent.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent))
from chats_stocked import linked_store
from figures import Report

from tests.bots.person import Person
from tests.bots.stand_in import StandIn

_NETWORK = 0.05  # seconds a call
_ROOT = Path(__file__).parent.parent
_PEER = [sys.executable, str(Path(__file__).parent / "echo_bot.py")]
_OURS = [sys.executable, "-m", "bots"]
_WARM = 3.0  # seconds after the start
_FIRST = 1000  # the first person's number
_TIMES_UP = 30.0  # seconds for one answer


@asynccontextmanager
async def bot(command: list[str], telegram: StandIn, store: str) -> AsyncIterator[int]:
    """Run a bot until the block ends; give its process's number."""
    process = await asyncio.create_subprocess_exec(
        *command, cwd=_ROOT,
        env={**os.environ, **telegram.environment, "BREVDUE_STORE": store},
    )  # fmt: skip
    try:
        while not telegram.made("getUpdates") and process.returncode is None:  # noqa: ASYNC110 - nothing rings
            await asyncio.sleep(0.05)
        assert process.returncode is None
        await asyncio.sleep(_WARM)
        yield process.pid
    finally:
        process.terminate()
        assert await process.wait() == 0


async def asked(person: Person, words: str) -> float:
    """Write, and give the seconds until the next message of the bot."""
    begun = time.perf_counter()
    person.writes(words)
    await person.hears("", within=_TIMES_UP)
    return time.perf_counter() - begun


async def paced(telegram: StandIn, users: int, seconds: float, pause: float) -> list[float]:
    """Have each user ask, read for a while and ask again; give the times of the answers."""
    ends = time.perf_counter() + seconds
    times: list[float] = []

    async def one(number: int) -> None:
        person = telegram.person(_FIRST + number)
        await asyncio.sleep(pause * number / users)
        while time.perf_counter() < ends:
            times.append(await asked(person, "list"))
            await asyncio.sleep(pause)

    await asyncio.gather(*(one(number) for number in range(users)))
    return sorted(times)


async def pressed(telegram: StandIn, users: int, seconds: float, pause: float) -> list[float]:
    """Have each user ask for help, read it and press its first button; give those times."""
    ends = time.perf_counter() + seconds
    times: list[float] = []

    async def one(number: int) -> None:
        person = telegram.person(_FIRST + number)
        await asyncio.sleep(pause * number / users)
        while time.perf_counter() < ends:
            await asked(person, "help")
            await asyncio.sleep(pause)
            begun = time.perf_counter()
            person.presses("List letters")
            await person.hears("", within=_TIMES_UP)
            times.append(time.perf_counter() - begun)
            await asyncio.sleep(pause)

    await asyncio.gather(*(one(number) for number in range(users)))
    return sorted(times)


async def at_once(telegram: StandIn, users: int, seconds: float) -> float:
    """Have all users ask without a pause; give the answers a second."""
    times = await paced(telegram, users, seconds, 0.0)
    return len(times) / seconds


async def burst(telegram: StandIn) -> tuple[int, int]:
    """Have one user ask twelve times at once; give the answers in order, and the 429s."""
    person = telegram.person(_FIRST)
    before, refused = len(person.from_bot()), len(telegram.errors("429"))
    words = ["help" if number % 2 else "list" for number in range(12)]
    for word in words:
        person.writes(word)
    for _ in words:
        await person.hears("", within=_TIMES_UP)
    firsts = [text.splitlines()[0] for text in person.texts()[before:]]
    evens, odds = set(firsts[::2]), set(firsts[1::2])
    assert len(firsts) == 12
    assert len(evens) == len(odds) == 1
    assert evens != odds
    return len(firsts), len(telegram.errors("429")) - refused


async def beside_a_flood(telegram: StandIn) -> float:
    """Give how much longer an answer takes while another chat is flooded."""
    quiet = await asked(telegram.person(_FIRST + 1), "list")
    for _ in range(30):
        telegram.person(_FIRST).writes("list")
    await asyncio.sleep(2)
    return await asked(telegram.person(_FIRST + 1), "list") - quiet


def memory_of(process: int) -> float:
    """Give the resident memory of a process in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


async def measure(users: int, chats: int, seconds: float) -> None:
    """Measure and print."""
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        store = await linked_store(Path(folder), [_FIRST + n for n in range(chats)])
        async with StandIn(delay=_NETWORK, has_limits=False) as telegram, bot(_PEER, telegram, ""):
            peer = await at_once(telegram, users, seconds)
        async with StandIn(delay=_NETWORK) as telegram, bot(_OURS, telegram, store) as process:
            times = await pressed(telegram, users, seconds, pause=2.5)
            report.plain("press to answer, median", _ms(times, 50), "<= 300", unit="ms")
            report.plain("press to answer, p95", _ms(times, 95), "<= 300", unit="ms")
            answered, refused = await burst(telegram)
            report.plain("answers in order to 12 at once", answered, ">= 12", unit="")
            report.plain("429s among them", refused, "<= 0", unit="")
            flood = await beside_a_flood(telegram) * 1e3
            report.plain("another chat waits in a flood", flood, "<= 500", unit="ms")
            report.plain(f"memory, {chats} chats", memory_of(process), "<= 90", unit="MB")
        async with (
            StandIn(delay=_NETWORK, has_limits=False) as telegram,
            bot(_OURS, telegram, store),
        ):
            ours = await at_once(telegram, users, seconds)
        report.ratio("answers a second", ours, peer, ">= 0.9x", unit="/s")


def _ms(times: list[float], percent: int) -> float:
    return times[min(len(times) - 1, len(times) * percent // 100)] * 1e3


def main() -> None:
    """Read what was typed, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--users", type=int, default=40)
    parser.add_argument("--chats", type=int, default=2_000)
    parser.add_argument("--seconds", type=float, default=20.0)
    typed = parser.parse_args()
    asyncio.run(measure(typed.users, typed.chats, typed.seconds))


if __name__ == "__main__":
    main()
