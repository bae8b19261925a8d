"""The mails of an mbox file, one after the other, in the memory of one mail.

A line begins a new mail when it is a From_ line with a time and a year, and stands after an
empty line or before a header field: so a sentence that begins with "From" splits nothing, and a
writer who forgot the empty line loses nothing. Quoting (">From ") is undone by one step.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from mailbox_store.model.errors import TooLarge

LARGEST_MAIL = 150_000_000  # bytes; a letter in Digital Post may be 99.5 MB

_FROM_LINE = re.compile(rb"From .*\d{1,2}:\d\d.*\d{4}")
_FIELD = re.compile(rb"[!-9;-~]+[ \t]*:")
_LONGEST_LINE = 1_000_000  # bytes read at once where a file has no line ends


def is_from_line(line: bytes) -> bool:
    """Tell whether a line could begin a mail in an mbox."""
    return line.startswith(b"From ") and _FROM_LINE.match(line) is not None


def begins_as_mbox(head: bytes) -> bool:
    """Tell whether a file's first bytes are an mbox: a From_ line, then a header field."""
    first, _, rest = head.partition(b"\n")
    return is_from_line(first) and _FIELD.match(rest) is not None


def mails_in_mbox(stream: BinaryIO, *, largest: int = LARGEST_MAIL) -> Iterator[bytes | TooLarge]:
    """Give each mail without its From_ line; for one beyond `largest` give the refusal."""
    mail: list[bytes] = []
    size = 0
    begun = False
    for line in _separated(stream):
        if line is None:
            if begun:
                yield _finished(mail, size, largest)
            mail, size, begun = [], 0, True
            continue
        size += len(line)
        if size > largest:
            mail.clear()
        elif line.startswith(b">") and line.lstrip(b">").startswith(b"From "):
            mail.append(line[1:])
        else:
            mail.append(line)
    if begun:
        yield _finished(mail, size, largest)


def _separated(stream: BinaryIO) -> Iterator[bytes | None]:
    """Give the lines, None in the place of each From_ line that begins a mail."""
    after_empty = True
    line = stream.readline(_LONGEST_LINE)
    while line:
        following = stream.readline(_LONGEST_LINE)
        if is_from_line(line) and (after_empty or _FIELD.match(following)):
            yield None
        else:
            yield line
        after_empty = line in (b"\n", b"\r\n")
        line = following


def _finished(mail: list[bytes], size: int, largest: int) -> bytes | TooLarge:
    if size > largest:
        return TooLarge(code="too-large", detail=f"{largest // 1_000_000} MB")
    content = b"".join(mail)
    # The empty line before the next From_ line belongs to the mbox, not to the mail.
    for ending in (b"\r\n\r\n", b"\n\n"):
        if content.endswith(ending):
            return content[: -len(ending) // 2]
    return content
