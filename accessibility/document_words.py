"""Documents and requests in words: what a file is, how large, and where a link really leads."""

from collections.abc import Mapping

from accessibility.list_line import as_sentence
from accessibility.plain_text import one_line
from accessibility.spoken_dates import bare_clock, deadline_words, local, long_time
from accessibility.wording import Say, sentence
from mailbox_store.model.document import Action, ActionStatus, Document, File, Reading, Reservation
from mailbox_store.model.party import Party

_NAME_LENGTH = 120  # characters

_KINDS: Mapping[str, str] = {
    "application/pdf": sentence("PDF"),
    "text/html": sentence("web page"),
    "text/plain": sentence("text"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": sentence(
        "Word document"
    ),
    "application/msword": sentence("Word document"),
    "application/vnd.oasis.opendocument.text": sentence("OpenDocument text"),
    "image/jpeg": sentence("picture"),
    "image/png": sentence("picture"),
    "image/tiff": sentence("picture"),
    "text/calendar": sentence("calendar entry"),
}
_ASKED: Mapping[str, str] = {
    "AFTALE": sentence("Appointment: {label}."),
    "BETALING": sentence("Pay: {label}."),
    "SELVBETJENING": sentence("Do it yourself online: {label}."),
    "INFORMATION": sentence("Read more: {label}."),
    "UNDERSKRIV": sentence("Sign: {label}."),
    "BEKRAEFT": sentence("Confirm: {label}."),
    "FORBEREDELSE": sentence("Prepare: {label}."),
    "TILMELDING": sentence("Sign up: {label}."),
}
_STATUS: Mapping[ActionStatus, str] = {
    ActionStatus.STARTED: sentence("Started."),
    ActionStatus.COMPLETED: sentence("Done already."),
    ActionStatus.FAILED_WITH_ERROR: sentence("It failed."),
    ActionStatus.CANCELLED: sentence("Cancelled."),
}


def document_line(number: int, document: Document, say: Say) -> str:
    """Name a document: number, label, its files with kind and size, pages."""
    label = one_line(document.label, limit=_NAME_LENGTH)
    is_new = label and label not in [file.name for file in document.files]
    files = [file_sentence(file, say) for file in document.files]
    if is_new:
        parts = [say("Document {n}: {label}.", n=number, label=label), *files]
    elif files:  # no full stop behind the number: heard, "1. plan.pdf" is the first plan.pdf
        parts = [say("Document {n}: {file}", n=number, file=files[0]), *files[1:]]
    else:
        parts = [say("Document {n}.", n=number)]
    if document.pages:
        parts.append(say.count("{n} page.", "{n} pages.", document.pages))
    if document.reading is not Reading.READ:
        parts.append(unread_document(document, say))
    return " ".join(parts)


def file_sentence(file: File, say: Say) -> str:
    """Say a file's name, kind and size; and that it is not what the sender called it, if so."""
    name = one_line(file.name, limit=_NAME_LENGTH)
    kind, size = kind_words(file.media_type, say), size_words(file.size, say)
    declared = kind_words(file.declared_type, say) if file.declared_type else kind
    if declared != kind:
        return say(
            "{name}, {kind}, {size}, though the sender calls it {declared}.",
            name=name,
            kind=kind,
            size=size,
            declared=declared,
        )
    return say("{name}, {kind}, {size}.", name=name, kind=kind, size=size)


def kind_words(media_type: str, say: Say) -> str:
    """Name a kind of file as people do; an unknown one by its media type."""
    kind = media_type.split(";")[0].strip().lower()
    return say(_KINDS[kind]) if kind in _KINDS else one_line(kind, limit=_NAME_LENGTH)


def size_words(size: int, say: Say) -> str:
    """Say a size: bytes, kB or MB, with the language's decimal mark."""
    if size < 1000:
        return say.count("{n} byte", "{n} bytes", size)
    if size < 1_000_000:
        return say("{n} kB", n=round(size / 1000))
    number = f"{size / 1_000_000:.1f}"
    return say("{n} MB", n=number.replace(".", ",") if say.language == "da" else number)


def unread_document(document: Document, say: Say) -> str:
    """Say honestly why a document has no text here, and what helps."""
    match document.reading:
        case Reading.NO_TEXT if document.pages:
            return say.count(
                "This document is a picture without text ({n} page).",
                "This document is a picture without text ({n} pages).",
                document.pages,
            )
        case Reading.NO_TEXT:
            return say("This document is a picture without text.")
        case Reading.WAITING:
            return say("This document is still being read. Open the letter again in a moment.")
        case Reading.ENCRYPTED:
            return say("This document is locked with a password. Save it and open it elsewhere.")
        case Reading.UNKNOWN_TYPE:
            return say("This kind of file cannot be read here. Save it and open it elsewhere.")
        case _:
            return say("This document is damaged and cannot be read here. It can still be saved.")


def action_lines(action: Action, say: Say, *, sender: Party) -> list[str]:
    """Say what a letter asks for: the request, its time, the appointment; then the link, with a
    warning where it does not lead to the sender.
    """
    # the sentence ends once, also where the sender's label does
    label = one_line(action.label, limit=_NAME_LENGTH).rstrip(".") or say("no description")
    code = action.code.strip().upper()
    known = _ASKED.get(code)
    other = one_line(action.code, limit=_NAME_LENGTH)
    lines = [
        say(known, label=label)
        if known
        else say("Asked ({code}): {label}.", code=other, label=label)
    ]
    if action.status in _STATUS:
        lines[0] += " " + say(_STATUS[action.status])
    visit = action.reservation
    if action.start is not None and (visit is None or visit.start != action.start):
        lines.append(say("From {time}.", time=long_time(action.start, say)))
    if action.end is not None and (visit is None or visit.end != action.end):
        lines.append(say("By {time}.", time=deadline_words(action.end, say)))
    if visit is not None:
        lines += _reservation_lines(visit, say)
    asked = [" ".join(lines)]
    if action.url:
        from accessibility.link_trust import link_warning  # 2 ms: only for letters with a link

        warning = link_warning(action.url, sender, say)
        asked += [*filter(None, [warning]), link_sentence(action.url, say)]
    return asked


def link_sentence(url: str, say: Say) -> str:
    """Give a link with the domain it really leads to, spelled as computers know it."""
    from accessibility.link_trust import domain_of  # 2 ms: only for letters with a link

    if domain := domain_of(url):
        return say("Link to {domain}: {url}", domain=domain, url=one_line(url))
    return say("This is no web address: {url}", url=one_line(url))


def _reservation_lines(reservation: Reservation, say: Say) -> list[str]:
    lines = []
    if reservation.start != reservation.end:
        start, end = long_time(reservation.start, say), long_time(reservation.end, say)
        if local(reservation.start).date() == local(reservation.end).date():
            end = bare_clock(reservation.end)
        lines.append(say("From {start} to {end}.", start=start, end=end))
        if reservation.end < reservation.start:
            lines.append(say("The end lies before the start: ask the sender."))
    else:
        lines.append(say("At {time}.", time=long_time(reservation.start, say)))
    if reservation.location:
        lines.append(say("Place: {place}.", place=one_line(reservation.location)))
    texts = dict.fromkeys((reservation.abstract, reservation.description))
    lines += [as_sentence(one_line(text)) for text in texts if text.strip()]
    organizer = " ".join(filter(None, (reservation.organizer_name, reservation.organizer_mail)))
    if organizer:
        lines.append(say("Contact: {name}.", name=one_line(organizer)))
    return lines
