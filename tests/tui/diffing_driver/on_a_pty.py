"""A program on a pseudo-terminal, with a screen that understands what it writes."""

import codecs
import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte
import pytest

from tests.tui.diffing_driver.screens import Screen

PATIENCE = 15  # seconds; a shared machine may stand still for some of them
ROOT = Path(__file__).resolve().parents[3]


class Child:
    """A program in its own session on a terminal of its own: one of the tests', or a command."""

    def __init__(
        self,
        program: str | Sequence[str],
        *words: str,
        size: tuple[int, int] = (80, 24),
        term: str = "xterm-256color",
        encoding: str = "utf-8",
        errors: Path | None = None,
        typed: Path | None = None,
        hang_up_ignored: bool = False,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.side, self.slave = pty.openpty()
        self.encoding = encoding
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self.written = b""
        self.screen = Screen(*[n or m for n, m in zip(size, (80, 24), strict=True)])
        self._stream = pyte.Stream(self.screen)
        self.resize_terminal(*size)
        self.ready = Path(os.environ["HOME"]) / f"ready-{self.side}"
        self.ready.unlink(missing_ok=True)
        self.modes_before = termios.tcgetattr(self.slave)
        with contextlib.ExitStack() as files:
            self.process = subprocess.Popen(
                [*_command(program), *words],
                stdin=files.enter_context(typed.open("rb")) if typed else self.slave,
                stdout=self.slave,
                stderr=files.enter_context(errors.open("wb")) if errors else self.slave,
                env={
                    "PATH": os.environ["PATH"],
                    "HOME": os.environ["HOME"],
                    "LANG": "C.UTF-8",
                    "TERM": term,
                    "READY": str(self.ready),
                    "TEXTUAL_ANIMATIONS": "none",
                    "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)]),
                    **(environment or {}),
                },
                start_new_session=True,
                preexec_fn=lambda: _own_terminal(hang_up_ignored=hang_up_ignored),
            )

    def resize_terminal(self, width: int, height: int) -> None:
        fcntl.ioctl(self.side, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def resize(self, width: int, height: int) -> None:
        self.screen.resize(height, width)
        self.resize_terminal(width, height)
        self.process.send_signal(signal.SIGWINCH)

    def press(self, keys: str) -> None:
        os.write(self.side, keys.encode(self.encoding))

    def read(self, seconds: float = 0.0, most: int = 65536) -> bytes:
        """Read once what is there, waiting at most so long; b"" where nothing came."""
        ready, _, _ = select.select([self.side], [], [], seconds)
        if not ready:
            return b""
        try:
            chunk = os.read(self.side, most)
        except OSError:
            return b""
        self.written += chunk
        self._stream.feed(self._decoder.decode(chunk))
        return chunk

    def settle(self, quiet: float = 0.2) -> bytes:
        """Read until nothing has come for a while, and give what came."""
        start = len(self.written)
        end = time.monotonic() + PATIENCE
        while self.read(quiet) and time.monotonic() < end:
            pass
        return self.written[start:]

    def wait_until(self, is_so: Callable[[], bool], what: str = "") -> None:
        end = time.monotonic() + PATIENCE
        while not is_so():
            if time.monotonic() > end:
                pytest.fail(f"waited in vain {what}; the screen was\n" + self.text())
            self.read(0.05)

    def wait_for(self, text: str) -> None:
        self.wait_until(lambda: text in self.text(), f"for {text!r}")

    def wait_for_varied(self) -> None:
        """Wait until the varied program is ready for keys."""
        self.wait_until(self.ready.exists, "for a start")
        self.settle()

    def text(self) -> str:
        return "\n".join(self.lines())

    def lines(self) -> list[str]:
        return ["".join(self.screen.buffer[y][x].data for x in range(self.screen.columns))
                for y in range(self.screen.lines)]  # fmt: skip

    def modes(self) -> list[object]:
        """Give the kernel's settings of the terminal."""
        return termios.tcgetattr(self.slave)

    def wait_until_stopped(self) -> None:
        def is_stopped() -> bool:
            flags = os.WSTOPPED | os.WNOHANG | os.WNOWAIT
            return os.waitid(os.P_PID, self.process.pid, flags) is not None

        self.wait_until(is_stopped, "for the program to stop")

    def hang_up(self) -> None:
        """Close the terminal's window."""
        os.close(self.slave)
        os.close(self.side)

    def end(self) -> int:
        """Wait for the program to end and give its exit code."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self.read(0.05)
        self.settle(0.05)
        return self.process.wait(timeout=1)

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        for descriptor in (self.side, self.slave):
            with contextlib.suppress(OSError):
                os.close(descriptor)


def _command(program: str | Sequence[str]) -> list[str]:
    """Give the command of a program beside this file, or one that is written out."""
    if isinstance(program, str):
        return [sys.executable, str(Path(__file__).parent / f"{program}.py")]
    return list(program)


def _own_terminal(*, hang_up_ignored: bool) -> None:
    fcntl.ioctl(1, termios.TIOCSCTTY, 0)
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTSTP, signal.SIGCONT):
        signal.signal(number, signal.SIG_DFL)
    if hang_up_ignored:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
