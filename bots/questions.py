"""Questions that the next typed line answers: the PIN, the legal notice, unlinking."""

import re
from typing import NamedTuple

from accessibility.legal_notice import is_yes, legal_notice_question
from bots.deeds.around import unlink
from bots.effects import DeleteTheirs
from bots.talk import Question
from bots.turn import Turn
from mailbox_store.model.errors import PinLocked, PinWrong
from mailbox_store.model.letter import LetterId

_PIN = re.compile(r"\d{6}")
_MOSTLY_DIGITS = 4  # digits of what was probably meant as a PIN


class Answered(NamedTuple):
    """What came of a typed line: whether it answered a question, and what is to be done now."""

    is_answer: bool
    line: str = ""  # as if it had been typed now: what was asked before the question


async def answer_question(turn: Turn, text: str, message: str) -> Answered:
    """Take a typed line as the answer to the waiting question, if it is one."""
    match turn.talk.question:
        case Question.PIN:
            return await _take_pin(turn, text, message)
        case Question.LEGAL_NOTICE:
            return await _take_legal_yes(turn, text)
        case Question.UNLINK:
            turn.change(question=Question.NONE)
            if is_yes(text):
                await unlink(turn)
                return Answered(is_answer=True)
            if is_no(text):
                turn.tell(turn.say("This chat stays linked."))
                return Answered(is_answer=True)
    return Answered(is_answer=False)


def ask_pin(turn: Turn, line: str) -> None:
    """Ask for the PIN; what was asked for goes on once it is right."""
    turn.change(question=Question.PIN, asked=line)
    turn.tell(
        turn.say("Nothing was shown yet. Type the six digits of your PIN; your message is deleted "
                 "at once.")
    )  # fmt: skip


async def ask_legal_yes(turn: Turn, letter: LetterId, line: str) -> None:
    """Put the question that a legal notice is opened after."""
    lying = await turn.mailbox.unopened(letter)  # as a list shows it, to say which letter it is
    turn.change(question=Question.LEGAL_NOTICE, asked=line, asked_about=letter)
    turn.tell(legal_notice_question(lying.summary, turn.say), is_private=True)


def looks_like_pin(text: str) -> bool:
    """Tell whether a line is six digits and nothing else."""
    return _PIN.fullmatch(re.sub(r"[\s-]", "", text)) is not None


def is_no(text: str) -> bool:
    """Tell whether a line is a plain no."""
    return text.strip().casefold() in ("no", "nej")


async def _take_pin(turn: Turn, text: str, message: str) -> Answered:
    say, line = turn.say, turn.talk.asked
    bare = re.sub(r"[\s-]", "", text)
    if not _PIN.fullmatch(bare):
        if sum(map(str.isdigit, text)) >= _MOSTLY_DIGITS:
            turn.effects.append(DeleteTheirs(message=message))
            turn.tell(say("A PIN is six digits. Your message is deleted. Type your PIN again."))
            return Answered(is_answer=True)
        turn.change(question=Question.NONE, asked="")
        return Answered(is_answer=False)
    turn.effects.append(DeleteTheirs(message=message))
    try:
        await turn.sitting.door.enter_pin(turn.chat, bare)
    except PinWrong:
        raise  # the question stays
    except PinLocked:
        turn.change(question=Question.NONE, asked="")
        raise
    turn.change(question=Question.NONE, asked="")
    return Answered(is_answer=True, line=line)


async def _take_legal_yes(turn: Turn, text: str) -> Answered:
    letter, line = LetterId(turn.talk.asked_about), turn.talk.asked
    yes = is_yes(text)
    await turn.mailbox.answer_legal_notice(letter, yes=yes)
    turn.change(question=Question.NONE, asked="", asked_about=0)
    if yes:
        return Answered(is_answer=True, line=line)
    turn.change(letter=letter, shown="", part=0, note=0)  # "next" goes past it
    turn.tell(turn.say("Not opened."))
    return Answered(is_answer=is_no(text))
