"""The queue of documents to be read: one for a whole store, emptied by whichever process runs.

It survives every death: what was lent and not given back is lent again when its lease ends.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from mailbox_store.model.letter import LetterId, MailboxId
from mailbox_store.model.waiting import DocumentRead, WaitingDocument


class ReadingQueue(Protocol):
    """What every backend lends and keeps; each method is one transaction."""

    async def claim(
        self,
        *,
        at: datetime,
        lease: timedelta,
        limit: int,
        of: tuple[MailboxId, LetterId] | None = None,
    ) -> tuple[WaitingDocument, ...]:
        """Lend documents to be read, until the lease ends; of one letter, or the newest of all."""
        ...

    async def keep(
        self, document: WaitingDocument, read: DocumentRead, *, at: datetime, lease: timedelta
    ) -> bool:
        """Keep what was read and index its words; False if the letter is gone meanwhile.

        What is not whole yet stays lent for another lease.
        """
        ...

    async def give_back(self, documents: Sequence[WaitingDocument]) -> None:
        """Put lent documents back into the queue at once."""
        ...

    async def count(self, of: tuple[MailboxId, LetterId] | None = None) -> int:
        """Count the documents to be read: of one letter, or of all; lent ones included."""
        ...
