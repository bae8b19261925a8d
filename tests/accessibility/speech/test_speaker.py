"""Letters read aloud by the real engine and the real processes, into a player that times it."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from accessibility.speech.sentence import Sentence
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.speaker import Speaker, State
from accessibility.speech.synthesis import Synthesis
from accessibility.speech.telling import ToldKind
from tests.accessibility.speech.alikeness import alike
from tests.accessibility.speech.listening import LONG, sentences, speaker_of, until, until_true
from tests.accessibility.speech.sound_card import SoundCard

BEGUN, FINISHED, ENDED = ToldKind.BEGUN, ToldKind.FINISHED, ToldKind.ENDED
THREE = sentences("Første.", "Anden.", "Tredje.", pause=0.1)
TEXT = "Du skal betale. Fristen er i morgen."


async def test_sentences_are_heard_in_their_order_and_told_as_they_are(
    sound_card: SoundCard,
) -> None:
    with Synthesis(SpeechSettings(), {}) as synthesis:
        expected = [synthesis.pcm(sentence) for sentence in THREE]
    async with speaker_of(sound_card) as speaker:
        speaker.speak(THREE)
        told = await until(speaker, ENDED)
        assert speaker.state is State.SILENT
        assert speaker.position == 2
    assert [(one.kind, one.index) for one in told] == [
        (BEGUN, 0), (FINISHED, 0), (BEGUN, 1), (FINISHED, 1), (BEGUN, 2), (FINISHED, 2), (ENDED, 2),
    ]  # fmt: skip
    assert alike(sound_card.sound(), b"".join(expected))


async def test_sound_is_written_at_most_a_tenth_of_a_second_before_it_is_heard(
    sound_card: SoundCard,
) -> None:
    async with speaker_of(sound_card) as speaker:
        speaker.speak(THREE)
        await until(speaker, ENDED)
        ended = time.monotonic()
    first, *_, last = pieces = sound_card.pieces()
    written = 0.0
    for piece in pieces:
        assert written - (piece.at - first.at) < 0.1
        written += piece.size / 44100
    assert last.at - first.at > written - 0.15
    assert ended - first.at > written - 0.05  # the end is told when it was heard


async def test_any_key_stops_it_within_a_tenth_of_a_second(sound_card: SoundCard) -> None:
    async with speaker_of(sound_card) as speaker:
        speaker.speak(LONG)
        await until_true(lambda: len(sound_card.pieces()) > 10)
        stopped = time.monotonic()
        speaker.stop()
        assert time.monotonic() - stopped < 0.01
        assert speaker.state is State.SILENT
        await until_true(lambda: not sound_card.living())
        assert time.monotonic() - stopped < 0.1
        assert sound_card.pieces()[-1].at - stopped < 0.05
        speaker.speak(sentences("Farvel."))
        await until(speaker, ENDED)


async def test_a_pause_holds_it_within_a_word_and_nothing_is_lost(sound_card: SoundCard) -> None:
    with Synthesis(SpeechSettings(), {}) as synthesis:
        expected = synthesis.pcm(sentences(TEXT)[0])
    async with speaker_of(sound_card) as speaker:
        speaker.speak(sentences(TEXT))
        await until_true(lambda: len(sound_card.pieces()) > 10)
        paused = time.monotonic()
        speaker.pause()
        await until_true(lambda: time.monotonic() - paused > 0.5)
        assert sound_card.pieces()[-1].at - paused < 0.05
        assert speaker.state is State.PAUSED
        resumed = time.monotonic()
        speaker.resume()
        await until(speaker, ENDED)
    assert min(piece.at for piece in sound_card.pieces() if piece.at > paused + 0.1) - resumed < 0.1
    assert alike(sound_card.sound(), expected)


async def test_one_goes_from_sentence_to_sentence(sound_card: SoundCard) -> None:
    async with speaker_of(sound_card, output="null") as speaker:
        heard = []
        for start in (1, 2, 1, 0, 0, 1, 2):
            speaker.speak(THREE, start=start)
            heard += [told.index for told in await until(speaker, BEGUN) if told.kind is BEGUN]
        assert heard == [1, 2, 1, 0, 0, 1, 2]
        assert [told.kind for told in await until(speaker, ENDED)][-1] is ENDED
        assert speaker.position == 2


async def test_keys_pressed_faster_than_it_speaks_all_count(sound_card: SoundCard) -> None:
    async with speaker_of(sound_card, output="null") as speaker:
        for start in range(6):
            speaker.speak(sentences(*"abcdefgh"), start=start)
        assert speaker.position == 5
        assert [told.index for told in await until(speaker, BEGUN)] == [5]


async def test_faster_and_slower_hold_from_the_next_sentence(sound_card: SoundCard) -> None:
    async with speaker_of(sound_card, output="null") as speaker:
        speaker.speak(sentences(TEXT, TEXT))
        await until(speaker, BEGUN)
        assert speaker.set_rate(9000) == 450
        start = time.monotonic()
        await until(speaker, BEGUN)
        usual = time.monotonic() - start
        await until(speaker, ENDED)
        assert time.monotonic() - start - usual < 0.6 * usual
        assert speaker.set_rate(0) == 80
        assert speaker.rate == 80


async def test_a_long_letter_is_prepared_no_further_than_it_is_spoken(
    sound_card: SoundCard,
) -> None:
    prepared: list[int] = []

    def prepare() -> Iterator[Sentence]:
        for number in range(5000):
            prepared.append(number)
            yield THREE[0]

    async with speaker_of(sound_card, output="null") as speaker:
        speaker.speak(prepare())
        await until(speaker, BEGUN)
        assert len(prepared) < 10
        speaker.speak(prepare(), start=100)
        assert [told.index for told in await until(speaker, BEGUN)] == [100]


async def test_a_letter_without_sentences_ends_at_once(sound_card: SoundCard) -> None:
    async with speaker_of(sound_card) as speaker:
        speaker.speak([])
        assert [told.kind for told in await until(speaker, ENDED)] == [ENDED]
        speaker.stop()
        speaker.pause()
        speaker.resume()
        assert speaker.position is None
    assert sound_card.noted() == []


async def test_sentences_without_words_have_their_turn(sound_card: SoundCard) -> None:
    async with speaker_of(sound_card, output="null") as speaker:
        speaker.speak(sentences("", " ", "\x00"))
        told = await until(speaker, ENDED)
        assert [one.index for one in told if one.kind is BEGUN] == [0, 1, 2]


async def test_the_letters_words_stand_in_no_command_and_no_environment(
    sound_card: SoundCard,
) -> None:
    async with speaker_of(sound_card) as speaker:
        speaker.speak(sentences("Hemmelighed " * 20))
        await until_true(sound_card.pieces)
        assert speaker._process
        for pid in (speaker._process.pid, *sound_card.living()):
            for name in ("cmdline", "environ"):
                assert b"Hemmelighed" not in Path(f"/proc/{pid}/{name}").read_bytes()


async def test_closing_leaves_no_process(sound_card: SoundCard) -> None:
    async with speaker_of(sound_card) as speaker:
        speaker.speak(LONG)
        await until_true(sound_card.pieces)
        assert speaker._process
        worker = Path(f"/proc/{speaker._process.pid}")
        assert worker.exists()
    await until_true(lambda: not worker.exists() and not sound_card.living(), seconds=1)


async def test_closing_while_it_starts_leaves_no_process(sound_card: SoundCard) -> None:
    for _ in range(5):
        async with speaker_of(sound_card) as speaker:
            speaker.speak(LONG)
            await asyncio.sleep(0.01)
        assert speaker.state is State.SILENT
        await speaker.close()
    start = time.monotonic()
    await until_true(lambda: time.monotonic() - start > 0.2)
    assert sound_card.living() == set()


async def test_closing_after_the_end_lets_the_player_play_out(sound_card: SoundCard) -> None:
    async with speaker_of(sound_card) as speaker:
        speaker.speak(sentences("Farvel."))
        await until(speaker, ENDED)
    assert sound_card.noted()[-1].what == "end"  # it was not killed


async def test_a_generator_that_breaks_is_not_hidden(sound_card: SoundCard) -> None:
    def broken() -> Iterator[Sentence]:
        yield from THREE * 2
        raise ZeroDivisionError

    speaker = Speaker(SpeechSettings(output="null-fast"), sound_card.environment())
    speaker.speak(broken())
    assert [told.kind async for told in speaker.told()]
    assert speaker.state is State.SILENT
    with pytest.raises(ZeroDivisionError):
        await speaker.close()


async def test_the_player_lets_go_of_the_sound_card_when_there_is_nothing_to_say(
    sound_card: SoundCard,
) -> None:
    async with speaker_of(sound_card) as speaker:
        speaker.speak(sentences("Ja."))
        await until(speaker, ENDED)
        assert sound_card.living()
        await until_true(lambda: not sound_card.living())
        assert sound_card.noted()[-1].what == "end"  # it was not killed


def test_nothing_is_started_before_something_is_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("accessibility.speech.speaker.start_worker", fail)
    assert Speaker(SpeechSettings(), {}).position is None
