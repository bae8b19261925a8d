"""The simple types of MeMo: a text from outside becomes a value, forgivingly, and back, strictly.

Reading never fails: it gives a value and the code of a warning, "" if there is nothing to say.
Writing raises an `UnwritableMemo`.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime

from post_office.memo.message import MemoType
from post_office.memo.shape import Kind
from post_office.memo.times import read_date, read_time, write_time
from post_office.memo.unwritable import (
    IllegalInXml,
    MissingInMemo,
    TooLongForMemo,
    WrongFormForMemo,
)

_LONGEST_KEPT = 65_536  # characters of one text; MeMo allows 512, whoever sends more is cut

_READ_LIMITS: Mapping[Kind, int] = {
    Kind.TEXT: 256,
    Kind.COMMENT: 512,
    Kind.NOTIFICATION: 160,  # the official types say 150, the copy that goes with 1.2 says 160
    Kind.LANGUAGE: 2,
    Kind.URI: 256,
    Kind.PLATE: 7,
}
_WRITE_LIMITS: Mapping[Kind, int] = {**_READ_LIMITS, Kind.NOTIFICATION: 150}

_UUID_4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_FORMS: Mapping[Kind, re.Pattern[str]] = {
    Kind.UUID: _UUID_4,
    Kind.LANGUAGE: re.compile(r"[A-Za-z]{1,2}"),
    Kind.URI: re.compile(r"[^\s<>\"{}|\\^`]*"),
    Kind.GLN: re.compile(r"[0-9]{1,13}"),
    Kind.P_NUMBER: re.compile(r"[0-9]{1,10}"),
}
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TRUE = ("true", "1")
_FALSE = ("false", "0", "")  # an empty element means the schema's default


def read_simple(kind: Kind, text: str) -> tuple[object, str]:
    """Turn the text of an element into a value and the code of a warning."""
    if len(text) > _LONGEST_KEPT:
        return read_simple(kind, text[:_LONGEST_KEPT])[0], "text-cut"
    return _READERS[kind](kind, text)


def blank(kind: Kind) -> object:
    """Give the value of an element that is not there."""
    return _BLANKS.get(kind, "")


def write_simple(kind: Kind, value: object, *, element: str) -> str:
    """Turn a value into the text of an element, not yet escaped."""
    if value is None:
        raise MissingInMemo(element)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return write_time(value, element=element)
    if isinstance(value, date):
        return value.isoformat()
    return _write_text(kind, str(value), element)


def _write_text(kind: Kind, text: str, element: str) -> str:
    text = text.lower() if kind is Kind.UUID else text
    if len(text) > _WRITE_LIMITS.get(kind, len(text)):
        raise TooLongForMemo(element, _WRITE_LIMITS[kind], len(text))
    illegal = _ILLEGAL.search(text)
    if illegal:
        raise IllegalInXml(element, illegal.start())
    form = _FORMS.get(kind)
    if form and not form.fullmatch(text):
        raise WrongFormForMemo(element, kind.value)
    return text


def _read_text(kind: Kind, text: str) -> tuple[object, str]:
    return text, "text-too-long" if len(text) > _READ_LIMITS[kind] else ""


def _read_token(kind: Kind, text: str) -> tuple[object, str]:
    token = text.strip()
    if len(token) > _READ_LIMITS.get(kind, len(token)):
        return token, "text-too-long"
    form = _FORMS[kind]
    return token, "" if form.fullmatch(token) else "form-unusual"


def _read_uuid(_: Kind, text: str) -> tuple[object, str]:
    uuid = text.strip().lower()
    return uuid, "" if _UUID_4.fullmatch(uuid) else "uuid-unusual"


def _read_boolean(_: Kind, text: str) -> tuple[object, str]:
    word = text.strip()
    if word in _TRUE or word in _FALSE:
        return word in _TRUE, ""
    return word.lower() in (*_TRUE, "ja", "yes"), "boolean-unusual"


def _read_message_type(_: Kind, text: str) -> tuple[object, str]:
    word = text.strip()
    try:
        return MemoType(word.upper()), "" if word.isupper() else "form-unusual"
    except ValueError:
        return MemoType.DIGITALPOST, "message-type-unknown"


_READERS: Mapping[Kind, Callable[[Kind, str], tuple[object, str]]] = {
    Kind.TEXT: _read_text,
    Kind.COMMENT: _read_text,
    Kind.NOTIFICATION: _read_text,
    Kind.PLATE: _read_text,
    Kind.LANGUAGE: _read_token,
    Kind.URI: _read_token,
    Kind.GLN: _read_token,
    Kind.P_NUMBER: _read_token,
    Kind.UUID: _read_uuid,
    Kind.TIME: lambda _, text: read_time(text),
    Kind.DATE: lambda _, text: read_date(text),
    Kind.BOOLEAN: _read_boolean,
    Kind.MESSAGE_TYPE: _read_message_type,
}
_BLANKS: Mapping[Kind, object] = {
    Kind.TIME: None,
    Kind.DATE: None,
    Kind.BOOLEAN: False,
    Kind.MESSAGE_TYPE: MemoType.DIGITALPOST,
    Kind.BASE64: b"",
}
