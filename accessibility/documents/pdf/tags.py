"""The tags of a PDF page: its structure tree, walked without recursion and with caps."""

import ctypes
from dataclasses import dataclass, field

import pypdfium2.raw as raw

_MOST_ELEMENTS = 20_000  # of a page
_MOST_CHILDREN = 2_000
_DEEPEST = 60
_LONGEST = 4_000  # bytes of a string


@dataclass(slots=True)
class Tag:
    """One element: its role, what the author says of it, and what is in it, in order."""

    role: str
    alt: str = ""
    actual: str = ""
    language: str = ""
    columns: int = 1
    rows: int = 1
    children: list["Tag | int"] = field(default_factory=list)  # an int is marked content


def tags_of(page: object) -> list[Tag]:
    """Give the page's outermost elements; none where it has no tags."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return []
    try:
        return _walked(tree)
    finally:
        raw.FPDF_StructTree_Close(tree)


def _walked(tree: object) -> list[Tag]:
    roots: list[Tag] = []
    waiting: list[tuple[object, list[Tag | int], int]] = []
    for at in range(min(raw.FPDF_StructTree_CountChildren(tree), _MOST_CHILDREN)):
        element = raw.FPDF_StructTree_GetChildAtIndex(tree, at)
        if element:
            tag = _tag(element)
            roots.append(tag)
            waiting.append((element, tag.children, 1))
    count = len(roots)
    while waiting:
        element, children, depth = waiting.pop()
        if depth > _DEEPEST:
            continue
        for at in range(min(max(raw.FPDF_StructElement_CountChildren(element), 0), _MOST_CHILDREN)):
            child = raw.FPDF_StructElement_GetChildAtIndex(element, at)
            if child:
                count += 1
                if count > _MOST_ELEMENTS:
                    return roots
                tag = _tag(child)
                children.append(tag)
                waiting.append((child, tag.children, depth + 1))
                continue
            content = raw.FPDF_StructElement_GetChildMarkedContentID(element, at)
            if content >= 0:
                children.append(content)
    return roots


def _tag(element: object) -> Tag:
    return Tag(
        role=_string(raw.FPDF_StructElement_GetType, element),
        alt=_string(raw.FPDF_StructElement_GetAltText, element),
        actual=_string(raw.FPDF_StructElement_GetActualText, element),
        language=_string(raw.FPDF_StructElement_GetLang, element),
        columns=_span(element, b"ColSpan"),
        rows=_span(element, b"RowSpan"),
    )


def _string(ask: object, element: object) -> str:
    length = ask(element, None, 0)  # type: ignore[operator] # a function of pdfium
    if not 2 < length <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(length)
    ask(element, buffer, length)  # type: ignore[operator] # likewise
    return " ".join(buffer.raw[: length - 2].decode("utf-16-le", "replace").split())


def _span(element: object, name: bytes) -> int:
    for at in range(min(max(raw.FPDF_StructElement_GetAttributeCount(element), 0), 8)):
        attributes = raw.FPDF_StructElement_GetAttributeAtIndex(element, at)
        value = raw.FPDF_StructElement_Attr_GetValue(attributes, name) if attributes else None
        number = ctypes.c_float()
        if value and raw.FPDF_StructElement_Attr_GetNumberValue(value, number):
            return min(max(int(number.value), 1), 100)
    return 1
