"""The register: who has a mailbox here, who may be written to, and which senders are vouched for.

Everything is data; the sentences are made in `command`.
"""

from dataclasses import dataclass

from mailbox_store.access import OPERATOR
from mailbox_store.mailbox import Clock
from mailbox_store.model.errors import MailboxNotFound, NotANumber
from mailbox_store.model.mailbox_facts import MailboxFacts, Registration
from mailbox_store.model.party import IdType, Party, party_from_number
from mailbox_store.repository import Repository


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """Everything in the register."""

    mailboxes: tuple[MailboxFacts, ...]
    authorities: tuple[Party, ...]


async def register(
    number: str, *, name: str = "", exempt: bool = False, into: Repository, now: Clock
) -> MailboxFacts:
    """Make a mailbox for a number, or open a closed one again with all it held.

    `exempt`: only mandatory letters reach it. Raises `NotANumber`.
    """
    owner = party_from_number(number, name=name)
    made = await into.make_mailbox(owner, at=now(), actor=OPERATOR)
    if not exempt:
        return made
    await into.set_registration(made.id, Registration.EXEMPT, at=now(), actor=OPERATOR)
    return await _mailbox_of(owner, into)


async def unregister(number: str, *, into: Repository, now: Clock) -> MailboxFacts:
    """Close a mailbox: nothing more is delivered to it, and every letter in it stays.

    Raises `NotANumber`, `MailboxNotFound`.
    """
    owner = party_from_number(number)
    found = await _mailbox_of(owner, into)
    await into.set_registration(found.id, Registration.CLOSED, at=now(), actor=OPERATOR)
    return await _mailbox_of(owner, into)


async def register_authority(number: str, *, name: str, into: Repository) -> Party:
    """Vouch for a sender: its letters through the post office show as verified."""
    authority = _authority(number, name=name)
    await into.register_authority(authority)
    return authority


async def unregister_authority(number: str, *, into: Repository) -> Party:
    """Stop vouching for a sender. Raises `MailboxNotFound` if nobody did."""
    authority = _authority(number, name="")
    if not await into.unregister_authority(authority):
        raise MailboxNotFound(name=authority.masked_number)
    return authority


async def registered(store: Repository) -> Registered:
    """Give the whole register."""
    return Registered(mailboxes=await store.mailboxes(), authorities=await store.authorities())


def _authority(number: str, *, name: str) -> Party:
    """Read an authority's number: authorities are companies, never people."""
    authority = party_from_number(number, name=name)
    if authority.id_type is not IdType.CVR:
        raise NotANumber(text=number)
    return authority


async def _mailbox_of(owner: Party, into: Repository) -> MailboxFacts:
    found = await into.mailbox_of(owner.id_type, owner.number)
    if found is None:
        raise MailboxNotFound(name=owner.masked_number)
    return found
