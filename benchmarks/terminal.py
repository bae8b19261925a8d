"""A program on a pseudo-terminal: what it sends, when, and how much memory it takes."""

import fcntl
import os
import pty
import select
import struct
import termios
import time
from dataclasses import dataclass

_QUIET = 0.4  # seconds without a byte, after which a step is over
_PATIENCE = 30.0  # seconds for the first byte


@dataclass(frozen=True, slots=True)
class Sent:
    """What came in one step: the bytes, and seconds from the key to the last of them."""

    data: bytes
    seconds: float

    def __len__(self) -> int:
        return len(self.data)


class OnATerminal:
    """Runs a command; `bits` throttles the line to so many bits a second (ten to a byte)."""

    def __init__(
        self, command: list[str], env: dict[str, str], *, columns: int = 80, rows: int = 24,
        bits: int = 0,
    ) -> None:  # fmt: skip
        self._bytes_a_second = bits / 10
        self._credit = 0.0
        self.started = time.perf_counter()
        self.child, self._side = pty.fork()
        if not self.child:
            os.execvpe(command[0], command, env)  # noqa: S606
        fcntl.ioctl(self._side, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.set_blocking(self._side, False)

    def start(self) -> Sent:
        """Wait until the program has shown itself."""
        return self._until_quiet(self.started, first=True)

    def press(self, keys: str) -> Sent:
        """Press keys and wait for all that comes of it."""
        begun = time.perf_counter()
        os.write(self._side, keys.encode())
        return self._until_quiet(begun)

    def idle(self, seconds: float) -> Sent:
        """Do nothing for a while."""
        begun, said = time.perf_counter(), b""
        while time.perf_counter() - begun < seconds:
            said += self._read(0.1)
        return Sent(said, seconds)

    def memory(self) -> int:
        """Give the most memory taken so far, in kB."""
        with open(f"/proc/{self.child}/status") as status:  # noqa: PTH123
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))

    def end(self, keys: str = "Q") -> None:
        """Let the program leave."""
        os.write(self._side, keys.encode())
        self._until_quiet(time.perf_counter())
        os.close(self._side)
        os.waitpid(self.child, 0)

    def _until_quiet(self, begun: float, *, first: bool = False) -> Sent:
        said, last = b"", time.perf_counter()
        patience = _PATIENCE if first else _QUIET
        while time.perf_counter() - last < patience:
            if chunk := self._read(0.02):
                said, last, patience = said + chunk, time.perf_counter(), _QUIET
            elif chunk is None:
                break
        return Sent(said, last - begun)

    def _read(self, seconds: float) -> bytes | None:
        """Read what is there, or as much as the line carries; None when the program has ended."""
        if not select.select([self._side], [], [], seconds)[0]:
            return b""
        most = 65536
        if self._bytes_a_second:
            time.sleep(0.01)
            self._credit = min(self._credit + 0.01 * self._bytes_a_second, 64.0)
            most = int(self._credit)
            if not most:
                return b""
        try:
            chunk = os.read(self._side, most)
        except BlockingIOError:
            return b""
        except OSError:
            return None
        self._credit -= len(chunk)
        return chunk or None
