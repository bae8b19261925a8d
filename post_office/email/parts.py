"""The parts of a mail as a letter's documents.

Text and HTML of the same content (multipart/alternative) are variants of the main document;
further text of the same kind follows it there; everything else is an enclosure, a mail inside
the mail too. Nothing is left out because its type or charset is unknown.
"""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.generator import BytesGenerator
from email.message import Message
from io import BytesIO
from typing import NamedTuple

from accessibility.documents.decoding import text_of_bytes
from accessibility.documents.file_names import safe_file_name
from mailbox_store.model.errors import TooLarge
from post_office.email.headers import BROKEN, decoded, header_text, safely

_MOST_PARTS = 1_000
_DEEPEST = 50  # multiparts in multiparts
_TEXT_TYPES = ("text/plain", "text/html")


class Part(NamedTuple):
    """One leaf of a mail: its bytes, and what the sender says they are."""

    name: str  # made safe; "" for the letter's own text
    declared_type: str
    content: bytes
    language: str


@dataclass(slots=True)
class Parts:
    """What a mail is made of: the variants of its text, and its enclosures."""

    main: list[Part] = field(default_factory=list)
    enclosures: list[Part] = field(default_factory=list)


def parts_of(message: Message) -> Parts:
    """Sort a mail's leaves. Raises `TooLarge` for parts without end."""
    parts = Parts()
    for leaf, is_variant in _leaves(message):
        part = _part(leaf)
        if _is_letter_text(leaf, part) and _fits_main(parts.main, part, is_variant=is_variant):
            parts.main.append(part)
        else:
            parts.enclosures.append(part._replace(name=part.name or _name_for(leaf, part)))
    if not parts.main and parts.enclosures:
        parts.main.append(parts.enclosures.pop(0))
    return parts


def _leaves(message: Message) -> Iterator[tuple[Message, bool]]:
    """Give each leaf in its order, and whether it stands in a multipart/alternative."""
    waiting = [(message, False, 0)]
    count = 0
    while waiting:
        part, is_variant, depth = waiting.pop()
        count += 1
        if count > _MOST_PARTS or depth > _DEEPEST:
            raise TooLarge(code="mail-too-many-parts", detail=str(_MOST_PARTS))
        inside = part.get_payload()
        kind = _type_of(part)
        if isinstance(inside, list) and kind.startswith("multipart/"):
            below = is_variant or kind == "multipart/alternative"
            children = [(p, below, depth + 1) for p in inside if isinstance(p, Message)]
            waiting.extend(reversed(children))
        else:
            yield part, is_variant


def _is_letter_text(leaf: Message, part: Part) -> bool:
    if part.declared_type not in _TEXT_TYPES or part.name:
        return False
    return safely(leaf.get_content_disposition, None) != "attachment"


def _fits_main(main: list[Part], part: Part, *, is_variant: bool) -> bool:
    """Tell whether a text belongs to the main document: as a variant, or as more of the same.

    HTML after plain text outside of an alternative is no variant: it says something else.
    """
    if not main or is_variant:
        return True
    has_plain = any(p.declared_type == "text/plain" for p in main)
    return part.declared_type == ("text/plain" if has_plain else "text/html")


def _part(leaf: Message) -> Part:
    kind = _type_of(leaf)
    name = _file_name(leaf)
    content = _mail_inside(leaf) if kind.startswith("message/") else _bytes_of(leaf)
    if kind.startswith("text/"):
        content = _readable(content, safely(leaf.get_content_charset, None) or "")
    language = header_text(leaf, "Content-Language")[:2].lower()
    return Part(name=name, declared_type=kind, content=content, language=language)


def _type_of(part: Message) -> str:
    return safely(part.get_content_type, "application/octet-stream")


def _file_name(leaf: Message) -> str:
    name = decoded(safely(leaf.get_filename, None) or "")
    return safe_file_name(name) if name else ""


def _name_for(leaf: Message, part: Part) -> str:
    """Name an enclosure that has no name: a mail by its subject, others by their kind."""
    inside = leaf.get_payload()
    if part.declared_type == "message/rfc822" and isinstance(inside, list) and inside:
        first = inside[0]
        subject = header_text(first, "Subject") if isinstance(first, Message) else ""
        return safe_file_name(f"{subject or 'mail'}.eml")
    endings = {"text/plain": "txt", "text/html": "html", "text/calendar": "ics"}
    ending = endings.get(part.declared_type, part.declared_type.partition("/")[2] or "bin")
    return safe_file_name(f"{part.declared_type.partition('/')[0]}.{ending}")


def _bytes_of(leaf: Message) -> bytes:
    content = safely(lambda: leaf.get_payload(decode=True), None)
    if isinstance(content, bytes):
        return content
    raw = leaf.get_payload()
    if isinstance(raw, str):
        return raw.encode("utf-8", "surrogateescape")
    return _mail_inside(leaf)


def _mail_inside(leaf: Message) -> bytes:
    """Give an attached mail's bytes as they stood."""
    inside = leaf.get_payload()
    if not isinstance(inside, list):
        return inside.encode("utf-8", "surrogateescape") if isinstance(inside, str) else b""
    written = BytesIO()
    generator = BytesGenerator(written, mangle_from_=False, maxheaderlen=0)
    for part in inside:
        try:
            generator.flatten(part, unixfrom=False)
        except BROKEN:
            continue
    return written.getvalue()


def _readable(content: bytes, charset: str) -> bytes:
    """Give text in UTF-8, so that nobody needs the mail's charset to read it."""
    text = text_of_bytes(content, declared=charset)
    try:
        if content.decode("utf-8") == text:
            return content
    except UnicodeDecodeError:
        pass
    return codecs.BOM_UTF8 + text.encode("utf-8", "replace")
