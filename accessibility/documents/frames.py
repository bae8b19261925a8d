"""What goes between us and the child process: a request with a document, an answer in JSON.

Everything in an answer is as untrusted as the document: it is checked for shape and size here.
"""

import json
import struct
from dataclasses import asdict, dataclass
from typing import IO

from accessibility.documents.extract import Extract
from mailbox_store.model.document import Reading
from mailbox_store.model.tree_json import NotATree, json_of_tree, tree_of_json

MOST_CONTENT = 50_000_000  # bytes of one file
MOST_ANSWER = 64_000_000  # bytes: 5 million characters in a tree, the widest of them escaped

_SIZES = struct.Struct(">II")  # of what is asked, of the document
_ANSWER = struct.Struct(">I")
_MOST_ASKED = 10_000  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be read: a kind of file, and what only we know about it."""

    kind: str  # a media type, told by the bytes
    name: str = ""
    charset: str = ""  # as declared for it
    page: int = 0  # read only this one, from its picture; 0: read it all
    password: str = ""


def request(asked: Asked, content: bytes) -> bytes:
    """Pack a document and what is asked about it."""
    told = json.dumps(asdict(asked)).encode()
    return _SIZES.pack(len(told), len(content)) + told + content


def read_request(stream: IO[bytes]) -> tuple[Asked, bytes] | None:
    """Take the next document; None when there are no more."""
    head = _exactly(stream, _SIZES.size)
    if head is None:
        return None
    size_of_asked, size = _SIZES.unpack(head)
    told = _exactly(stream, min(size_of_asked, _MOST_ASKED))
    content = _exactly(stream, size)
    return None if told is None or content is None else (Asked(**json.loads(told)), content)


def answer(text: bytes) -> bytes:
    """Pack an answer; an empty one says that the document could not be read."""
    return _ANSWER.pack(len(text)) + text


def read_answer(stream: IO[bytes]) -> bytes | None:
    """Take an answer; None when the child is gone or answers too much."""
    head = _exactly(stream, _ANSWER.size)
    if head is None or _ANSWER.unpack(head)[0] > MOST_ANSWER:
        return None
    return _exactly(stream, _ANSWER.unpack(head)[0])


def packed(extract: Extract) -> bytes:
    """Write an extract: how it went, a line end, the tree as JSON."""
    return extract.reading.encode() + b"\n" + json_of_tree(extract.tree)


def unpacked(told: bytes) -> Extract | None:
    """Read an extract back; None if it is not one."""
    reading, _, tree = told.partition(b"\n")
    try:
        return Extract(reading=Reading(reading.decode()), tree=tree_of_json(tree))
    except (NotATree, ValueError):
        return None


def _exactly(stream: IO[bytes], size: int) -> bytes | None:
    content = stream.read(size)
    return content if len(content) == size else None
