"""Puts bytes on the terminal, all of them, however slowly it takes them."""

import os
import select


class TerminalGone(Exception):
    """The terminal hung up, or its window was closed."""


def send(descriptor: int, data: bytes) -> None:
    """Write everything, waiting as long as the line takes. Raises `TerminalGone`."""
    rest = memoryview(data)
    while rest:
        try:
            rest = rest[os.write(descriptor, rest) :]
        except BlockingIOError:  # another program made the terminal non-blocking
            select.select([], [descriptor], [])
        except OSError as error:
            raise TerminalGone from error
