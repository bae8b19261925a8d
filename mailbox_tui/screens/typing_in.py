"""Keys that open the line to type in: a command, a number, a folder, a filter, a note."""

from accessibility.commands import Command, Deed, number_in
from accessibility.plain_text import one_line
from mailbox_store.model.letter import LetterId, letter_id_text
from mailbox_tui.answering.dispatch import answer
from mailbox_tui.answering.typed import answer_line
from mailbox_tui.desk import StoppedError
from mailbox_tui.screens.moving import jump
from mailbox_tui.screens.sitting import Sitting
from mailbox_tui.screens.text_view import TextView


async def type_command(sitting: Sitting, begun: str = "") -> None:
    """Let a command be typed, or the rest of one."""
    typed = await sitting.stage.type_line(":", begun)
    if typed and typed.strip() and typed != begun:
        await answer_line(sitting, typed)


async def type_number(sitting: Sitting, digit: str) -> None:
    """Let a number be typed: of a row to go to, or of a document of the letter."""
    typed = (await sitting.stage.type_line("", digit) or "").strip()
    if not typed:
        return
    number = number_in(typed)
    if not typed.isdecimal():
        await answer_line(sitting, typed)
    elif isinstance(sitting.stage.view, TextView):
        await answer(sitting, Command(deed=Deed.DOCUMENT, words=typed))
    elif number is None or not await jump(sitting.stage, number):
        shown = one_line(typed, limit=20)
        sitting.tell(sitting.desk.say("There is no number {number} here.", number=shown))


async def type_filter(sitting: Sitting) -> None:
    """Let the words be typed that the list is limited to."""
    typed = await sitting.stage.type_line(_mark(sitting.desk.say("Filter:")))
    if typed and typed.strip():
        await answer(sitting, Command(deed=Deed.FILTER, words=typed.strip()))


async def type_move(sitting: Sitting) -> None:
    """Let the folder be typed that letters go to."""
    letters = await sitting.letters(())
    typed = await sitting.stage.type_line(_mark(sitting.desk.say("Folder:")))
    if typed and typed.strip():
        asked = Command(deed=Deed.MOVE, letters=_names(letters), words=typed.strip())
        await answer(sitting, asked)


async def type_note(sitting: Sitting) -> None:
    """Let a note be typed; one that is there already can be changed."""
    say, letters = sitting.desk.say, await sitting.letters(())
    note = (await sitting.mailbox.unopened(letters[0])).note if len(letters) == 1 else ""
    if "\n" in note:
        raise StoppedError(say("The note has several lines. Change it in your editor: E."))
    typed = await sitting.stage.type_line(_mark(say("Note:")), one_line(note))
    if typed is None or typed.strip() == one_line(note):
        return
    if len(letters) == 1 and (await sitting.mailbox.unopened(letters[0])).note != note:
        raise StoppedError(say("The note was changed elsewhere meanwhile. Nothing was written."))
    deed = Deed.NOTE if typed.strip() else Deed.REMOVE_NOTE
    await answer(sitting, Command(deed=deed, letters=_names(letters), words=typed.strip()))


def _mark(word: str) -> str:
    return f"{word} "


def _names(letters: list[LetterId]) -> tuple[str, ...]:
    """Name letters so that no number typed in the words can be taken for one."""
    return tuple(letter_id_text(letter) for letter in letters)
