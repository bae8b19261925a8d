"""What people do next with a letter, as buttons: the usual ones under it, the others on request."""

from accessibility.calendar_file import appointments_of
from accessibility.commands import Command, Deed
from bots.buttons import MOST, Choice
from bots.turn import Turn
from mailbox_store.model.chat import Level
from mailbox_store.model.letter import Letter, letter_id_text

OF_THE_LETTER = "letter"  # the word behind help that asks for the other deeds


def usual_choices(turn: Turn, letter: Letter, shown: str) -> list[Choice]:
    """Give the deeds under a letter, at most five: one more may go on."""
    say, mine = turn.say, (letter_id_text(letter.id),)
    choices = []
    if shown:
        choices.append(Choice(say("Read letter"), Command(deed=Deed.OPEN, letters=mine)))
    if turn.chat.level >= Level.VOICE:
        choices.append(Choice(say("Hear letter"), Command(deed=Deed.SPEAK, letters=mine)))
    if _has_files(letter) and not shown:
        choices.append(Choice(say("Show documents"), Command(deed=Deed.DOCUMENTS, letters=mine)))
    return [
        *choices,
        Choice(say("Archive letter"), Command(deed=Deed.ARCHIVE, letters=mine)),
        Choice(say("Read next letter"), Command(deed=Deed.NEXT, words="letter")),
        Choice(say("Show more choices"), Command(deed=Deed.HELP, words=mine[0])),
    ][-MOST + 1 :]


def other_choices(turn: Turn, letter: Letter) -> list[Choice]:
    """Give the deeds that are less often wanted."""
    say, mine = turn.say, (letter_id_text(letter.id),)
    choices = [
        Choice(say("Tell in brief"), Command(deed=Deed.BRIEF, letters=mine)),
        Choice(say("Take flag off"), Command(deed=Deed.UNFLAG, letters=mine))
        if letter.summary.flagged
        else Choice(say("Flag letter"), Command(deed=Deed.FLAG, letters=mine)),
        Choice(say("Mark as unread"), Command(deed=Deed.UNREAD, letters=mine)),
        Choice(say("Move letter to bin"), Command(deed=Deed.BIN, letters=mine)),
    ]
    if turn.chat.level >= Level.VOICE:
        choices.append(Choice(say("Send as text file"), Command(deed=Deed.SAVE, letters=mine)))
        if appointments_of(letter) or letter.summary.reply_by is not None:
            choices.append(
                Choice(say("Add to calendar"), Command(deed=Deed.CALENDAR, letters=mine))
            )
    return choices


def _has_files(letter: Letter) -> bool:
    """Tell whether there is more to get than the text that is shown."""
    files = [file for document in letter.documents for file in document.files]
    return len(letter.documents) > 1 or any(file.media_type != "text/plain" for file in files)
