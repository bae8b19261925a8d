"""Choosing which of a document's files to read, and reading it: what the post office calls.

Text is read here; HTML, PDF and DOCX go through the child process (`child`, `worker`), for they
are parsed by large libraries and come from strangers. Nothing here raises for what is in a file:
the outcome is a `Reading`. The sentences for each are made by the faces.

Warnings: "cut" (too long, the rest is in the file), "hidden-text" (left out), "hidden-characters"
(invisible or direction-turning ones were taken out), "type-differs" (detail: what the sender
called it), "link-differs" (detail: the words of the link), "page-unreadable" (detail: number),
"variant-unreadable" (detail: media type), "too-large".
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

from accessibility.documents import kinds
from accessibility.documents.child import Child
from accessibility.documents.decoding import text_of_bytes
from accessibility.documents.extract import MOST_CHARACTERS, Extract
from accessibility.documents.frames import MOST_CONTENT
from accessibility.documents.limits import Limits
from accessibility.plain_text import hides_text, plain
from mailbox_store.model.arriving import ArrivingFile
from mailbox_store.model.document import Reading
from mailbox_store.model.warned import Warned

_BEST_FIRST = (kinds.TEXT, kinds.HTML, kinds.PDF, kinds.DOCX)
_IN_CHILD = {kinds.HTML: b"HTML", kinds.PDF: b"PDF ", kinds.DOCX: b"DOCX"}
_MOST_TELLING = (Reading.ENCRYPTED, Reading.UNREADABLE, Reading.NO_TEXT, Reading.UNKNOWN_TYPE)
_SAYS_NOTHING = frozenset(["", kinds.UNKNOWN, "application/binary", "binary/octet-stream"])
_SAME = {
    "application/x-pdf": kinds.PDF,
    "application/xhtml+xml": kinds.HTML,
    "application/msword": kinds.DOCX,
}
_CHARSET = re.compile(r";\s*charset\s*=\s*\"?([\w.:-]{1,40})", re.IGNORECASE)
_MOST_TEXT_BYTES = 4 * MOST_CHARACTERS
_UTF8_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """The text of a document, safe to write anywhere, or why there is none."""

    reading: Reading
    text: str = ""
    pages: int | None = None
    warnings: tuple[Warned, ...] = ()


ReadFiles = Callable[[Sequence[ArrivingFile]], ReadDocument]


@contextmanager
def document_reader(*, limits: Limits | None = None) -> Iterator[ReadFiles]:
    """Lend the function that reads a document; its child process ends with the `with`."""
    with Reader(limits=limits) as reader:
        yield reader.read


class Reader:
    """Reads documents; holds one child process, started when first needed. Safe in threads."""

    def __init__(self, *, limits: Limits | None = None) -> None:
        self._child = Child(limits or Limits())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._child.close()

    def read(self, files: Sequence[ArrivingFile]) -> ReadDocument:
        """Read a document from the best of its files: text, then HTML, PDF, DOCX.

        Files of the same kind and language but different content are all read, in order; a
        better variant that fails gives way to the next.
        """
        told = [(kinds.kind_of(f.content, name=f.name, declared=f.declared_type), f) for f in files]
        failed: list[tuple[str, Extract]] = []
        for kind in _BEST_FIRST:
            same = _same_language([file for its_kind, file in told if its_kind == kind])
            extracts = [self._extract(kind, file) for file in same]
            failed += [(kind, e) for e in extracts if e.reading is not Reading.READ]
            read = [e for e in extracts if e.reading is Reading.READ]
            if read:
                return _document(read, _unread(failed))
        failed += [
            (k, Extract(reading=_without_reader(k))) for k, _ in told if k not in _BEST_FIRST
        ]
        return _most_telling([extract for _, extract in failed])

    def _extract(self, kind: str, file: ArrivingFile) -> Extract:
        if len(file.content) > MOST_CONTENT:
            too_large = (Warned(code="too-large"),)
            return Extract(reading=Reading.UNREADABLE, warnings=too_large)
        if kind == kinds.TEXT:
            found = _text(file)
        else:
            found = self._child.read(_IN_CHILD[kind], _marked(kind, file))
        text, was_cut = _capped(plain(found.text), was_cut=len(found.text) > MOST_CHARACTERS)
        warnings = list(found.warnings)
        if was_cut:
            warnings.append(Warned(code="cut"))
        if hides_text(found.text):
            warnings.append(Warned(code="hidden-characters"))
        if declared := _differing(kind, file.declared_type):
            warnings.append(Warned(code="type-differs", detail=declared))
        reading = found.reading
        if reading is Reading.READ and not text.strip():
            reading = Reading.NO_TEXT
        return Extract(reading=reading, text=text, pages=found.pages, warnings=tuple(warnings))


def _same_language(files: list[ArrivingFile]) -> list[ArrivingFile]:
    """Keep those in the language of the first, each content once."""
    first = [f for f in files if f.language.lower() == files[0].language.lower()]
    return list({file.content: file for file in first}.values())


def _text(file: ArrivingFile) -> Extract:
    content = file.content[:_MOST_TEXT_BYTES]
    was_cut = len(content) < len(file.content)
    text = text_of_bytes(content, declared=_charset(file))
    warnings = (Warned(code="cut"),) if was_cut else ()
    return Extract(reading=Reading.READ, text=text, warnings=warnings)


def _marked(kind: str, file: ArrivingFile) -> bytes:
    """Give the bytes for the child; HTML in a declared character set becomes marked UTF-8."""
    charset = _charset(file) if kind == kinds.HTML else ""
    if not charset:
        return file.content
    text = text_of_bytes(file.content, declared=charset)
    return _UTF8_MARK + text.encode("utf-8", errors="replace")


def _charset(file: ArrivingFile) -> str:
    found = _CHARSET.search(file.declared_type)
    return found[1] if found else ""


def _capped(text: str, *, was_cut: bool) -> tuple[str, bool]:
    return text[:MOST_CHARACTERS].strip("\n"), was_cut or len(text) > MOST_CHARACTERS


def _differing(kind: str, declared: str) -> str:
    """Give what the sender called it if the bytes are something else."""
    named = declared.partition(";")[0].strip().lower()
    named = _SAME.get(named, named)
    if named in _SAYS_NOTHING or named == kind:
        return ""
    both_are_text = named.startswith("text/") and kind.startswith("text/")
    return "" if both_are_text else plain(named)[:100]


def _document(read: list[Extract], more: list[Warned]) -> ReadDocument:
    """Put together what was read; a document in two files has the pages of both."""
    text = "\n\n".join(extract.text for extract in read)
    warnings = [warned for extract in read for warned in extract.warnings] + more
    if len(text) > MOST_CHARACTERS:
        text = text[:MOST_CHARACTERS]
        warnings.append(Warned(code="cut"))
    pages = [extract.pages for extract in read if extract.pages is not None]
    return ReadDocument(
        reading=Reading.READ,
        text=text,
        pages=sum(pages) if pages else None,
        warnings=_safe(warnings),
    )


def _unread(failed: list[tuple[str, Extract]]) -> list[Warned]:
    lost = (Reading.UNREADABLE, Reading.ENCRYPTED)
    return [Warned(code="variant-unreadable", detail=k) for k, e in failed if e.reading in lost]


def _without_reader(kind: str) -> Reading:
    if kind == kinds.EMPTY or kind.startswith("image/"):
        return Reading.NO_TEXT
    return Reading.UNKNOWN_TYPE


def _most_telling(failed: list[Extract]) -> ReadDocument:
    for reading in _MOST_TELLING:
        for extract in failed:
            if extract.reading is reading:
                return ReadDocument(
                    reading=reading, pages=extract.pages, warnings=_safe(extract.warnings)
                )
    return ReadDocument(reading=Reading.NO_TEXT)


def _safe(warnings: Sequence[Warned]) -> tuple[Warned, ...]:
    """Give each warning once, with details that may be shown."""
    made = (Warned(code=plain(w.code)[:40], detail=plain(w.detail)[:200]) for w in warnings)
    return tuple(dict.fromkeys(made))
