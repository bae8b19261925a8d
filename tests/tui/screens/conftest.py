"""A store with letters of every kind for the screens, and one with many."""

from datetime import timedelta
from pathlib import Path

import pytest

from mailbox_store.model.document import Action
from mailbox_store.model.party import IdType, Party
from tests.tui.letters import NOW, document, letter, store_with
from tests.tui.test_texts import letters


@pytest.fixture
def store(tmp_path: Path) -> str:
    """Five letters: a legal notice, one with documents and requests, doubtful ones."""
    return store_with(tmp_path / "mailbox.db", letters())


@pytest.fixture
def many(tmp_path: Path) -> str:
    """Sixty plain letters; number 1 is the newest, "Letter 60"."""
    return store_with(tmp_path / "many.db", [letter(n) for n in range(1, 61)])


@pytest.fixture
def thread(tmp_path: Path) -> str:
    """Three letters, of which number 1 and number 3 of the list belong together."""
    first = letter(1)
    answer = letter(3, related=(first.uuid,))
    return store_with(tmp_path / "thread.db", [first, answer, letter(2)])


@pytest.fixture
def long_thread(tmp_path: Path) -> str:
    """Seventy letters that belong together."""
    first = letter(1)
    others = [letter(n, related=(first.uuid,)) for n in range(2, 71)]
    return store_with(tmp_path / "long-thread.db", [first, *others])


@pytest.fixture
def two_deadlines(tmp_path: Path) -> str:
    """Letter 1 with two things due, letter 2 with one after them, letter 3 with none."""
    pay = Action(label="Pay", code="BETALING", end=NOW + timedelta(days=4))
    first = letter(1, reply_by=NOW + timedelta(days=2), actions=(pay,))
    second = letter(2, reply_by=NOW + timedelta(days=8))
    return store_with(tmp_path / "due.db", [first, second, letter(3)])


@pytest.fixture
def without_documents(tmp_path: Path) -> str:
    """Two letters, of which the newer, L2, has no documents."""
    return store_with(tmp_path / "bare.db", [letter(1), letter(2, documents=())])


@pytest.fixture
def long_name(tmp_path: Path) -> str:
    """A letter whose document's name has 600 bytes."""
    named = document("Text.", name=f"{'æøå' * 100}.txt")
    return store_with(tmp_path / "named.db", [letter(1, documents=(named,))])


@pytest.fixture
def two_mailboxes(tmp_path: Path) -> str:
    """A store with a mailbox of one letter, and Bo's, M2, of two."""
    store_with(tmp_path / "two.db", [letter(1)])
    bo = Party(id_type=IdType.CPR, number="0201800000", name="Bo Prøve")
    return store_with(tmp_path / "two.db", [letter(7), letter(8)], owner=bo)


@pytest.fixture
def empty(tmp_path: Path) -> str:
    """A mailbox without a letter."""
    return store_with(tmp_path / "empty.db", [])


@pytest.fixture
def long_letter(tmp_path: Path) -> str:
    """One letter of four pages at 80x24."""
    text = "\n\n".join(f"Paragraph {n} of a letter that goes on." for n in range(40))
    return store_with(tmp_path / "long.db", [letter(1, text=f"{text}\n\nKind regards")])


@pytest.fixture
def sections(tmp_path: Path) -> str:
    """One letter with headings, a table, a link, amounts and dates."""
    text = """Dear Anna

What you get

You will get 1,234.50 kroner a month.

Answer no later than 15 December 2026.

Due date: 1 December 2026. Period: December. Amount: 1,234.50 kroner.
Due date: 1 January 2027. Period: January. Amount: -34.50 kroner.

How to complain

Write to https://complaints.example/form before 1 February 2027.

Kind regards

Bylderup
"""
    return store_with(tmp_path / "sections.db", [letter(1, text=text)])


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    """One letter whose every part tries to command the terminal."""
    evil = "\x1b[31mred\x1b]0;title\x07 \x9b2J [red]markup[/red] \u202eback"
    sender = Party(id_type=IdType.EMAIL, number="a\x1b[2J@evil.example", name=f"Evil {evil}")
    return store_with(
        tmp_path / "hostile.db",
        [letter(1, sender=sender, subject=f"Subject {evil}", text=f"Text {evil}", note=evil)],
    )
