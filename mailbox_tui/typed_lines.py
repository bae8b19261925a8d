"""Lines as they are typed: cooked, from a terminal or a pipe, read in a thread of its own."""

import asyncio
import os
import re
import termios
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_MOST = 65_536  # bytes of one line; more is no command


# What arrow and function keys send, and alt with a letter.
_KEYS = re.compile(r"\x1b(?:\[[0-9;?]*[@-~]|O[@-~]|[^\[O])?")


def without_keys(line: str) -> str:
    """Take out what keys such as the arrows leave in a line when they are pressed by mistake."""
    return _KEYS.sub("", line)


class TypedLines:
    """Read stdin line by line without stopping the loop, and only while a line is waited for.

    So what is typed ahead stays with the terminal, for another program that is let run. The thread
    reads the bare descriptor: one that sleeps inside `sys.stdin` would stop Python from ending.
    """

    def __init__(self, descriptor: int, encoding: str) -> None:
        """Nothing is read before `next`."""
        self.is_terminal = os.isatty(descriptor)
        self._descriptor = descriptor
        self._encoding = encoding
        self._loop = asyncio.get_running_loop()
        self._lines: asyncio.Queue[str | None] = asyncio.Queue()
        self._wanted = threading.Semaphore(0)
        threading.Thread(target=self._read, daemon=True).start()

    async def next(self) -> str | None:
        """Give the next line without its end; None when there are no more."""
        if self._lines.empty():
            self._wanted.release()
        if (line := await self._lines.get()) is None:
            self._lines.put_nowait(None)  # for whoever asks again
        return line

    @contextmanager
    def not_shown(self) -> Iterator[None]:
        """Let a terminal show nothing of what is typed in the block but the ends of lines.

        Begin it before the question is put: a person may be quick. A pipe shows nothing anyway.
        """
        try:
            before = termios.tcgetattr(self._descriptor)
        except termios.error:
            yield
            return
        hidden = list(before)
        hidden[3] = (before[3] & ~termios.ECHO) | termios.ECHONL
        termios.tcsetattr(self._descriptor, termios.TCSADRAIN, hidden)
        try:
            yield
        finally:
            with suppress(termios.error):  # the terminal is gone
                termios.tcsetattr(self._descriptor, termios.TCSADRAIN, before)

    def _read(self) -> None:
        rest = b""
        while True:
            self._wanted.acquire()
            whole: list[bytes] = []
            while not whole:
                if not (chunk := self._chunk()):
                    if rest:
                        self._give(rest.decode(self._encoding, errors="replace"))
                    self._give(None)
                    return
                *whole, rest = (rest + chunk).split(b"\n")
                rest = rest[:_MOST]
            for line in whole:
                self._give(line[:_MOST].decode(self._encoding, errors="replace").rstrip("\r"))

    def _chunk(self) -> bytes:
        try:
            return os.read(self._descriptor, 4096)
        except OSError:  # the terminal is gone
            return b""

    def _give(self, line: str | None) -> None:
        try:
            self._loop.call_soon_threadsafe(self._lines.put_nowait, line)
        except RuntimeError:  # the loop has ended, and nobody waits any more
            return
