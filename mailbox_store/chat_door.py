"""What one chat may do: be linked by a code, and reach the mailboxes it is linked to.

A chat is known by its address alone, which its channel vouches for. Everything is asked of the
store anew each time, so that a link ended in the terminal is ended at once.
"""

import asyncio
from dataclasses import replace

from mailbox_store import chat_pin
from mailbox_store.chat_mailbox import ChatMailbox, current_link
from mailbox_store.chats import Deed
from mailbox_store.mailbox import Clock, ReadFirst
from mailbox_store.model.chat import (
    LONGEST_STAY,
    SHORTEST_STAY,
    Address,
    Chat,
    ChatState,
    Level,
    QuietHours,
)
from mailbox_store.model.errors import (
    ChatNotFound,
    ChatNotLinked,
    LevelTooLow,
    LinkRefused,
    PinLocked,
    PinWrong,
)
from mailbox_store.model.event import EventName
from mailbox_store.repository import Repository


class ChatDoor:
    """One chat, before it is known to be linked to anything."""

    def __init__(
        self,
        address: Address,
        repository: Repository,
        now: Clock,
        read_first: ReadFirst | None = None,
    ) -> None:
        """Take the chat's address; `read_first` is as in `open_mailbox`."""
        self._address = address
        self._repository = repository
        self._chats = repository.chats
        self._now = now
        self._read_first = read_first

    @property
    def channel(self) -> str:
        """The channel that the chat is in."""
        return self._address.channel

    async def chats(self) -> tuple[Chat, ...]:
        """Give this chat's links, a mailbox each, the first one first."""
        return await self._chats.chats_at(self._address)

    async def redeem(self, typed: str, name: str, language: str) -> None:
        """Ask for the mailbox of a code or a token; the terminal has to accept this chat then.

        Raises `LinkRefused`, alike for every reason.
        """
        is_good = await self._chats.redeem(
            typed, self._address, name=name, language=language, at=self._now()
        )
        if not is_good:
            raise LinkRefused

    def mailbox(self, chat: Chat, *, is_asked: bool = True) -> ChatMailbox:
        """Give the mailbox of one of this chat's links; it asks for the link at every deed.

        A notice, which nobody asked for, is made as if the PIN had not been typed.
        """
        self._ours(chat)
        return ChatMailbox(chat, self._repository, self._now, self._read_first, is_asked=is_asked)

    async def unlink(self, chat: Chat) -> None:
        """End a link at once. Raises `ChatNotLinked` if it does not hold."""
        self._ours(chat)
        deed = self._deed(EventName.CHAT_UNLINKED, chat)
        try:
            await self._chats.end(chat.mailbox, chat.key, ChatState.UNLINKED, deed)
        except ChatNotFound as error:
            raise ChatNotLinked from error

    async def lower(self, chat: Chat, level: Level) -> Chat:
        """Lower how much leaves the mailbox here. Raises `LevelTooLow` for raising it."""
        current = await self._linked(chat)
        if level > current.level:
            raise LevelTooLow(has=current.level, needs=level)
        deed = self._deed(EventName.CHAT_LEVEL_SET, chat)
        try:
            await self._chats.set_level(chat.mailbox, chat.key, level, deed, may_raise=False)
        except ChatNotFound:  # unlinked, or lowered further, this very moment
            current = await self._linked(chat)
            raise LevelTooLow(has=current.level, needs=level) from None
        return replace(current, level=level)

    async def change(
        self, chat: Chat, *,
        language: str | None = None,
        quiet: QuietHours | bool | None = False,  # False: as it is
        delete_after: int | None = None,
        has_notices: bool | None = None,
        reminders: tuple[int, ...] | None = None,
    ) -> Chat:  # fmt: skip
        """Change what a person may choose in the chat; what is not given stays.

        Raises `ValueError` for a length of stay that is too short or too long.
        """
        current = await self._linked(chat)
        stay = current.delete_after if delete_after is None else delete_after
        if not SHORTEST_STAY <= stay <= LONGEST_STAY:
            raise ValueError(stay)
        wished = replace(
            current,
            language=current.language if language is None else language,
            quiet=current.quiet if isinstance(quiet, bool) else quiet,
            delete_after=stay,
            has_notices=current.has_notices if has_notices is None else has_notices,
            reminders=current.reminders if reminders is None else reminders,
        )
        await self._chats.set_wishes(wished)
        return wished

    async def enter_pin(self, chat: Chat, pin: str) -> None:
        """Let letters be read here for ten minutes, and longer while they are.

        Raises `PinWrong`, `PinLocked` (by the last try, too), `PinMissing`, `LevelTooLow`,
        `ChatNotLinked`.
        """
        current = await self._linked(chat)
        if current.level < Level.TEXT:
            raise LevelTooLow(has=current.level, needs=Level.TEXT)
        kept = await self._chats.begin_try(chat.mailbox)
        if await asyncio.to_thread(chat_pin.is_right, pin, kept.salt, kept.hash):
            until = self._now() + chat_pin.HOLDS
            await self._chats.end_try(current, until=until, deeds=())
            return
        left = max(chat_pin.MOST_TRIES - kept.tries, 0)
        names = [EventName.CHAT_PIN_WRONG, *([] if left else [EventName.CHAT_PIN_LOCKED])]
        deeds = [self._deed(name, chat) for name in names]
        await self._chats.end_try(current, until=None, deeds=deeds)
        if not left:
            raise PinLocked
        raise PinWrong(left=left)

    async def _linked(self, chat: Chat) -> Chat:
        self._ours(chat)
        return await current_link(chat, self._repository)

    def _ours(self, chat: Chat) -> None:
        if chat.address != self._address:
            raise ChatNotLinked

    def _deed(self, name: EventName, chat: Chat) -> Deed:
        return Deed(name, chat.actor, self._now())
