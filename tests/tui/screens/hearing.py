"""A real screen reader, yasr, over the real command: what a blind person hears.

yasr hands its words to a speech server by the Emacspeak protocol; ours writes them into a file.
"""

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pyte

CONFIGURATION = Path("/etc/yasr/yasr.conf")
PATIENCE = 15.0  # seconds
QUIET = 0.6  # seconds without a word or a byte, after which an action is over

SERVER = """
import re, sys
waiting = []
with open(sys.argv[1], "a", encoding="utf-8") as heard:
    for raw in iter(sys.stdin.buffer.readline, b""):
        command, _, words = raw.decode("utf-8", "replace").strip().partition(" ")
        words = words.strip()
        if words.startswith("{") and words.endswith("}"):
            words = words[1:-1]
        if command == "q":
            waiting.append(words)
        elif command == "d" and waiting:
            heard.write(" ".join(waiting) + "\\n")
            waiting = []
        elif command in ("tts_say", "l"):
            heard.write(words + "\\n")
        elif command == "s":
            waiting = []
        heard.flush()
"""


def is_installed() -> bool:
    """Tell whether there is a reader to hear."""
    return shutil.which("yasr") is not None and CONFIGURATION.exists()


class Listener:
    """Somebody who hears the command and presses keys."""

    def __init__(
        self, command: list[str], environment: Mapping[str, str], folder: Path, *,
        columns: int = 80, rows: int = 24,
    ) -> None:  # fmt: skip
        self._log = folder / "heard.txt"
        self._log.touch()
        self._heard = 0
        self.sent = b""
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        argv = ["yasr", "-C", str(_configured(folder, self._log)), str(_program(folder, command))]
        self._child, self._side = pty.fork()
        if not self._child:
            os.execvpe(argv[0], argv, {**environment, "TERM": "linux"})
        fcntl.ioctl(self._side, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def hear_start(self) -> list[str]:
        """Give what is said when the program has started."""
        return self._listen(first=True)

    def press(self, keys: str) -> list[str]:
        """Press keys, and give what is said then."""
        os.write(self._side, keys.encode())
        return self._listen()

    def idle(self, seconds: float) -> list[str]:
        """Do nothing for a while, and give what is said."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._read(0.1)
        return self._new_words()

    def line_at_cursor(self) -> str:
        """Give the line the cursor rests on, as a braille display follows it."""
        return str(self.screen.display[self.screen.cursor.y]).strip()

    def end(self) -> None:
        """Leave nothing running: yasr lets what it started keep its terminal open."""
        started = Path(f"/proc/{self._child}/task/{self._child}/children").read_text().split()
        os.close(self._side)
        os.waitpid(self._child, 0)
        for process in started:
            with suppress(ProcessLookupError):
                os.kill(int(process), signal.SIGKILL)

    def _listen(self, *, first: bool = False) -> list[str]:
        said: list[str] = []
        begun = last = time.monotonic()
        while time.monotonic() - begun < PATIENCE:
            came = self._read(0.02)
            new = self._new_words()
            said += new
            if came or new:
                last = time.monotonic()
            if time.monotonic() - last > QUIET and (said or not first):
                break
        return said

    def _read(self, seconds: float) -> bytes:
        if not select.select([self._side], [], [], seconds)[0]:
            return b""
        try:
            chunk = os.read(self._side, 65536)
        except OSError:
            return b""
        self.sent += chunk
        self._stream.feed(chunk)
        return chunk

    def _new_words(self) -> list[str]:
        lines = self._log.read_text(encoding="utf-8").splitlines()
        new, self._heard = lines[self._heard :], len(lines)
        return [line.strip() for line in new if line.strip()]


def words(said: list[str]) -> list[str]:
    """Give the words of what was said, as they are counted."""
    return re.findall(r"\w+", " ".join(said).casefold())


def _program(folder: Path, command: list[str]) -> Path:
    program = folder / "program.sh"
    program.write_text("#!/bin/sh\nexec " + " ".join(f"'{word}'" for word in command) + "\n")
    program.chmod(0o755)
    return program


def _configured(folder: Path, log: Path) -> Path:
    server = folder / "server.py"
    server.write_text(SERVER)
    start = folder / "server.sh"
    start.write_text(f"#!/bin/sh\nexec '{sys.executable}' '{server}' '{log}'\n")
    start.chmod(0o755)
    usual = CONFIGURATION.read_text()
    usual = re.sub(r"(?m)^synthesizer=.*$", "synthesizer=emacspeak server", usual)
    usual = re.sub(r"(?m)^synthesizer port=.*$", f"synthesizer port=|{start}", usual)
    configuration = folder / "yasr.conf"
    configuration.write_text(usual)
    return configuration
