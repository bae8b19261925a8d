"""Engines that a person may choose instead: speech-dispatcher, piper, pyttsx3's own, silence."""

import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from accessibility.speech.settings import SpeechSettings
from accessibility.speech.speaker import Speaker
from accessibility.speech.synthesis import Synthesis
from accessibility.speech.telling import ToldKind
from accessibility.speech.troubles import SpeechTrouble, TroubleCode
from tests.accessibility.speech.listening import LONG, sentences, speaker_of, until, until_true
from tests.accessibility.speech.sound_card import SoundCard
from tests.accessibility.speech.ssip_server import SsipServer

BEGUN, ENDED, TROUBLE = ToldKind.BEGUN, ToldKind.ENDED, ToldKind.TROUBLE
_PIPER = """#!{python} -IS
import os, sys, time
with open({log!r}, "a") as log:
    log.write(" ".join(sys.argv[1:]) + "\\n")
line = sys.stdin.readline()
for character in line:
    time.sleep(0.02)
    os.write(1, b"\\x01\\x02" * 441 + b"\\x01")
    os.write(1, b"\\x02")
"""


@pytest.fixture
def daemon(tmp_path: Path) -> Iterator[SsipServer]:
    server = SsipServer(tmp_path)
    yield server
    server.close()


@pytest.fixture
def piper_voice(sound_card: SoundCard) -> str:
    program = sound_card.folder / "piper"
    log = str(sound_card.folder / "piper.log")
    program.write_text(_PIPER.format(python=sys.executable, log=log))
    program.chmod(0o700)
    voice = sound_card.folder / "voice.onnx"
    voice.touch()
    Path(f"{voice}.json").write_text(json.dumps({"audio": {"sample_rate": 22050}}))
    return str(voice)


async def test_speech_dispatcher_speaks_when_it_is_chosen(
    sound_card: SoundCard, daemon: SsipServer
) -> None:
    async with speaker_of(sound_card, engine="speech-dispatcher", rate=450) as speaker:
        speaker.speak(sentences("Goddag.", ".", "..\r\nCANCEL SELF"))
        told = await until(speaker, ENDED)
    assert [one.index for one in told if one.kind is BEGUN] == [0, 1, 2]
    assert daemon.heard == ["Goddag.", ".", "..  CANCEL SELF"]
    assert "SET SELF LANGUAGE da" in daemon.asked
    assert "SET SELF RATE 100" in daemon.asked
    assert "SET SELF SSML_MODE off" in daemon.asked
    assert sound_card.noted() == []


async def test_speech_dispatcher_stops_pauses_and_begins_the_sentence_again(
    sound_card: SoundCard, daemon: SsipServer
) -> None:
    async with speaker_of(sound_card, engine="speech-dispatcher") as speaker:
        speaker.speak(sentences("Goddag.", "Farvel."))
        await until(speaker, BEGUN)
        speaker.pause()
        await until_true(lambda: "CANCEL SELF" in daemon.asked)
        speaker.resume()
        await until(speaker, BEGUN)
        await until_true(lambda: daemon.heard == ["Goddag.", "Goddag.", "Farvel."])
        daemon.asked.clear()
        start = time.monotonic()
        speaker.speak(
            sentences("Farvel.")
        )  # its cancelled message is told of while the next one is spoken
        await until(speaker, ToldKind.FINISHED)
        assert "CANCEL SELF" in daemon.asked
        assert time.monotonic() - start > 0.25
        daemon.asked.clear()
        speaker.speak(sentences("Farvel."))
        await until(speaker, BEGUN)
        await until_true(lambda: "SPEAK" in daemon.asked)
        speaker.stop()
        await until_true(lambda: "CANCEL SELF" in daemon.asked)


async def test_speech_dispatcher_never_speaks_when_it_is_not_chosen(
    sound_card: SoundCard, daemon: SsipServer
) -> None:
    async with speaker_of(sound_card) as speaker:
        speaker.speak(sentences("Ja."))
        await until(speaker, ENDED)
    assert daemon.asked == []


async def test_without_speech_dispatcher_it_is_told(sound_card: SoundCard) -> None:
    async with speaker_of(sound_card, engine="speech-dispatcher") as speaker:
        speaker.speak(LONG)
        told = await until(speaker, TROUBLE)
        assert told[-1].trouble
        assert told[-1].trouble.code is TroubleCode.ENGINE_MISSING


