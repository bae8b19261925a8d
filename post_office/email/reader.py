"""One e-mail (RFC 5322) as an arriving letter. No malformed header, nesting or charset stops it.

A MeMo message attached to a mail stays an attachment: who it is for is decided by the register,
not by whoever forwards it.
"""

import uuid
from collections.abc import Sequence
from datetime import datetime

from accessibility.documents.kinds import kind_of
from mailbox_store.model.arriving import ArrivingDocument, ArrivingFile, ArrivingLetter
from mailbox_store.model.document import DocumentType, Reading
from mailbox_store.model.letter import Origin
from mailbox_store.model.party import IdType, Party
from mailbox_store.model.warned import Warned
from post_office.email.fingerprint import fingerprint_of
from post_office.email.headers import (
    date_of,
    header_text,
    message_ids,
    parsed_mail,
    party_of,
    received_date_of,
)
from post_office.email.maildir import Marks
from post_office.email.parts import Part, parts_of
from post_office.memo.told_types import are_same_type

_MESSAGE_IDS = uuid.UUID("4d0c6d1a-5b0e-5c53-9a3f-6f1d5b1f9e21")  # ours; never changes
_MAIL = "message/rfc822"
_NOBODY = Party(id_type=IdType.UNKNOWN, number="", name="")


def letter_from_mail(
    raw: bytes,
    *,
    origin: Origin,
    now: datetime,
    modified: datetime | None = None,
    marks: Marks | None = None,
) -> ArrivingLetter:
    """Understand one mail.

    Its time is the topmost Received field's, else its Date, else the file's own (`modified`),
    and never lies after `now`. Raises `NotUnderstood` where even its nesting cannot be read.
    """
    message = parsed_mail(raw)
    fingerprint = fingerprint_of(raw)
    sent = date_of(message)
    received = received_date_of(message) or sent or modified or now
    ids = message_ids(message, "Message-ID")
    marks = marks or Marks(unread=True, flagged=False)
    parts = parts_of(message)
    documents, warnings = _documents(parts.main, parts.enclosures)
    return ArrivingLetter(
        uuid=_uuid_of(ids[0]) if ids else _uuid_of(fingerprint),
        fingerprint=fingerprint,
        original=raw,
        original_type=_MAIL,
        origin=origin,
        sender=party_of(message, "From") or party_of(message, "Sender") or _NOBODY,
        recipient=party_of(message, "To") or _NOBODY,
        subject=header_text(message, "Subject"),
        received=min(received, now),
        sent=sent,
        related=tuple(_uuid_of(i) for i in message_ids(message, "In-Reply-To", "References")),
        documents=documents,
        warnings=warnings,
        unread=marks.unread,
        flagged=marks.flagged,
    )


def _uuid_of(message_id: str) -> str:
    return str(uuid.uuid5(_MESSAGE_IDS, message_id))


def _documents(
    main: Sequence[Part], enclosures: Sequence[Part]
) -> tuple[tuple[ArrivingDocument, ...], tuple[Warned, ...]]:
    documents: list[ArrivingDocument] = []
    warnings: list[Warned] = []
    if main:
        documents.append(_document(DocumentType.MAIN, main, warnings))
    documents.extend(_document(DocumentType.ADDITIONAL, [part], warnings) for part in enclosures)
    return tuple(documents), tuple(dict.fromkeys(warnings))


def _document(
    kind: DocumentType, parts: Sequence[Part], warnings: list[Warned]
) -> ArrivingDocument:
    files = tuple(_file(part) for part in parts)
    warnings.extend(
        Warned(code="type-differs", detail=file.declared_type[:100])
        for file in files
        if file.content and not are_same_type(file.declared_type, file.media_type)
    )
    return ArrivingDocument(type=kind, label=parts[0].name, files=files, reading=Reading.WAITING)


def _file(part: Part) -> ArrivingFile:
    names = {"text/plain": "letter.txt", "text/html": "letter.html"}
    name = part.name or names.get(part.declared_type, "letter")
    return ArrivingFile(
        name=name,
        media_type=_MAIL if part.declared_type == _MAIL else kind_of(part.content, name=name),
        declared_type=part.declared_type,
        language=part.language,
        content=part.content,
    )
