"""From a command to its deed: the one table that line mode and the screens share."""

from collections.abc import Awaitable, Callable

from accessibility.commands import ON_LETTERS, Command, Deed
from accessibility.plain_text import one_line
from mailbox_tui.answering import (
    around,
    chats,
    filing,
    finding,
    inside,
    landmarks,
    listening,
    speaking,
)
from mailbox_tui.desk import StoppedError
from mailbox_tui.face import Face


async def answer(face: Face, asked: Command) -> None:
    """Do what was asked and say so. Raises any of `troubles.TROUBLES`.

    Words that a deed has no use for are a slip: "delete everything", "undo 3". Nothing is done
    then, rather than something else than was meant.
    """
    if asked.words and asked.deed in _WITHOUT_WORDS:
        say, words = face.desk.say, one_line(asked.words, limit=40)
        raise StoppedError(say("Nothing was done: “{words}” is no letter.", words=words)
                           if asked.deed in ON_LETTERS else
                           say("Nothing was done: “{words}” means nothing here.", words=words)
                           )  # fmt: skip
    before = face.letter
    if asked.deed not in speaking.OF_THE_VOICE:
        await face.voice.stop()  # two voices at once help nobody
    await _DEEDS[asked.deed](face, asked)
    opened = face.letter
    is_new = opened is not None and opened is not before and asked.deed is not Deed.SPEAK
    if is_new and face.voice.by_itself and face.reads_whole_letter:
        await speaking.read_aloud(face)


async def _go_on(face: Face, asked: Command) -> None:
    del asked
    await face.go_on()


async def _go_back(face: Face, asked: Command) -> None:
    del asked
    await face.go_back()


async def _list_anew(face: Face, asked: Command) -> None:
    del asked
    await face.list_anew()


async def _previous(face: Face, asked: Command) -> None:
    del asked
    await face.go_to(-1)


async def _next(face: Face, asked: Command) -> None:
    del asked
    await face.go_to(+1)


async def _quit(face: Face, asked: Command) -> None:
    del asked
    face.leave()


_DEEDS: dict[Deed, Callable[[Face, Command], Awaitable[None]]] = {
    Deed.OPEN: inside.open_letter,
    Deed.DETAILS: inside.details,
    Deed.MORE: _go_on,
    Deed.BACK: _go_back,
    Deed.LIST: _list_anew,
    Deed.NEXT: _next,
    Deed.PREVIOUS: _previous,
    Deed.ARCHIVE: filing.change,
    Deed.BIN: filing.change,
    Deed.RESTORE: filing.change,
    Deed.FLAG: filing.change,
    Deed.UNFLAG: filing.change,
    Deed.UNREAD: filing.change,
    Deed.MARK_READ: filing.change,
    Deed.DELETE: filing.delete,
    Deed.MOVE: filing.move,
    Deed.NOTE: filing.note,
    Deed.EDIT_NOTE: filing.edit_note,
    Deed.REMOVE_NOTE: filing.remove_note,
    Deed.UNDO: filing.undo,
    Deed.SEARCH: finding.search,
    Deed.FILTER: finding.limit,
    Deed.THREAD: finding.thread,
    Deed.FOLDER: finding.folder,
    Deed.DOCUMENTS: inside.documents,
    Deed.DOCUMENT: inside.document,
    Deed.ACTIONS: inside.actions,
    Deed.CALENDAR: inside.calendar,
    Deed.COPY: inside.copy,
    Deed.PAGER: inside.pager,
    Deed.SAVE: inside.save,
    Deed.HEADINGS: landmarks.headings,
    Deed.LISTS: landmarks.lists,
    Deed.TABLES: landmarks.tables,
    Deed.FIELDS: landmarks.fields,
    Deed.LINKS: landmarks.links,
    Deed.FACTS: landmarks.facts,
    Deed.BRIEF: listening.brief,
    Deed.READABILITY: listening.readability,
    Deed.COPY_REQUEST: listening.copy_request,
    Deed.SPEAK: speaking.speak,
    Deed.STOP: speaking.stop,
    Deed.PAUSE: speaking.pause,
    Deed.SENTENCE_ON: speaking.going(+1),
    Deed.SENTENCE_BACK: speaking.going(-1),
    Deed.REPEAT: speaking.going(0),
    Deed.SPELL: speaking.spell,
    Deed.FASTER: speaking.change_rate,
    Deed.SLOWER: speaking.change_rate,
    Deed.FOLDERS: around.folders,
    Deed.DEADLINES: around.deadlines,
    Deed.CONFIRM: around.confirm,
    Deed.LOG: around.log,
    Deed.MAILBOX: around.mailbox,
    Deed.MAILBOXES: around.mailboxes,
    Deed.STATUS: around.status,
    Deed.LINK: chats.link,
    Deed.CHATS: chats.chats,
    Deed.PIN: chats.pin,
    Deed.LANGUAGE: around.language,
    Deed.SETTINGS: around.settings,
    Deed.HELP: around.help_on,
    Deed.QUIT: _quit,
}
_WITHOUT_WORDS = frozenset(_DEEDS) - {
    # On letters: the folder, the note, where to save.
    Deed.MOVE, Deed.NOTE, Deed.SAVE, Deed.CALENDAR,
    # With words or a number of their own.
    Deed.SEARCH, Deed.FILTER, Deed.FOLDER, Deed.FOLDERS, Deed.DOCUMENT, Deed.COPY, Deed.PAGER,
    Deed.HEADINGS, Deed.LISTS, Deed.TABLES, Deed.FIELDS, Deed.LINKS, Deed.FACTS,
    Deed.COPY_REQUEST, Deed.SPELL, Deed.MAILBOX, Deed.LANGUAGE,
    Deed.LINK, Deed.CHATS, Deed.PIN, Deed.SETTINGS, Deed.HELP,
}  # fmt: skip
