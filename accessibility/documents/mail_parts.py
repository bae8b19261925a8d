"""An e-mail taken apart: its header fields as text, its bodies, what is attached.

The standard library's structured header parser raises on many malformed fields and takes minutes
on some, so mails are parsed with the plain policy and each field is decoded here leniently.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from typing import TypeVar

from accessibility.documents.decoding import text_of_bytes
from accessibility.documents.file_names import safe_file_name
from accessibility.plain_text import one_line

T = TypeVar("T")

_LONGEST_FIELD = 16_000  # characters
_MOST_PARTS = 1_000
_MOST_NESTED = 100  # each level is looked for in every line below it
_NESTING = re.compile(rb"multipart/|message/rfc822", re.IGNORECASE)
_HEAD_END = re.compile(rb"\r?\n\r?\n|\r\r")
_MOST_HEAD = 1_000_000  # bytes
_BODIES = ("text/html", "text/plain", "text/calendar")
# What the standard library is known to raise on malformed mail.
_BROKEN = (
    MessageError, RecursionError, LookupError, ValueError, TypeError, AttributeError,
    AssertionError, OverflowError,
)  # fmt: skip


class _Lenient(Compat32):
    """Compat32, with each field cut at a length that parses in no time."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_FIELD]


@dataclass(frozen=True, slots=True)
class Body:
    """One text of a mail; of those with the same `choice` one is enough."""

    kind: str
    content: bytes
    charset: str
    choice: int
    is_flowed: bool = False
    joins_words: bool = False  # of flowed text: the blank at a line's end is not part of it


@dataclass(slots=True)
class Mail:
    """What a mail is made of."""

    message: "Message[str, str]"
    bodies: list[Body] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    is_encrypted: bool = False
    was_cut: bool = False

    def field_text(self, name: str) -> str:
        """Give a header field's text in one line; empty where there is none."""
        return _decoded(_raw(self.message, name))


def parsed(content: bytes) -> Mail:
    """Take a mail apart; of one that is nested beyond reason only the head."""
    nested = sum(1 for _ in _NESTING.finditer(content))
    message = _message(content) if nested <= _MOST_NESTED else None
    if message is None:
        end = _HEAD_END.search(content, 0, _MOST_HEAD)
        head = _message(content[: end.start() if end else _MOST_HEAD])
        return Mail(head if head is not None else Message(), was_cut=True)
    mail = Mail(message)
    for count, (leaf, choice, is_related) in enumerate(_leaves(message)):
        if count >= _MOST_PARTS:
            mail.was_cut = True
            break
        _sort(mail, leaf, choice, is_related=is_related)
    return mail


def _message(content: bytes) -> "Message[str, str] | None":
    try:
        return message_from_bytes(content, policy=_Lenient())
    except _BROKEN:
        return None


def _leaves(message: "Message[str, str]") -> Iterator[tuple["Message[str, str]", int, bool]]:
    """Give each leaf in its order, which choice it belongs to, and whether it is shown within."""
    waiting: list[tuple[Message[str, str], int, bool]] = [(message, 0, False)]
    choices = 0
    while waiting:
        part, choice, is_related = waiting.pop()
        kind = _kind(part)
        inside = _safely(part.get_payload, None)
        if not (isinstance(inside, list) and kind.startswith("multipart/")):
            choices -= 1
            yield part, choice or choices, is_related
            continue
        if kind == "multipart/alternative" and not choice:
            choices -= 1
            choice = choices
        below = is_related or kind == "multipart/related"
        waiting += [(p, choice, below) for p in reversed(inside) if isinstance(p, Message)]


def _sort(mail: Mail, leaf: "Message[str, str]", choice: int, *, is_related: bool) -> None:
    kind = _kind(leaf)
    name = _decoded(_safely(leaf.get_filename, None) or "")
    is_attached = _safely(leaf.get_content_disposition, None) == "attachment"
    mail.is_encrypted |= kind in ("application/pkcs7-mime", "application/pgp-encrypted")
    if kind in _BODIES and not is_attached and (not name or kind == "text/calendar"):
        mail.bodies.append(
            Body(
                kind=kind,
                content=_bytes_of(leaf),
                charset=_safely(leaf.get_content_charset, None) or "",
                choice=choice,
                is_flowed=_parameter(leaf, "format") == "flowed",
                joins_words=_parameter(leaf, "delsp") == "yes",
            )
        )
    elif not (is_related and _raw(leaf, "Content-ID") and kind.startswith("image/")):
        mail.attached.append(safe_file_name(name or _name_of(leaf), default=kind))


def _name_of(leaf: "Message[str, str]") -> str:
    """Name what has no name: a mail by its subject, others by their kind."""
    inside = _safely(leaf.get_payload, None)
    first = inside[0] if isinstance(inside, list) and inside else None
    subject = _decoded(_raw(first, "Subject")) if isinstance(first, Message) else ""
    return subject or _kind(leaf).replace("/", ".")


def _kind(part: "Message[str, str]") -> str:
    return _safely(part.get_content_type, "application/octet-stream")


def _parameter(leaf: "Message[str, str]", name: str) -> str:
    found = _safely(lambda: leaf.get_param(name), None)
    return found.lower() if isinstance(found, str) else ""


def _bytes_of(leaf: "Message[str, str]") -> bytes:
    content = _safely(lambda: leaf.get_payload(decode=True), None)
    if isinstance(content, bytes):
        return content
    raw = _safely(leaf.get_payload, None)
    return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""


def _safely(ask: Callable[[], T], otherwise: T) -> T:
    try:
        return ask()
    except _BROKEN:
        return otherwise


def _raw(message: "Message[str, str]", name: str) -> str:
    wanted = name.lower()
    return next((str(v) for n, v in message.raw_items() if n.lower() == wanted), "")


def _decoded(value: str) -> str:
    """Decode encoded words and raw bytes of any charset; never raises."""
    whole = value if value.isascii() else text_of_bytes(value.encode("utf-8", "surrogateescape"))
    if "=?" not in whole:
        return one_line(whole)
    try:
        pieces = decode_header(whole)
    except (HeaderParseError, *_BROKEN):
        return one_line(whole)
    return one_line(
        "".join(
            p if isinstance(p, str) else text_of_bytes(p, declared=charset or "")
            for p, charset in pieces
        )
    )
