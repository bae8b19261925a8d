"""Puts notices into the outbox, held back while a chat's quiet hours last."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from accessibility.commands import Command, Deed
from accessibility.spoken_dates import in_danish_time, local
from accessibility.wording import Say
from bots.buttons import OF_NOTICE, Choice, buttons_of
from bots.effects import Tell, outgoing
from mailbox_store.chats import ChatStore
from mailbox_store.mailbox import Clock
from mailbox_store.model.chat import Chat, Level
from mailbox_store.model.chat_post import Urgency
from mailbox_store.model.mailbox_facts import mailbox_id_text


class NoticePost:
    """Puts the notices of one look; it knows which chats have several mailboxes."""

    def __init__(self, store: ChatStore, linked: Sequence[Chat], now: Clock) -> None:
        """Take every chat that is linked."""
        self._store, self._now = store, now
        self._mailboxes = Counter(chat.address for chat in linked)

    async def put_news(
        self, chat: Chat, text: str, say: Say, *, name: str, not_before: datetime | None
    ) -> None:
        """Tell a chat that letters came; under one name it is told once."""
        choice = Choice(say("List letters"), Command(deed=Deed.LIST))
        tell = self._tell(chat, text, choice, say)
        await self._put(chat, tell, name, Urgency.NOTICE, not_before)

    async def put_reminder(
        self, chat: Chat, text: str, say: Say, *, name: str, not_before: datetime | None,
        not_after: datetime,
    ) -> None:  # fmt: skip
        """Remind a chat of what falls due, before any news; under one name it is told once.

        It says how many days there are left, so it is not sent `not_after` its day.
        """
        choice = Choice(say("Show deadlines"), Command(deed=Deed.DEADLINES))
        tell = self._tell(chat, text, choice, say)
        await self._put(chat, tell, name, Urgency.DEADLINE, not_before, not_after)

    def _tell(self, chat: Chat, text: str, choice: Choice, say: Say) -> Tell:
        if self._mailboxes[chat.address] > 1:
            text = say("Mailbox {id}.", id=mailbox_id_text(chat.mailbox)) + "\n" + text
        buttons = buttons_of([choice], nonce=OF_NOTICE, chat=chat)
        level = min(chat.level, Level.SUMMARY)
        return Tell(text=text, buttons=buttons, mailbox=chat.mailbox, level=level)

    async def _put(
        self, chat: Chat, tell: Tell, name: str, urgency: int, not_before: datetime | None,
        not_after: datetime | None = None,
    ) -> None:  # fmt: skip
        dedupe = f"notice:{chat.mailbox}.{chat.key}:{name}"
        for row in outgoing([tell], chat.address, dedupe=dedupe, urgency=urgency,
                            not_before=not_before, not_after=not_after):  # fmt: skip
            await self._store.put(row, self._now())


def end_of_quiet(chat: Chat, now: datetime) -> datetime | None:
    """Give when the chat's quiet hours end; None where they are not now."""
    if chat.quiet is None:
        return None
    here = local(now)
    minute = here.hour * 60 + here.minute
    begins, ends = chat.quiet
    is_quiet = begins <= minute < ends if begins < ends else minute >= begins or minute < ends
    if not is_quiet:
        return None
    day = here.date() + timedelta(days=1 if ends <= minute else 0)
    wall = datetime(day.year, day.month, day.day, ends // 60 % 24, ends % 60)  # noqa: DTZ001 - a clock on the wall
    return in_danish_time(wall)
