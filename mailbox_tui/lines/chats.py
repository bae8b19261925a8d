"""The verbs about chats: `link`, `chats`, `pin`."""

from argparse import Namespace
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from accessibility.chat_words import TELEGRAM
from accessibility.plain_text import json_text
from mailbox_store.linking import Linking
from mailbox_store.model.chat import Chat, ChatState, Level, Offer
from mailbox_store.repository import Repository
from mailbox_tui.asking import ask, ask_hidden, typed_lines
from mailbox_tui.deeds.chats import (
    accept,
    acceptance_question,
    chat_called,
    chats_shown,
    deed_on_chat,
    refuse,
    set_level,
)
from mailbox_tui.deeds.linking import (
    channel_called,
    chat_that_asks,
    deep_link,
    linking_of,
    offer_lines,
)
from mailbox_tui.deeds.pin import pin_was_set, refuse_words, set_pin
from mailbox_tui.deeds.unlinking import unlink, unlink_all, unlink_all_question
from mailbox_tui.desk import Desk, StoppedError, chosen_mailbox
from mailbox_tui.letter_json import time_json
from mailbox_tui.lines.listing import print_wrapped


@asynccontextmanager
async def _linking(desk: Desk) -> AsyncIterator[tuple[Linking, Repository]]:
    async with desk.open_store() as repository:
        facts = await chosen_mailbox(repository, desk.mailbox_name)
        mailbox = await desk.as_owner(facts, repository)
        yield linking_of(mailbox, repository, desk.now), repository


# -- link


async def link_chat(desk: Desk, options: Namespace) -> int:
    """Offer a chat to be linked, and wait until one asks; with --json only print the offer."""
    channel = channel_called(options.channel)
    if not channel:
        raise StoppedError(
            desk.say("Nothing was linked: a chat can be in telegram or console."), code=2
        )
    async with _linking(desk) as (linking, repository):
        begun = desk.now()
        offer, bot = await linking.offer(), await linking.bot_name(channel)
        if options.json:
            desk.out.answer(json_text(_offer_json(offer, channel, bot)))
            return 0
        for line in offer_lines(offer, channel, bot, desk.say):
            if line == deep_link(offer, bot):  # in one piece, however narrow the terminal is
                desk.out.answer(line)
            else:
                print_wrapped(desk, line)
        print_wrapped(desk, desk.say("Waiting until a chat asks. Ctrl-C stops waiting; the code "
                                     "works all the same."))  # fmt: skip
        desk.out.flush()
        patience = (offer.until - desk.now()).total_seconds()
        chat = await chat_that_asks(linking, repository, since=begun, within=patience)
        if chat is None:
            raise StoppedError(
                desk.say("No chat asked, and the code has run out. “brevdue link {channel}” makes "
                         "a new one.", channel=channel)
            )  # fmt: skip
        return await _accept_there(desk, chat, linking)


async def _accept_there(desk: Desk, chat: Chat, linking: Linking) -> int:
    if await ask(desk, acceptance_question(chat, desk.say)):
        print_wrapped(desk, await accept(chat, linking, desk.say))
        return 0
    raise StoppedError(
        desk.say("Not accepted: it is told nothing. “brevdue chats accept {chat}” accepts it, "
                 "“brevdue chats refuse {chat}” refuses it.", chat=chat.key)
    )  # fmt: skip


# -- chats


async def keep_chats(desk: Desk, options: Namespace) -> int:
    """List the chats, or accept, refuse, unlink one or set its level."""
    async with _linking(desk) as (linking, _):
        if options.deed:
            done = await _done(desk, options, linking)
            if not options.json:
                print_wrapped(desk, done)
        every = await linking.chats()
    if options.json:
        desk.out.answer(json_text([_chat_json(chat) for chat in every]))
    elif not options.deed:
        for line in chats_shown(every, desk.say, today=desk.today):
            print_wrapped(desk, line)
    return 0


async def _done(desk: Desk, options: Namespace, linking: Linking) -> str:
    say, deed = desk.say, deed_on_chat(options.deed)
    may_ask = None if options.yes else partial(ask, desk)
    if deed == "unlink" and options.all:
        question = await unlink_all_question(linking, say)
        if question and may_ask is not None and not await may_ask(question):
            raise StoppedError(say("Nothing was changed."))
        return await unlink_all(linking, say)
    if not deed or not options.chat or options.all:
        raise StoppedError(say("Nothing was changed. Type chats alone, or with accept, refuse, "
                               "level or unlink and a chat's number."), code=2)  # fmt: skip
    chat = await chat_called(options.chat, linking, say)
    match deed:
        case "accept":
            return await accept(chat, linking, say)
        case "refuse":
            return await refuse(chat, linking, say)
        case "level":
            return await set_level(chat, options.level, linking, say, ask=may_ask)
    return await unlink(chat, linking, say)


# -- pin


async def choose_pin(desk: Desk, options: Namespace) -> int:
    """Set the PIN: typed twice unseen, or once on stdin for a script."""
    refuse_words(options.words, desk.say)
    typed = typed_lines(desk)
    async with _linking(desk) as (linking, _):
        if not options.stdin:
            done = await set_pin(linking, desk.say, ask=lambda q: ask_hidden(desk, q, typed))
        else:
            was_locked, had_one = await linking.is_pin_locked(), await linking.has_pin()
            await linking.set_pin((await typed.next() or "").strip())
            done = pin_was_set(desk.say, was_locked=was_locked, had_one=had_one)
    print_wrapped(desk, done)
    return 0


def _offer_json(offer: Offer, channel: str, bot: str) -> dict[str, object]:
    return {
        "channel": channel,
        "bot": bot or None,
        "link": deep_link(offer, bot) or None if channel == TELEGRAM else None,
        "code": offer.code,
        "until": time_json(offer.until),
    }


def _chat_json(chat: Chat) -> dict[str, object]:
    is_linked = chat.state is ChatState.LINKED
    return {
        "number": chat.key,
        "name": chat.name,
        "channel": chat.address.channel,
        "state": chat.state,
        "level": int(chat.level if is_linked else Level.OFF),
        "language": chat.language or None,
        "asked": time_json(chat.asked),
        "linked": None if chat.linked is None else time_json(chat.linked),
    }
