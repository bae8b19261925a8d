"""Deeds about chats: `link`, `chats`, `pin`."""

from accessibility.chat_words import channel_name, chat_line, level_name, level_words
from accessibility.commands import Command, Deed, name_of, number_in
from accessibility.wording import Say
from mailbox_store.linking import Linking
from mailbox_store.model.chat import Chat, ChatState, Level
from mailbox_tui.answering import landmarks
from mailbox_tui.deeds.chats import (
    ALL,
    accept,
    chat_called,
    deed_on_chat,
    refuse,
    set_level,
    unlinked_words,
)
from mailbox_tui.deeds.linking import channel_called, deep_link, linking_of, offer_lines
from mailbox_tui.deeds.pin import refuse_words, set_pin
from mailbox_tui.deeds.unlinking import unlink, unlink_all, unlink_all_question
from mailbox_tui.desk import StoppedError
from mailbox_tui.face import Entry, Face


async def link(face: Face, asked: Command) -> None:
    """Offer a chat to be linked. A number after the word means a link of the letter."""
    say = face.desk.say
    if number_in(asked.words) is not None:
        await landmarks.links(face, asked)
        return
    channel = channel_called(asked.words)
    if not channel:
        raise StoppedError(say("Link what? link telegram links a chat; links lists the letter's "
                               "links."))  # fmt: skip
    linking = _linking(face)
    offer, bot = await linking.offer(), await linking.bot_name(channel)
    whole = deep_link(offer, bot)
    lines = [
        *offer_lines(offer, channel, bot, say),
        say("When the chat asks, you are told here; chats lists it, to be accepted."),
    ]
    title = say("To link a chat in {channel}", channel=channel_name(channel))
    await face.show(title, [Entry(text=line, keeps_blanks=line == whole) for line in lines])


async def chats(face: Face, asked: Command) -> None:
    """List the chats; or accept, refuse or unlink one, or set its level."""
    say, linking = face.desk.say, _linking(face)
    words = asked.words.split()
    if not words:
        await _list_chats(face, linking)
    elif deed := deed_on_chat(words[0]):
        face.tell(await _done(face, deed, words[1:], linking))
    else:
        await _show_chat(face, await chat_called(asked.words, linking, say))


async def _list_chats(face: Face, linking: Linking) -> None:
    say, today = face.desk.say, face.desk.today
    every = await linking.chats()
    shown = [chat for chat in every if chat.state is not ChatState.UNLINKED]
    if not shown:
        face.tell(say("No chat is linked. To link one: link telegram"))
        return
    entries = [
        Entry(
            text=chat_line(chat, say, today=today),
            number=str(chat.key),
            chosen=Command(deed=Deed.CHATS, words=str(chat.key)),
        )
        for chat in shown
    ]
    gone = [Entry(text=line) for line in unlinked_words(len(every) - len(shown), say)]
    await face.show(say("Chats"), [*entries, *gone])


async def _show_chat(face: Face, chat: Chat) -> None:
    """Say a chat, and what can be done with it, as it is typed."""
    say = face.desk.say
    entries = [_deed_entry(say(does), words, say) for words, does in _what_can_be_done(chat, say)]
    await face.show(
        say("A chat"), [Entry(text=chat_line(chat, say, today=face.desk.today)), *entries]
    )


def _deed_entry(does: str, words: str, say: Say) -> Entry:
    typed = f"{name_of(Deed.CHATS, language=say.language)} {words}"
    chosen = Command(deed=Deed.CHATS, words=words)
    return Entry(text=say("{word}: {does}", word=typed, does=does), chosen=chosen)


def _what_can_be_done(chat: Chat, say: Say) -> list[tuple[str, str]]:
    """Give what can be typed after `chats` about a chat, and what it does."""
    key = chat.key
    if chat.state is ChatState.ASKING:
        return [
            (say("accept {chat}", chat=key), say("link it. Only if it is yours.")),
            (say("refuse {chat}", chat=key), say("refuse it.")),
        ]
    if chat.state is not ChatState.LINKED:
        return []
    levels = [
        (
            say("level {chat} {level}", chat=key, level=level_name(level, language=say.language)),
            level_words(level, say),
        )
        for level in Level
        if level is not chat.level
    ]
    return [*levels, (say("unlink {chat}", chat=key), say("unlink it."))]


async def _done(face: Face, deed: str, words: list[str], linking: Linking) -> str:
    say = face.desk.say
    if deed == "unlink" and [word.casefold() for word in words] in ([one] for one in ALL):
        question = await unlink_all_question(linking, say)
        if question and not await face.ask(question):
            return say("Nothing was changed.")
        return await unlink_all(linking, say)
    if not words:
        raise StoppedError(say("Which chat? Type its number too."))
    level = words.pop() if deed == "level" and len(words) > 1 else ""
    chat = await chat_called(" ".join(words), linking, say)
    match deed:
        case "accept":
            return await accept(chat, linking, say)
        case "refuse":
            return await refuse(chat, linking, say)
        case "level":
            return await set_level(chat, level, linking, say, ask=face.ask)
    return await unlink(chat, linking, say)


async def pin(face: Face, asked: Command) -> None:
    """Set the PIN, typed twice unseen."""
    refuse_words(asked.words, face.desk.say)
    face.tell(await set_pin(_linking(face), face.desk.say, ask=face.ask_hidden))


def _linking(face: Face) -> Linking:
    return linking_of(face.mailbox, face.repository, face.desk.now)
