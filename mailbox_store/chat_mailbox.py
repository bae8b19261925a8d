"""A mailbox as a chat has it: each deed behind the level it needs, and letters behind the PIN.

What may not be shown at a level is taken out here, so that no face can show it by mistake.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from mailbox_store.access import Identity
from mailbox_store.chat_pin import HOLDS, MOST_TRIES
from mailbox_store.mailbox import Clock, Mailbox, ReadFirst
from mailbox_store.model.chat import Chat, ChatState, Level
from mailbox_store.model.errors import (
    ChatNotFound,
    ChatNotLinked,
    LevelTooLow,
    NotAllowed,
    PinLocked,
    PinMissing,
    PinNeeded,
)
from mailbox_store.model.folder import Folder, FolderType
from mailbox_store.model.letter import Letter, LetterId, LetterSummary
from mailbox_store.model.query import Due, Hits, ListQuery, Page, Undone
from mailbox_store.repository import Repository
from mailbox_store.sensitive import is_sensitive, without_names, without_subject

_THIS_WEEK, _DAY = timedelta(days=7), timedelta(days=1)
_DANISH_MIDNIGHTS = (22, 23)  # o'clock in UTC, in summer and in winter
_RENEWED_AFTER = timedelta(minutes=1)  # of the PIN's ten: not each deed writes to the disk
_MOST_DUE = 500


async def current_link(chat: Chat, repository: Repository) -> Chat:
    """Give a chat as it is now. Raises `ChatNotLinked`."""
    try:
        current = await repository.chats.chat(chat.mailbox, chat.key)
    except ChatNotFound as error:
        raise ChatNotLinked from error
    if current.state is not ChatState.LINKED or current.address != chat.address:
        raise ChatNotLinked
    return current


class ChatMailbox:
    """One mailbox for one chat. `ChatDoor.mailbox` makes it.

    Every method raises `ChatNotLinked` and `LevelTooLow`; those that show letters, `PinNeeded`,
    `PinLocked` and `PinMissing`. Only those let the PIN hold longer.
    """

    def __init__(
        self, chat: Chat, repository: Repository, now: Clock, read_first: ReadFirst | None,
        *, is_asked: bool,
    ) -> None:  # fmt: skip
        """Take a chat; whether it may is asked at every deed."""
        self._chat = chat
        self._repository = repository
        self._now = now
        self._read_first = read_first
        self._is_asked = is_asked

    # -- level 1

    async def counts(self) -> tuple[int, int]:
        """Count unread letters of the inbox, and letters with a deadline within a week."""
        mailbox = await self._at(Level.NOTIFY)
        inbox = next(f for f in await mailbox.folders() if f.type is FolderType.INBOX)
        now = self._now()
        due = [one for one in await mailbox.due(limit=_MOST_DUE) if _is_soon(one.at, now)]
        return inbox.unread, len({one.letter.id for one in due})

    # -- level 2

    async def list(self, query: ListQuery) -> Page:
        """Give a page of letters, without subjects, and sensitive ones without their senders.

        Where the PIN holds they are given whole.
        """
        mailbox = await self._at(Level.SUMMARY)
        is_whole = await self._is_whole()
        asks_by_name = query.sender or query.thread is not None
        if asks_by_name and not is_whole:  # even how many there are would tell the names
            raise LevelTooLow(has=self._chat.level, needs=Level.TEXT)
        page = await mailbox.list(query)
        return page if is_whole else page._replace(letters=tuple(map(_veiled, page.letters)))

    async def due(self, *, limit: int = 50) -> tuple[Due, ...]:
        """Give what falls due, soonest first; its letters as `list` gives them, nothing quoted."""
        mailbox = await self._at(Level.SUMMARY)
        due, is_whole = await mailbox.due(limit=limit), await self._is_whole()
        if is_whole:
            return due
        return tuple(one._replace(label="", letter=_veiled(one.letter)) for one in due)

    async def folders(self) -> tuple[Folder, ...]:
        """Give the folders."""
        return await (await self._at(Level.SUMMARY)).folders()

    async def archive(self, letters: Sequence[LetterId]) -> None:
        """Move letters into Archive."""
        await (await self._at(Level.SUMMARY)).archive(letters)

    async def bin(self, letters: Sequence[LetterId]) -> None:
        """Move letters into the bin."""
        await (await self._at(Level.SUMMARY)).bin(letters)

    async def restore(self, letters: Sequence[LetterId]) -> None:
        """Take letters out of the bin."""
        await (await self._at(Level.SUMMARY)).restore(letters)

    async def flag(self, letters: Sequence[LetterId], *, on: bool) -> None:
        """Flag letters, or take the flag off."""
        await (await self._at(Level.SUMMARY)).flag(letters, on=on)

    async def mark(self, letters: Sequence[LetterId], *, unread: bool) -> None:
        """Mark letters as unread, or as read. Raises `LegalNoticeUnanswered`."""
        await (await self._at(Level.SUMMARY)).mark(letters, unread=unread)

    async def undo(self) -> Undone:
        """Take the mailbox's last deed back. Raises `NothingToUndo`."""
        return await (await self._at(Level.SUMMARY)).undo()

    # -- level 3, behind the PIN

    async def open(self, letter: LetterId) -> Letter:
        """Open a letter; guarded and written down as at the terminal."""
        return await (await self._with_pin(Level.TEXT)).open(letter)

    async def search(self, words: str, *, limit: int = 20) -> Hits:
        """Find letters by words."""
        return await (await self._with_pin(Level.TEXT)).search(words, limit=limit)

    async def unopened(self, letter: LetterId) -> Letter:
        """Give a letter as it lies, to say which one is asked about."""
        return await (await self._with_pin(Level.TEXT)).unopened(letter)

    async def answer_legal_notice(self, letter: LetterId, *, yes: bool) -> None:
        """Record the person's answer to the question."""
        await (await self._with_pin(Level.TEXT)).answer_legal_notice(letter, yes=yes)

    # -- level 4, behind the PIN

    async def content(self, letter: LetterId, sha256: str) -> bytes:
        """Give a file's bytes."""
        return await (await self._with_pin(Level.VOICE)).content(letter, sha256)

    async def may_listen(self) -> None:
        """Raise what keeps letters from being spoken, or sent as files, here."""
        await self._with_pin(Level.VOICE)

    # -- the door

    async def _at(self, needs: Level) -> Mailbox:
        current = await current_link(self._chat, self._repository)
        if current.level < needs:
            raise LevelTooLow(has=current.level, needs=needs)
        self._chat = current
        return await self._mailbox(current)

    async def _with_pin(self, needs: Level) -> Mailbox:
        mailbox = await self._at(needs)
        now = self._now()
        until = await self._pin_holds_until()
        if not self._is_asked or until <= now:
            raise await self._without_pin()
        if until < now + HOLDS - _RENEWED_AFTER:
            await self._repository.chats.hold_pin(self._chat, now + HOLDS, now=now)
        return mailbox

    async def _without_pin(self) -> NotAllowed:
        kept = await self._repository.chats.pin(self._chat.mailbox)
        if kept is None:
            return PinMissing()
        return PinLocked() if kept.tries >= MOST_TRIES else PinNeeded()

    async def _is_whole(self) -> bool:
        if not self._is_asked or self._chat.level < Level.TEXT:
            return False
        return await self._pin_holds_until() > self._now()

    async def _pin_holds_until(self) -> datetime:
        return await self._repository.chats.pin_holds_until(self._chat)

    async def _mailbox(self, chat: Chat) -> Mailbox:
        facts = await self._repository.mailbox(chat.mailbox)
        if facts is None:
            raise ChatNotLinked
        who = Identity(party=facts.owner, through=chat.actor)
        return Mailbox(self._repository, facts, who=who, now=self._now, read_first=self._read_first)


def _is_soon(at: datetime, now: datetime) -> bool:
    """Tell whether it is not over, and within a week; a date, a Danish midnight, lasts the day."""
    is_date = at.hour in _DANISH_MIDNIGHTS and (at.minute, at.second) == (0, 0)
    return now - (_DAY if is_date else timedelta()) < at <= now + _THIS_WEEK


def _veiled(letter: LetterSummary) -> LetterSummary:
    return without_names(letter) if is_sensitive(letter) else without_subject(letter)
