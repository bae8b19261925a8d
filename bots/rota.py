"""One job at a time for each chat, many chats at once: what keeps a chat's order.

Jobs lie in the store; a rota only looks for them when the bell rings, and now and then in case
a ring was lost. Whatever it holds when it is stopped stays in the store as it was.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Generic, Protocol, TypeVar

from bots.keeping_quiet import whereabouts
from mailbox_store.model.chat import Address
from mailbox_store.model.errors import StoreError

_LOOK_ANYWAY = 5.0  # seconds between looks when nothing rings
_STORE_REST = 1.0  # seconds that a store in trouble is left alone

log = logging.getLogger(__name__)


class Job(Protocol):
    """What a rota needs to know of a job."""

    @property
    def address(self) -> Address:
        """The chat it belongs to."""
        ...


T = TypeVar("T", bound=Job)
Find = Callable[[frozenset[Address], int], Awaitable[Sequence[T]]]


class Rota(Generic[T]):
    """Finds jobs and does them; `find` is asked for chats that have none under way."""

    def __init__(self, places: int, find: Find[T], do: Callable[[T], Awaitable[None]]) -> None:
        """Take how many chats may have a job under way at once."""
        self._places, self._find, self._do = places, find, do
        self._busy: set[Address] = set()
        self._bell = asyncio.Event()
        self._is_looking = False

    @property
    def is_idle(self) -> bool:
        """Tell whether nothing is under way, and nothing was found at the last look."""
        return not self._busy and not self._bell.is_set() and not self._is_looking

    def ring(self) -> None:
        """Say that there may be a job."""
        self._bell.set()

    async def run(self) -> None:
        """Find and do jobs until cancelled; what is under way then is cancelled too."""
        async with asyncio.TaskGroup() as tasks:
            self.ring()
            while True:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._bell.wait(), _LOOK_ANYWAY)
                self._is_looking = True
                self._bell.clear()
                for job in await self._found():
                    self._busy.add(job.address)
                    tasks.create_task(self._done(job))
                self._is_looking = False

    async def _found(self) -> Sequence[T]:
        free = self._places - len(self._busy)
        if free <= 0:
            return ()  # the next that ends rings
        try:
            return await self._find(frozenset(self._busy), free)
        except StoreError as error:
            log.warning("the store cannot be asked for work: %s", type(error).__name__)
            await asyncio.sleep(_STORE_REST)
            self.ring()
            return ()

    async def _done(self, job: T) -> None:
        try:
            await self._do(job)
        except Exception as error:  # noqa: BLE001 - the border: one chat's trouble stays with it
            log.error("a job failed: %s", whereabouts(error))  # noqa: TRY400 - no text of letters
            await asyncio.sleep(_STORE_REST)
        finally:
            self._busy.discard(job.address)
            self.ring()
