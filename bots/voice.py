"""Letters as voice notes: one section after the other, made aside so that no other chat waits."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING, NamedTuple

from accessibility.reading_order import letter_blocks
from accessibility.spoken_sentences import spoken_sentences
from accessibility.wording import Say
from mailbox_store.mailbox import Clock
from mailbox_store.model.letter import Letter
from mailbox_store.opening import utc_now

if TYPE_CHECKING:
    from accessibility.speech import voice_notes

LARGEST = 1_000_000  # bytes: a larger one would come as a file, not as a voice note


class VoiceNote(NamedTuple):
    """One note: its sound, how long it is, and which of the letter's notes it is, from 1."""

    content: bytes
    seconds: float
    number: int
    total: int


class NoVoiceError(Exception):
    """Nothing can be spoken here; `text` says why, in the person's language."""

    def __init__(self, text: str) -> None:
        """Take the sentence."""
        super().__init__()
        self.text = text


# A letter, the person's words, the first note wanted. Raises `NoVoiceError`.
MakeNotes = Callable[[Letter, Say, int], AsyncGenerator[VoiceNote, None]]


def notes_maker(environment: Mapping[str, str], now: Clock = utc_now) -> MakeNotes:
    """Give what makes a letter's notes in the voice that the environment asks for.

    Close what it gives (`contextlib.aclosing`) where not all notes are wanted.
    """

    async def made(letter: Letter, say: Say, first: int) -> AsyncGenerator[VoiceNote, None]:
        from accessibility.speech import trouble_words, troubles  # 20 MB: only where it is spoken
        from accessibility.speech.voice_notes import made_aside  # likewise

        try:
            notes, total = await asyncio.to_thread(_notes, letter, say, environment, now)
            async with aclosing(made_aside(notes)) as coming:
                number = 0
                async for note in coming:
                    number += 1
                    if number >= first:
                        content = await asyncio.to_thread(note.path.read_bytes)
                        yield VoiceNote(content, note.seconds, number, total)
        except troubles.SpeechTrouble as trouble:
            raise NoVoiceError(trouble_words.trouble_sentence(trouble, say)) from trouble
        except (OSError, ImportError) as error:
            raise NoVoiceError(say("The letter cannot be spoken here.")) from error

    return made


def _notes(
    letter: Letter, say: Say, environment: Mapping[str, str], now: Clock
) -> "tuple[Iterator[voice_notes.VoiceNote], int]":
    """Give what makes the notes, and how many there will be; nothing is spoken yet."""
    from accessibility.pronouncing.pronouncing import pronounced  # 20 MB: only where it is spoken
    from accessibility.speech.letter_sound import tags_of, utterances_of  # likewise
    from accessibility.speech.settings import (  # likewise
        SpeechSettingError,
        SpeechSettings,
        read_speech_settings,
    )
    from accessibility.speech.synthesis import Synthesis  # likewise
    from accessibility.speech.voice_note_cache import VoiceNoteCache, voice_note_folder  # likewise
    from accessibility.speech.voice_note_plan import planned_notes  # likewise
    from accessibility.speech.voice_notes import voice_notes  # likewise

    try:
        settings = read_speech_settings({}, environment)
    except SpeechSettingError:  # the operator's slip; letters can still be heard
        settings = SpeechSettings()

    def words(text: str, language: str) -> str:
        return pronounced(text, language)

    blocks = letter_blocks(letter, say, now=now())
    told = [one for each in spoken_sentences(blocks, say) for one in utterances_of(each)]
    total = sum(1 for _ in planned_notes(told, words, rate=settings.rate))
    notes = voice_notes(
        told,
        pronounced=words,
        settings=settings,
        open_voice=lambda: Synthesis(settings, environment),
        cache=VoiceNoteCache(voice_note_folder(environment)),
        tags=tags_of(letter, say),
    )
    return notes, total
