"""From a command to its deed in a chat: one table."""

from collections.abc import Awaitable, Callable, Mapping

from accessibility.commands import ON_LETTERS, Command, Deed
from accessibility.plain_text import one_line
from bots.deeds import around, filing, listing, reading, sending, settings
from bots.turn import ChatStopError, Turn
from mailbox_store.model.chat import Level
from mailbox_store.model.errors import LevelTooLow

_DEEDS: dict[Deed, Callable[[Turn, Command], Awaitable[None]]] = {
    Deed.OPEN: reading.open_letter,
    Deed.MORE: reading.more,
    Deed.BACK: listing.list_letters,
    Deed.LIST: listing.list_letters,
    Deed.NEXT: reading.next_letter,
    Deed.PREVIOUS: reading.previous_letter,
    Deed.ARCHIVE: filing.change,
    Deed.BIN: filing.change,
    Deed.RESTORE: filing.change,
    Deed.FLAG: filing.change,
    Deed.UNFLAG: filing.change,
    Deed.UNREAD: filing.change,
    Deed.UNDO: filing.undo,
    Deed.SEARCH: listing.search,
    Deed.DOCUMENTS: reading.documents,
    Deed.DOCUMENT: sending.document_or_file,
    Deed.BRIEF: reading.brief,
    Deed.ACTIONS: reading.actions,
    Deed.SPEAK: sending.listen,
    Deed.SAVE: sending.text_file,
    Deed.CALENDAR: sending.calendar,
    Deed.DEADLINES: listing.deadlines,
    Deed.STATUS: listing.status,
    Deed.MAILBOX: around.mailbox,
    Deed.MAILBOXES: around.mailboxes,
    Deed.LANGUAGE: around.language,
    Deed.SETTINGS: settings.settings,
    Deed.STOP: around.stop,
    Deed.QUIT: around.stop,
    Deed.HELP: around.help_on,
}
_WITH_WORDS = frozenset(
    {Deed.MORE, Deed.SEARCH, Deed.DOCUMENT, Deed.SPEAK, Deed.NEXT, Deed.MAILBOX, Deed.MAILBOXES,
     Deed.LANGUAGE, Deed.SETTINGS, Deed.STOP, Deed.HELP}
)  # fmt: skip
_NEEDS: Mapping[Deed, Level] = {
    Deed.OPEN: Level.TEXT, Deed.NEXT: Level.TEXT, Deed.PREVIOUS: Level.TEXT,
    Deed.DOCUMENTS: Level.TEXT, Deed.DOCUMENT: Level.TEXT, Deed.ACTIONS: Level.TEXT,
    Deed.SEARCH: Level.TEXT, Deed.SPEAK: Level.VOICE, Deed.SAVE: Level.VOICE,
    Deed.CALENDAR: Level.VOICE,
}  # fmt: skip
DEEDS = frozenset(_DEEDS)


async def do(turn: Turn, asked: Command) -> None:
    """Do what was asked and say so. Raises `MailboxError`, `ChatStopError`.

    Words that a deed has no use for are a slip: nothing is done then, as in the terminal.
    """
    say = turn.say
    deed = _DEEDS.get(asked.deed)
    if deed is None:
        raise ChatStopError(say("That is not done in a chat. In the terminal, type brevdue."))
    if asked.words and asked.deed not in _WITH_WORDS:
        words = one_line(asked.words, limit=40)
        raise ChatStopError(say("Nothing was done: “{words}” is no letter.", words=words)
                            if asked.deed in ON_LETTERS else
                            say("Nothing was done: “{words}” means nothing here.", words=words)
                            )  # fmt: skip
    try:
        await deed(turn, asked)
    except LevelTooLow as error:
        raise _refused(error, asked) from error


def _refused(error: LevelTooLow, asked: Command) -> LevelTooLow:
    """Name the level that the whole deed needs, not only its first step."""
    needs = Level.TEXT if asked.deed is Deed.BRIEF and asked.letters else error.needs
    return LevelTooLow(has=error.has, needs=max(needs, _NEEDS.get(asked.deed, needs)))
