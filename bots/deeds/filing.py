"""Filing in a chat: archive, bin, flag, mark as unread, each taken back by undo."""

from accessibility.commands import Command, Deed
from accessibility.deed_words import done_sentence, undone_sentence
from bots.buttons import Choice
from bots.letter_list import list_choice
from bots.turn import ChatStopError, Turn
from mailbox_store.model.chat import Level
from mailbox_store.model.errors import NothingToUndo


async def change(turn: Turn, asked: Command) -> None:
    """Do a deed that needs nothing but the letters. Doing it twice leaves them the same."""
    say = turn.say
    letters = await turn.letters(asked)
    match asked.deed:
        case Deed.ARCHIVE:
            await turn.mailbox.archive(letters)
        case Deed.BIN:
            await turn.mailbox.bin(letters)
        case Deed.RESTORE:
            await turn.mailbox.restore(letters)
        case Deed.FLAG | Deed.UNFLAG:
            await turn.mailbox.flag(letters, on=asked.deed is Deed.FLAG)
        case Deed.UNREAD:
            await turn.mailbox.mark(letters, unread=True)
        case _:
            raise ValueError(asked.deed)
    said = done_sentence(asked.deed, len(letters), say)
    if not turn.talk.undo_was_told:
        said += " " + say("“undo” takes it back.")
    turn.change(undo_was_told=True)
    choices = [Choice(say("Undo that"), Command(deed=Deed.UNDO)), list_choice(say)]
    if turn.talk.letter and turn.chat.level >= Level.TEXT:
        choices.insert(1, Choice(say("Read next letter"), Command(deed=Deed.NEXT, words="letter")))
    turn.tell(said, choices)


async def undo(turn: Turn, asked: Command) -> None:
    """Take the last deed back. Begun a second time nothing is done: it may be taken back already.

    Two deeds would then be undone where the person asked for one.
    """
    del asked
    say = turn.say
    if turn.is_repeated:
        raise ChatStopError(
            say("I was interrupted. Your last deed may be undone already: list the letters, and "
                "type undo once more if it is not."),
            list_choice(say),
        )  # fmt: skip
    try:
        undone = await turn.mailbox.undo()
    except NothingToUndo:
        raise ChatStopError(say("There is nothing to undo."), list_choice(say)) from None
    turn.tell(undone_sentence(undone, say), [list_choice(say)])
