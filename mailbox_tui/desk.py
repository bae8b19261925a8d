"""What a verb is given: words, a place to write, a clock, and the way to the right mailbox."""

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial

from accessibility.spoken_dates import local
from accessibility.wording import Say
from mailbox_store.access import Identity
from mailbox_store.mailbox import Clock, Mailbox, open_mailbox
from mailbox_store.model.errors import MailboxNotFound
from mailbox_store.model.letter import LetterId, MailboxId
from mailbox_store.model.mailbox_facts import MailboxFacts
from mailbox_store.model.party import party_from_number
from mailbox_store.opening import open_store
from mailbox_store.repository import Repository
from mailbox_tui.output import Output
from mailbox_tui.settings import Settings

_PATIENCE = 10.0  # seconds a person waits for a document; what comes later is there next time
_MAILBOX_ID = re.compile(r"[Mm]([1-9][0-9]{0,17})")


class NoMailboxYetError(Exception):
    """The store has no mailbox."""


class WhichMailboxError(Exception):
    """The store has several mailboxes and nobody said which."""


class StoppedError(Exception):
    """A sentence to end with; `code` is the exit code. For what only a face can refuse."""

    def __init__(self, text: str, *, code: int = 1) -> None:
        """Take the sentence, in the person's language."""
        super().__init__()
        self.text = text
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One command's surroundings."""

    say: Say
    out: Output
    now: Clock
    environment: Mapping[str, str]
    settings: Settings
    store_url: str
    mailbox_name: str  # as typed or set; empty: the only one

    @property
    def today(self) -> date:
        """Today in Danish time."""
        return local(self.now()).date()

    @asynccontextmanager
    async def open_store(self) -> AsyncIterator[Repository]:
        """Open the store for a block. Raises `StoreMissing` and its kin."""
        async with open_store(self.store_url, now=self.now) as repository:
            yield repository

    @asynccontextmanager
    async def open_mailbox(self) -> AsyncIterator[Mailbox]:
        """Open the person's mailbox for a block, as its owner."""
        async with self.open_store() as repository:
            facts = await chosen_mailbox(repository, self.mailbox_name)
            yield await self.as_owner(facts, repository)

    async def as_owner(self, facts: MailboxFacts, repository: Repository) -> Mailbox:
        """Open a mailbox as its owner: who may open the store file is the only login for now."""
        return await open_mailbox(
            facts.id,
            who=Identity(party=facts.owner),
            repository=repository,
            now=self.now,
            read_first=partial(self._read_first, repository),
        )

    async def _read_first(
        self, repository: Repository, mailbox: MailboxId, letter: LetterId
    ) -> None:
        """Have a letter's documents read that nobody has read yet."""
        from accessibility.documents.emptying import read_letter  # 15 ms: seldom wanted
        from accessibility.documents.reading import document_reader  # likewise

        with document_reader() as reader:
            await read_letter(
                repository.reading_queue,
                (mailbox, letter),
                reader=reader,
                now=self.now,
                patience=_PATIENCE,
            )


async def chosen_mailbox(repository: Repository, name: str) -> MailboxFacts:
    """Find a mailbox by M-id or number; without a name the only one there is.

    Raises `MailboxNotFound`, `NotANumber`, `NoMailboxYetError`, `WhichMailboxError`.
    """
    if found := _MAILBOX_ID.fullmatch(name.strip()):
        facts = await repository.mailbox(MailboxId(int(found[1])))
    elif name:
        party = party_from_number(name)
        facts = await repository.mailbox_of(party.id_type, party.number)
    else:
        mailboxes = await repository.mailboxes()
        if not mailboxes:
            raise NoMailboxYetError
        if len(mailboxes) > 1:
            raise WhichMailboxError
        facts = mailboxes[0]
    if facts is None:
        raise MailboxNotFound(name=name)
    return facts
