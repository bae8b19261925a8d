"""The terminal's own settings: the section [terminal] of settings.toml; the environment wins."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from accessibility.wording import LANGUAGES, language_of_environment
from mailbox_tui.looks import LOOK_NAMES, THEMES
from mailbox_tui.places import config_folder, write_private

if TYPE_CHECKING:
    from accessibility.speech.settings import SpeechSettings

_SECTION = "terminal"
_OURS = re.compile(rf"\s*\[\s*{_SECTION}\s*\]")
_KEYS_SECTION = "keys"
_SPEECH_SECTION = "speech"
LARGEST = 1000  # letters or lines a page
CHOICES = {"language": LANGUAGES, "look": LOOK_NAMES, "theme": THEMES}


@dataclass(eq=False)
class SettingsError(Exception):
    """A setting cannot be used; `why` is "key", "value", "no-key" or "file".

    `file` is where it stands; empty where it was only asked for. `nearest` is a key that may have
    been meant; with "no-key", `key` is what names no key of a keyboard, with "words" a line of the
    list of own words. `allowed` are the values, or the keys, that there are, where it is known.
    """

    why: str
    file: str
    key: str = ""
    nearest: str = ""
    allowed: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"SettingsError({self.why})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a person chose; empty means: as the surroundings say."""

    language: str = ""  # "da" or "en"
    mailbox: str = ""  # one's own, where a store has several: M1, or a number
    store: str = ""  # sqlite:///PATH
    look: str = ""  # of the screens; "plain" is line mode
    theme: str = ""  # the screens' colours
    letters_per_page: int = 10
    lines_per_page: int = 22

    def check(self, key: str) -> None:
        """Tell whether there is such a setting. Raises `SettingsError`."""
        _with(self, key, None, path=None)


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read the file, then the environment (BREVDUE_LANGUAGE ...). Raises `SettingsError`."""
    path = settings_file(environment)
    settings = Settings()
    for key, value in _section(path, _SECTION).items():
        settings = _with(settings, key, value, path=path)
    for field in fields(Settings):
        name = variable_of(field.name)
        if field.name == "language" and environment.get(name):
            # As LANG, it may name a language or a country that is not ours; English then.
            settings = replace(settings, language=language_of_environment(environment))
        elif environment.get(name):
            settings = _with(settings, field.name, environment[name], path=Path(name))
    return settings


def variable_of(key: str) -> str:
    """Name the environment's variable for a setting; it goes before the file."""
    return f"BREVDUE_{key.upper()}"


def change_setting(environment: Mapping[str, str], key: str, value: str) -> None:
    """Keep one setting in the file; an empty value forgets it. Raises `SettingsError`."""
    path = settings_file(environment)
    kept = _section(path, _SECTION)
    if value:
        checked = _with(Settings(), key, value, path=None)
        kept[key] = getattr(checked, key)
    else:
        _with(Settings(), key, None, path=None)
        kept.pop(key, None)
    ours = [f"[{_SECTION}]", *(f"{name} = {_toml(kept[name])}" for name in sorted(kept))]
    text = "\n".join([*_other_lines(path), *ours]) + "\n"
    if _parsed(text, path).get(_SECTION) != kept:  # written in a way that only its owner can mend
        raise SettingsError(why="file", file=str(path))
    write_private(path, text)


def read_keys(environment: Mapping[str, str]) -> dict[str, str]:
    """Read the person's own keys: what a key does, to the keys that do it. Raises `SettingsError`.

    Whether there is such a thing to do, the screens tell: see `screens/keymap.py`.
    """
    path = settings_file(environment)
    keys = _section(path, _KEYS_SECTION)
    for name, value in keys.items():
        if not isinstance(value, str):
            raise SettingsError(why="value", file=str(path), key=name)
    return {name: str(value) for name, value in keys.items()}


def read_speech(environment: Mapping[str, str]) -> "SpeechSettings":
    """Read how letters are spoken: [speech] and BREVDUE_SPEECH_*. Raises `SettingsError`."""
    from accessibility.speech import settings as speech  # 3 ms: only where something is spoken

    path = settings_file(environment)
    try:
        return speech.read_speech_settings(_section(path, _SPEECH_SECTION), environment)
    except speech.SpeechSettingError as error:
        file = error.variable or str(path)
        allowed = {
            "rate": (f"{speech.SLOWEST}-{speech.FASTEST}",), "volume": ("0-100",),
            "enabled": ("yes", "no"), "engine": speech.ENGINES, "output": speech.OUTPUTS,
        }.get(error.key, ())  # fmt: skip
        if error.why == "key":
            allowed = tuple(field.name for field in fields(speech.SpeechSettings))
        raise SettingsError(
            why=error.why, file=file, key=error.key, nearest=error.nearest, allowed=allowed
        ) from error


def speaks_by_itself(environment: Mapping[str, str]) -> bool:
    """Tell whether each opened letter is to be read aloud. Raises `SettingsError`."""
    said = environment.get("BREVDUE_SPEECH_ENABLED")
    if not said and not _section(settings_file(environment), _SPEECH_SECTION):
        return False
    return read_speech(environment).enabled


def settings_file(environment: Mapping[str, str]) -> Path:
    """Give the settings file's place."""
    return config_folder(environment) / "settings.toml"


def _section(path: Path, name: str) -> dict[str, object]:
    if not path.exists():
        return {}
    try:
        section = _parsed(path.read_text(encoding="utf-8"), path).get(name, {})
    except UnicodeDecodeError as error:
        raise SettingsError(why="file", file=str(path)) from error
    if not isinstance(section, dict):
        raise SettingsError(why="file", file=str(path))
    return section


def _parsed(text: str, path: Path) -> dict[str, object]:
    import tomllib  # 5 ms: only where there is a settings file

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(why="file", file=str(path)) from error


def _other_lines(path: Path) -> list[str]:
    """Give the file's lines outside our section: they are somebody else's to change."""
    others: list[str] = []
    is_ours = False
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        if line.lstrip().startswith("["):
            is_ours = _OURS.match(line) is not None
        if not is_ours:
            others.append(line)
    return others


def _with(settings: Settings, key: str, value: object, *, path: Path | None) -> Settings:
    """Put one value in, checked. None only checks the key. `path`: where it stands already."""
    file = str(path or "")
    known = {field.name: field.type for field in fields(Settings)}
    if key not in known:
        from difflib import get_close_matches  # 2 ms: only after a slip

        nearest = (*get_close_matches(key, known, n=1, cutoff=0.5), "")[0]
        raise SettingsError(why="key", file=file, key=key, nearest=nearest)
    if value is None:
        return settings
    wrong = SettingsError(why="value", file=file, key=key)
    if known[key] is int:
        text = str(value)
        if not text.isdecimal() or not 1 <= int(text) <= LARGEST:
            raise wrong
        return replace(settings, **{key: int(text)})  # type: ignore[arg-type]  # key is an int field
    if not isinstance(value, str) or (key in CHOICES and value not in CHOICES[key]):
        raise wrong
    if not value.isprintable():
        raise wrong
    return replace(settings, **{key: value})  # type: ignore[arg-type]  # key is a text field


def _toml(value: object) -> str:
    if isinstance(value, int):
        return str(value)
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
