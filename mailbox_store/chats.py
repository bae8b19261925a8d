"""What every backend keeps of chats: whose they are, what came from them, what goes to them.

Each method is one transaction, durable when it returns; what concerns a mailbox is in its audit
log with it. What a chat may do is decided elsewhere, in `chat_door` and `linking`.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from mailbox_store.model.announcement import Announcement, AnnouncementId
from mailbox_store.model.chat import Address, Chat, ChatKey, ChatState, Level, Offer
from mailbox_store.model.chat_post import Outgoing, Received, SentMessage, ToSend
from mailbox_store.model.event import EventName
from mailbox_store.model.letter import MailboxId


class KeptPin(NamedTuple):
    """A PIN as it is kept, and how often it was tried since it was right."""

    salt: bytes
    hash: bytes
    tries: int


class Deed(NamedTuple):
    """Who changes a chat, when, and what the audit log calls it."""

    name: EventName
    actor: str
    at: datetime


class ChatStore(Protocol):
    """The chats of a whole store."""

    # -- links

    async def put_offer(self, mailbox: MailboxId, offer: Offer, deed: Deed) -> None:
        """Keep the hashes of a mailbox's offer, in place of an earlier one."""
        ...

    async def redeem(
        self, typed: str, address: Address, *, name: str, language: str, at: datetime
    ) -> bool:
        """Let a chat ask for the mailbox that a code or a token is of, and use that up.

        False, alike, where it is of none, ran out, or too many were tried. A chat that is linked
        to that mailbox stays as it is.
        """
        ...

    async def chats_of(self, mailbox: MailboxId) -> tuple[Chat, ...]:
        """Give every chat of a mailbox, oldest first, unlinked ones included."""
        ...

    async def chat(self, mailbox: MailboxId, key: ChatKey) -> Chat:
        """Give one chat. Raises `ChatNotFound`."""
        ...

    async def chats_at(self, address: Address) -> tuple[Chat, ...]:
        """Give the links of one chat that hold, a mailbox each."""
        ...

    async def linked(self, channel: str) -> tuple[Chat, ...]:
        """Give every chat of a channel that is linked."""
        ...

    async def accept(self, mailbox: MailboxId, key: ChatKey, deed: Deed) -> None:
        """Link a chat that asks. Raises `ChatNotFound` where none does."""
        ...

    async def end(self, mailbox: MailboxId, key: ChatKey, state: ChatState, deed: Deed) -> None:
        """End a link, or refuse one: what waits to be sent there is dropped, its talk forgotten.

        Raises `ChatNotFound` where nothing holds.
        """
        ...

    async def set_level(
        self, mailbox: MailboxId, key: ChatKey, level: Level, deed: Deed, *, may_raise: bool
    ) -> None:
        """Set how much leaves the mailbox.

        Raises `ChatNotFound` if it is not linked, or lower already and `may_raise` is not given.
        """
        ...

    async def set_wishes(self, chat: Chat) -> None:
        """Keep what a person may choose in the chat: language, hours, notices, length of stay."""
        ...

    async def delete_messages(self, chat: Chat, *, since: datetime, deed: Deed) -> int:
        """Have every message deleted that was sent to a chat since then; gives how many."""
        ...

    # -- the PIN

    async def put_pin(self, mailbox: MailboxId, pin: KeptPin, deed: Deed) -> None:
        """Keep a PIN; every chat has to type it anew."""
        ...

    async def pin(self, mailbox: MailboxId) -> KeptPin | None:
        """Give the PIN as it is kept."""
        ...

    async def begin_try(self, mailbox: MailboxId) -> KeptPin:
        """Count a try before it is judged, so that tries side by side are counted too.

        Raises `PinMissing`, and `PinLocked` where none is left.
        """
        ...

    async def end_try(self, chat: Chat, *, until: datetime | None, deeds: Sequence[Deed]) -> None:
        """Judge a try: right, and held in the chat until then, or wrong.

        Once it is locked (`CHAT_PIN_LOCKED` among the deeds) it holds in no chat.
        """
        ...

    async def pin_holds_until(self, chat: Chat) -> datetime:
        """Give until when the PIN holds in a chat."""
        ...

    async def hold_pin(self, chat: Chat, until: datetime, *, now: datetime) -> None:
        """Let it hold longer, or no more, where it still holds."""
        ...

    # -- what comes in

    async def receive(
        self, channel: str, update_id: int, address: Address, update: str, at: datetime
    ) -> bool:
        """Keep something that happened in a chat; False if it was kept before."""
        ...

    async def last_update(self, channel: str) -> int | None:
        """Give the newest update id that was kept."""
        ...

    async def next_received(
        self, channel: str, *, busy: Collection[Address], limit: int
    ) -> tuple[Received, ...]:
        """Give what each chat did first and is not answered, but for the busy ones, oldest first.

        Whoever takes it counts as having begun to answer it.
        """
        ...

    async def answered(
        self, received: int, talk: str, outgoing: Sequence[Outgoing], at: datetime
    ) -> None:
        """Keep an answer: where the talk stands and what is to be sent. Done twice it is once.

        The talk of a chat whose links have ended meanwhile is not kept.
        """
        ...

    async def talk(self, address: Address) -> str:
        """Give where the talk in a chat stands; "" at first."""
        ...

    # -- what goes out

    async def put(self, outgoing: Outgoing, at: datetime) -> bool:
        """Put a row into the outbox; False if one of its name was there, or may not be sent."""
        ...

    async def next_to_send(
        self, channel: str, now: datetime, busy: Collection[Address], limit: int
    ) -> tuple[ToSend, ...]:
        """Take the next row of each chat that has none on its way.

        In a chat they go in the order they were put, but for those whose time has not come yet;
        one that was tried is waited for. Among chats that one comes first in which an answer
        waits, then one with a deadline. What is about a mailbox that the chat is not linked to
        any more, or needs a level that it has no more, is dropped; so is what is true no more.
        """
        ...

    async def sent(self, row: int, message_id: str, at: datetime) -> None:
        """Remember that a row was sent, and as which message ("": none that stays).

        If its chat was unlinked or lowered meanwhile, it is due to be deleted at once.
        """
        ...

    async def retry(self, row: int, not_before: datetime) -> None:
        """Put a row back."""
        ...

    async def unknown(self, row: int) -> None:
        """Give a row up that may have arrived."""
        ...

    async def dead(self, row: int, why: str, at: datetime) -> None:
        """Give a row up that cannot be sent; "blocked" also ends every link of its chat."""
        ...

    async def requeue_interrupted(self, channel: str) -> None:
        """Put back what was on its way when its sender died."""
        ...

    async def due_deletions(
        self, channel: str, now: datetime, limit: int
    ) -> tuple[SentMessage, ...]:
        """Give messages whose time in their chat is over."""
        ...

    async def deleted(self, address: Address, messages: Sequence[str]) -> None:
        """Remember that messages are deleted, or never can be."""
        ...

    async def prune(self, now: datetime) -> None:
        """Forget what is over: answered updates, and messages too old to be deleted.

        What was typed and sent is then nowhere in the store's files any more.
        """
        ...

    # -- the channel itself

    async def take_over(self, channel: str, bot: str) -> None:
        """Keep which bot a channel has, before it begins.

        What another one received is known no more by its numbers, which a new bot counts anew;
        and its messages, which only itself could delete, are forgotten.
        """
        ...

    async def set_bot_name(self, channel: str, name: str) -> None:
        """Keep the name a channel's bot goes by."""
        ...

    async def bot_name(self, channel: str) -> str:
        """Give it; "" where no bot ever ran."""
        ...

    async def noticed(self, channel: str) -> AnnouncementId:
        """Give the last announcement that notices were made of; -1 where none ever were."""
        ...

    async def set_noticed(self, channel: str, announcement: AnnouncementId) -> None:
        """Keep it."""
        ...

    async def announcements(self, *, after: AnnouncementId, limit: int) -> tuple[Announcement, ...]:
        """Give announcements of every mailbox after one, oldest first."""
        ...
