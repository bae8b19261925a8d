"""What a reader of one kind of document gives back, inside the child process and across to us."""

from dataclasses import dataclass

from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import DocumentTree, Trust
from mailbox_store.model.warned import Warned

MOST_CHARACTERS = 5_000_000
NOTHING = DocumentTree(trust=Trust.PLAIN, blocks=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """A document's tree as found, not yet made plain; or why there is none.

    `warnings` and `pages` are for what has no tree; a tree brings its own.
    """

    reading: Reading
    tree: DocumentTree = NOTHING
    warnings: tuple[Warned, ...] = ()
    pages: int | None = None
