"""Takes rows out of the outbox and has the channel send them, in order in each chat.

A chat waits while its row is to be tried again: later rows never overtake. A row whose fate is
unknown is sent once or twice more; everything that is sent is harmless twice.
Whatever is under way when the bot is stopped goes back into the store.
"""

import asyncio
import logging
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial

from bots.channel import Channel, SendFailed, SendLater, SendUncertain
from bots.keeping_quiet import whereabouts
from mailbox_store.chats import ChatStore
from mailbox_store.model.chat import Address
from mailbox_store.model.chat_post import ToSend
from mailbox_store.model.errors import StoreError

PLACES = 256  # chats: most of them only wait for their turn
_MOST_REFUSALS = 15  # tries of a row that a reachable channel will not take
_UNCERTAIN_TRIES = 2  # more, after the first
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 60.0  # seconds
_STORE_REST = 1.0  # seconds
_PRUNE_EVERY = 500  # rounds of tidying
_MOST_AT_ONCE = 500  # messages deleted in a round
_GIVEN_UP = "too-often"

log = logging.getLogger(__name__)


class Sending:
    """Sends one channel's rows."""

    def __init__(self, store: ChatStore, channel: Channel, now: Callable[[], datetime]) -> None:
        """Take where the rows lie and who sends them."""
        self._store, self._channel, self._now = store, channel, now
        self._refusals: Counter[int] = Counter()  # of rows, by a channel that is there
        self._doubts: Counter[int] = Counter()  # tries of rows that may have arrived

    async def find(self, busy: frozenset[Address], limit: int) -> Sequence[ToSend]:
        """Claim rows of chats that have none under way."""
        return await self._store.next_to_send(self._channel.name, self._now(), busy, limit)

    async def send(self, row: ToSend) -> None:
        """Try to send one row, and remember how it went.

        One to be tried again goes back into the store, where an unlinked chat's rows are dropped,
        and its chat waits here until its time.
        """
        try:
            pause = await self._try(row)
        except asyncio.CancelledError:
            with suppress(StoreError):  # else it is found as interrupted at the next start
                await asyncio.shield(self._store.retry(row.id, self._now()))
            raise
        if pause is None:
            self._refusals.pop(row.id, None)
            self._doubts.pop(row.id, None)
        else:
            await asyncio.sleep(pause)

    async def _try(self, row: ToSend) -> float | None:
        """Try once; give the seconds until it is to be tried again, None if never."""
        try:
            message = await self._channel.send(row)
        except SendLater as later:
            return await self._later(row, later)
        except SendUncertain:
            self._doubts[row.id] += 1
            if self._doubts[row.id] > _UNCERTAIN_TRIES:
                await self._noted(partial(self._store.unknown, row.id))
                log.warning("row %s may not have arrived", row.id)
                return None
            await self._noted(partial(self._store.retry, row.id, self._now()))
            return _pause(row.attempts)
        except SendFailed as failed:
            await self._give_up(row, failed.why, is_blocked=failed.is_blocked)
            return None
        except Exception as error:  # noqa: BLE001 - the border: such a row must not hold up its chat
            log.error("row %s: %s", row.id, whereabouts(error))  # noqa: TRY400 - no text of letters
            return await self._later(row, SendLater())
        await self._noted(partial(self._store.sent, row.id, message, self._now()))
        return None

    async def _later(self, row: ToSend, later: SendLater) -> float | None:
        self._refusals[row.id] += not later.is_unreachable
        if self._refusals[row.id] > _MOST_REFUSALS:
            await self._give_up(row, _GIVEN_UP)
            return None
        await self._noted(partial(self._store.retry, row.id, self._now()))
        return max(later.seconds, _pause(row.attempts))

    async def _give_up(self, row: ToSend, why: str, *, is_blocked: bool = False) -> None:
        log.warning("row %s (%s) cannot be sent: %s", row.id, row.kind, why)
        reason = "blocked" if is_blocked else why
        await self._noted(partial(self._store.dead, row.id, reason, self._now()))

    async def _noted(self, note: Callable[[], Awaitable[None]]) -> None:
        """Write down how it went, however long the store is in trouble: else it is sent again."""
        while True:
            try:
                await note()
            except StoreError as error:
                log.warning("a row's end is not written down yet: %s", type(error).__name__)
                await asyncio.sleep(_STORE_REST)
            else:
                return


async def tidy(
    store: ChatStore, channel: Channel, now: Callable[[], datetime], *, every: timedelta
) -> None:
    """Delete messages whose time is over, for ever: what was due while we were away comes first.

    And have the store forget what nobody needs any more; a disk that is too full for that still has
    messages deleted.
    """
    rounds = 0
    while True:
        due: dict[Address, list[str]] = {}
        for row in await store.due_deletions(channel.name, now(), _MOST_AT_ONCE):
            due.setdefault(row.address, []).append(row.message_id)
        for address, messages in due.items():
            try:
                await channel.delete(address, messages)
            except (SendLater, SendUncertain):
                continue  # still due at the next round
            except SendFailed as failed:
                log.info("messages cannot be deleted any more: %s", failed.why)
            await store.deleted(address, messages)
        if rounds % _PRUNE_EVERY == 0:
            await store.prune(now())
        rounds += 1
        await asyncio.sleep(every.total_seconds())


def _pause(tries: int) -> float:
    longest = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2.0 ** min(tries - 1, 10))
    return longest * random.uniform(0.5, 1.0)  # noqa: S311 - so that chats do not try in step
