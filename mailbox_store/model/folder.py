"""Folders: the four standard ones, and the person's own, which may be nested."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

FolderId = NewType("FolderId", int)  # counts from 1 inside one mailbox

ARCHIVE_NAME = "Archive"  # the USER_DEFINED folder every mailbox is born with; faces translate it


class FolderType(StrEnum):
    """The national API's folderType. The first four cannot be renamed or removed."""

    INBOX = "INBOX"
    DRAFTS = "DRAFTS"
    SENT = "SENT"
    DELETED = "DELETED"
    USER_DEFINED = "USER_DEFINED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A folder with its counts, which the store keeps rather than counts."""

    id: FolderId
    type: FolderType
    name: str
    parent: FolderId | None
    total: int
    unread: int
    is_archive: bool = False


def inbox_among(folders: Iterable[Folder]) -> Folder:
    """Give the inbox, which every mailbox has."""
    return next(folder for folder in folders if folder.type is FolderType.INBOX)
