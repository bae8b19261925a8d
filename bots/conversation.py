"""What is said in a chat and what comes of it: (talk, event) -> (effects, talk).

It knows no channel, holds nothing between two events and sends nothing: what it gives is put into
the store, with the new talk, in one transaction. What a chat may do, the store's door decides.
"""

from accessibility.commands import Command, Deed, NotUnderstoodCommand, deed_named, understand
from accessibility.plain_text import one_line
from accessibility.wording import Say, wording_for
from bots.buttons import Choice, Doubt, press_of, typed_line
from bots.dispatch import DEEDS, do
from bots.effects import Alert, DeleteTheirs, Leave, StripButtons, Tell
from bots.events import Blocked, Event, InGroup, Pressed, Started, Typed, Unreadable
from bots.letter_list import list_choice
from bots.linking import answer_unlinked, asks_to_link, redeem, typed_code
from bots.questions import answer_question, ask_legal_yes, ask_pin, looks_like_pin
from bots.refusing import tell_refused
from bots.sitting import Answer, Sitting
from bots.talk import Question, Talk
from bots.turn import ChatStopError, Turn
from bots.typed_words import understand_typed
from mailbox_store.model.chat import Chat
from mailbox_store.model.errors import (
    ChatNotLinked,
    LegalNoticeUnanswered,
    MailboxError,
    PinNeeded,
    StoreError,
)
from mailbox_store.model.letter import LetterId

__all__ = ("Answer", "Sitting", "answer")


async def answer(event: Event, talk: Talk, sitting: Sitting) -> Answer:
    """Answer one event of one chat. Raises only what is wrong with the store: `StoreError`.

    An event that is answered a second time (`attempts`) does nothing twice that must be done once.
    """
    if isinstance(event, InGroup):
        say = wording_for(sitting.who.language)
        text = say("Letters are shown to one person only. Write to this bot by yourself.")
        return Answer((Tell(text=text), Leave()), Talk())
    if isinstance(event, Blocked):
        return Answer((), Talk())
    chats = await sitting.door.chats()
    if not chats:
        return await answer_unlinked(event, talk, sitting)
    turn = _turn(chats, talk, sitting)
    try:
        await _answer(turn, event)
    except ChatNotLinked:  # unlinked elsewhere, this very moment
        return await answer_unlinked(event, Talk(), sitting)
    return turn.answer()


def _turn(chats: tuple[Chat, ...], talk: Talk, sitting: Sitting) -> Turn:
    place = (talk.mailbox, talk.chat)
    chat = next((one for one in chats if (one.mailbox, one.key) == place), None)
    is_other = chat is None
    chat = chat or chats[0]
    turn = Turn(
        sitting=sitting,
        say=wording_for(chat.language or sitting.who.language),
        chat=chat,
        chats=chats,
        mailbox=sitting.door.mailbox(chat),
        talk=talk,
    )
    if is_other:
        turn.turn_to(chat)
    return turn


async def _answer(turn: Turn, event: Event) -> None:
    if asks_to_link(event):
        turn.tell(await redeem(typed_code(event), turn.say, turn.sitting))
        return
    match event:
        case Typed():
            await _answer_typed(turn, event)
        case Pressed():
            await _answer_press(turn, event)
        case Started():
            turn.tell(turn.say("This chat is linked."))
            await _do(turn, Command(deed=Deed.HELP))
        case Unreadable():
            turn.tell(turn.say("Only what you type yourself is read here. Type help."))


async def _answer_typed(turn: Turn, event: Typed) -> None:
    try:
        answered = await answer_question(turn, event.text, event.message)
    except (MailboxError, ChatStopError) as error:
        _tell_trouble(turn, error)
        return
    if answered.is_answer:
        if answered.line:
            await _do_line(turn, answered.line)
        return
    if looks_like_pin(event.text):  # nobody asked: it must not stay, and is no letter's number
        turn.effects.append(DeleteTheirs(message=event.message))
        turn.tell(turn.say("Your message is deleted, as it may hold your PIN. No PIN was asked "
                           "for."))  # fmt: skip
        return
    asked = understand_typed(event.text, language=turn.say.language)
    if isinstance(asked, NotUnderstoodCommand):
        _tell_not_understood(turn, asked)
        return
    await _do(turn, asked)


async def _answer_press(turn: Turn, event: Pressed) -> None:
    """Answer a press: the buttons of that message go, and what they say is done once."""
    press = press_of(event.data, turn.chats, turn.talk.nonces)
    if isinstance(press, Doubt):
        turn.effects.append(Alert(query=event.query, text=_doubt_words(press, turn.say)))
        return
    turn.effects.append(Alert(query=event.query))
    if event.message:
        turn.effects.append(StripButtons(message=event.message))
    if (press.chat.mailbox, press.chat.key) != (turn.chat.mailbox, turn.chat.key):
        turn.turn_to(press.chat)
    nonces = tuple(nonce for nonce in turn.talk.nonces if nonce != press.nonce)
    turn.change(nonces=nonces, question=Question.NONE, asked="", asked_about=0)
    await _do(turn, press.command)


async def _do_line(turn: Turn, line: str) -> None:
    asked = understand(line, language=turn.say.language)
    if isinstance(asked, Command):
        await _do(turn, asked)


async def _do(turn: Turn, asked: Command) -> None:
    """Do what was asked; where a question comes first, put it and remember what was asked."""
    try:
        await do(turn, asked)
    except PinNeeded:
        ask_pin(turn, typed_line(asked))
    except LegalNoticeUnanswered as error:
        await _ask_about(turn, asked, LetterId(error.letter))
    except (MailboxError, ChatStopError) as error:
        _tell_trouble(turn, error)


async def _ask_about(turn: Turn, asked: Command, letter: LetterId) -> None:
    try:
        await ask_legal_yes(turn, letter, typed_line(asked))
    except (MailboxError, ChatStopError) as error:
        _tell_trouble(turn, error)


def _tell_trouble(turn: Turn, error: MailboxError | ChatStopError) -> None:
    if isinstance(error, StoreError | ChatNotLinked):
        raise error
    tell_refused(turn, error)


def _tell_not_understood(turn: Turn, asked: NotUnderstoodCommand) -> None:
    say = turn.say
    word = one_line(asked.typed, limit=40)
    nearest = [name for name in asked.nearest if deed_named(name) in DEEDS][:3]
    if nearest:
        text = say("“{word}” was not understood. Did you mean {nearest}?", word=word,
                   nearest=", ".join(nearest))  # fmt: skip
    else:
        text = say("“{word}” was not understood. Type help.", word=word)
    turn.tell(text, [Choice(say("Show help"), Command(deed=Deed.HELP)), list_choice(say)])


def _doubt_words(doubt: Doubt, say: Say) -> str:
    if doubt is Doubt.STALE:
        return say("This button is old. Nothing was done. Type what you want, or list.")
    return say("This button is not yours. Nothing was done.")
