"""The process that speaks: it alone loads an engine, and it alone starts a player.

One thread listens to the face and silences the player at once; the main thread speaks. When the
face is gone, its pipe ends, and so does this process, with its player.
"""

import os
import select
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from accessibility.speech import worker_lines as lines
from accessibility.speech.engines import open_voicing
from accessibility.speech.orders import Ordered, Orders
from accessibility.speech.outputs import ChosenOutput, player_command
from accessibility.speech.playing import Playing
from accessibility.speech.playing_elsewhere import PlayingElsewhere
from accessibility.speech.sinks import NullSink, PlayerSink, Sink, StreamSink
from accessibility.speech.starting import keep_no_core
from accessibility.speech.troubles import SpeechTrouble
from accessibility.speech.turns import Turn

_IDLE = 1.5  # seconds without a sentence, after which the sound card is let go of
_HUNG = 10.0  # seconds without a sign of life from the engine
_LOOK = 1.0  # seconds between two looks at it
_ALL = -1  # the generation of what concerns them all
_PIECE = 1 << 16  # bytes


class Worker:
    """Engine, way out and orders of one face."""

    def __init__(self, told: lines.Line, tell_to: int) -> None:
        """Open the engine. Raises `SpeechTrouble`."""
        settings, output, stdout, folder = lines.opened(told)
        self._tell_to = tell_to
        self._telling = threading.Lock()
        self._orders = Orders()
        self._now: Ordered | None = None  # what is spoken
        self._has_begun = False
        turn = Turn(Path(folder))
        self._voicing, sample_rate = open_voicing(settings, self._write)
        self._plays_itself = not sample_rate
        # pyttsx3's own drivers give no sign of life within a sentence, and never ask to go on.
        self._asks = settings.engine_or_default not in ("system", "dummy")
        self._out: Playing | PlayingElsewhere = (
            Playing(
                self._orders,
                _sink(output, stdout, sample_rate),
                turn,
                sample_rate=sample_rate,
                is_paced=output.is_paced,
            )
            if sample_rate
            else PlayingElsewhere(self._orders, turn)
        )

    def listen(self, told: Iterator[lines.Line | None]) -> None:
        """Follow the face until it is gone; None is a moment in which it said nothing."""
        for line in told:
            if line is None:
                if self._asks and self._orders.is_hung(_HUNG):
                    break  # the face sees us die, and starts another
                continue
            self._follow(line)
        is_idle = self._orders.is_idle
        self._orders.end()
        with suppress(SpeechTrouble):
            # What was spoken to its end is heard to its end; a key that leaves is silence at once.
            self._out.rest() if is_idle else self._out.drop()
        os._exit(0)  # the speaking thread may be in C, and never come back

    def speak(self) -> None:
        """Speak what is ordered, for ever."""
        while not self._orders.is_over:
            ordered = self._orders.next_sentence(_IDLE)
            generation = ordered.generation if ordered else self._orders.key_press[0]
            try:
                if ordered:
                    self._speak(ordered)
                else:
                    self._out.rest()
            except SpeechTrouble as trouble:
                self._out.drop()
                if self._orders.is_current(generation):
                    self._orders.forget(generation)
                    self.tell(lines.trouble_line(trouble, generation))

    def tell(self, line: bytes) -> None:
        """Tell the face."""
        with self._telling, suppress(OSError):  # it is gone: the other thread sees it
            os.write(self._tell_to, line)

    def _follow(self, line: lines.Line) -> None:
        generation = lines.number(line, "generation")
        is_new = generation > self._orders.key_press[0]
        match line.get("what"):
            case "speak":
                ordered = lines.spoken(line)
                if is_new:
                    self._orders.stop(generation)
                    self._silence()
                self._orders.order(ordered)
            case "stop":
                self._orders.stop(generation)
                self._silence()
                self.tell(lines.line_of("silent", generation=generation))
            case "pause":
                self._orders.pause(is_paused=True)
                self._stop_engine()
            case "resume":
                self._orders.pause(is_paused=False)
            case "rate":
                self._orders.set_rate(lines.number(line, "words_a_minute"))

    def _silence(self) -> None:
        self._out.drop()
        self._stop_engine()

    def _stop_engine(self) -> None:
        """Stop one of pyttsx3's own; ours ask again and again whether they may go on."""
        if not self._asks:
            with suppress(IndexError):  # its queue is emptied by two threads
                self._voicing.stop()

    def _speak(self, ordered: Ordered) -> None:
        self._now, self._has_begun = ordered, False
        rate = self._orders.take_rate()
        if rate is not None:
            self._voicing.set_rate(rate)
        while self._orders.wait(ordered.generation, 0):
            if self._plays_itself:
                self._begin()
            self._voicing.speak(ordered.sentence)
            if not (self._plays_itself and self._orders.is_paused):
                break
        self._begin()  # a sentence without a sound has its turn too
        if not self._out.silence(ordered.sentence.pause, ordered.generation):
            return
        if ordered.is_last:
            self._out.play_out(ordered.generation)
            self._orders.finish()
        self._tell_of("finished", ordered)

    def _write(self, pcm: bytes) -> bool:
        """Take sound from the engine: the sentence begins with the first of it."""
        ordered = self._now
        if ordered is None or not self._out.write(pcm, ordered.generation):
            return False
        if pcm:
            self._begin()
        return True

    def _begin(self) -> None:
        if self._now is not None and not self._has_begun:
            self._has_begun = True
            self._tell_of("begun", self._now)

    def _tell_of(self, what: str, ordered: Ordered) -> None:
        if self._orders.is_current(ordered.generation):
            facts = {"generation": ordered.generation, "index": ordered.index}
            self.tell(lines.line_of(what, **facts))


def _sink(output: ChosenOutput, stdout: int, sample_rate: int) -> Sink:
    match output.name:
        case "stdout":
            return StreamSink(stdout)
        case "null" | "null-fast":
            return NullSink()
        case name:
            return PlayerSink(name, player_command(output, sample_rate))


def _heard(descriptor: int) -> Iterator[lines.Line | None]:
    """Give the face's lines until it is gone, and None now and then."""
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    begun = b""
    while True:
        if not poll.poll(_LOOK * 1000):
            yield None
            continue
        piece = os.read(descriptor, _PIECE)
        if not piece:
            return
        *whole, begun = (begun + piece).split(b"\n")
        yield from map(lines.read_line, whole)


def serve() -> None:
    """Speak for the face at the other end of standard input and output."""
    tell_to = os.dup(1)
    with Path(os.devnull).open("wb") as nothing:
        os.dup2(nothing.fileno(), 1)  # a library that prints must not speak for us
    keep_no_core()
    told = _heard(0)
    first = next((line for line in told if line), None)
    if first is None:
        return
    try:
        worker = Worker(first, tell_to)
    except SpeechTrouble as trouble:
        os.write(tell_to, lines.trouble_line(trouble, _ALL))
        return
    threading.Thread(target=worker.listen, args=(told,), daemon=True).start()
    worker.tell(lines.line_of("ready"))
    worker.speak()


if __name__ == "__main__":
    serve()
