"""A letter as voice notes, a section each, for a chat or for listening on the way.

Each is made when it is asked for, so that the first is heard while the rest is not yet spoken. What
was made before is found in the cache, and then no engine is started.
"""

import asyncio
import threading
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from accessibility.rendering.spoken import Utterance
from accessibility.speech.sentence import Sentence
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.sound_files import SoundTags, write_sound
from accessibility.speech.voice_note_cache import VoiceNoteCache
from accessibility.speech.voice_note_plan import PlannedNote, Pronounced, planned_notes

_FORM = 1  # counted up when the same words are to sound otherwise, so that old notes are not found


class Voice(Protocol):
    """What speaks into memory: `accessibility.speech.synthesis.Synthesis`."""

    @property
    def sample_rate(self) -> int:
        """Samples a second."""
        ...

    def pcm(self, sentence: Sentence) -> bytes:
        """Give a sentence and its pause as 16-bit mono sound."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceNote:
    """One note: an OGG file with Opus, which stays the cache's.

    It holds the sections from `section` to `last_section` (see `Utterance`), or one `part` of a
    long section, counted from 1; 0 is all of it. `begins` is the line with its first words, as it
    is written.
    """

    path: Path
    seconds: float
    section: int
    last_section: int
    part: int
    begins: str


def voice_notes(
    utterances: Iterable[Utterance],
    *,
    pronounced: Pronounced,
    settings: SpeechSettings,
    open_voice: Callable[[], AbstractContextManager[Voice]],
    cache: VoiceNoteCache,
    tags: SoundTags | None = None,
) -> Iterator[VoiceNote]:
    """Make the notes of a letter, one after the other; each step blocks for about two seconds.

    `open_voice` is called when the first note has to be spoken, and what it gives is closed with
    this iterator. The settings are those the voice was made with.

    Raises `OSError` where a note cannot be written, and `SpeechTrouble`; notes given before stay.
    """
    tags = tags or SoundTags()
    cache.open()
    with ExitStack() as stack:
        voice: Voice | None = None
        for note in planned_notes(utterances, pronounced, rate=settings.rate):
            path = cache.place(_identity(note, settings, tags))
            seconds = cache.found(path)
            if seconds is None:
                voice = voice or stack.enter_context(open_voice())
                pcm = map(voice.pcm, note.sentences)
                seconds = write_sound(path, pcm, voice.sample_rate, tags=tags, is_replacing=True)
                cache.trim(keep=path)
            yield VoiceNote(
                path=path,
                seconds=seconds,
                section=note.section,
                last_section=note.last_section,
                part=note.part,
                begins=note.begins,
            )


async def made_aside(notes: Iterator[VoiceNote]) -> AsyncGenerator[VoiceNote, None]:
    """Make notes in a thread, so that nothing else waits for them.

    Close it (`contextlib.aclosing`) where not all are wanted: that ends the voice, after the note
    that is being made.
    """
    turns = _Turns(notes)
    try:
        while (note := await asyncio.to_thread(turns.following)) is not None:
            yield note
    finally:
        await asyncio.to_thread(turns.close)


class _Turns:
    """Takes from an iterator, or closes it, never both at once: a thread cannot be cancelled."""

    def __init__(self, notes: Iterator[VoiceNote]) -> None:
        self._notes = notes
        self._lock = threading.Lock()

    def following(self) -> VoiceNote | None:
        with self._lock:
            return next(self._notes, None)

    def close(self) -> None:
        with self._lock:
            if close := getattr(self._notes, "close", None):  # of a generator
                close()


def _identity(note: PlannedNote, settings: SpeechSettings, tags: SoundTags) -> object:
    """Give all that decides how a note sounds."""
    how = (settings.engine_or_default, settings.voice, settings.rate, settings.volume)
    return [
        _FORM,
        *how,
        settings.piper_voice,
        asdict(tags),
        [asdict(one) for one in note.sentences],
    ]
