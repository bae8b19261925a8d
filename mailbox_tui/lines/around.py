"""What line mode answers about the mailbox as a whole: folders, deadlines, log, settings, help."""

from dataclasses import replace

from accessibility.commands import Command, Deed, deed_named, unquoted
from accessibility.plain_text import one_line
from accessibility.wording import LANGUAGES, wording_for
from mailbox_tui.deeds import folder_called, folder_words, make_folder_at
from mailbox_tui.desk import StoppedError, chosen_mailbox
from mailbox_tui.lines import help_lines
from mailbox_tui.lines.conversation import Conversation
from mailbox_tui.lines.folders import folder_lines, remove_folder, rename_folder
from mailbox_tui.lines.keeping import mailbox_line, setting_lines
from mailbox_tui.lines.listing import print_wrapped, today_of, wrapped
from mailbox_tui.lines.overview import (
    answers_due_soon,
    due_as_lines,
    event_line,
    still_due,
    unread_in_inbox,
)
from mailbox_tui.settings import change_setting, read_settings

_EVENTS_SHOWN = 50
_FOLDER_DEEDS = {
    "make": "make", "new": "make", "lav": "make", "opret": "make", "ny": "make",
    "rename": "rename", "omdøb": "rename", "omdoeb": "rename",
    "remove": "remove", "fjern": "remove",
}  # fmt: skip


async def folders(talk: Conversation, asked: Command) -> None:
    """List the folders, or make, rename or remove one."""
    say = talk.desk.say
    word, _, rest = asked.words.partition(" ")
    path = unquoted(rest)
    if asked.deed is Deed.FOLDERS and word:
        deed = _FOLDER_DEEDS.get(word.casefold(), "")
        if not deed or not path:
            raise StoppedError(say("Type folders alone, or with make, rename or remove and a "
                                   "folder's name."))  # fmt: skip
        await _change_folder(talk, deed, path)
        return
    lines = folder_lines(await talk.mailbox.folders(), say)
    talk.answer_lines([part for line in lines for part in wrapped(talk.desk, line)])


async def _change_folder(talk: Conversation, deed: str, path: str) -> None:
    say = talk.desk.say
    if deed == "make":
        folder = await make_folder_at(path, talk.mailbox, say)
        done = say("Folder {folder} made.", folder=folder_words(folder, say))
    elif deed == "rename":
        await folder_called(path, talk.mailbox, say)
        print_wrapped(talk.desk, say("What shall the folder be called? Type the new name."))
        done = await rename_folder(path, await talk.read_line() or "", talk.mailbox, say)
    else:
        done = await remove_folder(path, talk.mailbox, say)
    print_wrapped(talk.desk, done)


async def deadlines(talk: Conversation) -> None:
    """List everything that falls due, with the numbers of the list or ids."""
    due = await still_due(talk.mailbox, today_of(talk.desk))
    talk.answer_lines(due_as_lines(talk.desk, due, talk.shown.numbered))


async def log(talk: Conversation) -> None:
    """Show the newest entries of the audit log."""
    today = today_of(talk.desk)
    events = await talk.mailbox.audit_log(limit=_EVENTS_SHOWN)
    lines = [event_line(event, talk.desk.say, today=today) for event in events]
    talk.answer_lines([part for line in lines for part in wrapped(talk.desk, line)])


async def status(talk: Conversation) -> None:
    """Say in one line how things stand."""
    say = talk.desk.say
    unread = await unread_in_inbox(talk.mailbox)
    soon = await answers_due_soon(talk.mailbox, today_of(talk.desk))
    parts = [say.count("{n} unread.", "{n} unread.", unread)]
    if soon:
        parts.append(
            say.count("{n} answer due within a week.", "{n} answers due within a week.", len(soon))
        )
    talk.answer(" ".join(parts))


async def mailboxes(talk: Conversation) -> None:
    """List the mailboxes of the store."""
    for facts in await talk.repository.mailboxes():
        print_wrapped(talk.desk, mailbox_line(facts, talk.desk.say))


async def mailbox(talk: Conversation, asked: Command) -> None:
    """Turn to another mailbox; without a name say which there are."""
    if not asked.words:
        await mailboxes(talk)
        return
    facts = await chosen_mailbox(talk.repository, asked.words)
    talk.mailbox = await talk.desk.as_owner(facts, talk.repository)
    talk.letter = talk.current = None
    talk.news = 0


async def language(talk: Conversation, asked: Command) -> None:
    """Speak another language from now on, and remember it."""
    chosen = _LANGUAGE_NAMES.get(asked.words.casefold(), asked.words.casefold())
    if chosen not in LANGUAGES:
        raise StoppedError(talk.desk.say("Which language? Type language da or language en."))
    talk.desk = replace(talk.desk, say=wording_for(chosen))
    try:
        change_setting(talk.desk.environment, "language", chosen)
    except OSError:
        talk.answer(talk.desk.say("Now in English, until you leave."))
        return
    talk.answer(talk.desk.say("Now in English."))


async def settings(talk: Conversation, asked: Command) -> None:
    """Show the settings, or change one."""
    key, _, value = asked.words.partition(" ")
    if key and value:
        change_setting(talk.desk.environment, key, value.strip())
        kept = read_settings(talk.desk.environment)
        talk.desk = replace(talk.desk, settings=kept)
        talk.answer(talk.desk.say("Kept."))
        return
    for line in setting_lines(read_settings(talk.desk.environment), key, say=talk.desk.say):
        print_wrapped(talk.desk, line)


async def help_on(talk: Conversation, asked: Command) -> None:
    """Say what can be typed: all of it, or about one word."""
    say = talk.desk.say
    if not asked.words:
        lines = help_lines.everything(say)
        talk.answer_lines([part for line in lines for part in wrapped(talk.desk, line)])
        return
    deed = deed_named(asked.words.split()[0])
    if deed is None:
        raise StoppedError(
            say("There is no command “{word}”.", word=one_line(asked.words, limit=40))
        )
    print_wrapped(talk.desk, help_lines.about(deed, say))


_LANGUAGE_NAMES = {"dansk": "da", "danish": "da", "engelsk": "en", "english": "en"}
