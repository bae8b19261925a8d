"""Sentences as sound for a file, as fast as the engine can: a child process holds the engine."""

import subprocess
import threading
from collections.abc import Mapping
from contextlib import suppress
from types import TracebackType
from typing import IO, Self

from accessibility.speech import synthesis_frames as frames
from accessibility.speech.sentence import Sentence
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.starting import command_for
from accessibility.speech.troubles import SpeechTrouble, TroubleCode

_SAMPLE = 2  # bytes
_LONGEST = 60.0  # seconds for one sentence; espeak-ng takes 5 ms, piper half of what it speaks


class Synthesis:
    """An engine that speaks into files; a context manager.

    It blocks: call it in a thread (`asyncio.to_thread`). One sentence at a time, from any thread.
    What the engine is called and how fast it speaks is in the settings; `output` is not used.
    """

    def __init__(self, settings: SpeechSettings, environment: Mapping[str, str]) -> None:
        """Prepare it; nothing is started before `with`."""
        self._settings = settings
        self._environment = dict(environment)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._sample_rate = 0

    @property
    def sample_rate(self) -> int:
        """Samples a second: 22,050 for espeak-ng; known inside the `with`."""
        return self._sample_rate

    def __enter__(self) -> Self:
        """Start the engine. Raises `SpeechTrouble`."""
        with self._lock:
            self._start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def pcm(self, sentence: Sentence) -> bytes:
        """Give the sound of a sentence and the silence of its pause: 16-bit mono PCM.

        Samples are signed, in this machine's byte order. Raises `SpeechTrouble`; after one, the
        next sentence may be asked for: an engine that died or hung is started again.
        """
        with self._lock:
            process = self._process or self._start()
            pcm = self._exchange(process, sentence)
        return pcm + b"\0" * _SAMPLE * round(sentence.pause * self._sample_rate)

    def _exchange(self, process: "subprocess.Popen[bytes]", sentence: Sentence) -> bytes:
        asking, answering = _pipes(process)
        with _Deadline(process) as deadline:
            try:
                asking.write(frames.sentence_line(sentence))
                asking.flush()
                return frames.read_pcm(answering.read)
            except (OSError, EOFError) as error:
                self._end()
                raise deadline.trouble() from error

    def _start(self) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(  # noqa: S603 - our own Python, our own module
            command_for("accessibility.speech.synthesis_worker"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self._environment,
        )
        self._process = process
        asking, answering = _pipes(process)
        with _Deadline(process) as deadline:
            try:
                asking.write(frames.settings_line(self._settings))
                asking.flush()
                self._sample_rate = frames.read_rate(answering.read)
            except (OSError, EOFError) as error:
                self._end()
                raise deadline.trouble() from error
            except SpeechTrouble:
                self._end()
                raise
        return process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        with suppress(OSError):
            process.communicate()  # closes the pipes and collects the process


class _Deadline:
    """Kills a process that takes too long, so that reading from it ends."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._is_late = False
        self._process = process
        self._clock = threading.Timer(_LONGEST, self._kill)
        self._clock.daemon = True

    def __enter__(self) -> Self:
        self._clock.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._clock.cancel()
        self._clock.join()  # it must not kill a number that is another's by then

    def trouble(self) -> SpeechTrouble:
        """Say why the process is gone."""
        code = TroubleCode.WORKER_HUNG if self._is_late else TroubleCode.WORKER_DIED
        return SpeechTrouble(code)

    def _kill(self) -> None:
        self._is_late = True
        self._process.kill()


def _pipes(process: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise BrokenPipeError
    return process.stdin, process.stdout
