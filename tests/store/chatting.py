"""What the tests of chats have in common."""

from collections.abc import Awaitable, Callable

from mailbox_store.model.chat import Address, Chat
from mailbox_store.model.event import EventName
from mailbox_store.model.mailbox_facts import MailboxFacts
from mailbox_store.repository import Repository

HERE, ELSEWHERE = Address("telegram", "42"), Address("telegram", "43")
PIN = "271828"
Link = Callable[..., Awaitable[Chat]]


async def names(repository: Repository, facts: MailboxFacts) -> list[EventName]:
    return [event.name for event in reversed(await repository.events(facts.id, limit=50))]
