"""What lies over the pages, by pypdf: links, form fields, attachments; and what wants to run.

Nothing is run or fetched. pypdf reads lazily and never raises here: a broken part is left out.
"""

import io
import logging
import struct
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from accessibility.documents.pdf.page_frame import PageFrame
from mailbox_store.model.document_tree import Field, FieldKind

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would tell what is in a stranger's file

_MOST_ANNOTATIONS = 2_000  # of a page
_MOST_PAGES = 2_000
_MOST_OPTIONS = 200
_UNSEEN = 1 << 1 | 1 << 5  # of /F: hidden, or shown only on paper: table 165
_RADIO, _PUSH_BUTTON = 1 << 15, 1 << 16  # of /Ff, PDF 32000-1, table 226
_LARGEST = 30_000_000  # bytes: pypdf takes too long over larger files
_LONGEST = 4.0  # seconds of work on what lies over the pages
# What pypdf raises on broken files: it checks little itself, so that any of Python's own may come.
_BROKEN = (PyPdfError, DependencyError, ValueError, TypeError, LookupError, AttributeError,
           RuntimeError, ArithmeticError, AssertionError, OSError, MemoryError, EOFError,
           StopIteration, zlib.error, struct.error)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """A place that leads somewhere; y grows downwards."""

    x0: float
    top: float
    x1: float
    bottom: float
    address: str


@dataclass(frozen=True, slots=True)
class Widget:
    """A form field and its place; `field.label` is what the file names it, or empty.

    A button that is only to be pressed has a place and no field.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    field: Field | None


@dataclass(slots=True)
class Overlay:
    """All that lies over the pages, by page number from 1."""

    links: dict[int, list[Link]] = field(default_factory=dict)
    widgets: dict[int, list[Widget]] = field(default_factory=dict)
    attachments: list[str] = field(default_factory=list)
    has_active: bool = False
    language: str = ""
    title: str = ""


def overlay_of(content: bytes, frames: Sequence[PageFrame], *, password: str = "") -> Overlay:
    """Read it; `frames` are those of the pages. A file that is too large has none.

    Work ends after some seconds: what was not reached by then is left out.
    """
    overlay = Overlay()
    if len(content) > _LARGEST or len(frames) > _MOST_PAGES:
        return overlay
    until = time.process_time() + _LONGEST
    try:
        reader = PdfReader(io.BytesIO(content), strict=False, password=password or None)
        root = reader.trailer["/Root"].get_object()
        overlay.language = _text(_value(root, "/Lang"))
    except _BROKEN:
        return overlay
    overlay.title = _title(reader)
    overlay.has_active = _has_active(root)
    overlay.attachments = _attachments(reader)
    for number, frame in enumerate(frames, start=1):
        for thing in _annotations(overlay, reader, number):
            if time.process_time() > until:
                return overlay
            try:
                _add(overlay, thing.get_object(), number, frame)
            except _BROKEN:
                continue
    return overlay


def _annotations(overlay: Overlay, reader: PdfReader, number: int) -> list[Any]:
    try:
        page = reader.pages[number - 1]
        if "/AA" in page:
            overlay.has_active = True
        found = _value(page, "/Annots")
        return list(found)[:_MOST_ANNOTATIONS] if isinstance(found, list) else []
    except _BROKEN:
        return []


def _add(overlay: Overlay, thing: Any, number: int, frame: PageFrame) -> None:
    kind = thing.get("/Subtype")
    if "/AA" in thing:
        overlay.has_active = True
    x0, low, x1, high = (float(value) for value in thing["/Rect"])
    place = frame.place(x0, low, x1, high)
    if int(thing.get("/F") or 0) & _UNSEEN:
        return
    if kind == "/Link":
        address = _address(overlay, thing)
        if address:
            overlay.links.setdefault(number, []).append(Link(*place, address))
    elif kind == "/Widget":
        overlay.widgets.setdefault(number, []).append(Widget(*place, _field(thing)))
    elif kind == "/FileAttachment":
        file = _value(thing, "/FS")
        overlay.attachments.append(_text(_value(file, "/UF")) if isinstance(file, dict) else "?")


def _address(overlay: Overlay, thing: Any) -> str:
    action = _value(thing, "/A")
    if action is None:
        return ""
    kind = action.get("/S")
    if kind in ("/JavaScript", "/Launch"):
        overlay.has_active = True
    return _text(_value(action, "/URI")) if kind == "/URI" else ""


def _field(thing: Any) -> Field | None:
    kind = _inherited(thing, "/FT")
    label = " ".join(_text(_inherited(thing, "/TU")).split())
    flags = int(_inherited(thing, "/Ff") or 0)
    value = _inherited(thing, "/V")
    if kind == "/Btn":
        if flags & _PUSH_BUTTON:
            return None
        state = str(thing.get("/AS") or value or "").lstrip("/")
        return Field(
            label=label,
            kind=FieldKind.RADIO if flags & _RADIO else FieldKind.CHECK,
            checked=state not in ("", "Off"),
        )
    if kind == "/Ch":
        options = tuple(_options(_inherited(thing, "/Opt")))
        return Field(
            label=label, kind=FieldKind.CHOICE, value=_chosen(value, thing), options=options
        )
    if kind == "/Sig":
        return Field(label=label, kind=FieldKind.SIGNATURE, value="")
    return Field(label=label, kind=FieldKind.TEXT, value=" ".join(_text(value).split()))


def _options(options: Any) -> Iterator[str]:
    for option in list(options or ())[:_MOST_OPTIONS]:
        told = option.get_object() if hasattr(option, "get_object") else option
        yield _text(told[-1] if isinstance(told, list) else told)


def _chosen(value: Any, thing: Any) -> str:
    chosen = [_text(each) for each in value] if isinstance(value, list) else [_text(value)]
    names = {}
    for option in list(_inherited(thing, "/Opt") or ())[:_MOST_OPTIONS]:
        told = option.get_object() if hasattr(option, "get_object") else option
        if isinstance(told, list) and len(told) == 2:
            names[_text(told[0])] = _text(told[1])
    return ", ".join(names.get(each, each) for each in chosen if each)


def _inherited(thing: Any, key: str) -> Any:
    """Give an entry of a field or of those above it."""
    for _ in range(8):
        if key in thing:
            return _value(thing, key)
        parent = _value(thing, "/Parent")
        if parent is None:
            return None
        thing = parent
    return None


def _value(thing: Any, key: str) -> Any:
    found: Any = thing.get(key)
    return found.get_object() if hasattr(found, "get_object") else found


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bytes):
        marked = value[:2] in (b"\xfe\xff", b"\xff\xfe")
        return value.decode("utf-16" if marked else "latin-1", "replace")
    if hasattr(value, "get_data"):
        return str(value.get_data().decode("utf-8", "replace"))
    return str(value).removeprefix("/") if not isinstance(value, dict) else ""


def _title(reader: PdfReader) -> str:
    try:
        told = reader.metadata
        return " ".join(str(told.get("/Title") or "").split()) if told is not None else ""
    except _BROKEN:
        return ""


def _has_active(root: Any) -> bool:
    try:
        action = _value(root, "/OpenAction")
        kind = _value(action, "/S") if isinstance(action, dict) else None
        runs = kind in ("/JavaScript", "/Launch")
        names = _value(root, "/Names")
        scripts = isinstance(names, dict) and "/JavaScript" in names
        return bool(runs or scripts or "/AA" in root)
    except _BROKEN:
        return False


def _attachments(reader: PdfReader) -> list[str]:
    try:
        return list(reader.attachments)[:100]
    except _BROKEN:
        return []
