"""The names of WordprocessingML, and how its small values are read."""

from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_OFF = ("0", "false", "off", "none")


def parsed(part: bytes) -> Element:
    """Parse a part of a package. Raises `ElementTree.ParseError`."""
    return ElementTree.fromstring(part)  # noqa: S314 - `docx_package` has refused all entities


def written(root: Element) -> bytes:
    """Write a part back."""
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


@cache
def w(name: str) -> str:
    """Give the full name of an element or attribute of Word's."""
    return _WORD + name


def w14(name: str) -> str:
    """Give the full name of one of Word 2010's."""
    return _WORD_2010 + name


def mc(name: str) -> str:
    """Give the full name of one that offers choices to older programs."""
    return _CHOICES + name


def math(name: str) -> str:
    """Give the full name of one of a formula."""
    return _MATHS + name


def at(element: Element | None, *path: str) -> Element | None:
    """Follow a path of Word's elements down."""
    for name in path:
        element = element.find(w(name)) if element is not None else None
    return element


def properties_of(element: Element) -> Element | None:
    """Give the properties of a paragraph or a run: they stand first, before any number of runs."""
    first = element[0] if len(element) else None
    return first if first is not None and first.tag in (w("pPr"), w("rPr")) else None


def value(element: Element | None, *path: str) -> str:
    """Give the value of an element down a path; empty if there is none."""
    found = at(element, *path)
    return "" if found is None else found.get(w("val")) or ""


def is_on(element: Element | None, *path: str) -> bool | None:
    """Tell whether a switch is on; None where it is not set."""
    found = at(element, *path)
    return None if found is None else (found.get(w("val")) or "1") not in _OFF


def number_in(text: str) -> int | None:
    """Read a number; None if it is none of a sensible size."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None


def text_in(element: Element) -> str:
    """Give the words in an element, tabs and line ends as blanks."""
    return "".join(_texts(element))


def run_of(text: str) -> Element:
    """Make a run of text."""
    run = Element(w("r"))
    words = Element(w("t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    words.text = text
    run.append(words)
    return run


def _texts(element: Element) -> Iterator[str]:
    for each in element.iter():
        if each.tag == w("t"):
            yield each.text or ""
        elif each.tag in (w("tab"), w("br"), w("cr"), w("p")):
            yield " "
