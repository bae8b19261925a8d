"""Where sound goes: a player's pipe, our standard output, or nowhere. Little is ever under way."""

import os
import select
import subprocess
from contextlib import suppress
from typing import IO, Protocol

from accessibility.speech.troubles import SpeechTrouble, TroubleCode

# Bytes in a player's pipe: 186 ms of espeak-ng's sound, where Linux gives 1.5 s. It only guards:
# `playing` writes no more than is soon heard. Two pages, as one is "full" with one byte in it.
_PIPE = 8192
_F_SETPIPE_SZ = 1031  # Linux's fcntl.h; Python's fcntl names it from 3.10 on, on Linux only
_LAST_SOUND = 0.5  # seconds a player has to play out what it holds


class Sink(Protocol):
    """Takes 16-bit mono PCM; used by one thread at a time."""

    def write(self, pcm: bytes) -> bool:
        """Take a piece of at most 4,096 bytes; False if there is no room now.

        Raises `SpeechTrouble`.
        """

    def check(self) -> None:
        """Raise `SpeechTrouble` if what was written will not be heard."""

    def drop(self) -> None:
        """Forget at once what was written and is not heard yet."""

    def close(self) -> None:
        """Let the last of it be heard, and let go of the sound card. Raises `SpeechTrouble`."""


class PlayerSink:
    """A player's standard input. The player is started by the first piece, and kept."""

    def __init__(self, name: str, command: list[str]) -> None:
        self._name = name
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None

    def write(self, pcm: bytes) -> bool:
        """Write to the player."""
        process = self._process or self._start()
        return _written(_descriptor_of(process), pcm, self._no_sound())

    def check(self) -> None:
        """See whether the player still runs: without a sound card it ends by itself."""
        if self._process is not None and self._process.poll() is not None:
            self.drop()
            raise self._no_sound()

    def drop(self) -> None:
        """Kill the player: what it and the sound server hold of ours is gone with it."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            _collect(process)

    def close(self) -> None:
        """End the player's input, and wait for the player."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError):
            _stdin_of(process).close()
        try:
            failed = process.wait(_LAST_SOUND) != 0
        except subprocess.TimeoutExpired:
            process.kill()
            failed = False
        _collect(process)
        if failed:
            raise self._no_sound()

    def _start(self) -> "subprocess.Popen[bytes]":
        try:
            process = subprocess.Popen(  # noqa: S603 - a player that `outputs` found
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise SpeechTrouble(TroubleCode.PLAYER_MISSING, self._name) from error
        _make_small(_descriptor_of(process))
        self._process = process
        return process

    def _no_sound(self) -> SpeechTrouble:
        return SpeechTrouble(TroubleCode.NO_SOUND, self._name)


class StreamSink:
    """A descriptor that somebody else reads: our standard output. What is written stays written."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def write(self, pcm: bytes) -> bool:
        """Write to it."""
        return _written(self._descriptor, pcm, SpeechTrouble(TroubleCode.PIPE_CLOSED))

    def check(self) -> None:
        """Do nothing: a closed pipe is seen by the next write."""

    def drop(self) -> None:
        """Do nothing: it cannot be taken back."""

    def close(self) -> None:
        """Leave it open: it is not ours."""


class NullSink:
    """Takes everything, plays nothing."""

    def write(self, pcm: bytes) -> bool:
        """Take it."""
        return True

    def check(self) -> None:
        """Do nothing."""

    def drop(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""


def _written(descriptor: int, pcm: bytes, trouble: SpeechTrouble) -> bool:
    """Write if there is room: a pipe that polls as writable takes 4,096 bytes without waiting."""
    poll = select.poll()
    poll.register(descriptor, select.POLLOUT)
    try:
        if not poll.poll(0):
            return False
        left = memoryview(pcm)
        while left:
            left = left[os.write(descriptor, left) :]
    except OSError as error:  # a broken pipe
        raise trouble from error
    return True


def _make_small(descriptor: int) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        return
    with suppress(OSError):
        fcntl.fcntl(descriptor, _F_SETPIPE_SZ, _PIPE)


def _stdin_of(process: "subprocess.Popen[bytes]") -> IO[bytes]:
    if process.stdin is None:
        raise BrokenPipeError
    return process.stdin


def _descriptor_of(process: "subprocess.Popen[bytes]") -> int:
    return _stdin_of(process).fileno()


def _collect(process: "subprocess.Popen[bytes]") -> None:
    """Close the pipe and take the exit code, so that no zombie stays."""
    if process.stdin is not None:
        with suppress(OSError):
            process.stdin.close()
    with suppress(subprocess.TimeoutExpired):
        process.wait(1)
