"""Documents in line mode and by commands: read, gone about in, told in brief, asked for."""

import json
from datetime import datetime, timedelta

import icalendar
import pytest

from tests.tui.conftest import Make
from tests.tui.documents_read import decision, of_file, waiting
from tests.tui.running import Brevdue


@pytest.fixture
def with_decision(make: Make) -> Brevdue:
    """Give the command over a letter whose document nobody has read yet."""
    return make(decision())


def test_a_letter_that_nobody_read_yet_is_read_when_it_is_opened(with_decision: Brevdue) -> None:
    ran = with_decision("read", "1")
    assert "Heading 1: Housing benefit" in ran.out
    assert "Table, 3 rows: Due, Period, Amount.\n" in ran.out
    assert "Row 2. Due: 1 February 2027. Period: February. Amount: -34.50 kr.\n" in ran.out
    assert "Item 2 of 2: Tell us no later than 15 December 2026 if it is not." in ran.out
    assert "how to complain (link 1)" in ran.out


def test_a_document_is_given_as_text_markdown_or_json(with_decision: Brevdue) -> None:
    text = with_decision("read", "1", "--as", "text").out
    assert text.startswith("Heading 1: Housing benefit\n")
    markdown = with_decision("read", "1", "--as", "markdown").out
    assert "| 1 February 2027 | February | -34.50 kr. |" in markdown
    assert "[how to complain](https://www.borger.example/complain)" in markdown
    told = json.loads(with_decision("read", "1", "--as", "json").out)
    assert told["blocks"][0]["kind"] == "heading"


def test_a_form_is_given_for_one_form_only(with_decision: Brevdue) -> None:
    ran = with_decision("read", "1", "--as", "markdown", "--json")
    assert ran.code == 2
    assert "not allowed with argument" in ran.err


def test_one_goes_about_by_table_list_and_field(with_decision: Brevdue) -> None:
    ran = with_decision(typed="1\nlists\nlist 1\nfields\nfield 2\ntables\ntable 1\nq\n")
    assert "> lists\n1. Check that everything is right.\n" in ran.out
    assert "> fields\n1. Rent" in ran.out
    assert "I live alone" in ran.out.split("> field 2\n")[1]
    assert "> table 1\nTable, 3 rows" in ran.out


def test_a_long_table_is_announced_with_how_to_hear_less_of_it(make: Make) -> None:
    rows = "".join(f"<tr><td>Day {n}</td><td>{n} kr.</td></tr>" for n in range(1, 15))
    page = f'<html lang="en"><table><tr><th>Day<th>Sum</tr>{rows}<tr><td>Total<td>105 kr.</table>'
    brevdue = make(waiting(1, page.encode(), name="a.html", kind="text/html"))
    ran = brevdue(typed="1\ntable 1 totals\nq\n")
    assert "Table 1 has 15 rows: type table 1 totals, or table 1 row 1, to hear less." in (
        " ".join(ran.out.split())
    )
    assert ran.out.splitlines()[-2].endswith("Row 15. Day: Total. Sum: 105 kr.")


def test_a_table_is_looked_at_as_a_grid_by_its_totals_and_by_a_row(with_decision: Brevdue) -> None:
    ran = with_decision(
        typed="1\ntable 1 grid\ntable 1 totals\ntable 1 row 2\ntable 1 row 9\ntable 7 grid\nq\n"
    )
    assert "1 February 2027  February    -34.50 kr." in ran.out
    assert "> table 1 totals\nRow 3. Due: Total. Amount: 1,200.00 kr.\n" in ran.out
    assert "> table 1 row 2\nRow 2. Due: 1 February 2027." in ran.out
    assert "Which row? Type its number, from 1 to 3." in ran.out
    assert "There is no table 7 here." in ran.out


def test_facts_are_told_with_the_sentences_they_stand_in(with_decision: Brevdue) -> None:
    ran = with_decision(typed="1\nfacts\nq\n")
    facts = ran.out.split("> facts\n")[1]
    assert "Amount: 1,234.50 kroner “You will get 1,234.50 kroner a month" in facts
    assert "Date: 15 December 2026. “Tell us no later than 15 December 2026 if it is not." in facts
    assert "Case: 26/004871. “Case number: 26/004871.”" in facts


