"""Which mailbox a letter goes to: by the person's own hand, or by the operator's.

Two rules with one face: `ImportRouting` for `brevdue import`, `DeliverRouting` for
`brevdue-post deliver` and `watch`.
"""

from dataclasses import dataclass
from typing import Protocol

from mailbox_store.access import OPERATOR
from mailbox_store.mailbox import Clock
from mailbox_store.model.arriving import ArrivingLetter
from mailbox_store.model.errors import (
    ForSomebodyElse,
    NotANumber,
    NotUnderstood,
    RecipientNotRegistered,
)
from mailbox_store.model.letter import MailboxId, Origin
from mailbox_store.model.mailbox_facts import MailboxFacts, Registration
from mailbox_store.model.party import (
    IdType,
    Party,
    normal_number,
    party_from_number,
    without_cpr_numbers,
)
from mailbox_store.repository import Repository


@dataclass(frozen=True, slots=True, kw_only=True)
class Routed:
    """Where a letter goes; `new_owner` when the mailbox took its owner's number from it."""

    mailbox: MailboxId
    new_owner: Party | None = None


class Routing(Protocol):
    """A rule for where letters go."""

    @property
    def origin(self) -> Origin:
        """How letters come that are routed so."""
        ...

    @property
    def actor(self) -> str:
        """Who the audit log names for them."""
        ...

    async def route(self, letter: ArrivingLetter, *, is_memo: bool) -> Routed:
        """Give the mailbox of a letter. Raises `MailboxError` if it has none."""
        ...


class ImportRouting:
    """A person takes in their own letters.

    Mail and files go to their own mailbox. A MeMo goes to its recipient's, if the store holds
    it. A mailbox without a number takes that of the first MeMo; one with a number keeps it.
    """

    origin = Origin.IMPORT

    def __init__(self, repository: Repository, own: MailboxId, *, actor: str, now: Clock) -> None:
        """Route into `own` and, for a MeMo, into what else the store holds."""
        self._repository = repository
        self._own = own
        self._now = now
        self.actor = actor

    async def route(self, letter: ArrivingLetter, *, is_memo: bool) -> Routed:
        """Give the mailbox of a letter. Raises `ForSomebodyElse`."""
        if not is_memo:
            return Routed(mailbox=self._own)
        recipient = _in_normal_form(letter.recipient)
        found = await self._repository.mailbox_of(recipient.id_type, recipient.number)
        if found is not None and recipient.number:
            return Routed(mailbox=found.id)
        own = await self._repository.mailbox(self._own)
        if own is None or own.owner.id_type is not IdType.UNKNOWN or not _is_owner(recipient):
            raise ForSomebodyElse(masked_number=_masked(recipient))
        await self._repository.set_owner(self._own, recipient, at=self._now(), actor=self.actor)
        return Routed(mailbox=self._own, new_owner=recipient)


class DeliverRouting:
    """The operator delivers: by recipient number, to those who can be reached.

    With `register` an unknown recipient gets a mailbox; one that was closed or is exempt stays
    so. Mail and files name no number and are refused.
    """

    origin = Origin.POST_OFFICE
    actor = OPERATOR

    def __init__(self, repository: Repository, *, now: Clock, register: bool = False) -> None:
        """Route by the register of this store."""
        self._repository = repository
        self._now = now
        self._register = register

    async def route(self, letter: ArrivingLetter, *, is_memo: bool) -> Routed:
        """Give the mailbox of a letter. Raises `RecipientNotRegistered`, `NotUnderstood`."""
        recipient = _in_normal_form(letter.recipient)
        if not is_memo or not recipient.number:
            raise NotUnderstood(code="no-recipient-number")
        found = await self._repository.mailbox_of(recipient.id_type, recipient.number)
        if found is None and self._register and _is_owner(recipient):
            found = await self._repository.make_mailbox(recipient, at=self._now(), actor=self.actor)
        if found is None:
            raise RecipientNotRegistered(masked_number=_masked(recipient))
        if not _can_receive(found, letter):
            raise RecipientNotRegistered(
                masked_number=_masked(recipient), state=found.registration.value
            )
        return Routed(mailbox=found.id)


def _can_receive(mailbox: MailboxFacts, letter: ArrivingLetter) -> bool:
    if mailbox.registration is Registration.EXEMPT:
        return letter.is_mandatory
    return mailbox.registration is Registration.REGISTERED


def _in_normal_form(party: Party) -> Party:
    return Party(
        id_type=party.id_type, number=normal_number(party.id_type, party.number), name=party.name
    )


def _is_owner(party: Party) -> bool:
    """Tell whether a number is one that a mailbox can be made for: a CPR or a CVR number."""
    try:
        return party_from_number(party.number).id_type is party.id_type
    except NotANumber:
        return False


def _masked(party: Party) -> str:
    return without_cpr_numbers(party.masked_number)
