"""The limiter keeps Telegram's pace, and lets nobody wait for another's flood."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from bots.telegram.limiter import Limiter
from tests.bots.quick_time import run_quickly
from tests.bots.stand_in_rules import Refused, Rules


class Counter:
    """Counts sends as Telegram does, on the loop's own time."""

    def __init__(self, limiter: Limiter) -> None:
        self.limiter, self.rules = limiter, Rules(has_limits=True)
        self.sent: list[tuple[float, int, int]] = []
        self.refused = 0

    async def send(self, chat: int, number: int = 0, urgency: int = 0) -> None:
        await self.limiter.turn(str(chat), urgency)
        now = asyncio.get_running_loop().time()
        try:
            self.rules.flood(chat, now)
        except Refused:
            self.refused += 1
        self.sent.append((now, chat, number))


def counted(scenario: Any) -> Counter:
    """Run a scenario with a fresh counter, and give the counter."""

    async def run() -> Counter:
        counter = Counter(Limiter())
        await scenario(counter)
        return counter

    return run_quickly(run())


async def together(*waiting: Coroutine[Any, Any, None]) -> None:
    """Do several things at once."""
    await asyncio.gather(*waiting)


def test_a_burst_to_one_chat_comes_in_order_and_is_never_refused() -> None:
    async def burst(counter: Counter) -> None:
        for number in range(12):
            await counter.send(1, number)

    counter = counted(burst)
    assert [number for _, _, number in counter.sent] == list(range(12))
    assert counter.refused == 0
    assert counter.sent[-1][0] == pytest.approx(9.5, abs=0.1)


def test_thirty_a_second_for_five_minutes_over_two_thousand_chats_are_never_refused() -> None:
    async def notices(counter: Counter) -> None:
        for start in range(0, 9_000, 1_800):
            await together(*(counter.send(1 + n % 2_000) for n in range(start, start + 1_800)))

    counter = counted(notices)
    assert counter.refused == 0
    assert len(counter.sent) == 9_000
    assert counter.sent[-1][0] <= 300


def test_a_flooded_chat_keeps_no_other_waiting() -> None:
    async def flood(counter: Counter) -> None:
        async def flooded() -> None:
            for number in range(30):
                await counter.send(1, number)

        async def other() -> None:
            await asyncio.sleep(3)
            await counter.send(2)

        await together(flooded(), other())

    counter = counted(flood)
    (at,) = (at for at, chat, _ in counter.sent if chat == 2)
    assert at - 3 < 0.1


def test_an_answer_goes_before_notices_that_wait() -> None:
    async def crowd(counter: Counter) -> None:
        async def answer() -> None:
            await asyncio.sleep(1)
            await counter.send(5_000, urgency=0)

        notices = (counter.send(n, urgency=2) for n in range(1, 200))
        await together(*notices, answer())

    counter = counted(crowd)
    (at,) = (at for at, chat, _ in counter.sent if chat == 5_000)
    assert at - 1 < 0.1
    assert counter.refused == 0


def test_a_pause_of_one_chat_is_its_own() -> None:
    async def paused(counter: Counter) -> None:
        counter.limiter.pause("1", 7)
        await together(counter.send(1), counter.send(2))

    counter = counted(paused)
    assert {chat: round(at) for at, chat, _ in counter.sent} == {1: 7, 2: 0}


@pytest.mark.parametrize("chats", [[None], ["11", "12", "13"]])
def test_a_pause_that_is_about_no_chat_or_about_several_holds_everybody(
    chats: list[str | None],
) -> None:
    async def paused(counter: Counter) -> None:
        for chat in chats:
            counter.limiter.pause(chat, 4)
        await counter.send(2)

    assert counted(paused).sent[0][0] == pytest.approx(4, abs=0.01)


def test_who_stops_waiting_takes_no_turn() -> None:
    async def impatient(counter: Counter) -> None:
        crowd = [asyncio.ensure_future(counter.send(n)) for n in range(1, 40)]
        await asyncio.sleep(0.01)
        for waiting in crowd[20:]:
            waiting.cancel()
        await asyncio.sleep(1)
        await counter.send(100)
        await asyncio.gather(*crowd, return_exceptions=True)

    counter = counted(impatient)
    assert len(counter.sent) == 21
    assert counter.sent[-1][0] == pytest.approx(1.01, abs=0.02)


def test_what_can_wait_leaves_room_for_the_next_answer() -> None:
    async def strips(counter: Counter) -> None:
        async def strip() -> None:
            await counter.limiter.turn("1", 9, spare=0.5)
            counter.sent.append((asyncio.get_running_loop().time(), 1, -1))

        await counter.send(1)
        await counter.send(1)
        await together(strip(), counter.send(1))

    *_, (answered, _, _), (stripped, _, _) = counted(strips).sent
    assert answered == pytest.approx(0.5)
    assert stripped == pytest.approx(2)


def test_chats_that_rest_are_forgotten() -> None:
    async def many(counter: Counter) -> None:
        for start in range(0, 7_000, 1_000):
            await together(*(counter.send(n) for n in range(start + 1, start + 1_001)))

    assert len(counted(many).limiter._chats) < 6_000
