"""Lines as they are typed: cooked, from a terminal or a pipe, read in a thread of its own."""

import asyncio
import os
import re
import threading

_MOST = 65_536  # bytes of one line; more is no command


# What arrow and function keys send, and alt with a letter.
_KEYS = re.compile(r"\x1b(?:\[[0-9;?]*[@-~]|O[@-~]|[^\[O])?")


def without_keys(line: str) -> str:
    """Take out what keys such as the arrows leave in a line when they are pressed by mistake."""
    return _KEYS.sub("", line)


class TypedLines:
    """Read stdin line by line without stopping the loop.

    The thread reads the bare descriptor: a thread that sleeps inside `sys.stdin` would stop
    Python from ending.
    """

    def __init__(self, descriptor: int, encoding: str) -> None:
        """Begin to read."""
        self.is_terminal = os.isatty(descriptor)
        self._descriptor = descriptor
        self._encoding = encoding
        self._loop = asyncio.get_running_loop()
        self._lines: asyncio.Queue[str | None] = asyncio.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    async def next(self) -> str | None:
        """Give the next line without its end; None when there are no more."""
        return await self._lines.get()

    def _read(self) -> None:
        rest = b""
        while chunk := self._chunk():
            *whole, rest = (rest + chunk).split(b"\n")
            for line in whole:
                self._give(line[:_MOST].decode(self._encoding, errors="replace").rstrip("\r"))
            rest = rest[:_MOST]
        if rest:
            self._give(rest.decode(self._encoding, errors="replace"))
        self._give(None)

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
