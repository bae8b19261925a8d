"""A key is about what is on the screen: the letter in focus, the one that is read, or none."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from mailbox_store.model.errors import StoreFull
from mailbox_store.opening import open_store
from mailbox_tui.screens.events import Paste
from tests.tui.letters import letter
from tests.tui.screens.at_the_screens import Screens, at_the_screens, desk_at, until
from tests.tui.screens.test_deeds_on_screen import folder_of


async def test_a_note_that_begins_with_a_number_is_about_the_letter_in_focus(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("N")
        assert screens.foot == "Note:"
        await screens.type("3 copies sent")
        await screens.press("enter")
    assert (await folder_of(many, 60))[3] == "3 copies sent"
    assert (await folder_of(many, 58))[3] == ""


async def test_a_note_of_one_line_is_changed_where_it_stands_or_taken_off(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("N")
        await screens.type("Ask Bo")
        await screens.press("enter", "N")
        assert screens.foot == "Note: Ask Bo"
        await screens.type(" again")
        await screens.press("enter")
        assert (await folder_of(many, 60))[3] == "Ask Bo again"
        await screens.press("N", "ctrl+u", "enter")
        assert screens.foot == "Note removed."
        await screens.press("u")
    assert (await folder_of(many, 60))[3] == "Ask Bo again"


async def test_a_note_of_several_lines_is_left_to_the_editor(many: str) -> None:
    async with open_store(many) as repository:
        (facts,) = await repository.mailboxes()
        mailbox = await desk_at(many).as_owner(facts, repository)
        (newest,) = await repository.letters_with_uuid(facts.id, letter(60).uuid)
        await mailbox.write_note(newest, "one\ntwo")
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("N")
        assert screens.foot == "The note has several lines. Change it in your editor: E."


@pytest.mark.parametrize("key", ["L", "question_mark", "M", "comma", "g"])
async def test_what_is_about_no_letter_leaves_the_letter_beneath_alone(
    many: str, key: str, home: Path
) -> None:
    environment = {"XDG_CONFIG_HOME": str(home / "config"), "HOME": str(home)}
    async with at_the_screens(desk_at(many, environment=environment)) as screens:
        await screens.press("enter", key)
        await screens.type(":archive")
        await screens.press("enter")
        assert "There is no letter here." in screens.text
    assert (await folder_of(many, 60))[0].upper() == "INBOX"


async def test_among_deadlines_a_deed_is_about_the_letter_of_the_one_in_focus(store: str) -> None:
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("G")
        await screens.type(":flag")
        await screens.press("enter", "escape")
        flagged = [line for line in screens.text.splitlines() if "flag" in line]
        assert flagged


async def test_n_goes_from_one_deadline_to_that_of_another_letter(two_deadlines: str) -> None:
    async with at_the_screens(desk_at(two_deadlines)) as screens:
        await screens.press("G")
        assert len([line for line in screens.lines if "Letter" in line]) == 3
        await screens.press("enter")
        assert "This is letter 1." in screens.text
        await screens.press("n")
        assert "This is letter 2." in screens.text
        await screens.press("n")
        assert screens.foot == "That was the last letter."
        await screens.press("p")
        assert "This is letter 1." in screens.text
        await screens.press("escape")
        assert screens.lines[0] == "Deadlines."


async def test_n_in_a_document_opens_the_next_letter(store: str) -> None:
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("j", "v", "enter", "n")
        assert "That was the last letter." not in screens.text
        assert screens.lines[0].startswith("Anna Prøve. CPR 010180-****.")
        await screens.press("escape")
        assert screens.lines[0].startswith("Inbox.")


async def test_help_asked_for_three_times_is_left_by_one_escape(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("question_mark", "question_mark", "question_mark")
        assert screens.lines[0] == "Keys."
        await screens.press("end", "down")
        assert screens.foot == "It ends here."
        await screens.press("escape")
        assert screens.lines[0].startswith("Inbox.")


async def test_a_field_is_copied_from_the_documents_too(store: str) -> None:
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("j", "v")
        await screens.type(":copy")
        await screens.press("enter", "j", "enter")
        assert "Handed to the terminal" in screens.text
        assert screens.app.clipboard


async def test_what_pasted_words_hold_never_ends_or_steers_the_line(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("colon")
        for pasted in ("\n", "\x1b", "\r", "arch\nive", "\x03"):
            screens.app.stage.events.put_nowait(Paste(pasted))
        await screens.settled()
        assert screens.foot == ":\N{REPLACEMENT CHARACTER}arch ive\N{REPLACEMENT CHARACTER}"
        await screens.press("escape")
    assert (await folder_of(many, 60))[0].upper() == "INBOX"


async def test_pasted_words_outside_a_line_do_nothing(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        before = screens.text
        screens.app.stage.events.put_nowait(Paste("ddd"))
        await screens.settled()
        assert screens.text == before


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("delete everything", "Nothing was done: “everything” is no letter."),
        ("details please", "Nothing was done: “please” is no letter."),
        ("undo 3", "Nothing was done: “3” means nothing here."),
        ("deadlines now", "Nothing was done: “now” means nothing here."),
    ],
)
async def test_words_that_a_deed_has_no_use_for_stop_it(many: str, typed: str, answer: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.type(f":{typed}")
        await screens.press("enter")
        assert screens.foot == answer


async def test_what_was_deleted_before_one_could_not_be_is_said(
    many: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.type(":bin 1-3")
        await screens.press("enter")
        await screens.type(":folder bin")
        await screens.press("enter")
        mailbox = screens.app.stage.letters_below.kept.mailbox
        delete = mailbox.delete_for_good
        monkeypatch.setattr(mailbox, "delete_for_good", _failing_after(1, delete))
        await screens.type(":delete 1-3")
        await screens.press("enter")
        await screens.type("yes")
        await screens.press("enter")
        assert "1 of 3 letters deleted for good. The disk is full." in screens.said
        assert screens.lines[0] == "Bin. 2 letters."


async def test_of_several_to_save_each_is_tried_and_told(
    without_documents: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with at_the_screens(desk_at(without_documents)) as screens:
        await screens.type(":save 1 2")
        await screens.press("enter")
        assert screens.lines[0] == "Saved."
        assert "L2: The letter has no documents to save." in screens.said
        assert "letter.txt, text, 43 bytes." in screens.said
    assert (tmp_path / "letter.txt").exists()


async def test_another_setting_leaves_the_look_that_was_asked_for(many: str, home: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(home / "config"), "HOME": str(home)}
    async with at_the_screens(desk_at(many, environment=environment), look="reader") as screens:
        await screens.type(":settings lines_per_page 20")
        await screens.press("enter")
        assert reads_aloud(screens)
        await screens.type(":settings look lean")
        await screens.press("enter")
        assert not reads_aloud(screens)
        await screens.type(':settings look ""')
        await screens.press("enter")
        await screens.type(":settings look")
        await screens.press("enter")
        assert "look: not set" in screens.text


async def test_a_setting_that_the_environment_overrules_says_so(many: str, home: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(home / "c"), "HOME": str(home), "BREVDUE_LOOK": "lean"}
    async with at_the_screens(desk_at(many, environment=environment)) as screens:
        await screens.type(":settings look large")
        await screens.press("enter")
        assert screens.foot == "Kept, but BREVDUE_LOOK goes before it."


async def test_what_a_search_says_is_about_the_words_that_stand_there(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.type("/letter")
        await until(lambda: screens.lines[0] == "Found: letter. The first 20 letters.")
        await screens.type(" 1")
        await until(lambda: screens.lines[0].startswith("Found: letter 1"))
        await screens.press("enter")
        assert "There are more." not in screens.text
        assert screens.lines[0] == "Found: letter 1. 11 letters."


def reads_aloud(screens: Screens) -> bool:
    """Tell whether a row at a time is shown, as the reader look does."""
    return screens.app.terminal_manner.whole_lines


def _failing_after(
    times: int, deed: Callable[..., Awaitable[None]]
) -> Callable[..., Awaitable[None]]:
    done: list[object] = []

    async def failing(letter: object) -> None:
        if len(done) == times:
            raise StoreFull
        done.append(letter)
        await deed(letter)

    return failing
