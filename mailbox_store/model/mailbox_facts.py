"""Whose mailbox it is and whether it may be written to: the register's entries."""

from dataclasses import dataclass
from enum import StrEnum

from mailbox_store.model.letter import MailboxId
from mailbox_store.model.party import Party


class Registration(StrEnum):
    """The national API's public registration status."""

    REGISTERED = "REGISTERED"
    EXEMPT = "EXEMPT"
    CLOSED = "CLOSED"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailboxFacts:
    """One mailbox of the store, as the register knows it."""

    id: MailboxId
    owner: Party
    registration: Registration
    unread: int
    total: int


def mailbox_id_text(mailbox: MailboxId) -> str:
    """Write a mailbox's id as people type it: M1."""
    return f"M{mailbox}"
