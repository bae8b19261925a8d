"""The verbs that file letters: archive, bin, move, flag, unread, note, undo, delete ..."""

from argparse import Namespace
from collections.abc import Sequence

from accessibility.commands import Deed, split_letters
from accessibility.deed_words import undone_sentence
from accessibility.plain_text import json_text, plain
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.letter import LetterId, letter_id_text
from mailbox_tui.asking import ask
from mailbox_tui.deeds.deleting import delete_letters, delete_question, deleted_sentence
from mailbox_tui.deeds.in_folders import move_into
from mailbox_tui.deeds.on_letters import change_letters
from mailbox_tui.desk import Desk, StoppedError
from mailbox_tui.lines.reading import NOT_OPENED
from mailbox_tui.numbered_list import letters_named, remembered

_OFF = {Deed.FLAG: Deed.UNFLAG, Deed.UNREAD: Deed.MARK_READ}


async def file_letters(desk: Desk, options: Namespace) -> int:
    """Do one of the plain deeds to letters: all of them, or none."""
    deed = Deed(options.verb)
    if getattr(options, "off", False):
        deed = _OFF[deed]
    async with desk.open_mailbox() as mailbox:
        letters = await _letters(desk, options.letters, mailbox)
        done = await change_letters(deed, letters, mailbox, desk.say)
        _answer(desk, options, letters, done.sentence)
    return 0


async def move_letters(desk: Desk, options: Namespace) -> int:
    """Move letters into a folder."""
    async with desk.open_mailbox() as mailbox:
        letters = await _letters(desk, options.letters, mailbox)
        done = await move_into(options.folder, letters, mailbox, desk.say)
        _answer(desk, options, letters, done.sentence)
    return 0


async def delete_for_good(desk: Desk, options: Namespace) -> int:
    """Delete letters of the bin for good, after a yes."""
    async with desk.open_mailbox() as mailbox:
        letters = await _letters(desk, options.letters, mailbox)
        question = await delete_question(letters, mailbox, desk.say)
        if not options.yes and not await ask(desk, question):
            desk.out.message(desk.say("Nothing was deleted."))
            return NOT_OPENED
        deleted = await delete_letters(letters, mailbox, desk.environment)
    sentence = deleted_sentence(deleted, len(letters), desk.say)
    if deleted.error is not None:
        raise StoppedError(sentence)
    _answer(desk, options, letters, sentence)
    return 0


async def write_note(desk: Desk, options: Namespace) -> int:
    """Write, read or take off the note of a letter."""
    async with desk.open_mailbox() as mailbox:
        [letter] = await _letters(desk, [options.letter], mailbox)
        if not options.words and not options.remove:
            lying = await mailbox.unopened(letter)  # the note is the person's own, no content
            _answer_note(desk, options, letter, lying.note, desk.say("There is no note."))
            return 0
        note = "" if options.remove else " ".join(options.words)
        await mailbox.write_note(letter, note)
        done = desk.say("Note removed.") if options.remove else desk.say("Noted.")
        _answer_note(desk, options, letter, note, done, is_news=True)
    return 0


async def undo_last(desk: Desk, options: Namespace) -> int:
    """Take the last deed back, also one of an earlier command."""
    async with desk.open_mailbox() as mailbox:
        undone = await mailbox.undo()
        _answer(desk, options, undone.letters, undone_sentence(undone, desk.say))
    return 0


async def _letters(desk: Desk, names: Sequence[str], mailbox: Mailbox) -> list[LetterId]:
    """Find the letters named by "1", "3-5", "L12", a uuid."""
    numbered = await remembered(mailbox, desk.store_url, desk.environment)
    spelled = [one for name in names for one in split_letters(name)[0] or (name,)]
    letters = await letters_named(spelled, numbered, mailbox)
    if not letters:
        raise StoppedError(desk.say("No letters were named."), code=2)
    return letters


def _answer_note(
    desk: Desk,
    options: Namespace,
    letter: LetterId,
    note: str,
    sentence: str,
    *,
    is_news: bool = False,
) -> None:
    """Answer with the note, or with a sentence where there is none or it is known."""
    if options.json:
        desk.out.answer(json_text({"letter": letter_id_text(letter), "note": note}))
    else:
        desk.out.answer(sentence if is_news else plain(note) or sentence)


def _answer(desk: Desk, options: Namespace, letters: Sequence[LetterId], sentence: str) -> None:
    if options.json:
        shape = {"deed": options.verb, "letters": [letter_id_text(letter) for letter in letters]}
        desk.out.answer(json_text(shape))
    else:
        desk.out.answer(sentence)
