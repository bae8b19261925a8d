"""A letter as blocks in the order a person needs them, ready to be shown or spoken.

Head (who, what, what is asked and by when, doubts, size, date), the text, what to do, what is
enclosed, what is odd about the letter, the person's own note. Each block is plain paragraphs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from accessibility.document_words import action_lines, document_line, unread_document
from accessibility.letter_warnings import warning_sentences
from accessibility.list_line import as_sentence, folder_sentence, sender_name, subject_words
from accessibility.plain_text import one_line, plain
from accessibility.readability.languages import likeliest_language
from accessibility.rendering.marks import Mark
from accessibility.rendering.plain import InLanguage, rendered
from accessibility.spoken_dates import (
    day_of_deadline,
    deadline_words,
    distance_words,
    local,
    long_time,
    short_date,
)
from accessibility.tables_read import tables_in
from accessibility.wording import Say
from mailbox_store.model.document import Document, DocumentType, Reading
from mailbox_store.model.document_tree import DocumentTree
from mailbox_store.model.letter import Letter, letter_id_text
from mailbox_store.model.party import Party
from mailbox_store.model.warned import Warned

_WORDS_A_MINUTE = 200  # a calm adult reading an official letter
_SOON_DAYS = 7
_MANY_ROWS = 12  # a table of more takes long to hear
_MOST_TABLES = 3  # of which that is said
_BETWEEN = "\n\n"  # documents


class BlockKind(StrEnum):
    """What a block is, so that each face may dress it its own way."""

    HEAD = "HEAD"
    TEXT = "TEXT"
    ASKED = "ASKED"
    ENCLOSED = "ENCLOSED"
    WARNINGS = "WARNINGS"
    NOTE = "NOTE"
    DETAILS = "DETAILS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One part of a letter; `text` is safe to write and keeps its line breaks."""

    kind: BlockKind
    text: str
    marks: tuple[Mark, ...] | None = None  # places in `text`; None: found by the text's shape
    trees: tuple[DocumentTree, ...] = ()  # of the documents in it
    languages: tuple[InLanguage, ...] = ()  # parts of `text`; the rest is in the person's own


def letter_blocks(letter: Letter, say: Say, *, now: datetime, full: bool = False) -> list[Block]:
    """Give an opened letter as blocks; `full` adds every detail, with numbers in full."""
    blocks = [
        Block(kind=BlockKind.HEAD, text=_head(letter, say, now=now, full=full)),
        _text_block(letter, say),
        Block(kind=BlockKind.ASKED, text="\n".join(asked_lines(letter, say))),
        Block(kind=BlockKind.ENCLOSED, text="\n".join(_enclosed(letter, say))),
        Block(kind=BlockKind.WARNINGS, text="\n".join(warning_sentences(_warnings(letter), say))),
        Block(kind=BlockKind.NOTE, text=_note(letter, say)),
        Block(kind=BlockKind.DETAILS, text="\n".join(_details(letter, say)) if full else ""),
    ]
    return [block for block in blocks if block.text.strip()]


def letter_text(letter: Letter, say: Say) -> str:
    """Give the letter's own text, or an honest sentence where there is none to read."""
    return _text_block(letter, say).text


def document_block(document: Document, say: Say, *, sender: Party | None = None) -> Block:
    """Give a document's text, or an honest sentence where it cannot be read.

    With a `sender`, links that lead elsewhere are warned of.
    """
    if document.reading is not Reading.READ:
        return Block(kind=BlockKind.TEXT, text=unread_document(document, say))
    if document.tree is not None:
        told = rendered(document.tree, say, sender=sender)
        if told.text:
            trees = (document.tree,)
            return Block(
                kind=BlockKind.TEXT,
                text=told.text,
                marks=told.marks,
                trees=trees,
                languages=told.languages,
            )
    if text := plain(document.text):
        spoken = InLanguage(0, len(text), likeliest_language(text) or say.language)
        return Block(kind=BlockKind.TEXT, text=text, languages=(spoken,))
    return Block(kind=BlockKind.TEXT, text=say("This document is empty."))


def _text_block(letter: Letter, say: Say) -> Block:
    mains = letter.main_documents
    notification = plain(letter.notification)
    if not mains:
        text = notification or say("This letter has no text.")
        return Block(kind=BlockKind.TEXT, text=text)
    parts = [document_block(each, say, sender=letter.summary.sender) for each in mains]
    if all(document.reading is not Reading.READ for document in mains) and notification:
        parts.append(Block(kind=BlockKind.TEXT, text=notification))
    return _joined(parts)


def _joined(parts: Sequence[Block]) -> Block:
    """Put texts behind each other; each mark keeps its place, where all the texts have marks."""
    marks: list[Mark] = []
    languages: list[InLanguage] = []
    begins = 0
    for part in parts:
        marks += [
            replace(mark, start=mark.start + begins, end=mark.end + begins)
            for mark in part.marks or ()
        ]
        languages += [
            InLanguage(one.start + begins, one.end + begins, one.language) for one in part.languages
        ]
        begins += len(part.text) + len(_BETWEEN)
    is_marked = all(part.marks is not None for part in parts)
    return Block(
        kind=BlockKind.TEXT,
        text=_BETWEEN.join(part.text for part in parts),
        marks=tuple(marks) if is_marked else None,
        trees=tuple(tree for part in parts for tree in part.trees),
        languages=tuple(languages),
    )


