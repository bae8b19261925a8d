"""Export: a whole mailbox as a folder, with the original bytes of every letter.

Nothing is opened, rendered or marked. The folder's manifest is written first as unfinished and
last as complete, so that an export that was stopped is known and can be done again.
"""

import asyncio
import hashlib
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

from mailbox_store.mailbox import Mailbox
from mailbox_store.model.folder import Folder, FolderId, FolderType
from mailbox_store.model.letter import Letter, LetterId, letter_id_text

FORMAT = "brevdue-export"
VERSION = 1
MANIFEST = "manifest.json"
LETTERS = "letters"
_ENDINGS = {"application/memo+xml": "xml", "message/rfc822": "eml"}


@dataclass(eq=False)
class NotAnEmptyFolderError(Exception):
    """Something else lies where the export should go; nothing was written."""

    folder: Path

    def __str__(self) -> str:
        return "NotAnEmptyFolderError(folder)"


async def move_out(mailbox: Mailbox, folder: Path) -> int:
    """Write everything of a mailbox into a new or empty folder; gives how many letters.

    Raises `NotAnEmptyFolderError`; an unfinished export of ours is finished instead.
    """
    await asyncio.to_thread(_begin, folder)
    folders = await mailbox.folders()
    paths = {one.id: folder_path(one, folders) for one in folders}
    letters = []
    for number, letter_id in enumerate(await mailbox.every_letter(), start=1):
        letter = await mailbox.unopened(letter_id)
        content, media_type = await mailbox.original(letter_id)
        name = _file_name(number, letter, media_type)
        await asyncio.to_thread(_write, folder / LETTERS / name, content)
        letters.append(_letter_entry(letter, name, content, media_type, paths))
    owner = mailbox.facts.owner
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "complete": True,
        "owner": {"id_type": owner.id_type, "number": owner.number, "name": owner.name},
        "folders": [path for path in paths.values() if path],
        "counts": {"letters": len(letters)},
        "letters": letters,
        "deleted": [list(deleted) for deleted in await mailbox.deletions()],
    }
    await asyncio.to_thread(_write_manifest, folder, manifest)
    await mailbox.record_export()
    return len(letters)


def folder_path(folder: Folder, folders: tuple[Folder, ...]) -> list[str]:
    """Give a folder's path of names; the inbox has the empty one."""
    if folder.type is FolderType.INBOX:
        return []
    by_id: dict[FolderId, Folder] = {one.id: one for one in folders}
    names, step = [folder.name], folder
    while step.parent is not None:
        step = by_id[step.parent]
        names.insert(0, step.name)
    return names


def _letter_entry(
    letter: Letter, name: str, content: bytes, media_type: str, paths: dict[FolderId, list[str]]
) -> dict[str, object]:
    summary = letter.summary
    files = [file.name for document in letter.documents for file in document.files]
    return {
        "id": letter_id_text(LetterId(summary.id)),
        "uuid": summary.uuid,
        "file": f"{LETTERS}/{name}",
        "type": media_type,
        "sha256": hashlib.sha256(content).hexdigest(),
        "size": len(content),
        "name": files[0] if files else "",
        "subject": summary.subject,
        "received_ms": summary.received_ms,
        "folder": paths[FolderId(summary.folder_id)],
        "unread": bool(summary.unread),
        "flagged": bool(summary.flagged),
        "note": letter.note,
        "legally_notified_ms": summary.legally_notified_ms,
    }


def _begin(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(folder.iterdir()) and not _is_unfinished(folder):
        raise NotAnEmptyFolderError(folder)
    folder.chmod(0o700)
    (folder / LETTERS).mkdir(mode=0o700, exist_ok=True)
    _write_manifest(folder, {"format": FORMAT, "version": VERSION, "complete": False})


def _is_unfinished(folder: Path) -> bool:
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return (
        isinstance(manifest, dict)
        and manifest.get("format") == FORMAT
        and manifest.get("complete") is False
    )


def _file_name(number: int, letter: Letter, media_type: str) -> str:
    uuid = re.sub(r"[^A-Za-z0-9-]", "", letter.summary.uuid)[:40]
    return f"{number:06}-{uuid}.{_ENDINGS.get(media_type, 'bin')}"


def _write_manifest(folder: Path, manifest: dict[str, object]) -> None:
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    _write(folder / MANIFEST, text.encode("utf-8", "surrogatepass"))


def _write(path: Path, content: bytes) -> None:
    """Write a file whole and durable, or leave what was there."""
    unfinished = path.with_name(f".{path.name}.part")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
