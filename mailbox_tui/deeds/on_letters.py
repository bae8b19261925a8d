"""Each deed on letters, and the sentence that says it was done or undone."""

from collections.abc import Sequence
from typing import NamedTuple

from accessibility.commands import Deed
from accessibility.wording import Say
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.folder import Folder, FolderType
from mailbox_store.model.letter import LetterId, LetterSummary
from mailbox_store.model.query import DeedKind, Undone


class Done(NamedTuple):
    """What came of a deed: a sentence, and whether anything is other than before."""

    sentence: str
    is_change: bool = True


async def change_letters(
    deed: Deed, letters: Sequence[LetterId], mailbox: Mailbox, say: Say
) -> Done:
    """Do a deed that needs nothing but the letters; those that are so already are left out."""
    every = await mailbox.folders()
    wanted = [
        letter
        for letter in letters
        if not _is_so((await mailbox.unopened(letter)).summary, deed, every)
    ]
    if not wanted:
        return Done(say("It was so already. Nothing was changed."), is_change=False)
    return Done(await _change(deed, wanted, mailbox, say))


def _is_so(letter: LetterSummary, deed: Deed, every: Sequence[Folder]) -> bool:
    """Tell whether a deed would leave a letter as it is."""
    folder = next((one for one in every if one.id == letter.folder_id), None)
    match deed:
        case Deed.ARCHIVE:
            return folder is not None and folder.is_archive
        case Deed.BIN:
            return letter.folder is FolderType.DELETED
        case Deed.RESTORE:
            return letter.folder is FolderType.INBOX
        case Deed.FLAG | Deed.UNFLAG:
            return bool(letter.flagged) is (deed is Deed.FLAG)
        case Deed.UNREAD | Deed.MARK_READ:
            return bool(letter.unread) is (deed is Deed.UNREAD)
        case _:
            raise ValueError(deed)


async def _change(deed: Deed, letters: Sequence[LetterId], mailbox: Mailbox, say: Say) -> str:
    n = len(letters)
    match deed:
        case Deed.ARCHIVE:
            await mailbox.archive(letters)
            return say.count("Archived.", "{n} letters archived.", n)
        case Deed.BIN:
            await mailbox.bin(letters)
            return say.count("Moved to the bin.", "{n} letters moved to the bin.", n)
        case Deed.RESTORE:
            await mailbox.restore(letters)
            return say.count("Back in the inbox.", "{n} letters are back in the inbox.", n)
        case Deed.FLAG:
            await mailbox.flag(letters, on=True)
            return say.count("Flag set.", "{n} letters flagged.", n)
        case Deed.UNFLAG:
            await mailbox.flag(letters, on=False)
            return say.count("Flag taken off.", "Flag taken off {n} letters.", n)
        case Deed.UNREAD:
            await mailbox.mark(letters, unread=True)
            return say.count("Marked as unread.", "{n} letters marked as unread.", n)
        case Deed.MARK_READ:
            await mailbox.mark(letters, unread=False)
            return say.count("Marked as read.", "{n} letters marked as read.", n)
        case _:
            raise ValueError(deed)


def undone_sentence(undone: Undone, say: Say) -> str:
    """Say which deed was taken back."""
    n = len(undone.letters)
    match undone.kind:
        case DeedKind.MOVE:
            return say.count(
                "Undone: the letter was moved back.", "Undone: {n} letters were moved back.", n
            )
        case DeedKind.ARCHIVE:
            return say.count(
                "Undone: the letter is out of Archive again.",
                "Undone: {n} letters are out of Archive again.",
                n,
            )
        case DeedKind.BIN:
            return say.count(
                "Undone: the letter is out of the bin again.",
                "Undone: {n} letters are out of the bin again.",
                n,
            )
        case DeedKind.RESTORE:
            return say.count(
                "Undone: the letter is in the bin again.",
                "Undone: {n} letters are in the bin again.",
                n,
            )
        case DeedKind.FLAG:
            return say.count(
                "Undone: the flag is off again.", "Undone: the flag is off {n} letters again.", n
            )
        case DeedKind.UNFLAG:
            return say.count(
                "Undone: the flag is on again.", "Undone: the flag is on {n} letters again.", n
            )
        case DeedKind.MARK_READ:
            return say.count(
                "Undone: the letter is as unread as before.",
                "Undone: {n} letters are as unread as before.",
                n,
            )
        case DeedKind.MARK_UNREAD:
            return say.count(
                "Undone: the letter is as read as before.",
                "Undone: {n} letters are as read as before.",
                n,
            )
        case DeedKind.NOTE:
            return say("Undone: the note is as it was before.")
