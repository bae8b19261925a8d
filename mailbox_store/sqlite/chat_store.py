"""`ChatStore` in SQLite: each method one function run in one hop."""

from collections.abc import Collection, Sequence
from datetime import datetime

from mailbox_store.chats import Deed, KeptPin
from mailbox_store.model.announcement import Announcement, AnnouncementId
from mailbox_store.model.chat import Address, Chat, ChatKey, ChatState, Level, Offer
from mailbox_store.model.chat_post import Outgoing, OutState, Received, SentMessage, ToSend
from mailbox_store.model.letter import MailboxId
from mailbox_store.sqlite import chat_channels, chat_pins, chat_post, chats
from mailbox_store.sqlite.connection import Connections
from mailbox_store.sqlite.queries import load_queries


class SqliteChatStore:
    """The chats of a store; see `ChatStore` for what each method promises."""

    def __init__(self, connections: Connections, sql: dict[str, str]) -> None:
        """Take the store's connections; who made them closes them."""
        self._read, self._write = connections.read, connections.write
        self._forget_deleted = connections.forget_deleted
        self._sql = {**sql, **load_queries("chat_queries.sql")}

    async def put_offer(self, mailbox: MailboxId, offer: Offer, deed: Deed) -> None:
        """Keep an offer's hashes."""
        await self._write(chats.put_offer, self._sql, mailbox, offer, deed)

    async def redeem(
        self, typed: str, address: Address, *, name: str, language: str, at: datetime
    ) -> bool:
        """Let a chat ask for the mailbox a code is of."""
        return await self._write(
            chats.redeem, self._sql, typed, address, name=name, language=language, at=at
        )

    async def chats_of(self, mailbox: MailboxId) -> tuple[Chat, ...]:
        """Give every chat of a mailbox."""
        return await self._read(chats.chats_of, self._sql, mailbox)

    async def chat(self, mailbox: MailboxId, key: ChatKey) -> Chat:
        """Give one chat."""
        return await self._read(chats.chat, self._sql, mailbox, key)

    async def chats_at(self, address: Address) -> tuple[Chat, ...]:
        """Give the links of one chat."""
        return await self._read(chats.chats_at, self._sql, address)

    async def linked(self, channel: str) -> tuple[Chat, ...]:
        """Give every linked chat of a channel."""
        return await self._read(chats.linked, self._sql, channel)

    async def accept(self, mailbox: MailboxId, key: ChatKey, deed: Deed) -> None:
        """Link a chat that asks."""
        await self._write(chats.accept, self._sql, mailbox, key, deed)

    async def end(self, mailbox: MailboxId, key: ChatKey, state: ChatState, deed: Deed) -> None:
        """End a link."""
        await self._write(chats.end, self._sql, mailbox, key, state, deed)

    async def set_level(
        self, mailbox: MailboxId, key: ChatKey, level: Level, deed: Deed, *, may_raise: bool
    ) -> None:
        """Set how much leaves the mailbox."""
        await self._write(
            chats.set_level, self._sql, mailbox, key, level, deed, may_raise=may_raise
        )

    async def set_wishes(self, chat: Chat) -> None:
        """Keep what is chosen in the chat."""
        await self._write(chats.set_wishes, self._sql, chat)

    async def delete_messages(self, chat: Chat, *, since: datetime, deed: Deed) -> int:
        """Have a chat's messages deleted."""
        return await self._write(chats.delete_messages, self._sql, chat, since=since, deed=deed)

    async def put_pin(self, mailbox: MailboxId, pin: KeptPin, deed: Deed) -> None:
        """Keep a PIN."""
        await self._write(chat_pins.put_pin, self._sql, mailbox, pin, deed)

    async def pin(self, mailbox: MailboxId) -> KeptPin | None:
        """Give the PIN as it is kept."""
        return await self._read(chat_pins.pin, self._sql, mailbox)

    async def begin_try(self, mailbox: MailboxId) -> KeptPin:
        """Count a try."""
        return await self._write(chat_pins.begin_try, self._sql, mailbox)

    async def end_try(self, chat: Chat, *, until: datetime | None, deeds: Sequence[Deed]) -> None:
        """Judge a try."""
        await self._write(chat_pins.end_try, self._sql, chat, until=until, deeds=deeds)

    async def pin_holds_until(self, chat: Chat) -> datetime:
        """Give until when the PIN holds."""
        return await self._read(chat_pins.pin_holds_until, self._sql, chat)

    async def hold_pin(self, chat: Chat, until: datetime, *, now: datetime) -> None:
        """Let the PIN hold longer, or no more."""
        await self._write(chat_pins.hold_pin, self._sql, chat, until, now)

    async def receive(
        self, channel: str, update_id: int, address: Address, update: str, at: datetime
    ) -> bool:
        """Keep an update."""
        assert address.channel == channel  # noqa: S101 - one word for both
        return await self._write(chat_post.receive, self._sql, address, update_id, update, at)

    async def last_update(self, channel: str) -> int | None:
        """Give the newest update id."""
        return await self._read(chat_post.last_update, self._sql, channel)

    async def next_received(
        self, channel: str, *, busy: Collection[Address], limit: int
    ) -> tuple[Received, ...]:
        """Take updates to be answered."""
        # Looking costs a tenth of writing, and most looks find nothing.
        waiting = await self._read(chat_post.waiting_received, self._sql, channel, busy, limit)
        if not waiting:
            return ()
        return await self._write(chat_post.take_received, self._sql, waiting)

    async def answered(
        self, received: int, talk: str, outgoing: Sequence[Outgoing], at: datetime
    ) -> None:
        """Keep an answer."""
        await self._write(chat_post.answered, self._sql, received, talk, outgoing, at)

    async def talk(self, address: Address) -> str:
        """Give where a talk stands."""
        return await self._read(chat_post.talk, self._sql, address)

    async def put(self, outgoing: Outgoing, at: datetime) -> bool:
        """Put a row into the outbox."""
        return await self._write(chat_post.put, self._sql, outgoing, at)

    async def next_to_send(
        self, channel: str, now: datetime, busy: Collection[Address], limit: int
    ) -> tuple[ToSend, ...]:
        """Take rows to be sent."""
        waiting = await self._read(chat_post.waiting_to_send, self._sql, channel, now, busy, limit)
        if not waiting:
            return ()
        return await self._write(chat_post.take_to_send, self._sql, waiting, now)

    async def sent(self, row: int, message_id: str, at: datetime) -> None:
        """Remember that a row was sent."""
        await self._write(
            chat_post.finish, self._sql, row, OutState.SENT, at=at, message=message_id
        )

    async def retry(self, row: int, not_before: datetime) -> None:
        """Put a row back."""
        await self._write(chat_post.retry, self._sql, row, not_before)

    async def unknown(self, row: int) -> None:
        """Give a row up that may have arrived."""
        await self._write(chat_post.finish, self._sql, row, OutState.UNKNOWN)

    async def dead(self, row: int, why: str, at: datetime) -> None:
        """Give a row up."""
        await self._write(chat_post.finish, self._sql, row, OutState.DEAD, at=at, why=why)

    async def requeue_interrupted(self, channel: str) -> None:
        """Put back what a dead sender had."""
        await self._write(chat_post.requeue, self._sql, channel)

    async def due_deletions(
        self, channel: str, now: datetime, limit: int
    ) -> tuple[SentMessage, ...]:
        """Give messages whose time is over."""
        return await self._read(chat_post.due_deletions, self._sql, channel, now, limit)

    async def deleted(self, address: Address, messages: Sequence[str]) -> None:
        """Remember that messages are gone."""
        await self._write(chat_post.deleted, self._sql, address, messages)

    async def prune(self, now: datetime) -> None:
        """Forget what is over."""
        await self._write(chat_post.prune, self._sql, now)
        await self._forget_deleted()

    async def take_over(self, channel: str, bot: str) -> None:
        """Keep which bot a channel has."""
        await self._write(chat_channels.take_over, self._sql, channel, bot)

    async def set_bot_name(self, channel: str, name: str) -> None:
        """Keep a bot's name."""
        await self._write(chat_channels.set_bot_name, self._sql, channel, name)

    async def bot_name(self, channel: str) -> str:
        """Give a bot's name."""
        return await self._read(chat_channels.bot_name, self._sql, channel)

    async def noticed(self, channel: str) -> AnnouncementId:
        """Give the last announcement that notices were made of."""
        return await self._read(chat_channels.noticed, self._sql, channel)

    async def set_noticed(self, channel: str, announcement: AnnouncementId) -> None:
        """Keep it."""
        await self._write(chat_channels.set_noticed, self._sql, channel, announcement)

    async def announcements(self, *, after: AnnouncementId, limit: int) -> tuple[Announcement, ...]:
        """Give announcements of every mailbox."""
        return await self._read(chat_channels.announcements, self._sql, after=after, limit=limit)
