"""The engines by name, opened in a worker: what is imported and loaded here stays out of a face."""

import os

from accessibility.speech.pyttsx3_driver import Engine, named_engine, open_engine
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.synthesiser import Synthesiser, Write
from accessibility.speech.troubles import SpeechTrouble, TroubleCode
from accessibility.speech.voicing import Voicing, voices_by_tag


def open_voicing(settings: SpeechSettings, write: Write) -> tuple[Voicing, int]:
    """Open the chosen engine; give it and its sample rate, 0 if it plays by itself.

    Raises `SpeechTrouble`.
    """
    name = settings.engine_or_default
    if name in ("system", "dummy"):
        engine = named_engine(None if name == "system" else name)
        return Voicing(engine, settings, _ListedVoices(engine)), 0
    synthesiser = _opened(name, settings)
    engine = open_engine(synthesiser, write)
    return Voicing(engine, settings, voices_by_tag), synthesiser.sample_rate


def open_recording(settings: SpeechSettings, write: Write) -> tuple[Voicing, int]:
    """Open the chosen engine, which must give us its sound. Raises `SpeechTrouble`."""
    voicing, sample_rate = open_voicing(settings, write)
    if not sample_rate:
        raise SpeechTrouble(TroubleCode.ENGINE_PLAYS, settings.engine_or_default)
    return voicing, sample_rate


def _opened(name: str, settings: SpeechSettings) -> Synthesiser:
    match name:
        case "espeak":
            from accessibility.speech.espeak_library import EspeakLibrary

            library = EspeakLibrary()
            if settings.voice:
                library.set_voice(settings.voice)  # it is told at once that there is none
            return library
        case "piper":
            from accessibility.speech.piper_voice import PiperVoice

            return PiperVoice(settings.piper_voice, os.environ)
        case "speech-dispatcher":
            from accessibility.speech.speech_dispatcher import SpeechDispatcher

            return SpeechDispatcher(settings.voice, os.environ)
        case "silent":
            from accessibility.speech.silent_voice import SilentVoice

            return SilentVoice()
        case _:
            raise SpeechTrouble(TroubleCode.ENGINE_UNKNOWN, name)


class _ListedVoices:
    """The voices of Windows or macOS for a language; they are named by long identifiers."""

    def __init__(self, engine: Engine) -> None:
        self._voices = [
            (str(voice.id), [str(language).lower() for language in voice.languages or ()])
            for voice in engine.getProperty("voices")
        ]

    def __call__(self, tag: str, chosen: str) -> list[str]:
        primary = tag.partition("-")[0]
        fitting = [
            identifier
            for identifier, languages in self._voices
            if any(language.replace("_", "-").split("-")[0] == primary for language in languages)
        ]
        mine = [identifier for identifier in fitting if identifier == chosen]
        return [*mine, *fitting, ""]
