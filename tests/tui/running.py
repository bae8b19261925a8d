"""Run the real command in a child process, by pipes or on a pseudo-terminal."""

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
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest

PATIENCE = 15  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a command gave."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brevdue:
    """The command with a store and private folders of its own."""

    home: Path
    store: str

    def __call__(self, *words: str, typed: str = "", **environment: str) -> Ran:
        """Run it with pipes."""
        ran = subprocess.run(
            [sys.executable, "-m", "mailbox_tui", *words],
            input=typed.encode(),
            capture_output=True,
            env=self.environment(environment),
            timeout=PATIENCE,
            check=False,
        )
        return Ran(code=ran.returncode, out=ran.stdout.decode(), err=ran.stderr.decode())

    def to_file(self, file: IO[bytes], *words: str, **environment: str) -> int:
        """Run it with a file for its answers; gives the exit code."""
        ran = subprocess.run(
            [sys.executable, "-m", "mailbox_tui", *words],
            stdout=file,
            stdin=subprocess.DEVNULL,
            env=self.environment(environment),
            timeout=PATIENCE,
            check=False,
        )
        return ran.returncode

    def environment(self, more: Mapping[str, str]) -> dict[str, str]:
        """Give a bare environment: nothing of whoever runs the tests."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "BREVDUE_STORE": self.store,
            "LANG": "C.UTF-8",
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "PYTHONWARNINGS": "error",
            **more,
        }


class Terminal:
    """The command on a pseudo-terminal, as a person has it."""

    def __init__(
        self, brevdue: Brevdue, *words: str, columns: int = 80, rows: int = 24, **more: str
    ) -> None:
        """Start it."""
        self._side, other = pty.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mailbox_tui", *words],
            stdin=other,
            stdout=other,
            stderr=other,
            env=brevdue.environment({"TERM": "dumb", **more}),
            start_new_session=True,
            preexec_fn=_with_ctrl_c,  # no other thread runs while a test starts it
        )
        os.close(other)

    def __del__(self) -> None:
        """Leave nothing running where a test failed half-way."""
        self.process.kill()
        self.process.wait()

    def read_until(self, mark: str) -> str:
        """Give what is written up to a mark."""
        seen = b""
        end = time.monotonic() + PATIENCE
        while not seen.endswith(mark.encode()):
            ready, _, _ = select.select([self._side], [], [], max(0, end - time.monotonic()))
            if not ready:
                pytest.fail(f"waited in vain for {mark!r} after {seen!r}")
            try:
                chunk = os.read(self._side, 4096)
            except OSError:  # the other side is closed
                chunk = b""
            if not chunk:
                pytest.fail(f"ended before {mark!r}: {seen!r}")
            seen += chunk
        return seen.decode().replace("\r\n", "\n")

    def type(self, line: str) -> str:
        """Type a line and give the answer up to the next prompt."""
        os.write(self._side, line.encode() + b"\n")
        return self.read_until("\n> ")

    def press(self, keys: bytes) -> None:
        """Send keys and wait for nothing."""
        os.write(self._side, keys)

    def end(self) -> int:
        """Wait for the end and give the exit code."""
        code = self.process.wait(timeout=PATIENCE)
        os.close(self._side)
        return code


def _with_ctrl_c() -> None:
    """Let ctrl-C work in the child, also where the tests run in a shell's background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
