"""What is typed: bytes from the terminal become Textual's messages, in a thread of their own.

Nothing is polled: while nobody types, nothing wakes up.
"""

import codecs
import os
import select
import threading
from collections.abc import Callable, Iterable
from typing import Final

from textual import constants
from textual._xterm_parser import XTermParser
from textual.message import Message

from mailbox_tui.diffing_driver.pasted import PastedWords

_AT_ONCE: Final = 4096  # bytes
_MARGIN: Final = 0.01  # seconds behind the parser's own clock


class Keyboard:
    """Reads one terminal and passes on what was typed there."""

    def __init__(
        self,
        descriptor: int,
        *,
        encoding: Callable[[], str],
        pass_on: Callable[[Message], None],
        when_gone: Callable[[], None],
        when_failed: Callable[[BaseException], None],
        debug: bool,
    ) -> None:
        """Read from `descriptor`; the callables are called from the keyboard's thread."""
        self._descriptor = descriptor
        self._encoding = encoding
        self._pass_on = pass_on
        self._when_gone = when_gone
        self._when_failed = when_failed
        self._debug = debug
        self._thread: threading.Thread | None = None
        self._waking: tuple[int, int] | None = None

    def start(self) -> None:
        """Begin to read, unless that has begun."""
        if self._thread is not None:
            return
        self._waking = os.pipe()
        self._thread = threading.Thread(
            target=self._run, args=(self._waking[0],), name="keyboard", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Read no more; a key that is being passed on still is."""
        if self._thread is None or self._waking is None:
            return
        woken, waker = self._waking
        os.close(waker)
        self._thread.join()
        os.close(woken)
        self._thread = self._waking = None

    def _run(self, woken: int) -> None:
        try:
            self._read_until(woken)
        except BaseException as error:
            self._when_failed(error)
            raise

    def _read_until(self, woken: int) -> None:
        parser, pasted = XTermParser(self._debug), PastedWords()
        encoding = self._encoding()
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        patience: float | None = None
        while True:
            ready, _, _ = select.select([self._descriptor, woken], [], [], patience)
            if woken in ready:
                return
            if not ready:  # an escape that nothing followed is the key of that name
                patience = None
                self._pass_all(parser.tick())
                continue
            typed = self._read()
            if typed is None:
                self._when_gone()
                return
            if encoding != self._encoding():
                encoding = self._encoding()
                decoder = codecs.getincrementaldecoder(encoding)("replace")
            text = pasted.cleaned(decoder.decode(typed))
            if "\x1b" in text:
                patience = constants.ESCAPE_DELAY + _MARGIN
            self._pass_all(parser.feed(text) if text else ())

    def _read(self) -> bytes | None:
        """Give what was typed; None when the terminal is gone."""
        try:
            return os.read(self._descriptor, _AT_ONCE) or None
        except BlockingIOError:
            return b""
        except OSError:
            return None

    def _pass_all(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self._pass_on(message)
