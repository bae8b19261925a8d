"""What is asked of a mailbox, and the pages that answer it.

What every start needs is a named tuple: Python makes one in an eighth of the time of a dataclass.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from mailbox_store.model.folder import FolderId
from mailbox_store.model.letter import LetterId, LetterSummary, ThreadId


class Place(NamedTuple):
    """Where a page ended: the next one begins after it, whatever arrived meanwhile."""

    received_ms: int
    letter: LetterId


@dataclass(frozen=True, slots=True, kw_only=True)
class ListQuery:
    """Which letters are wanted, newest first. All that is given must hold."""

    folder: FolderId | None = None  # None: every folder but the bin
    unread: bool = False
    flagged: bool = False
    with_deadline: bool = False
    sender: str = ""  # words in the sender's name, any case
    thread: ThreadId | None = None
    limit: int = 50
    after: Place | None = None


class Page(NamedTuple):
    """One page of a list, and how many letters the whole list has."""

    letters: tuple[LetterSummary, ...]
    total: int
    next: Place | None  # None on the last page


class Hit(NamedTuple):
    """A letter that was found, and the words around the find.

    `marks` are start and end of each found word in `snippet`. A legal notice that was not
    opened is found but has no snippet.
    """

    letter: LetterSummary
    snippet: str
    marks: tuple[tuple[int, int], ...]


class Hits(NamedTuple):
    """What a search found, newest first, and whether there is more."""

    hits: tuple[Hit, ...]
    more: bool


class DueKind(StrEnum):
    """What falls due."""

    REPLY = "REPLY"
    APPOINTMENT = "APPOINTMENT"
    ACTION = "ACTION"
    FOUND_DEADLINE = "FOUND_DEADLINE"  # the letter's text says so; `label` quotes it
    FOUND_APPOINTMENT = "FOUND_APPOINTMENT"
    PROBABLE_DEADLINE = "PROBABLE_DEADLINE"  # worked out from the text


class Due(NamedTuple):
    """A deadline or an appointment of a letter.

    What was found in the text is the person's to confirm; the sender's own fields need no yes.
    """

    at: datetime
    kind: DueKind
    label: str
    letter: LetterSummary
    is_confirmed: bool = False


class DeedKind(StrEnum):
    """What a person did to letters, as undo names it."""

    MOVE = "MOVE"
    ARCHIVE = "ARCHIVE"
    BIN = "BIN"
    RESTORE = "RESTORE"
    FLAG = "FLAG"
    UNFLAG = "UNFLAG"
    MARK_READ = "MARK_READ"
    MARK_UNREAD = "MARK_UNREAD"
    NOTE = "NOTE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What becomes different about letters; None leaves as it is."""

    folder: FolderId | None = None
    unread: bool | None = None
    flagged: bool | None = None
    note: str | None = None


class Undone(NamedTuple):
    """The deed that was taken back, and the letters it was about."""

    kind: DeedKind
    letters: tuple[LetterId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """Something `check` found: a code, where, and what it says of it."""

    code: str
    where: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What `check` looked at and what was wrong."""

    letters: int
    contents: int  # blobs whose sha256 was recomputed
    events: int
    damages: tuple[Damage, ...]
