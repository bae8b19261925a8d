"""Choosing which of a document's files to read, and reading it into a tree.

Every kind of file goes through the child process (`child`, `worker`), for it is parsed by large
libraries and comes from strangers. Nothing here raises for what is in a file: the outcome is a
`Reading`. The sentences for each are made by the faces.

Warnings: "cut" (too long, the rest is in the file), "hidden-text" (left out), "hidden-characters"
(invisible or direction-turning ones were taken out), "link-differs" (detail: the words of the
link), "page-unreadable" (detail: number), "variant-unreadable" (detail: media type), "too-large",
and those that the readers of the kinds name.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Self

from accessibility.documents import kinds
from accessibility.documents.child import Child
from accessibility.documents.extract import NOTHING, Extract
from accessibility.documents.frames import MOST_CONTENT, Asked
from accessibility.documents.joined_trees import joined
from accessibility.documents.limits import Limits
from accessibility.documents.readers import can_read
from accessibility.documents.scanned_pages import pictures_in, with_page
from accessibility.tree_text import tree_text
from mailbox_store.model.arriving import ArrivingFile
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import DocumentTree
from mailbox_store.model.warned import Warned

_BEST_FIRST = (
    kinds.TEXT, kinds.HTML, kinds.PDF, kinds.DOCX, kinds.ODT, kinds.RTF,
    kinds.CALENDAR, kinds.CSV, kinds.MAIL, *kinds.PICTURES,
)  # fmt: skip
_MOST_TELLING = (Reading.ENCRYPTED, Reading.UNREADABLE, Reading.NO_TEXT, Reading.UNKNOWN_TYPE)
_CHARSET = re.compile(r";\s*charset\s*=\s*\"?([\w.:-]{1,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """What a document says, safe to write anywhere, or why nothing can be told.

    `pages_to_come` are the pages that are pictures; each is read by `Reader.read_page`.
    """

    reading: Reading
    tree: DocumentTree = NOTHING
    pages_to_come: tuple[int, ...] = ()

    @property
    def warnings(self) -> tuple[Warned, ...]:
        """What is doubtful about it."""
        return self.tree.warnings


@contextmanager
def document_reader(*, limits: Limits | None = None) -> Iterator["Reader"]:
    """Lend a reader; its child process ends with the `with`."""
    with Reader(limits=limits) as reader:
        yield reader


class Reader:
    """Reads documents; holds one child process, started when first needed. Safe in threads."""

    def __init__(self, *, limits: Limits | None = None) -> None:
        """Take the limits for each document; without any, the usual ones."""
        self._child = Child(limits or Limits())

    def __enter__(self) -> Self:
        """Begin; nothing is started yet."""
        return self

    def __exit__(self, *error: object) -> None:
        """End the child process."""
        self._child.close()

    def read(self, files: Sequence[ArrivingFile], *, password: str = "") -> ReadDocument:
        """Read a document from the best of its files: text, then HTML, PDF, DOCX and the others.

        Files of the same kind and language but different content are all read, in order; a
        better variant that fails gives way to the next.
        """
        told = [(_kind(file), file) for file in files]
        failed: list[tuple[str, Extract]] = []
        for kind in _BEST_FIRST:
            same = _same_language([file for its_kind, file in told if its_kind == kind])
            extracts = [self._extract(kind, file, password) for file in same]
            failed += [(kind, e) for e in extracts if not _is_something(e)]
            if read := [e.tree for e in extracts if _is_something(e)]:
                return so_far(joined(read), _unread(failed))
        failed += [(k, Extract(reading=_without_reader(k))) for k, _ in told if not can_read(k)]
        return _most_telling([extract for _, extract in failed])

    def read_whole(self, files: Sequence[ArrivingFile], *, password: str = "") -> ReadDocument:
        """Read a document with all its pages that are pictures: some seconds for each of them."""
        read = self.read(files, password=password)
        while read.pages_to_come:
            read = self.read_page(files, read.tree, read.pages_to_come[0])
        return read

    def read_page(
        self, files: Sequence[ArrivingFile], tree: DocumentTree, page: int
    ) -> ReadDocument:
        """Read one page of a scan into the tree made so far: what is there stays."""
        told = [(_kind(file), file) for file in files]
        same = _same_language([file for kind, file in told if kind == kinds.PDF])
        asked = Asked(kind=kinds.PDF, page=page)
        if len(same) == 1:
            found = self._child.read(asked, same[0].content)
        else:  # pages of several files: no number names one of them
            found = Extract(reading=Reading.UNREADABLE)
        return so_far(with_page(tree, page, found))

    def _extract(self, kind: str, file: ArrivingFile, password: str) -> Extract:
        if len(file.content) > MOST_CONTENT:
            too_large = replace(NOTHING, warnings=(Warned(code="too-large"),))
            return Extract(reading=Reading.UNREADABLE, tree=too_large)
        found = _CHARSET.search(file.declared_type)
        charset = found[1] if found else ""
        asked = Asked(kind=kind, name=file.name, charset=charset, password=password)
        extract = self._child.read(asked, file.content)
        if extract.reading is Reading.READ and not _has_words(extract.tree):
            return replace(extract, reading=Reading.NO_TEXT)
        return extract


def so_far(tree: DocumentTree, more: Sequence[Warned] = ()) -> ReadDocument:
    """Tell how far a document is read, by its tree: pages that are pictures are still to come."""
    to_come = pictures_in(tree)
    return ReadDocument(
        reading=Reading.READ if _has_words(tree) else Reading.NO_TEXT,
        tree=replace(tree, warnings=tuple(dict.fromkeys((*tree.warnings, *more)))),
        pages_to_come=to_come,
    )


def _has_words(tree: DocumentTree) -> bool:
    return bool(tree_text(tree).strip())


def _kind(file: ArrivingFile) -> str:
    return kinds.kind_of(file.content, name=file.name, declared=file.declared_type)


def _same_language(files: list[ArrivingFile]) -> list[ArrivingFile]:
    """Keep those in the language of the first, each content once."""
    first = [f for f in files if f.language.lower() == files[0].language.lower()]
    return list({file.content: file for file in first}.values())


def _is_something(extract: Extract) -> bool:
    """Tell whether a file says something, or will when its pictures are read."""
    return extract.reading is Reading.READ or bool(pictures_in(extract.tree))


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
                return ReadDocument(reading=reading, tree=extract.tree)
    return ReadDocument(reading=Reading.NO_TEXT)
