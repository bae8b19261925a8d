"""What is said of a chat: its name, where it is, how far it has come, what leaves the mailbox."""

from collections.abc import Mapping
from datetime import date

from accessibility.list_line import as_sentence
from accessibility.plain_text import one_line
from accessibility.spoken_dates import clock, local, short_date
from accessibility.wording import Say, sentence
from mailbox_store.model.chat import Chat, ChatState, Level
from mailbox_store.model.party import without_cpr_numbers

_NAME_LENGTH = 60  # characters: it is somebody else's words
TELEGRAM = "telegram"
CHANNELS: Mapping[str, str] = {TELEGRAM: "Telegram", "console": "Console"}
_LEVELS: Mapping[Level, str] = {
    Level.OFF: sentence("Level 0: nothing is sent."),
    Level.NOTIFY: sentence("Level 1: only that letters came, and how many."),
    Level.SUMMARY: sentence("Level 2: sender, date and deadline."),
    Level.TEXT: sentence("Level 3: whole letters, with your PIN."),
    Level.VOICE: sentence("Level 4: letters, files and speech, with your PIN."),
}
_LEVEL_NAMES: Mapping[Level, str] = {  # as they are typed: English, then Danish
    Level.OFF: "off fra",
    Level.NOTIFY: "notify besked",
    Level.SUMMARY: "summary oversigt",
    Level.TEXT: "text tekst",
    Level.VOICE: "voice tale",
}
_STATES: Mapping[ChatState, str] = {
    ChatState.ASKING: sentence("Asks to be linked."),
    ChatState.LINKED: sentence("Linked."),
    ChatState.UNLINKED: sentence("Unlinked."),
    ChatState.BLOCKED: sentence("Has blocked the bot: nothing can be sent there."),
}


def chat_line(chat: Chat, say: Say, *, today: date) -> str:
    """Say a chat: who, where, how far, what it may be told, its language, since when."""
    facts = [
        as_sentence(chat_name(chat, say)),
        as_sentence(channel_name(chat.address.channel)),
        say(_STATES[chat.state]),
    ]
    if chat.state is ChatState.LINKED:
        facts += [level_words(chat.level, say), _language(chat, say)]
    return " ".join([*facts, _since(chat, say, today=today)])


def chat_name(chat: Chat, say: Say) -> str:
    """Name a chat as it calls itself, in one safe line."""
    return one_line(without_cpr_numbers(chat.name), limit=_NAME_LENGTH) or say("No name")


def channel_name(channel: str) -> str:
    """Name the program that a chat is in."""
    return CHANNELS.get(channel, one_line(channel, limit=_NAME_LENGTH))


def level_words(level: Level, say: Say) -> str:
    """Say what leaves the mailbox at a level."""
    return say(_LEVELS[level])


def level_named(word: str) -> Level | None:
    """Find the level that a number or a word means, in either language."""
    asked = word.casefold()
    return next(
        (one for one, names in _LEVEL_NAMES.items() if asked in (str(int(one)), *names.split())),
        None,
    )


def level_name(level: Level, *, language: str) -> str:
    """Give the word to type for a level in a language."""
    english, danish = _LEVEL_NAMES[level].split()
    return danish if language == "da" else english


def _language(chat: Chat, say: Say) -> str:
    if chat.language == "da":
        return say("In Danish.")
    return say("In English.")


def _since(chat: Chat, say: Say, *, today: date) -> str:
    """Say when it was linked; of one that never was, when it asked."""
    moment = chat.asked if chat.linked is None else chat.linked
    day = short_date(local(moment).date(), say, today=today)
    if chat.state is ChatState.LINKED:
        return say("Since {date}.", date=day)
    if chat.linked is not None:
        return say("It was linked {date}.", date=day)
    return say("It asked {date} {time}.", date=day, time=clock(moment, say))
