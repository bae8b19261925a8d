"""Signals that concern the terminal."""

import os
import signal
import threading
from collections.abc import Callable, Mapping
from types import FrameType
from typing import Any

_Handler = Callable[[int, FrameType | None], Any] | int | None  # as the signal module has it


class ProcessSignals:
    """Handlers of some signals, from `install` until `restore`."""

    def __init__(self, handlers: Mapping[int, Callable[[], None]]) -> None:
        """Take the handlers. They may interrupt any line, so they only leave word elsewhere."""
        self._handlers = handlers
        self._before: dict[int, _Handler] = {}

    def install(self) -> None:
        """Begin to handle them. What somebody chose to ignore stays ignored."""
        if threading.current_thread() is not threading.main_thread():
            return  # Python lets only the main thread do it; the program then has no ctrl-z
        for number in self._handlers:
            if number not in self._before and signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._handle)

    def restore(self) -> None:
        """Handle them no more."""
        for number, handler in self._before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        self._before.clear()

    def _handle(self, number: int, _: FrameType | None) -> None:
        self._handlers[number]()


def stop_this_process() -> None:
    """Stop until somebody lets us go on, as ctrl-z does."""
    os.kill(os.getpid(), signal.SIGSTOP)
