"""The header fields of a mail, read so that no malformed one can stop the letter.

Python's own structured header parser (policy.default) raises on many malformed fields and takes
minutes on some; so mails are parsed with the plain policy, fields are cut at a length no honest
sender needs, and each is decoded here leniently.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import getaddresses, parsedate_to_datetime
from typing import TypeVar

from accessibility.documents.decoding import text_of_bytes
from mailbox_store.model.errors import NotUnderstood
from mailbox_store.model.party import IdType, Party

T = TypeVar("T")

_LONGEST_FIELD = 16_000  # characters
_MESSAGE_ID = re.compile(r"<([^<>]{1,500})>")
_MOST_RELATED = 200  # ids of a thread; a References field of a long thread is cut before

# What the standard library is known to raise on malformed mail.
BROKEN = (
    MessageError,
    RecursionError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
    OverflowError,
)


class _Lenient(Compat32):
    """Compat32, with each field cut at a length that parses in no time."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_FIELD]


def parsed_mail(raw: bytes) -> Message:
    """Parse a mail. Raises `NotUnderstood` where its parts are nested beyond reason."""
    try:
        return message_from_bytes(raw, policy=_Lenient())
    except BROKEN as error:
        raise NotUnderstood(code="mail-broken") from error


def header_text(message: Message, name: str) -> str:
    """Give a field's text in one line, encoded words decoded; "" where there is none."""
    return decoded(_raw(message, name))


def decoded(value: str) -> str:
    """Decode encoded words and raw bytes of any charset; never raises."""
    whole = _without_surrogates(value)
    if "=?" not in whole:
        return _one_line(whole)
    try:
        pieces = decode_header(whole)
    except (HeaderParseError, *BROKEN):
        return _one_line(whole)
    return _one_line(
        "".join(
            p if isinstance(p, str) else text_of_bytes(p, declared=charset or "")
            for p, charset in pieces
        )
    )


def party_of(message: Message, name: str) -> Party | None:
    """Give who a field names (the first address), None where it names nobody."""
    try:
        found = getaddresses([_without_surrogates(_raw(message, name))])
    except BROKEN:
        found = []
    for label, address in found:
        if address:
            address = _one_line(address)
            return Party(id_type=IdType.EMAIL, number=address, name=decoded(label) or address)
    text = header_text(message, name)
    return Party(id_type=IdType.EMAIL, number="", name=text) if text else None


def date_of(message: Message) -> datetime | None:
    """Give the Date field's time."""
    return _time(_raw(message, "Date"))


def received_date_of(message: Message) -> datetime | None:
    """Give when the mail reached its last server: the topmost Received field's time."""
    _, found, date = _raw(message, "Received").rpartition(";")
    return _time(date) if found else None


def message_ids(message: Message, *names: str) -> tuple[str, ...]:
    """Give the message ids of some fields, folded, each once, in their order."""
    found: dict[str, None] = {}
    for name in names:
        for one in _MESSAGE_ID.findall(_without_surrogates(_raw(message, name))):
            found.setdefault(re.sub(r"\s", "", one).casefold())
    return tuple(found)[:_MOST_RELATED]


def safely(ask: Callable[[], T], otherwise: T) -> T:
    """Ask the standard library something about a part, with an answer where it trips."""
    try:
        return ask()
    except BROKEN:
        return otherwise


def _raw(message: Message, name: str) -> str:
    wanted = name.lower()
    return next((str(v) for n, v in message.raw_items() if n.lower() == wanted), "")


def _time(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text.strip())
        # A mail without a zone ("-0000") means UTC by RFC 5322.
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except BROKEN:
        return None


def _without_surrogates(value: str) -> str:
    """Give a field whose raw bytes the parser kept as surrogates as text."""
    if value.isascii():
        return value
    return text_of_bytes(value.encode("utf-8", "surrogateescape"))


def _one_line(text: str) -> str:
    clean = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join(clean.split())
