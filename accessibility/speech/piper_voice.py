"""A piper voice file that the person has: neural, slower to begin, one voice for every language.

Piper is a program that reads a line and writes its sound. It tells no end of a sentence but by
ending, and takes half a second to load its voice: so one process speaks a sentence, and the next
one loads while it does.
"""

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from shutil import which

from accessibility.speech.synthesiser import BeganWord, InstalledVoice, Write
from accessibility.speech.troubles import SpeechTrouble, TroubleCode

_USUAL_RATE = 175  # words a minute that a voice speaks at length scale 1, roughly
_PIECE = 882  # bytes: 20 ms at 22,050 samples a second
_LOOK = 0.05  # seconds between two looks whether it is still wanted
_LONGEST = 30.0  # seconds until the first sound of a sentence


class PiperVoice:
    """Speaks with one voice file, at the volume it has."""

    def __init__(self, voice_file: str, environment: Mapping[str, str]) -> None:
        """Find the program and read the voice's sample rate. Raises `SpeechTrouble`."""
        self._voice_file = voice_file
        self._environment = dict(environment)
        self._program = _program(environment)
        self.sample_rate = _sample_rate(voice_file)
        self._words_a_minute = _USUAL_RATE
        self._spare: subprocess.Popen[bytes] | None = None

    def speak(self, text: str, write: Write, began_word: BeganWord) -> bool:
        """Speak a text; its words are not told."""
        del began_word
        process, self._spare = self._spare or self._started(), None
        try:
            if process.stdin is not None:
                with suppress(BrokenPipeError):  # it ended: told below
                    process.stdin.write(text.encode() + b"\n")
                    process.stdin.close()
            return self._write_all(process, write)
        finally:
            _end(process)

    def set_voice(self, voice: str) -> None:
        """Take any: the one voice speaks every language."""

    def set_rate(self, words_a_minute: int) -> None:
        """Speak so fast from the next text on."""
        if words_a_minute != self._words_a_minute:
            self._words_a_minute = words_a_minute
            self.close()  # the one that waits was started with another rate

    def set_volume(self, percent: int) -> None:
        """Do nothing: piper has none that every release knows."""

    def voices(self) -> list[InstalledVoice]:
        """List the one, by its file."""
        return [InstalledVoice(identifier=self._voice_file, name="piper", languages=())]

    def close(self) -> None:
        """End the process that waits."""
        spare, self._spare = self._spare, None
        if spare is not None:
            _end(spare)

    def _write_all(self, process: "subprocess.Popen[bytes]", write: Write) -> bool:
        if process.stdout is None:
            raise SpeechTrouble(TroubleCode.ENGINE_FAILED, "piper")
        sound, end = process.stdout.fileno(), time.monotonic() + _LONGEST
        begun = b""
        while True:
            if not _has_come(sound):
                if time.monotonic() > end:
                    raise SpeechTrouble(TroubleCode.ENGINE_FAILED, "piper")
                if not write(b""):
                    return False
                continue
            piece = os.read(sound, _PIECE)
            end = time.monotonic() + _LONGEST
            if not piece:
                break
            self._spare = self._spare or self._started()
            begun += piece
            whole = len(begun) // 2 * 2  # a pipe may cut a sample in two
            if not write(begun[:whole]):
                return False
            begun = begun[whole:]
        if process.wait() != 0:
            raise SpeechTrouble(TroubleCode.ENGINE_FAILED, "piper")
        return True

    def _started(self) -> "subprocess.Popen[bytes]":
        scale = f"{_USUAL_RATE / self._words_a_minute:.2f}"
        options = ["--model", self._voice_file, "--output-raw", "--length-scale", scale]
        try:
            return subprocess.Popen(  # noqa: S603 - the person's piper, and no word of a letter
                [*self._program, *options],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=self._environment,
            )
        except OSError as error:
            raise SpeechTrouble(TroubleCode.ENGINE_MISSING, "piper") from error


def _program(environment: Mapping[str, str]) -> list[str]:
    found = which("piper", path=environment.get("PATH", os.defpath))
    if found:
        return [found]
    if find_spec("piper") is not None:
        return [sys.executable, "-I", "-m", "piper"]
    raise SpeechTrouble(TroubleCode.ENGINE_MISSING, "piper")


def _sample_rate(voice_file: str) -> int:
    """Read what lies beside every voice: VOICE.onnx.json."""
    try:
        told = json.loads(Path(f"{voice_file}.json").read_bytes())
        rate = told["audio"]["sample_rate"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SpeechTrouble(TroubleCode.VOICE_MISSING, voice_file) from error
    if not isinstance(rate, int) or not 8_000 <= rate <= 48_000:
        raise SpeechTrouble(TroubleCode.VOICE_MISSING, voice_file)
    return rate


def _has_come(descriptor: int) -> bool:
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(_LOOK * 1000))


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    with suppress(OSError, ValueError):
        process.communicate()  # closes the pipes and collects the process
