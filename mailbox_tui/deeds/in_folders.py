"""Folders: found by the name a person types, made, renamed, removed, and told with their counts."""

from collections.abc import Sequence

from accessibility.list_line import folder_name
from accessibility.plain_text import one_line
from accessibility.wording import Say
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.errors import FolderNameTaken, FolderNotFound
from mailbox_store.model.folder import Folder, FolderId
from mailbox_store.model.letter import LetterId
from mailbox_tui.deeds.on_letters import Done
from mailbox_tui.desk import StoppedError


async def move_into(path: str, letters: Sequence[LetterId], mailbox: Mailbox, say: Say) -> Done:
    """Move letters into the folder a person named; those that lie there already are left out."""
    folder = await folder_called(path, mailbox, say)
    lying = [(await mailbox.unopened(letter)).summary for letter in letters]
    wanted = [letter.id for letter in lying if letter.folder_id != folder.id]
    if not wanted:
        return Done(say("It was so already. Nothing was changed."), is_change=False)
    await mailbox.move(wanted, folder.id)
    name = folder_words(folder, say)
    return Done(say.count(
        "Moved to {folder}.", "{n} letters moved to {folder}.", len(wanted), folder=name
    ))  # fmt: skip


async def folder_called(path: str, mailbox: Mailbox, say: Say) -> Folder:
    """Find a folder by its whole path, or by the end of it where that names only one.

    Each folder goes by its name in the person's language, and by the store's: "Arkiv/Bil".
    Raises `FolderNotFound`, and `StoppedError` where several could be meant.
    """
    wanted = _steps(path)
    every = await mailbox.folders()
    ending = []
    for folder in every:
        ways = [_steps(path_words(folder, every, say)), _steps(_stored_path(folder, every))]
        if wanted in ways:
            return folder
        if any(way[-len(wanted) :] == wanted for way in ways):
            ending.append(folder)
    if len(ending) > 1:
        paths = ", ".join(path_words(folder, every, say) for folder in ending)
        raise StoppedError(say("Which one? There are {folders}.", folders=paths))
    if not ending:
        raise FolderNotFound(name=path)
    return ending[0]


def _steps(path: str) -> list[str]:
    return [step.strip().casefold() for step in path.split("/")]


async def make_folder_at(path: str, mailbox: Mailbox, say: Say, *, inside: str = "") -> Folder:
    """Make a folder; "Home/Rent" makes Rent inside Home, which must be there.

    The name is kept as it can be shown, so that it can be typed again. Raises `FolderNotFound`.
    """
    way, _, name = "/".join(filter(None, (inside, path))).rpartition("/")
    if not (name := one_line(name)):
        raise StoppedError(say("A folder needs a name. Nothing was made."), code=2)
    parent = (await folder_called(way, mailbox, say)).id if way else None
    await _check_name(name, parent, mailbox, say)
    return await mailbox.make_folder(name, parent=parent)


async def _check_name(name: str, parent: FolderId | None, mailbox: Mailbox, say: Say) -> None:
    """See that a folder can be told from those beside it as they are shown."""
    beside = [folder for folder in await mailbox.folders() if folder.parent == parent]
    shown = {folder_words(folder, say).casefold() for folder in beside}
    if name.casefold() in shown or not name.strip("."):
        raise FolderNameTaken(name=name)


def folder_words(folder: Folder, say: Say) -> str:
    """Name a folder in the person's language."""
    return folder_name(folder.type, folder.name, say, is_archive=folder.is_archive)


async def rename_folder(path: str, name: str, mailbox: Mailbox, say: Say) -> str:
    """Rename a folder and say so."""
    if not (new := one_line(name)) or "/" in new:
        raise StoppedError(say("A folder's name is a word or more, without a slash. "
                               "Nothing was renamed."), code=2)  # fmt: skip
    folder = await folder_called(path, mailbox, say)
    if new.casefold() != folder.name.casefold():
        await _check_name(new, folder.parent, mailbox, say)
    await mailbox.rename_folder(folder.id, new)
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
    return "/".join(folder_words(step, say) for step in _way_to(folder, folders))


def _stored_path(folder: Folder, folders: Sequence[Folder]) -> str:
    return "/".join(step.name for step in _way_to(folder, folders))


def _way_to(folder: Folder, folders: Sequence[Folder]) -> list[Folder]:
    by_id: dict[FolderId, Folder] = {one.id: one for one in folders}
    way = [folder]
    while (parent := way[0].parent) is not None:
        way.insert(0, by_id[parent])
    return way
