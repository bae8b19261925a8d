"""Letters read aloud for a face: what its keys ask, and what it is told. Never waits, never raises.

The engine and the player are in a worker process, started by the first sentence. A few sentences
are sent ahead; the others stay here, so a long letter starts as soon as a short one.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from enum import StrEnum

from accessibility.speech import worker_lines as lines
from accessibility.speech.deadline import Deadline
from accessibility.speech.orders import Ordered
from accessibility.speech.outputs import choose_output
from accessibility.speech.script import Script
from accessibility.speech.sentence import Sentence
from accessibility.speech.settings import FASTEST, SLOWEST, SpeechSettings
from accessibility.speech.telling import Telling, Told, ToldKind
from accessibility.speech.troubles import SpeechTrouble, TroubleCode
from accessibility.speech.turns import turns_folder
from accessibility.speech.worker_process import WorkerProcess, start_worker

_AHEAD = 4  # sentences sent before they are spoken
_LONGEST_SILENCE = 15.0  # seconds until a sentence begins; piper loads its voice in 1 to 5
_LONGEST_STOP = 1.0  # seconds until the worker says that it is silent; it takes 1 ms


class State(StrEnum):
    """What the voice does."""

    SILENT = "silent"
    SPEAKING = "speaking"
    PAUSED = "paused"


class Speaker:
    """One face's voice. Make it and use it in an event loop; `close` it there.

    Its methods return at once. What comes of them is told in `told()`.
    """

    def __init__(
        self, settings: SpeechSettings, environment: Mapping[str, str], *, stdout: int = 1
    ) -> None:
        """Prepare it; nothing is started. `stdout`: where the output "stdout" goes."""
        self._settings = settings
        self._environment = environment
        self._stdout = stdout
        self._telling = Telling()
        self._script = Script(())
        self._state = State.SILENT
        self._position: int | None = None
        self._generation = 0
        self._sent = 0  # the next sentence to send
        self._restarts_left = 1
        self._unsent: list[bytes] = []  # lines for a worker that is starting
        self._process: WorkerProcess | None = None
        self._serving: asyncio.Task[None] | None = None  # ends in `close`
        # A worker that has not answered by then is killed; `_mend` does the rest.
        self._begin_by = Deadline(_LONGEST_SILENCE, self._kill)
        self._stop_by = Deadline(_LONGEST_STOP, self._kill)

    @property
    def position(self) -> int | None:
        """The sentence that is spoken, or was last; None before the first."""
        return self._position

    @property
    def state(self) -> State:
        """What the voice does now."""
        return self._state

    @property
    def rate(self) -> int:
        """Words a minute."""
        return self._settings.rate

    def told(self) -> AsyncIterator[Told]:
        """Give what happens, until `close`; for one listener."""
        return self._telling.events()

    def speak(self, sentences: Iterable[Sentence], *, start: int = 0) -> None:
        """Speak sentences from one of them on, in place of what is spoken.

        A generator is asked for each sentence a little before it is spoken, in the event loop.
        """
        self._script = Script(sentences)
        self._restarts_left = 1
        self._begin(start)

    def stop(self) -> None:
        """Be silent. The position stays."""
        if self._state is State.SILENT:
            return
        self._fall_silent()
        self._generation += 1
        self._send(lines.line_of("stop", generation=self._generation))
        if self._process is not None:
            self._stop_by.begin_once()

    def pause(self) -> None:
        """Hold the voice in the middle of a word."""
        if self._state is State.SPEAKING:
            self._state = State.PAUSED
            self._begin_by.end()
            self._send(lines.line_of("pause"))

    def resume(self) -> None:
        """Go on after `pause`."""
        if self._state is State.PAUSED:
            self._state = State.SPEAKING
            self._send(lines.line_of("resume"))

    def set_rate(self, words_a_minute: int) -> int:
        """Speak so fast from the next sentence on; give the rate, which is from 80 to 450."""
        rate = min(max(words_a_minute, SLOWEST), FASTEST)
        self._settings = replace(self._settings, rate=rate)
        self._send(lines.line_of("rate", words_a_minute=rate))
        return rate

    async def close(self) -> None:
        """Be silent and end the worker; may be called twice.

        Raises what a generator of sentences raised while it was asked for more.
        """
        self._fall_silent()
        self._stop_by.end()
        serving, self._serving = self._serving, None
        if serving is not None:
            serving.cancel()
            with suppress(asyncio.CancelledError):
                await serving
        self._telling.end()

    def _begin(self, index: int) -> None:
        """Speak from a sentence on; what was spoken is void."""
        if self._script.at(index) is None:
            self.stop()
            self._tell(ToldKind.ENDED)
            return
        self._generation += 1
        self._position, self._sent = index, index
        self._state = State.SPEAKING
        self._unsent.clear()
        self._begin_by.begin()
        self._send_ahead()
        if self._serving is None or self._serving.done():
            self._serving = asyncio.get_running_loop().create_task(self._serve())

    def _send_ahead(self) -> None:
        """Send what is to be spoken soon."""
        reach = (self._position or 0) + _AHEAD
        while self._sent < reach and (sentence := self._script.at(self._sent)) is not None:
            ordered = Ordered(
                generation=self._generation,
                index=self._sent,
                is_last=self._script.at(self._sent + 1) is None,
                sentence=sentence,
            )
            self._sent += 1
            self._send(lines.speak_line(ordered))

    def _send(self, line: bytes) -> None:
        if self._process is not None:
            self._process.send(line)
        elif self._state is not State.SILENT:
            self._unsent.append(line)

    async def _serve(self) -> None:
        try:
            await self._keep_a_worker()
        finally:
            if self._state is not State.SILENT:  # the sentences' generator broke: `close` raises it
                self._fall_silent()
                self._telling.end()

    async def _keep_a_worker(self) -> None:
        """Keep a worker while there is something to speak."""
        while self._state is not State.SILENT:
            try:
                output = choose_output(self._settings, self._environment, self._stdout)
                keep_open = (self._stdout,) if output.name == "stdout" else ()
                process = await start_worker(self._environment, keep_open)
            except SpeechTrouble as trouble:
                self._fail(trouble)
                return
            except OSError:
                self._fail(SpeechTrouble(TroubleCode.WORKER_DIED))
                return
            folder = str(turns_folder(self._environment))
            process.send(lines.open_line(self._settings, output, self._stdout, folder))
            if await self._serve_with(process):
                self._mend()

    async def _serve_with(self, process: WorkerProcess) -> bool:
        """Serve until the worker is gone; tell whether it was needed still."""
        unsent, self._unsent = self._unsent, []
        for line in unsent:
            process.send(line)
        self._process = process
        try:
            async for told in process.lines():
                self._hear(told)
            return self._state is not State.SILENT
        finally:
            self._process = None
            self._stop_by.end()
            await process.end()

    def _mend(self) -> None:
        """The worker is gone: speak the sentence again with another one, once in a reading."""
        if not self._restarts_left:
            self._fail(SpeechTrouble(TroubleCode.WORKER_DIED))
            return
        self._restarts_left -= 1
        was_paused = self._state is State.PAUSED
        self._tell(ToldKind.RESTARTED)
        self._begin(self._position or 0)
        if was_paused:
            self.pause()
            # Before the sentences: not even the first of their sound is to be heard.
            pause = self._unsent.pop()
            self._unsent[:0] = [lines.line_of("stop", generation=self._generation), pause]

    def _hear(self, line: lines.Line) -> None:
        what, generation = line.get("what"), lines.number(line, "generation")
        if what == "silent":
            self._stop_by.end()
        if what == "trouble" and generation in (-1, self._generation):
            self._fail(lines.trouble_of(line))
        if generation != self._generation or self._state is State.SILENT:
            return
        index = lines.number(line, "index")
        if what == "begun":
            self._begin_by.end()
            self._position = index
            self._tell(ToldKind.BEGUN)
            self._send_ahead()
        elif what == "finished":
            self._tell(ToldKind.FINISHED, index=index)
            if self._script.at(index + 1) is None:
                self._fall_silent()
                self._tell(ToldKind.ENDED)

    def _fail(self, trouble: SpeechTrouble) -> None:
        self._fall_silent()
        self._tell(ToldKind.TROUBLE, trouble)

    def _fall_silent(self) -> None:
        self._state = State.SILENT
        self._unsent.clear()
        self._begin_by.end()

    def _tell(
        self, kind: ToldKind, trouble: SpeechTrouble | None = None, *, index: int | None = None
    ) -> None:
        at = (self._position or 0) if index is None else index
        self._telling.tell(Told(kind=kind, index=at, trouble=trouble))

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
