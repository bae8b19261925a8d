"""DOCX to the tree: mammoth makes HTML of it, our HTML reader the rest. In the child process only.

What mammoth would lose is made ready before (`docx_preparing`); headers and footers, which it
leaves out, are kept beside the text.
"""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element, ParseError
from xml.parsers.expat import ExpatError

import mammoth

from accessibility.documents.docx_marks import Marks
from accessibility.documents.docx_notes import with_plain_notes
from accessibility.documents.docx_numbering import Numbering
from accessibility.documents.docx_package import NotPlain, Parts, TooMuch, packed, parts_of, related
from accessibility.documents.docx_preparing import TIGHT, Preparing
from accessibility.documents.docx_styles import Styles
from accessibility.documents.docx_xml import parsed, text_in, w, written
from accessibility.documents.extract import Extract
from accessibility.documents.html import read_markup
from accessibility.documents.html_manner import language_tag
from accessibility.plain_text import one_line
from mailbox_store.model.document import Reading
from mailbox_store.model.warned import Warned

_STYLES = f"u => u\nstrike => s\np.{TIGHT} => div:fresh\n"
_BOXES = {"☐": "<input type=checkbox>"} | dict.fromkeys("☑☒", "<input type=checkbox checked>")
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MOST_REMOVED = 100  # lines
_MOST_TITLE = 300  # characters
_NOT_A_PACKAGE = (
    zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, NotPlain
)  # fmt: skip
_BROKEN = (
    ExpatError,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    RecursionError,
    ParseError,
)


def read_docx(content: bytes) -> Extract:
    """Give the tree of a Word document; pictures in it are left unopened."""
    try:
        parts = parts_of(content)
    except TooMuch:
        return Extract(reading=Reading.UNREADABLE, warnings=(Warned(code="too-large"),))
    except _NOT_A_PACKAGE:
        return Extract(reading=Reading.UNREADABLE)
    except RuntimeError:  # what the library raises for a member with a password
        return Extract(reading=Reading.ENCRYPTED)
    try:
        return _read(parts)
    except _BROKEN:  # XML that no word processor writes, or that nests without end
        return Extract(reading=Reading.UNREADABLE)


def _read(parts: Parts) -> Extract:
    (main, *_) = related(parts, "", "officeDocument") or ["word/document.xml"]
    for name in [name for name in parts if name != main and not _is_whole(parts[name])]:
        del parts[name]  # a broken style sheet shall not take the words along
    marks = Marks()
    preparing = Preparing(
        Styles(_first(parts, main, "styles")), Numbering(_first(parts, main, "numbering")), marks
    )
    notes = [*related(parts, main, "footnotes"), *related(parts, main, "endnotes")]
    for name in dict.fromkeys([main, *notes]):
        root = parsed(parts[name])
        preparing.body(root)
        parts[name] = written(root)
    del root
    converted = mammoth.convert_to_html(
        packed(parts),
        style_map=_STYLES,
        ignore_empty_paragraphs=False,
        external_file_access=False,
        convert_image=mammoth.images.img_element(lambda _: {}),
    )
    html = with_plain_notes(converted.value)
    for sign, box in _BOXES.items():
        html = html.replace(sign, box)
    language = language_tag(preparing.language)
    found = read_markup(f'<html lang="{language}">{marks.replaced(html)}', has_labels=True)
    warnings = found.warnings
    hidden = Warned(code="hidden-text")
    if preparing.found_hidden and hidden not in warnings:
        warnings = (*warnings, hidden)
    tree = found.tree and replace(
        found.tree,
        title=_title(parts),
        warnings=warnings,
        removed=tuple(dict.fromkeys(_running(parts, main)))[:_MOST_REMOVED],
    )
    return replace(found, tree=tree, warnings=warnings)


def _is_whole(part: bytes) -> bool:
    try:
        parsed(part)
    except ParseError:
        return False
    return True


def _first(parts: Parts, main: str, kind: str) -> Element | None:
    names = related(parts, main, kind)
    return parsed(parts[names[0]]) if names else None


def _running(parts: Parts, main: str) -> Iterator[str]:
    """Give the lines of running headers and footers."""
    for kind in ("header", "footer"):
        for name in related(parts, main, kind):
            for paragraph in parsed(parts[name]).iter(w("p")):
                if line := one_line(text_in(paragraph)[:10_000]):
                    yield line


def _title(parts: Parts) -> str:
    core = parts.get("docProps/core.xml")
    title = parsed(core).findtext(_TITLE) if core else None
    return one_line(title or "", limit=_MOST_TITLE)
