"""Which player is chosen, and why; and how speech is described before anything is started."""

import os
import subprocess
from pathlib import Path

import pytest

from accessibility.speech.described import describe
from accessibility.speech.outputs import ChosenOutput, Why, choose_output, player_command
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.trouble_words import described_sentences, trouble_sentence
from accessibility.speech.troubles import SpeechTrouble, TroubleCode
from accessibility.wording import wording_for

PLAYERS = ("paplay", "pw-play", "aplay")


@pytest.fixture
def machine(tmp_path: Path) -> dict[str, str]:
    """A machine with every player, and no sound server."""
    for name in PLAYERS:
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o700)
    return {"PATH": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}


def with_server(machine: dict[str, str], socket: str) -> None:
    path = Path(machine["XDG_RUNTIME_DIR"]) / socket
    path.parent.mkdir(exist_ok=True)
    path.touch()


def chosen(machine: dict[str, str], **settings: str) -> tuple[str, Why]:
    output = choose_output(SpeechSettings(**settings), machine)  # type: ignore[arg-type]
    return output.name, output.why


def test_the_player_of_the_server_that_runs_is_chosen(machine: dict[str, str]) -> None:
    assert chosen(machine) == ("aplay", Why.FIRST_FOUND)
    with_server(machine, "pipewire-0")
    assert chosen(machine) == ("pw-play", Why.SERVER_RUNS)
    with_server(machine, "pulse/native")
    assert chosen(machine) == ("paplay", Why.SERVER_RUNS)
    assert chosen(machine, output="aplay") == ("aplay", Why.ASKED_FOR)


def test_an_engine_that_plays_itself_needs_no_player_but_no_ssh(machine: dict[str, str]) -> None:
    for engine in ("speech-dispatcher", "system"):
        assert chosen({}, engine=engine) == (engine, Why.PLAYS_ITSELF)
        with pytest.raises(SpeechTrouble, match="over-ssh"):
            chosen({**machine, "SSH_TTY": "x"}, engine=engine)


@pytest.mark.parametrize("output", ["stdout", "null"])
def test_over_ssh_sound_may_go_where_no_sound_card_is(output: str) -> None:
    assert chosen({"SSH_TTY": "x"}, output=output) == (output, Why.ASKED_FOR)


def test_a_player_that_was_asked_for_and_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SpeechTrouble) as raised:
        chosen({"PATH": str(tmp_path)}, output="paplay")
    assert raised.value.what == "paplay"
    told = trouble_sentence(raised.value, wording_for("en"))
    assert told == "Nothing can be heard: paplay is not installed."


@pytest.mark.parametrize("name", PLAYERS)
def test_every_player_reads_raw_sound_and_holds_little(name: str) -> None:
    command = player_command(ChosenOutput(name=name, why=Why.ASKED_FOR, program=name), 16000)
    assert command[0] == name
    assert "16000" in " ".join(command)
    assert any("40" in word for word in command)


def test_speech_is_described_with_its_reasons_and_nothing_is_started(
    machine: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    settings = SpeechSettings(enabled=True, voice="da+f3", rate=200)
    told = described_sentences(describe(settings, machine), wording_for("en"))
    assert told == [
        "Letters are read aloud by espeak.",
        "The voice is da+f3.",
        "The rate is 200 words a minute.",
        "Sound goes to aplay, as no sound server is running.",
    ]


def test_what_is_missing_is_described(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accessibility.speech.described._is_installed", lambda name: False)
    told = described_sentences(describe(SpeechSettings(), {"PATH": ""}), wording_for("en"))
    assert told[-3:] == [
        "Nothing can be read aloud: pyttsx3 is not installed.",
        "Nothing can be heard: no program that plays sound was found. "
        "Install pipewire, pulseaudio-utils or alsa-utils.",
        "Nothing is read aloud before you ask for it: s, or brevdue say.",
    ]
    piper = SpeechSettings(piper_voice=str(tmp_path / "no.onnx"))
    monkeypatch.setattr("accessibility.speech.described._is_installed", lambda name: True)
    trouble = describe(piper, {"PATH": os.defpath}).engine_trouble
    assert trouble
    assert trouble.code is TroubleCode.VOICE_MISSING


@pytest.mark.parametrize("code", list(TroubleCode))
def test_every_trouble_has_a_sentence(code: TroubleCode) -> None:
    told = trouble_sentence(SpeechTrouble(code, "x"), wording_for("en"))
    assert told.endswith(".")
    assert "{" not in told
