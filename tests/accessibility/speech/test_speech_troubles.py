"""Whatever breaks: it is told once, by a code, it is silent, and nothing hangs."""

import os
import signal
import time
from collections.abc import Callable

import pytest

from accessibility.speech import starting
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.speaker import Speaker, State
from accessibility.speech.telling import Told, ToldKind
from accessibility.speech.troubles import TroubleCode
from tests.accessibility.speech.listening import LONG, sentences, speaker_of, until, until_true
from tests.accessibility.speech.sound_card import SoundCard

BEGUN, ENDED, TROUBLE = ToldKind.BEGUN, ToldKind.ENDED, ToldKind.TROUBLE
RESTARTED = ToldKind.RESTARTED


def code_of(told: list[Told]) -> TroubleCode:
    """Give the one trouble's code."""
    (trouble,) = [one.trouble for one in told if one.kind is TROUBLE]
    assert trouble
    return trouble.code


def kill(speaker: Speaker, with_signal: int = signal.SIGKILL) -> None:
    assert speaker._process
    os.kill(speaker._process.pid, with_signal)


@pytest.fixture
def worker_starts_with(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Make the workers run a line of Python first."""

    def put(line: str) -> None:
        start = starting._START.replace("runpy.run_module", f"\n{line}\nrunpy.run_module")
        monkeypatch.setattr(starting, "_START", start)

    return put


async def test_a_worker_that_is_killed_is_replaced_and_the_sentence_spoken_again(
    sound_card: SoundCard,
) -> None:
    async with speaker_of(sound_card) as speaker:
        speaker.speak([*sentences("Ja."), *LONG])
        await until_true(lambda: speaker.position == 1 and len(sound_card.pieces()) > 30)
        kill(speaker)
        told = await until(speaker, RESTARTED)
        assert told[-1].index == 1
        assert [one.index for one in await until(speaker, BEGUN)] == [1]


async def test_a_worker_that_dies_again_is_told_and_it_is_silent(sound_card: SoundCard) -> None:
    async with speaker_of(sound_card) as speaker:
        speaker.speak(LONG)
        await until(speaker, BEGUN)
        kill(speaker)
        await until(speaker, BEGUN)
        kill(speaker)
        assert code_of(await until(speaker, TROUBLE)) is TroubleCode.WORKER_DIED
        assert speaker.state is State.SILENT
        await until_true(lambda: not sound_card.living())
        speaker.speak(sentences("Ja."))  # and a new reading has a new one
        await until(speaker, ENDED)


async def test_a_worker_killed_while_silent_is_not_spoken_of(sound_card: SoundCard) -> None:
    async with speaker_of(sound_card) as speaker:
        speaker.speak(sentences("Ja."))
        await until(speaker, ENDED)
        kill(speaker)
        await until_true(lambda: speaker._process is None)
        speaker.speak(sentences("Ja."))
        assert RESTARTED not in {one.kind for one in await until(speaker, ENDED)}


async def test_a_worker_killed_in_a_pause_stays_paused(sound_card: SoundCard) -> None:
    async with speaker_of(sound_card) as speaker:
        speaker.speak(LONG)
        await until_true(sound_card.pieces)
        speaker.pause()
        kill(speaker)
        await until(speaker, RESTARTED)
        await until_true(lambda: not sound_card.living())
        before = len(sound_card.pieces())
        start = time.monotonic()
        await until_true(lambda: time.monotonic() - start > 0.5)
        assert len(sound_card.pieces()) == before
        speaker.resume()
        await until(speaker, BEGUN)


async def test_a_worker_that_hangs_is_silenced_within_a_second(sound_card: SoundCard) -> None:
    async with speaker_of(sound_card) as speaker:
        speaker.speak(LONG)
        await until_true(sound_card.pieces)
        kill(speaker, signal.SIGSTOP)
        speaker.stop()
        await until_true(lambda: not sound_card.living(), seconds=2)
        speaker.speak(sentences("Ja."))
        await until(speaker, ENDED)


@pytest.mark.parametrize("seconds", [0, 0.3])
async def test_a_player_that_finds_no_sound_card_is_told(
    sound_card: SoundCard, seconds: float
) -> None:
    sound_card.put(f"#!/bin/sh\n/bin/sleep {seconds}\nexit 1\n")
    async with speaker_of(sound_card) as speaker:
        speaker.speak(LONG)
        assert code_of(await until(speaker, TROUBLE)) is TroubleCode.NO_SOUND
        assert speaker.state is State.SILENT


async def test_a_short_sentence_to_no_sound_card_is_told_too(sound_card: SoundCard) -> None:
    sound_card.put("#!/bin/sh\n/bin/sleep 0.1\nexit 1\n")
    async with speaker_of(sound_card, rate=450) as speaker:
        speaker.speak(sentences("Ja."))
        assert code_of(await until(speaker, TROUBLE)) is TroubleCode.NO_SOUND


async def test_a_player_that_takes_nothing_is_told_and_stops_at_once(
    sound_card: SoundCard,
) -> None:
    sound_card.put("#!/bin/sh\nexec /bin/sleep 60\n")
    async with speaker_of(sound_card) as speaker:
        speaker.speak(LONG)
        await until(speaker, BEGUN)
        assert code_of(await until(speaker, TROUBLE)) is TroubleCode.SOUND_STUCK


async def test_without_a_player_it_is_told(sound_card: SoundCard) -> None:
    (sound_card.folder / "aplay").unlink()
    async with speaker_of(sound_card) as speaker:
        speaker.speak(LONG)
        assert code_of(await until(speaker, TROUBLE)) is TroubleCode.PLAYER_MISSING


@pytest.mark.parametrize("variable", ["SSH_CONNECTION", "SSH_TTY"])
@pytest.mark.parametrize("output", ["", "aplay"])
async def test_over_ssh_nothing_plays_on_the_server(
    sound_card: SoundCard, variable: str, output: str
) -> None:
    environment = {**sound_card.environment(), variable: "x"}
    speaker = Speaker(SpeechSettings(output=output), environment)
    speaker.speak(LONG)
    assert code_of(await until(speaker, TROUBLE)) is TroubleCode.OVER_SSH
    await speaker.close()
    assert sound_card.noted() == []


@pytest.mark.parametrize("module", ["espeakng_loader", "pyttsx3.engine"])
async def test_without_its_library_it_is_told(
    sound_card: SoundCard, worker_starts_with: Callable[[str], None], module: str
) -> None:
    worker_starts_with(f"import sys; sys.modules[{module!r}] = None")
    async with speaker_of(sound_card) as speaker:
        speaker.speak(LONG)
        assert code_of(await until(speaker, TROUBLE)) is TroubleCode.ENGINE_MISSING
        assert speaker.state is State.SILENT


async def test_a_worker_that_cannot_start_is_told(
    sound_card: SoundCard, worker_starts_with: Callable[[str], None]
) -> None:
    worker_starts_with("raise SystemExit(1)")
    async with speaker_of(sound_card) as speaker:
        speaker.speak(LONG)
        assert code_of(await until(speaker, TROUBLE)) is TroubleCode.WORKER_DIED


async def test_a_library_that_prints_does_not_speak_for_the_worker(
    sound_card: SoundCard, worker_starts_with: Callable[[str], None]
) -> None:
    worker_starts_with(
        "import accessibility.speech.silent_voice as s; s.SilentVoice.set_voice ="
        ' lambda self, voice: print(\'{"what": "trouble"}\', flush=True)'
    )
    async with speaker_of(sound_card, engine="silent", output="null-fast") as speaker:
        speaker.speak(sentences("Ja."))
        assert TROUBLE not in {one.kind for one in await until(speaker, ENDED, TROUBLE)}


async def test_who_listens_to_standard_output_may_go(sound_card: SoundCard) -> None:
    listening, writing = os.pipe()
    speaker = Speaker(SpeechSettings(output="stdout"), sound_card.environment(), stdout=writing)
    speaker.speak(LONG)
    await until(speaker, BEGUN)
    assert os.read(listening, 100)
    os.close(listening)
    assert code_of(await until(speaker, TROUBLE)) is TroubleCode.PIPE_CLOSED
    await speaker.close()
    os.close(writing)


async def test_sound_is_never_written_to_a_terminal(sound_card: SoundCard) -> None:
    ours, terminal = os.openpty()
    speaker = Speaker(SpeechSettings(output="stdout"), sound_card.environment(), stdout=terminal)
    speaker.speak(LONG)
    assert code_of(await until(speaker, TROUBLE)) is TroubleCode.OUTPUT_IS_TERMINAL
    await speaker.close()
    os.close(ours)
    os.close(terminal)
