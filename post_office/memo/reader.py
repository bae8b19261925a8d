"""Reads MeMo 1.x from bytes. Trusts nothing: no DOCTYPE, no entities, no network, all capped.

The bytes come from outside, so the standard library's expat is used as a stream: it refuses a
DOCTYPE before looking into it, and it can tell the byte at which a broken file breaks.
What lies between the XML and the values is in building.py.
"""

from collections.abc import Mapping
from dataclasses import replace
from xml.parsers import expat

from mailbox_store.model.errors import NotUnderstood, TooLarge
from mailbox_store.model.party import (
    IdType,
    has_valid_cvr_checksum,
    id_type_from,
    normal_number,
)
from mailbox_store.model.warned import Warned
from post_office.memo.building import MessageBuilder
from post_office.memo.message import MemoType, Message
from post_office.memo.shape import SEPARATOR

MAX_BYTES = 150_000_000  # 100 MB of documents become 134 MB of base64
_MAX_DEPTH = 64  # MeMo itself needs nine
_MAX_ELEMENTS = 100_000  # a letter has some hundred; each costs memory
_TEXT_BUFFER_BYTES = 64 * 1024
_INCORRECT_ENCODING = expat.errors.codes[expat.errors.XML_ERROR_INCORRECT_ENCODING]
_WHITESPACE = b" \t\r\n"


def read_memo(raw: bytes) -> Message:
    """Understand the first memo:Message in these bytes, also inside a wrapper.

    What is doubtful is told in the message's `warnings`. Raises `NotUnderstood` for what is no
    MeMo, cannot be routed or is dangerous, and `TooLarge` beyond the caps; nothing else.
    """
    if len(raw) > MAX_BYTES:
        raise TooLarge(code="too-large", detail=f"{MAX_BYTES // 1_000_000} MB")
    skipped = len(raw) - len(raw.lstrip(_WHITESPACE)) if raw[:1] in _WHITESPACE else 0
    builder = _parsed(memoryview(raw)[skipped:] if skipped else raw, skipped)
    message = builder.message
    if message is None:
        raise NotUnderstood(code="not-memo")
    _refuse_unroutable(message)
    doubts = tuple(_doubts_about(message))
    return replace(message, warnings=(*builder.warnings, *doubts))


def _parsed(raw: bytes | memoryview, skipped: int) -> MessageBuilder:
    try:
        return _Parsing(skipped, encoding=None).run(raw)
    except _WrongEncodingError:
        # .NET writes "utf-16" into the declaration of a text it then stores as UTF-8
        builder = _Parsing(skipped, encoding="utf-8").run(raw)
        builder.warn("xml-encoding")
        return builder


class _WrongEncodingError(Exception):
    """The bytes are not in the encoding that they declare."""


class _Parsing:
    """One run of expat over one message; `skipped` bytes lie before it in the file."""

    def __init__(self, skipped: int, *, encoding: str | None) -> None:
        self._skipped = skipped
        self._builder = MessageBuilder()
        self._depth = 0
        self._elements = 0
        self._has_override = encoding is not None
        parser = expat.ParserCreate(encoding, SEPARATOR)
        parser.buffer_text = True
        parser.buffer_size = _TEXT_BUFFER_BYTES
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self._builder.text
        self._parser = parser

    def run(self, raw: bytes | memoryview) -> MessageBuilder:
        """Parse all of it."""
        try:
            self._parser.Parse(raw, True)  # noqa: FBT003 - True: this is all, by place only
        except expat.ExpatError as error:
            if error.code == _INCORRECT_ENCODING and not self._has_override:
                raise _WrongEncodingError from error
            at = max(self._parser.ErrorByteIndex, 0) + self._skipped
            raise NotUnderstood(code="xml-broken", at=at) from error
        except (LookupError, UnicodeError, ValueError) as error:
            # Python's part of expat raises these for an encoding it knows but cannot use
            raise NotUnderstood(code="xml-broken", at=self._skipped) from error
        return self._builder

    def _refuse_doctype(self, *_: object) -> None:
        raise NotUnderstood(code="xml-doctype", at=self._place())

    def _place(self) -> int:
        return self._parser.CurrentByteIndex + self._skipped

    def _open(self, qualified: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > _MAX_DEPTH:
            raise NotUnderstood(code="xml-too-deep", at=self._place())
        if self._elements > _MAX_ELEMENTS:
            raise TooLarge(code="too-large", detail=f"{_MAX_ELEMENTS} elements")
        self._builder.open(qualified, attributes)

    def _close(self, _: str) -> None:
        self._depth -= 1
        self._builder.close()


def _refuse_unroutable(message: Message) -> None:
    if not message.header.uuid:
        raise NotUnderstood(code="memo-incomplete", detail="messageUUID")
    if not message.header.recipient.id.strip():
        raise NotUnderstood(code="memo-incomplete", detail="recipientID")


def _doubts_about(message: Message) -> list[Warned]:
    doubts = []
    if message.body is None and message.header.type is MemoType.DIGITALPOST:
        doubts.append(Warned(code="memo-missing", detail="MessageBody"))
    sender = message.header.sender
    number = normal_number(id_type_from(sender.id_type), sender.id)
    is_company = id_type_from(sender.id_type) is IdType.CVR
    if is_company and not has_valid_cvr_checksum(number):
        doubts.append(Warned(code="cvr-checksum", detail=number[:16]))
    return doubts
