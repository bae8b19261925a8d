"""Turns a MeMo message into a letter on its way into the store: parties, times, documents.

Its documents are not read here: they wait in the store's queue.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime

from accessibility.documents.file_names import safe_file_name
from accessibility.documents.kinds import kind_of
from mailbox_store.model.arriving import ArrivingDocument, ArrivingFile, ArrivingLetter
from mailbox_store.model.document import DocumentType, Reading
from mailbox_store.model.letter import MessageType, Origin
from mailbox_store.model.party import Party, id_type_from, normal_number
from mailbox_store.model.warned import Warned
from post_office.memo.as_action import action_from
from post_office.memo.message import Document, File, Header, MemoType, Message
from post_office.memo.parties import Recipient, Sender
from post_office.memo.times import start_of_danish_day
from post_office.memo.told_types import are_same_type

_ORDER = tuple(DocumentType)  # MAIN first


def letter_from_memo(
    message: Message, raw: bytes, *, origin: Origin, received: datetime
) -> ArrivingLetter:
    """Make the letter that the store takes in; `raw` are the bytes the message was read from.

    Every file of the message is in the letter, whether it can be read or not.
    """
    header = message.header
    warnings = list(message.warnings)
    written = sorted(
        message.body.documents if message.body else (), key=lambda each: _ORDER.index(each.type)
    )
    documents = [_document(each, warnings) for each in written]
    if header.type is MemoType.NEMSMS:
        documents.insert(0, _text_message(header.notification))
    actions = tuple(action_from(each, warnings) for one in written for each in one.actions)
    return ArrivingLetter(
        uuid=header.uuid.lower(),
        fingerprint=hashlib.sha256(raw).hexdigest(),
        original=raw,
        original_type="application/memo+xml",
        origin=origin,
        sender=_party(header.sender),
        recipient=_party(header.recipient),
        subject=_one_line(header.label),
        received=received,
        sent=message.body.created if message.body else None,
        type=_type(header),
        is_mandatory=header.is_mandatory,
        may_reply=header.may_reply,
        reply_by=header.reply_by,
        hold_until=start_of_danish_day(header.hold_until) if header.hold_until else None,
        notification=header.notification.strip(),
        case_id=_case_id(header),
        related=tuple(_related(header)),
        documents=tuple(documents),
        actions=actions,
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _document(document: Document, warnings: list[Warned]) -> ArrivingDocument:
    files = tuple(_file(each) for each in document.files)
    if document.type is DocumentType.TECHNICAL:
        reading = Reading.NO_TEXT  # made for machines and never shown, so nobody needs its text
    else:
        reading = Reading.WAITING if files else Reading.UNREADABLE
        warnings.extend(_differing(files))
    return ArrivingDocument(
        type=document.type, label=_one_line(document.label), files=files, reading=reading
    )


def _text_message(text: str) -> ArrivingDocument:
    return ArrivingDocument(
        type=DocumentType.MAIN, label="", files=(), reading=Reading.READ, text=text.strip()
    )


def _file(file: File) -> ArrivingFile:
    declared = file.media_type.strip()
    return ArrivingFile(
        name=safe_file_name(file.name),
        media_type=kind_of(file.content, name=file.name, declared=declared),
        declared_type=declared,
        language=file.language.strip(),
        content=file.content,
    )


def _differing(files: Sequence[ArrivingFile]) -> Iterator[Warned]:
    for file in files:
        if file.content and not are_same_type(file.declared_type, file.media_type):
            detail = f"{file.name}: {file.declared_type[:64]}, but {file.media_type}"
            yield Warned(code="type-differs", detail=detail)


def _party(party: Sender | Recipient) -> Party:
    id_type = id_type_from(party.id_type)
    return Party(
        id_type=id_type, number=normal_number(id_type, party.id), name=_one_line(party.label)
    )


def _type(header: Header) -> MessageType:
    if header.is_legal_notification:
        return MessageType.LEGAL_NOTIFICATION
    return MessageType.MANDATORY if header.is_mandatory else MessageType.REGULAR


def _case_id(header: Header) -> str:
    own = header.content.case.id if header.content and header.content.case else ""
    named = (own, *(reply.case_id for reply in header.replies))
    return next((name.strip() for name in named if name.strip()), "")


def _related(header: Header) -> Iterator[str]:
    """Give the uuids of the thread, each once and without the letter's own."""
    named = [uuid for reply in header.replies for uuid in (reply.uuid, reply.reply_uuid)]
    if header.forwarded:
        named.append(header.forwarded.uuid)
    own = header.uuid.lower()
    yield from dict.fromkeys(uuid.lower() for uuid in named if uuid and uuid.lower() != own)


def _one_line(text: str) -> str:
    return " ".join(text.split())
