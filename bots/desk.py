"""Where a channel's work is done: the inbox worked off, the outbox sent, old messages deleted.

What arrives is in the store before the desk hears of it, and an answer and the state of the talk
are stored in one transaction; so a death at any moment loses nothing, and what was answered
half is answered again. The desk knows no channel: it is given one.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from bots.channel import Channel
from bots.effects import Alert, Tell, outgoing
from bots.events import Blocked, Event, NotAnEvent, Pressed, Who, event_from
from bots.keeping_quiet import whereabouts
from bots.rota import Rota
from bots.sending import PLACES, Sending, tidy
from bots.sitting import Answer
from bots.talk import Talk, talk_from, talk_json
from mailbox_store.chats import ChatStore, Deed
from mailbox_store.model.chat import Address, ChatState
from mailbox_store.model.chat_post import Received
from mailbox_store.model.errors import StoreError
from mailbox_store.model.event import EventName
from mailbox_store.repository import Repository

ANSWERING = 64  # chats answered at once
DRAINING = 8.0  # seconds that a stop waits for what is under way
_PATIENCE = 1.5  # seconds that a pressed button may wait for an answer before it is let go
_MOST_ATTEMPTS = 3  # of an event on which the conversation breaks
_TIDY_EVERY = timedelta(seconds=5)
_OTHERS_EVERY = 0.2  # seconds at the least between two looks at what other processes did
_SHORT = 0.05  # seconds between two looks at whether all is done

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An event of a chat, with all that it takes to answer it."""

    event: Event
    who: Who
    talk: Talk
    received: Received


Reply = Callable[[Asked], Awaitable[Answer]]
Apologise = Callable[[Asked], str]


class Desk:
    """Works for one channel until it is told to stop."""

    def __init__(
        self,
        *,
        repository: Repository,
        channel: Channel,
        reply: Reply,
        apologise: Apologise,
        now: Callable[[], datetime],
    ) -> None:
        """Take what answers (`reply`), and what is said where that breaks (`apologise`)."""
        self._repository, self._channel, self._now = repository, channel, now
        self._store: ChatStore = repository.chats
        self._reply, self._apologise = reply, apologise
        self._sending = Sending(self._store, channel, now)
        self._courtesies: set[asyncio.Task[None]] = set()
        self._answers = Rota(ANSWERING, self._find, self._answer)
        self._sends = Rota(PLACES, self._sending.find, self._sending.send)

    def ring(self) -> None:
        """Say that something was received."""
        self._answers.ring()

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop`, then for at most eight seconds more; the rest stays in the store."""
        await self._store.requeue_interrupted(self._channel.name)
        async with asyncio.TaskGroup() as tasks:
            work = [
                tasks.create_task(self._answers.run()),
                tasks.create_task(self._sends.run()),
                tasks.create_task(self._listen()),
                tasks.create_task(self._tidy()),
            ]
            await stop.wait()
            with suppress(TimeoutError):
                async with asyncio.timeout(DRAINING):
                    await self._drained()
            for task in work:
                task.cancel()
        for courtesy in self._courtesies:
            courtesy.cancel()
        await asyncio.gather(*self._courtesies, return_exceptions=True)

    async def _drained(self) -> None:
        while not (self._answers.is_idle and self._sends.is_idle):  # noqa: ASYNC110 - two to ask
            await asyncio.sleep(_SHORT)

    async def _find(self, busy: frozenset[Address], limit: int) -> tuple[Received, ...]:
        return await self._store.next_received(self._channel.name, busy=busy, limit=limit)

    async def _answer(self, received: Received) -> None:
        try:
            event, who = event_from(received.update)
        except NotAnEvent:
            await self._store.answered(received.id, "", (), self._now())
            log.warning("event %s was not understood and is left", received.id)
            return
        if isinstance(event, Blocked):
            await self._end_links(received.address)
        talk = talk_from(await self._store.talk(received.address))
        asked = Asked(event=event, who=who, talk=talk, received=received)
        answer = await self._patiently(asked)
        rows = outgoing(
            [effect for effect in answer.effects if not _is_courtesy(effect)],
            received.address,
            dedupe=f"{self._channel.name}:{received.id}",
        )
        await self._store.answered(received.id, talk_json(answer.talk), rows, self._now())
        self._sends.ring()
        for effect in answer.effects:
            if isinstance(effect, Alert) and _is_courtesy(effect):
                self._stop_waiting(effect.query)

    async def _end_links(self, address: Address) -> None:
        """End what links a chat whose person wants no more messages; the terminal shows it."""
        for chat in await self._store.chats_at(address):
            deed = Deed(EventName.CHAT_BLOCKED, chat.actor, self._now())
            await self._store.end(chat.mailbox, chat.key, ChatState.BLOCKED, deed)

    async def _patiently(self, asked: Asked) -> Answer:
        """Answer; a button pressed is let go before the person thinks that nothing happens."""
        timer = None
        if isinstance(asked.event, Pressed):
            query = asked.event.query
            timer = asyncio.get_running_loop().call_later(_PATIENCE, self._stop_waiting, query)
        try:
            return await self._reply(asked)
        except StoreError:
            raise  # it is tried again when the store is well
        except Exception as error:
            log.error("event %s: %s", asked.received.id, whereabouts(error))  # noqa: TRY400
            if asked.received.attempts < _MOST_ATTEMPTS:
                raise
            return self._apology(asked)
        finally:
            if timer is not None:
                timer.cancel()

    def _apology(self, asked: Asked) -> Answer:
        told = Tell(text=self._apologise(asked))
        if isinstance(asked.event, Pressed):
            return Answer(effects=(Alert(query=asked.event.query), told), talk=asked.talk)
        return Answer(effects=(told,), talk=asked.talk)

    def _stop_waiting(self, query: str) -> None:
        courtesy = asyncio.ensure_future(self._channel.stop_waiting(query))
        self._courtesies.add(courtesy)
        courtesy.add_done_callback(self._courtesies.discard)

    async def _listen(self) -> None:
        """Hear of rows that others put into the outbox: the terminal, the notices."""
        async with self._repository.changes() as changes:
            async for _ in changes:
                self._answers.ring()
                self._sends.ring()
                await asyncio.sleep(_OTHERS_EVERY)

    async def _tidy(self) -> None:
        while True:
            try:
                await tidy(self._store, self._channel, self._now, every=_TIDY_EVERY)
            except StoreError as error:
                log.warning("messages are deleted later: %s", type(error).__name__)
                await asyncio.sleep(_TIDY_EVERY.total_seconds())


def _is_courtesy(effect: object) -> bool:
    """Tell whether an effect only stops a button's waiting: that need not survive a death."""
    return isinstance(effect, Alert) and not effect.text
