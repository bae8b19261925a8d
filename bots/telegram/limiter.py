"""How fast we may send: about one message a second in a chat, and thirty in all.

Telegram publishes no algorithm, so we stay on the safe side of what it tells: a small burst for
each chat, a small burst in all, and a pause when it says 429. A 429 does not say what was too
much; the chat it was about waits, and if several chats are told so at once, everybody does.
A chat's turn is never given twice at a time by the desk, so turns come in the order asked for.
"""

import asyncio
import heapq
from itertools import count

CHAT_RATE = 1.0  # messages a second
CHAT_BURST = 2.5  # half a message less than what is let through: the network bunches up
OVERALL_RATE = 30.0
OVERALL_BURST = 20.0  # of the 30 in a second: what bunches up by a third of one still fits
_NOTHING = 1e-9
_SUSPICION = 2.0  # seconds in which 429s of several chats count as one of all
_SUSPECTS = 3  # chats
_MOST_REMEMBERED = 5_000  # chats; those that rest are forgotten then


class Bucket:
    """Tokens that grow back with time."""

    __slots__ = ("_at", "_burst", "_rate", "_tokens")

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self._rate, self._burst, self._tokens, self._at = rate, burst, burst, now

    def wait(self, now: float, spare: float = 0.0) -> float:
        """Give the seconds until there is a token, and `spare` beside it; 0 if there is."""
        self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate)
        self._at = now
        missing = 1 + spare - self._tokens
        # a rounding error must not make a sleeper wake a moment too early for ever
        return 0.0 if missing <= _NOTHING else missing / self._rate

    def take(self) -> None:
        """Take one token, which has to be there."""
        self._tokens -= 1

    def is_full(self, now: float) -> bool:
        """Tell whether it was left alone for long enough to be as good as new."""
        self.wait(now)
        return self._tokens >= self._burst


class Limiter:
    """Gives turns to send. Runs on the time of the running loop."""

    def __init__(
        self, *, overall_rate: float = OVERALL_RATE, overall_burst: float = OVERALL_BURST
    ) -> None:
        """Start rested; the rates are arguments for who measures."""
        self._overall = Bucket(overall_rate, overall_burst, 0.0)
        self._chats: dict[str, Bucket] = {}
        self._paused: dict[str, float] = {}
        self._all_paused = 0.0
        self._suspects: dict[str, float] = {}
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._order = count()
        self._timer: asyncio.TimerHandle | None = None

    async def turn(self, chat: str, urgency: int, *, spare: float = 0.0) -> None:
        """Wait until a message to `chat` may be sent; of those who wait, the most urgent first.

        With `spare` it waits until so much of the chat's burst would be left for who comes next.
        """
        loop = asyncio.get_running_loop()
        while (wait := self._chat_wait(chat, loop.time(), spare)) > 0:  # noqa: ASYNC110 - time it is
            await asyncio.sleep(wait)
        self._chats[chat].take()
        turn = loop.create_future()
        heapq.heappush(self._waiting, (urgency, next(self._order), turn))
        self._pump()
        await turn

    def pause(self, chat: str | None, seconds: float) -> None:
        """Keep a chat waiting, or everybody, because Telegram said 429."""
        now = asyncio.get_running_loop().time()
        if chat is not None:
            self._paused[chat] = max(self._paused.get(chat, 0.0), now + seconds)
            self._suspects[chat] = now
            self._suspects = {c: t for c, t in self._suspects.items() if now - t < _SUSPICION}
        if chat is None or len(self._suspects) >= _SUSPECTS:
            self._all_paused = max(self._all_paused, now + seconds)

    def _chat_wait(self, chat: str, now: float, spare: float) -> float:
        if chat not in self._chats:
            if len(self._chats) >= _MOST_REMEMBERED:
                self._forget_rested(now)
            self._chats[chat] = Bucket(CHAT_RATE, CHAT_BURST, now)
        paused = self._paused.get(chat, 0.0) - now
        if paused <= 0:
            self._paused.pop(chat, None)
        return max(self._chats[chat].wait(now, spare), paused)

    def _forget_rested(self, now: float) -> None:
        self._chats = {c: b for c, b in self._chats.items() if not b.is_full(now)}

    def _pump(self) -> None:
        """Give turns while there are tokens; come back when there is the next."""
        loop = asyncio.get_running_loop()
        while self._waiting:
            if self._waiting[0][2].done():  # who waited has gone
                heapq.heappop(self._waiting)
                continue
            now = loop.time()
            wait = max(self._overall.wait(now), self._all_paused - now)
            if wait > 0:
                self._come_back(loop, wait)
                return
            self._overall.take()
            heapq.heappop(self._waiting)[2].set_result(None)

    def _come_back(self, loop: asyncio.AbstractEventLoop, wait: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = loop.call_later(wait, self._pump)
