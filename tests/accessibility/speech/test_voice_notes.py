"""A letter as voice notes: a section each, spoken once, for the person alone."""

import asyncio
import os
import stat
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, aclosing, contextmanager
from pathlib import Path

import pytest
import soundfile

from accessibility.rendering.spoken import Utterance
from accessibility.speech.sentence import Sentence
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.sound_files import SoundTags
from accessibility.speech.synthesis import Synthesis
from accessibility.speech.troubles import SpeechTrouble, TroubleCode
from accessibility.speech.voice_note_cache import VoiceNoteCache, voice_note_folder
from accessibility.speech.voice_notes import Voice, VoiceNote, made_aside, voice_notes
from tests.accessibility.speech.test_sound_files import loudness

SETTINGS = SpeechSettings()
LETTER = (
    Utterance(text="Kære Anna Prøve.", language="da", pause=0.5),
    Utterance(text="Overskrift: Afgørelse", language="da", pause=0.8, section=1),
    Utterance(text="Du får boligstøtte. Den kommer den første.", language="da", section=1),
    Utterance(text="Read this letter in English.", language="en", pause=0.5, section=1),
)


def as_written(text: str, language: str) -> str:
    """Change nothing: how words are pronounced is tested elsewhere."""
    return text


class Opening:
    """Opens espeak-ng and counts how often, and what it is asked."""

    def __init__(self) -> None:
        self.times = 0
        self.is_open = False
        self.asked: list[Sentence] = []

    def __call__(self) -> AbstractContextManager[Voice]:
        return self._open()

    @contextmanager
    def _open(self) -> Iterator[Voice]:
        self.times += 1
        asked = self.asked
        with Synthesis(SETTINGS, os.environ) as synthesis:

            class Listening:
                sample_rate = synthesis.sample_rate

                def pcm(self, sentence: Sentence) -> bytes:
                    asked.append(sentence)
                    return synthesis.pcm(sentence)

            self.is_open = True
            try:
                yield Listening()
            finally:
                self.is_open = False


def notes_of(
    folder: Path,
    opening: Opening,
    letter: tuple[Utterance, ...] = LETTER,
    *,
    settings: SpeechSettings = SETTINGS,
    tags: SoundTags | None = None,
    most_bytes: int = 1_000_000,
) -> Iterator[VoiceNote]:
    """Begin the notes of a letter."""
    return voice_notes(
        letter,
        pronounced=as_written,
        settings=settings,
        open_voice=opening,
        cache=VoiceNoteCache(folder, most_bytes=most_bytes),
        tags=tags,
    )


def test_a_short_letter_is_one_note_that_can_be_heard(tmp_path: Path):
    tags = SoundTags(title="Afgørelse", artist="Bylderup Kommune", date="2026-12-01")
    (note,) = notes_of(tmp_path, Opening(), tags=tags)
    sound, rate = soundfile.read(note.path)
    assert abs(note.seconds - len(sound) / rate) < 0.05
    assert 5 < note.seconds < 15
    assert loudness(sound) > 0.02
    assert (note.section, note.last_section, note.part) == (0, 1, 0)
    assert note.begins == "Kære Anna Prøve."
    with soundfile.SoundFile(note.path) as file:
        assert (file.title, file.artist, file.date) == (tags.title, tags.artist, tags.date)


def test_each_sentence_is_asked_in_its_language_with_its_pause(tmp_path: Path):
    opening = Opening()
    list(notes_of(tmp_path, opening))
    assert [(one.text, one.language, one.pause) for one in opening.asked] == [
        ("Kære Anna Prøve.", "da", 0.5),
        ("Overskrift: Afgørelse", "da", 0.8),
        ("Du får boligstøtte.", "da", 0.0),
        ("Den kommer den første.", "da", 0.0),
        ("Read this letter in English.", "en", 0.5),
    ]


def test_what_was_spoken_before_is_not_spoken_again(tmp_path: Path):
    first, again = Opening(), Opening()
    (made,) = notes_of(tmp_path, first)
    (found,) = notes_of(tmp_path, again)
    assert (first.times, again.times) == (1, 0)
    assert found.path == made.path
    assert abs(found.seconds - made.seconds) < 0.05


@pytest.mark.parametrize(
    ("letter", "settings", "tags"),
    [
        (LETTER[:3], SETTINGS, None),
        (LETTER, SpeechSettings(rate=300), None),
        (LETTER, SpeechSettings(voice="da+f3"), None),
        (LETTER, SETTINGS, SoundTags(title="B")),
    ],
)
def test_other_words_voice_rate_or_tags_are_another_note(
    letter: tuple[Utterance, ...],
    settings: SpeechSettings,
    tags: SoundTags | None,
    tmp_path: Path,
):
    (before,) = notes_of(tmp_path, Opening())
    (after,) = notes_of(tmp_path, Opening(), letter, settings=settings, tags=tags)
    assert before.path != after.path


