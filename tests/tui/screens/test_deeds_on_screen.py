"""Each deed by its key and by its typed word, and what the person is told."""

from pathlib import Path

import pytest

from mailbox_store.model.event import EventName
from mailbox_store.opening import open_store
from tests.tui.letters import letter
from tests.tui.screens.at_the_screens import at_the_screens, desk_at


async def folder_of(store: str, number: int) -> tuple[str, bool, bool, str]:
    """Give where a letter lies, whether it is flagged and unread, and its note."""
    async with open_store(store) as repository:
        (facts,) = await repository.mailboxes()
        found = await repository.letters_with_uuid(facts.id, letter(number).uuid)
        lying = await repository.letter(facts.id, found[-1])
    summary = lying.summary
    return summary.folder_name, bool(summary.flagged), bool(summary.unread), lying.note


async def test_archive_takes_the_row_away_and_undo_brings_it_back(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("j", "a")
        assert screens.foot == "Archived. u undoes it."
        assert "Letter 59" not in screens.text
        assert screens.at_cursor.startswith(">3  Bylderup Kommune      Letter 58")
        assert (await folder_of(many, 59))[0] == "Archive"
        await screens.press("u")
        assert (
            screens.foot
            == "Undone: the letter is out of Archive again. Bylderup Kommune. Letter 59."
        )
        assert screens.lines[2].startswith(" 2  Bylderup Kommune      Letter 59")
        assert screens.at_cursor.startswith(">3 ")


async def test_undo_is_kept_for_the_next_sitting(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("d")
    async with at_the_screens(desk_at(many)) as screens:
        assert "Letter 60" not in screens.text
        await screens.press("u")
        assert (
            screens.foot
            == "Undone: the letter is out of the bin again. Bylderup Kommune. Letter 60."
        )
        assert "Letter 60" in screens.text


async def test_the_same_deeds_go_by_key_and_by_typed_word(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("f")
        assert screens.foot == "Flag set. u undoes it."
        assert "flagged" in screens.lines[1]
        await screens.type(":unflag")
        await screens.press("enter")
        assert screens.foot == "Flag taken off."
        await screens.type(":archive 2-4")
        await screens.press("enter")
        assert screens.foot == "3 letters archived."
        assert screens.lines[2].startswith(" 5  ")


async def test_a_flag_is_set_and_taken_off_by_one_key(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("f", "f")
        assert screens.foot == "Flag taken off."
    assert not (await folder_of(many, 60))[1]


async def test_unread_and_read_by_one_key_also_while_reading(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("enter", "U")
        assert screens.foot == "Marked as unread. u undoes it."
        await screens.press("escape")
        assert "unread" in screens.lines[1]
        await screens.press("U")
        assert screens.foot == "Marked as read."
        assert "unread" not in screens.lines[1]


async def test_several_are_selected_and_filed_in_one_step(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("t", "j", "t")
        assert screens.foot == "2 letters selected."
        assert screens.text.count("unread  selected") == 2
        await screens.press("d")
        assert screens.foot == "2 letters moved to the bin. u undoes it."
        assert screens.lines[1].startswith(" 2  ")
    for number, name in ((60, "DELETED"), (59, "INBOX"), (58, "DELETED")):
        assert (await folder_of(many, number))[0].upper() == name


async def test_escape_takes_a_selection_off_before_it_goes_back(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("t", "escape")
        assert screens.foot == "Nothing is selected any more."
        assert "selected" not in screens.lines[1]


async def test_moving_asks_before_it_makes_a_folder(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("m")
        assert screens.foot == "Folder:"
        await screens.type("Home")
        await screens.press("enter")
        assert "There is no folder Home. Type yes to make it." in screens.text
        await screens.type("no")
        await screens.press("enter")
        assert screens.foot == "Nothing was moved."
        await screens.press("m")
        await screens.type("Home")
        await screens.press("enter", "y", "e", "s", "enter")
        assert screens.foot == "Moved to Home. u undoes it."
    assert (await folder_of(many, 60))[0] == "Home"


async def test_a_note_is_written_and_shown_with_the_letter(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("N")
        await screens.type("Ask Bo")
        await screens.press("enter")
        assert screens.foot == "Noted."
        await screens.press("enter")
        assert "Your note: Ask Bo" in screens.text


async def test_deleting_for_good_goes_only_from_the_bin_and_after_a_whole_yes(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.type(":delete 1")
        await screens.press("enter")
        assert "The letter is not in the bin. Nothing was deleted." in screens.text
        await screens.press("d")
        await screens.type(":folder bin")
        await screens.press("enter", "d")
        assert "Type yes to delete it." in screens.said
        await screens.press("y", "enter")
        assert screens.foot == "Nothing was deleted."
        await screens.press("d")
        await screens.type("yes")
        await screens.press("enter")
        assert screens.foot == "Deleted for good."
        assert "Letter 60" not in screens.text


async def test_a_legal_notice_opens_only_after_a_whole_yes(store: str) -> None:
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("enter")
        assert (
            "Nothing was opened: the letter from Bylderup Kommune, Summons, is a legal notice."
            in screens.said
        )
        assert "This is letter" not in screens.text
        await screens.press("enter")
        assert screens.foot == "Not opened."
        await screens.press("enter", "y", "enter")
        assert screens.foot == "Not opened."
        await screens.press("enter", "escape")
        assert screens.foot == "Not opened."
        await screens.press("enter", "y", "e", "s", "enter")
        assert screens.lines[0] == "Bylderup Kommune. Summons."
    async with open_store(store) as repository:
        (facts,) = await repository.mailboxes()
        names = [event.name for event in await repository.events(facts.id, limit=20)]
    assert names.count(EventName.LEGAL_NOTICE_ASKED) == 4
    assert names.count(EventName.LEGAL_NOTICE_DECLINED) == 3


async def test_on_the_smallest_window_the_whole_question_is_read_before_it_is_answered(
    store: str,
) -> None:
    async with at_the_screens(desk_at(store), size=(20, 5)) as screens:
        await screens.press("enter")
        seen = screens.said.removesuffix("...")
        await screens.press("space")
        seen += screens.said.removesuffix("...")
        await screens.press("space")
        seen += screens.said
        for words in ("Bylderup Kommune", "Summons", "legal notice.", "Type yes to open it."):
            assert words in " ".join(seen.split())
        await screens.press("y", "e", "s", "enter")
        assert "Summons." in screens.said
    async with at_the_screens(desk_at(store), size=(20, 5)) as screens:
        await screens.press("N", "escape", "end", "enter", "escape")
        assert screens.app.is_running


@pytest.mark.parametrize("key", ["v", "A", "C", "S", "i"])
async def test_no_key_opens_a_legal_notice_by_the_way(store: str, key: str) -> None:
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press(key)
        assert "Type yes to open it." in screens.text
        await screens.press("n", "enter")
        assert "This is letter" not in screens.text
        assert "Not opened." in screens.text


async def test_a_note_is_written_in_the_persons_own_editor(
    many: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "Ring to Bo\\n" > "$1"\n')
    editor.chmod(0o700)
    async with at_the_screens(desk_at(many, environment={"EDITOR": str(editor)})) as screens:
        monkeypatch.setattr(screens.app, "suspend", _no_terminal)
        await screens.press("E")
        assert screens.foot == "Noted."
    assert (await folder_of(many, 60))[3] == "Ring to Bo"


async def test_an_editor_that_fails_changes_nothing(
    many: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_screens(desk_at(many, environment={"EDITOR": "false"})) as screens:
        monkeypatch.setattr(screens.app, "suspend", _no_terminal)
        await screens.press("E")
        assert screens.foot == "“false” could not be used. Nothing was changed."
    assert (await folder_of(many, 60))[3] == ""


class _no_terminal:  # noqa: N801 - it stands for a function
    """Stand in for the terminal, which a test under the Pilot does not have."""

    def __enter__(self) -> None:
        """Nothing is suspended."""

    def __exit__(self, *error: object) -> None:
        """Nothing is resumed."""
