"""The letter beside a letter, in the list it was opened from: letters, or deadlines."""

from collections.abc import Sequence

from accessibility.commands import Deed, number_in
from accessibility.wording import Say
from mailbox_store.model.letter import LetterId, letter_id_text
from mailbox_tui.desk import StoppedError
from mailbox_tui.face import Entry
from mailbox_tui.screens.drawing import View
from mailbox_tui.screens.entries_view import EntriesView
from mailbox_tui.screens.letters_view import LettersView


def opened_by(entry: Entry) -> tuple[str, ...]:
    """Name the letter that choosing an entry opens; none where it opens no letter."""
    return entry.chosen.letters if entry.chosen and entry.chosen.deed is Deed.OPEN else ()


async def letter_beside(
    letter: LetterId | None, step: int, views: Sequence[View], *, height: int, say: Say
) -> str:
    """Name the letter a step from one (None: from the focus); empty where the list ends.

    Raises `StoppedError` where the letter is not of the list beneath.
    """
    below = next(view for view in reversed(views) if _lists_letters(view))
    if isinstance(below, EntriesView):
        return _beside_among_entries(letter, step, below)
    if not isinstance(below, LettersView):
        raise TypeError(below)
    if below.is_stale:
        await below.refresh(height)
    row = below.body.focus + step if letter is None else below.kept.row_beside(letter, step)
    if row is None:
        raise StoppedError(say("This letter is not in the list you came from."))
    if row < 0:
        return ""
    row = await below.reach(row, height)
    return letter_id_text(below.rows[row]) if row < len(below.rows) else ""


def _lists_letters(view: View) -> bool:
    if isinstance(view, EntriesView):
        return any(opened_by(entry) for entry in view.entries)
    return isinstance(view, LettersView)


def _beside_among_entries(letter: LetterId | None, step: int, below: EntriesView) -> str:
    """Go to the next entry of another letter: one may have several deadlines."""
    here = () if letter is None else (letter_id_text(letter),)
    wanted = below.body.focus + step
    while 0 <= wanted < len(below.entries):
        if (names := opened_by(below.entries[wanted])) and names != here:
            below.body.focus = wanted
            return names[0]
        wanted += step
    return ""


def meant_by_row(name: str, view: EntriesView) -> str:
    """Give the letter of a row that is meant by its number, as among the deadlines."""
    row = (number_in(name) or 0) - 1
    return (*(opened_by(view.entries[row]) if 0 <= row < len(view.entries) else ()), name)[0]
