"""Each deed on letters once, for one-shot verbs, line mode and later the screens."""

from collections.abc import Sequence

from accessibility.commands import Deed
from accessibility.list_line import folder_name
from accessibility.plain_text import one_line
from accessibility.wording import Say
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.folder import Folder
from mailbox_store.model.letter import LetterId
from mailbox_store.model.query import DeedKind, Undone
from mailbox_tui.desk import StoppedError


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


async def move_into(path: str, letters: Sequence[LetterId], mailbox: Mailbox, say: Say) -> str:
    """Move letters into the folder a person named, in their language or the store's."""
    folder = await folder_called(path, mailbox, say)
    await mailbox.move(letters, folder.id)
    name = folder_words(folder, say)
    return say.count(
        "Moved to {folder}.", "{n} letters moved to {folder}.", len(letters), folder=name
    )


async def folder_called(path: str, mailbox: Mailbox, say: Say) -> Folder:
    """Find a folder by name or path; "Arkiv" and "Indbakke" name the standard ones in Danish.

    Raises `FolderNotFound`.
    """
    wanted = path.strip().casefold()
    for folder in await mailbox.folders():
        if folder.parent is None and folder_words(folder, say).casefold() == wanted:
            return folder
    return await mailbox.folder_named(path)


async def make_folder_at(path: str, mailbox: Mailbox, say: Say, *, inside: str = "") -> Folder:
    """Make a folder; "Home/Rent" makes Rent inside Home, which must be there.

    The name is kept as it can be shown, so that it can be typed again. Raises `FolderNotFound`.
    """
    way, _, name = "/".join(filter(None, (inside, path))).rpartition("/")
    if not (name := one_line(name)):
        raise StoppedError(say("A folder needs a name. Nothing was made."), code=2)
    parent = (await folder_called(way, mailbox, say)).id if way else None
    return await mailbox.make_folder(name, parent=parent)


def folder_words(folder: Folder, say: Say) -> str:
    """Name a folder in the person's language."""
    return folder_name(folder.type, folder.name, say, is_archive=folder.is_archive)


def delete_question(n: int, say: Say) -> str:
    """Ask before what cannot be undone."""
    return say.count(
        "Nothing was deleted yet. Deleting this letter for good cannot be undone. "
        "Type yes to delete it.",
        "Nothing was deleted yet. Deleting {n} letters for good cannot be undone. "
        "Type yes to delete them.",
        n,
    )


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
