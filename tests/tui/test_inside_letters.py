"""Line mode inside a letter: landmarks, what it asks for, copying, the calendar, other programs."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from mailbox_store.model.errors import StoreFull
from mailbox_tui.deeds.other_programs import edit_and_keep
from mailbox_tui.desk import StoppedError
from tests.tui.conftest import Make
from tests.tui.letters import letter, store_with
from tests.tui.running import Brevdue, Terminal
from tests.tui.screens.at_the_screens import desk_at
from tests.tui.test_texts import letters

SECTIONS = """Dear Anna

What you get

You will get 1,234.50 kroner a month. Write to https://complaints.example/form.

Due date: 1 December 2026. Period: December. Amount: 1,234.50 kroner.
Due date: 1 January 2027. Period: January. Amount: -34.50 kroner.

How to complain

Answer no later than 15 December 2026.

Kind regards
"""


@pytest.fixture
def asking(tmp_path: Path) -> Brevdue:
    """Give the command over letters of which number 2 asks for a payment and a visit."""
    return Brevdue(home=tmp_path, store=store_with(tmp_path / "asking.db", letters()))


def test_headings_are_listed_and_gone_to_and_back_leads_to_where_it_was_left(make: Make) -> None:
    ran = make(letter(1, text=SECTIONS))(typed="1\nheadings\nheading 2\nb\nq\n")
    assert "> headings\n1. What you get.\n2. How to complain.\n" in ran.out
    assert "> heading 2\nHow to complain\n\nAnswer no later than" in ran.out
    assert "> b\nBylderup Kommune. Letter 1.\n" in ran.out


def test_tables_links_and_facts_are_listed_in_words(make: Make) -> None:
    ran = make(letter(1, text=SECTIONS))(typed="1\ntables\nlinks\nfacts\nfact 9\nq\n")
    assert "1. Due date: 1 December 2026. Period: December. Amount: 1,234.50 kroner." in ran.out
    assert (
        "1. Whether complaints.example belongs to the sender cannot be told here. Link to "
        "complaints.example: https://complaints.example/form\n" in ran.out
    )
    assert "Amount: 1,234.50 kroner “You will get 1,234.50 kroner a month.”" in ran.out
    assert "Amount: -34.50 kroner “Amount: -34.50 kroner.”" in ran.out
    assert "Date: 15 December 2026. “Answer no later than 15 December 2026.”" in ran.out
    assert "There is no number 9; the last is " in ran.out


def test_landmarks_want_an_open_letter(brevdue: Brevdue) -> None:
    ran = brevdue(typed="headings\nlinks 1\ncopy\nq\n")
    assert ran.out.count("Open a letter first.") == 3


def test_the_senders_own_deadline_comes_before_what_is_found(asking: Brevdue) -> None:
    ran = asking(typed="2\nfacts\nq\n")
    facts = ran.out.split("> facts\n")[1]
    assert facts.startswith("Answer by Tuesday 15 December 2026")
    assert "1. Amount: 1,234.50 kroner" in facts


def test_what_is_asked_is_told_with_a_warning_before_the_link(asking: Brevdue) -> None:
    ran = asking(typed="actions 2\nactions 5\nq\n")
    answer, pay, warning, link, *_ = ran.out.split("> actions 2\n")[1].splitlines()
    assert answer == "Answer by Tuesday 15 December 2026."
    assert pay == "Pay: Pay the rest. By Wednesday 2 December 2026 at 11.00."
    assert warning == "Whether evil.example belongs to the sender cannot be told here."
    assert link == "Link to evil.example: https://pay.example@evil.example/x"
    assert "> actions 5\nThe letter asks for nothing.\n" in ran.out


def test_an_appointment_is_written_into_a_folder_that_is_there(
    asking: Brevdue, tmp_path: Path
) -> None:
    ran = asking(typed=f"calendar 2 {tmp_path}\ncalendar 2 /nowhere/at/all\ncalendar 5\nq\n")
    assert f"Appointment saved: {tmp_path}/appointment-L2.ics\n" in ran.out
    assert "There is no folder /nowhere/at/all. Nothing was saved." in ran.out
    assert "The letter has no appointment." in ran.out
    file = tmp_path / "appointment-L2.ics"
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_field_is_copied_as_a_line_of_its_own(asking: Brevdue) -> None:
    ran = asking(typed="2\ncopy\ncopy 6\ncopy 99\nq\n")
    assert "1. Sender: Bylderup Kommune\n" in ran.out
    assert "6. Amount: 1,234.50 kroner\n" in ran.out
    assert "> copy 6\n1,234.50 kroner\n" in ran.out
    assert "Copy which? Type copy and a number from 1 to 6." in ran.out


def test_the_list_is_filtered_and_all_shows_all(brevdue: Brevdue) -> None:
    ran = brevdue(typed="flag 3\nfilter flagged\nfilter all\nfilter green\nfrist\nq\n")
    assert "> filter flagged\n1. Bylderup Kommune. Letter 12. Unread. Flagged." in ran.out
    assert "> filter all\n1. Bylderup Kommune. Summons." in ran.out
    assert "Filter by what? Type unread, flagged, deadline, sender and a name, or all." in ran.out


def test_another_program_needs_a_terminal(brevdue: Brevdue) -> None:
    ran = brevdue(typed="3\npager\neditnote\nq\n", PAGER="cat", EDITOR="true")
    assert ran.out.count("That needs a terminal.") == 2


def test_the_pager_gets_the_letter_and_the_terminal(brevdue: Brevdue, tmp_path: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text('#!/bin/sh\ncat "$1"; stat -c %a "$1"; read answer; echo "read $answer"\n')
    pager.chmod(0o700)
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    terminal = Terminal(brevdue, PAGER=str(pager), XDG_RUNTIME_DIR=str(runtime))
    terminal.read_until("\n> ")
    terminal.type("3")
    os.write(terminal._side, b"pager\n")
    assert "This is letter 12." in terminal.read_until("600\r\n")
    assert terminal.type("this is for the pager").endswith("read this is for the pager\n> ")
    terminal.press(b"q\n")
    assert terminal.end() == 0
    assert list(runtime.iterdir()) == []


async def test_a_note_that_cannot_be_kept_stays_in_a_file_that_is_named(asking: Brevdue) -> None:
    desk = desk_at(asking.store, environment={"EDITOR": "an-editor"})

    async def write(words: Sequence[str]) -> int:
        Path(words[-1]).write_text("Ring to Bo\n")
        return 0

    async def keep(note: str) -> None:
        del note
        raise StoreFull

    with pytest.raises(StoppedError) as told:
        await edit_and_keep("", desk, run=write, keep=keep)
    sentence, _, file = told.value.text.removesuffix(".").partition(" What you wrote is in ")
    assert sentence.startswith("The disk is full.")
    assert Path(file).read_text() == "Ring to Bo\n"
    assert Path(file).stat().st_mode & 0o777 == 0o600
    Path(file).unlink()


def test_a_note_is_edited_and_the_old_one_stays_where_the_editor_fails(
    brevdue: Brevdue, tmp_path: Path
) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho "Ring to Bo" >> "$1"\n')
    editor.chmod(0o700)
    terminal = Terminal(brevdue, EDITOR=str(editor), VISUAL="")
    terminal.read_until("\n> ")
    terminal.type("note 3 First line.")
    assert "Noted." in terminal.type("editnote 3")
    assert "First line.\nRing to Bo\n" in terminal.type("note 3")
    editor.write_text("#!/bin/sh\nexit 1\n")
    assert "not be used. Nothing was changed." in terminal.type("editnote 3")
    assert "First line.\nRing to Bo\n" in terminal.type("note 3")
    terminal.press(b"q\n")
    terminal.end()
