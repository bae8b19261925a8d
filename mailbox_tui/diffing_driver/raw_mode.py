"""The kernel's side of the terminal: keys come at once and unchanged, output goes out unchanged."""

import os
import termios
from typing import Any, Final

_LOCAL: Final = termios.ECHO | termios.ICANON | termios.IEXTEN
_INPUT: Final = termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR


class RawMode:
    """Switches a terminal over and back. What is no terminal is left alone."""

    def __init__(self, descriptor: int, *, signals: bool) -> None:
        """Take the terminal's descriptor; with `signals`, ctrl-c and its like interrupt."""
        self._descriptor = descriptor
        self._local = _LOCAL if signals else _LOCAL | termios.ISIG
        self._before: list[Any] | None = None  # as termios has it: numbers, and a list of bytes

    def enter(self) -> None:
        """Switch over, and remember how it was, if it was not switched over already."""
        try:
            before = termios.tcgetattr(self._descriptor)
            raw = termios.tcgetattr(self._descriptor)
            raw[0] &= ~_INPUT
            raw[1] &= ~termios.OPOST  # a line feed is then one byte that moves down
            raw[3] &= ~self._local
            raw[6][termios.VMIN], raw[6][termios.VTIME] = 1, 0
            termios.tcsetattr(self._descriptor, termios.TCSANOW, raw)
        except termios.error:
            return
        self._before = self._before or before

    def leave(self) -> None:
        """Switch back. What was typed and not read was meant for us, and is forgotten."""
        if self._before is None:
            return
        before, self._before = self._before, None
        try:
            termios.tcsetattr(self._descriptor, termios.TCSAFLUSH, before)
        except termios.error:
            return

    def is_in_foreground(self) -> bool:
        """Tell whether we may use the terminal, or a shell let us go on behind its back."""
        try:
            return os.tcgetpgrp(self._descriptor) == os.getpgrp()
        except OSError:
            return True
