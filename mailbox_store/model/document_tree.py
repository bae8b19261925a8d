"""A document as one typed tree, whatever kind of file it came from: what every renderer reads.

A tree is made once, in the child process that reads documents, and stored; faces only render it.
All text in it is plain (`accessibility.plain_text.plain`): no control characters, no line breaks
but in `Raw`. Nothing of a document is thrown away: what is not read aloud lies in `removed`.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from mailbox_store.model.document_facts import Fact
from mailbox_store.model.warned import Warned


class Trust(StrEnum):
    """Where the structure comes from, so that a person can tell how far to trust it."""

    TAGGED = "TAGGED"  # the author's own: tags of a PDF, the elements of HTML, the styles of DOCX
    LAYOUT = "LAYOUT"  # told from where things stand on the page
    OCR = "OCR"  # read by a machine from a picture: words may be wrong
    PLAIN = "PLAIN"  # plain text: only paragraphs


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one way: `link` is where they lead, `language` a BCP 47 tag if it differs."""

    text: str
    link: str = ""
    language: str = ""


Words: TypeAlias = tuple[Run, ...]  # one line of text, without line breaks


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; level 1 is the document's own title, 6 the deepest."""

    words: Words
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph, its line ends gone."""

    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Lines that must not be joined: an address, a signature, a poem."""

    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a list; `label` is its number or letter as written ("2.", "a)"), or empty."""

    words: Words
    label: str = ""
    inner: tuple["Block", ...] = ()  # what else belongs to it: a list inside, a second paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """A list."""

    items: tuple[Item, ...]
    ordered: bool = False


class HeaderSource(StrEnum):
    """How a table's header row is known."""

    TAGGED = "TAGGED"
    RULED = "RULED"  # set apart by lines, colour or weight
    GUESSED = "GUESSED"
    NONE = "NONE"  # there is none


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: `header` and every row have the same number of cells, but `header` may be empty."""

    header: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    header_source: HeaderSource
    caption: Words = ()


class FieldKind(StrEnum):
    """What kind of form field it is."""

    TEXT = "TEXT"
    CHECK = "CHECK"
    RADIO = "RADIO"
    CHOICE = "CHOICE"
    SIGNATURE = "SIGNATURE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a form with what is filled in."""

    label: str
    kind: FieldKind
    value: str = ""
    options: tuple[str, ...] = ()
    checked: bool = False  # of CHECK and RADIO


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyValue:
    """Names with their values: "Reg.nr.: 3574". A table of two columns without a header."""

    pairs: tuple[tuple[Words, Words], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture; `alt` is what its author says of it, or empty."""

    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something we have to say at this place: a code and detail as of a `Warned`."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """Here a page begins; `page` counts from 1. The first page has none."""

    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """Text whose line breaks and blanks count."""

    text: str


Block: TypeAlias = (
    Heading
    | Paragraph
    | Lines
    | List
    | Table
    | Field
    | KeyValue
    | Figure
    | Notice
    | PageBreak
    | Raw
)


class Ease(StrEnum):
    """How well a document can be read by somebody who listens to it."""

    GOOD = "GOOD"
    FAIR = "FAIR"  # readable, with something missing
    POOR = "POOR"  # hard or impossible to follow


@dataclass(frozen=True, slots=True, kw_only=True)
class Readability:
    """The verdict: how easy, why, and how heavy the language is.

    `lix` is Björnsson's readability index (words a sentence + per cent of words longer than six
    letters); None where there is too little text to tell.
    """

    ease: Ease
    reasons: tuple[Warned, ...] = ()
    lix: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentTree:
    """What a file says. `language` is a BCP 47 tag, or empty where it is not told."""

    trust: Trust
    blocks: tuple[Block, ...]
    language: str = ""
    title: str = ""
    warnings: tuple[Warned, ...] = ()
    removed: tuple[str, ...] = ()  # running headers and footers, page numbers: kept, not read
    pages: int | None = None  # of a paged file
    facts: tuple[Fact, ...] = ()
    readability: Readability | None = None
