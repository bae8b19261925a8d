"""Deeds about the chat itself: help, language, its mailboxes, its end."""

from collections.abc import Sequence

from accessibility.commands import Command, Deed
from accessibility.wording import LANGUAGES, wording_for
from bots.buttons import Choice
from bots.effects import Tell
from bots.help import help_lines
from bots.letter_choices import OF_THE_LETTER, other_choices
from bots.letter_list import list_choice
from bots.talk import Question
from bots.turn import ChatStopError, Turn
from mailbox_store.model.letter import LetterId, letter_id_from
from mailbox_store.model.mailbox_facts import mailbox_id_text

_LANGUAGES = {"dansk": "da", "danish": "da", "engelsk": "en", "english": "en"}


async def help_on(turn: Turn, asked: Command) -> None:
    """Say in six lines what can be typed; or offer what else is done with the open letter."""
    say = turn.say
    number = letter_id_from(asked.words)
    if number is None and asked.words == OF_THE_LETTER and turn.talk.letter:
        number = LetterId(turn.talk.letter)
    if number is not None:
        letter = await turn.open(number)
        turn.tell(say("More that you can do with the letter."), other_choices(turn, letter))
        return
    choices = [
        list_choice(say),
        Choice(say("Show deadlines"), Command(deed=Deed.DEADLINES)),
        Choice(say("Search letters"), Command(deed=Deed.SEARCH)),
        Choice(say("Show settings"), Command(deed=Deed.SETTINGS)),
    ]
    turn.tell("\n".join(help_lines(say)), choices)


async def language(turn: Turn, asked: Command) -> None:
    """Speak another language in this chat from now on."""
    chosen = _LANGUAGES.get(asked.words.casefold(), asked.words.casefold())
    if chosen not in LANGUAGES:
        raise ChatStopError(turn.say("Which language? Type language da or language en."))
    turn.chat = await turn.sitting.door.change(turn.chat, language=chosen)
    turn.say = wording_for(chosen)
    turn.tell(turn.say("Now in English."), [list_choice(turn.say)])


async def mailboxes(turn: Turn, asked: Command) -> None:
    """Say which mailboxes this chat is linked to, by number: names are nobody's business here."""
    say = turn.say
    if asked.words.strip():
        await mailbox(turn, asked)
        return
    n = len(turn.chats)
    lines = [
        say.count(
            "This chat is linked to {n} mailbox.", "This chat is linked to {n} mailboxes.", n
        ),
        *(
            say(
                "Mailbox {id}, level {level}.",
                id=mailbox_id_text(chat.mailbox),
                level=int(chat.level),
            )
            for chat in turn.chats
        ),
    ]
    turn.tell("\n".join(lines), _mailbox_choices(turn))


async def mailbox(turn: Turn, asked: Command) -> None:
    """Turn to another mailbox of this chat."""
    wanted = asked.words.strip().upper().removeprefix("M")
    if not wanted:
        await mailboxes(turn, asked)
        return
    chat = next((one for one in turn.chats if str(one.mailbox) == wanted), None)
    if chat is None:
        raise ChatStopError(turn.say("This chat is linked to no such mailbox."),
                            *_mailbox_choices(turn))  # fmt: skip
    turn.turn_to(chat)
    turn.tell(turn.say("From now on this is about mailbox {id}.", id=mailbox_id_text(chat.mailbox)),
              [list_choice(turn.say)])  # fmt: skip


async def stop(turn: Turn, asked: Command) -> None:
    """Ask whether the chat is to be unlinked; the button's yes, or one typed, does it."""
    say = turn.say
    if asked.words == "yes":
        await unlink(turn)
        return
    turn.change(question=Question.UNLINK)
    turn.tell(
        say("Nothing was changed yet. Unlinked, this chat shows no letters and gets no notices. "
            "Type yes to unlink it."),
        [Choice(say("Unlink this chat"), Command(deed=Deed.STOP, words="yes")),
         list_choice(say)],
    )  # fmt: skip


async def unlink(turn: Turn) -> None:
    """Unlink the chat from the mailbox at once."""
    await turn.sitting.door.unlink(turn.chat)
    turn.change(question=Question.NONE, letters=(), letter=0, part=0, note=0, after=None, nonces=(),
                chat=0, mailbox=0)  # fmt: skip
    text = turn.with_mailbox(
        turn.say("This chat is unlinked. To link it again, type in the terminal: brevdue link "
                 "{channel}", channel=turn.sitting.door.channel)
    )  # fmt: skip
    turn.effects.append(Tell(text=text))  # of no mailbox: it must still arrive


def _mailbox_choices(turn: Turn) -> Sequence[Choice]:
    return [
        Choice(turn.say("Use mailbox {id}", id=mailbox_id_text(chat.mailbox)),
               Command(deed=Deed.MAILBOX, words=mailbox_id_text(chat.mailbox)))
        for chat in turn.chats if len(turn.chats) > 1
    ]  # fmt: skip
