"""What line mode does for each thing that can be asked: one function a deed."""

from collections.abc import Awaitable, Callable

from accessibility.commands import Command, Deed, unquoted
from accessibility.plain_text import one_line, plain
from accessibility.reading_order import enclosed_lines
from mailbox_store.model.errors import FolderNotFound, NotInBin
from mailbox_store.model.folder import FolderType
from mailbox_store.model.letter import LetterId
from mailbox_store.model.query import ListQuery
from mailbox_tui.deeds import (
    change_letters,
    delete_question,
    folder_called,
    make_folder_at,
    move_into,
    undone_sentence,
)
from mailbox_tui.desk import StoppedError
from mailbox_tui.lines import around, leafing
from mailbox_tui.lines.conversation import Conversation
from mailbox_tui.lines.list_pages import ListPages, start_list
from mailbox_tui.lines.listing import (
    hits_as_lines,
    letters_as_lines,
    print_wrapped,
    thread_of,
    wrapped,
)
from mailbox_tui.lines.saving import save_into
from mailbox_tui.numbered_list import NumberedList

_MOST_FOUND = 20  # letters a search shows at once


async def answer(talk: Conversation, asked: Command) -> None:
    """Do what was asked and say so."""
    if asked.deed is Deed.MORE and talk.rest:
        talk.answer_rest()
        return
    talk.rest = []
    plain_deed = _PLAIN_DEEDS.get(asked.deed)
    if plain_deed is not None:
        await plain_deed(talk)
    else:
        await _DEEDS[asked.deed](talk, asked)


async def _open(talk: Conversation, asked: Command) -> None:
    if asked.words and not asked.letters:
        raise StoppedError(talk.desk.say("Which letter? Type its number too."))
    await leafing.open_one(talk, await _one(talk, asked))


async def _details(talk: Conversation, asked: Command) -> None:
    await leafing.open_one(talk, await _one(talk, asked), full=True)


async def _one(talk: Conversation, asked: Command) -> LetterId:
    """Give the one letter that was named; of several none, rather than only the first."""
    letter, *others = await talk.letters(asked.letters)
    if others:
        raise StoppedError(talk.desk.say("That goes for one letter at a time."))
    return letter


async def _change(talk: Conversation, asked: Command) -> None:
    if asked.words:  # "archive everything": nothing is better than the wrong letter
        raise StoppedError(talk.desk.say("Nothing was done: “{words}” is no letter.",
                                         words=asked.words[:40]))  # fmt: skip
    letters = await talk.letters(asked.letters)
    done = await change_letters(asked.deed, letters, talk.mailbox, talk.desk.say)
    if not talk.undo_was_told:
        talk.undo_was_told = True
        done += " " + talk.desk.say("u undoes it.")
    talk.answer(done)


async def _delete(talk: Conversation, asked: Command) -> None:
    say = talk.desk.say
    letters = await talk.letters(asked.letters)
    for letter in letters:
        if (await talk.mailbox.unopened(letter)).summary.folder is not FolderType.DELETED:
            raise NotInBin(letter=letter)
    if not await talk.ask(delete_question(len(letters), say)):
        talk.answer(say("Nothing was deleted."))
        return
    for letter in letters:
        await talk.mailbox.delete_for_good(letter)
    talk.letter = talk.current = None
    talk.answer(say.count("Deleted for good.", "{n} letters deleted for good.", len(letters)))


async def _move(talk: Conversation, asked: Command) -> None:
    if not asked.words:
        raise StoppedError(talk.desk.say("Where to? Type the folder's name too."))
    say, path = talk.desk.say, unquoted(asked.words)
    letters = await talk.letters(asked.letters)
    try:
        await folder_called(path, talk.mailbox, say)
    except FolderNotFound:
        name = one_line(path, limit=80)
        if not await talk.ask(say("There is no folder {folder}. Type yes to make it.",
                                  folder=name)):  # fmt: skip
            talk.answer(say("Nothing was moved."))
            return
        await make_folder_at(path, talk.mailbox, say)
    talk.answer(await move_into(path, letters, talk.mailbox, say))


async def _note(talk: Conversation, asked: Command) -> None:
    letter = await _one(talk, asked)
    if asked.words:
        await talk.mailbox.write_note(letter, asked.words)
        talk.answer(talk.desk.say("Noted."))
        return
    lying = await talk.mailbox.unopened(letter)  # the note is the person's own, no content
    print_wrapped(talk.desk, plain(lying.note) or talk.desk.say("There is no note."))


async def _remove_note(talk: Conversation, asked: Command) -> None:
    await talk.mailbox.write_note(await _one(talk, asked), "")
    talk.answer(talk.desk.say("Note removed."))


async def _undo(talk: Conversation) -> None:
    talk.answer(undone_sentence(await talk.mailbox.undo(), talk.desk.say))


