"""What lasts: ten thousand keys, a long letter, a face that does not listen."""

import asyncio
import random
from pathlib import Path

import pytest

from accessibility.speech.speaker import State
from accessibility.speech.telling import ToldKind
from tests.accessibility.speech.listening import sentences, speaker_of, until, until_true
from tests.accessibility.speech.sound_card import SoundCard

BEGUN, FINISHED, ENDED = ToldKind.BEGUN, ToldKind.FINISHED, ToldKind.ENDED
LETTER = sentences(*(f"Sætning {number} i brevet." for number in range(400)), pause=0.1)


def memory_of(pid: int) -> int:
    """Give the resident memory of a process in bytes."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096


async def test_ten_thousand_quick_keys_end_in_a_state_that_is_true(sound_card: SoundCard) -> None:
    chance = random.Random(7)
    async with speaker_of(sound_card) as speaker:
        speaker.speak(LETTER)
        await until(speaker, BEGUN)
        process = speaker._process
        assert process
        keys = (
            speaker.stop, speaker.pause, speaker.resume,
            lambda: speaker.set_rate(chance.randrange(80, 450)),
            lambda: speaker.speak(LETTER, start=chance.randrange(400)),
        )  # fmt: skip
        memory = 0
        for pressed in range(10_000):
            chance.choice(keys)()
            if pressed % 20 == 0:
                await asyncio.sleep(0)
            if pressed == 2000:
                memory = memory_of(process.pid)
        speaker.set_rate(450)
        speaker.speak(LETTER, start=398)
        assert speaker.position == 398
        await until_true(lambda: speaker.state is State.SILENT)
        assert speaker._process is process  # nothing was killed on the way
        assert memory_of(process.pid) < memory + 4_000_000
        assert len(sound_card.living()) <= 1
    told = [one async for one in speaker.told()]
    assert [(one.kind, one.index) for one in told][-4:] == [
        (FINISHED, 398), (BEGUN, 399), (FINISHED, 399), (ENDED, 399),
    ]  # fmt: skip
    assert ToldKind.TROUBLE not in {one.kind for one in told}


async def test_memory_stays_flat_over_a_long_letter(sound_card: SoundCard) -> None:
    letter = sentences("Dette er en sætning af ganske almindelig længde i et brev.") * 1000
    async with speaker_of(sound_card, output="null-fast") as speaker:
        speaker.speak(letter)
        await until_true(lambda: (speaker.position or 0) > 200)
        process = speaker._process
        assert process
        memory = memory_of(process.pid)
        await until_true(lambda: speaker.state is State.SILENT, seconds=15)
        assert speaker.position == 999
        assert memory_of(process.pid) < memory + 2_000_000


async def test_a_thousand_sentences_are_spoken_in_their_order(sound_card: SoundCard) -> None:
    async with speaker_of(sound_card, output="null-fast") as speaker:
        speaker.speak(sentences(*map(str, range(1000))))
        begun = []
        async with asyncio.timeout(15):
            async for told in speaker.told():
                if told.kind is BEGUN:
                    begun.append(told.index)
                if told.kind is ENDED:
                    break
        assert begun == list(range(1000))


@pytest.mark.parametrize("length", [1, 400])
async def test_a_long_letter_begins_as_soon_as_a_short_one(
    sound_card: SoundCard, length: int
) -> None:
    async with speaker_of(sound_card) as speaker:
        speaker.speak(LETTER[:1])
        await until(speaker, ENDED)
        loop = asyncio.get_running_loop()
        start = loop.time()
        speaker.speak(LETTER[:length])
        await until(speaker, BEGUN)
        assert loop.time() - start < 0.2  # 0.01 s where nothing else runs
