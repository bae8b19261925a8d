"""Each deed on letters, and the sentence that says it was done or undone."""

from collections.abc import Sequence

from accessibility.commands import Deed
from accessibility.wording import Say
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.letter import LetterId
from mailbox_store.model.query import DeedKind, Undone


async def change_letters(
    deed: Deed, letters: Sequence[LetterId], mailbox: Mailbox, say: Say
) -> str:
    """Do a deed that needs nothing but the letters; gives the sentence that says it was done."""
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
