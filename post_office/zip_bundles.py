"""Bundles packed as .zip: the directory at their end is looked at before it is believed."""

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from lzma import LZMAError
from typing import BinaryIO

from mailbox_store.model.errors import MailboxError, NotUnderstood, TooLarge
from post_office.unpacking import Caps, check_caps

_CHUNK = 65_536  # bytes
_ENCRYPTED = 0x1  # general purpose flag
_LARGEST_DIRECTORY = 50_000_000  # bytes; zipfile reads it whole
_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x06"
_OFFICE = re.compile(r"word/|xl/|ppt/|\[Content_Types\]\.xml$|mimetype$")
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    OverflowError,
    struct.error,
)
_UNOPENED = (*_DAMAGED, NotImplementedError)  # a directory that asks for a later zip


@dataclass(frozen=True, slots=True, kw_only=True)
class ZipMember:
    """One member: its bytes, or why it was refused."""

    name: str
    content: bytes = b""
    error: MailboxError | None = None


def is_bundle_zip(stream: BinaryIO) -> bool:
    """Tell a bundle from an office document, which is a zip as well.

    A damaged zip counts as a bundle: then the refusal says that it is damaged.
    """
    try:
        _check_directory(stream)
        with zipfile.ZipFile(stream) as archive:
            return not any(_OFFICE.match(name) for name in archive.namelist()[:50])
    except TooLarge:
        return True
    except (*_UNOPENED, NotUnderstood):
        stream.seek(0)
        return not _OFFICE.search(stream.read(4096).decode("latin-1"))


def is_word_document(stream: BinaryIO) -> bool:
    """Tell a Word document from other zips."""
    try:
        _check_directory(stream)
        with zipfile.ZipFile(stream) as archive:
            return any(name.startswith("word/") for name in archive.namelist())
    except (*_UNOPENED, NotUnderstood):
        return False


def members_of_zip(stream: BinaryIO, caps: Caps) -> Iterator[ZipMember]:
    """Give a zip's members in their order; a damaged one is refused alone."""
    try:
        _check_directory(stream)
        archive = zipfile.ZipFile(stream)
    except NotUnderstood as error:
        yield ZipMember(name="", error=error)
        return
    except _UNOPENED:
        yield ZipMember(name="", error=NotUnderstood(code="bundle-damaged"))
        return
    with archive:
        yield from _members(archive, caps)


def _members(archive: zipfile.ZipFile, caps: Caps) -> Iterator[ZipMember]:
    packed = unpacked = 0
    for count, info in enumerate(archive.infolist(), start=1):
        if info.is_dir():
            continue
        if count > caps.members:
            error = TooLarge(code="bundle-too-many", detail=str(caps.members))
            yield ZipMember(name="", error=error)
            return
        packed += info.compress_size
        member = _member(archive, info, caps, packed=packed, unpacked=unpacked)
        unpacked += len(member.content)
        yield member
        if isinstance(member.error, TooLarge) and member.error.code != "too-large":
            return


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, caps: Caps, *, packed: int, unpacked: int
) -> ZipMember:
    name = info.filename
    if info.flag_bits & _ENCRYPTED:
        return ZipMember(name=name, error=NotUnderstood(code="bundle-member-encrypted"))
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        return ZipMember(name=name, error=NotUnderstood(code="bundle-member-link"))
    try:
        content = _content(archive, info, caps, packed=packed, unpacked=unpacked)
    except NotUnderstood as error:
        return ZipMember(name=name, error=error)
    except (NotImplementedError, RuntimeError):
        return ZipMember(name=name, error=NotUnderstood(code="bundle-member-packing"))
    except _DAMAGED:
        return ZipMember(name=name, error=NotUnderstood(code="bundle-damaged"))
    return ZipMember(name=name, content=content)


def _content(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, caps: Caps, *, packed: int, unpacked: int
) -> bytes:
    pieces: list[bytes] = []
    size = 0
    with archive.open(info) as file:
        while piece := file.read(_CHUNK):
            size += len(piece)
            if size > caps.member_size:
                detail = f"{caps.member_size // 1_000_000} MB"
                raise TooLarge(code="too-large", detail=detail)
            check_caps(caps, packed=packed, unpacked=unpacked + size)
            pieces.append(piece)
    return b"".join(pieces)


def _check_directory(stream: BinaryIO) -> None:
    """Refuse a zip whose directory would fill the memory. Raises `TooLarge`."""
    end = stream.seek(0, 2)
    stream.seek(max(0, end - 65_557))  # the longest comment, and the end record
    tail = stream.read()
    place = tail.rfind(_END)
    size = struct.unpack("<L", tail[place + 12 : place + 16])[0] if place >= 0 else 0
    place_64 = tail.rfind(_END_64)
    if place_64 >= 0 and len(tail) >= place_64 + 48:
        size = max(size if size != 0xFFFFFFFF else 0, _size_64(tail, place_64))
    elif size == 0xFFFFFFFF:
        raise TooLarge(code="bundle-too-many", detail="")
    stream.seek(0)
    if size > _LARGEST_DIRECTORY:
        raise TooLarge(code="bundle-too-many", detail="")


def _size_64(tail: bytes, place: int) -> int:
    return int(struct.unpack("<Q", tail[place + 40 : place + 48])[0])
