"""The person's choices: the section [speech], and the environment before it."""

import pytest

from accessibility.speech.settings import (
    SpeechSettingError,
    SpeechSettings,
    read_speech_settings,
)


def test_nothing_is_spoken_before_the_person_turns_it_on() -> None:
    settings = read_speech_settings({}, {})
    assert settings == SpeechSettings()
    assert not settings.enabled


def test_the_environment_goes_before_the_section() -> None:
    section = {"enabled": True, "rate": 300, "engine": "silent"}
    environment = {"BREVDUE_SPEECH_RATE": "90", "BREVDUE_SPEECH_OUTPUT": "null"}
    settings = read_speech_settings(section, environment)
    assert settings == SpeechSettings(enabled=True, rate=90, engine="silent", output="null")


@pytest.mark.parametrize(("text", "truth"), [("1", True), ("yes", True), ("No", False)])
def test_it_is_turned_on_and_off_by_the_environment(text: str, truth: bool) -> None:
    assert read_speech_settings({}, {"BREVDUE_SPEECH_ENABLED": text}).enabled is truth


def test_a_named_piper_voice_is_a_choice_of_piper() -> None:
    settings = read_speech_settings({}, {"BREVDUE_PIPER_VOICE": "voice.onnx"})
    assert settings.engine_or_default == "piper"
    assert SpeechSettings(piper_voice="voice.onnx", engine="espeak").engine_or_default == "espeak"


@pytest.mark.parametrize(
    ("platform", "engine"), [("linux", "espeak"), ("darwin", "system"), ("win32", "system")]
)
def test_each_system_has_its_engine(
    monkeypatch: pytest.MonkeyPatch, platform: str, engine: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert SpeechSettings().engine_or_default == engine


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("rate", "79"), ("rate", "451"), ("rate", "fast"), ("volume", "101"), ("enabled", "maybe"),
        ("engine", "esspeak"), ("output", "alsa"), ("voice", "da\n"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_told_with_its_place(key: str, value: str) -> None:
    variable = f"BREVDUE_SPEECH_{key.upper()}"
    with pytest.raises(SpeechSettingError) as raised:
        read_speech_settings({}, {variable: value})
    assert (raised.value.why, raised.value.key) == ("value", key)
    assert raised.value.variable == variable
    with pytest.raises(SpeechSettingError):
        read_speech_settings({key: value}, {})


def test_an_unknown_key_is_told_with_the_nearest_one() -> None:
    with pytest.raises(SpeechSettingError) as raised:
        read_speech_settings({"rat": 100}, {})
    assert (raised.value.why, raised.value.nearest) == ("key", "rate")