def test_a_letter_in_brief_is_its_own_words(with_decision: Brevdue) -> None:
    lines = with_decision("brief", "1").out
    assert "It begins: You will get 1,234.50 kroner a month" in lines
    assert "Tell us no later than 15 December 2026 if it is not." in lines
    assert "within 4 weeks from the day you received this letter" in lines
    typed = with_decision(typed="brief 1\nq\n").out
    assert "It begins: You will get 1,234.50 kroner a month" in typed


def test_the_mailbox_in_brief_is_one_line(make: Make) -> None:
    soon = datetime.now().astimezone() + timedelta(days=3)
    ran = make(decision(1), decision(2, reply_by=soon))("brief")
    assert ran.out.count("\n") == 1
    assert ran.out.startswith("2 new letters. 1 must be answered by ")


def test_deadlines_hold_what_the_text_says_and_how_sure_that_is(make: Make) -> None:
    received = datetime.now().astimezone() - timedelta(days=1)
    brevdue = make(decision(received=received))
    brevdue("read", "1")
    listed = brevdue("deadlines").out
    assert "The letter writes: “Tell us no later than 15 December 2026" in listed
    assert "Probably by " in listed
    assert "within 4 weeks" in listed


def test_a_probable_deadline_is_written_into_a_calendar_only_after_a_yes(make: Make) -> None:
    received = datetime.now().astimezone() - timedelta(days=1)
    brevdue = make(decision(received=received))
    brevdue("read", "1")
    first, second = brevdue.home / "first.ics", brevdue.home / "second.ics"
    assert "1 probable one was left out" in brevdue("deadlines", "--ics", str(first)).out
    asked = brevdue("deadlines", "--confirm", "1", typed="yes\n")
    assert "the last day? Type yes to keep it as a deadline." in " ".join(asked.err.split())
    assert "Kept as a deadline: " in asked.out
    brevdue("deadlines", "--ics", str(second))
    counts = [
        len(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"))
        for path in (first, second)
    ]
    assert counts[1] == counts[0] + 1
    assert first.stat().st_mode & 0o777 == 0o600


def test_a_calendar_never_takes_the_place_of_another_file(make: Make) -> None:
    received = datetime.now().astimezone() - timedelta(days=1)
    brevdue = make(decision(received=received))
    brevdue("read", "1")
    there = brevdue.home / "there.ics"
    there.write_text("mine")
    assert "there (2).ics" in brevdue("deadlines", "--ics", str(there)).out
    assert there.read_text() == "mine"


def test_a_no_leaves_a_probable_deadline_as_it_is(make: Make) -> None:
    received = datetime.now().astimezone() - timedelta(days=1)
    brevdue = make(decision(received=received))
    brevdue("read", "1")
    assert "Nothing was confirmed." in brevdue(typed="confirm 1\nno\nq\n").out
    assert "Probably by" in brevdue("deadlines").out


def test_how_a_letter_can_be_listened_to_is_said_with_the_reasons(make: Make) -> None:
    brevdue = make(of_file(1, "vindue.pdf"))
    said = brevdue("readability", "1").out
    assert said.startswith("Document 1")
    assert "because the file does not mark them" in " ".join(said.split())


def test_a_better_copy_is_asked_for_in_a_draft_and_nothing_is_sent(make: Make) -> None:
    brevdue = make(of_file(1, "vindue.pdf", subject="Afgørelse"))
    said = brevdue("readability", "1", "--ask").out
    assert said == (
        "A request for a copy that can be read aloud is in Drafts as L2. Nothing was sent.\n"
    )
    draft = brevdue("read", "L2").out
    assert "PDF-filen er ikke tagget" in " ".join(draft.split())
    assert "0101800000" not in draft
    again = brevdue(typed="1\naskcopy\nfolder drafts\nq\n").out
    assert "is in Drafts as L3" in again


def test_a_letter_without_a_document_has_nothing_to_judge_or_to_ask_for(brevdue: Brevdue) -> None:
    ran = brevdue(typed="3\nreadability\naskcopy\naskcopy x\nq\n")
    assert "The letter has no document to judge." in ran.out
    assert "The letter has no document to ask for." in ran.out
    assert "Which document? Type its number too." in ran.out
