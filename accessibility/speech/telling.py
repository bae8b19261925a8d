"""What a speaker tells its face, one after the other, without ever waiting for it."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass
from enum import StrEnum

from accessibility.speech.troubles import SpeechTrouble

_MOST = 1000  # a face that does not listen loses the oldest


class ToldKind(StrEnum):
    """What happened."""

    BEGUN = "begun"  # a sentence is heard, within 0.1 s
    FINISHED = "finished"  # a sentence and its pause
    ENDED = "ended"  # the last sentence was heard
    RESTARTED = "restarted"  # the engine broke; the sentence is spoken again
    TROUBLE = "trouble"  # nothing is heard any more; `trouble` says why


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event; `index` is the sentence it is about."""

    kind: ToldKind
    index: int
    trouble: SpeechTrouble | None = None


class Telling:
    """The events on their way to the face."""

    def __init__(self) -> None:
        self._waiting: deque[Told] = deque(maxlen=_MOST)
        self._changed = asyncio.Event()
        self._is_over = False

    def tell(self, told: Told) -> None:
        """Put an event in."""
        self._waiting.append(told)
        self._changed.set()

    def end(self) -> None:
        """Tell nothing more."""
        self._is_over = True
        self._changed.set()

    async def events(self) -> AsyncIterator[Told]:
        """Give each event once, until the end."""
        while True:
            while self._waiting:
                yield self._waiting.popleft()
            if self._is_over:
                return
            self._changed.clear()
            await self._changed.wait()
