"""Spoken letters as files: Opus for a slow line or a chat, WAV for every player there is.

Files are for the person alone (0600), appear only when they are whole, and never take another
file's place unasked. Sound comes in pieces and goes out in pieces: a long letter takes no more
memory than a short one.
"""

import errno
import io
import os
import tempfile
import wave
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from accessibility.plain_text import one_line
from accessibility.speech.troubles import SpeechTrouble, TroubleCode

if TYPE_CHECKING:
    from soundfile import SoundFile

_SAMPLE = 2  # bytes: signed 16 bits, one channel
# Opus takes 8, 12, 16, 24 or 48 kHz. Measured for three minutes of espeak-ng's Danish: 16 kHz at
# 20 kbit/s is 415 KB, 24 kHz 456 KB and nothing more to be heard of speech.
_OPUS_RATE = 16_000
_OPUS_KBITS = 20
_PIECE = 1 << 18  # bytes of sound taken at a time: six seconds of it
_LONGEST_TAG = 200  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundTags:
    """What a player shows of an Opus file: the caller decides what of a letter is told there."""

    title: str = ""
    artist: str = ""  # the sender
    date: str = ""  # YYYY-MM-DD


class Writable(Protocol):
    """A buffered binary stream, such as `sys.stdout.buffer`: it takes all it is given."""

    def write(self, data: bytes, /) -> object:
        """Take bytes."""
        ...


def write_sound(
    path: Path,
    pcm: Iterable[bytes],
    sample_rate: int,
    *,
    tags: SoundTags | None = None,
    is_replacing: bool = False,
) -> float:
    """Write a file of 16-bit mono sound and give its length in seconds.

    A name that ends in ".wav" becomes a WAV file (without tags), any other OGG with Opus. Blocks:
    call it in a thread. Nothing is left behind when it fails, also where `pcm` raises.

    Raises `FileExistsError` unless `is_replacing`, `OSError` where it cannot be written, and
    `SpeechTrouble` where the library for Opus is not installed.
    """
    with _finished_file(path, is_replacing=is_replacing) as file:
        if path.suffix.lower() == ".wav":
            return _write_wav(file, pcm, sample_rate)
        return write_opus(file, pcm, sample_rate, tags=tags)


def write_opus(
    stream: Writable, pcm: Iterable[bytes], sample_rate: int, *, tags: SoundTags | None = None
) -> float:
    """Write OGG with Opus to a stream, which need not be seekable; give its length in seconds.

    Raises what the stream raises (`BrokenPipeError`), and `SpeechTrouble` where the library for
    Opus is not installed.
    """
    try:  # numpy and these take 0.2 s: only when Opus is wanted
        import numpy
        import soundfile
        import soxr
    except (ImportError, OSError) as error:  # OSError: libsndfile itself is missing
        raise SpeechTrouble(TroubleCode.ENGINE_MISSING, "soundfile") from error
    encoded, count = _Encoded(), 0
    resampler = soxr.ResampleStream(sample_rate, _OPUS_RATE, 1, dtype="int16")
    encoder = soundfile.SoundFile(
        encoded,
        "w",
        _OPUS_RATE,
        1,
        format="OGG",
        subtype="OPUS",
        compression_level=1 - (_OPUS_KBITS - 6) / 250,  # libsndfile: 0 is 256 kbit/s, 1 is 6
    )
    with encoder:
        _tag(encoder, tags or SoundTags())
        for piece in _pieces(pcm):
            samples = numpy.frombuffer(piece, dtype=numpy.int16)
            count += len(samples)
            encoder.write(resampler.resample_chunk(samples))
            stream.write(encoded.take())
        end = numpy.zeros(0 if count else _OPUS_RATE // 50, numpy.int16)  # no sound is no file
        encoder.write(resampler.resample_chunk(end, last=True))
    stream.write(encoded.take())
    return count / sample_rate


def _write_wav(file: BinaryIO, pcm: Iterable[bytes], sample_rate: int) -> float:
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(_SAMPLE)
        writer.setframerate(sample_rate)
        for piece in _pieces(pcm):
            writer.writeframes(piece)
        return writer.tell() / sample_rate


def _pieces(pcm: Iterable[bytes]) -> Iterator[bytes]:
    """Give whole samples, never much at a time."""
    rest = b""
    for given in pcm:
        sound = rest + given if rest else given
        whole = len(sound) - len(sound) % _SAMPLE
        for at in range(0, whole, _PIECE):
            yield sound[at : min(at + _PIECE, whole)]
        rest = sound[whole:]


def _tag(encoder: "SoundFile", tags: SoundTags) -> None:
    for name in ("title", "artist", "date"):
        if text := one_line(getattr(tags, name), limit=_LONGEST_TAG):
            setattr(encoder, name, text)  # before the first sample, or it is lost


class _Encoded:
    """What libsndfile has written, to be taken on from outside of it.

    An error raised inside of it, such as of a full disk, would be printed and forgotten.
    """

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._at = 0

    def take(self) -> bytes:
        taken, self._pieces = b"".join(self._pieces), []
        return taken

    def write(self, data: bytes) -> int:
        self._pieces.append(bytes(data))
        self._at += len(data)
        return len(data)

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Stay: libsndfile looks for the end when it opens, and never goes back in OGG."""
        return self._at

    def read(self, size: int = -1) -> bytes:
        return b""


@contextmanager
def _finished_file(path: Path, *, is_replacing: bool) -> Iterator[BinaryIO]:
    """Give a new file that gets its name when it is whole and on the disk."""
    if not is_replacing and os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    descriptor, name = tempfile.mkstemp(prefix=".brevdue-", suffix=".part", dir=path.parent)
    unfinished = Path(name)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
            yield file
            file.flush()
            os.fsync(file.fileno())
        if is_replacing:
            unfinished.replace(path)
        else:
            _name_once(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def _name_once(unfinished: Path, path: Path) -> None:
    """Give a file its name unless there is one of that name by now."""
    try:
        path.hardlink_to(unfinished)
    except FileExistsError:
        raise
    except OSError:  # a memory stick (FAT) has no links: then a moment is left in between
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        unfinished.replace(path)
