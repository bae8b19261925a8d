"""What goes between us and the child process: a request with a document, an answer in JSON.

Everything in an answer is as untrusted as the document: it is checked for shape and size here.
"""

import json
import struct
from typing import IO

from accessibility.documents.extract import MOST_CHARACTERS, Extract
from mailbox_store.model.document import Reading
from mailbox_store.model.warned import Warned

MOST_CONTENT = 50_000_000  # bytes of one file
MOST_ANSWER = 32_000_000  # bytes: 5 million characters, the widest of them escaped

_REQUEST = struct.Struct(">4sI")
_ANSWER = struct.Struct(">I")
_MOST_WARNINGS = 100
_MOST_PAGES = 1 << 31


def request(kind: bytes, content: bytes) -> bytes:
    """Pack a document; `kind` is one of b"PDF ", b"HTML", b"DOCX"."""
    return _REQUEST.pack(kind, len(content)) + content


def read_request(stream: IO[bytes]) -> tuple[bytes, bytes] | None:
    """Take the next document; None when there are no more."""
    head = _exactly(stream, _REQUEST.size)
    if head is None:
        return None
    kind, size = _REQUEST.unpack(head)
    content = _exactly(stream, size)
    return None if content is None else (kind, content)


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
    """Write an extract as JSON; its text is cut at the cap."""
    text, warnings = extract.text, list(extract.warnings)
    if len(text) > MOST_CHARACTERS:
        text = text[:MOST_CHARACTERS]
        warnings.append(Warned(code="cut"))
    told = [[w.code, w.detail] for w in dict.fromkeys(warnings)]
    whole = {"reading": extract.reading, "text": text, "pages": extract.pages, "warnings": told}
    return json.dumps(whole, ensure_ascii=False).encode(errors="replace")


def unpacked(text: bytes) -> Extract | None:
    """Read an extract back; None if it is not one."""
    try:
        told = json.loads(text)
        reading, pages = Reading(told["reading"]), told["pages"]
        found = [Warned(code=code, detail=detail) for code, detail in told["warnings"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    words = told["text"]
    if not isinstance(words, str) or len(words) > MOST_CHARACTERS or len(found) > _MOST_WARNINGS:
        return None
    if not all(isinstance(w.code, str) and isinstance(w.detail, str) for w in found):
        return None
    if pages is not None and not (type(pages) is int and 0 <= pages < _MOST_PAGES):
        return None
    return Extract(reading=reading, text=words, pages=pages, warnings=tuple(found))


def _exactly(stream: IO[bytes], size: int) -> bytes | None:
    content = stream.read(size)
    return content if len(content) == size else None