def _warnings(letter: Letter) -> list[Warned]:
    """Give what is doubtful about the letter and the text that is shown."""
    shown = [document.tree for document in letter.main_documents if document.tree is not None]
    said_above = {"layout-uncertain"} | ({"machine-read"} if shown else set())
    told = [warned for tree in shown for warned in tree.warnings if warned.code not in said_above]
    return [*letter.warnings, *told]


def reading_minutes(letter: Letter) -> int:
    """Estimate how long the letter's own text takes to read; 0 for a short one."""
    words = sum(len(document.text.split()) for document in letter.main_documents)
    return round(words / _WORDS_A_MINUTE)


def _head(letter: Letter, say: Say, *, now: datetime, full: bool) -> str:
    summary = letter.summary
    subject = one_line(summary.subject) if full else subject_words(summary.subject, say)
    first = [as_sentence(sender_name(summary.sender, say)), as_sentence(subject)]
    facts = [*wanted_sentences(letter, say, now=now)]
    if not summary.sender_verified:
        facts.append(say("Sender not verified."))
    if summary.conflict:
        facts.append(say("Conflict: another letter has the same id. Both are kept."))
    if summary.legal_notice:
        facts.append(say("Legal notice, received."))
    if summary.flagged:
        facts.append(say("Flagged."))
    if len(letter.documents) > 1:
        facts.append(say.count("{n} document.", "{n} documents.", len(letter.documents)))
    if minutes := reading_minutes(letter):
        facts.append(say.count("{n} minute to read.", "{n} minutes to read.", minutes))
    facts += _long_tables(letter, say)
    day = short_date(local(summary.received).date(), say, today=local(now).date())
    facts.append(as_sentence(say("Received {time}", time=day)))
    return " ".join(first) + "\n" + " ".join(facts)


def _long_tables(letter: Letter, say: Say) -> list[str]:
    """Say of each table that takes long to hear how to hear less of it."""
    trees = [document.tree for document in letter.main_documents if document.tree is not None]
    return [
        say("Table {n} has {rows} rows: type table {n} totals, or table {n} row 1, to hear less.",
            n=number, rows=len(table.rows))
        for number, table in enumerate(tables_in(trees), start=1)
        if len(table.rows) > _MANY_ROWS
    ][:_MOST_TABLES]  # fmt: skip


def wanted_sentences(letter: Letter, say: Say, *, now: datetime) -> list[str]:
    """Say by when an answer is wanted and when to come, as the sender's own fields tell it."""
    summary = letter.summary
    wanted: list[str] = []
    today = local(now).date()
    if summary.reply_by is not None:
        day, words = day_of_deadline(summary.reply_by), deadline_words(summary.reply_by, say)
        if day < today:
            wanted.append(say("The answer was due {date}.", date=words))
        elif (day - today).days <= _SOON_DAYS:
            distance = distance_words(day, say, today=today)
            wanted.append(say("Answer by {date}, {distance}.", date=words, distance=distance))
        else:
            wanted.append(say("Answer by {date}.", date=words))
    if summary.appointment is not None:
        wanted.append(say("Appointment {time}.", time=long_time(summary.appointment, say)))
    return wanted


def asked_lines(letter: Letter, say: Say) -> list[str]:
    """Say what a letter asks the person to do: pay, sign, come, ..., and where its links lead."""
    sender = letter.summary.sender
    return [line for action in letter.actions for line in action_lines(action, say, sender=sender)]


def enclosed_lines(letter: Letter, say: Say) -> list[str]:
    """Name a letter's documents, each with its number, files and sizes."""
    shown = [d for d in letter.documents if d.type is not DocumentType.TECHNICAL]
    return [document_line(number, document, say) for number, document in enumerate(shown, start=1)]


def _enclosed(letter: Letter, say: Say) -> list[str]:
    """Name the documents, where there is more than the text already shown."""
    if all(_is_only_text(document) for document in letter.documents):
        return []
    return enclosed_lines(letter, say)


def _is_only_text(document: Document) -> bool:
    return (
        document.type is DocumentType.MAIN
        and document.reading is Reading.READ
        and all(file.media_type == "text/plain" for file in document.files)
    )


def _note(letter: Letter, say: Say) -> str:
    return say("Your note: {note}", note=plain(letter.note)) if letter.note else ""


def _details(letter: Letter, say: Say) -> list[str]:
    summary = letter.summary
    sender, recipient = summary.sender, letter.recipient
    lines = [
        say("Id: {id}. {uuid}", id=letter_id_text(summary.id), uuid=one_line(summary.uuid)),
        folder_sentence(summary, say),
        say(
            "Sender: {name}, {kind} {number}.",
            name=one_line(sender.name),
            kind=sender.id_type,
            number=one_line(sender.number),
        ),
        say(
            "Recipient: {name}, {kind} {number}.",
            name=one_line(recipient.name),
            kind=recipient.id_type,
            number=one_line(recipient.number),
        ),
        as_sentence(say("Received {time}", time=long_time(summary.received, say))),
    ]
    if letter.sent is not None:
        lines.append(as_sentence(say("Sent {time}", time=long_time(letter.sent, say))))
    if letter.case_id:
        lines.append(as_sentence(say("Case {id}", id=one_line(letter.case_id))))
    return lines
