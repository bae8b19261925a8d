"""Each fault of pyttsx3 2.99's own driver for Linux, and that ours has none of them."""

import os
import subprocess
import threading
import time
import wave
from pathlib import Path

import pytest

from accessibility.speech.espeak_library import EspeakLibrary
from accessibility.speech.pyttsx3_driver import Engine, open_engine
from accessibility.speech.troubles import SpeechTrouble, TroubleCode
from tests.accessibility.speech.alikeness import alike

TEXTS = ("Første.", "Du skal betale.", "Farvel.")


class Output:
    """Where the sound goes: takes it, slowly if asked to, or breaks."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self.seconds = 0.0
        self.broken: Exception | None = None

    def write(self, pcm: bytes) -> bool:
        if self.broken:
            raise self.broken
        time.sleep(self.seconds)
        self.pieces.append(pcm)
        return True

    def taken(self) -> bytes:
        sound = b"".join(self.pieces)
        self.pieces.clear()
        return sound


@pytest.fixture
def output() -> Output:
    return Output()


@pytest.fixture
def engine(espeak: EspeakLibrary, output: Output) -> Engine:
    engine = open_engine(espeak, output.write)
    engine.setProperty("rate", 175)
    engine.setProperty("voice", "da")
    engine.runAndWait()
    return engine


def told_by(engine: Engine, topic: str) -> list[dict[str, object]]:
    told: list[dict[str, object]] = []
    engine.connect(topic, lambda **facts: told.append(facts))
    return told


def alone(engine: Engine, output: Output, text: str) -> bytes:
    engine.say(text)
    engine.runAndWait()
    return output.taken()


def test_run_and_wait_returns_when_all_sound_was_taken(engine: Engine, output: Output) -> None:
    whole = alone(engine, output, TEXTS[1])
    output.seconds = 0.01
    start = time.monotonic()
    assert alike(alone(engine, output, TEXTS[1]), whole)
    assert time.monotonic() - start > 0.3  # 45 pieces of 20 ms


def test_queued_texts_are_all_spoken_in_their_order(engine: Engine, output: Output) -> None:
    each = [alone(engine, output, text) for text in TEXTS]
    started = told_by(engine, "started-utterance")
    finished = told_by(engine, "finished-utterance")
    for text in TEXTS:
        engine.say(text, name=text)
    engine.runAndWait()
    assert alike(output.taken(), b"".join(each))
    assert [told["name"] for told in started] == list(TEXTS)
    assert finished == [{"name": text, "completed": True} for text in TEXTS]


def test_a_thousand_queued_texts_are_no_recursion(engine: Engine) -> None:
    finished = told_by(engine, "finished-utterance")
    for number in range(1000):
        engine.say("ja", name=str(number))
    engine.runAndWait()
    assert [told["name"] for told in finished] == [str(number) for number in range(1000)]


def test_a_change_of_rate_is_for_the_texts_after_it(engine: Engine, output: Output) -> None:
    slow = alone(engine, output, TEXTS[1])
    engine.say(TEXTS[1])
    engine.setProperty("rate", 400)
    engine.say(TEXTS[1])
    engine.runAndWait()
    both = output.taken()
    assert alike(both[: len(slow)], slow)
    assert 0 < len(both) - len(slow) < len(slow) / 1.5


def test_every_text_is_saved_to_its_file(engine: Engine, output: Output, tmp_path: Path) -> None:
    each = [alone(engine, output, text) for text in TEXTS]
    paths = [tmp_path / f"{number}.wav" for number in range(len(TEXTS))]
    for text, path in zip(TEXTS, paths, strict=True):
        engine.save_to_file(text, str(path))
    engine.runAndWait()
    assert output.taken() == b""
    for sound, path in zip(each, paths, strict=True):
        with wave.open(str(path)) as file:
            assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22050)
            assert alike(file.readframes(file.getnframes()), sound)


def test_stop_is_seen_within_a_piece_and_forgets_the_queue(engine: Engine, output: Output) -> None:
    output.seconds = 0.02
    finished = told_by(engine, "finished-utterance")
    stopped_at = []

    def stop() -> None:
        stopped_at.append(time.monotonic())
        engine.stop()

    timer = threading.Timer(0.2, stop)
    timer.start()
    for _ in range(3):
        engine.say("Dette er en lang sætning, som bliver ved og ved. " * 10)
    engine.runAndWait()
    assert time.monotonic() - stopped_at[0] < 0.1
    assert finished == [{"name": None, "completed": False}]
    timer.join()
    output.seconds = 0
    output.taken()
    assert len(alone(engine, output, TEXTS[0])) > 10_000  # and it speaks again


def test_what_breaks_is_raised_and_the_queue_is_forgotten(engine: Engine, output: Output) -> None:
    told = told_by(engine, "error")
    output.broken = SpeechTrouble(TroubleCode.NO_SOUND)
    engine.say(TEXTS[0])
    engine.say(TEXTS[1])
    with pytest.raises(SpeechTrouble, match="no-sound"):
        engine.runAndWait()
    assert [facts["exception"] for facts in told] == [output.broken]
    output.broken = None
    engine.runAndWait()
    assert output.taken() == b""
    assert alone(engine, output, TEXTS[0])


def test_a_voice_or_property_that_is_not_there_is_raised(engine: Engine) -> None:
    engine.setProperty("voice", "no-such-voice")
    with pytest.raises(SpeechTrouble, match="voice-missing"):
        engine.runAndWait()
    engine.setProperty("no-such-property", 1)
    with pytest.raises(KeyError):
        engine.runAndWait()
    assert engine.getProperty("voice") == "da"


def test_words_are_told_when_their_sound_is_written(engine: Engine, output: Output) -> None:
    text = "Du skal betale."
    words: list[tuple[str, int]] = []

    def began(name: str, location: int, length: int) -> None:
        words.append((text[location : location + length], len(output.pieces)))

    engine.connect("started-word", began)
    engine.say(text)
    engine.runAndWait()
    assert [word for word, _ in words] == ["Du", "skal", "betale"]
    written = [pieces for _, pieces in words]
    assert written == sorted(set(written))  # each after some sound of the one before
    assert written[-1] < len(output.pieces)


def test_a_loop_of_ones_own_speaks(engine: Engine, output: Output) -> None:
    finished = told_by(engine, "finished-utterance")
    engine.startLoop(False)  # type: ignore[attr-defined]  # pyttsx3's, which we do not use
    for text in TEXTS:
        engine.say(text)
    for _ in range(5):
        engine.iterate()  # type: ignore[attr-defined]
    engine.endLoop()  # type: ignore[attr-defined]
    assert len(finished) == len(TEXTS)
    assert output.taken()


def test_nothing_is_printed_and_no_program_is_run(
    engine: Engine, tmp_path: Path, capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def fail(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(os, "system", fail)
    monkeypatch.setattr(subprocess, "Popen", fail)
    engine.say(TEXTS[0])
    engine.save_to_file(TEXTS[1], str(tmp_path / "saved.wav"))
    engine.runAndWait()
    assert capfd.readouterr() == ("", "")


def test_pyttsx3_finds_the_driver_by_its_name_and_lists_its_voices(engine: Engine) -> None:
    assert str(engine) == "brevdue"
    danish = [voice for voice in engine.getProperty("voices") if voice.languages == ["da"]]
    assert [voice.name for voice in danish] == ["Danish"]
    engine.setProperty("voice", danish[0].id)
    engine.runAndWait()
