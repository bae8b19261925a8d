"""Deeds for who listens: the brief, how well a document can be listened to, a better copy."""

from accessibility.brief import brief_of
from accessibility.commands import Command, number_in
from mailbox_store.model.letter import Letter
from mailbox_tui.answering.filing import one_letter
from mailbox_tui.deeds.listening import ask_for_copy, verdicts
from mailbox_tui.desk import StoppedError
from mailbox_tui.face import Entry, Face


async def brief(face: Face, asked: Command) -> None:
    """Say a letter in brief: who, what, by when, what to do; every line a quote or a field."""
    desk = face.desk
    letter = await _opened(face, asked)
    if letter is not None:
        lines = brief_of(letter, desk.say, now=desk.now())
        await face.show(desk.say("In brief"), [Entry(text=line) for line in lines], about=letter)


async def readability(face: Face, asked: Command) -> None:
    """Say how well the letter's documents can be listened to, and why."""
    say = face.desk.say
    letter = await _opened(face, asked)
    if letter is None:
        return
    lines = verdicts(letter, say)
    if not lines:
        face.tell(say("The letter has no document to judge."))
        return
    entries = [Entry(text=line) for line in lines]
    await face.show(say("How it can be listened to"), entries, about=letter)


async def copy_request(face: Face, asked: Command) -> None:
    """Write to the sender for a copy that can be read aloud; it goes into Drafts, unsent."""
    number = number_in(asked.words)
    if asked.words and number is None:
        raise StoppedError(face.desk.say("Which document? Type its number too."))
    letter = await _opened(face, Command(deed=asked.deed))
    if letter is not None:
        face.tell(await ask_for_copy(letter, number, face.mailbox, face.desk))
        await face.letters_changed()


async def _opened(face: Face, asked: Command) -> Letter | None:
    """Give the named letter, opened, without going to it."""
    letter_id = await one_letter(face, asked)
    if face.letter is not None and face.letter.id == letter_id:
        return face.letter
    return await face.open_unseen(letter_id)
