"""Maildirs, and what mailbox programs wrote about a mail having been read or flagged."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_STATUS = re.compile(rb"^(x-)?status[ \t]*:[ \t]*([a-z]*)", re.IGNORECASE | re.MULTILINE)
_MOZILLA = re.compile(rb"^x-mozilla-status[ \t]*:[ \t]*([0-9a-f]{4})", re.IGNORECASE | re.MULTILINE)
_MOZILLA_READ = 0x0001
_MOZILLA_FLAGGED = 0x0004


class Marks(NamedTuple):
    """What the person had done with a mail in their mailbox program."""

    unread: bool
    flagged: bool


def is_maildir(folder: Path) -> bool:
    """Tell whether a folder is a Maildir: it has cur and new."""
    return (folder / "cur").is_dir() and (folder / "new").is_dir()


def mails_in_maildir(folder: Path) -> Iterator[Path]:
    """Give the files of cur and new, sorted; tmp holds what is still being written."""
    for part in ("cur", "new"):
        for path in sorted((folder / part).iterdir()):
            if not path.name.startswith("."):
                yield path


def inner_maildirs(folder: Path) -> Iterator[Path]:
    """Give the folders of a Maildir: hidden by their names, but Maildirs themselves."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") and is_maildir(path):
            yield path


def marks_of_maildir_name(path: Path) -> Marks:
    """Read the flags at the end of a Maildir file's name: S seen, F flagged."""
    _, found, flags = path.name.rpartition("2,")
    if not found or path.parent.name == "new":
        return Marks(unread=True, flagged=False)
    return Marks(unread="S" not in flags, flagged="F" in flags)


def marks_in_header(mail: bytes) -> Marks:
    """Read Status (R: read), X-Status (F: flagged) and Mozilla's field from an mbox's mail."""
    head = re.split(rb"\r?\n\r?\n", mail[:100_000], maxsplit=1)[0]
    unread, flagged = True, False
    for extra, letters in _STATUS.findall(head):
        if extra:
            flagged = flagged or b"F" in letters
        else:
            unread = unread and b"R" not in letters
    if (mozilla := _MOZILLA.search(head)) is not None:
        bits = int(mozilla[1], 16)
        unread = unread and not bits & _MOZILLA_READ
        flagged = flagged or bool(bits & _MOZILLA_FLAGGED)
    return Marks(unread=unread, flagged=flagged)
