"""Where letters lie: files and folders walked, mailboxes and bundles opened, one letter at a time.

Nothing is understood here and nothing is changed: each letter's bytes are handed on with the
place they were found at, or with the reason why there are none.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from mailbox_store.model.errors import MailboxError, NotUnderstood, TooLarge
from post_office.bundles import members_of_bundle, packing_of_bundle
from post_office.email.maildir import (
    Marks,
    inner_maildirs,
    is_maildir,
    mails_in_maildir,
    marks_in_header,
    marks_of_maildir_name,
)
from post_office.email.mbox import mails_in_mbox
from post_office.recognising import Kind, recognise

LARGEST_LETTER = 150_000_000  # bytes; a letter in Digital Post may be 99.5 MB


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One letter's bytes as they lay, or the `error` why there are none.

    `where` names the place for people: a path, "box.mbox#3", "bundle.zip/letter.xml".
    """

    path: Path
    where: str
    name: str = ""
    kind: Kind = Kind.BARE
    content: bytes = b""
    modified: datetime | None = None
    marks: Marks | None = None
    error: MailboxError | None = None


def letters_in(paths: Sequence[Path]) -> Iterator[Found]:
    """Walk files and folders in the order given, sorted inside.

    Hidden files are passed over; a folder reached twice, by a link or by name, is walked once.
    A file that cannot be read is one `Found` with its error.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        yield from _letters_at(path, seen)


def _letters_at(path: Path, seen: set[tuple[int, int]]) -> Iterator[Found]:
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            if (about.st_dev, about.st_ino) not in seen:
                seen.add((about.st_dev, about.st_ino))
                yield from _letters_in_folder(path, seen)
        elif stat.S_ISREG(about.st_mode):
            yield from _letters_in_file(path, about)
        else:
            yield _refused(path, NotUnderstood(code="not-a-file"))
    except FileNotFoundError:
        code = "broken-link" if path.is_symlink() else "missing"
        yield _refused(path, NotUnderstood(code=code))
    except PermissionError:
        yield _refused(path, NotUnderstood(code="not-readable"))
    except OSError:
        yield _refused(path, NotUnderstood(code="read-error"))


def _letters_in_folder(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Found]:
    if is_maildir(folder):
        for path in mails_in_maildir(folder):
            yield from _mail_of_maildir(path)
        for inner in inner_maildirs(folder):
            yield from _letters_at(inner, seen)
        others = [p for p in folder.iterdir() if p.name not in ("cur", "new", "tmp")]
        for path in sorted(p for p in others if p.is_dir() and is_maildir(p)):
            if not path.name.startswith("."):
                yield from _letters_at(path, seen)
        return
    for path in sorted(folder.iterdir()):
        if not path.name.startswith("."):
            yield from _letters_at(path, seen)


def _mail_of_maildir(path: Path) -> Iterator[Found]:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            return
        if about.st_size > LARGEST_LETTER:
            yield _refused(path, _too_large())
            return
        content = path.read_bytes()
    except FileNotFoundError:
        return  # the mailbox program moved it from new to cur meanwhile, or deleted it
    except OSError:
        yield _refused(path, NotUnderstood(code="not-readable"))
        return
    yield Found(
        path=path,
        where=str(path),
        name=path.name,
        kind=Kind.MAIL,
        content=content,
        modified=_time_of(about),
        marks=marks_of_maildir_name(path),
    )


def _letters_in_file(path: Path, about: os.stat_result) -> Iterator[Found]:
    with path.open("rb") as stream:
        yield from _letters_in_stream(
            stream,
            about.st_size,
            place=Found(path=path, where=str(path), name=path.name, modified=_time_of(about)),
            in_bundle=False,
        )


def _letters_in_stream(
    stream: BinaryIO, size: int, *, place: Found, in_bundle: bool
) -> Iterator[Found]:
    """Give the letters of one file or one bundle's member; `place` is what is known of it."""
    try:
        kind = recognise(stream, name=place.name)
    except NotUnderstood as error:
        yield _at(place, error=error)
        return
    if kind is Kind.MBOX:
        yield from _letters_in_mbox(stream, place)
    elif kind is Kind.BUNDLE and in_bundle:
        yield _at(place, error=NotUnderstood(code="bundle-in-bundle"))
    elif kind is Kind.BUNDLE:
        yield from _letters_in_bundle(stream, place)
    elif size > LARGEST_LETTER:
        yield _at(place, error=_too_large())
    else:
        yield _at(place, kind=kind, content=stream.read())


def _letters_in_mbox(stream: BinaryIO, place: Found) -> Iterator[Found]:
    for number, mail in enumerate(mails_in_mbox(stream), start=1):
        where = f"{place.where}#{number}"
        if isinstance(mail, TooLarge):
            yield _at(place, where=where, error=mail)
        else:
            marks = marks_in_header(mail)
            yield _at(place, where=where, kind=Kind.MAIL, content=mail, marks=marks)


def _letters_in_bundle(stream: BinaryIO, place: Found) -> Iterator[Found]:
    packing = packing_of_bundle(stream)
    if packing is None:  # the file changed under our hands
        yield _at(place, error=NotUnderstood(code="bundle-damaged"))
        return
    is_empty = True
    for member in members_of_bundle(stream, packing):
        name = member.name.rpartition("/")[2]
        where = f"{place.where}/{member.name}" if member.name else place.where
        if member.error is not None:
            is_empty = False
            yield _at(place, where=where, error=member.error)
        elif not name.startswith(".") and "__MACOSX" not in member.name:
            is_empty = False
            inside = Found(path=place.path, where=where, name=name, modified=place.modified)
            content = BytesIO(member.content)
            yield from _letters_in_stream(
                content, len(member.content), place=inside, in_bundle=True
            )
    if is_empty:
        yield _at(place, error=NotUnderstood(code="bundle-empty"))


def _at(
    place: Found,
    *,
    where: str = "",
    kind: Kind = Kind.BARE,
    content: bytes = b"",
    marks: Marks | None = None,
    error: MailboxError | None = None,
) -> Found:
    return Found(
        path=place.path,
        where=where or place.where,
        name=place.name,
        kind=kind,
        content=content,
        modified=place.modified,
        marks=marks,
        error=error,
    )


def _refused(path: Path, error: MailboxError) -> Found:
    return Found(path=path, where=str(path), name=path.name, error=error)


def _too_large() -> TooLarge:
    return TooLarge(code="too-large", detail=f"{LARGEST_LETTER // 1_000_000} MB")


def _time_of(about: os.stat_result) -> datetime:
    return datetime.fromtimestamp(about.st_mtime, UTC)
