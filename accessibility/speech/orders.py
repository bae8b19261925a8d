"""What the worker has been told to do: one thread listens and writes it, one speaks and reads it.

A generation is one press of a key: a new one makes everything of the older ones void.
"""

import threading
import time
from collections import deque
from dataclasses import dataclass

from accessibility.speech.sentence import Sentence

MOST_WAITING = 8  # sentences; the parent sends 4 ahead


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """A sentence to be spoken: its generation, its place in the letter, whether it is the last."""

    generation: int
    index: int
    is_last: bool
    sentence: Sentence


class Orders:
    """The state between the two threads."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: deque[Ordered] = deque(maxlen=MOST_WAITING)
        self._generation = 0
        self._forgotten = -1
        self._is_paused = False
        self._resumptions = 0
        self._is_over = False
        self._rate: int | None = None
        self._sign_of_life = time.monotonic()
        self._is_working = False

    def order(self, ordered: Ordered) -> None:
        """Take a sentence; one of an older generation is forgotten."""
        with self._changed:
            self._renew(ordered.generation)
            if self.is_current(ordered.generation):
                self._waiting.append(ordered)
                self._changed.notify_all()

    def stop(self, generation: int) -> None:
        """Make void what is older than this generation."""
        with self._changed:
            self._renew(generation)
            self._changed.notify_all()

    def forget(self, generation: int) -> None:
        """Speak nothing more of a generation, nor what is still to come of it."""
        with self._changed:
            self._forgotten = generation
            self._waiting.clear()

    def pause(self, *, is_paused: bool) -> None:
        """Hold the voice, or let it go on."""
        with self._changed:
            self._resumptions += self._is_paused and not is_paused
            self._is_paused = is_paused
            self._changed.notify_all()

    def set_rate(self, words_a_minute: int) -> None:
        """Speak so fast from the next sentence on."""
        with self._changed:
            self._rate = words_a_minute

    def end(self) -> None:
        """End the speaking thread's work."""
        with self._changed:
            self._is_over = True
            self._changed.notify_all()

    def is_hung(self, longest: float) -> bool:
        """Tell whether the speaking thread has given no sign of life for so many seconds."""
        with self._changed:
            is_late = time.monotonic() - self._sign_of_life > longest
            return self._is_working and not self._is_paused and is_late

    def next_sentence(self, idle: float) -> Ordered | None:
        """Wait for a sentence; None after so many seconds without one, or when all is over."""
        with self._changed:
            self._is_working = False
            end = time.monotonic() + idle
            while not self._waiting and not self._is_over:
                left = end - time.monotonic()
                if left <= 0:
                    break
                self._changed.wait(left)
            self._is_working = True
            self._sign_of_life = time.monotonic()
            return self._waiting.popleft() if self._waiting and not self._is_over else None

    def finish(self) -> None:
        """Have spoken the last sentence: what follows is idle, before the face can know it."""
        with self._changed:
            self._is_working = False

    def take_rate(self) -> int | None:
        """Give a rate that was set since it was last asked for."""
        with self._changed:
            rate, self._rate = self._rate, None
            return rate

    @property
    def is_paused(self) -> bool:
        """Whether the voice is held."""
        return self._is_paused

    @property
    def key_press(self) -> tuple[int, int]:
        """What the person pressed last to hear something: a new generation, or a resumption."""
        return self._generation, self._resumptions

    @property
    def is_idle(self) -> bool:
        """Whether all that was ordered has been spoken."""
        return not self._is_working and not self._waiting

    @property
    def is_over(self) -> bool:
        """Whether the worker is to end."""
        return self._is_over

    def is_current(self, generation: int) -> bool:
        """Tell whether a generation is still wanted."""
        is_newest = generation == self._generation != self._forgotten
        return is_newest and not self._is_over

    def wait(self, generation: int, seconds: float) -> bool:
        """Let time pass, and more while paused; False at once when the generation is void."""
        end = time.monotonic() + seconds
        with self._changed:
            while self.is_current(generation):
                self._sign_of_life = now = time.monotonic()
                if self._is_paused:
                    self._changed.wait()
                elif now < end:
                    self._changed.wait(end - now)
                else:
                    return True
            return False

    def _renew(self, generation: int) -> None:
        if generation > self._generation:
            self._generation = generation
            self._waiting.clear()
            self._is_paused = False
