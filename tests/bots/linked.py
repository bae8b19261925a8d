"""A chat linked to a mailbox of its own, as a person does it from the terminal."""

from mailbox_store.access import Identity
from mailbox_store.linking import Linking
from mailbox_store.model.chat import Address, Chat
from mailbox_store.model.party import IdType, Party
from mailbox_store.opening import utc_now
from mailbox_store.repository import Repository


async def linked_chat(repository: Repository, number: int) -> tuple[Linking, Chat]:
    """Make a mailbox and link the chat of a person's number to it."""
    owner = Party(id_type=IdType.CPR, number=f"010180{number:04d}")
    facts = await repository.make_mailbox(owner, at=utc_now(), actor="OPERATOR")
    linking = Linking(repository, facts, Identity(party=owner), utc_now)
    offer = await linking.offer()
    address = Address("telegram", str(number))
    await repository.chats.redeem(offer.code, address, name="Anne", language="en", at=utc_now())
    (chat,) = await linking.chats()
    return linking, await linking.accept(chat.key)
