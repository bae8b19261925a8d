"""The SQLite backend: `Repository`, each method one function run in one hop."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mailbox_store.access import OPERATOR
from mailbox_store.model.announcement import Announcement, AnnouncementId
from mailbox_store.model.arriving import ArrivingLetter, TakenIn
from mailbox_store.model.event import AuditEvent, EventName
from mailbox_store.model.folder import Folder, FolderId
from mailbox_store.model.letter import Letter, LetterId, LetterSummary, MailboxId
from mailbox_store.model.mailbox_facts import MailboxFacts, Registration
from mailbox_store.model.party import IdType, Party
from mailbox_store.model.query import (
    Change,
    CheckReport,
    DeedKind,
    Due,
    Hits,
    ListQuery,
    Page,
    Undone,
)  # fmt: skip
from mailbox_store.sqlite import (
    deeds,
    dues,
    filing,
    listening,
    news,
    reading,
    recording,
    registering,
    searching,
)
from mailbox_store.sqlite.arriving import Intake
from mailbox_store.sqlite.connection import Connections
from mailbox_store.sqlite.queries import load_queries
from mailbox_store.sqlite.waiting import SqliteReadingQueue

if TYPE_CHECKING:  # 3 ms: no list wants it
    from mailbox_store.chats import ChatStore


class SqliteRepository:
    """A store of many mailboxes in one file; see `Repository` for what each method promises."""

    def __init__(self, path: Path) -> None:
        """Name a file that `opening` has found to be a store of this release."""
        self._path = path
        self._connections = Connections(path)
        self._sql = load_queries()
        self.reading_queue = SqliteReadingQueue(self._connections, self._sql)

    @cached_property
    def chats(self) -> "ChatStore":
        """The chats that letters may be told of in."""
        from mailbox_store.sqlite.chat_store import SqliteChatStore  # 5 ms: no list wants it

        return SqliteChatStore(self._connections, self._sql)

    async def close(self) -> None:
        """Finish what is under way and close the file."""
        await self._connections.close()

    async def make_mailbox(self, owner: Party, *, at: datetime, actor: str) -> MailboxFacts:
        """Make the mailbox of `owner`, or open it again."""
        return await self._connections.write(
            registering.make_mailbox, self._sql, owner, at=at, actor=actor
        )

    async def mailboxes(self) -> tuple[MailboxFacts, ...]:
        """Give every mailbox, oldest first."""
        return await self._connections.read(registering.mailboxes, self._sql)

    async def mailbox(self, mailbox: MailboxId) -> MailboxFacts | None:
        """Give one mailbox by its id."""
        return await self._connections.read(registering.mailbox, self._sql, mailbox)

    async def mailbox_of(self, id_type: IdType, number: str) -> MailboxFacts | None:
        """Give the mailbox of a number."""
        return await self._connections.read(registering.mailbox_of, self._sql, id_type, number)

    async def set_registration(
        self, mailbox: MailboxId, state: Registration, *, at: datetime, actor: str
    ) -> None:
        """Change who may be written to."""
        await self._connections.write(
            registering.set_registration, self._sql, mailbox, state, at=at, actor=actor
        )

    async def set_owner(
        self, mailbox: MailboxId, owner: Party, *, at: datetime, actor: str
    ) -> None:
        """Give a mailbox without a number its owner's."""
        await self._connections.write(
            registering.set_owner, self._sql, mailbox, owner, at=at, actor=actor
        )

    async def register_authority(self, authority: Party) -> None:
        """Vouch for a sender's number."""
        await self._connections.write(registering.register_authority, self._sql, authority)

    async def unregister_authority(self, authority: Party) -> bool:
        """Stop vouching for a sender's number."""
        return await self._connections.write(registering.unregister_authority, self._sql, authority)

    async def authorities(self) -> tuple[Party, ...]:
        """Give the vouched-for senders."""
        return await self._connections.read(registering.authorities, self._sql)

    async def take_in(
        self, letters: Sequence[ArrivingLetter], mailbox: MailboxId, *, at: datetime, actor: str
    ) -> tuple[TakenIn, ...]:
        """Store letters in one transaction."""
        return await self._connections.write(
            lambda c: Intake(c, self._sql, mailbox, at=at, actor=actor).take(letters)
        )

    async def release_held(self, *, at: datetime) -> int:
        """Show the letters whose date has come."""
        if not await self._connections.read(registering.has_held, self._sql, at=at):
            return 0
        return await self._connections.write(
            registering.release_held, self._sql, at=at, actor=OPERATOR
        )

    async def list_letters(self, mailbox: MailboxId, query: ListQuery) -> Page:
        """Give a page of letters."""
        return await self._connections.read(reading.list_letters, self._sql, mailbox, query)

    async def letter(self, mailbox: MailboxId, letter: LetterId) -> Letter:
        """Give a whole letter."""
        return await self._connections.read(reading.letter, self._sql, mailbox, letter)

    async def is_guarded(self, mailbox: MailboxId, letter: LetterId) -> bool:
        """Tell whether a letter is a legal notice without its yes."""
        return await self._connections.read(reading.is_guarded, self._sql, mailbox, letter)

    async def open_letter(
        self, mailbox: MailboxId, letter: LetterId, *, at: datetime, actor: str,
        may_open: Callable[[LetterSummary], bool],
    ) -> Letter | None:  # fmt: skip
        """Give a whole letter, marked as read, with its entry."""
        return await self._connections.write(
            deeds.open_letter, self._sql, mailbox, letter, at=at, actor=actor, may_open=may_open
        )

    async def letters_with_uuid(self, mailbox: MailboxId, uuid: str) -> tuple[LetterId, ...]:
        """Give the letters of a uuid."""
        return await self._connections.read(reading.letters_with_uuid, self._sql, mailbox, uuid)

    async def content(self, mailbox: MailboxId, letter: LetterId, sha256: str) -> bytes:
        """Give a file's bytes."""
        return await self._connections.read(reading.content, self._sql, mailbox, letter, sha256)

    async def original(self, mailbox: MailboxId, letter: LetterId) -> tuple[bytes, str]:
        """Give a letter's original bytes."""
        return await self._connections.read(reading.original, self._sql, mailbox, letter)

    async def search(self, mailbox: MailboxId, words: str, *, limit: int) -> Hits:
        """Find letters by words."""
        return await self._connections.read(
            searching.search, self._sql, mailbox, words, limit=limit
        )

    async def due(self, mailbox: MailboxId, *, since: datetime, limit: int) -> tuple[Due, ...]:
        """Give deadlines and appointments."""
        return await self._connections.read(dues.due, self._sql, mailbox, since=since, limit=limit)

    async def confirm_due(self, mailbox: MailboxId, due: Due) -> bool:
        """Remember the person's yes."""
        return await self._connections.write(dues.confirm_due, self._sql, mailbox, due)

    async def keep_heard(self, mailbox: MailboxId, letter: LetterId, heard: int) -> None:
        """Remember where listening stopped."""
        await self._connections.write(listening.keep_heard, self._sql, mailbox, letter, heard)

    async def folders(self, mailbox: MailboxId) -> tuple[Folder, ...]:
        """Give the folders."""
        return await self._connections.read(filing.folders, self._sql, mailbox)

    async def change(
        self,
        mailbox: MailboxId,
        letters: Sequence[LetterId],
        change: Change,
        *,
        deed: DeedKind,
        at: datetime,
        may_change: Callable[[LetterSummary], bool] | None = None,
    ) -> LetterId | None:
        """Change letters, all or none."""
        return await self._connections.write(
            deeds.change, self._sql, mailbox, letters, change,
            deed=deed, at=at, may_change=may_change,
        )  # fmt: skip

    async def undo(self, mailbox: MailboxId) -> Undone:
        """Take the last deed back."""
        return await self._connections.write(deeds.undo, self._sql, mailbox)

    async def make_folder(
        self, mailbox: MailboxId, name: str, *, parent: FolderId | None
    ) -> Folder:
        """Make a folder."""
        return await self._connections.write(filing.make_folder, self._sql, mailbox, name, parent)

    async def rename_folder(self, mailbox: MailboxId, folder: FolderId, name: str) -> None:
        """Rename a folder."""
        await self._connections.write(filing.rename_folder, self._sql, mailbox, folder, name)

    async def remove_folder(self, mailbox: MailboxId, folder: FolderId) -> None:
        """Remove an empty folder."""
        await self._connections.write(filing.remove_folder, self._sql, mailbox, folder)

    async def delete_for_good(
        self, mailbox: MailboxId, letter: LetterId, *, at: datetime, actor: str
    ) -> None:
        """Delete a letter with its content."""
        await self._connections.write(
            deeds.delete_for_good, self._sql, mailbox, letter, at=at, actor=actor
        )
        await self._connections.forget_deleted()

    async def legally_notified(
        self, mailbox: MailboxId, letter: LetterId, *, at: datetime, actor: str
    ) -> None:
        """Record the yes to a legal notice."""
        await self._connections.write(
            deeds.legally_notified, self._sql, mailbox, letter, at=at, actor=actor
        )

    async def record(
        self,
        mailbox: MailboxId,
        name: EventName,
        *,
        at: datetime,
        actor: str,
        letter: LetterId | None = None,
    ) -> None:
        """Append an entry to the audit log."""
        await self._connections.write(
            recording.append_event, self._sql, mailbox, name, at=at, actor=actor, letter=letter
        )

    async def events(
        self, mailbox: MailboxId, *, limit: int, before: int | None = None
    ) -> tuple[AuditEvent, ...]:
        """Give the audit log, newest first."""
        return await self._connections.read(
            recording.events, self._sql, mailbox, limit=limit, before=before
        )

    async def announcements(
        self, mailbox: MailboxId, *, after: AnnouncementId, limit: int
    ) -> tuple[Announcement, ...]:
        """Give announcements after one."""
        return await self._connections.read(
            news.announcements, self._sql, mailbox, after=after, limit=limit
        )

    async def last_announcement(self) -> AnnouncementId:
        """Give the newest announcement's id."""
        return await self._connections.read(news.last_announcement, self._sql)

    def changes(self) -> AbstractAsyncContextManager[AsyncIterator[None]]:
        """Enter to be told of every commit of any process."""
        return news.changes(self._connections)

    async def letter_ids(self, mailbox: MailboxId) -> tuple[LetterId, ...]:
        """Give every letter's id."""
        return await self._connections.read(reading.letter_ids, self._sql, mailbox)

    async def deletions(self, mailbox: MailboxId) -> tuple[tuple[str, str], ...]:
        """Give what was deleted for good."""
        return await self._connections.read(reading.deletions, self._sql, mailbox)

    async def remember_deletions(
        self, mailbox: MailboxId, deletions: Sequence[tuple[str, str]]
    ) -> None:
        """Keep letters away that were deleted for good elsewhere."""
        await self._connections.write(deeds.remember_deletions, self._sql, mailbox, deletions)

    async def check(self) -> CheckReport:
        """Look for damage everywhere."""
        from mailbox_store.sqlite import checking  # 2 ms: seldom wanted, and never by a list

        return await self._connections.write(checking.check, self._sql)

    async def back_up(self, target: Path) -> None:
        """Write a whole copy while in use."""
        from mailbox_store.sqlite import safekeeping  # 2 ms: seldom wanted, and never by a list

        await asyncio.to_thread(safekeeping.back_up, self._path, target)
