"""Who may open which mailbox: for now its owner, and nobody else.

Every call on a mailbox is made as somebody. What is not theirs is answered as if it were not
there, so that nobody learns who has a mailbox by asking.
"""

from dataclasses import dataclass

from mailbox_store.model.errors import MailboxNotFound
from mailbox_store.model.letter import MailboxId
from mailbox_store.model.mailbox_facts import MailboxFacts
from mailbox_store.model.party import IdType, Party
from mailbox_store.repository import Repository


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Somebody who acts, as the login (for now: whoever may open the store file) knows them."""

    party: Party
    through: str = ""  # the chat they act through, as the audit log names it

    @property
    def actor(self) -> str:
        """How the audit log names them."""
        if self.through:
            return self.through
        if self.party.id_type is IdType.UNKNOWN:
            return "LOCAL"
        return f"{self.party.id_type}:{self.party.number}"


OPERATOR = "OPERATOR"  # the audit log's name for whoever runs the post office


def owns(who: Identity, mailbox: MailboxFacts) -> bool:
    """Tell whether a mailbox is this person's own."""
    owner = mailbox.owner
    return (owner.id_type, owner.number) == (who.party.id_type, who.party.number)


async def mailbox_for(who: Identity, mailbox: MailboxId, *, repository: Repository) -> MailboxFacts:
    """Give a mailbox's facts to one who may open it.

    Raises `MailboxNotFound` alike when there is none and when it is somebody else's.
    """
    facts = await repository.mailbox(mailbox)
    if facts is None or not owns(who, facts):
        raise MailboxNotFound
    return facts
