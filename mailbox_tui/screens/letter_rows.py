"""A letter as a row of a list: in columns where there is room, below one another where not.

The order of facts is everyone's: who, what, what is asked and by when, the state, the date. Sender
and subject go on in a second line before they lose a word.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from accessibility.list_line import (
    LetterState,
    folder_sentence,
    list_line,
    sender_name,
    states_of,
    subject_words,
)
from accessibility.plain_lines import display_width, wrap
from accessibility.spoken_dates import bare_clock, brief_date, day_of_deadline, local
from accessibility.wording import Say, sentence
from mailbox_store.model.folder import FolderType
from mailbox_store.model.letter import LetterSummary
from mailbox_tui.looks import Look
from mailbox_tui.screens.picture import Line, Role, Span, line

_IN_COLUMNS = 64  # columns of the terminal from which sender and subject stand side by side
_SENDER = 20  # columns
_LEAST_SUBJECT = 24  # columns; with fewer, what is asked and the states go below
_GAP = "  "
_DOTS = " ..."
_MOST_LINES = 3  # of a subject in its column; MeMo allows 256 characters
_STATES: Mapping[LetterState, str] = {
    LetterState.NOT_VERIFIED: sentence("not verified"),
    LetterState.CONFLICT: sentence("conflict"),
    LetterState.NOTICE_RECEIVED: sentence("notice received"),
    LetterState.UNREAD: sentence("unread"),
    LetterState.FLAGGED: sentence("flagged"),
}
_DOUBTS = (LetterState.NOT_VERIFIED, LetterState.CONFLICT)


class RowFacts(NamedTuple):
    """What a list knows of a letter beside the letter itself."""

    number: int  # 0: it came into the list after that was numbered
    is_new: bool = False
    snippet: str = ""
    is_selected: bool = False
    shows_folder: bool = False


def letter_row(
    letter: LetterSummary, facts: RowFacts, say: Say, *, today: date, width: int, look: Look
) -> list[Line]:
    """Lay a letter out for a look; the first column is left to the mark of the focus."""
    if look.one_at_a_time:
        return _as_sentences(letter, facts, say, today=today, width=width)
    if width >= _IN_COLUMNS and not look.is_large:
        lines = _in_columns(letter, facts, say, today=today, width=width)
    else:
        lines = _below_one_another(letter, facts, say, today=today, width=width)
    indent = Span("   ")
    if facts.snippet:
        room = width - len(indent.text)
        lines += [(indent, Span(text, Role.FOUND)) for text in wrap(f'"{facts.snippet}"', room)]
    return [*lines, ()] if look.is_large else lines


def _as_sentences(
    letter: LetterSummary, facts: RowFacts, say: Say, *, today: date, width: int
) -> list[Line]:
    """Say the letter as line mode does."""
    states = [say("New.")] if facts.is_new else []
    states += [say("Selected.")] if facts.is_selected else []
    text = list_line(facts.number, letter, say, today=today, show_folder=facts.shows_folder,
                     states=states)  # fmt: skip
    lines = wrap(text, width)
    if facts.snippet:
        lines += wrap(f'"{facts.snippet}"', width)
    return [line(one) for one in lines]


def _in_columns(
    letter: LetterSummary, facts: RowFacts, say: Say, *, today: date, width: int
) -> list[Line]:
    number = _number(facts)
    *rest, when = _end_of_row(letter, facts, say, today=today)
    left = 1 + max(2, len(number)) + 1
    start = left + _SENDER + len(_GAP)
    end = _spread([*rest, when])
    if width - start - _columns(end) - len(_GAP) < _LEAST_SUBJECT:
        end = [when]  # the others have a line of their own
    room = width - start - _columns(end) - len(_GAP)
    senders = wrap(sender_name(letter.sender, say), _SENDER)
    subjects = _cut(wrap(subject_words(letter.subject, say), room), room)
    contents = [[Span(subject, Role.SUBJECT)] for subject in subjects]
    if len(end) == 1:
        contents += [_spread(piece) for piece in _filled(rest, width - start)]
    contents[0] += [Span(" " * (width - start - _columns(contents[0]) - _columns(end))), *end]
    lines: list[Line] = []
    for n in range(max(len(senders), len(contents))):
        head = Span(_padded(f" {number}" if not n else "", left), Role.NUMBER)
        sender = Span(_padded(_nth(senders, n), _SENDER), _sender_role(letter))
        lines.append((head, sender, Span(_GAP), *(contents[n] if n < len(contents) else ())))
    return lines


def _below_one_another(
    letter: LetterSummary, facts: RowFacts, say: Say, *, today: date, width: int
) -> list[Line]:
    """Sender with the date, then the subject, then what is asked and the state."""
    *rest, when = _end_of_row(letter, facts, say, today=today)
    number = _padded(f" {_number(facts)}", 3)
    left = len(number) + 1
    indent, room = Span(" " * left), width - left
    senders = wrap(sender_name(letter.sender, say), max(room - display_width(when.text) - 2, 8))
    lines: list[Line] = []
    for n, sender in enumerate(senders):
        head: list[Span] = [Span(number + " ", Role.NUMBER) if not n else indent]
        head.append(Span(sender, _sender_role(letter)))
        if not n:
            blanks = room - display_width(sender) - display_width(when.text)
            head += [Span(" " * max(blanks, 1)), when]
        lines.append(tuple(head))
    subjects = _cut(wrap(subject_words(letter.subject, say), room), room)
    lines += [(indent, Span(subject, Role.SUBJECT)) for subject in subjects]
    return [*lines, *((indent, *_spread(piece)) for piece in _filled(rest, room))]


def _end_of_row(letter: LetterSummary, facts: RowFacts, say: Say, *, today: date) -> list[Span]:
    """Give what is asked, the states, the date: each a span."""
    day = brief_date(local(letter.received).date(), say, today=today)
    return [
        *_asked(letter, say, today=today), *_states(letter, facts, say), Span(day, Role.DATE)
    ]  # fmt: skip


def _asked(letter: LetterSummary, say: Say, *, today: date) -> Iterable[Span]:
    if letter.is_guarded:
        yield Span(say("legal notice"), Role.WARNING)
    if letter.reply_by is not None:
        day = day_of_deadline(letter.reply_by)
        when = brief_date(day, say, today=today)
        if day < today:
            yield Span(say("was due {date}", date=when), Role.WARNING)
        elif day == today:
            yield Span(say("answer today"), Role.WARNING)
        else:
            yield Span(say("answer {date}", date=when), Role.ASKED)
    if letter.appointment is not None:
        when = brief_date(local(letter.appointment).date(), say, today=today)
        yield Span(f"{when} {bare_clock(letter.appointment)}", Role.ASKED)


def _states(letter: LetterSummary, facts: RowFacts, say: Say) -> Iterable[Span]:
    for state in states_of(letter):
        role = Role.WARNING if state in _DOUBTS else Role.STATE
        yield Span(say(_STATES[state]), role)
    if facts.is_new:
        yield Span(say("new"), Role.STATE)
    if facts.is_selected:
        yield Span(say("selected"), Role.STATE)
    if facts.shows_folder and letter.folder_type != FolderType.INBOX:
        yield Span(folder_sentence(letter, say).rstrip("."), Role.STATE)


def _number(facts: RowFacts) -> str:
    return str(facts.number) if facts.number else ""


def _sender_role(letter: LetterSummary) -> Role:
    return Role.UNREAD_SENDER if letter.unread else Role.SENDER


def _spread(spans: Iterable[Span]) -> list[Span]:
    """Put a gap between spans."""
    spread: list[Span] = []
    for span in spans:
        spread += [Span(_GAP), span] if spread else [span]
    return spread


def _filled(spans: Iterable[Span], room: int) -> list[list[Span]]:
    """Put spans into as few lines as hold them."""
    lines: list[list[Span]] = []
    for span in spans:
        if lines and _columns(_spread([*lines[-1], span])) <= room:
            lines[-1].append(span)
        else:
            lines.append([span])
    return lines


def _cut(texts: list[str], room: int) -> list[str]:
    if len(texts) <= _MOST_LINES:
        return texts
    last = texts[_MOST_LINES - 1][: room - len(_DOTS)]
    return [*texts[: _MOST_LINES - 1], last + _DOTS]


def _nth(texts: list[str], n: int) -> str:
    return texts[n] if n < len(texts) else ""


def _padded(text: str, width: int) -> str:
    return text + " " * (width - display_width(text))


def _columns(spans: Iterable[Span]) -> int:
    return sum(display_width(span.text) for span in spans)
