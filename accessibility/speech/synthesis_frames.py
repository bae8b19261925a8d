"""What goes between `synthesis` and its worker: JSON lines there, framed bytes back."""

import json
import struct
from collections.abc import Callable
from dataclasses import asdict

from accessibility.speech.sentence import Sentence
from accessibility.speech.settings import SpeechSettings
from accessibility.speech.troubles import SpeechTrouble, TroubleCode

_HEAD = struct.Struct(">cI")
_RATE, _PIECE, _END, _TROUBLE = b"R", b"P", b"E", b"T"
_LARGEST = 1 << 24  # bytes of one frame; a piece is 882

Read = Callable[[int], bytes]


def settings_line(settings: SpeechSettings) -> bytes:
    """Write the settings: the first line."""
    return json.dumps(asdict(settings)).encode() + b"\n"


def read_settings(line: bytes) -> SpeechSettings:
    """Read the first line."""
    return SpeechSettings(**json.loads(line))


def sentence_line(sentence: Sentence) -> bytes:
    """Write a sentence."""
    return json.dumps(asdict(sentence)).encode() + b"\n"


def read_sentence(line: bytes) -> Sentence:
    """Read a sentence."""
    return Sentence(**json.loads(line))


def rate_frame(sample_rate: int) -> bytes:
    """Say that the engine is open."""
    return _framed(_RATE, str(sample_rate).encode())


def piece_frame(pcm: bytes) -> bytes:
    """Pack a piece of sound."""
    return _framed(_PIECE, pcm)


def end_frame() -> bytes:
    """Say that a sentence has ended."""
    return _framed(_END, b"")


def trouble_frame(trouble: SpeechTrouble) -> bytes:
    """Pack what went wrong."""
    return _framed(_TROUBLE, json.dumps([trouble.code, trouble.what]).encode())


def read_rate(read: Read) -> int:
    """Wait for the engine. Raises `SpeechTrouble`, `EOFError` if the worker is gone."""
    _, content = _read_frame(read)
    return int(content)


def read_pcm(read: Read) -> bytes:
    """Take the sound of a sentence. Raises `SpeechTrouble`, `EOFError` if the worker is gone."""
    pieces: list[bytes] = []
    while True:
        kind, content = _read_frame(read)
        if kind == _END:
            return b"".join(pieces)
        pieces.append(content)


def _framed(kind: bytes, content: bytes) -> bytes:
    return _HEAD.pack(kind, len(content)) + content


def _read_frame(read: Read) -> tuple[bytes, bytes]:
    kind, size = _HEAD.unpack(_exactly(read, _HEAD.size))
    if size > _LARGEST:
        raise EOFError
    content = _exactly(read, size)
    if kind == _TROUBLE:
        code, what = json.loads(content)
        raise SpeechTrouble(TroubleCode(code), what)
    return kind, content


def _exactly(read: Read, size: int) -> bytes:
    content = read(size)
    if len(content) != size:
        raise EOFError
    return content
