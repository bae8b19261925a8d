"""The verbs for who listens: a letter or the mailbox in brief, how well a document can be heard."""

from argparse import Namespace
from functools import partial

from accessibility.brief import brief_of, mailbox_brief
from accessibility.plain_text import json_text
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.folder import inbox_among
from mailbox_store.model.letter import Letter
from mailbox_store.model.query import ListQuery
from mailbox_tui.asking import ask
from mailbox_tui.deeds.due import still_due
from mailbox_tui.deeds.listening import ask_for_copy, verdicts
from mailbox_tui.desk import Desk, StoppedError
from mailbox_tui.lines.listing import print_wrapped
from mailbox_tui.lines.reading import NOT_OPENED
from mailbox_tui.numbered_list import letters_named, remembered
from mailbox_tui.opening_letters import open_letter

_MOST_COUNTED = 1000  # unread letters looked at


async def tell_in_brief(desk: Desk, options: Namespace) -> int:
    """Print a letter in brief, or the mailbox where none is named."""
    async with desk.open_mailbox() as mailbox:
        if options.letter is None:
            lines = [await _mailbox_in_brief(desk, mailbox)]
        else:
            letter = await _opened(desk, options.letter, mailbox)
            if letter is None:
                return NOT_OPENED
            lines = brief_of(letter, desk.say, now=desk.now())
    if options.json:
        desk.out.answer(json_text(lines))
        return 0
    for line in lines:
        print_wrapped(desk, line)
    return 0


async def judge_documents(desk: Desk, options: Namespace) -> int:
    """Print how well a letter's documents can be listened to; with --ask, write the request."""
    async with desk.open_mailbox() as mailbox:
        letter = await _opened(desk, options.letter, mailbox)
        if letter is None:
            return NOT_OPENED
        lines = verdicts(letter, desk.say)
        if not lines:
            raise StoppedError(desk.say("The letter has no document to judge."))
        if options.ask:
            lines = [await ask_for_copy(letter, options.document, mailbox, desk)]
    if options.json:
        desk.out.answer(json_text(lines))
        return 0
    for line in lines:
        print_wrapped(desk, line)
    return 0


async def _mailbox_in_brief(desk: Desk, mailbox: Mailbox) -> str:
    inbox = inbox_among(await mailbox.folders())
    query = ListQuery(folder=inbox.id, unread=True, limit=_MOST_COUNTED)
    unread = await mailbox.list(query)
    due = await still_due(mailbox, desk.today)
    return mailbox_brief(unread.letters, due, desk.say, now=desk.now())


async def _opened(desk: Desk, name: str, mailbox: Mailbox) -> Letter | None:
    numbered = await remembered(mailbox, desk.store_url, desk.environment)
    [letter_id] = await letters_named([name], numbered, mailbox)
    letter = await open_letter(mailbox, letter_id, say=desk.say, ask=partial(ask, desk))
    if letter is None:
        desk.out.message(desk.say("Not opened."))
    return letter
