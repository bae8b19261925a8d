"""What line mode does for each thing that can be asked: one function a deed."""

from collections.abc import Awaitable, Callable

from accessibility.commands import Command, Deed
from accessibility.plain_text import plain
from accessibility.reading_order import enclosed_lines
from mailbox_store.model.errors import NotInBin
from mailbox_store.model.folder import FolderType
from mailbox_store.model.query import ListQuery
from mailbox_tui.deeds import (
    change_letters,
    delete_question,
    folder_called,
    move_into,
    undone_sentence,
)
from mailbox_tui.desk import StoppedError
from mailbox_tui.lines import around, leafing
from mailbox_tui.lines.conversation import Conversation
from mailbox_tui.lines.list_pages import ListPages, start_list
from mailbox_tui.lines.listing import print_hits, print_lines, print_wrapped, thread_of
from mailbox_tui.lines.saving import save_into
from mailbox_tui.numbered_list import NumberedList

_MOST_FOUND = 20  # letters a search shows at once


async def answer(talk: Conversation, asked: Command) -> None:
    """Do what was asked and say so."""
    plain_deed = _PLAIN_DEEDS.get(asked.deed)
    if plain_deed is not None:
        await plain_deed(talk)
    else:
        await _DEEDS[asked.deed](talk, asked)


async def _open(talk: Conversation, asked: Command) -> None:
    if asked.words and not asked.letters:
        raise StoppedError(talk.desk.say("Which letter? Type its number too."))
    for letter in (await talk.letters(asked.letters))[:1]:
        await leafing.open_one(talk, letter)


async def _details(talk: Conversation, asked: Command) -> None:
    await leafing.open_one(talk, (await talk.letters(asked.letters))[0], full=True)


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
    letters = await talk.letters(asked.letters)
    talk.answer(await move_into(asked.words, letters, talk.mailbox, talk.desk.say))


async def _note(talk: Conversation, asked: Command) -> None:
    [letter] = (await talk.letters(asked.letters))[:1]
    if asked.words:
        await talk.mailbox.write_note(letter, asked.words)
        talk.answer(talk.desk.say("Noted."))
        return
    lying = await talk.mailbox.unopened(letter)  # the note is the person's own, no content
    print_wrapped(talk.desk, plain(lying.note) or talk.desk.say("There is no note."))


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
    print_hits(talk.desk, found.hits, words=asked.words, has_more=found.more)


async def _thread(talk: Conversation, asked: Command) -> None:
    letters = await thread_of(talk.mailbox, (await talk.letters(asked.letters))[0])
    ids = [letter.id for letter in letters]
    numbered = NumberedList(query=None, ids=ids, total=len(ids), is_finished=True)
    talk.shown = ListPages(numbered=numbered, last=len(ids), show_folder=True)
    talk.letter = talk.current = None
    print_lines(talk.desk, letters, first=1, show_folder=True)


async def _folder(talk: Conversation, asked: Command) -> None:
    if not asked.words:
        await around.folders(talk)
        return
    folder = await folder_called(asked.words, talk.mailbox, talk.desk.say)
    talk.letter = talk.current = None
    numbered = NumberedList(query=ListQuery(folder=folder.id))
    talk.shown = await start_list(numbered, talk.mailbox, talk.desk)


async def _documents(talk: Conversation, asked: Command) -> None:
    if asked.letters or talk.letter is None:
        await leafing.open_one(talk, (await talk.letters(asked.letters))[0])
    if talk.letter is not None:
        for line in enclosed_lines(talk.letter, talk.desk.say):
            print_wrapped(talk.desk, line)


async def _document(talk: Conversation, asked: Command) -> None:
    if not asked.words.isdecimal():
        raise StoppedError(talk.desk.say("Which document? Type its number too."))
    await leafing.show_document(talk, int(asked.words[:9]))


async def _save(talk: Conversation, asked: Command) -> None:
    """Save: of the letter being read a document by its number, else letters of the list."""
    number, names = None, asked.letters
    if talk.letter is not None and len(names) == 1 and names[0].isdecimal():
        number, names = int(names[0]), ()
    for letter in await talk.letters(names):
        if talk.letter is None or talk.letter.id != letter:
            await leafing.open_one(talk, letter)
        if talk.letter is not None:
            folder = asked.words or "."
            for line in await save_into(folder, talk.letter, talk.mailbox, talk.desk, number):
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
    Deed.FOLDERS: around.folders,
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
    Deed.SEARCH: _search,
    Deed.THREAD: _thread,
    Deed.FOLDER: _folder,
    Deed.DOCUMENTS: _documents,
    Deed.DOCUMENT: _document,
    Deed.SAVE: _save,
    Deed.MAILBOX: around.mailbox,
    Deed.LANGUAGE: around.language,
    Deed.SETTINGS: around.settings,
    Deed.HELP: around.help_on,
}
