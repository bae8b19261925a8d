"""What is said when a deed on letters was done, need not be done, or was undone: in every face."""

from collections.abc import Sequence

from accessibility.commands import Deed
from accessibility.list_line import as_sentence, sender_name, subject_words
from accessibility.wording import Say
from mailbox_store.model.folder import Folder, FolderType
from mailbox_store.model.letter import LetterSummary
from mailbox_store.model.query import DeedKind, Undone


def is_so(letter: LetterSummary, deed: Deed, every: Sequence[Folder]) -> bool:
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


def done_sentence(deed: Deed, n: int, say: Say) -> str:
    """Say that a deed was done to so many letters."""
    match deed:
        case Deed.ARCHIVE:
            return say.count("Archived.", "{n} letters archived.", n)
        case Deed.BIN:
            return say.count("Moved to the bin.", "{n} letters moved to the bin.", n)
        case Deed.RESTORE:
            return say.count("Back in the inbox.", "{n} letters are back in the inbox.", n)
        case Deed.FLAG:
            return say.count("Flag set.", "{n} letters flagged.", n)
        case Deed.UNFLAG:
            return say.count("Flag taken off.", "Flag taken off {n} letters.", n)
        case Deed.UNREAD:
            return say.count("Marked as unread.", "{n} letters marked as unread.", n)
        case Deed.MARK_READ:
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


def undone_to(undone: Undone, letter: LetterSummary, say: Say) -> str:
    """Say which deed was taken back and from which letter: it may be a deed of long ago."""
    who, what = sender_name(letter.sender, say), subject_words(letter.subject, say)
    return f"{undone_sentence(undone, say)} {as_sentence(who)} {as_sentence(what)}"
