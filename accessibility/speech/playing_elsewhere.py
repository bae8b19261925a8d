"""The way out for an engine that plays by itself: only its time and its turn are ours."""

from accessibility.speech.orders import Orders
from accessibility.speech.troubles import SpeechTrouble, TroubleCode
from accessibility.speech.turns import Turn


class PlayingElsewhere:
    """Takes the place of `Playing` where no sound comes through here.

    Such an engine asks by writing nothing whether it may go on. A pause ends it, as it knows none,
    and the sentence is spoken again from its start.
    """

    def __init__(self, orders: Orders, turn: Turn) -> None:
        self._orders = orders
        self._turn = turn
        self._key_press = (-1, 0)

    def write(self, pcm: bytes, generation: int) -> bool:
        """Tell whether to go on. Raises `SpeechTrouble` when another one speaks."""
        if self._orders.is_paused or not self._orders.wait(generation, 0):
            return False
        key_press = self._orders.key_press
        if key_press != self._key_press:
            self._turn.take()
            self._key_press = key_press
        elif self._turn.is_lost():
            raise SpeechTrouble(TroubleCode.TAKEN_OVER)
        return True

    def silence(self, seconds: float, generation: int) -> bool:
        """Let the pause pass."""
        return self._orders.wait(generation, seconds)

    def play_out(self, generation: int) -> None:
        """Do nothing: the engine returns when all is heard."""

    def drop(self) -> None:
        """Do nothing: the engine is stopped by itself."""

    def rest(self) -> None:
        """Do nothing."""
