"""Taking letters in: everything one arrival writes, in one transaction with its neighbours."""

import hashlib
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from mailbox_store.model.arriving import ArrivingLetter, Outcome, TakenIn
from mailbox_store.model.document import DocumentType, Reading
from mailbox_store.model.errors import MailboxNotFound
from mailbox_store.model.event import EventName
from mailbox_store.model.letter import (
    LetterId,
    MailboxId,
    MessageState,
    Origin,
    milliseconds_of,
)
from mailbox_store.model.party import Party
from mailbox_store.search_words import fold
from mailbox_store.sqlite.filing import folder_at, standard_folder
from mailbox_store.sqlite.letter_columns import (
    dues_of,
    ms_or_none,
    unchanging_columns,
    words_of,
)
from mailbox_store.sqlite.recording import Chain
from mailbox_store.sqlite.values import (
    facts_sha256,
    storable,
)

_EVENTS = {
    Origin.POST_OFFICE: EventName.MEMO_AVAILABLE_TO_RECIPIENT,
    Origin.IMPORT: EventName.LETTER_IMPORTED,
}


class Intake:
    """One transaction's arrivals into one mailbox: its counters are read and written once."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        sql: dict[str, str],
        mailbox: MailboxId,
        *,
        at: datetime,
        actor: str,
    ) -> None:
        """Read the mailbox's counters. Raises `MailboxNotFound`."""
        self._c = connection
        self._sql = sql
        self._mailbox = mailbox
        self._at = at
        self._actor = actor
        numbers = self._one("take_numbers", mailbox=mailbox)
        if numbers is None:
            raise MailboxNotFound
        self._last_letter, self._last_thread, self._newest_ms, self._out_of_order = numbers
        self._folders: dict[tuple[str, ...], int] = {}
        self._counts: dict[int, list[int]] = {}
        self._senders: dict[Party, int] = {}
        self._contents: dict[bytes, int] = {}
        self._chain = Chain(connection, sql, mailbox)

    def take(self, letters: Sequence[ArrivingLetter]) -> tuple[TakenIn, ...]:
        """Store the letters in the order given, and the counters after them."""
        taken = tuple(self._take_one(letter) for letter in letters)
        self._run(
            "put_numbers",
            mailbox=self._mailbox,
            last_letter=self._last_letter,
            last_thread=self._last_thread,
            newest_ms=self._newest_ms,
            is_out_of_order=self._out_of_order,
        )
        for folder, (total, unread) in self._counts.items():
            self._run("count_in_folder", folder_key=folder, total=total, unread=unread)
        self._chain.keep()
        return taken

    def _take_one(self, letter: ArrivingLetter) -> TakenIn:
        fingerprint = bytes.fromhex(letter.fingerprint)
        uuid = storable(letter.uuid)
        before = self._all("arrivals", mailbox=self._mailbox, uuid=uuid)
        for known, letter_id in before:
            if known == fingerprint:
                outcome = Outcome.ALREADY_HERE if letter_id else Outcome.DELETED_BEFORE
                return TakenIn(outcome=outcome, letter=letter_id, uuid=uuid)
        self._last_letter += 1
        letter_id = LetterId(self._last_letter)
        self._run(
            "insert_arrival",
            mailbox=self._mailbox,
            uuid=uuid,
            fingerprint=fingerprint,
            letter=letter_id,
        )
        is_held = letter.hold_until is not None and letter.hold_until > self._at
        key = self._insert_letter(letter, letter_id, uuid, is_held=is_held, conflict=bool(before))
        self._insert_documents(letter, key)
        self._insert_words(letter, key)
        self._insert_due(letter, key)
        if before:
            self._run("mark_conflict", mailbox=self._mailbox, uuid=uuid)
        if not is_held:
            self._announce(letter, letter_id)
        outcome = Outcome.STORED_AS_CONFLICT if before else Outcome.STORED
        return TakenIn(outcome=Outcome.HELD if is_held else outcome, letter=letter_id, uuid=uuid)

    def _insert_letter(
        self,
        letter: ArrivingLetter,
        letter_id: LetterId,
        uuid: str,
        *,
        is_held: bool,
        conflict: bool,
    ) -> int:
        received_ms = milliseconds_of(letter.received)
        if received_ms < self._newest_ms:
            self._out_of_order = 1
        self._newest_ms = max(self._newest_ms, received_ms)
        folder = None if is_held else self._folder(letter)
        if folder is not None:
            counts = self._counts.setdefault(folder, [0, 0])
            counts[0] += 1
            counts[1] += letter.unread
        facts = unchanging_columns(letter, uuid)
        cursor = self._run(
            "insert_letter",
            mailbox=self._mailbox,
            id=letter_id,
            folder_key=folder,
            sender_id=self._sender(letter.sender),
            received_ms=received_ms,
            unread=letter.unread,
            flagged=letter.flagged,
            note=storable(letter.note),
            has_due=bool(dues_of(letter)),
            legally_notified_ms=ms_or_none(letter.legally_notified),
            thread=self._thread(letter, uuid),
            conflict=conflict,
            original_id=self._content(letter.original),
            held_until_ms=ms_or_none(letter.hold_until) if is_held else None,
            facts_sha256=facts_sha256(
                [
                    letter.sender.id_type,
                    storable(letter.sender.number),
                    storable(letter.sender.name),
                    *facts.values(),
                ]
            ),
            **facts,
        )
        return cursor.lastrowid or 0

    def _insert_documents(self, letter: ArrivingLetter, key: int) -> None:
        for place, document in enumerate(letter.documents):
            text_id = (
                self._content(document.text.encode("utf-8", "replace")) if document.text else None
            )
            self._run(
                "insert_document",
                letter_key=key,
                position=place,
                type=document.type,
                label=storable(document.label),
                reading=document.reading,
                pages=document.pages,
                text_id=text_id,
            )
            if document.reading is Reading.WAITING:
                self._run("insert_waiting", key=key, position=place)
            for position, file in enumerate(document.files):
                self._run(
                    "insert_file",
                    letter_key=key,
                    document=place,
                    position=position,
                    name=storable(file.name),
                    media_type=storable(file.media_type),
                    declared_type=storable(file.declared_type),
                    language=storable(file.language),
                    content_id=self._content(file.content),
                )

    def _insert_words(self, letter: ArrivingLetter, key: int) -> None:
        self._run(
            "insert_words",
            key=key,
            **words_of(
                self._mailbox,
                storable(letter.subject),
                storable(letter.sender.name),
                [
                    d.text
                    for d in letter.documents
                    if d.text and d.type is not DocumentType.TECHNICAL
                ],
            ),
        )

    def _insert_due(self, letter: ArrivingLetter, key: int) -> None:
        for kind, at_ms, label in dues_of(letter):
            self._run(
                "insert_due",
                mailbox=self._mailbox,
                at_ms=at_ms,
                letter_key=key,
                kind=kind,
                label=storable(label),
            )

    def _announce(self, letter: ArrivingLetter, letter_id: LetterId) -> None:
        is_draft = letter.state is MessageState.DRAFT
        self._chain.append(
            EventName.DRAFT_WRITTEN if is_draft else _EVENTS[letter.origin],
            at=self._at, actor=self._actor, letter=letter_id,
        )  # fmt: skip
        if not is_draft:  # the person wrote it: it is no news
            self._run(
                "insert_announcement",
                mailbox=self._mailbox,
                letter=letter_id,
                at_ms=milliseconds_of(self._at),
            )

    def _folder(self, letter: ArrivingLetter) -> int:
        is_draft = letter.state is MessageState.DRAFT
        path = letter.folder or (("DRAFTS",) if is_draft else ())
        if path not in self._folders:
            self._folders[path] = (
                folder_at(self._c, self._sql, self._mailbox, path)
                if path
                else standard_folder(self._c, self._sql, self._mailbox, "INBOX")
            )
        return self._folders[path]

    def _sender(self, sender: Party) -> int:
        if sender not in self._senders:
            who = {
                "id_type": sender.id_type,
                "number": storable(sender.number),
                "name": storable(sender.name),
            }
            found = self._one("sender", **who)
            if found is None:
                vouched = self._one("is_authority", id_type=who["id_type"], number=who["number"])
                found = self._one(
                    "insert_sender", folded=fold(who["name"]), is_authority=bool(vouched), **who
                )
            self._senders[sender] = found[0]
        return self._senders[sender]

    def _thread(self, letter: ArrivingLetter, uuid: str) -> int:
        """Give the letter's thread; two threads that it joins become one."""
        uuids = [uuid, *(storable(u) for u in letter.related)]
        found = [self._one("thread_of", mailbox=self._mailbox, uuid=each) for each in uuids]
        threads = sorted({row[0] for row in found if row is not None})
        if threads:
            thread = threads[0]
        else:
            self._last_thread += 1
            thread = self._last_thread
        for other in threads[1:]:
            for joined in ("join_letters", "join_links"):
                self._run(joined, mailbox=self._mailbox, thread=thread, other=other)
        for each, row in zip(uuids, found, strict=True):
            if row is None:
                self._run("insert_link", mailbox=self._mailbox, uuid=each, thread=thread)
        return int(thread)

    def _content(self, content: bytes) -> int:
        """Give the row of some content, one use more than before."""
        known = self._contents.get(content)
        if known is None:
            sha256 = hashlib.sha256(content).digest()
            row = self._one("content_by_sha256", sha256=sha256)
            known = None if row is None else int(row[0])
        if known is None:
            known = self._run("insert_content", sha256=sha256, size=len(content)).lastrowid or 0
            self._run("insert_bytes", id=known, bytes=content)
        else:
            self._run("use_content", id=known)
        self._contents[content] = known
        return known

    def _run(self, name: str, /, **values: Any) -> sqlite3.Cursor:
        return self._c.execute(self._sql[name], values)

    def _one(self, name: str, /, **values: Any) -> Any:
        return self._c.execute(self._sql[name], values).fetchone()

    def _all(self, name: str, /, **values: Any) -> list[Any]:
        return self._c.execute(self._sql[name], values).fetchall()
