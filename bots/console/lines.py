"""Lines typed at a terminal or read from a pipe, without stopping the loop; and those written."""

import asyncio
import os
import sys
import threading
from collections.abc import AsyncIterator

from accessibility.plain_lines import wrap

_AT_ONCE = 65_536  # bytes


async def typed_lines(descriptor: int) -> AsyncIterator[str]:
    """Give each line as it comes, until there are no more.

    The thread reads the bare descriptor: one asleep inside `sys.stdin` would keep Python alive.
    """
    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[str | None] = asyncio.Queue()

    def give(line: str | None) -> None:
        loop.call_soon_threadsafe(lines.put_nowait, line)

    def read() -> None:
        rest = b""
        while chunk := os.read(descriptor, _AT_ONCE):
            *whole, rest = (rest + chunk).split(b"\n")
            for line in whole:
                give(line.decode(errors="replace").rstrip("\r"))
        if rest:
            give(rest.decode(errors="replace"))
        give(None)

    threading.Thread(target=read, daemon=True).start()
    while (line := await lines.get()) is not None:
        yield line


def print_wrapped(line: str) -> None:
    """Write a line at once, broken between words where a terminal would break it anywhere."""
    lines = [line]
    if sys.stdout.isatty():
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
        lines = wrap(line, (columns or 80) - 1) or [""]
    sys.stdout.write("".join(f"{one}\n" for one in lines))
    sys.stdout.flush()
