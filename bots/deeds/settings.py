"""The settings of a chat: shown, and changed by a word and what it shall be."""

import re

from accessibility.chat_words import level_named
from accessibility.commands import Command, Deed
from bots.buttons import Choice
from bots.deeds.around import language
from bots.refusing import raising_command
from bots.setting_words import settings_lines
from bots.turn import ChatStopError, Turn
from mailbox_store.model.chat import LONGEST_STAY, SHORTEST_STAY, Level, QuietHours
from mailbox_store.model.errors import LevelTooLow

_ON, _OFF = ("on", "til", "yes", "ja"), ("off", "fra", "no", "nej", "none", "ingen")
_MOST_DAYS = 60  # before a deadline
_HOURS = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?\s*(?:-|to|til)\s*(\d{1,2})(?:[.:](\d{2}))?")
_SETTINGS = {
    "notices": "notices", "notice": "notices", "beskeder": "notices", "besked": "notices",
    "quiet": "quiet", "stille": "quiet", "ro": "quiet",
    "delete": "delete", "slet": "delete", "sletning": "delete",
    "reminders": "reminders", "reminder": "reminders", "påmindelser": "reminders",
    "paamindelser": "reminders",
    "level": "level", "niveau": "level",
    "language": "language", "sprog": "language",
}  # fmt: skip


async def settings(turn: Turn, asked: Command) -> None:
    """Show the chat's settings, or change one."""
    word, _, value = asked.words.strip().partition(" ")
    if not word:
        _show(turn, turn.say("The settings of this chat."))
        return
    key = _SETTINGS.get(word.casefold())
    if key is None or not value.strip():
        raise ChatStopError(
            turn.say("Type settings alone, or with notices, quiet, delete, reminders, level or "
                     "language and what it shall be.")
        )  # fmt: skip
    await _CHANGES[key](turn, value.strip().casefold())
    if key != "language":
        _show(turn, turn.say("Kept."))


def _show(turn: Turn, first: str) -> None:
    turn.tell("\n".join([first, *settings_lines(turn.chat, turn.say)]), _setting_choices(turn))


async def _change_language(turn: Turn, value: str) -> None:
    await language(turn, Command(deed=Deed.LANGUAGE, words=value))


async def _change_notices(turn: Turn, value: str) -> None:
    if value not in (*_ON, *_OFF):
        raise ChatStopError(turn.say("Notices are on or off. Nothing was changed."))
    turn.chat = await turn.sitting.door.change(turn.chat, has_notices=value in _ON)


async def _change_quiet(turn: Turn, value: str) -> None:
    if value in _OFF:
        turn.chat = await turn.sitting.door.change(turn.chat, quiet=None)
        return
    found = _HOURS.fullmatch(value)
    times = [int(hour) * 60 + int(minute or 0) for hour, minute in
             ((found[1], found[2]), (found[3], found[4]))] if found else []  # fmt: skip
    if len(times) < 2 or max(times) > 24 * 60 or times[0] % 1440 == times[1] % 1440:
        raise ChatStopError(turn.say("Type quiet hours as settings quiet 22-7, or settings quiet "
                                     "off. Nothing was changed."))  # fmt: skip
    hours = QuietHours(begins=times[0] % 1440, ends=times[1] % 1440)
    turn.chat = await turn.sitting.door.change(turn.chat, quiet=hours)


async def _change_deletion(turn: Turn, value: str) -> None:
    minutes = int(value.split()[0]) if value.split()[0].isdecimal() and len(value) < 20 else 0
    if not SHORTEST_STAY <= minutes <= LONGEST_STAY:
        raise ChatStopError(
            turn.say("Type a number of minutes from {least} to {most}. Nothing was changed.",
                     least=SHORTEST_STAY, most=LONGEST_STAY)
        )  # fmt: skip
    turn.chat = await turn.sitting.door.change(turn.chat, delete_after=minutes)


async def _change_reminders(turn: Turn, value: str) -> None:
    words = re.split(r"[,\s]+(?:og|and)?\s*", value)
    if value in _OFF:
        days: tuple[int, ...] = ()
    elif (
        all(word.isdecimal() and 0 <= int(word) <= _MOST_DAYS for word in words) and len(words) < 6
    ):
        days = tuple(sorted({int(word) for word in words}, reverse=True))
    else:
        raise ChatStopError(
            turn.say("Type days before a deadline, as settings reminders 3 1, or settings "
                     "reminders off. Nothing was changed.")
        )  # fmt: skip
    turn.chat = await turn.sitting.door.change(turn.chat, reminders=days)


async def _change_level(turn: Turn, value: str) -> None:
    """Lower the level; raising it is the terminal's."""
    level = level_named(value)
    if level is None:
        raise ChatStopError(turn.say("Levels are 0 to 4. Nothing was changed."))
    if level == turn.chat.level:
        return
    try:
        turn.chat = await turn.sitting.door.lower(turn.chat, level)
    except LevelTooLow:
        raise ChatStopError(
            turn.say(
                "Nothing was changed: levels are raised in the terminal. Type there: {command}",
                command=raising_command(turn, level),
            )
        ) from None


_CHANGES = {
    "notices": _change_notices, "quiet": _change_quiet, "delete": _change_deletion,
    "reminders": _change_reminders, "level": _change_level, "language": _change_language,
}  # fmt: skip


def _setting_choices(turn: Turn) -> list[Choice]:
    say, chat = turn.say, turn.chat
    choices = [
        _choice(say("Turn notices off"), "notices off") if chat.has_notices
        else _choice(say("Turn notices on"), "notices on"),
        _choice(say("Set quiet hours"), "quiet 22-7") if chat.quiet is None
        else _choice(say("End quiet hours"), "quiet off"),
        Choice(say("Speak English"), Command(deed=Deed.LANGUAGE, words="en"))
        if say.language == "da"
        else Choice(say("Speak Danish"), Command(deed=Deed.LANGUAGE, words="da")),
    ]  # fmt: skip
    if chat.level > Level.NOTIFY:
        lower = int(chat.level) - 1
        choices.append(_choice(say("Lower to level {n}", n=lower), f"level {lower}"))
    if len(turn.chats) > 1:
        choices.append(Choice(say("Show mailboxes"), Command(deed=Deed.MAILBOXES)))
    return [*choices, Choice(say("Unlink chat"), Command(deed=Deed.STOP))]


def _choice(label: str, words: str) -> Choice:
    return Choice(label, Command(deed=Deed.SETTINGS, words=words))
