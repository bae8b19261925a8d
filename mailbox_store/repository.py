"""What every backend must do: one Protocol, proved by one contract test suite.

Every method is one transaction. Nothing here decides who may do it: that is `access` and the
door (`mailbox.Mailbox`); but every method is given the mailbox it works on and can reach nothing
outside it. All raise `StoreError` and its kin; `LetterNotFound` where a letter is named that this
mailbox does not have.
"""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

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
)
from mailbox_store.reading_queue import ReadingQueue

if TYPE_CHECKING:  # 3 ms: no list wants it
    from mailbox_store.chats import ChatStore


class Repository(Protocol):
    """A store of many mailboxes."""

    @property
    def reading_queue(self) -> ReadingQueue:
        """The documents on their way to being read."""
        ...

    @property
    def chats(self) -> "ChatStore":
        """The chats that letters may be told of in."""
        ...

    # -- mailboxes and the register

    async def make_mailbox(self, owner: Party, *, at: datetime, actor: str) -> MailboxFacts:
        """Make the mailbox of `owner` with its standard folders and Archive, REGISTERED.

        If it is there already it becomes REGISTERED again and keeps everything.
        """
        ...

    async def mailboxes(self) -> tuple[MailboxFacts, ...]:
        """Give every mailbox, oldest first."""
        ...

    async def mailbox(self, mailbox: MailboxId) -> MailboxFacts | None:
        """Give one mailbox by its id."""
        ...

    async def mailbox_of(self, id_type: IdType, number: str) -> MailboxFacts | None:
        """Give the mailbox of a number (in its normal form)."""
        ...

    async def set_registration(
        self, mailbox: MailboxId, state: Registration, *, at: datetime, actor: str
    ) -> None:
        """Change who may be written to; the letters stay."""
        ...

    async def set_owner(
        self, mailbox: MailboxId, owner: Party, *, at: datetime, actor: str
    ) -> None:
        """Give a mailbox without a number its owner's."""
        ...

    async def register_authority(self, authority: Party) -> None:
        """Vouch for a sender's number: its letters through the post office are verified."""
        ...

    async def unregister_authority(self, authority: Party) -> bool:
        """Stop vouching; False if the number was not vouched for."""
        ...

    async def authorities(self) -> tuple[Party, ...]:
        """Give the vouched-for senders by name."""
        ...

    # -- arrival

    async def take_in(
        self, letters: Sequence[ArrivingLetter], mailbox: MailboxId, *, at: datetime, actor: str
    ) -> tuple[TakenIn, ...]:
        """Store letters in one transaction, each announced; a repetition changes nothing.

        Returns when they are durable on disk, in the order given.
        """
        ...

    async def release_held(self, *, at: datetime) -> int:
        """Put letters whose date has come into their inboxes, announced; give how many."""
        ...

    # -- reading

    async def list_letters(self, mailbox: MailboxId, query: ListQuery) -> Page:
        """Give a page of letters, newest first."""
        ...

    async def letter(self, mailbox: MailboxId, letter: LetterId) -> Letter:
        """Give a whole letter. Guards nothing: the door does."""
        ...

    async def is_guarded(self, mailbox: MailboxId, letter: LetterId) -> bool:
        """Tell whether a letter is a legal notice that nobody said yes to."""
        ...

    async def open_letter(
        self,
        mailbox: MailboxId,
        letter: LetterId,
        *,
        at: datetime,
        actor: str,
        may_open: Callable[[LetterSummary], bool],
    ) -> Letter | None:
        """Give a whole letter, marked as read, with its MESSAGE_READ entry, in one transaction.

        `may_open` is the door's rule, asked inside the transaction; None if it says no, and
        nothing has happened then.
        """
        ...

    async def letters_with_uuid(self, mailbox: MailboxId, uuid: str) -> tuple[LetterId, ...]:
        """Give the letters of a uuid (two where they conflict)."""
        ...

    async def content(self, mailbox: MailboxId, letter: LetterId, sha256: str) -> bytes:
        """Give the bytes of one of the letter's files, checked against their sha256.

        Raises `DocumentNotFound` if the letter has no such file, `StoreDamaged` if they differ.
        """
        ...

    async def original(self, mailbox: MailboxId, letter: LetterId) -> tuple[bytes, str]:
        """Give the letter's original bytes and their media type."""
        ...

    async def search(self, mailbox: MailboxId, words: str, *, limit: int) -> Hits:
        """Find letters by words; `word*` by beginning, `"two words"` as a phrase."""
        ...

    async def due(self, mailbox: MailboxId, *, since: datetime, limit: int) -> tuple[Due, ...]:
        """Give deadlines and appointments from `since` on, soonest first, bin left out."""
        ...

    async def confirm_due(self, mailbox: MailboxId, due: Due) -> bool:
        """Remember the person's yes to what was found in a text; False if there is no such."""
        ...

    async def keep_heard(self, mailbox: MailboxId, letter: LetterId, heard: int) -> None:
        """Remember how many sentences were heard of a letter, where it still is."""
        ...

    async def folders(self, mailbox: MailboxId) -> tuple[Folder, ...]:
        """Give the folders: standard ones first, then Archive, then the person's own."""
        ...

    # -- deeds

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
        """Change letters, all or none, and remember how to undo it.

        Gives the first letter that the door's rule `may_change` says no to; nothing has happened
        then.
        """
        ...

    async def undo(self, mailbox: MailboxId) -> Undone:
        """Take the last deed back. Raises `NothingToUndo`."""
        ...

    async def make_folder(
        self, mailbox: MailboxId, name: str, *, parent: FolderId | None
    ) -> Folder:
        """Make a folder of the person's own. Raises `FolderNameTaken`."""
        ...

    async def rename_folder(self, mailbox: MailboxId, folder: FolderId, name: str) -> None:
        """Rename. Raises `StandardFolder`, `FolderNameTaken`."""
        ...

    async def remove_folder(self, mailbox: MailboxId, folder: FolderId) -> None:
        """Remove an empty folder. Raises `StandardFolder`, `FolderNotEmpty`."""
        ...

    async def delete_for_good(
        self, mailbox: MailboxId, letter: LetterId, *, at: datetime, actor: str
    ) -> None:
        """Delete a letter of the bin with its content; its uuid and fingerprint stay."""
        ...

    async def legally_notified(
        self, mailbox: MailboxId, letter: LetterId, *, at: datetime, actor: str
    ) -> None:
        """Record the yes to a legal notice, with its entry; the first yes stands."""
        ...

    # -- the record, and the news

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
        ...

    async def events(
        self, mailbox: MailboxId, *, limit: int, before: int | None = None
    ) -> tuple[AuditEvent, ...]:
        """Give the audit log, newest first."""
        ...

    async def announcements(
        self, mailbox: MailboxId, *, after: AnnouncementId, limit: int
    ) -> tuple[Announcement, ...]:
        """Give announcements after one, oldest first."""
        ...

    async def last_announcement(self) -> AnnouncementId:
        """Give the newest announcement's id of any mailbox, 0 if there is none."""
        ...

    def changes(self) -> AbstractAsyncContextManager[AsyncIterator[None]]:
        """Enter to be told: yields at once, then whenever any process committed something."""
        ...

    # -- the whole store

    async def letter_ids(self, mailbox: MailboxId) -> tuple[LetterId, ...]:
        """Give every letter's id, oldest first: for export."""
        ...

    async def deletions(self, mailbox: MailboxId) -> tuple[tuple[str, str], ...]:
        """Give uuid and fingerprint (hex) of each letter deleted for good: for export."""
        ...

    async def remember_deletions(
        self, mailbox: MailboxId, deletions: Sequence[tuple[str, str]]
    ) -> None:
        """Keep letters away that were deleted for good in another store; what is here stays."""
        ...

    async def check(self) -> CheckReport:
        """Look for damage everywhere."""
        ...

    async def back_up(self, target: Path) -> None:
        """Write a whole copy while in use."""
        ...
