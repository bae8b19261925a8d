"""What is said was done, and what was not done is said: deeds without effect, names, limits."""

import pytest

from mailbox_store.model.event import EventName
from mailbox_store.opening import open_store
from mailbox_tui.screens.events import Paste
from tests.tui.letters import letter
from tests.tui.screens.at_the_screens import at_the_screens, desk_at
from tests.tui.screens.test_deeds_on_screen import folder_of
from tests.tui.screens.test_nothing_goes_astray import file_elsewhere, type_line


@pytest.mark.parametrize("typed", [":restore", ":move inbox", ":unflag", ":unread"])
async def test_a_deed_without_effect_says_so_and_offers_no_undo(many: str, typed: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("j", "f", "k")
        await type_line(screens, typed)
        assert screens.foot == "It was so already. Nothing was changed."


async def test_of_a_range_only_those_are_counted_that_changed(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await type_line(screens, ":flag 1")
        await type_line(screens, ":flag 1-3")
        assert screens.foot == "2 letters flagged."
        await screens.press("u")
        assert screens.foot == "Undone: the flag is off 2 letters again."
    assert (await folder_of(many, 60))[1]


async def test_undo_names_the_letter(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("j", "a", "u")
        said = "Undone: the letter is out of Archive again. Bylderup Kommune. Letter 59."
        assert said in screens.said


async def test_a_closed_legal_notice_stays_unread_and_nothing_is_asked(store: str) -> None:
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("U")
        assert "A legal notice that was not opened stays closed and unread." in screens.said
        assert screens.foot.endswith("Nothing was changed.")
    async with open_store(store) as repository:
        (facts,) = await repository.mailboxes()
        events = await repository.events(facts.id, limit=50, before=None)
    assert EventName.LEGAL_NOTICE_ASKED not in [event.name for event in events]


async def test_what_the_letter_asks_for_begins_with_the_answer(store: str) -> None:
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("j", "A")
        assert "Answer by Tuesday 15 December 2026." in screens.text


@pytest.mark.parametrize("key", ["question_mark", "L"])
async def test_in_a_text_that_is_no_letter_n_opens_none(many: str, key: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press(key)
        title = screens.lines[0]
        await screens.press("n")
        assert screens.lines[0] == title
        assert screens.foot == "n does nothing here. ? helps."


async def test_only_keys_that_do_something_here_are_explained_here(store: str) -> None:
    async with at_the_screens(desk_at(store), size=(80, 60)) as screens:
        for keys, works in ((["g"], False), (["j", "v"], True)):
            await screens.press(*keys, "question_mark")
            assert ("save the documents as files." in screens.text) is works
            assert ("read it in your pager." in screens.text) is works
            await screens.press("escape", "escape", "home")


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Bin"), ("da", "Indbakke"), ("en", ".."), ("da", "Arkiv")]
)
async def test_no_folder_is_made_that_looks_like_another(
    many: str, language: str, name: str
) -> None:
    async with at_the_screens(desk_at(many, language=language)) as screens:
        await type_line(screens, f":folders make {name}")
        assert name in screens.foot
        await screens.press("g")
        assert len([line for line in screens.lines if line.startswith((" ", ">"))]) == 5


async def test_a_folder_is_found_by_its_whole_path_and_never_guessed(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        for path in ("A", "A/Home", "A/Home/Rent", "Home", "Home/Rent"):
            await type_line(screens, f":folders make {path}")
        await type_line(screens, ":move 2 Home/Rent")
        assert screens.foot.startswith("Moved to Rent.")
        await type_line(screens, ":move 3 Rent")
        assert screens.foot == "Which one? There are A/Home/Rent, Home/Rent."
        await type_line(screens, ":folder Home/Rent")
        assert screens.lines[0] == "Home/Rent. 1 letter."


async def test_a_folder_inside_the_archive_is_found_by_its_danish_path(many: str) -> None:
    async with at_the_screens(desk_at(many, language="da")) as screens:
        await type_line(screens, ":mapper lav Arkiv/Bil")
        await type_line(screens, ":flyt 1 Arkiv/Bil")
        assert screens.foot.startswith("Flyttet til Bil.")


async def test_a_folder_that_cannot_be_made_is_not_asked_about(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await type_line(screens, ":move 1 a/b/c")
        assert "There is no folder a/b." in screens.said
        assert "Type yes" not in screens.text


async def test_a_note_that_was_changed_elsewhere_meanwhile_is_not_written_over(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("N")
        await screens.type("Mine")
        async with open_store(many) as repository:
            (facts,) = await repository.mailboxes()
            mailbox = await desk_at(many).as_owner(facts, repository)
            (newest,) = await repository.letters_with_uuid(facts.id, letter(60).uuid)
            await mailbox.write_note(newest, "Theirs")
        await screens.press("enter")
        assert "The note was changed elsewhere meanwhile. Nothing was written." in screens.said
    assert (await folder_of(many, 60))[3] == "Theirs"


async def test_what_does_not_fit_into_the_line_is_said(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("N")
        screens.app.stage.events.put_nowait(Paste("x" * 3000))
        await screens.settled()
        assert "Only 2000 characters fit here." in screens.text


async def test_what_was_found_is_not_limited_by_another_list(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await type_line(screens, "/letter")
        await type_line(screens, ":filter unread")
        assert "What was found cannot be limited." in screens.text
        assert screens.lines[0].startswith("Found: letter")


async def test_an_emptied_list_says_so(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await type_line(screens, ":folder bin")
        assert screens.foot == "No letters."
        await screens.press("d")
        await type_line(screens, ":folder bin")
        await screens.press("R")
        for key in ("j", "k", "enter"):
            await screens.press(key)
            assert screens.foot == "No letters."


async def test_a_letter_that_was_deleted_elsewhere_leaves_the_list_with_the_next_key(
    many: str,
) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("t", "t")
        await file_elsewhere(many, 60)
        await delete_elsewhere(many, 59)
        await screens.press("f")
        assert "no letter" in screens.said.casefold()
        assert screens.lines[1].startswith(">3 ")
        await screens.press("f")
        assert screens.foot.startswith("Flag set.")


async def delete_elsewhere(store: str, number: int) -> None:
    """Delete a letter for good as another process would."""
    async with open_store(store) as repository:
        (facts,) = await repository.mailboxes()
        mailbox = await desk_at(store).as_owner(facts, repository)
        (gone,) = await repository.letters_with_uuid(facts.id, letter(number).uuid)
        await mailbox.bin([gone])
        await mailbox.delete_for_good(gone)
