"""Which reader reads which kind of file: the one table, used inside the child process.

A reader takes a file's bytes and gives an `Extract`. Each is loaded only when its kind comes: the
libraries behind them take 60 to 120 ms.
"""

import codecs
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import Any

from accessibility.documents import kinds
from accessibility.documents.decoding import text_of_bytes
from accessibility.documents.extract import Extract
from accessibility.documents.frames import Asked

_HERE = "accessibility.documents"
_READERS = {
    kinds.TEXT: "plain_paragraphs:read_text",
    kinds.HTML: "html:read_html",
    kinds.PDF: "pdf.reader:read_pdf",
    kinds.DOCX: "docx:read_docx",
    kinds.ODT: "odt:read_odt",
    kinds.RTF: "rtf:read_rtf",
    kinds.MAIL: "mail:read_mail",
    kinds.CALENDAR: "calendar_entries:read_calendar",
    kinds.CSV: "csv_rows:read_csv",
}
_PICTURES = "ocr.reader:read_picture"
_SCANNED_PAGES = "ocr.reader:read_scan_page"


def can_read(kind: str) -> bool:
    """Tell whether there is a reader for a kind of file."""
    return kind in _READERS or kind in kinds.PICTURES


def load_reader(asked: Asked) -> Callable[[bytes], Extract]:
    """Load the reader of what is asked, with its libraries; it finishes what it reads."""
    if asked.page:
        read_page = _loaded(_SCANNED_PAGES)
        return lambda content: _finished(read_page(content, asked.page), asked.kind)
    read = _loaded(_READERS.get(asked.kind, _PICTURES))
    if asked.password and asked.kind == kinds.PDF:
        return lambda content: _finished(read(content, password=asked.password), asked.kind)
    if asked.kind == kinds.TEXT:
        return lambda content: _finished(read(content, charset=asked.charset), asked.kind)
    if asked.kind == kinds.HTML and asked.charset:  # the letter's word goes before the page's
        return lambda content: _finished(read(_as_utf8(content, asked.charset)), asked.kind)
    return lambda content: _finished(read(content), asked.kind)


def _as_utf8(content: bytes, charset: str) -> bytes:
    text = text_of_bytes(content, declared=charset)
    return codecs.BOM_UTF8 + text.encode("utf-8", errors="replace")


def _loaded(place: str) -> Callable[..., Extract]:
    _loaded_finishers()
    module, _, name = place.partition(":")
    reader: Callable[..., Extract] = getattr(import_module(f"{_HERE}.{module}"), name)
    return reader


def _loaded_finishers() -> tuple[Any, ...]:
    from accessibility.documents.differing_links import differing_links  # 20 ms with the others:
    from accessibility.documents.plain_tree import plain_tree  # only in the child, which
    from accessibility.documents.spoken_languages import in_spoken_languages  # has them before
    from accessibility.facts.finding import facts_in  # it forks
    from accessibility.readability.verdict import readability_of

    return plain_tree, in_spoken_languages, differing_links, facts_in, readability_of


def _finished(extract: Extract, kind: str) -> Extract:
    """Make a tree plain, and tell its facts and how well it can be listened to."""
    plain_tree, in_spoken_languages, differing_links, facts_in, readability_of = _loaded_finishers()
    tree = replace(
        extract.tree,
        warnings=tuple(dict.fromkeys((*extract.tree.warnings, *extract.warnings))),
        pages=extract.tree.pages or extract.pages,
    )
    tree = plain_tree(tree)
    tree = replace(tree, warnings=tree.warnings + differing_links(tree))
    verdict = readability_of(tree, kind=kind, reading=extract.reading)
    tree = replace(tree, readability=verdict)
    tree = in_spoken_languages(tree)
    tree = replace(tree, facts=facts_in(tree))  # "1.234" is another number in English
    return Extract(reading=extract.reading, tree=tree)