async def _search(talk: Conversation, asked: Command) -> None:
    if not asked.words:
        raise StoppedError(talk.desk.say("Which words? Type them after search."))
    found = await talk.mailbox.search(asked.words, limit=_MOST_FOUND)
    if found.hits:
        ids = [hit.letter.id for hit in found.hits]
        numbered = NumberedList(query=None, ids=ids, total=len(ids), is_finished=True)
        talk.shown = ListPages(numbered=numbered, last=len(ids), show_folder=True)
        talk.letter = talk.current = None
    lines = hits_as_lines(talk.desk, found.hits, words=asked.words)
    if found.more:
        lines += wrapped(talk.desk, talk.desk.say("There are more. Add a word to find fewer."))
    talk.answer_lines(lines)


async def _thread(talk: Conversation, asked: Command) -> None:
    letters = await thread_of(talk.mailbox, await _one(talk, asked))
    ids = [letter.id for letter in letters]
    numbered = NumberedList(query=None, ids=ids, total=len(ids), is_finished=True)
    talk.shown = ListPages(numbered=numbered, last=len(ids), show_folder=True)
    talk.letter = talk.current = None
    talk.answer_lines(letters_as_lines(talk.desk, letters, first=1, show_folder=True))


async def _folder(talk: Conversation, asked: Command) -> None:
    if not asked.words:
        await around.folders(talk, asked)
        return
    folder = await folder_called(unquoted(asked.words), talk.mailbox, talk.desk.say)
    talk.letter = talk.current = None
    numbered = NumberedList(query=ListQuery(folder=folder.id))
    talk.shown = await start_list(numbered, talk.mailbox, talk.desk)


async def _documents(talk: Conversation, asked: Command) -> None:
    letter = await leafing.turn_to(talk, await _one(talk, asked))
    if letter is not None:
        lines = enclosed_lines(letter, talk.desk.say)
        lines = lines or [talk.desk.say("The letter has no documents.")]
        talk.answer_lines([part for line in lines for part in wrapped(talk.desk, line)])


async def _document(talk: Conversation, asked: Command) -> None:
    if not asked.words.isdecimal():
        raise StoppedError(talk.desk.say("Which document? Type its number too."))
    await leafing.show_document(talk, int(asked.words[:9]))


async def _save(talk: Conversation, asked: Command) -> None:
    """Save: of the letter being read documents by their numbers, else letters of the list."""
    numbers: list[int] = []
    names = asked.letters
    if talk.letter is not None and all(name.isdecimal() for name in names):
        numbers, names = [int(name) for name in names], ()
    folder = unquoted(asked.words) or "."
    for letter_id in await talk.letters(names):
        is_open = talk.letter is not None and talk.letter.id == letter_id
        letter = talk.letter if is_open else await leafing.open_unseen(talk, letter_id)
        if letter is not None:
            for line in await save_into(folder, letter, talk.mailbox, talk.desk, numbers):
                print_wrapped(talk.desk, line)


async def _quit(talk: Conversation) -> None:
    talk.is_over = True


async def _previous(talk: Conversation) -> None:
    await leafing.go_to(talk, -1)


async def _next(talk: Conversation) -> None:
    await leafing.go_to(talk, +1)


_PLAIN_DEEDS: dict[Deed, Callable[[Conversation], Awaitable[None]]] = {
    Deed.MORE: leafing.go_on,
    Deed.BACK: leafing.go_back,
    Deed.LIST: leafing.list_anew,
    Deed.NEXT: _next,
    Deed.PREVIOUS: _previous,
    Deed.UNDO: _undo,
    Deed.DEADLINES: around.deadlines,
    Deed.LOG: around.log,
    Deed.MAILBOXES: around.mailboxes,
    Deed.STATUS: around.status,
    Deed.QUIT: _quit,
}
_DEEDS: dict[Deed, Callable[[Conversation, Command], Awaitable[None]]] = {
    Deed.OPEN: _open,
    Deed.DETAILS: _details,
    Deed.ARCHIVE: _change,
    Deed.BIN: _change,
    Deed.RESTORE: _change,
    Deed.FLAG: _change,
    Deed.UNFLAG: _change,
    Deed.UNREAD: _change,
    Deed.MARK_READ: _change,
    Deed.DELETE: _delete,
    Deed.MOVE: _move,
    Deed.NOTE: _note,
    Deed.REMOVE_NOTE: _remove_note,
    Deed.SEARCH: _search,
    Deed.THREAD: _thread,
    Deed.FOLDER: _folder,
    Deed.FOLDERS: around.folders,
    Deed.DOCUMENTS: _documents,
    Deed.DOCUMENT: _document,
    Deed.SAVE: _save,
    Deed.MAILBOX: around.mailbox,
    Deed.LANGUAGE: around.language,
    Deed.SETTINGS: around.settings,
    Deed.HELP: around.help_on,
}
