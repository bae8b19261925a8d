"""A player at the rim: a real process with a real pipe, which notes when each piece came."""

import sys
from dataclasses import dataclass
from pathlib import Path

_PROGRAM = """#!{python} -IS
import os, time
log = os.open({log!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
def note(what, size):
    os.write(log, f"{{what}} {{time.monotonic_ns()}} {{os.getpid()}} {{size}}\\n".encode())
note("start", 0)
while piece := os.read(0, 65536):
    note("piece", len(piece))
    with open({log!r} + ".pcm", "ab") as sound:
        sound.write(piece)
note("end", 0)
"""


@dataclass(frozen=True)
class Noted:
    """What the player noted; `at` is `time.monotonic()`."""

    what: str
    at: float
    pid: int
    size: int


class SoundCard:
    """A folder with a player called aplay, and what it noted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._log = folder / "noted"
        self.put(_PROGRAM.format(python=sys.executable, log=str(self._log)))

    def put(self, program: str) -> None:
        """Be another player from now on."""
        path = self.folder / "aplay"
        path.write_text(program)
        path.chmod(0o700)

    def environment(self) -> dict[str, str]:
        """A person's environment in which this is the only player."""
        return {"PATH": str(self.folder), "XDG_RUNTIME_DIR": str(self.folder)}

    def noted(self) -> list[Noted]:
        """Give everything in its order."""
        lines = self._log.read_text().splitlines() if self._log.exists() else []
        words = [line.split() for line in lines]
        return [Noted(what, int(at) / 1e9, int(pid), int(size)) for what, at, pid, size in words]

    def pieces(self) -> list[Noted]:
        """Give the pieces of sound."""
        return [one for one in self.noted() if one.what == "piece"]

    def sound(self) -> bytes:
        """Give all the sound that came."""
        path = Path(f"{self._log}.pcm")
        return path.read_bytes() if path.exists() else b""

    def living(self) -> set[int]:
        """Give the players that run now."""
        return {one.pid for one in self.noted() if _is_alive(one.pid)}


def _is_alive(pid: int) -> bool:
    """Tell whether it runs: an orphan may stay as a zombie for a while."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return told.rpartition(")")[2].split()[0] != "Z"
