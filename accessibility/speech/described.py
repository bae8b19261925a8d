"""What would speak, where its sound would go, and why: told without starting any of it."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from accessibility.speech.outputs import ChosenOutput, choose_output
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.troubles import SpeechTrouble, TroubleCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """Speech on this machine; a trouble stands where something is missing.

    `voice` is empty where each language has the engine's own. `output` is None where there is none.
    """

    is_enabled: bool
    engine: str
    is_engine_chosen: bool  # by the person's settings; else it is this machine's default
    voice: str
    rate: int  # words a minute
    output: ChosenOutput | None
    engine_trouble: SpeechTrouble | None
    output_trouble: SpeechTrouble | None


def describe(
    settings: SpeechSettings, environment: Mapping[str, str], stdout: int = 1
) -> Described:
    """Look at the settings and at what is installed. Takes about a millisecond."""
    engine = settings.engine_or_default
    output, output_trouble = None, None
    try:
        output = choose_output(settings, environment, stdout)
    except SpeechTrouble as trouble:
        output_trouble = trouble
    return Described(
        is_enabled=settings.enabled,
        engine=engine,
        is_engine_chosen=bool(settings.engine or settings.piper_voice),
        voice=settings.piper_voice if engine == "piper" else settings.voice,
        rate=settings.rate,
        output=output,
        engine_trouble=missing_for(settings, environment),
        output_trouble=output_trouble,
    )


def missing_for(settings: SpeechSettings, environment: Mapping[str, str]) -> SpeechTrouble | None:
    """Tell what the chosen engine lacks on this machine; None if it seems to be all there."""
    if not _is_installed("pyttsx3"):
        return SpeechTrouble(TroubleCode.ENGINE_MISSING, "pyttsx3")
    match settings.engine_or_default:
        case "espeak" if not _is_installed("espeakng_loader"):
            return SpeechTrouble(TroubleCode.ENGINE_MISSING, "espeakng-loader")
        case "system" if sys.platform not in ("darwin", "win32"):
            return SpeechTrouble(TroubleCode.ENGINE_MISSING, "system")
        case "piper":
            return _missing_for_piper(settings, environment)
        case "speech-dispatcher" if not _has_program("speech-dispatcher", environment):
            return SpeechTrouble(TroubleCode.ENGINE_MISSING, "speech-dispatcher")
        case _:
            return None


def _missing_for_piper(
    settings: SpeechSettings, environment: Mapping[str, str]
) -> SpeechTrouble | None:
    if not settings.piper_voice or not Path(settings.piper_voice).is_file():
        return SpeechTrouble(
            TroubleCode.VOICE_MISSING, settings.piper_voice or "BREVDUE_PIPER_VOICE"
        )
    if not _has_program("piper", environment) and not _is_installed("piper"):
        return SpeechTrouble(TroubleCode.ENGINE_MISSING, "piper")
    return None


def _is_installed(module: str) -> bool:
    """Tell whether there is such a module, without importing it."""
    from importlib.util import find_spec

    return find_spec(module) is not None


def _has_program(name: str, environment: Mapping[str, str]) -> bool:
    from shutil import which

    return which(name, path=environment.get("PATH", os.defpath)) is not None
