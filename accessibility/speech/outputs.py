"""Which way sound leaves this machine, and why: chosen before anything is started."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from accessibility.speech.settings import OUTPUTS, SpeechSettings
from accessibility.speech.troubles import SpeechTrouble, TroubleCode

_FORMAT = "S16_LE" if sys.byteorder == "little" else "S16_BE"
# What each player is asked to hold at most; `playing` gives it no more than this.
_LATENCY = 40  # milliseconds
_BUFFER = 100  # milliseconds: the room aplay has in the sound card


class Why(StrEnum):
    """Why an output is the one."""

    ASKED_FOR = "asked-for"  # the person's settings
    SERVER_RUNS = "server-runs"  # its sound server is running
    PLAYS_ITSELF = "plays-itself"  # the engine needs none of ours
    FIRST_FOUND = "first-found"  # no sound server was seen, and this player is installed


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenOutput:
    """An output by its name; `program` is the player's path, where it is a player."""

    name: str
    why: Why
    program: str = ""

    @property
    def is_paced(self) -> bool:
        """Whether sound is written no sooner than it is heard."""
        return self.name != "null-fast"


def is_over_ssh(environment: Mapping[str, str]) -> bool:
    """Tell whether the person sits at another machine than this one."""
    return bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))


def choose_output(
    settings: SpeechSettings, environment: Mapping[str, str], stdout: int = 1
) -> ChosenOutput:
    """Choose an output; `stdout` is the descriptor for the output of that name.

    Raises `SpeechTrouble`: OVER_SSH, PLAYER_MISSING, OUTPUT_IS_TERMINAL, OUTPUT_UNKNOWN.
    """
    if settings.plays_itself:
        if is_over_ssh(environment):
            raise SpeechTrouble(TroubleCode.OVER_SSH)
        return ChosenOutput(name=settings.engine_or_default, why=Why.PLAYS_ITSELF)
    asked = settings.output
    if asked == "stdout":
        if os.isatty(stdout):  # noise on the screen, and commands to the terminal
            raise SpeechTrouble(TroubleCode.OUTPUT_IS_TERMINAL)
        return ChosenOutput(name=asked, why=Why.ASKED_FOR)
    if asked in ("null", "null-fast"):
        return ChosenOutput(name=asked, why=Why.ASKED_FOR)
    if asked and asked not in OUTPUTS:
        raise SpeechTrouble(TroubleCode.OUTPUT_UNKNOWN, asked)
    if is_over_ssh(environment):
        raise SpeechTrouble(TroubleCode.OVER_SSH)
    return _chosen_player(asked, environment)


def player_command(output: ChosenOutput, sample_rate: int) -> list[str]:
    """Give the command of a player that reads 16-bit mono PCM and holds little of it."""
    rate = str(sample_rate)
    match output.name:
        case "paplay":
            return [
                output.program, "--raw", f"--rate={rate}", "--format=s16ne", "--channels=1",
                f"--latency-msec={_LATENCY}", "--client-name=Brevdue", "--stream-name=Brevdue",
            ]  # fmt: skip
        case "pw-play":
            return [
                output.program, "--playback", "--raw", "--rate", rate, "--format", "s16",
                "--channels", "1", "--latency", f"{_LATENCY}ms", "-",
            ]  # fmt: skip
        case _:
            # It would wait for a full buffer before the first sound: --start-delay says how long.
            return [
                output.program, "-q", "-t", "raw", "-f", _FORMAT, "-c", "1", "-r", rate,
                f"--buffer-time={_BUFFER * 1000}", f"--period-time={_BUFFER * 200}",
                f"--start-delay={_LATENCY * 1000}", "-",
            ]  # fmt: skip


def _chosen_player(asked: str, environment: Mapping[str, str]) -> ChosenOutput:
    # paplay first: it reads raw sound in every release, pw-play only in newer ones; PipeWire
    # serves both. aplay last: it may hold the sound card for itself.
    names = (asked,) if asked else ("paplay", "pw-play", "aplay")
    from shutil import which  # brings the compressors: only when something is to be spoken

    path = environment.get("PATH", os.defpath)
    found = {name: program for name in names if (program := which(name, path=path))}
    if not found:
        raise SpeechTrouble(TroubleCode.PLAYER_MISSING, asked)
    for name, program in found.items():
        if asked:
            return ChosenOutput(name=name, program=program, why=Why.ASKED_FOR)
        if _serves(name, environment):
            return ChosenOutput(name=name, program=program, why=Why.SERVER_RUNS)
    name = "aplay" if "aplay" in found else next(iter(found))
    return ChosenOutput(name=name, program=found[name], why=Why.FIRST_FOUND)


def _serves(player: str, environment: Mapping[str, str]) -> bool:
    """Tell whether the player's sound server is there, by its socket."""
    runtime = Path(environment.get("XDG_RUNTIME_DIR") or "/nonexistent")
    if player == "paplay":
        return bool(environment.get("PULSE_SERVER")) or (runtime / "pulse" / "native").exists()
    return player == "pw-play" and (runtime / "pipewire-0").exists()
