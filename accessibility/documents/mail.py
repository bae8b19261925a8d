"""An e-mail (RFC 5322) to a tree: who, to whom, when and about what; its text; what hangs on it.

The names of the head are the standard's own ("From", "To", "Date", "Subject"): the faces say them
in the reader's language. The HTML body is read before the plain one, because it has the structure.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from accessibility.documents.decoding import text_of_bytes
from accessibility.documents.extract import Extract
from accessibility.documents.html import read_html, read_markup
from accessibility.documents.mail_parts import Body, Mail, parsed
from accessibility.documents.plain_paragraphs import read_text
from accessibility.documents.running_words import words_of
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import Block, DocumentTree, KeyValue, Notice, Trust
from mailbox_store.model.warned import Warned

HEAD = ("From", "Reply-To", "To", "Cc", "Date", "Subject")  # the names a head may have
_BEST_FIRST = ("text/html", "text/plain", "text/calendar")
_UTF8_MARK = b"\xef\xbb\xbf"


@dataclass(slots=True)
class _Letter:
    """What is gathered from the bodies."""

    blocks: list[Block] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)
    language: str = ""
    is_tagged: bool = False

    def take(self, extract: Extract) -> bool:
        """Take a body's tree; tell whether it said anything."""
        tree = extract.tree
        if extract.reading is not Reading.READ or tree is None:
            return False
        self.blocks += tree.blocks
        self.removed += tree.removed
        self.warnings += [*extract.warnings, *tree.warnings]
        self.language = self.language or tree.language
        self.is_tagged |= tree.trust is Trust.TAGGED
        return True


def read_mail(content: bytes) -> Extract:
    """Give the tree of a mail."""
    mail = parsed(content)
    letter = _Letter()
    for _, variants in groupby(mail.bodies, key=attrgetter("choice")):
        _take_best(letter, list(variants))
    if mail.was_cut:
        letter.warnings.append(Warned(code="cut"))
    head = _head(mail)
    notices = [Notice(code="attachment", detail=name) for name in mail.attached]
    warnings = tuple(dict.fromkeys(letter.warnings))
    tree = DocumentTree(
        trust=Trust.TAGGED if letter.is_tagged else Trust.PLAIN,
        blocks=(*head, *letter.blocks, *notices),
        language=letter.language,
        title=mail.field_text("Subject"),
        warnings=warnings,
        removed=tuple(dict.fromkeys(letter.removed)),
    )
    return Extract(reading=_reading(mail, letter, head), tree=tree, warnings=warnings)


def _reading(mail: Mail, letter: _Letter, head: list[Block]) -> Reading:
    if letter.blocks:
        return Reading.READ
    if mail.is_encrypted:
        return Reading.ENCRYPTED
    return Reading.READ if head else Reading.NO_TEXT


def _head(mail: Mail) -> list[Block]:
    told = [(name, text) for name in HEAD if (text := mail.field_text(name))]
    pairs = tuple((words_of(name), words_of(text)) for name, text in told)
    return [KeyValue(pairs=pairs)] if pairs else []


def _take_best(letter: _Letter, variants: Iterable[Body]) -> None:
    """Take the first variant that says something; an invitation beside it says something else."""
    ordered = sorted(variants, key=lambda body: _BEST_FIRST.index(body.kind))
    is_taken = False
    for body in ordered:
        if body.kind == "text/calendar":
            from accessibility.documents.calendar_entries import (  # 60 ms: few mails invite
                read_calendar,
            )

            letter.take(read_calendar(_as_utf8(body)))
        elif not is_taken:
            is_taken = letter.take(_read(body))


def _read(body: Body) -> Extract:
    if body.kind == "text/plain":
        text = text_of_bytes(body.content, declared=body.charset)
        if body.is_flowed:
            text = _unflowed(text, joins_words=body.joins_words)
        return read_text(_UTF8_MARK + text.encode("utf-8", "replace"))
    if body.charset:
        return read_markup(text_of_bytes(body.content, declared=body.charset))
    return read_html(body.content)  # it may name its character set itself


def _as_utf8(body: Body) -> bytes:
    return text_of_bytes(body.content, declared=body.charset).encode("utf-8", "replace")


def _unflowed(text: str, *, joins_words: bool) -> str:
    """Join the lines that end in a blank (RFC 3676); a signature's "-- " stays."""
    made: list[str] = []
    flows = False
    for line in text.splitlines():
        line = line.removeprefix(" ") if not line.startswith(">") else line
        goes_on = line.endswith(" ") and line != "-- " and not line.startswith(">")
        words = line[:-1] if goes_on and joins_words else line
        if flows and line.strip() and not line.startswith(">") and line != "-- ":
            made[-1] += words
        else:
            made.append(words)
        flows = goes_on
    return "\n".join(made)
