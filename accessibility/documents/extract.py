"""What a reader of one kind of document gives back, inside the child process and across to us."""

from dataclasses import dataclass

from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import DocumentTree
from mailbox_store.model.warned import Warned

MOST_CHARACTERS = 5_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """Text as found, not yet made plain."""

    reading: Reading
    tree: DocumentTree | None = None
    text: str = ""
    pages: int | None = None
    warnings: tuple[Warned, ...] = ()
