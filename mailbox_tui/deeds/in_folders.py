"""Folders: found by the name a person types, made, renamed, removed, and told with their counts."""

from collections.abc import Sequence

from accessibility.list_line import folder_name
from accessibility.plain_text import one_line
from accessibility.wording import Say
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.folder import Folder, FolderId
from mailbox_store.model.letter import LetterId
from mailbox_tui.desk import StoppedError


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


async def rename_folder(path: str, name: str, mailbox: Mailbox, say: Say) -> str:
    """Rename a folder and say so."""
    if not (new := one_line(name)) or "/" in new:
        raise StoppedError(say("A folder's name is a word or more, without a slash. "
                               "Nothing was renamed."), code=2)  # fmt: skip
    await mailbox.rename_folder((await folder_called(path, mailbox, say)).id, new)
    return say("Folder renamed.")


async def remove_folder(path: str, mailbox: Mailbox, say: Say) -> str:
    """Remove an empty folder and say so."""
    await mailbox.remove_folder((await folder_called(path, mailbox, say)).id)
    return say("Folder removed.")


def folder_line(folder: Folder, folders: Sequence[Folder], say: Say) -> str:
    """Say a folder by its path, with what lies in it."""
    path = path_words(folder, folders, say)
    line = say.count("{folder}. {n} letter.", "{folder}. {n} letters.", folder.total, folder=path)
    unread = say.count("{n} unread.", "{n} unread.", folder.unread)
    return f"{line} {unread}" if folder.unread else line


def path_words(folder: Folder, folders: Sequence[Folder], say: Say) -> str:
    """Give a folder's path: "Home/Rent"."""
    by_id: dict[FolderId, Folder] = {one.id: one for one in folders}
    names = [folder_words(folder, say)]
    step = folder
    while step.parent is not None:
        step = by_id[step.parent]
        names.insert(0, folder_words(step, say))
    return "/".join(names)
