"""The styles of an ODT document: bold, hidden, a heading, in which language, numbered how."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

Attributes: TypeAlias = dict[str, str]

_URNS = re.compile(r"\{urn:oasis:names:tc:opendocument:xmlns:([a-z-]+):1\.0\}")
_OTHERS = {
    "{http://www.w3.org/1999/xlink}": "xlink:",
    "{http://purl.org/dc/elements/1.1/}": "dc:",
    "{http://www.w3.org/XML/1998/namespace}": "xml:",
}
_SHORT = {"xsl-fo-compatible": "fo", "svg-compatible": "svg", "drawing": "draw"}
_HEADING = re.compile(
    r"(?:Heading|Overskrift)(?:_20_| |_)?([1-6])?(?:_20_Char)?|(Title|Titel)", re.IGNORECASE
)
_MOST_PARENTS = 20
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST_COUNTED = 4_000


@lru_cache(maxsize=4096)
def short(name: str) -> str:
    """Give "text:p" for a name with its namespace."""
    found = _URNS.match(name)
    if found:
        return f"{_SHORT.get(found[1], found[1])}:{name[found.end() :]}"
    space, _, local = name.rpartition("}")
    return _OTHERS.get(f"{space}}}", "") + local if space else local


@dataclass(slots=True)
class _Style:
    parent: str = ""
    name: str = ""
    level: int = 0
    list_style: str = ""
    bold: bool | None = None
    hidden: bool | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a level of a list is numbered; a bullet has no format."""

    number_format: str = ""
    before: str = ""
    after: str = ""
    start: int = 1

    def label(self, count: int) -> str:
        """Give the label of the item of that number."""
        number = _number(count, self.number_format)
        return f"{self.before}{number}{self.after}" if number else ""


@dataclass(slots=True)
class Styles:
    """All styles of a document, filled while its XML goes by."""

    _styles: dict[tuple[str, str], _Style] = field(default_factory=dict)
    _numberings: dict[tuple[str, int], Numbering] = field(default_factory=dict)
    _default: _Style = field(default_factory=_Style)
    _open: _Style | None = None
    _list: str = ""

    def start(self, name: str, attributes: Attributes) -> None:
        """Take in an element that says something about a style."""
        get = attributes.get
        if name in ("style:style", "style:default-style"):
            family = get("style:family", "")
            style = _Style(
                parent=get("style:parent-style-name", ""),
                name=get("style:display-name", get("style:name", "")),
                level=_small(get("style:default-outline-level", "")),
                list_style=get("style:list-style-name", ""),
            )
            self._open = style
            if name == "style:style":
                self._styles[family, get("style:name", "")] = style
            elif family == "paragraph":
                self._default = style
        elif name == "style:text-properties" and self._open is not None:
            _take_look(self._open, attributes)
        elif name == "text:list-style":
            self._list, self._open = get("style:name", ""), None
        elif name in ("text:list-level-style-number", "text:list-level-style-bullet"):
            is_number = name.endswith("number")
            self._numberings[self._list, _small(get("text:level", "1"))] = Numbering(
                number_format=get("style:num-format", "") if is_number else "",
                before=get("style:num-prefix", "")[:5],
                after=get("style:num-suffix", "")[:5],
                start=_small(get("text:start-value", "1"), most=_MOST_COUNTED),
            )

    def end(self) -> None:
        """Take in that a style has ended."""
        self._open = None

    def is_bold(self, family: str, name: str) -> bool:
        """Tell whether text in a style is bold."""
        return next((s.bold for s in self._chain(family, name) if s.bold is not None), False)

    def is_hidden(self, family: str, name: str) -> bool:
        """Tell whether text in a style is not shown."""
        return next((s.hidden for s in self._chain(family, name) if s.hidden is not None), False)

    def language(self, family: str, name: str) -> str:
        """Give the language of text in a style; empty if it is not told."""
        found = next((s.language for s in self._chain(family, name) if s.language), "")
        return found or (self._default.language if family == "paragraph" else "")

    def level(self, name: str) -> int:
        """Give the level of a heading by its paragraph's style, 0 if it is none."""
        for style in self._chain("paragraph", name):
            found = _HEADING.fullmatch(style.name)
            if style.level or (found and (found[1] or found[2])):
                return style.level or int((found and found[1]) or 1)
        return 0

    def list_style(self, name: str) -> str:
        """Give the list style that a paragraph's style names."""
        return next((s.list_style for s in self._chain("paragraph", name) if s.list_style), "")

    def numbering(self, name: str, depth: int) -> Numbering:
        """Give how a level of a list style is numbered."""
        return self._numberings.get((name, depth), Numbering())

    def _chain(self, family: str, name: str) -> Iterator[_Style]:
        for _ in range(_MOST_PARENTS):
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = style.parent


def _take_look(style: _Style, attributes: Attributes) -> None:
    weight = attributes.get("fo:font-weight", "")
    if weight:
        style.bold = weight == "bold" or (weight.isdigit() and int(weight[:4]) >= 600)
    if "text:display" in attributes:
        style.hidden = attributes["text:display"] == "none"
    language, country = attributes.get("fo:language", ""), attributes.get("fo:country", "")
    if language.isalpha() and language not in ("none", "zxx"):
        style.language = f"{language}-{country}" if country.isalnum() and country != "none" else (
            language
        )  # fmt: skip


def _small(text: str, *, most: int = 10) -> int:
    return min(int(text), most) if text.isdecimal() and len(text) < 9 else 0


def _number(count: int, number_format: str) -> str:
    if number_format == "1" or count > _MOST_COUNTED:
        return str(count)
    if number_format in ("a", "A") and 0 < count <= 26:
        letter = chr(ord("a") + count - 1)
        return letter.upper() if number_format == "A" else letter
    if number_format in ("i", "I"):
        written = ""
        for value, sign in _ROMAN:
            written, count = written + sign * (count // value), count % value
        return written.upper() if number_format == "I" else written
    return str(count) if number_format else ""
