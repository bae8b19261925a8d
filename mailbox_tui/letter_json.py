"""Letters as JSON: the shapes that scripts rely on. Numbers of people stay masked."""

from datetime import UTC, datetime

from accessibility.letter_warnings import warning_sentences
from accessibility.reading_order import letter_text
from accessibility.wording import Say
from mailbox_store.model.document import Action, Document
from mailbox_store.model.folder import FolderType
from mailbox_store.model.letter import Letter, LetterSummary, letter_id_text
from mailbox_store.model.party import without_cpr_numbers


def time_json(moment: datetime | None) -> str | None:
    """Write a time as ISO 8601 in UTC, ending in Z."""
    if moment is None:
        return None
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def summary_json(letter: LetterSummary, *, number: int | None) -> dict[str, object]:
    """Give a letter of a list."""
    standard = letter.folder_type != FolderType.USER_DEFINED
    return {
        "id": letter_id_text(letter.id),
        "number": number,
        "uuid": letter.uuid,
        "sender": without_cpr_numbers(letter.sender_name),
        "sender_number": letter.sender.masked_number,
        "sender_verified": bool(letter.sender_verified),
        "subject": without_cpr_numbers(letter.subject),
        "received": time_json(letter.received),
        "unread": bool(letter.unread),
        "flagged": bool(letter.flagged),
        "folder": letter.folder_type if standard else letter.folder_name,
        "reply_by": time_json(letter.reply_by),
        "appointment": time_json(letter.appointment),
        "legal_notice": bool(letter.legal_notice),
        "legally_notified": None
        if letter.legally_notified_ms is None
        else time_json(datetime.fromtimestamp(letter.legally_notified_ms / 1000, UTC)),
        "documents": letter.document_count,
        "thread": letter.thread,
        "conflict": bool(letter.conflict),
    }


def letter_json(letter: Letter, say: Say, *, number: int | None, full: bool) -> dict[str, object]:
    """Give an opened letter; `full` writes numbers and subject as the sender did."""
    shape = summary_json(letter.summary, number=number)
    if full:
        shape |= {
            "sender": letter.summary.sender_name,
            "sender_number": letter.summary.sender_number,
            "subject": letter.summary.subject,
        }
    recipient = letter.recipient
    return shape | {
        "recipient": recipient.name,
        "recipient_number": recipient.number if full else recipient.masked_number,
        "sent": time_json(letter.sent),
        "text": letter_text(letter, say),
        "documents": [
            file
            for place, document in enumerate(letter.documents, start=1)
            for file in document_json(place, document)
        ],
        "actions": [action_json(action) for action in letter.actions],
        "warnings": warning_sentences(letter.warnings, say),
        "warning_codes": [warning.code for warning in letter.warnings],
        "note": letter.note,
        "case": letter.case_id,
    }


def document_json(number: int, document: Document) -> list[dict[str, object]]:
    """Give a document's files, each with its document's number: variants share one."""
    return [
        {
            "number": number,
            "document_type": document.type,
            "label": document.label,
            "name": file.name,
            "type": file.media_type,
            "declared_type": file.declared_type,
            "size": file.size,
            "sha256": file.sha256,
            "reading": document.reading,
            "pages": document.pages,
        }
        for file in document.files
    ]


def action_json(action: Action) -> dict[str, object]:
    """Give what a letter asks for."""
    reservation = action.reservation
    return {
        "label": action.label,
        "code": action.code,
        "status": action.status,
        "start": time_json(action.start),
        "end": time_json(action.end),
        "url": action.url,
        "reservation": None
        if reservation is None
        else {
            "uuid": reservation.uuid,
            "description": reservation.description,
            "abstract": reservation.abstract,
            "location": reservation.location,
            "start": time_json(reservation.start),
            "end": time_json(reservation.end),
            "organizer_mail": reservation.organizer_mail,
            "organizer_name": reservation.organizer_name,
        },
    }
