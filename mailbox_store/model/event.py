"""The audit log's entries: who did what to which letter, in a chain that shows tampering."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailbox_store.model.letter import LetterId


class EventName(StrEnum):
    """What happened. The first block are the national API's names, the second our own."""

    MESSAGE_READ = "MESSAGE_READ"
    MESSAGE_LEGALLY_NOTIFIED = "MESSAGE_LEGALLY_NOTIFIED"
    MEMO_AVAILABLE_TO_RECIPIENT = "MEMO_AVAILABLE_TO_RECIPIENT"

    LEGAL_NOTICE_ASKED = "LEGAL_NOTICE_ASKED"
    LEGAL_NOTICE_DECLINED = "LEGAL_NOTICE_DECLINED"
    LETTER_IMPORTED = "LETTER_IMPORTED"
    DRAFT_WRITTEN = "DRAFT_WRITTEN"
    LETTER_DELETED_FOR_GOOD = "LETTER_DELETED_FOR_GOOD"
    DOCUMENT_SAVED = "DOCUMENT_SAVED"
    MAILBOX_EXPORTED = "MAILBOX_EXPORTED"
    MAILBOX_BACKED_UP = "MAILBOX_BACKED_UP"
    MAILBOX_REGISTERED = "MAILBOX_REGISTERED"
    MAILBOX_EXEMPTED = "MAILBOX_EXEMPTED"
    MAILBOX_CLOSED = "MAILBOX_CLOSED"
    MAILBOX_OWNER_SET = "MAILBOX_OWNER_SET"
    CHAT_LINK_OFFERED = "CHAT_LINK_OFFERED"
    CHAT_ASKED = "CHAT_ASKED"
    CHAT_ACCEPTED = "CHAT_ACCEPTED"
    CHAT_REFUSED = "CHAT_REFUSED"
    CHAT_UNLINKED = "CHAT_UNLINKED"
    CHAT_LEVEL_SET = "CHAT_LEVEL_SET"
    CHAT_PIN_SET = "CHAT_PIN_SET"
    CHAT_PIN_WRONG = "CHAT_PIN_WRONG"
    CHAT_PIN_LOCKED = "CHAT_PIN_LOCKED"
    CHAT_BLOCKED = "CHAT_BLOCKED"
    CHAT_MESSAGES_DELETED = "CHAT_MESSAGES_DELETED"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEvent:
    """One entry; content is never in it.

    `actor` is "CPR:…", "CVR:…", "OPERATOR", "LOCAL", or "CHAT:telegram:2", the mailbox's chat 2.
    """

    number: int  # counts from 1 inside one mailbox
    at: datetime
    actor: str
    name: EventName
    letter: LetterId | None
    previous: str  # the hash before, hex
    hash: str  # sha256, hex
