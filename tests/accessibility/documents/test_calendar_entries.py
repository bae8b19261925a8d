"""A calendar file as a tree: each entry with the standard's names, its times in ISO form."""

from hypothesis import given
from hypothesis import strategies as st

from accessibility.documents.calendar_entries import NAMES, read_calendar
from accessibility.tree_text import block_text, words_text
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import DocumentTree, Heading, KeyValue, List, Run
from mailbox_store.model.tree_json import json_of_tree, tree_of_json
from mailbox_store.model.warned import Warned

_BEGINS = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n"
_LINES = st.sampled_from(
    ["DTSTART:20261210T091500Z", "DTSTART;VALUE=DATE:20261210", "DTSTART:rod", "DURATION:PT1H",
     "RRULE:FREQ=SECONDLY", "RRULE:FREQ=;X", "EXDATE:20261210T091500Z,20261211T091500Z",
     "RDATE;VALUE=PERIOD:20261210T091500Z/PT1H", "ATTENDEE;CN=Bo:mailto:bo@example.org",
     "ORGANIZER:ingen", "SUMMARY:Møde\\, nu", "DESCRIPTION:a\\nb", "BEGIN:VALARM", "END:VALARM",
     "X-ANY:1", "LOCATION;LANGUAGE=da:Vej 1", "STATUS:CONFIRMED", "URL:https://a.example", ":", "æ"]
)  # fmt: skip


def _event(*lines: str) -> str:
    return "\n".join(["BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT", ""])


def _tree(*events: str) -> DocumentTree:
    extract = read_calendar(f"{_BEGINS}{''.join(events)}END:VCALENDAR\n".encode())
    assert extract.tree is not None
    assert tree_of_json(json_of_tree(extract.tree)) == extract.tree
    return extract.tree


def test_an_appointment_is_a_heading_with_when_and_where() -> None:
    tree = _tree(
        _event(
            "SUMMARY:Samtale om sygedagpenge",
            "DTSTART;TZID=Europe/Copenhagen:20261210T091500",
            "DTEND;TZID=Europe/Copenhagen:20261210T100000",
            "LOCATION:Jobcenter\\, Vej 1",
            'ORGANIZER;CN="Mette Prøve":mailto:mette@example.org',
            "RRULE:FREQ=WEEKLY;COUNT=3",
            "DESCRIPTION:Husk:\\n\\n- CV\\n- Kort",
        )
    )
    heading, facts, *rest = tree.blocks
    assert isinstance(heading, Heading)
    assert tree.title == block_text(heading) == "Samtale om sygedagpenge"
    assert isinstance(facts, KeyValue)
    assert block_text(facts).split("\n") == [
        "DTSTART: 2026-12-10T09:15 Europe/Copenhagen",
        "DTEND: 2026-12-10T10:00 Europe/Copenhagen",
        "RRULE: FREQ=WEEKLY;COUNT=3",
        "LOCATION: Jobcenter, Vej 1",
        "ORGANIZER: Mette Prøve (mette@example.org)",
    ]
    assert Run("mette@example.org", "mailto:mette@example.org") in facts.pairs[-1][1]
    assert {words_text(name) for name, _ in facts.pairs} <= set(NAMES)
    assert isinstance(rest[-1], List)


def test_days_and_universal_times_and_lengths_are_told_in_iso_form() -> None:
    tree = _tree(_event("DTSTART;VALUE=DATE:20261224", "DURATION:P1DT2H30M"))
    assert block_text(tree.blocks[1]) == "DTSTART: 2026-12-24\nDURATION: P1DT2H30M"
    assert "DTSTART: 2026-12-10T09:15Z" in block_text(
        _tree(_event("DTSTART:20261210T091500Z")).blocks[1]
    )


def test_a_rule_of_every_second_is_told_and_not_followed() -> None:
    tree = _tree(_event("DTSTART:20260101T000000Z", "RRULE:FREQ=SECONDLY"))
    assert "RRULE: FREQ=SECONDLY" in block_text(tree.blocks[1])


def test_more_entries_than_anybody_reads_are_cut() -> None:
    event = _event("DTSTART:20260101T000000Z", "SUMMARY:x", "RRULE:FREQ=SECONDLY")
    extract = read_calendar((_BEGINS + event * 20_000 + "END:VCALENDAR\n").encode())
    assert Warned(code="cut") in extract.warnings
    assert extract.tree is not None
    assert sum(isinstance(block, Heading) for block in extract.tree.blocks) == 200


def test_one_entry_without_end_is_refused_in_no_time() -> None:
    extract = read_calendar((_BEGINS + _event(*["X-A:1"] * 100_000) + "END:VCALENDAR\n").encode())
    assert extract.reading is Reading.UNREADABLE
    assert extract.warnings == (Warned(code="cut"),)


def test_what_is_no_calendar_is_unreadable_or_empty() -> None:
    assert read_calendar(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nRRULE\n").reading is not Reading.READ
    assert read_calendar(b"\x00\xff").reading is not Reading.READ
    assert read_calendar(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n").reading is Reading.NO_TEXT


@given(st.lists(st.lists(_LINES, max_size=8), max_size=3))
def test_any_lines_are_read_or_refused(events: list[list[str]]) -> None:
    whole = _BEGINS + "".join(_event(*lines) for lines in events) + "END:VCALENDAR\n"
    extract = read_calendar(whole.encode())
    if extract.tree is not None:
        assert tree_of_json(json_of_tree(extract.tree)) == extract.tree
