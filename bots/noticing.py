"""Tells chats unasked that letters came and that deadlines come near: one notice a person.

Notices are rows of the outbox under names that stay the same however often they are made, so that
a restart sends none twice. In quiet hours they wait in the outbox; what is said of letters then
counts nothing, as more may come before morning.
"""

import asyncio
import logging
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta

from accessibility.spoken_dates import local
from accessibility.wording import Say, wording_for
from bots.keeping_quiet import by_itself
from bots.notice_post import NoticePost, end_of_quiet
from bots.notice_words import news_words
from bots.reminding import Reminding
from mailbox_store.chat_door import ChatDoor
from mailbox_store.mailbox import Clock
from mailbox_store.model.announcement import Announcement, AnnouncementId
from mailbox_store.model.chat import Chat, Level
from mailbox_store.model.errors import MailboxError, StoreError
from mailbox_store.model.folder import inbox_among
from mailbox_store.model.letter import LetterSummary, MailboxId
from mailbox_store.model.query import ListQuery
from mailbox_store.repository import Repository

TOGETHER = 0.7  # seconds in which letters that come are told of together
_GAP = timedelta(seconds=5)  # between two notices to one chat
_AFTER_REMINDERS = timedelta(seconds=5)  # when quiet hours end: deadlines come first
_LOOK_ANYWAY = 60.0  # seconds: the clock, too, brings something to tell
_AT_ONCE = 1_000  # announcements
_MOST_NEW = 20

log = logging.getLogger(__name__)


class Noticing:
    """Makes the notices of one channel's chats."""

    def __init__(self, repository: Repository, channel: str, *, now: Clock) -> None:
        """Nothing is looked at before `run` or `look`."""
        self._repository, self._channel, self._now = repository, channel, now
        self._chats = repository.chats
        self._reminding = Reminding(repository, channel, now=now)
        self._told: dict[tuple[int, int], datetime] = {}  # when each chat was told of letters

    async def run(self, stop: asyncio.Event) -> None:
        """Tell of letters as they come, and remind once a day, until `stop`."""
        bell = asyncio.Event()
        async with asyncio.TaskGroup() as tasks:
            others = [
                tasks.create_task(self._listen(bell)),
                tasks.create_task(_pass_on(stop, bell)),
                tasks.create_task(self._remind()),  # by itself: no letter waits for it
            ]
            while not stop.is_set():
                try:
                    await self._look_for_news()
                except StoreError as error:
                    log.warning("notices wait: %s", type(error).__name__)
                with suppress(TimeoutError):
                    await asyncio.wait_for(bell.wait(), _LOOK_ANYWAY)
                bell.clear()
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), TOGETHER)
            for task in others:
                task.cancel()

    async def look(self) -> None:
        """Put what there is to tell now into the outbox."""
        await self._reminding.look()
        await self._look_for_news()

    async def _look_for_news(self) -> None:
        after = await self._chats.noticed(self._channel)
        if after < 0:  # a bot's first day: what lies there is no news
            after = await self._repository.last_announcement()
            await self._chats.set_noticed(self._channel, after)
        await self._tell_news(after)

    async def _remind(self) -> None:
        while True:
            try:
                await self._reminding.look()
            except StoreError as error:
                log.warning("reminders wait: %s", type(error).__name__)
            await asyncio.sleep(_LOOK_ANYWAY)

    async def _listen(self, bell: asyncio.Event) -> None:
        async with self._repository.changes() as changes:
            async for _ in changes:
                bell.set()

    async def _tell_news(self, after: AnnouncementId) -> None:
        while news := await self._chats.announcements(after=after, limit=_AT_ONCE):
            by_mailbox = _by_mailbox(news)
            linked = await self._chats.linked(self._channel)
            post = NoticePost(self._chats, linked, self._now)
            for chat in linked:
                is_told = chat.has_notices and chat.level >= Level.NOTIFY
                if is_told and (mine := by_mailbox.get(chat.mailbox)):
                    with by_itself("a notice"):
                        await self._tell_of(chat, mine, post)
            after = news[-1].id
            await self._chats.set_noticed(self._channel, after)

    async def _tell_of(self, chat: Chat, news: list[Announcement], post: NoticePost) -> None:
        """Tell one chat, or have it told later: in quiet hours, or right after another notice."""
        now, key = self._now(), (chat.mailbox, chat.key)
        say = wording_for(chat.language)
        quiet, last = end_of_quiet(chat, now), self._told.get(key)
        later = None
        if quiet is not None:
            later = quiet + _AFTER_REMINDERS
        elif last is not None and last + _GAP > now:
            later = last + _GAP
        if later is None:
            text = await self._news_text(chat, news, say)
            name = f"new:{news[-1].id}"
            self._told[key] = now
        else:
            text = say("More letters came.") if quiet is None else say(
                "Letters came in your quiet hours.")  # fmt: skip
            name = f"later:{later.isoformat()}"
        if text:
            await post.put_news(chat, text, say, name=name, not_before=later)

    async def _news_text(self, chat: Chat, news: list[Announcement], say: Say) -> str:
        """Say what came, as far as the chat's level goes; "" where it is unlinked meanwhile."""
        door = ChatDoor(chat.address, self._repository, self._now)
        mailbox = door.mailbox(chat, is_asked=False)
        new: list[LetterSummary] = []
        try:
            unread, soon = await mailbox.counts()
            if chat.level >= Level.SUMMARY:
                came = {one.letter for one in news}
                inbox = inbox_among(await mailbox.folders())
                page = await mailbox.list(ListQuery(folder=inbox.id, unread=True, limit=_MOST_NEW))
                new = [letter for letter in page.letters if letter.id in came]
        except StoreError:
            raise
        except MailboxError:
            return ""
        today = local(self._now()).date()
        return news_words(unread, soon, new, say, today=today, level=chat.level)


async def _pass_on(stop: asyncio.Event, bell: asyncio.Event) -> None:
    """Ring when it is time to stop, so that one wait is enough."""
    await stop.wait()
    bell.set()


def _by_mailbox(news: Iterable[Announcement]) -> dict[MailboxId, list[Announcement]]:
    found: dict[MailboxId, list[Announcement]] = {}
    for one in news:
        found.setdefault(one.mailbox, []).append(one)
    return found
