"""Documents that nobody has read yet are read when a chat opens their letter."""

from mailbox_store.mailbox import Clock, ReadFirst
from mailbox_store.model.letter import LetterId, MailboxId
from mailbox_store.repository import Repository

_PATIENCE = 10.0  # seconds a person waits for a document; what comes later is there next time


def read_first_in(repository: Repository, now: Clock) -> ReadFirst:
    """Give what reads a letter's documents out of the queue, before all others."""

    async def read_first(mailbox: MailboxId, letter: LetterId) -> None:
        from accessibility.documents.emptying import read_letter  # 15 ms: seldom wanted
        from accessibility.documents.reading import document_reader  # likewise

        with document_reader() as reader:
            await read_letter(
                repository.reading_queue,
                (mailbox, letter),
                reader=reader,
                now=now,
                patience=_PATIENCE,
            )

    return read_first
