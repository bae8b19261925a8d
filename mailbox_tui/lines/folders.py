"""The verb `folders`: list them, make, rename or remove one of one's own."""

from argparse import Namespace

from accessibility.plain_text import json_text, one_line
from accessibility.wording import Say
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.folder import Folder, FolderId, FolderType
from mailbox_tui.deeds import folder_called, folder_words, make_folder_at
from mailbox_tui.desk import Desk, StoppedError


async def keep_folders(desk: Desk, options: Namespace) -> int:
    """List the folders, or change one."""
    if options.parent and options.make is None:
        raise StoppedError(desk.say("--in says where --make makes a folder."), code=2)
    async with desk.open_mailbox() as mailbox:
        done = await _changed(options, mailbox, desk.say)
        folders = await mailbox.folders()
    if options.json:
        desk.out.answer(json_text([_folder_json(folder, folders) for folder in folders]))
        return 0
    if done:
        desk.out.answer(done)
        return 0
    for line in folder_lines(folders, desk.say):
        desk.out.answer(line)
    return 0


def folder_lines(folders: tuple[Folder, ...], say: Say) -> list[str]:
    """Say each folder by its path, with what lies in it."""
    lines = []
    for folder in folders:
        path = path_words(folder, folders, say)
        line = say.count("{folder}. {n} letter.", "{folder}. {n} letters.", folder.total,
                         folder=path)  # fmt: skip
        unread = say.count("{n} unread.", "{n} unread.", folder.unread)
        lines.append(f"{line} {unread}" if folder.unread else line)
    return lines


def path_words(folder: Folder, folders: tuple[Folder, ...], say: Say) -> str:
    """Give a folder's path: "Home/Rent"."""
    by_id: dict[FolderId, Folder] = {one.id: one for one in folders}
    names = [folder_words(folder, say)]
    step = folder
    while step.parent is not None:
        step = by_id[step.parent]
        names.insert(0, folder_words(step, say))
    return "/".join(names)


async def _changed(options: Namespace, mailbox: Mailbox, say: Say) -> str:
    if options.make is not None:
        folder = await make_folder_at(options.make, mailbox, say, inside=options.parent)
        return say("Folder {folder} made.", folder=folder_words(folder, say))
    if options.rename is not None:
        path, name = options.rename
        return await rename_folder(path, name, mailbox, say)
    if options.remove is not None:
        return await remove_folder(options.remove, mailbox, say)
    return ""


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


def _folder_json(folder: Folder, folders: tuple[Folder, ...]) -> dict[str, object]:
    parent = next((one for one in folders if one.id == folder.parent), None)
    standard = folder.type is not FolderType.USER_DEFINED
    return {
        "name": folder.type.value if standard else folder.name,
        "type": folder.type,
        "parent": parent.name if parent else None,
        "total": folder.total,
        "unread": folder.unread,
    }
