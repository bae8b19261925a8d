"""What is heard of a letter as sound to be kept or sent on: a file, a note a section, a stream."""

import asyncio
import re
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import TypeVar

from accessibility.plain_text import one_line
from accessibility.pronouncing.pronouncing import pronounced
from accessibility.speech.letter_sound import utterances_of
from accessibility.speech.sentence import Sentence
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.sound_files import SoundTags, write_opus, write_sound
from accessibility.speech.synthesis import Synthesis
from accessibility.speech.voice_note_cache import VoiceNoteCache, voice_note_folder
from accessibility.speech.voice_notes import made_aside, voice_notes
from accessibility.spoken_sentences import SpokenSentence
from mailbox_store.model.party import without_cpr_numbers
from mailbox_tui.deeds.saving import write_new_file
from mailbox_tui.deeds.speaking import own_words, voiced
from mailbox_tui.settings import read_speech

_LONGEST_NAME = 60  # characters

Result = TypeVar("Result")


class Sounding:
    """Sentences as sound, in the voice of the settings. Its methods raise `SpeechTrouble`."""

    def __init__(
        self,
        sentences: Sequence[SpokenSentence],
        environment: Mapping[str, str],
        tags: SoundTags,
    ) -> None:
        """Take what is said. Raises `SettingsError`."""
        self._sentences = sentences
        self._environment = environment
        self._tags = tags
        self._settings: SpeechSettings = read_speech(environment)
        self._words = own_words(environment)
        self._is_over = threading.Event()

    async def into_file(self, target: Path) -> float:
        """Write all of it into one file, .wav or OGG with Opus; gives its seconds.

        Raises `FileExistsError`, and `OSError` where it cannot be written.
        """
        return await self._aside(lambda: self._write(target))

    async def into_folder(self, folder: Path) -> list[Path]:
        """Write a note for each section, under the first names that are free. Raises `OSError`."""
        notes = voice_notes(
            [one for sentence in self._sentences for one in utterances_of(sentence)],
            pronounced=lambda text, language: pronounced(text, language, own_words=self._words),
            settings=self._settings,
            open_voice=lambda: Synthesis(self._settings, self._environment),
            cache=VoiceNoteCache(voice_note_folder(self._environment)),
            tags=self._tags,
        )
        written: list[Path] = []
        async with aclosing(made_aside(notes)) as made:
            async for note in made:
                content = await asyncio.to_thread(note.path.read_bytes)
                name = f"{len(written) + 1:02} {_name_of(note.begins)}".rstrip() + ".ogg"
                written.append(await asyncio.to_thread(write_new_file, folder, name, content))
        return written

    async def to_stdout(self, form: str) -> None:
        """Let it out as it is made: "opus" or "raw", which is 16-bit mono PCM.

        Raises `BrokenPipeError` where whoever listened has gone.
        """
        await self._aside(lambda: self._let_out(form))

    async def _aside(self, work: Callable[[], Result]) -> Result:
        """Work in a thread, which ends at its next sentence where nobody waits for it any more."""
        try:
            return await asyncio.to_thread(work)
        except asyncio.CancelledError:
            self._is_over.set()
            raise

    def _write(self, target: Path) -> float:
        with Synthesis(self._settings, self._environment) as voice:
            sound = map(voice.pcm, self._pieces())
            return write_sound(target, sound, voice.sample_rate, tags=self._tags)

    def _let_out(self, form: str) -> None:
        out = sys.stdout.buffer
        with Synthesis(self._settings, self._environment) as voice:
            sound = map(voice.pcm, self._pieces())
            if form == "opus":
                write_opus(out, sound, voice.sample_rate, tags=self._tags)
            else:
                for pcm in sound:
                    out.write(pcm)
            out.flush()

    def _pieces(self) -> Iterator[Sentence]:
        for sentence in self._sentences:
            if self._is_over.is_set():
                raise InterruptedError
            yield from voiced(sentence, self._words)


def _name_of(begins: str) -> str:
    """Make a file's name of a note's first words, one that a memory stick takes, too."""
    words = without_cpr_numbers(one_line(begins, limit=_LONGEST_NAME))
    return " ".join(re.sub(r'[:?*"<>|/\\]', " ", words).split()).strip(". ")
