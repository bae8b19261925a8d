"""How letters are spoken: the section [speech] of settings.toml; the environment wins."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

SLOWEST, FASTEST = 80, 450  # words a minute: what espeak-ng speaks
ENGINES = ("espeak", "system", "speech-dispatcher", "piper", "silent", "dummy")
_PLAY_THEMSELVES = ("system", "speech-dispatcher", "dummy")
OUTPUTS = ("pw-play", "paplay", "aplay", "stdout", "null", "null-fast")

_LARGEST = {"rate": FASTEST, "volume": 100}
_SMALLEST = {"rate": SLOWEST, "volume": 0}
_CHOICES = {"engine": ENGINES, "output": OUTPUTS}
_TRUTHS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


@dataclass(eq=False)
class SpeechSettingError(Exception):
    """A setting cannot be used: `why` is "key" or "value". `nearest` is what may have been meant.

    `variable` is the environment's variable it stands in; empty where it stands in the section.
    """

    why: str
    key: str
    variable: str = ""
    nearest: str = ""

    def __str__(self) -> str:
        return f"SpeechSettingError({self.why}, {self.key})"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechSettings:
    """What a person chose; empty means: what this machine has."""

    enabled: bool = False  # off by default: the person's own screen reader may be speaking
    engine: str = ""  # one of ENGINES
    voice: str = ""  # as the engine names it; used for sentences of its language
    rate: int = 175  # words a minute: espeak-ng's own default
    volume: int = 100  # percent
    output: str = ""  # one of OUTPUTS
    piper_voice: str = ""  # the .onnx file of a voice that the person has

    @property
    def engine_or_default(self) -> str:
        """The engine that is to speak: a named piper voice is a choice of piper."""
        default = "system" if sys.platform in ("darwin", "win32") else "espeak"
        return self.engine or ("piper" if self.piper_voice else default)

    @property
    def plays_itself(self) -> bool:
        """Whether the engine plays its sound itself, so that no output is chosen for it."""
        return self.engine_or_default in _PLAY_THEMSELVES


def read_speech_settings(
    section: Mapping[str, object], environment: Mapping[str, str]
) -> SpeechSettings:
    """Read the section, then BREVDUE_SPEECH_* and BREVDUE_PIPER_VOICE.

    Raises `SpeechSettingError`.
    """
    settings = SpeechSettings()
    for key, value in section.items():
        settings = _with(settings, key, value, variable="")
    for field in fields(SpeechSettings):
        variable = variable_of(field.name)
        if environment.get(variable):
            settings = _with(settings, field.name, environment[variable], variable=variable)
    return settings


def variable_of(key: str) -> str:
    """Name the environment's variable for a setting; it goes before the file."""
    return "BREVDUE_PIPER_VOICE" if key == "piper_voice" else f"BREVDUE_SPEECH_{key.upper()}"


def _with(settings: SpeechSettings, key: str, value: object, *, variable: str) -> SpeechSettings:
    types = {field.name: field.type for field in fields(SpeechSettings)}
    if key not in types:
        raise SpeechSettingError(
            why="key", key=key, variable=variable, nearest=_nearest(key, types)
        )
    wrong = SpeechSettingError(why="value", key=key, variable=variable)
    text = str(value)
    if types[key] is bool:
        if text.lower() not in _TRUTHS:
            raise wrong
        return replace(settings, enabled=_TRUTHS[text.lower()])
    if types[key] is int:
        if not text.isdecimal() or not _SMALLEST[key] <= int(text) <= _LARGEST[key]:
            raise wrong
        return replace(settings, **{key: int(text)})  # type: ignore[arg-type]  # an int field
    if not isinstance(value, str) or not value.isprintable():
        raise wrong
    if key in _CHOICES and value not in _CHOICES[key]:
        nearest = _nearest(value, _CHOICES[key])
        raise SpeechSettingError(why="value", key=key, variable=variable, nearest=nearest)
    return replace(settings, **{key: value})  # type: ignore[arg-type]  # a text field


def _nearest(word: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    from difflib import get_close_matches  # 2 ms: only after a slip

    return (*get_close_matches(word, known, n=1, cutoff=0.5), "")[0]
