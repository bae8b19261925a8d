"""Two Brevdues on one machine: the one that began last speaks, the other is told."""

import os
import stat
from pathlib import Path

from accessibility.speech.settings import SpeechSettings
from accessibility.speech.speaker import Speaker, State
from accessibility.speech.telling import ToldKind
from accessibility.speech.troubles import TroubleCode
from accessibility.speech.turns import Turn, turns_folder
from tests.accessibility.speech.listening import LONG, sentences, speaker_of, until, until_true
from tests.accessibility.speech.sound_card import SoundCard

BEGUN, ENDED, TROUBLE = ToldKind.BEGUN, ToldKind.ENDED, ToldKind.TROUBLE


async def test_the_newer_speaks_and_the_older_is_told(sound_card: SoundCard) -> None:
    async with speaker_of(sound_card) as older, speaker_of(sound_card) as newer:
        older.speak(LONG)
        await until(older, BEGUN)
        newer.speak(LONG)
        told = await until(older, TROUBLE)
        assert told[-1].trouble
        assert told[-1].trouble.code is TroubleCode.TAKEN_OVER
        assert older.state is State.SILENT
        await until_true(lambda: len(sound_card.living()) == 1)
        older.speak(LONG)  # and back again
        assert [one.kind for one in await until(newer, TROUBLE)] == [BEGUN, TROUBLE]
        assert [one.kind for one in await until(older, BEGUN)] == [BEGUN]


async def test_who_resumes_speaks(sound_card: SoundCard) -> None:
    async with speaker_of(sound_card) as older, speaker_of(sound_card) as newer:
        older.speak(LONG)
        await until(older, BEGUN)
        older.pause()
        newer.speak(LONG)
        await until(newer, BEGUN)
        older.resume()
        await until(newer, TROUBLE)
        assert older.state is State.SPEAKING


async def test_who_was_killed_leaves_nothing_behind(sound_card: SoundCard) -> None:
    async with speaker_of(sound_card) as killed:
        killed.speak(LONG)
        await until(killed, BEGUN)
        assert killed._process
        killed._restarts_left = 0  # its face is gone, too
        killed._process.kill()
        async with speaker_of(sound_card) as other:
            other.speak(sentences("Ja."))
            await until(other, ENDED)


def test_only_the_last_one_has_the_turn(tmp_path: Path) -> None:
    turns = [Turn(tmp_path / "brevdue") for _ in range(20)]
    for turn in turns:
        turn.take()
    assert [turn.is_lost() for turn in turns] == [True] * 19 + [False]
    turns[3].take()
    assert [turn.is_lost() for turn in turns].index(False) == 3
    (path,) = (tmp_path / "brevdue").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert path.read_text() == f"{os.getpid()}\n"


def test_a_folder_that_others_may_write_to_is_not_used(tmp_path: Path) -> None:
    tmp_path.chmod(0o777)
    turn = Turn(tmp_path)
    turn.take()
    assert list(tmp_path.iterdir()) == []
    assert not turn.is_lost()


def test_a_folder_that_cannot_be_made_keeps_nobody_from_speaking(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    turn = Turn(tmp_path / "file" / "brevdue")
    turn.take()
    assert not turn.is_lost()


def test_the_folder_is_the_persons_own() -> None:
    assert turns_folder({"XDG_RUNTIME_DIR": "/run/user/7"}) == Path("/run/user/7/brevdue")
    assert turns_folder({}).name == f"brevdue-{os.getuid()}"
    assert Speaker(SpeechSettings(), {}).state is State.SILENT