def test_notes_are_for_the_person_alone_and_their_names_tell_nothing(tmp_path: Path):
    folder = tmp_path / "cache" / "voice-notes"
    (note,) = notes_of(folder, Opening())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(note.path.stat().st_mode) == 0o600
    assert note.path.stem.isalnum()
    assert len(note.path.stem) == 40


def test_a_folder_that_others_could_read_is_closed_to_them(tmp_path: Path):
    tmp_path.chmod(0o755)
    list(notes_of(tmp_path, Opening()))
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


def test_a_link_in_the_place_of_the_folder_is_refused(tmp_path: Path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "notes").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PermissionError):
        list(notes_of(tmp_path / "notes", Opening()))


def test_a_note_that_is_not_whole_is_spoken_again(tmp_path: Path):
    (note,) = notes_of(tmp_path, Opening())
    whole = note.path.read_bytes()
    note.path.write_bytes(whole[: len(whole) // 2])
    opening = Opening()
    list(notes_of(tmp_path, opening))
    assert opening.times == 1
    assert abs(len(note.path.read_bytes()) - len(whole)) < 100


def _letters(count: int) -> list[tuple[Utterance, ...]]:
    return [(Utterance(text=f"Brev nummer {n}.", language="da"),) for n in range(count)]


def test_the_oldest_notes_go_when_there_are_too_many(tmp_path: Path):
    made = []
    for number, letter in enumerate(_letters(4)):
        (note,) = notes_of(tmp_path, Opening(), letter, most_bytes=10_000_000)
        os.utime(note.path, (time.time() - 100 + number,) * 2)
        made.append(note.path)
    list(notes_of(tmp_path, Opening(), _letters(1)[0]))  # heard again: the newest now
    (new,) = notes_of(tmp_path / "other", Opening(), LETTER[:1])
    room = sum(path.stat().st_size for path in (made[0], made[2], made[3], new.path)) + 100
    list(notes_of(tmp_path, Opening(), LETTER[:1], most_bytes=room))
    assert [path.exists() for path in made] == [True, False, True, True]


def test_notes_not_heard_for_a_week_and_what_a_crash_left_go(tmp_path: Path):
    (old,) = notes_of(tmp_path, Opening())
    (tmp_path / ".brevdue-abc123.part").write_bytes(b"half")
    (tmp_path / "mine.txt").write_text("not ours")
    for path in tmp_path.iterdir():
        os.utime(path, (time.time() - 8 * 24 * 3600,) * 2)
    (new,) = notes_of(tmp_path, Opening(), LETTER[:1])
    assert {path.name for path in tmp_path.iterdir()} == {new.path.name, "mine.txt"}
    assert not old.path.exists()


def test_all_notes_can_be_removed(tmp_path: Path):
    list(notes_of(tmp_path, Opening()))
    VoiceNoteCache(tmp_path).clear()
    assert list(tmp_path.iterdir()) == []
    VoiceNoteCache(tmp_path / "none").clear()


def test_a_voice_that_breaks_leaves_no_note(tmp_path: Path):
    class Broken:
        sample_rate = 22_050

        def pcm(self, sentence: Sentence) -> bytes:
            raise SpeechTrouble(TroubleCode.WORKER_DIED)

    @contextmanager
    def open_broken() -> Iterator[Voice]:
        yield Broken()

    with pytest.raises(SpeechTrouble):
        list(
            voice_notes(
                LETTER,
                pronounced=as_written,
                settings=SETTINGS,
                open_voice=open_broken,
                cache=VoiceNoteCache(tmp_path),
            )
        )
    assert list(tmp_path.iterdir()) == []


async def test_notes_made_aside_keep_nothing_waiting(tmp_path: Path):
    letter = (Utterance(text="Du skal betale tusind kroner. " * 20, language="da"),)
    longest = 0.0
    begun = before = time.perf_counter()
    made: list[VoiceNote] = []

    async def make() -> None:
        async with aclosing(made_aside(notes_of(tmp_path, Opening(), letter))) as notes:
            made.extend([note async for note in notes])

    making = asyncio.create_task(make())
    while not making.done():
        await asyncio.sleep(0.005)
        now = time.perf_counter()
        longest, before = max(longest, now - before), now
    await making
    assert made[0].seconds > 20
    assert longest < (before - begun) / 2  # on an idle machine 0.02 of 1.0 seconds


async def test_who_wants_no_more_notes_ends_the_voice(tmp_path: Path):
    words = "Du skal betale tusind kroner. " * 20
    letter = tuple(Utterance(text=words, language="da", section=n) for n in range(3))
    opening = Opening()
    making = notes_of(tmp_path, opening, letter)
    async with aclosing(made_aside(making)) as notes:
        async for _ in notes:
            assert opening.is_open
            break
    assert not opening.is_open
    assert next(making, None) is None
    assert len(list(tmp_path.iterdir())) == 1


def test_the_folder_is_in_the_users_cache():
    assert voice_note_folder({"XDG_CACHE_HOME": "/c"}) == Path("/c/brevdue/voice-notes")
    told = voice_note_folder({"XDG_CACHE_HOME": "relative", "HOME": "/home/aase"})
    assert told == Path("/home/aase/.cache/brevdue/voice-notes")
