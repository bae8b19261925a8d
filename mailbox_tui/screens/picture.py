"""What a terminal shows, as text with roles: a face dresses the roles, a test reads the text."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from accessibility.plain_lines import display_width


class Role(StrEnum):
    """What a piece of text is. Colour may stand beside these, never instead of the words."""

    PLAIN = "plain"
    TITLE = "title"
    MARK = "mark"  # stands before the row that has the focus
    NUMBER = "number"
    SENDER = "sender"
    UNREAD_SENDER = "unread-sender"
    SUBJECT = "subject"
    ASKED = "asked"
    STATE = "state"
    DATE = "date"
    FOUND = "found"
    HEADING = "heading"
    WARNING = "warning"
    NOTE = "note"
    MESSAGE = "message"
    QUESTION = "question"
    SPOKEN = "spoken"  # the sentence that is read aloud now
    FOCUS = "focus"  # the whole focused row, in a look that shows it so


class Span(NamedTuple):
    """A piece of one line."""

    text: str
    role: Role = Role.PLAIN


Line = tuple[Span, ...]
EMPTY: Line = ()


class Picture(NamedTuple):
    """A whole screen: at most `height` lines of at most `width` columns, and the cursor."""

    lines: Sequence[Line]
    column: int
    row: int


def line(text: str, role: Role = Role.PLAIN) -> Line:
    """Make a line of one piece."""
    return (Span(text, role),) if text else EMPTY


def width_of(a_line: Iterable[Span]) -> int:
    """Count a line's columns."""
    return sum(display_width(span.text) for span in a_line)


def clipped(a_line: Line, width: int) -> Line:
    """Keep what fits: the last guard of a narrow terminal, after all wrapping."""
    if width_of(a_line) <= width:
        return a_line
    kept: list[Span] = []
    room = width
    for span in a_line:
        text = span.text
        while display_width(text) > room:
            text = text[:-1]
        kept.append(Span(text, span.role))
        room -= display_width(text)
        if text != span.text:
            break
    return tuple(kept)
