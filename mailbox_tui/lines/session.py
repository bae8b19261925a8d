"""Line mode: a prompt, typed commands, plain answers. No redraw, no escape, nothing while idle.

This file is the loop; `answering` does what is asked, `conversation` holds what is open.
"""

import asyncio
from argparse import Namespace

from accessibility.commands import NotUnderstoodCommand, understand
from accessibility.plain_text import one_line
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.errors import MailboxError
from mailbox_store.model.folder import FolderType
from mailbox_store.repository import Repository
from mailbox_tui.desk import (
    Desk,
    NoMailboxYetError,
    StoppedError,
    WhichMailboxError,
    chosen_mailbox,
)
from mailbox_tui.lines.answering import answer
from mailbox_tui.lines.conversation import Conversation
from mailbox_tui.lines.list_pages import ListPages, start_list
from mailbox_tui.lines.listing import print_wrapped, today_of
from mailbox_tui.lines.overview import answers_due_soon
from mailbox_tui.numbered_list import NumberedList, inbox_list
from mailbox_tui.output import encoding_of
from mailbox_tui.settings import SettingsError
from mailbox_tui.troubles import (
    no_mailbox_yet,
    settings_refusal,
    system_refusal,
    which_mailbox,
    words_for,
)
from mailbox_tui.typed_lines import TypedLines, without_keys

_STDIN = 0


async def run_session(desk: Desk, options: Namespace) -> int:
    """Open the mailbox and converse until the person leaves."""
    del options  # line mode has none of its own
    async with desk.open_store() as repository:
        facts = await chosen_mailbox(repository, desk.mailbox_name)
        await converse(desk, repository, await desk.as_owner(facts, repository))
    return 0


async def converse(desk: Desk, repository: Repository, mailbox: Mailbox) -> None:
    """Greet, show the first page, and answer until the person leaves."""
    encoding = encoding_of(desk.environment, is_terminal=desk.out.is_terminal) or "utf-8"
    talk = Conversation(
        desk=desk,
        repository=repository,
        mailbox=mailbox,
        typed=TypedLines(_STDIN, encoding),
        shown=ListPages(numbered=NumberedList(query=None)),
    )
    while not talk.is_over:
        try:
            await _with_one_mailbox(talk)
        except BaseExceptionGroup as group:  # the task group's wrapping of one trouble
            raise group.exceptions[0] from None


async def _with_one_mailbox(talk: Conversation) -> None:
    """Talk until the person leaves or turns to another mailbox."""
    mailbox = talk.mailbox
    await _greet(talk)
    async with asyncio.TaskGroup() as tasks:
        watching = tasks.create_task(_watch(talk, mailbox))
        try:
            while not talk.is_over and talk.mailbox is mailbox:
                _tell_news(talk)
                if (line := await talk.read_line()) is None:
                    talk.is_over = True
                else:
                    await _answer_line(talk, line)
        finally:
            watching.cancel()


async def _greet(talk: Conversation) -> None:
    """Say in one line how things stand, then list the first letters."""
    desk, say = talk.desk, talk.desk.say
    inbox = next(f for f in await talk.mailbox.folders() if f.type is FolderType.INBOX)
    parts = [say("{unread} unread of {total}.", unread=inbox.unread, total=inbox.total)]
    if soon := await answers_due_soon(talk.mailbox, today_of(desk)):
        parts.append(
            say.count("{n} answer due within a week.", "{n} answers due within a week.", len(soon))
        )
    print_wrapped(desk, " ".join([*parts, say("? for help.")]))
    talk.shown = await start_list(await inbox_list(talk.mailbox), talk.mailbox, desk, is_inbox=True)


async def _answer_line(talk: Conversation, line: str) -> None:
    """Do what a line asks; what goes wrong becomes a sentence and the talk goes on."""
    say = talk.desk.say
    typed = without_keys(line)
    if line and not typed.strip() and typed != line:
        print_wrapped(talk.desk, say("Arrow keys do nothing here. ? tells what to type."))
        return
    asked = understand(typed, language=say.language)
    try:
        if isinstance(asked, NotUnderstoodCommand):
            print_wrapped(talk.desk, _not_understood(asked, talk))
        else:
            await answer(talk, asked)
    except StoppedError as error:
        print_wrapped(talk.desk, error.text)
    except NoMailboxYetError:
        print_wrapped(talk.desk, no_mailbox_yet(say))
    except WhichMailboxError:
        print_wrapped(talk.desk, which_mailbox(say))
    except SettingsError as error:
        print_wrapped(talk.desk, settings_refusal(error, say))
    except MailboxError as error:
        print_wrapped(talk.desk, words_for(error, say))
    except BrokenPipeError:
        raise
    except OSError as error:
        print_wrapped(talk.desk, system_refusal(error, say))


def _not_understood(asked: NotUnderstoodCommand, talk: Conversation) -> str:
    say = talk.desk.say
    word = one_line(asked.typed, limit=40)
    if not asked.nearest:
        return say("I do not know “{word}”. ? tells what to type.", word=word)
    if len(asked.nearest) == 1:
        return say(
            "I do not know “{word}”. Did you mean {nearest}?", word=word, nearest=asked.nearest[0]
        )
    return say("“{word}” could mean {nearest}.", word=word, nearest=", ".join(asked.nearest))


async def _watch(talk: Conversation, mailbox: Mailbox) -> None:
    async for _ in mailbox.watch():
        talk.news += 1


def _tell_news(talk: Conversation) -> None:
    if talk.news:
        talk.answer(
            talk.desk.say.count(
                "{n} new letter. l lists it.", "{n} new letters. l lists them.", talk.news
            )
        )
        talk.news = 0
