"""Documents, requests, deadlines, folders, settings, help: what is reached from the list."""

from pathlib import Path

import pytest

from tests.tui.screens.at_the_screens import at_the_screens, desk_at


async def test_documents_are_listed_read_and_saved_one_by_one(
    store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("j", "v")
        assert screens.lines[0] == "Documents."
        assert screens.lines[1].startswith("> Document 1: letter.txt")
        await screens.press("enter")
        assert screens.lines[0] == "You will get 1,234.50 kroner a month."
        await screens.press("escape", "S")
        assert "Saved\n" in screens.text
        assert "letter.txt" in screens.text
    saved = tmp_path / "letter.txt"
    assert saved.read_text().startswith("You will get 1,234.50 kroner a month.")
    assert saved.stat().st_mode & 0o777 == 0o600


async def test_a_number_reaches_a_document_while_reading(store: str) -> None:
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("j", "enter", "2", "enter")
        assert screens.lines[0] == "This document is a picture without text (2 pages)."
        await screens.press("escape")
        assert screens.lines[0] == "Bylderup Kommune. Housing benefit, decision."
        await screens.press("9", "enter")
        assert screens.foot == "The letter has no document 9."


async def test_what_is_asked_names_the_domain_and_warns(store: str) -> None:
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("j", "A")
        assert screens.lines[0] == "What the letter asks for."
        assert "Link to evil.example: https://pay.example@evil.example/x" in screens.text
        assert "Whether evil.example belongs to the sender cannot be told here." in screens.text


async def test_an_appointment_becomes_a_calendar_file(
    store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("j", "C")
        assert "Appointment saved: " in screens.said
    (file,) = tmp_path.glob("*.ics")
    assert b"DTSTART:20261210T080000Z\r\n" in file.read_bytes()


async def test_a_field_is_handed_to_the_terminal_and_that_is_said(store: str) -> None:
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("j", "enter", "c")
        assert screens.lines[0] == "Copy what?"
        row = next(n for n, line in enumerate(screens.lines) if "Amount: 1,234.50" in line)
        await screens.press(*["j"] * (row - 1), "enter")
        assert screens.app.clipboard == "1,234.50 kroner"
        assert "Handed to the terminal" in screens.text
        assert screens.lines[0] == "Bylderup Kommune. Housing benefit, decision."


async def test_the_thread_of_a_letter_is_a_list_of_its_own(thread: str) -> None:
    async with at_the_screens(desk_at(thread)) as screens:
        await screens.press("T")
        assert screens.lines[0] == "Thread. 2 letters."
        assert "Letter 2" not in screens.text
        await screens.press("escape")
        assert screens.lines[0].startswith("Inbox.")


async def test_deadlines_lead_to_their_letters_and_n_to_the_next_of_them(store: str) -> None:
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("G")
        assert screens.lines[0] == "Deadlines."
        assert "Pay the rest by Wednesday 2 December, in 9 days." in screens.said
        await screens.press("enter")
        assert screens.lines[0] == "Bylderup Kommune. Housing benefit, decision."
        await screens.press("escape")
        assert screens.lines[0] == "Deadlines."


async def test_the_log_the_mailboxes_and_the_folders(store: str) -> None:
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("L")
        assert screens.lines[0] == "Log."
        assert "Letter arrived. L" in screens.text
        await screens.press("escape", "M")
        assert screens.lines[1].startswith("> M1. Anna Prøve. 010180-****.")
        await screens.press("escape", "g")
        assert screens.lines[1].startswith("> Inbox. 5 letters. 5 unread.")
        await screens.press("j", "j", "j", "enter")
        assert screens.foot == "No letters."


async def test_another_mailbox_is_turned_to(two_mailboxes: str) -> None:
    async with at_the_screens(desk_at(two_mailboxes, mailbox="M1")) as screens:
        await screens.press("M", "j", "enter")
        assert screens.lines[0] == "Inbox. 2 unread of 2. ? for help."
        assert "Letter 8" in screens.text
        await screens.type(":mailbox M1")
        await screens.press("enter")
        assert screens.lines[0] == "Inbox. 1 unread of 1. ? for help."


async def test_a_setting_is_typed_and_taken_on_at_once(store: str, home: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(home / "config"), "HOME": str(home)}
    async with at_the_screens(desk_at(store, environment=environment)) as screens:
        await screens.press("comma")
        row = next(n for n, line in enumerate(screens.lines) if "look: not set" in line)
        await screens.press(*["j"] * (row - 1), "enter")
        assert screens.foot == ":settings look"
        await screens.type("reader")
        await screens.press("enter")
        assert "look: reader" in screens.text
        assert screens.app.terminal_manner.whole_lines


async def test_the_language_changes_every_word(store: str, home: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(home / "config"), "HOME": str(home)}
    async with at_the_screens(desk_at(store, environment=environment)) as screens:
        await screens.type(":language da")
        await screens.press("enter")
        assert screens.foot == "Nu på dansk."
        assert screens.lines[0] == "Indbakke. 5 ulæste af 5. ? for hjælp."


async def test_a_slip_is_answered_and_nothing_is_done(store: str) -> None:
    async with at_the_screens(desk_at(store)) as screens:
        await screens.type(":serch")
        await screens.press("enter")
        assert screens.foot == "I do not know “serch”. Did you mean search?"
        await screens.press("z")
        assert screens.foot == "z does nothing here. ? helps."


async def test_the_keys_and_the_typed_words_are_explained(store: str) -> None:
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("question_mark")
        assert screens.lines[0] == "Keys."
        assert "Down, j, n: the next row." in screens.text
        await screens.press("escape")
        await screens.type(":help archive")
        await screens.press("enter")
        assert screens.foot.startswith("archive or a: move to Archive")
