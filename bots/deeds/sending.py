"""What leaves for a chat as a file or as sound, at level 4: documents, the letter's text, voice
notes, a calendar entry.
"""

from contextlib import aclosing

from accessibility.calendar_file import appointments_of, calendar_text
from accessibility.commands import Command, Deed, number_in
from accessibility.deadlines_calendar import deadlines_ics
from accessibility.document_words import file_sentence
from accessibility.due_line import still_due_of
from accessibility.list_line import as_sentence, sender_name
from accessibility.plain_text import one_line
from accessibility.reading_order import letter_blocks
from accessibility.wording import Say
from bots.buttons import Choice
from bots.deeds.reading import document, document_at, text_of
from bots.splitting import MOST_AT_ONCE
from bots.turn import ChatStopError, Turn
from bots.voice import NoVoiceError, VoiceNote
from mailbox_store.model.letter import Letter, letter_id_text

_LONGEST_FILE = 50_000_000  # bytes: what a chat takes
_FILE_WORDS = ("file", "fil")
_MOST_DUE = 500


async def document_or_file(turn: Turn, asked: Command) -> None:
    """Show a document as text; with the word file behind its number send it as it came."""
    number, _, word = asked.words.partition(" ")
    if word.casefold() not in _FILE_WORDS:
        await document(turn, asked)
        return
    letter = await turn.open(await turn.one_letter(Command(deed=asked.deed)))
    found = document_at(letter, number_in(number) or 0)
    if not found.files:
        raise ChatStopError(turn.say("This document has no file."))
    for file in found.files:
        if file.size > _LONGEST_FILE:
            raise ChatStopError(
                turn.say("The file is too large for a chat. In the terminal, “brevdue save” saves "
                         "it.")
            )  # fmt: skip
        content = await turn.mailbox.content(letter.id, file.sha256)
        if not content:  # a chat takes no file of nothing
            raise ChatStopError(turn.say("This document is empty."))
        turn.send_file(file.name, content, _caption(turn, letter, file_sentence(file, turn.say)))


async def text_file(turn: Turn, asked: Command) -> None:
    """Send a letter's whole text as one file, as it would be read here."""
    await turn.mailbox.may_listen()
    letter = await turn.open(await turn.one_letter(asked))
    text = text_of(letter_blocks(letter, turn.say, now=turn.sitting.now()))
    name = f"{turn.say('letter')}-{letter_id_text(letter.id)}.txt"
    told = turn.say("The letter as text, {n} characters.", n=len(text))
    turn.send_file(name, text.encode("utf-8-sig"), _caption(turn, letter, told))


async def calendar(turn: Turn, asked: Command) -> None:
    """Send a letter's appointments and deadlines as a calendar file."""
    say, now = turn.say, turn.sitting.now()
    await turn.mailbox.may_listen()
    letter = await turn.open(await turn.one_letter(asked))
    name = letter_id_text(letter.id)
    if appointments_of(letter):
        turn.send_file(
            f"{say('appointment')}-{name}.ics",
            calendar_text(letter, say, now=now).encode(),
            _caption(turn, letter, say("The appointment, for your calendar.")),
        )
        return
    due = still_due_of(await turn.mailbox.due(limit=_MOST_DUE), turn.today)
    mine = [one for one in due if one.letter.id == letter.id]
    if not mine:
        raise ChatStopError(say("The letter has no appointment."))
    turn.send_file(
        f"{say('deadline')}-{name}.ics",
        deadlines_ics(mine, say, now=now),
        _caption(turn, letter, say("The deadline, for your calendar.")),
    )


async def listen(turn: Turn, asked: Command) -> None:
    """Send a letter as voice notes, a few at a time; "more" goes on with the next ones."""
    say = turn.say
    await turn.mailbox.may_listen()
    if asked.words == "more" and not turn.talk.note:
        raise ChatStopError(say("All of the letter was sent."))
    letter = await turn.open(await turn.one_letter(asked))
    first = turn.talk.note if asked.words == "more" else _first_note(asked.words)
    try:
        last = await _send_notes(turn, letter, first)
    except NoVoiceError as error:
        raise ChatStopError(
            say("The letter was not spoken. {why}", why=error.text),
            _read_choice(letter, say),
        ) from error
    if last is None:
        raise ChatStopError(say("There is nothing to hear in it."))
    if last.number < last.total:
        turn.change(note=last.number + 1)
        turn.tell(
            say("{n} of {total} parts were sent.", n=last.number, total=last.total),
            [_more_choice(letter, last.number + 1, say)],
        )
    else:
        turn.change(note=0)


async def _send_notes(turn: Turn, letter: Letter, first: int) -> VoiceNote | None:
    last = None
    async with aclosing(turn.sitting.make_notes(letter, turn.say, first)) as notes:
        async for note in notes:
            told = _which_part(note, turn.say)
            turn.send_voice(note.content, note.seconds, _caption(turn, letter, told))
            last = note
            if note.number - first + 1 == MOST_AT_ONCE:
                break
    return last


def _more_choice(letter: Letter, note: int, say: Say) -> Choice:
    mine = (letter_id_text(letter.id),)
    return Choice(say("Hear more"), Command(deed=Deed.SPEAK, letters=mine, words=f"from {note}"))


def _first_note(words: str) -> int:
    """Give the note that a button goes on with; the first where none is named."""
    return max(number_in(words.removeprefix("from")) or 1, 1)


def _which_part(note: VoiceNote, say: Say) -> str:
    if note.total == 1:
        return say("The whole letter.")
    return say("Part {n} of {total}.", n=note.number, total=note.total)


def _read_choice(letter: Letter, say: Say) -> Choice:
    mine = (letter_id_text(letter.id),)
    return Choice(say("Read letter"), Command(deed=Deed.OPEN, letters=mine))


def _caption(turn: Turn, letter: Letter, told: str) -> str:
    sender = as_sentence(one_line(sender_name(letter.summary.sender, turn.say)))
    return f"{sender} {told}"
