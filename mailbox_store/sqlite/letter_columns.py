"""What an arriving letter's row holds: its unchanging columns, its words, what falls due."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from mailbox_store.model.arriving import ArrivingDocument, ArrivingLetter
from mailbox_store.model.document import DocumentType
from mailbox_store.model.letter import MailboxId, MessageType, Origin, milliseconds_of
from mailbox_store.model.query import DueKind
from mailbox_store.search_words import fold
from mailbox_store.sqlite.values import actions_to_json, storable, warnings_to_json

MOST_INDEXED = 1_000_000  # characters of text of one letter that search looks at


def words_of(mailbox: MailboxId, subject: str, sender: str, texts: Sequence[str]) -> dict[str, str]:
    """Fold what search looks at; taking a letter's words out needs the very same."""
    body = "\n".join(texts)[:MOST_INDEXED]
    return {
        "mailbox": f"m{mailbox}",
        "subject": fold(subject),
        "sender": fold(sender),
        "body": fold(body.encode("utf-8", "replace").decode()),
    }


def unchanging_columns(letter: ArrivingLetter, uuid: str) -> dict[str, Any]:
    """Give the columns that never change, in the order of `check_letters`."""
    appointments = [ms for kind, ms, _ in dues_of(letter) if kind is DueKind.APPOINTMENT]
    return {
        "uuid": uuid,
        "recipient_type": letter.recipient.id_type,
        "recipient_number": storable(letter.recipient.number),
        "recipient_name": storable(letter.recipient.name),
        "subject": storable(letter.subject),
        "sent_ms": ms_or_none(letter.sent),
        "type": letter.type,
        "state": letter.state,
        "by_post": int(letter.origin is Origin.POST_OFFICE),
        "may_reply": int(letter.may_reply),
        "reply_by_ms": ms_or_none(letter.reply_by),
        "appointment_ms": min(appointments, default=None),
        "legal_notice": int(letter.type is MessageType.LEGAL_NOTIFICATION),
        "notification": storable(letter.notification),
        "case_id": storable(letter.case_id),
        "document_count": _shown(letter.documents),
        "actions": storable(actions_to_json(letter.actions)),
        "warnings": storable(warnings_to_json(letter.warnings)),
        "original_type": storable(letter.original_type),
    }


def _shown(documents: tuple[ArrivingDocument, ...]) -> int:
    return sum(d.type is not DocumentType.TECHNICAL for d in documents)


def dues_of(letter: ArrivingLetter) -> list[tuple[DueKind, int, str]]:
    """Give what falls due in a letter: kind, milliseconds, label."""
    dues = []
    if letter.reply_by is not None:
        dues.append((DueKind.REPLY, milliseconds_of(letter.reply_by), ""))
    for action in letter.actions:
        if action.reservation is not None:
            start = milliseconds_of(action.reservation.start)
            dues.append((DueKind.APPOINTMENT, start, action.label))
        elif action.end is not None:
            dues.append((DueKind.ACTION, milliseconds_of(action.end), action.label))
    return dues


def ms_or_none(moment: datetime | None) -> int | None:
    """Write a time that may be missing."""
    return None if moment is None else milliseconds_of(moment)
