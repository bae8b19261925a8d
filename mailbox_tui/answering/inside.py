"""Deeds with one letter: open, details, documents, what it asks, calendar, copy, pager, save."""

from accessibility.commands import Command, Deed, number_in, unquoted
from accessibility.document_words import document_line
from accessibility.reading_order import asked_lines, wanted_sentences
from mailbox_store.model.letter import Letter, LetterId, letter_id_text
from mailbox_tui.answering.filing import one_letter
from mailbox_tui.deeds.calendar import save_appointments
from mailbox_tui.deeds.copying import fields_to_copy
from mailbox_tui.deeds.other_programs import page_through
from mailbox_tui.deeds.saving import document_at, save_into
from mailbox_tui.desk import StoppedError
from mailbox_tui.face import Entry, Face
from mailbox_tui.troubles import TROUBLES, told


async def open_letter(face: Face, asked: Command) -> None:
    """Open a letter and show it."""
    await face.open(await one_letter(face, asked))


async def details(face: Face, asked: Command) -> None:
    """Show a letter with every detail, numbers in full."""
    await face.open(await one_letter(face, asked), full=True)


async def documents(face: Face, asked: Command) -> None:
    """Name the letter's documents; choosing one reads it."""
    say = face.desk.say
    letter = await _opened(face, asked)
    if letter is None:
        return
    if not letter.documents:
        face.tell(say("The letter has no documents."))
        return
    await face.show(say("Documents"), [
        Entry(text=document_line(number, document, say),
              chosen=Command(deed=Deed.DOCUMENT, words=str(number)))
        for number, document in enumerate(letter.documents, start=1)
    ], about=letter)  # fmt: skip


async def document(face: Face, asked: Command) -> None:
    """Read one document of the letter."""
    number = number_in(asked.words)
    if number is None:
        raise StoppedError(face.desk.say("Which document? Type its number too."))
    letter = await _opened(face, Command(deed=asked.deed))
    if letter is not None:
        await face.show_document(letter, number)


async def actions(face: Face, asked: Command) -> None:
    """Say what the letter asks for, with where its links lead. Nothing is opened or paid."""
    say = face.desk.say
    letter = await _opened(face, asked)
    if letter is None:
        return
    lines = asked_lines(letter, say)
    if letter.summary.reply_by is not None:
        lines.insert(0, wanted_sentences(letter, say, now=face.desk.now())[0])
    if not lines:
        face.tell(say("The letter asks for nothing."))
        return
    title = say("What the letter asks for")
    await face.show(title, [Entry(text=line) for line in lines], about=letter)


async def calendar(face: Face, asked: Command) -> None:
    """Write the letter's appointments as a calendar file into a folder, here if none is named."""
    letter = await _opened(face, asked)
    if letter is not None:
        folder = unquoted(asked.words) or "."
        face.tell(await save_appointments(folder, letter, face.desk))


async def copy(face: Face, asked: Command) -> None:
    """Copy a field of the letter by its number; without one, list what can be copied."""
    say = face.desk.say
    letter = face.letter
    if letter is None:
        raise StoppedError(say("Open a letter first."))
    fields = fields_to_copy(letter, face.reading, say)
    if not asked.words:
        await face.show(say("Copy what?"), [
            Entry(text=f"{field.name}: {field.value}", number=str(n),
                  chosen=Command(deed=Deed.COPY, words=str(n)))
            for n, field in enumerate(fields, start=1)
        ], about=letter)  # fmt: skip
        return
    number = number_in(asked.words)
    if number is None or not 1 <= number <= len(fields):
        raise StoppedError(say("Copy which? Type copy and a number from 1 to {last}.",
                               last=len(fields)))  # fmt: skip
    field = fields[number - 1]
    await face.copy(field.name, field.value)


async def pager(face: Face, asked: Command) -> None:
    """Read the letter, or the document of a number, in the person's own pager."""
    letter = face.letter
    if letter is None:
        raise StoppedError(face.desk.say("Open a letter first."))
    number = number_in(asked.words)
    if asked.words and number is None:
        raise StoppedError(face.desk.say("Which document? Type its number too."))
    chosen = None if number is None else document_at(letter, number)
    await page_through(letter, chosen, face.desk, run=face.run_program)


async def save(face: Face, asked: Command) -> None:
    """Save: of the letter being read documents by their numbers, else letters of the list."""
    numbers: list[int] = []
    names = asked.letters
    typed = [number for name in names if (number := number_in(name)) is not None]
    if face.letter is not None and len(typed) == len(names):
        numbers, names = typed, ()
    folder = unquoted(asked.words) or "."
    letters = await face.letters(names)
    said: list[str] = []
    for letter_id in letters:
        try:
            said += await _saved(face, letter_id, folder, numbers)
        except TROUBLES as error:
            if len(letters) == 1:
                raise
            said.append(f"{letter_id_text(letter_id)}: {told(error, face.desk.say)}")
    if len(said) == 1:
        face.tell(said[0])
    elif said:
        title = face.desk.say("Saved")
        await face.show(title, [Entry(text=line) for line in said], about=face.letter)


async def _saved(face: Face, letter_id: LetterId, folder: str, numbers: list[int]) -> list[str]:
    """Save one letter's documents, or those numbered; gives a sentence for each file."""
    letter = await _opened(face, Command(deed=Deed.SAVE, letters=(letter_id_text(letter_id),)))
    if letter is None:
        return []
    saved = await save_into(folder, letter, face.mailbox, face.desk.say, numbers)
    return [line for _, line in saved]


async def _opened(face: Face, asked: Command) -> Letter | None:
    """Give the named letter, opened, without going to it."""
    letter_id = await one_letter(face, asked)
    if face.letter is not None and face.letter.id == letter_id:
        return face.letter
    return await face.open_unseen(letter_id)
