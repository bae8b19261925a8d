"""Deeds that file letters: archive, bin, restore, flag, move, note, delete, undo."""

from accessibility.commands import Command, unquoted
from accessibility.deed_words import undone_sentence, undone_to
from accessibility.plain_text import one_line, plain
from mailbox_store.model.errors import FolderNotFound
from mailbox_store.model.letter import LetterId
from mailbox_tui.deeds.deleting import delete_letters, delete_question, deleted_sentence
from mailbox_tui.deeds.in_folders import folder_called, make_folder_at, move_into
from mailbox_tui.deeds.on_letters import Done, change_letters
from mailbox_tui.deeds.other_programs import edit_and_keep
from mailbox_tui.desk import StoppedError
from mailbox_tui.face import Entry, Face


async def one_letter(face: Face, asked: Command) -> LetterId:
    """Give the one letter that was named; of several none, rather than only the first."""
    letter, *others = await face.letters(asked.letters)
    if others:
        raise StoppedError(face.desk.say("That goes for one letter at a time."))
    return letter


async def change(face: Face, asked: Command) -> None:
    """Do a deed that needs nothing but the letters."""
    letters = await face.letters(asked.letters)
    done = await change_letters(asked.deed, letters, face.mailbox, face.desk.say)
    await face.letters_changed()
    face.tell(_with_undo(face, done))


async def delete(face: Face, asked: Command) -> None:
    """Delete letters of the bin for good, after a yes."""
    say = face.desk.say
    letters = await face.letters(asked.letters)
    if not await face.ask(await delete_question(letters, face.mailbox, say)):
        face.tell(say("Nothing was deleted."))
        return
    deleted = await delete_letters(letters, face.mailbox, face.desk.environment)
    await face.letters_changed(gone=deleted.letters)
    face.tell(deleted_sentence(deleted, len(letters), say))


async def move(face: Face, asked: Command) -> None:
    """Move letters into a folder; one that is not there is made after a yes."""
    if not asked.words:
        raise StoppedError(face.desk.say("Where to? Type the folder's name too."))
    say, path = face.desk.say, unquoted(asked.words)
    letters = await face.letters(asked.letters)
    try:
        await folder_called(path, face.mailbox, say)
    except FolderNotFound:
        if way := path.rpartition("/")[0]:  # where it would be made has to be there
            await folder_called(way, face.mailbox, say)
        name = one_line(path, limit=80)
        if not await face.ask(say("There is no folder {folder}. Type yes to make it.",
                                  folder=name)):  # fmt: skip
            face.tell(say("Nothing was moved."))
            return
        await make_folder_at(path, face.mailbox, say)
    done = await move_into(path, letters, face.mailbox, say)
    await face.letters_changed()
    face.tell(_with_undo(face, done))


async def note(face: Face, asked: Command) -> None:
    """Write the person's own note on a letter; without words say it."""
    letter = await one_letter(face, asked)
    if asked.words:
        await face.mailbox.write_note(letter, asked.words)
        await face.letters_changed()
        face.tell(face.desk.say("Noted."))
        return
    lying = await face.mailbox.unopened(letter)  # the note is the person's own, no content
    if lines := plain(lying.note).splitlines():
        title = face.desk.say("Your note")
        await face.show(title, [Entry(text=line) for line in lines], about=face.letter)
    else:
        face.tell(face.desk.say("There is no note."))


async def edit_note(face: Face, asked: Command) -> None:
    """Let the person write the note in their own editor."""
    say = face.desk.say
    letter = await one_letter(face, asked)
    lying = await face.mailbox.unopened(letter)
    new = await edit_and_keep(
        lying.note,
        face.desk,
        run=face.run_program,
        keep=lambda note: face.mailbox.write_note(letter, note),
    )
    if new == lying.note:
        face.tell(say("The note is as it was."))
        return
    await face.letters_changed()
    face.tell(say("Noted.") if new else say("Note removed."))


async def remove_note(face: Face, asked: Command) -> None:
    """Take the note off."""
    await face.mailbox.write_note(await one_letter(face, asked), "")
    await face.letters_changed()
    face.tell(face.desk.say("Note removed."))


async def undo(face: Face, asked: Command) -> None:
    """Take the last deed back, also one of an earlier sitting."""
    del asked
    say = face.desk.say
    undone = await face.mailbox.undo()
    await face.letters_changed()
    said = undone_sentence(undone, say)
    if len(undone.letters) == 1:  # which one: it may be a deed of long ago
        letter = (await face.mailbox.unopened(undone.letters[0])).summary
        said = undone_to(undone, letter, say)
    face.tell(said)


def _with_undo(face: Face, done: Done) -> str:
    """Add how to undo it, the first time."""
    if face.undo_was_told or not done.is_change:
        return done.sentence
    face.undo_was_told = True
    return f"{done.sentence} {face.desk.say('u undoes it.')}"
