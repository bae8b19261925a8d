"""Builds a message from the openings, texts and closings that a parser tells, along the table.

Knows nothing of XML syntax (that is reader.py) and refuses nothing but a file that is too large
and a version that is not 1.x: what is missing, doubled or unknown becomes a warning, because the
original bytes are kept elsewhere and a letter must not be lost over a formality.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from mailbox_store.model.errors import NotUnderstood, TooLarge
from mailbox_store.model.warned import Warned
from post_office.memo.base64_text import Base64Decoder
from post_office.memo.message import Action, File, Message, Reservation
from post_office.memo.shape import Kind, Part, Shape
from post_office.memo.shape_table import MESSAGE
from post_office.memo.simple_types import blank, read_simple

MAX_FILE_BYTES = 50_000_000  # decoded; more than a letter of the national system may hold
_MAX_WARNINGS = 50  # more tell nobody anything
_SHOWN = 64  # characters of an odd value that a warning repeats
_KNOWN_VERSIONS = ("1.1", "1.2")
_VERSION = re.compile(r"0*(\d{1,9})(?:\.(\d{1,9}))?")


@dataclass(slots=True, kw_only=True)
class _Open:
    """An element that was opened and not closed yet."""

    part: Part
    values: dict[str, list[object]] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)
    texts: list[str] = field(default_factory=list)
    content: Base64Decoder | None = None
    has_broken_content: bool = False


class MessageBuilder:
    """Takes what a parser tells, in its order; `message` is the first memo:Message, if any."""

    def __init__(self) -> None:
        self.message: Message | None = None
        self._open: list[_Open] = []
        self._unknown_depth = 0
        self._version = ""
        self._warnings: dict[Warned, None] = {}  # in order, each once

    @property
    def warnings(self) -> tuple[Warned, ...]:
        """What was doubtful so far."""
        return tuple(self._warnings)

    def warn(self, code: str, detail: str = "") -> None:
        """Add a warning, unless it is there or there are plenty."""
        if len(self._warnings) < _MAX_WARNINGS:
            self._warnings[Warned(code=code, detail=detail)] = None

    def open(self, qualified: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if not self._open:
            self._open_outside(qualified, attributes)
            return
        kind = self._open[-1].part.kind
        part = kind.part(qualified) if isinstance(kind, Shape) else None
        if self._unknown_depth or part is None:
            self._open_unknown(qualified)
            return
        is_content = part.kind is Kind.BASE64
        self._open.append(_Open(part=part, content=Base64Decoder() if is_content else None))

    def text(self, piece: str) -> None:
        """Text, or a piece of it; that of an unknown element inside a text belongs to the text."""
        if not self._open:
            return
        top = self._open[-1]
        if top.content is not None:
            top.content.feed(piece)
            if top.content.size > MAX_FILE_BYTES:
                raise TooLarge(code="too-large", detail=f"{MAX_FILE_BYTES // 1_000_000} MB")
        elif not isinstance(top.part.kind, Shape):
            top.texts.append(piece)

    def close(self) -> None:
        """The element opened last ends."""
        if self._unknown_depth:
            self._unknown_depth -= 1
        elif self._open:
            top = self._open.pop()
            value = self._value(top)
            if self._open:
                self._keep(self._open[-1], top.part, value)
            elif isinstance(value, Message):
                self.message = value

    def _open_outside(self, qualified: str, attributes: Mapping[str, str]) -> None:
        if qualified != MESSAGE.qualified:
            return  # a wrapper
        if self.message is not None:
            self.warn("memo-second-message")
            return
        self._version = self._understand_version(attributes.get("memoVersion"))
        self._open.append(_Open(part=MESSAGE))

    def _open_unknown(self, qualified: str) -> None:
        self._unknown_depth += 1
        if not any(warned.code == "memo-unknown-element" for warned in self._warnings):
            name = qualified.rpartition("\x1f")[2]
            self.warn("memo-unknown-element", name[:_SHOWN])

    def _understand_version(self, text: str | None) -> str:
        if text is None:
            self.warn("memo-missing", "memoVersion")
            return _KNOWN_VERSIONS[-1]
        found = _VERSION.fullmatch(text.strip())
        if found is None or found[1] != "1":
            raise NotUnderstood(code="memo-version", detail=text.strip()[:_SHOWN])
        version = f"1.{(found[2] or '').rstrip('0') or '0'}"
        if version not in _KNOWN_VERSIONS:
            self.warn("memo-version-unknown", version)
        return version

    def _keep(self, parent: _Open, part: Part, value: object) -> None:
        parent.seen[part.name] += 1
        parent.values.setdefault(part.attribute, []).append(value)
        if part.most is not None and parent.seen[part.name] == part.most + 1:
            self.warn("memo-too-many", part.name)

    def _value(self, element: _Open) -> object:
        kind = element.part.kind
        if isinstance(kind, Shape):
            return self._group(element, kind)
        if element.content is not None:
            content, is_whole = element.content.finish()
            if not is_whole:
                self._open[-1].has_broken_content = True
            return content
        text = "".join(element.texts)
        value, doubt = read_simple(kind, text)
        if doubt:
            self._doubt(doubt, element.part.name, text)
        return value

    def _doubt(self, code: str, name: str, text: str) -> None:
        is_about_length = code in ("text-too-long", "text-cut")
        self.warn(code, name if is_about_length else f"{name}: {text.strip()[:_SHOWN]}")

    def _group(self, element: _Open, shape: Shape) -> object:
        for part in shape.parts:
            demanded = part.least or (part.demanded_by_1_1 and self._version == "1.1")
            if demanded and not element.seen[part.name]:
                self.warn("memo-missing", part.name)
        if sum(name in element.values for name in shape.either) > 1:
            self.warn("memo-too-many", "/".join(shape.either))
        extra = (
            {"version": self._version, "warnings": self.warnings} if element.part is MESSAGE else {}
        )
        value = _made(shape, element.values, extra)
        self._look_at(value, has_broken_content=element.has_broken_content)
        return value

    def _look_at(self, value: object, *, has_broken_content: bool) -> None:
        if isinstance(value, File) and has_broken_content:
            self.warn("base64-broken", value.name[:_SHOWN])
        if isinstance(value, (Action, Reservation)) and value.start and value.end:
            title = value.label if isinstance(value, Action) else value.description
            if value.end < value.start:
                self.warn("appointment-ends-before-start", title[:_SHOWN])


def _made(shape: Shape, values: Mapping[str, list[object]], extra: Mapping[str, object]) -> object:
    """Make the value of a shape; what is missing is blank, so that there always is one."""
    given: dict[str, object] = {**shape.same, **extra}
    for part in shape.parts:
        found = values.get(part.attribute, [])
        if part.is_many:
            given[part.attribute] = tuple(found)
        else:
            given[part.attribute] = found[0] if found else _absent(part)
    return shape.make(**given)


def _absent(part: Part) -> object:
    if not isinstance(part.kind, Shape):
        return blank(part.kind)
    if part.least or part.kind.is_wrapper:
        return _made(part.kind, {}, {})
    return None
