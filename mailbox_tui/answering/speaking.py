"""Deeds of the voice: read aloud, stop, pause, go a sentence on or back, spell, speak faster."""

from collections.abc import Awaitable, Callable
from functools import partial

from accessibility.commands import Command, Deed
from accessibility.letter_layout import Reading
from accessibility.spoken_sentences import spoken_sentences
from mailbox_tui.answering.filing import one_letter
from mailbox_tui.desk import StoppedError
from mailbox_tui.face import Face
from mailbox_tui.voice import Script

# The voice goes on while these are done; at anything else it falls silent.
OF_THE_VOICE = frozenset(
    {
        Deed.PAUSE, Deed.SENTENCE_ON, Deed.SENTENCE_BACK, Deed.REPEAT, Deed.SPELL, Deed.FASTER,
        Deed.SLOWER, Deed.STOP,
    }
)  # fmt: skip


async def speak(face: Face, asked: Command) -> None:
    """Read aloud from where the person is, or from where they had stopped."""
    if asked.letters or face.reading is None:
        letter = await one_letter(face, asked)
        await face.open(letter)
        if face.letter is None or face.letter.id != letter:
            return  # a legal notice that is not to be opened
    await read_aloud(face)


async def read_aloud(face: Face) -> None:
    """Read aloud what is being read."""
    reading = face.reading
    script = None if reading is None else _script(face, reading)
    if script is None:
        raise StoppedError(face.desk.say("There is nothing here to read aloud."))
    await face.voice.begin(script)


def _script(face: Face, reading: Reading) -> Script | None:
    say, letter, place = face.desk.say, face.letter, face.place
    sentences = spoken_sentences(reading.blocks, say)
    if not sentences:
        return None
    script = Script(
        text=reading.blocks[0], sentences=sentences, where=lambda: face.place,
        at=max((n for n, one in enumerate(sentences) if one.place <= place), default=0),
    )  # fmt: skip
    before = face.voice.script_of(reading)
    if before is not None:
        if before.has_ended and script.at >= before.at:
            script.at = 0
        elif before.left_at == place:  # nobody went elsewhere meanwhile
            script.at = before.at
    if letter is not None and face.reads_whole_letter:
        script.keep = partial(face.mailbox.keep_heard, letter.id)
        if before is None and not script.at and 0 < letter.heard < len(sentences):
            script.at = letter.heard
            face.tell(say("From sentence {n}, where you stopped.", n=script.at + 1))
    return script


async def stop(face: Face, asked: Command) -> None:
    """Be silent."""
    del asked
    if not face.voice.is_speaking:
        raise StoppedError(face.desk.say("Nothing is being read aloud."))
    await face.voice.stop()
    face.tell(face.desk.say("Stopped."))


async def pause(face: Face, asked: Command) -> None:
    """Hold the voice, or let it go on."""
    del asked
    if not face.voice.is_speaking:
        raise StoppedError(face.desk.say("Nothing is being read aloud."))
    face.voice.pause()


def going(step: int) -> Callable[[Face, Command], Awaitable[None]]:
    """Make the deed that goes so many sentences on; 0 says this one again."""

    async def go(face: Face, asked: Command) -> None:
        del asked
        script = face.voice.script_of(face.reading)
        if script is None:
            await read_aloud(face)
        elif not face.voice.go(script, step):
            say = face.desk.say
            last, first = say("That was the last sentence."), say("That is the first sentence.")
            raise StoppedError(last if step > 0 else first)

    return go


async def spell(face: Face, asked: Command) -> None:
    """Spell a typed word, or the words of the sentence one after the other."""
    script = face.voice.script_of(face.reading)
    if asked.words:
        face.voice.spell(asked.words, face.desk.say.language)
    elif script is not None:
        face.voice.spell_next(script)
    else:
        raise StoppedError(face.desk.say("Which word? Type it too."))


async def change_rate(face: Face, asked: Command) -> None:
    """Speak faster or slower, and say how fast."""
    rate = face.voice.change_rate(+1 if asked.deed is Deed.FASTER else -1)
    face.tell(face.desk.say("{n} words a minute.", n=rate))
