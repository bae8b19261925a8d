"""Let another program have the terminal until it ends."""

import asyncio
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

_KEYS = (signal.SIGINT, signal.SIGQUIT)  # what ctrl-C and ctrl-\ send to all on the terminal


async def run_to_its_end(words: Sequence[str]) -> int:
    """Run a program in the foreground and give its exit code; ctrl-C is its own meanwhile.

    Raises `OSError` where it cannot be run.
    """
    with _deaf_to_keys():
        program = await asyncio.create_subprocess_exec(*words)
        return await program.wait()


@contextmanager
def _deaf_to_keys() -> Iterator[None]:
    """Let signals of keys do nothing here. A handler, as a child would inherit "ignored"."""
    before = {key: signal.signal(key, lambda *_: None) for key in _KEYS}
    try:
        yield
    finally:
        for key, handler in before.items():
            signal.signal(key, handler)
