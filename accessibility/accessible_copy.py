"""The request to a sender for a copy that can be listened to, in the language of its letter.

It names what was measured and nothing else, in words that those know who make documents for an
authority. It says nothing of the person: why somebody wants to listen to a letter is their own
affair. Whoever lets it be sent reads it first.

Standards: PDF/UA is ISO 14289-1; EN 301 549, clause 10, is about documents that are no web pages.
The Agency for Digital Government (Digitaliseringsstyrelsen) has a guide to mass mailings of PDF
("Vejledning til PDF-masseforsendelser") that asks for tags, an order of reading, a language and
words for pictures in Digital Post. No law is named on purpose: the act on accessibility of public
websites and apps (no. 692 of 8 June 2018) speaks of websites and apps, whether a letter in a
mailbox is among them is a lawyer's question, and no number tells whether a sender is a public body.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from accessibility.plain_text import one_line
from accessibility.readability.languages import language_of
from accessibility.readability.verdict_words import share_of
from accessibility.spoken_dates import local, long_date
from accessibility.wording import Say, sentence, wording_for
from mailbox_store.model.document import Document
from mailbox_store.model.document_tree import Readability
from mailbox_store.model.letter import Letter
from mailbox_store.model.party import IdType, without_cpr_numbers

_PDF = "application/pdf"
_SUBJECT, _SHOWN = 200, 120  # characters
_MASKED = re.compile(r"\d{6}-\*{4}")  # what `without_cpr_numbers` leaves is still a birthday

_CANNOT_BE_READ = frozenset(["no-text", "encrypted", "unreadable", "unknown-type"])
_MISSING: Mapping[str, str] = {
    "no-text": sentence("The document has no text; what looks like text is a picture (a scan)."),
    "encrypted": sentence("The document is locked with a password."),
    "unreadable": sentence("The file could not be opened: it is damaged or too large."),
    "unknown-type": sentence("The file is of a kind that could not be opened."),
    "machine-read": sentence(
        "The pages are pictures (a scan) without a text of their own, wholly or in part."
    ),
    "garbled": sentence(
        "Some of the text's characters cannot be told for sure (the fonts' mapping to Unicode)."
    ),
    "layout-uncertain": sentence("The order of reading cannot be told for certain from the file."),
    "not-tagged": sentence(
        "The PDF is not tagged: headings, lists, tables and the order of reading are not marked."
    ),
    "language-untold": sentence("The language of the document is not set."),
    "no-headings": sentence("A long text has no headings marked as headings."),
}
_OTHER_LANGUAGE = sentence(
    'The language of the document is set to "{tag}", but its text looks to be "{found}".'
)
_MISSING_SHARES: Mapping[str, str] = {
    "pages-unreadable": sentence("Pages that cannot be read: {n} of {of}."),
    "pages-mostly-unreadable": sentence("Pages that cannot be read: {n} of {of}."),
    "tables-without-headers": sentence("Tables without marked header cells: {n} of {of}."),
    "pictures-without-text": sentence("Pictures without an alternative text: {n} of {of}."),
    "fields-without-names": sentence("Form fields without a name: {n} of {of}."),
    "links-without-meaning": sentence("Links whose words do not say where they lead: {n} of {of}."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRequest:
    """A draft to the letter's sender. `language` ("da", "en") is the letter's, not the person's."""

    subject: str
    body: str
    language: str


def request_for_copy(
    letter: Letter, document: Document, readability: Readability, *, name: str = ""
) -> CopyRequest:
    """Write the request about one document of a letter; `name` signs it, else the recipient's."""
    say = wording_for(_language(letter, document))
    subject = one_line(
        say("Request for an accessible copy: {subject}", subject=_safe(letter.summary.subject)),
        limit=_SUBJECT,
    )
    sender = _safe(letter.summary.sender_name)
    parts = (
        [say("To {sender}", sender=sender) if sender else say("Dear sender,")],
        [say("Please send me this document in a form that a screen reader can read aloud.")],
        list(_which(letter, document, say)),
        list(_missing(readability, say)),
        list(_wanted(letter, document, readability, say)),
        [say("Kind regards,"), _safe(name or letter.recipient.name)],
    )
    body = "\n\n".join("\n".join(filter(None, part)) for part in parts if part)
    return CopyRequest(subject=subject, body=body + "\n", language=say.language)


def _language(letter: Letter, document: Document) -> str:
    """Tell the letter's language: by its words, else as the files say, else Danish."""
    told = language_of(document.text) or language_of(_all_text(letter))
    tags = (file.language for file in document.files)
    language = told or next(filter(None, tags), "da")
    return "da" if language.lower().partition("-")[0] == "da" else "en"


def _all_text(letter: Letter) -> str:
    return "\n".join((letter.summary.subject, *(other.text for other in letter.documents)))


def _which(letter: Letter, document: Document, say: Say) -> Iterator[str]:
    """Say which letter and document is meant, a line each, as a caseworker looks it up."""
    yield say("Letter: {subject}", subject=_safe(letter.summary.subject))
    day = local(letter.sent or letter.summary.received).date()
    yield say("Date: {date}", date=long_date(day, say))
    if case := _safe(letter.case_id):
        yield say("Case number: {case}", case=case)
    label = document.label or next((file.name for file in document.files), "")
    if label := _safe(label):
        yield say("Document: {label}", label=label)


def _missing(readability: Readability, say: Say) -> Iterator[str]:
    lines = list(dict.fromkeys(_missing_lines(readability, say)))
    if lines:
        yield say("This is missing or stands in the way:")
        yield from (f"- {line}" for line in lines)


def _missing_lines(readability: Readability, say: Say) -> Iterator[str]:
    for reason in readability.reasons:
        share = share_of(reason.detail)
        if reason.code in _MISSING:
            yield say(_MISSING[reason.code])
        elif reason.code == "language-differs":
            tag, _, found = one_line(reason.detail, limit=_SHOWN).partition("/")
            yield say(_OTHER_LANGUAGE, tag=tag, found=found)
        elif reason.code in _MISSING_SHARES and share is not None:
            n, of = share
            yield say(_MISSING_SHARES[reason.code], n=n, of=of)


def _wanted(
    letter: Letter, document: Document, readability: Readability, say: Say
) -> Iterator[str]:
    if any(file.media_type == _PDF for file in document.files):
        yield say(
            "A tagged PDF (PDF/UA, ISO 14289-1) with a real text would do, and so would HTML or a "
            "Word document with headings."
        )
    else:
        yield say("HTML, a Word document with headings or a tagged PDF (PDF/UA) would do.")
    yield say("The requirements for documents stand in EN 301 549, clause 10.")
    if letter.summary.sender.id_type is IdType.CVR:
        yield say(
            "The Danish Agency for Digital Government has a guide for letters in Digital Post "
            '("Vejledning til PDF-masseforsendelser").'
        )
    if any(reason.code in _CANNOT_BE_READ for reason in readability.reasons):
        yield say("If the document sets a deadline, please write in your answer which one.")


def _safe(text: str) -> str:
    """Put foreign words on one line, without a CPR number or what is left of one."""
    return one_line(_MASKED.sub("...", without_cpr_numbers(one_line(text))), limit=_SHOWN)
