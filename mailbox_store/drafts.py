"""A letter that the person writes, as the store takes it in: it lies in Drafts until it is sent."""

import hashlib
import json
import uuid
from datetime import datetime

from mailbox_store.model.arriving import ArrivingDocument, ArrivingLetter
from mailbox_store.model.document import DocumentType, Reading
from mailbox_store.model.letter import Letter, MessageState, Origin
from mailbox_store.model.party import IdType, Party

DRAFT_TYPE = "application/vnd.brevdue.draft+json"


def draft_of(
    *,
    sender: Party,
    recipient: Party,
    subject: str,
    text: str,
    about: Letter | None,
    written: datetime,
) -> ArrivingLetter:
    """Make a draft; `about` is the letter it answers, whose thread and case it shares."""
    name = str(uuid.uuid4())
    told = {
        "uuid": name,
        "to": [recipient.id_type, recipient.number, recipient.name],
        "subject": subject,
        "text": text,
        "case": about.case_id if about else "",
        "related": [about.summary.uuid] if about else [],
    }
    original = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
    return read_draft(original, sender=sender, written=written)


def read_draft(original: bytes, *, sender: Party, written: datetime) -> ArrivingLetter:
    """Read a draft back from its bytes, as an export holds them.

    Raises `ValueError`, `KeyError` or `TypeError` where they are no draft.
    """
    told = json.loads(original)
    id_type, number, name = told["to"]
    return ArrivingLetter(
        uuid=str(uuid.UUID(told["uuid"])),
        fingerprint=hashlib.sha256(original).hexdigest(),
        original=original,
        original_type=DRAFT_TYPE,
        origin=Origin.IMPORT,
        sender=sender,
        recipient=Party(id_type=IdType(id_type), number=str(number), name=str(name)),
        subject=str(told["subject"]),
        received=written,
        state=MessageState.DRAFT,
        case_id=str(told["case"]),
        related=tuple(map(str, told["related"])),
        documents=(
            ArrivingDocument(
                type=DocumentType.MAIN,
                label="",
                files=(),
                reading=Reading.READ,
                text=str(told["text"]),
            ),
        ),
        unread=False,
    )
