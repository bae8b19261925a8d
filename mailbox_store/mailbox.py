"""THE door: everything one person can do with one mailbox, and nothing they may not.

Faces hold a `Mailbox` and nothing else of the store. The guard for legal notices lives here:
their content leaves only after `answer_legal_notice(letter, yes=True)`; listing, searching,
export and backup never count as opening.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from mailbox_store.access import Identity, mailbox_for
from mailbox_store.model.announcement import Announcement, AnnouncementId
from mailbox_store.model.arriving import ArrivingLetter
from mailbox_store.model.document import Reading
from mailbox_store.model.errors import LegalNoticeUnanswered, LetterNotFound, NotInBin
from mailbox_store.model.event import AuditEvent, EventName
from mailbox_store.model.folder import Folder, FolderId, FolderType
from mailbox_store.model.letter import (
    Letter,
    LetterId,
    LetterSummary,
    MailboxId,
    letter_id_from,
)
from mailbox_store.model.mailbox_facts import MailboxFacts
from mailbox_store.model.query import Change, DeedKind, Due, Hits, ListQuery, Page, Undone
from mailbox_store.repository import Repository

Clock = Callable[[], datetime]  # gives aware UTC times
# Reads a letter's documents out of the queue, before all others; returns when it did, or cannot.
ReadFirst = Callable[[MailboxId, LetterId], Awaitable[None]]


class Mailbox:
    """One person's view of one mailbox. Make it with `open_mailbox`."""

    def __init__(
        self, repository: Repository, facts: MailboxFacts, *,
        who: Identity, now: Clock, read_first: ReadFirst | None = None,
    ) -> None:  # fmt: skip
        """Use `open_mailbox`, which asks `access` first."""
        self._repository = repository
        self._who = who
        self._now = now
        self._read_first = read_first
        self.facts = facts

    # -- reading

    async def list(self, query: ListQuery) -> Page:
        """Give a page of letters, newest first."""
        return await self._repository.list_letters(self._id, query)

    async def find(self, name: str) -> LetterId:
        """Give the letter that an id (L12) or a uuid names; the newest where two conflict.

        Raises `LetterNotFound`.
        """
        if (letter := letter_id_from(name)) is not None:
            return (await self._repository.letter(self._id, letter)).id
        found = await self._repository.letters_with_uuid(self._id, name.strip().lower())
        if not found:
            raise LetterNotFound(name=name)
        return found[-1]

    async def open(self, letter: LetterId) -> Letter:
        """Open a letter: give it whole, mark it as read, and write so in the audit log.

        Documents that still wait to be read are read first. Raises `LegalNoticeUnanswered` for a
        legal notice nobody said yes to; that the question was put is then in the audit log, and
        nothing else happened.
        """
        who, at = self._who.actor, self._now()
        opened = await self._repository.open_letter(
            self._id, letter, at=at, actor=who, may_open=_is_open
        )
        if opened is None:
            raise await self._unanswered(letter)
        is_waiting = any(each.reading is Reading.WAITING for each in opened.documents)
        if not is_waiting or self._read_first is None:
            return opened
        await self._read_first(self._id, letter)
        return await self._repository.letter(self._id, letter)

    async def content(self, letter: LetterId, sha256: str) -> bytes:
        """Give a file's bytes, to be saved; guarded like `open`, and in the audit log."""
        if await self._repository.is_guarded(self._id, letter):
            raise await self._unanswered(letter)
        content = await self._repository.content(self._id, letter, sha256)
        await self._record(EventName.DOCUMENT_SAVED, letter)
        return content

    async def search(self, words: str, *, limit: int = 20) -> Hits:
        """Find letters by words, newest first, with the words around each find."""
        return await self._repository.search(self._id, words, limit=limit)

    async def due(self, *, limit: int = 50) -> tuple[Due, ...]:
        """Give deadlines and appointments from a day ago on, soonest first.

        A day ago, because a deadline written as a Danish midnight is the day before in UTC and
        still to be kept today; which day it is, the face tells in the person's time.
        """
        a_day_ago = self._now() - timedelta(days=1)
        return await self._repository.due(self._id, since=a_day_ago, limit=limit)

    async def confirm_due(self, due: Due) -> bool:
        """Remember the person's yes to a deadline found in a text; False if it is gone."""
        return await self._repository.confirm_due(self._id, due)

    async def keep_heard(self, letter: LetterId, sentences: int) -> None:
        """Remember where listening to a letter stopped; 0 once it was heard to its end."""
        await self._repository.keep_heard(self._id, letter, sentences)

    async def folders(self) -> tuple[Folder, ...]:
        """Give the folders: standard ones first, then Archive, then the person's own."""
        return await self._repository.folders(self._id)

    async def audit_log(
        self, *, limit: int = 50, before: int | None = None
    ) -> tuple[AuditEvent, ...]:
        """Give the audit log, newest first."""
        return await self._repository.events(self._id, limit=limit, before=before)

    # -- the legal notice

    async def answer_legal_notice(self, letter: LetterId, *, yes: bool) -> None:
        """Record the person's answer to the question. Only a yes lets `open` succeed."""
        if yes:
            await self._repository.legally_notified(
                self._id, letter, at=self._now(), actor=self._who.actor
            )
        else:
            await self._record(EventName.LEGAL_NOTICE_DECLINED, letter)

    # -- deeds, each undone by `undo`

    async def move(self, letters: Sequence[LetterId], folder: FolderId) -> None:
        """Move letters into a folder."""
        await self._change(letters, Change(folder=folder), DeedKind.MOVE)

    async def archive(self, letters: Sequence[LetterId]) -> None:
        """Move letters into Archive."""
        folder = next(f for f in await self.folders() if f.is_archive)
        await self._change(letters, Change(folder=folder.id), DeedKind.ARCHIVE)

    async def bin(self, letters: Sequence[LetterId]) -> None:
        """Move letters into the bin; they stay there until deleted for good."""
        folder = await self._standard(FolderType.DELETED)
        await self._change(letters, Change(folder=folder), DeedKind.BIN)

    async def restore(self, letters: Sequence[LetterId]) -> None:
        """Take letters out of the bin, into the inbox."""
        folder = await self._standard(FolderType.INBOX)
        await self._change(letters, Change(folder=folder), DeedKind.RESTORE)

    async def flag(self, letters: Sequence[LetterId], *, on: bool) -> None:
        """Flag letters, or take the flag off."""
        deed = DeedKind.FLAG if on else DeedKind.UNFLAG
        await self._change(letters, Change(flagged=on), deed)

    async def mark(self, letters: Sequence[LetterId], *, unread: bool) -> None:
        """Mark letters as unread or as read.

        A legal notice that was not opened stays unread: raises `LegalNoticeUnanswered`.
        """
        deed, may_change = (
            (DeedKind.MARK_UNREAD, None) if unread else (DeedKind.MARK_READ, _is_open)
        )
        refused = await self._repository.change(
            self._id, letters, Change(unread=unread), deed=deed, at=self._now(),
            may_change=may_change,
        )  # fmt: skip
        if refused is not None:  # no question is put, so none goes into the log
            raise LegalNoticeUnanswered(letter=refused)

    async def write_note(self, letter: LetterId, note: str) -> None:
        """Put the person's own note on a letter; an empty one takes it off."""
        await self._change([letter], Change(note=note), DeedKind.NOTE)

    async def undo(self) -> Undone:
        """Take the last deed back, also one of an earlier run. Raises `NothingToUndo`."""
        return await self._repository.undo(self._id)

    async def delete_for_good(self, letter: LetterId) -> None:
        """Delete a letter of the bin; cannot be undone, so the face asks first.

        Raises `NotInBin`. The uuid and sha256 stay, so that a retry cannot bring it back.
        """
        lying = await self._repository.letter(self._id, letter)
        if lying.summary.folder is not FolderType.DELETED:
            raise NotInBin(letter=letter)
        await self._repository.delete_for_good(
            self._id, letter, at=self._now(), actor=self._who.actor
        )

    async def write_draft(self, draft: ArrivingLetter) -> LetterId | None:
        """Put a letter of the person's own, as `drafts.draft_of` makes it, into Drafts."""
        [taken] = await self._repository.take_in(
            [draft], self._id, at=self._now(), actor=self._who.actor
        )
        return taken.letter

    # -- folders

    async def make_folder(self, name: str, *, parent: FolderId | None = None) -> Folder:
        """Make a folder of one's own. Raises `FolderNameTaken`."""
        return await self._repository.make_folder(self._id, name, parent=parent)

    async def rename_folder(self, folder: FolderId, name: str) -> None:
        """Rename one's own folder. Raises `StandardFolder`, `FolderNameTaken`."""
        await self._repository.rename_folder(self._id, folder, name)

    async def remove_folder(self, folder: FolderId) -> None:
        """Remove one's own empty folder. Raises `StandardFolder`, `FolderNotEmpty`."""
        await self._repository.remove_folder(self._id, folder)

    # -- everything out, and the news

    async def every_letter(self) -> tuple[LetterId, ...]:
        """Give every letter's id, oldest first, bin included: for export."""
        return await self._repository.letter_ids(self._id)

    async def unopened(self, letter: LetterId) -> Letter:
        """Give a letter as it lies, for export: nothing is marked, shown or written down.

        Faces must not render what this gives; they use `open`.
        """
        return await self._repository.letter(self._id, letter)

    async def original(self, letter: LetterId) -> tuple[bytes, str]:
        """Give the original bytes and their media type, for export; not an opening."""
        return await self._repository.original(self._id, letter)

    async def deletions(self) -> tuple[tuple[str, str], ...]:
        """Give uuid and fingerprint of each letter deleted for good, so that a move keeps it so."""
        return await self._repository.deletions(self._id)

    async def record_export(self) -> None:
        """Write in the audit log that the whole mailbox was exported."""
        await self._record(EventName.MAILBOX_EXPORTED, None)

    async def newest_announcement(self) -> AnnouncementId:
        """Give where a `watch` begins that must miss nothing which comes after this moment."""
        return await self._repository.last_announcement()

    async def watch(self, *, after: AnnouncementId | None = None) -> AsyncIterator[Announcement]:
        """Yield each new letter's announcement as it is committed, by any process.

        Without `after` it begins with what comes once it has been begun.
        """
        last = await self.newest_announcement() if after is None else after
        async with self._repository.changes() as changes:
            async for _ in changes:
                for announcement in await self._repository.announcements(
                    self._id, after=last, limit=1000
                ):
                    last = announcement.id
                    yield announcement

    @property
    def _id(self) -> MailboxId:
        return self.facts.id

    async def _unanswered(self, letter: LetterId) -> LegalNoticeUnanswered:
        """Write down that the question is put, and give the error by which the face puts it."""
        await self._record(EventName.LEGAL_NOTICE_ASKED, letter)
        return LegalNoticeUnanswered(letter=letter)

    async def _standard(self, kind: FolderType) -> FolderId:
        return next(f.id for f in await self.folders() if f.type is kind)

    async def _change(self, letters: Sequence[LetterId], change: Change, deed: DeedKind) -> None:
        await self._repository.change(self._id, letters, change, deed=deed, at=self._now())

    async def _record(self, name: EventName, letter: LetterId | None) -> None:
        await self._repository.record(
            self._id, name, at=self._now(), actor=self._who.actor, letter=letter
        )


def _is_open(letter: LetterSummary) -> bool:
    """THE guard: a legal notice is closed until somebody said yes."""
    return not letter.is_guarded


async def open_mailbox(
    mailbox: MailboxId,
    *,
    who: Identity,
    repository: Repository,
    now: Clock,
    read_first: ReadFirst | None = None,
) -> Mailbox:
    """Open a mailbox as somebody. Raises `MailboxNotFound` if it is not theirs.

    `read_first` is how the documents of a letter are read that is opened before anybody did.
    """
    facts = await mailbox_for(who, mailbox, repository=repository)
    return Mailbox(repository, facts, who=who, now=now, read_first=read_first)
