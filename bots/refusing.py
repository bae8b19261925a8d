"""What a chat is told where something is not done: what is missing, and where to get it."""

from accessibility.commands import Command, Deed
from accessibility.refusals import refusal
from accessibility.wording import Say
from bots.buttons import Choice
from bots.letter_list import list_choice
from bots.turn import ChatStopError, Turn
from mailbox_store.model.chat import Level
from mailbox_store.model.errors import (
    LetterNotFound,
    LevelTooLow,
    MailboxError,
    PinLocked,
    PinMissing,
    PinWrong,
)
from mailbox_store.model.mailbox_facts import mailbox_id_text


def tell_refused(turn: Turn, error: MailboxError | ChatStopError) -> None:
    """Say why something was not done."""
    if isinstance(error, ChatStopError):
        turn.tell(error.text, error.choices)
        return
    choices = [list_choice(turn.say)] if isinstance(error, LetterNotFound) else []
    turn.tell(refused(error, turn), choices)


def refused(error: MailboxError, turn: Turn) -> str:
    """Say what went wrong, in whole sentences."""
    say = turn.say
    match error:
        case LevelTooLow():
            return level_words(turn, int(error.needs))
        case PinMissing():
            return say("Nothing was shown: you have no PIN yet. In the terminal, type: brevdue pin")
        case PinLocked():
            return say("Nothing was shown: your PIN is locked, as it was wrong five times. In the "
                       "terminal, type: brevdue pin")  # fmt: skip
        case PinWrong():
            return say.count("That PIN is wrong. {n} try is left. Type your PIN again.",
                             "That PIN is wrong. {n} tries are left. Type your PIN again.",
                             error.left)  # fmt: skip
    return refusal(error, say)


def level_words(turn: Turn, needs: int) -> str:
    """Say which level something needs, and how it is raised."""
    return turn.say(
        "Nothing was shown: this chat is at level {has}, and that needs level {needs}. Levels are "
        "raised in the terminal: {command}",
        has=int(turn.chat.level), needs=needs, command=raising_command(turn, needs),
    )  # fmt: skip


def raising_command(turn: Turn, level: int) -> str:
    """Give the command to be typed in the terminal; of which mailbox, where there are several."""
    which = f"--mailbox {mailbox_id_text(turn.chat.mailbox)} " if len(turn.chats) > 1 else ""
    return f"brevdue {which}chats level {turn.chat.key} {int(level)}"


async def told_counts(turn: Turn) -> None:
    """Say how many letters are unread and how many want something soon: nobody's name."""
    say = turn.say
    unread, soon = await turn.mailbox.counts()
    told = counted(unread, soon, say)
    if turn.chat.level >= Level.SUMMARY:
        turn.tell(
            told, [list_choice(say), Choice(say("Show deadlines"), Command(deed=Deed.DEADLINES))]
        )
        return
    told += " " + say(
        "From whom is told at level 2. Levels are raised in the terminal: {command}",
        command=raising_command(turn, Level.SUMMARY),
    )  # fmt: skip
    turn.tell(told)


def counted(unread: int, soon: int, say: Say) -> str:
    """Say the counts of a mailbox."""
    if not unread and not soon:
        return say("You have no unread letters.")
    told = say.count("You have {n} unread letter.", "You have {n} unread letters.", unread)
    if not soon:
        return told
    return told + " " + say.count("{n} letter has a deadline or an appointment within a week.",
                                  "{n} letters have a deadline or an appointment within a week.",
                                  soon)  # fmt: skip
