"""The way of sound out of the worker: sinks, and what a stop does between two threads."""

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from accessibility.speech.orders import Ordered, Orders
from accessibility.speech.playing import Playing
from accessibility.speech.pyttsx3_driver import open_engine
from accessibility.speech.sentence import Sentence
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.silent_voice import SilentVoice
from accessibility.speech.sinks import NullSink, PlayerSink, StreamSink
from accessibility.speech.telling import ToldKind
from accessibility.speech.troubles import SpeechTrouble, TroubleCode
from accessibility.speech.turns import Turn
from accessibility.speech.voicing import Voicing
from tests.accessibility.speech.listening import sentences, speaker_of, until, until_true
from tests.accessibility.speech.sound_card import SoundCard


class NotedSink(NullSink):
    """Notes what it takes."""

    def __init__(self) -> None:
        self.taken = 0

    def write(self, pcm: bytes) -> bool:
        self.taken += len(pcm)
        return True


def test_a_piece_that_waits_behind_a_stop_is_not_written(tmp_path: Path) -> None:
    orders, sink = Orders(), NotedSink()
    orders.order(
        Ordered(generation=1, index=0, is_last=True, sentence=Sentence(text="", language="da"))
    )
    playing = Playing(orders, sink, Turn(tmp_path), sample_rate=22050, is_paced=True)
    with playing._lock:  # as while the player is killed
        writing = threading.Thread(target=playing.write, args=(b"\0\0", 1))
        writing.start()
        time.sleep(0.05)
        orders.stop(2)
    writing.join()
    assert sink.taken == 0


def test_a_player_that_ended_after_it_took_all_is_seen() -> None:
    sink = PlayerSink("aplay", ["/bin/sh", "-c", "head -c 2 >/dev/null; exit 1"])
    assert sink.write(b"\0\0")
    process = sink._process
    assert process
    process.wait(5)
    with pytest.raises(SpeechTrouble) as raised:
        sink.check()
    assert (raised.value.code, raised.value.what) == (TroubleCode.NO_SOUND, "aplay")
    assert sink.write(b"\0\0")  # by another one
    with pytest.raises(SpeechTrouble):
        sink.close()


def test_a_players_pipe_holds_less_than_a_quarter_of_a_second() -> None:
    sink = PlayerSink("aplay", ["/bin/sleep", "10"])
    pieces = 0
    while sink.write(b"\0" * 884):
        pieces += 1
    sink.drop()
    assert pieces * 884 / 44100 < 0.25


def test_a_full_pipe_of_somebody_elses_is_not_waited_for() -> None:
    listening, writing = os.pipe()
    sink = StreamSink(writing)
    while sink.write(b"\0" * 884):
        pass
    os.close(listening)
    with pytest.raises(SpeechTrouble, match="pipe-closed"):
        sink.write(b"\0")
    os.close(writing)


@pytest.mark.parametrize(
    ("language", "tag"),
    [("da", "da"), ("en_GB", "en-gb"), ("../../tmp/da", "en"), ("da\r\nSTOP ALL", "en"),
     ("", "en"), ("da+f3", "en"), ("zh-Hans-CN", "zh-hans-cn"), ("d\0", "en")],
)  # fmt: skip
def test_a_strangers_language_is_a_tag_or_english(language: str, tag: str) -> None:
    seen: list[str] = []

    def voices_for(asked: str, _chosen: str) -> list[str]:
        seen.append(asked)
        return [asked]

    engine = open_engine(SilentVoice(), lambda _: True)
    Voicing(engine, SpeechSettings(), voices_for).speak(Sentence(text="Ja.", language=language))
    assert seen == [tag]


async def test_the_worker_runs_no_module_of_the_users(sound_card: SoundCard) -> None:
    folder = sound_card.folder / "modules"
    folder.mkdir()
    for name in ("sitecustomize", "json", "pyttsx3"):
        (folder / f"{name}.py").write_text(f"open({str(folder / 'run')!r}, 'w').close()")
    async with speaker_of(sound_card, output="null-fast") as speaker:
        speaker._environment = {**sound_card.environment(), "PYTHONPATH": str(folder)}
        speaker.speak(sentences("Ja."))
        await until(speaker, ToldKind.ENDED)
    assert not (folder / "run").exists()


async def test_a_player_that_is_not_a_program_is_told(sound_card: SoundCard) -> None:
    sound_card.put("#!/nonexistent/interpreter\n")
    async with speaker_of(sound_card) as speaker:
        speaker.speak(sentences("Ja."))
        told = await until(speaker, ToldKind.TROUBLE)
        assert told[-1].trouble
        assert told[-1].trouble.code is TroubleCode.PLAYER_MISSING
        sound_card.put(f"#!{sys.executable} -IS\nimport sys\nsys.stdin.buffer.read()\n")
        speaker.speak(sentences("Ja."))
        await until(speaker, ToldKind.ENDED)
        await until_true(lambda: speaker.position == 0)
