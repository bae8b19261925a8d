"""speech-dispatcher: the voice a blind person's desktop speaks with, when the person chooses it.

Its own protocol, SSIP, is spoken here over its socket: no module of it is on PyPI, and `spd-say`
cannot tell whether a sentence was heard to its end. It plays its sound itself.
"""

import os
import select
import socket
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from shutil import which

from accessibility.speech.settings import FASTEST, SLOWEST
from accessibility.speech.synthesiser import BeganWord, InstalledVoice, Write
from accessibility.speech.troubles import SpeechTrouble, TroubleCode

_NAME = "speech-dispatcher"
_LOOK = 0.02  # seconds between two looks whether it is still wanted
_ANSWER = 5.0  # seconds
_START = 3.0  # seconds for the daemon to come up
_USUAL_RATE = 175  # words a minute at SSIP's rate 0, roughly
# SSIP's notifications: the end of a message, and its being cancelled (by us, or by its user).
_END_OF_MESSAGE, _CANCELED = "702", "703"


class SpeechDispatcher:
    """One connection to the daemon, which is started if it does not run."""

    sample_rate = 0  # it plays by itself

    def __init__(self, voice: str, environment: Mapping[str, str]) -> None:
        """Connect. Raises `SpeechTrouble`."""
        self._unread = b""
        self._ends: dict[str, str] = {}  # the notification of each message's end, by its number
        self._socket = _connected(environment)
        self._ask("SET SELF CLIENT_NAME user:brevdue:letters")
        self._ask("SET SELF SSML_MODE off")  # the text is a stranger's
        self._ask("SET SELF NOTIFICATION END on")
        self._ask("SET SELF NOTIFICATION CANCEL on")
        if voice:
            self._ask(f"SET SELF SYNTHESIS_VOICE {' '.join(voice.split())}")

    def speak(self, text: str, write: Write, began_word: BeganWord) -> bool:
        """Speak a text; returns when it was heard, or cancelled."""
        del began_word
        self._ends.clear()
        self._ask("SPEAK")
        # A line that begins with a point has it doubled: a single one ends the text.
        message = self._ask(f".{text}" if text.startswith(".") else text, end="\r\n.\r\n")
        while message not in self._ends:
            if not write(b""):
                self._ask("CANCEL SELF")
                return False
            if self._has_come(_LOOK):
                self._note(*self._answer())
        return self._ends[message] == _END_OF_MESSAGE

    def set_voice(self, voice: str) -> None:
        """Speak a language from now on: which voice speaks it, the daemon's settings say."""
        self._ask(f"SET SELF LANGUAGE {voice.partition('-')[0]}")

    def set_rate(self, words_a_minute: int) -> None:
        """Speak so fast from now on: SSIP counts from -100 to 100."""
        faster = words_a_minute - _USUAL_RATE
        reach = FASTEST - _USUAL_RATE if faster > 0 else _USUAL_RATE - SLOWEST
        self._ask(f"SET SELF RATE {max(min(round(100 * faster / reach), 100), -100)}")

    def set_volume(self, percent: int) -> None:
        """Speak so loudly from now on: SSIP counts from -100 to 100."""
        self._ask(f"SET SELF VOLUME {2 * percent - 100}")

    def voices(self) -> list[InstalledVoice]:
        """List none: the daemon's own settings choose."""
        return []

    def close(self) -> None:
        """End the connection, and with it what is spoken."""
        with suppress(OSError):
            self._socket.close()

    def _ask(self, words: str, *, end: str = "\r\n") -> str:
        """Send a command; give what its answer holds, a message's number say."""
        try:
            self._socket.sendall((words + end).encode())
        except OSError as error:
            raise SpeechTrouble(TroubleCode.ENGINE_FAILED, _NAME) from error
        while (answer := self._answer())[0].startswith("7"):
            self._note(*answer)
        code, told = answer
        if not code.startswith(("1", "2")):
            raise SpeechTrouble(TroubleCode.ENGINE_FAILED, _NAME)
        return told

    def _note(self, code: str, message: str) -> None:
        """Keep a notification: that of a cancelled message may come in the next one's time."""
        if code in (_END_OF_MESSAGE, _CANCELED):
            self._ends[message] = code

    def _answer(self) -> tuple[str, str]:
        """Read lines to the one whose code a blank follows; give the code, and the first datum."""
        told = ""
        while True:
            line, found, rest = self._unread.partition(b"\r\n")
            if not found:
                self._read_more()
                continue
            self._unread = rest
            if line[3:4] == b" ":
                return line[:3].decode("ascii", "replace"), told
            told = told or line[4:].decode("ascii", "replace")

    def _read_more(self) -> None:
        piece = b""
        with suppress(OSError):
            piece = self._socket.recv(4096) if self._has_come(_ANSWER) else b""
        if not piece:  # it ended, or does not answer
            raise SpeechTrouble(TroubleCode.ENGINE_FAILED, _NAME)
        self._unread += piece

    def _has_come(self, seconds: float) -> bool:
        if self._unread:
            return True
        return bool(select.select([self._socket], [], [], seconds)[0])


def _connected(environment: Mapping[str, str]) -> socket.socket:
    path = Path(environment.get("XDG_RUNTIME_DIR", "")) / "speech-dispatcher" / "speechd.sock"
    with suppress(OSError):
        return _connection(path)
    program = which(_NAME, path=environment.get("PATH", os.defpath))
    if program is None:
        raise SpeechTrouble(TroubleCode.ENGINE_MISSING, _NAME)
    with suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(  # noqa: S603 - the daemon's own way to be started
            [program, "--spawn"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, timeout=_START, check=False,
        )  # fmt: skip
    end = time.monotonic() + _START
    while time.monotonic() < end:
        with suppress(OSError):
            return _connection(path)
        time.sleep(_LOOK)
    raise SpeechTrouble(TroubleCode.ENGINE_FAILED, _NAME)


def _connection(path: Path) -> socket.socket:
    opened = socket.socket(socket.AF_UNIX)
    try:
        opened.settimeout(_ANSWER)
        opened.connect(str(path))
    except OSError:
        opened.close()
        raise
    return opened
