"""Bundles of letters: .tar.lzma as the national post sends them, .tar, .tar.gz, .tar.xz, .zip.

Members are given one by one as bytes and nothing is ever written under a member's name. What is
damaged, too large, a link or another bundle is refused by itself: what was read before stays.
Neighbours: `unpacking` (the compressed stream and its caps), `zip_bundles`.
"""

import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from mailbox_store.model.errors import MailboxError, NotUnderstood, TooLarge
from post_office.unpacking import Caps, Packing, Unpacked, packing_of
from post_office.zip_bundles import ZipMember, is_bundle_zip, members_of_zip

_BLOCK = 512  # bytes, tar's unit
_HEADER_ROOM = 1_000_000  # bytes that headers between two members may take


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member of a bundle: its bytes, or why it was refused."""

    name: str
    content: bytes = b""
    error: MailboxError | None = None


def packing_of_bundle(stream: BinaryIO) -> Packing | None:
    """Tell how a file is packed if it is a bundle; goes back to the beginning."""
    try:
        packing = packing_of(stream)
        if packing is not Packing.ZIP:
            return packing
        return packing if is_bundle_zip(stream) else None
    finally:
        stream.seek(0)


def members_of_bundle(
    stream: BinaryIO, packing: Packing, *, caps: Caps | None = None
) -> Iterator[Member]:
    """Give a bundle's members in their order, streaming.

    A damaged end gives one last member without a name that says so; what came before stands.
    """
    caps = caps or Caps()
    if packing is Packing.ZIP:
        for found in members_of_zip(stream, caps):
            yield _member_from(found)
        return
    source = Unpacked(stream, packing, caps)
    try:
        yield from _members_of_tar(source, caps)
        source.read_to_end()
    except NotUnderstood as error:
        yield Member(name="", error=error)
    except (tarfile.TarError, ValueError, OverflowError, RecursionError):
        yield Member(name="", error=NotUnderstood(code="bundle-damaged"))


def refuse_name(name: str) -> NotUnderstood | None:
    """Give the refusal of a member whose name points out of its bundle."""
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or name[1:3] in (":\\", ":/"):
        return NotUnderstood(code="bundle-member-path")
    return None


class _CheckedHeader(tarfile.TarInfo):
    """A tar header that says so when it is damaged, where tarfile would quietly stop."""

    @classmethod
    def fromtarfile(cls, tarfile_: tarfile.TarFile) -> "_CheckedHeader":
        try:
            return super().fromtarfile(tarfile_)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]  # there, but not in typeshed
            raise
        except tarfile.HeaderError as error:
            raise NotUnderstood(code="bundle-damaged") from error


def _members_of_tar(source: Unpacked, caps: Caps) -> Iterator[Member]:
    source.allow(_HEADER_ROOM)
    with tarfile.open(
        fileobj=cast("BinaryIO", source), mode="r|", tarinfo=_CheckedHeader, errorlevel=2
    ) as archive:
        count = 0
        while (info := archive.next()) is not None:
            count += 1
            if count > caps.members:
                raise TooLarge(code="bundle-too-many", detail=str(caps.members))
            source.allow(info.size + 2 * _BLOCK + _HEADER_ROOM)
            if not info.isdir():
                yield _tar_member(archive, info, caps)
            # tarfile would keep every header of a long bundle in memory
            archive.members.clear()  # type: ignore[attr-defined]  # not in typeshed


def _tar_member(archive: tarfile.TarFile, info: tarfile.TarInfo, caps: Caps) -> Member:
    if (refused := refuse_name(info.name)) is not None:
        return Member(name=info.name, error=refused)
    if not info.isreg() or info.issparse():
        return Member(name=info.name, error=NotUnderstood(code="bundle-member-link"))
    if info.size > caps.member_size:
        detail = f"{caps.member_size // 1_000_000} MB"
        return Member(name=info.name, error=TooLarge(code="too-large", detail=detail))
    file = archive.extractfile(info)
    content = b"" if file is None else file.read()
    if len(content) != info.size:
        raise NotUnderstood(code="bundle-damaged")
    return Member(name=info.name, content=content)


def _member_from(found: ZipMember) -> Member:
    error = found.error or refuse_name(found.name)
    return Member(name=found.name, content=b"" if error else found.content, error=error)
