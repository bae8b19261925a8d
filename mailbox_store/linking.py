"""A person's chats, as they rule them from the terminal: linked, raised, unlinked, the PIN.

Only here is a chat accepted and a level raised. What the chat itself may do is in `chat_door`.
"""

import asyncio
import secrets
from datetime import timedelta

from mailbox_store import chat_codes, chat_pin
from mailbox_store.access import Identity
from mailbox_store.chats import Deed, KeptPin
from mailbox_store.mailbox import Clock
from mailbox_store.model.chat import Chat, ChatKey, ChatState, Level, Offer
from mailbox_store.model.errors import ChatNotFound, PinMissing, PinUnsuitable
from mailbox_store.model.event import EventName
from mailbox_store.model.mailbox_facts import MailboxFacts
from mailbox_store.model.party import IdType
from mailbox_store.repository import Repository

DELETABLE = timedelta(hours=48)  # Telegram lets a bot delete what is no older


class Linking:
    """One mailbox's chats, for its owner at the terminal."""

    def __init__(
        self, repository: Repository, facts: MailboxFacts, who: Identity, now: Clock
    ) -> None:
        """Take the facts of a mailbox that `open_mailbox` opened for this person."""
        self._chats = repository.chats
        self._facts = facts
        self._who = who
        self._now = now

    async def offer(self) -> Offer:
        """Make a code and a link; those of an earlier offer are worth nothing any more."""
        until = self._now() + chat_codes.HOLDS
        offer = Offer(code=chat_codes.new_code(), token=chat_codes.new_token(), until=until)
        deed = self._deed(EventName.CHAT_LINK_OFFERED)
        await self._chats.put_offer(self._facts.id, offer, deed)
        return offer

    async def bot_name(self, channel: str) -> str:
        """Give the name of the channel's bot, for a link; "" where none ever ran."""
        return await self._chats.bot_name(channel)

    async def chats(self) -> tuple[Chat, ...]:
        """Give every chat, oldest first, unlinked ones too."""
        return await self._chats.chats_of(self._facts.id)

    async def accept(self, key: ChatKey) -> Chat:
        """Link a chat that asks, at level 1. Raises `ChatNotFound` if it does not ask."""
        await self._chats.accept(self._facts.id, key, self._deed(EventName.CHAT_ACCEPTED))
        return await self._chats.chat(self._facts.id, key)

    async def refuse(self, key: ChatKey) -> None:
        """Turn a chat away that asks. Raises `ChatNotFound` if it does not."""
        if (await self._chats.chat(self._facts.id, key)).state is not ChatState.ASKING:
            raise ChatNotFound(key=key)
        await self._end(key, EventName.CHAT_REFUSED)

    async def set_level(self, key: ChatKey, level: Level) -> Chat:
        """Raise or lower a linked chat. Raises `PinMissing` for text and voice without a PIN."""
        if level >= Level.TEXT and not await self.has_pin():
            raise PinMissing
        deed = self._deed(EventName.CHAT_LEVEL_SET)
        await self._chats.set_level(self._facts.id, key, level, deed, may_raise=True)
        return await self._chats.chat(self._facts.id, key)

    async def unlink(self, key: ChatKey) -> int:
        """End a link at once, and have what was sent deleted where that can still be done.

        Gives how many messages are to be deleted. Raises `ChatNotFound`.
        """
        chat = await self._chats.chat(self._facts.id, key)
        await self._end(key, EventName.CHAT_UNLINKED)
        return await self._delete_messages(chat)

    async def unlink_all(self) -> tuple[int, int]:
        """End every link and request; gives how many, and how many messages are to be deleted.

        Those in chats that were unlinked before, too.
        """
        chats = await self.chats()
        holding = [c.key for c in chats if c.state in (ChatState.ASKING, ChatState.LINKED)]
        for key in holding:
            await self._end(key, EventName.CHAT_UNLINKED)
        return len(holding), sum([await self._delete_messages(chat) for chat in chats])

    async def set_pin(self, pin: str) -> None:
        """Set the PIN, which also lifts a lock; every chat has to type it anew.

        Raises `PinUnsuitable`.
        """
        owner = self._facts.owner
        cpr = owner.number if owner.id_type is IdType.CPR else ""
        if not chat_pin.is_suitable(pin, cpr=cpr):
            raise PinUnsuitable
        salt = secrets.token_bytes(chat_pin.SALT_LENGTH)
        kept = KeptPin(salt, await asyncio.to_thread(chat_pin.hashed, pin, salt), 0)
        await self._chats.put_pin(self._facts.id, kept, self._deed(EventName.CHAT_PIN_SET))

    async def has_pin(self) -> bool:
        """Tell whether a PIN was set."""
        return await self._chats.pin(self._facts.id) is not None

    async def is_pin_locked(self) -> bool:
        """Tell whether the PIN was wrong too often."""
        kept = await self._chats.pin(self._facts.id)
        return kept is not None and kept.tries >= chat_pin.MOST_TRIES

    async def _end(self, key: ChatKey, name: EventName) -> None:
        await self._chats.end(self._facts.id, key, ChatState.UNLINKED, self._deed(name))

    async def _delete_messages(self, chat: Chat) -> int:
        deed = self._deed(EventName.CHAT_MESSAGES_DELETED)
        since = self._now() - DELETABLE
        return await self._chats.delete_messages(chat, since=since, deed=deed)

    def _deed(self, name: EventName) -> Deed:
        return Deed(name, self._who.actor, self._now())
