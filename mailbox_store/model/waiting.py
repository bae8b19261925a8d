"""A document on its way to being read: out of the store's queue, and back as a tree."""

from dataclasses import dataclass
from datetime import datetime

from mailbox_store.model.arriving import ArrivingFile
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import DocumentTree
from mailbox_store.model.letter import LetterId, MailboxId
from mailbox_store.model.query import DueKind


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingDocument:
    """A document whose files are to be read, lent to one reader until its lease ends.

    `tree` is what an earlier reader had before it was interrupted: a long scan goes on there.
    """

    mailbox: MailboxId
    letter: LetterId
    position: int  # among all the letter's documents, technical ones included
    received: datetime
    files: tuple[ArrivingFile, ...]
    tree: DocumentTree | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDue:
    """What a document's text says falls due; `label` quotes it."""

    kind: DueKind
    at: datetime
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRead:
    """What came of reading a document; `is_whole` is False while pages are still to come."""

    reading: Reading
    tree: DocumentTree
    text: str  # the tree's bare words, for search
    due: tuple[FoundDue, ...] = ()
    is_whole: bool = True
