"""What line mode answers about the mailbox as a whole: folders, deadlines, log, settings, help."""

from dataclasses import replace

from accessibility.commands import Command, deed_named
from accessibility.wording import LANGUAGES, wording_for
from mailbox_tui.desk import StoppedError, chosen_mailbox
from mailbox_tui.lines import help_lines
from mailbox_tui.lines.conversation import Conversation
from mailbox_tui.lines.folders import folder_lines
from mailbox_tui.lines.keeping import mailbox_line, setting_lines
from mailbox_tui.lines.listing import print_wrapped, today_of
from mailbox_tui.lines.overview import (
    answers_due_soon,
    event_line,
    print_due,
    still_due,
    unread_in_inbox,
)
from mailbox_tui.settings import change_setting, read_settings

_DUE_SHOWN = 10
_EVENTS_SHOWN = 10


async def folders(talk: Conversation) -> None:
    """List the folders."""
    for line in folder_lines(await talk.mailbox.folders(), talk.desk.say):
        print_wrapped(talk.desk, line)


async def deadlines(talk: Conversation) -> None:
    """List what falls due, with the numbers of the list or ids."""
    due = await still_due(talk.mailbox, today_of(talk.desk), limit=_DUE_SHOWN)
    print_due(talk.desk, due, talk.shown.numbered)


async def log(talk: Conversation) -> None:
    """Show the newest entries of the audit log."""
    today = today_of(talk.desk)
    for event in await talk.mailbox.audit_log(limit=_EVENTS_SHOWN):
        print_wrapped(talk.desk, event_line(event, talk.desk.say, today=today))


async def status(talk: Conversation) -> None:
    """Say in one line how things stand."""
    say = talk.desk.say
    unread = await unread_in_inbox(talk.mailbox)
    soon = await answers_due_soon(talk.mailbox, today_of(talk.desk))
    parts = [say.count("{n} unread.", "{n} unread.", unread)]
    if soon:
        parts.append(
            say.count("{n} answer due this week.", "{n} answers due this week.", len(soon))
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
    for line in setting_lines(read_settings(talk.desk.environment), key):
        talk.answer(line)


async def help_on(talk: Conversation, asked: Command) -> None:
    """Say what can be typed: all of it, or about one word."""
    say = talk.desk.say
    if not asked.words:
        for line in help_lines.everything(say):
            print_wrapped(talk.desk, line)
        return
    deed = deed_named(asked.words.split()[0])
    if deed is None:
        raise StoppedError(say("There is no command “{word}”.", word=asked.words[:40]))
    print_wrapped(talk.desk, help_lines.about(deed, say))


_LANGUAGE_NAMES = {"dansk": "da", "danish": "da", "engelsk": "en", "english": "en"}
