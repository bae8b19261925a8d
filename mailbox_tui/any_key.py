"""A key on the terminal that stops what is going on: whichever it is, it does nothing else."""

import asyncio
import os
import signal
import sys
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager

_ENDING = (signal.SIGTERM, signal.SIGHUP)


@contextmanager
def any_key() -> Iterator[asyncio.Event]:
    """Give an event that the first key sets, or a signal to end; nothing is left for the shell.

    Without a terminal to type on, and behind another program on it, no key is waited for.
    """
    pressed = asyncio.Event()
    loop = asyncio.get_running_loop()
    with _told_to_end(loop, pressed):
        if sys.stdin.isatty() and not _is_behind(sys.stdin.fileno()):
            with _keys_of(sys.stdin.fileno(), loop, pressed):
                yield pressed
        else:
            yield pressed


def _is_behind(terminal: int) -> bool:
    """Tell whether the shell gave the terminal to another program meanwhile."""
    try:
        return os.tcgetpgrp(terminal) != os.getpgrp()
    except OSError:  # no shell shares it: it controls no session
        return False


@contextmanager
def _told_to_end(loop: asyncio.AbstractEventLoop, pressed: asyncio.Event) -> Iterator[None]:
    """Let a signal to end come to a good end: the terminal as it was, the place remembered."""
    for number in _ENDING:
        loop.add_signal_handler(number, pressed.set)
    try:
        yield
    finally:
        for number in _ENDING:
            loop.remove_signal_handler(number)


@contextmanager
def _keys_of(
    terminal: int, loop: asyncio.AbstractEventLoop, pressed: asyncio.Event
) -> Iterator[None]:
    before = termios.tcgetattr(terminal)

    def take() -> None:
        os.read(terminal, 1000)
        pressed.set()

    tty.setcbreak(terminal, termios.TCSANOW)  # ctrl-C still ends the program
    loop.add_reader(terminal, take)
    try:
        yield
    finally:
        loop.remove_reader(terminal)
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
