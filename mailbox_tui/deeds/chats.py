"""What a person decides about chats: which is linked, how much it is told, and when that ends."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date

from accessibility.chat_words import (
    TELEGRAM,
    channel_name,
    chat_line,
    chat_name,
    level_named,
    level_words,
)
from accessibility.wording import Say
from mailbox_store.linking import Linking
from mailbox_store.model.chat import Chat, ChatState, Level
from mailbox_store.model.errors import ChatNotFound, PinMissing
from mailbox_tui.desk import StoppedError

AskYes = Callable[[str], Awaitable[bool]]

HOLDING = (ChatState.ASKING, ChatState.LINKED)
_WORDS = {
    "accept": "accept", "godkend": "accept", "accepter": "accept", "acceptér": "accept",
    "refuse": "refuse", "afvis": "refuse",
    "level": "level", "niveau": "level",
    "unlink": "unlink", "frakobl": "unlink",
}  # fmt: skip
ALL = ("all", "alle")


def deed_on_chat(word: str) -> str:
    """Find what is to be done with a chat: "accept", "refuse", "level", "unlink"; else ""."""
    return _WORDS.get(word.casefold(), "")


def chats_shown(every: Sequence[Chat], say: Say, *, today: date) -> list[str]:
    """Give a line for each chat behind its number; those that are unlinked are only counted."""
    lines = [
        f"{chat.key}. {chat_line(chat, say, today=today)}"
        for chat in every
        if chat.state is not ChatState.UNLINKED
    ]
    gone = len(every) - len(lines)
    asking = next((chat for chat in every if chat.state is ChatState.ASKING), None)
    if asking is not None:
        lines.append(say("“brevdue chats accept {chat}” accepts it, “brevdue chats refuse {chat}” "
                         "refuses it.", chat=asking.key))  # fmt: skip
    if not lines:
        lines.append(say("No chat is linked. To link one: brevdue link telegram"))
    return [*lines, *unlinked_words(gone, say)]


def unlinked_words(gone: int, say: Say) -> list[str]:
    """Say how many chats were unlinked, where any was."""
    return [say.count("{n} chat was unlinked.", "{n} chats were unlinked.", gone)] if gone else []


async def chat_called(name: str, linking: Linking, say: Say) -> Chat:
    """Find a chat by its number, or by its name where only one goes by it.

    Raises `ChatNotFound`, and `StoppedError` where several could be meant.
    """
    every = await linking.chats()
    if name.isdecimal():
        found = [chat for chat in every if str(chat.key) == name.lstrip("0")]
    else:
        wanted = name.casefold()
        found = [
            chat
            for chat in every
            if chat.state in HOLDING and chat_name(chat, say).casefold() == wanted
        ]
    if len(found) > 1:
        numbers = ", ".join(str(chat.key) for chat in found)
        raise StoppedError(say("Several chats go by that name. Type a number: {numbers}.",
                               numbers=numbers))  # fmt: skip
    if not found:
        raise ChatNotFound(key=int(name) if name.isdecimal() and len(name) < 10 else 0)
    return found[0]


async def accept(chat: Chat, linking: Linking, say: Say) -> str:
    """Link a chat that asks, and say what it will be told."""
    name = chat_name(chat, say)
    if chat.state is ChatState.LINKED:
        return say("“{name}” is linked already. Nothing was changed.", name=name)
    now = await linking.accept(chat.key)
    told = level_words(now.level, say)
    more = say("To tell it more: brevdue chats level {chat} summary", chat=chat.key)
    return f"{say('“{name}” is linked.', name=name)} {told} {more}"


async def refuse(chat: Chat, linking: Linking, say: Say) -> str:
    """Send a chat away that asks."""
    name = chat_name(chat, say)
    if chat.state is ChatState.LINKED:
        raise StoppedError(say("“{name}” is linked. To unlink it: brevdue chats unlink {chat}",
                               name=name, chat=chat.key))  # fmt: skip
    await linking.refuse(chat.key)
    return say("“{name}” was refused. It is told nothing.", name=name)


def acceptance_question(chat: Chat, say: Say) -> str:
    """Ask whether a chat that asks may be linked."""
    return say(
        "The chat “{name}”, in {channel}, asks to be linked. Accept it only if it is yours. "
        "Type yes to accept it.",
        name=chat_name(chat, say),
        channel=channel_name(chat.address.channel),
    )


# -- levels


async def set_level(
    chat: Chat, word: str, linking: Linking, say: Say, *, ask: AskYes | None
) -> str:
    """Set how much a chat is told; above the summary after a yes, unless nobody is to be asked.

    Raises `PinMissing` before the question, so that nobody says yes to what cannot be done.
    """
    level = level_named(word)
    if level is None:
        raise StoppedError(
            say("Which level? 0 off, 1 notify, 2 summary, 3 text, 4 voice. “{name}” has this now: "
                "{level}", name=chat_name(chat, say), level=level_words(chat.level, say)),
            code=2,
        )  # fmt: skip
    if chat.state is not ChatState.LINKED:
        raise StoppedError(say("“{name}” is not linked. Nothing was changed.",
                               name=chat_name(chat, say)))  # fmt: skip
    if level is chat.level:
        return say("It was so already. Nothing was changed.")
    if level >= Level.TEXT and not await linking.has_pin():
        raise PinMissing
    is_raised = level > chat.level and level >= Level.TEXT
    if is_raised and ask is not None and not await ask(raising_question(chat, level, say)):
        raise StoppedError(say("Nothing was changed."))
    await linking.set_level(chat.key, level)
    return f"{chat_name(chat, say)}. {level_words(level, say)}"


def raising_question(chat: Chat, level: Level, say: Say) -> str:
    """Say plainly what leaves the mailbox, and ask."""
    name = chat_name(chat, say)
    if level is Level.TEXT:
        leaves = say("Nothing was changed yet. With your PIN, “{name}” can then have whole letters "
                     "sent to it.", name=name)  # fmt: skip
    else:
        leaves = say("Nothing was changed yet. With your PIN, “{name}” can then have whole "
                     "letters, their files and speech sent to it.", name=name)  # fmt: skip
    return " ".join([leaves, *_who_can_read(chat, say), say("Type yes to allow it.")])


def _who_can_read(chat: Chat, say: Say) -> list[str]:
    if chat.address.channel != TELEGRAM:
        return []
    return [
        say(
            "Telegram is not end-to-end encrypted: the company can read what is sent, and it lies "
            "on your telephone until it is deleted, {minutes} minutes later.",
            minutes=chat.delete_after,
        )
    ]
