"""The verb `folders`: list them, make, rename or remove one of one's own."""

from argparse import Namespace

from accessibility.plain_text import json_text
from accessibility.wording import Say
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.folder import Folder, FolderType
from mailbox_tui.deeds.in_folders import (
    folder_line,
    folder_words,
    make_folder_at,
    remove_folder,
    rename_folder,
)
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
    for folder in folders:
        desk.out.answer(folder_line(folder, folders, desk.say))
    return 0


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
