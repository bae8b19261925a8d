"""Sound on its way out: written a little before it is heard, so that a stop is heard at once."""

import threading
import time

from accessibility.speech.orders import Orders
from accessibility.speech.sinks import Sink
from accessibility.speech.troubles import SpeechTrouble, TroubleCode
from accessibility.speech.turns import Turn

LEAD = 0.06  # seconds written before they are heard: three pieces
_SAMPLE = 2  # bytes
_PIECE = 0.025  # seconds at most: espeak-ng's are shorter
_RETRY = 0.005  # seconds until a full pipe is tried again
_MOST_TRIES = 600  # 3 seconds in which a player takes nothing


class Playing:
    """The one way out of the worker.

    `write` is called by the speaking thread, `drop` by the listening one. A piece is written with
    its generation checked under the same lock, so nothing of a stopped letter follows its stop.
    """

    def __init__(
        self, orders: Orders, sink: Sink, turn: Turn, *, sample_rate: int, is_paced: bool
    ) -> None:
        self._orders = orders
        self._sink = sink
        self._turn = turn
        self._is_paced = is_paced
        self._bytes_a_second = sample_rate * _SAMPLE
        self._piece = round(sample_rate * _PIECE) * _SAMPLE
        self._lock = threading.Lock()
        self._heard_until = 0.0  # when what is written has been heard
        self._key_press = (-1, 0)  # whose sound was written last

    def write(self, pcm: bytes, generation: int) -> bool:
        """Write sound when its time has come; False when it is not wanted any more.

        An engine that is slow to begin writes nothing now and then, to learn that. Raises
        `SpeechTrouble`.
        """
        if not pcm:
            return self._orders.wait(generation, 0)
        for start in range(0, len(pcm), self._piece):
            if not self._write_piece(pcm[start : start + self._piece], generation):
                return False
        return True

    def silence(self, seconds: float, generation: int) -> bool:
        """Write silence, as the player must not run dry between two sentences."""
        return self.write(
            b"\0" * _SAMPLE * round(seconds * self._bytes_a_second / _SAMPLE), generation
        )

    def play_out(self, generation: int) -> None:
        """Wait until all is heard, or not wanted. Raises `SpeechTrouble` if it cannot be."""
        self._orders.wait(generation, self._heard_until - time.monotonic())
        with self._lock:
            self._sink.check()

    def drop(self) -> None:
        """Be silent now."""
        with self._lock:
            self._sink.drop()
            self._heard_until = 0.0

    def rest(self) -> None:
        """Let go of the sound card until there is more to say. Raises `SpeechTrouble`."""
        with self._lock:
            self._sink.close()

    def _write_piece(self, pcm: bytes, generation: int) -> bool:
        for _ in range(_MOST_TRIES):
            if not self._orders.wait(generation, self._early()):
                return False
            if self._is_written(pcm, generation):
                return True
            self._orders.wait(generation, _RETRY)
        raise SpeechTrouble(TroubleCode.SOUND_STUCK)

    def _is_written(self, pcm: bytes, generation: int) -> bool:
        with self._lock:
            if not self._orders.is_current(generation):
                return False
            self._keep_turn()
            if not self._sink.write(pcm):
                return False
            if self._is_paced:
                start = max(self._heard_until, time.monotonic())
                self._heard_until = start + len(pcm) / self._bytes_a_second
            return True

    def _early(self) -> float:
        """Seconds until the next piece is to be written."""
        return self._heard_until - LEAD - time.monotonic()

    def _keep_turn(self) -> None:
        key_press = self._orders.key_press
        if key_press != self._key_press:
            self._turn.take()
            self._key_press = key_press
        elif self._turn.is_lost():
            raise SpeechTrouble(TroubleCode.TAKEN_OVER)
