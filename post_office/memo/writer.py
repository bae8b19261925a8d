"""Writes MeMo 1.2, or 1.1 on request, exactly as strict receivers want it.

That is: the literal prefix `memo`, all namespaces declared on Message, UTF-8, the order of the
table, lower-case uuids, times in Z. Nothing is cut or mended: an `UnwritableMemo` is raised.
"""

import io
from collections.abc import Iterator

from post_office.memo.base64_text import base64_pieces
from post_office.memo.message import Message
from post_office.memo.shape import NAMESPACES, Part, Shape
from post_office.memo.shape_table import MESSAGE
from post_office.memo.simple_types import write_simple
from post_office.memo.unwritable import MissingInMemo, TooManyForMemo, WrongFormForMemo

_VERSION_ATTRIBUTE = "memoVersion"
_VERSIONS = ("1.1", "1.2")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})


def write_memo(message: Message, *, version: str = "1.2") -> bytes:
    """Write a message as XML that the schema of that version accepts.

    1.1 knows no representative, so that is left out there. `message.version` plays no part.
    """
    if version not in _VERSIONS:
        raise WrongFormForMemo(_VERSION_ATTRIBUTE, " or ".join(_VERSIONS))
    namespaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    schema = ' memoSchVersion="1.1.0"' if version == "1.1" else ""
    out = io.BytesIO()
    out.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(f'<memo:Message{namespaces} {_VERSION_ATTRIBUTE}="{version}"{schema}>'.encode())
    _Writing(out, version).write_parts(_shape_of(MESSAGE), message)
    out.write(b"</memo:Message>\n")
    return out.getvalue()


class _Writing:
    """One message on its way into one stream."""

    def __init__(self, out: io.BytesIO, version: str) -> None:
        self._out = out
        self._is_1_1 = version == "1.1"

    def write_parts(self, shape: Shape, value: object) -> None:
        """Write everything inside an element, in order."""
        filled = [name for name in shape.either if getattr(value, name)]
        if len(filled) > 1:
            raise TooManyForMemo("/".join(filled), 1, len(filled))
        for part in shape.parts:
            if not (part.only_in_1_2 and self._is_1_1):
                self._write_part(part, value)

    def _write_part(self, part: Part, value: object) -> None:
        values = list(_values(part, value, is_1_1=self._is_1_1))
        if len(values) < part.least:
            raise MissingInMemo(part.name)
        if part.most is not None and len(values) > part.most:
            raise TooManyForMemo(part.name, part.most, len(values))
        for each in values:
            self._write_element(part, each)

    def _write_element(self, part: Part, value: object) -> None:
        self._out.write(f"<{part.written}>".encode())
        if isinstance(part.kind, Shape):
            self.write_parts(part.kind, value)
        elif isinstance(value, bytes):
            self._out.writelines(base64_pieces(value))
        else:
            text = write_simple(part.kind, value, element=part.name)
            self._out.write(text.translate(_ESCAPES).encode())
        self._out.write(f"</{part.written}>".encode())


def _values(part: Part, parent: object, *, is_1_1: bool) -> Iterator[object]:
    """Give what is to be written for a part: nothing, one value, or several."""
    held = parent if isinstance(parent, str) else getattr(parent, part.attribute)
    if part.is_many:
        same = part.kind.same if isinstance(part.kind, Shape) else {}
        yield from (
            each for each in held if all(getattr(each, name) == is_ for name, is_ in same.items())
        )
        return
    is_demanded = part.least or (part.demanded_by_1_1 and is_1_1)
    is_blank = held is None or held is False or held == "" or held == b""
    if not is_blank or (is_demanded and held is not None):
        yield held


def _shape_of(part: Part) -> Shape:
    if not isinstance(part.kind, Shape):
        raise TypeError(part.name)
    return part.kind
