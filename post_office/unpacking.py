"""The stream inside a compressed file, with caps that hold while it is being unpacked."""

import io
import lzma
import tarfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO, Protocol

from mailbox_store.model.errors import NotUnderstood, TooLarge

_CHUNK = 65_536  # bytes
_LARGEST_DICTIONARY = 160 * 1024 * 1024  # bytes; the national post allows 128 MiB
_LZMA_ALONE_HEADER = 13  # bytes: properties, dictionary size, unpacked size
_LARGEST_KNOWN_SIZE = 256 * 1024**3  # bytes; liblzma takes a larger one for another format


class Packing(StrEnum):
    """How a bundle is packed."""

    TAR = "TAR"
    GZIP = "GZIP"
    XZ = "XZ"
    LZMA = "LZMA"
    ZIP = "ZIP"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """How much a bundle may hold."""

    members: int = 100_000
    member_size: int = 150_000_000  # bytes
    total: int = 4_000_000_000  # bytes unpacked
    ratio: int = 200  # unpacked to packed
    ratio_free: int = 10_000_000  # bytes unpacked before the ratio counts


def check_caps(caps: Caps, *, packed: int, unpacked: int) -> None:
    """Raise `TooLarge` where so much came out of so little that it is a bomb."""
    if unpacked > caps.total:
        raise TooLarge(code="bundle-too-large", detail=f"{caps.total // 1_000_000} MB")
    if unpacked > caps.ratio_free and unpacked > caps.ratio * max(1, packed):
        raise TooLarge(code="bundle-bomb", detail=f"{caps.ratio}")


def packing_of(stream: BinaryIO) -> Packing | None:
    """Tell by the bytes how a file is packed; for a compressed one, that a tar is inside."""
    stream.seek(0)
    head = stream.read(_BLOCK)
    stream.seek(0)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Packing.ZIP
    if _is_tar(head):
        return Packing.TAR
    for packing, fits in _COMPRESSED.items():
        if fits(head):
            inside = _first_block(stream, packing)
            stream.seek(0)
            if inside is not None:
                return packing
    return None


class Unpacked(io.RawIOBase):
    """A compressed file as its unpacked bytes, read once from the beginning.

    Raises `NotUnderstood` where the stream is damaged or ends too early, `TooLarge` at a cap.
    """

    def __init__(self, stream: BinaryIO, packing: Packing, caps: Caps) -> None:
        self._stream = stream
        self._packing = packing
        self._caps = caps
        self._decoder = _decoder(packing)
        self._packed = 0
        self._unpacked = 0
        self._allowed = caps.total
        self._rest = b""

    def allow(self, size: int) -> None:
        """Allow so many bytes more from here: a header cannot ask for memory without end."""
        self._allowed = self._unpacked + size + 2 * _CHUNK

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Give up to `size` unpacked bytes, b"" at the end."""
        wanted = size if size >= 0 else _CHUNK
        pieces: list[bytes] = []
        while wanted > 0 and (piece := self._piece(wanted)):
            pieces.append(piece)
            wanted -= len(piece)
        return b"".join(pieces)

    def read_to_end(self) -> None:
        """Read what is left, so that the end and its checksum are seen to be whole."""
        self._allowed = self._caps.total
        while self.read(_CHUNK):
            pass

    def _piece(self, size: int) -> bytes:
        try:
            piece = self._decoded(size)
        except (lzma.LZMAError, zlib.error, EOFError) as error:
            raise NotUnderstood(code="bundle-damaged") from error
        self._unpacked += len(piece)
        check_caps(self._caps, packed=self._packed, unpacked=self._unpacked)
        if self._unpacked > self._allowed:
            raise NotUnderstood(code="bundle-damaged")
        return piece

    def _decoded(self, size: int) -> bytes:
        if self._decoder is None:
            piece = self._stream.read(size)
            self._packed += len(piece)
            return piece
        while True:
            if self._decoder.eof:
                self._rest = self._decoder.unused_data or self._packed_chunk()
                if not self._rest.strip(b"\0"):
                    return b""
                self._decoder = _decoder(self._packing)  # another stream follows
                if self._decoder is None:
                    return b""
            packed = self._rest
            if not packed and self._decoder.needs_input:
                packed = self._packed_chunk()
                if not packed:
                    raise EOFError
            self._rest = b""
            if piece := self._decoder.decompress(packed, size):
                return piece

    def _packed_chunk(self) -> bytes:
        chunk = self._stream.read(_CHUNK)
        self._packed += len(chunk)
        return chunk


class _Decoder(Protocol):
    """What lzma's decompressor offers, and gzip's is made to."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1, /) -> bytes: ...


class _GzipDecoder:
    """zlib's decompressor in the manners of lzma's."""

    def __init__(self) -> None:
        self._inside = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._inside.eof

    @property
    def needs_input(self) -> bool:
        return not self._inside.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inside.unused_data

    def decompress(self, data: bytes, max_length: int = -1, /) -> bytes:
        return self._inside.decompress(self._inside.unconsumed_tail + data, max(0, max_length))


def _decoder(packing: Packing) -> _Decoder | None:
    if packing is Packing.GZIP:
        return _GzipDecoder()
    if packing is Packing.XZ:
        return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_LARGEST_DICTIONARY)
    if packing is Packing.LZMA:
        return lzma.LZMADecompressor(lzma.FORMAT_ALONE, memlimit=_LARGEST_DICTIONARY)
    return None


def _first_block(stream: BinaryIO, packing: Packing) -> bytes | None:
    """Give the first tar header inside, None where there is none."""
    stream.seek(0)
    try:
        block = Unpacked(stream, packing, Caps()).read(_BLOCK)
    except (NotUnderstood, MemoryError):
        return None
    return block if _is_tar(block) else None


def _is_tar(block: bytes) -> bool:
    if len(block) < _BLOCK or not block.strip(b"\0"):
        return False
    try:
        tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except (tarfile.TarError, ValueError):
        return False
    return True


def _is_lzma_alone(head: bytes) -> bool:
    if len(head) < _LZMA_ALONE_HEADER or head[0] >= 9 * 5 * 5:
        return False
    dictionary = int.from_bytes(head[1:5], "little")
    size = int.from_bytes(head[5:13], "little")
    # liblzma's own test: 2^n or 2^n + 2^(n-1), and a size that is unknown or believable.
    rest = dictionary & (dictionary - 1)
    is_believable = dictionary == 0xFFFFFFFF or (dictionary > 0 and rest & (rest - 1) == 0)
    return is_believable and (size == 2**64 - 1 or size < _LARGEST_KNOWN_SIZE)


_BLOCK = 512  # bytes, tar's unit
_COMPRESSED: dict[Packing, Callable[[bytes], bool]] = {
    Packing.GZIP: lambda head: head.startswith(b"\x1f\x8b\x08"),
    Packing.XZ: lambda head: head.startswith(b"\xfd7zXZ\0"),
    Packing.LZMA: _is_lzma_alone,
}
