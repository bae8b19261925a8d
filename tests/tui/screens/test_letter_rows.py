"""A letter as a row: in the order of facts, at any width, without losing a word."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accessibility.wording import wording_for
from mailbox_store.model.folder import FolderType
from mailbox_store.model.letter import LetterId, LetterSummary, ThreadId, milliseconds_of
from mailbox_tui.looks import LOOKS
from mailbox_tui.screens.letter_rows import RowFacts, letter_row
from mailbox_tui.screens.picture import Line, width_of
from tests.tui.letters import NOW

TODAY = NOW.date()
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=90
)


def summary(**facts: object) -> LetterSummary:
    """Make a letter of a list."""
    known: dict[str, object] = {
        "id": LetterId(1), "uuid": "u", "sender_name": "Bylderup Kommune", "sender_type": "CVR",
        "sender_number": "12345678", "sender_verified": 1, "subject": "Housing benefit, decision",
        "received_ms": milliseconds_of(NOW), "unread": 0, "flagged": 0, "reply_by_ms": None,
        "appointment_ms": None, "legal_notice": 0, "legally_notified_ms": None,
        "document_count": 1, "thread": ThreadId(1), "conflict": 0, "folder_id": 1,
        "folder_type": FolderType.INBOX, "folder_name": "INBOX",
    }  # fmt: skip
    return LetterSummary(**(known | facts))  # type: ignore[arg-type]  # made by name


def row(letter: LetterSummary, *, width: int = 79, look: str = "default", language: str = "en",
        **facts: object) -> list[Line]:  # fmt: skip
    """Lay a letter out."""
    known = RowFacts(**({"number": 3} | facts))  # type: ignore[arg-type]  # made by name
    return letter_row(letter, known, wording_for(language), today=TODAY, width=width,
                      look=LOOKS[look])  # fmt: skip


def text_of(line: Line) -> str:
    """Give a line's bare text."""
    return "".join(span.text for span in line)


def words(lines: list[Line]) -> list[str]:
    """Give the words of a row."""
    return " ".join(text_of(line) for line in lines).split()


def test_it_says_who_what_asked_state_and_date_in_this_order() -> None:
    letter = summary(
        unread=1, flagged=1, reply_by_ms=milliseconds_of(datetime(2026, 12, 15, 22, 59, tzinfo=UTC))
    )
    assert [text_of(line) for line in row(letter, width=100)] == [
        " 3  Bylderup Kommune      Housing benefit, decision"
        "           answer 15 Dec  unread  flagged  23 Nov"
    ]
    assert [text_of(line) for line in row(letter, width=100, language="da")] == [
        " 3  Bylderup Kommune      Housing benefit, decision"
        "                 svar 15 dec  ulæst  flag  23 nov"
    ]


def test_on_forty_columns_the_facts_stand_below_one_another() -> None:
    letter = summary(unread=1, subject="Vedr. din ansøgning om undersøgelse på sygehus")
    assert [text_of(line) for line in row(letter, width=39)] == [
        " 3  Bylderup Kommune             23 Nov",
        "    Vedr. din ansøgning om undersøgelse",
        "    på sygehus",
        "    unread",
    ]


def test_where_one_row_is_shown_at_a_time_it_is_line_modes_sentence() -> None:
    (line,) = row(summary(unread=1), look="reader")
    assert text_of(line) == ("3. Bylderup Kommune. Housing benefit, decision. Unread. 23 November.")


@pytest.mark.parametrize("look", list(LOOKS))
@pytest.mark.parametrize(
    ("facts", "word"),
    [
        ({"unread": 1}, "unread"),
        ({"flagged": 1}, "flagged"),
        ({"conflict": 1}, "conflict"),
        ({"legal_notice": 1, "sender_verified": 0}, "legal notice"),
        ({"legal_notice": 1, "sender_verified": 0}, "not verified"),
        ({"reply_by_ms": milliseconds_of(NOW)}, "answer today"),
        ({"reply_by_ms": 0}, "due"),
    ],
)
def test_every_state_is_a_word(look: str, facts: dict[str, object], word: str) -> None:
    assert word in " ".join(words(row(summary(**facts), look=look))).lower()


@pytest.mark.parametrize("look", list(LOOKS))
@given(sender=TEXT, subject=TEXT, width=st.integers(min_value=12, max_value=200),
       flags=st.integers(min_value=0, max_value=1), snippet=TEXT)  # fmt: skip
@settings(max_examples=40)
def test_no_row_is_wider_than_its_room(
    look: str, sender: str, subject: str, width: int, flags: int, snippet: str
) -> None:
    letter = summary(sender_name=sender, subject=subject, unread=flags, flagged=flags,
                     reply_by_ms=milliseconds_of(NOW) * flags, legal_notice=flags)  # fmt: skip
    lines = row(letter, width=width, look=look, snippet=snippet, is_selected=bool(flags))
    if width >= 34:
        assert all(width_of(line) <= width for line in lines)
    assert lines


@given(width=st.integers(min_value=40, max_value=120))
def test_no_word_of_sender_or_subject_is_lost(width: int) -> None:
    letter = summary(
        sender_name="Styrelsen for Arbejdsmarked og Rekruttering",
        subject="Indkaldelse til samtale om din jobplan og dit forløb hos os",
    )
    shown = words(row(letter, width=width))
    for word in (letter.sender_name + " " + letter.subject).split():
        assert word in shown