async def test_a_daemon_that_ends_is_told(sound_card: SoundCard, daemon: SsipServer) -> None:
    async with speaker_of(sound_card, engine="speech-dispatcher") as speaker:
        speaker.speak(sentences("Ja."))
        await until(speaker, ENDED)
        speaker.speak(LONG)
        await until(speaker, BEGUN)
        assert speaker._process
        path = sound_card.folder / "speech-dispatcher" / "speechd.sock"
        path.unlink()
        os.kill(speaker._process.pid, 9)  # the next worker finds no daemon
        told = await until(speaker, TROUBLE)
        assert told[-1].trouble
        assert told[-1].trouble.code is TroubleCode.ENGINE_MISSING


async def test_a_piper_voice_speaks_and_the_next_one_loads_meanwhile(
    sound_card: SoundCard, piper_voice: str
) -> None:
    async with speaker_of(sound_card, piper_voice=piper_voice, rate=350) as speaker:
        speaker.speak(sentences("abc", "de"))
        told = await until(speaker, ENDED)
        assert [one.index for one in told if one.kind is BEGUN] == [0, 1]
        started = (sound_card.folder / "piper.log").read_text().splitlines()
    assert started == [f"--model {piper_voice} --output-raw --length-scale 0.50"] * 3
    assert sound_card.sound() == b"\x01\x02" * 442 * 7  # of "abc\n" and "de\n"


async def test_piper_is_stopped_while_it_still_loads(
    sound_card: SoundCard, piper_voice: str
) -> None:
    program = sound_card.folder / "piper"
    program.write_text(program.read_text().replace("line =", "time.sleep(60)\nline ="))
    async with speaker_of(sound_card, piper_voice=piper_voice) as speaker:
        speaker.speak(LONG)
        await until_true((sound_card.folder / "piper.log").exists)
        process = speaker._process
        speaker.stop()
        await until_true(lambda: not speaker._stop_by._timer)
        assert speaker._process is process
        program.write_text(program.read_text().replace("time.sleep(60)", ""))
        speaker.speak(sentences("Ja"))
        await until(speaker, ENDED)


def test_a_piper_voice_is_saved_too(sound_card: SoundCard, piper_voice: str) -> None:
    settings = SpeechSettings(piper_voice=piper_voice)
    with Synthesis(settings, sound_card.environment()) as synthesis:
        assert len(synthesis.pcm(sentences("abc")[0])) == 2 * 442 * 4


@pytest.mark.parametrize(
    ("missing", "code"),
    [("piper", TroubleCode.ENGINE_MISSING), ("voice.onnx.json", TroubleCode.VOICE_MISSING)],
)
def test_without_piper_or_its_voice_it_is_told(
    sound_card: SoundCard, piper_voice: str, missing: str, code: TroubleCode
) -> None:
    (sound_card.folder / missing).unlink()
    settings = SpeechSettings(piper_voice=piper_voice)
    with pytest.raises(SpeechTrouble) as raised:
        Synthesis(settings, sound_card.environment()).__enter__()
    assert raised.value.code is code


def test_a_voice_that_espeak_has_not_is_told(sound_card: SoundCard) -> None:
    with pytest.raises(SpeechTrouble, match="voice-missing"):
        Synthesis(SpeechSettings(voice="nobody"), {}).__enter__()


async def test_pyttsx3s_own_dummy_driver_takes_its_time_and_ends(sound_card: SoundCard) -> None:
    async with speaker_of(sound_card, engine="dummy") as speaker:
        speaker.speak(sentences("Ja."))
        assert [one.kind for one in await until(speaker, ENDED)][-1] is ENDED


async def test_silence_needs_no_library_and_no_sound_card(tmp_path: Path) -> None:
    environment = {"XDG_RUNTIME_DIR": str(tmp_path)}
    speaker = Speaker(SpeechSettings(engine="silent", output="null"), environment)
    speaker.speak(sentences("en to tre"))
    told = await until(speaker, ENDED)
    await speaker.close()
    assert [one.kind for one in told] == [BEGUN, ToldKind.FINISHED, ENDED]
