"""Reminds chats of what falls due, so many days before as each of them wants."""

from datetime import date, datetime, time, timedelta

from accessibility.due_line import still_due_of
from accessibility.spoken_dates import day_of_deadline, in_danish_time, local
from accessibility.wording import wording_for
from bots.keeping_quiet import by_itself
from bots.notice_post import NoticePost, end_of_quiet
from bots.notice_words import reminder_words
from mailbox_store.chat_door import ChatDoor
from mailbox_store.mailbox import Clock
from mailbox_store.model.chat import Chat, Level
from mailbox_store.model.errors import MailboxError, StoreError
from mailbox_store.model.query import Due, DueKind
from mailbox_store.repository import Repository

_FROM = 9  # o'clock, Danish time
_MOST_DUE = 200


class Reminding:
    """Reminds every chat of one channel once a day."""

    def __init__(self, repository: Repository, channel: str, *, now: Clock) -> None:
        """Nothing is looked at before `look`."""
        self._repository, self._channel, self._now = repository, channel, now
        self._done: date | None = None

    async def look(self) -> None:
        """Remind whom this day has not reminded yet, from nine in the morning on."""
        here = local(self._now())
        if here.hour < _FROM or self._done == here.date():
            return
        linked = await self._repository.chats.linked(self._channel)
        post = NoticePost(self._repository.chats, linked, self._now)
        for chat in linked:
            if chat.reminders and chat.level >= Level.NOTIFY:
                with by_itself("a reminder"):
                    await self._remind(chat, post)
        self._done = here.date()

    async def _remind(self, chat: Chat, post: NoticePost) -> None:
        """Remind one chat, as of the day on which its quiet hours let it be told."""
        later = end_of_quiet(chat, self._now())
        today = local(later or self._now()).date()
        over = in_danish_time(datetime.combine(today + timedelta(days=1), time()))
        since = self._now() - timedelta(days=1)  # as `Mailbox.due`: a Danish midnight
        every = await self._repository.due(chat.mailbox, since=since, limit=_MOST_DUE)
        due = [one for one in still_due_of(every, today) if _is_sure(one)]
        say = wording_for(chat.language)
        for days in sorted(set(chat.reminders)):
            day = today + timedelta(days=days)
            # a letter that names its day twice, in its fields and in its text, is one thing to do
            if count := len(
                {(one.letter.id, _is_visit(one)) for one in due if _day_of(one) == day}
            ):
                shown = await self._shown(chat, day, today)
                text = reminder_words(count, day, shown, say, today=today, level=chat.level)
                name = f"due:{today.isoformat()}:{days}"
                await post.put_reminder(
                    chat, text, say, name=name, not_before=later, not_after=over
                )

    async def _shown(self, chat: Chat, day: date, today: date) -> list[Due]:
        """Give what of a day may be told by name, as the door lets it out."""
        if chat.level < Level.SUMMARY:
            return []
        door = ChatDoor(chat.address, self._repository, self._now)
        mailbox = door.mailbox(chat, is_asked=False)
        try:
            due = still_due_of(await mailbox.due(limit=_MOST_DUE), today)
        except StoreError:
            raise
        except MailboxError:  # unlinked or lowered meanwhile
            return []
        return [one for one in due if _day_of(one) == day and _is_sure(one)]


def _is_visit(due: Due) -> bool:
    return due.kind in (DueKind.APPOINTMENT, DueKind.FOUND_APPOINTMENT)


def _day_of(due: Due) -> date:
    return local(due.at).date() if _is_visit(due) else day_of_deadline(due.at)


def _is_sure(due: Due) -> bool:
    """Tell whether the letter says it in so many words, or the person confirmed it."""
    return due.kind is not DueKind.PROBABLE_DEADLINE or due.is_confirmed
