"""The list: its rows, its numbers, what leaves and what comes in, the filter, the search."""

from datetime import timedelta

import pytest

from mailbox_store.model.arriving import ArrivingLetter
from mailbox_store.opening import open_store
from tests.tui.letters import NOW, letter
from tests.tui.screens.at_the_screens import Screens, at_the_screens, desk_at, until


async def deliver(store: str, *letters: ArrivingLetter) -> None:
    """Let letters come in through another connection, as the post office does."""
    async with open_store(store) as repository:
        facts = (await repository.mailboxes())[0]
        await repository.take_in(letters, facts.id, at=NOW, actor="OPERATOR")


async def test_the_cursor_is_on_the_row_in_focus_after_every_key(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        assert screens.cursor == (0, 1)
        for keys, row in ((["down"], 2), (["j", "j"], 4), (["up"], 3), (["k"], 2), (["n", "p"], 2)):
            await screens.press(*keys)
            assert screens.cursor == (0, row)
            assert screens.at_cursor.startswith(">")


async def test_the_list_scrolls_by_the_row_and_turns_by_the_page(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press(*["j"] * 22)
        assert screens.at_cursor.startswith(">23 ")
        assert screens.lines[1].startswith(" 2  ")
        await screens.press("pagedown")
        assert screens.at_cursor.startswith(">24 ")
        assert screens.cursor == (0, 1)
        await screens.press("pageup")
        assert screens.at_cursor.startswith(">2  ")
        await screens.press("end")
        assert screens.at_cursor.startswith(">60 Bylderup Kommune      Letter 1 ")
        await screens.press("j")
        assert screens.foot == "That was the last letter."
        await screens.press("home")
        assert screens.at_cursor.startswith(">1  ")
        await screens.press("k")
        assert screens.foot == "That is the first letter."


async def test_a_number_goes_to_its_letter_and_enter_opens_it(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("4", "2", "enter")
        assert screens.at_cursor.startswith(">42 ")
        await screens.press("enter")
        assert "This is letter 19." in screens.text
        await screens.press("escape", "9", "9", "enter")
        assert screens.foot == "There is no number 99 here."
        assert screens.at_cursor.startswith(">42 ")


async def test_n_reads_on_without_the_list(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("enter", "n", "n", "p")
        assert "This is letter 59." in screens.text
        await screens.press("escape")
        assert screens.at_cursor.startswith(">2  ")


async def test_n_after_a_letter_was_filed_goes_to_the_one_that_took_its_place(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("j", "enter", "a", "n")
        assert "This is letter 58." in screens.text
        await screens.press("p")
        assert "This is letter 60." in screens.text


async def test_numbers_stay_with_their_letters(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("j", "d", "d")
        assert [line[:4] for line in screens.lines[1:4]] == [" 1  ", ">4  ", " 5  "]
        await screens.type(":flag 5")
        await screens.press("enter")
        assert "Letter 56" in screens.lines[3]
        assert "flagged" in screens.lines[3]


async def test_a_new_letter_appears_above_and_the_cursor_stays_on_its_letter(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("j", "j")
        await deliver(many, letter(70))
        await until(lambda: "Letter 70" in screens.text)
        await screens.settled()
        assert screens.lines[0].startswith("Inbox. 61 unread of 61.")
        assert screens.lines[1].startswith("    Bylderup Kommune      Letter 70")
        assert "new" in screens.lines[1]
        assert screens.at_cursor.startswith(">3  Bylderup Kommune      Letter 58")
        await screens.press("home", "enter")
        assert "This is letter 70." in screens.text
        await screens.press("escape")
        await screens.type(":list")
        await screens.press("enter")
        assert screens.lines[1].startswith(">1  Bylderup Kommune      Letter 70")


async def test_of_many_new_letters_every_one_can_be_seen(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await deliver(many, *(letter(70 + n) for n in range(45)))
        await until(lambda: "Inbox. 105 unread of 105." in screens.text)
        await screens.settled()
        assert screens.at_cursor.startswith(">1  Bylderup Kommune      Letter 60")
        await screens.press("home")
        for n in reversed(range(70, 115)):
            assert f"Letter {n} " in screens.at_cursor
            await screens.press("j")


async def test_a_letter_that_comes_while_one_is_read_waits_for_the_list(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("enter")
        before = screens.text
        await deliver(many, letter(70))
        await until(lambda: screens.app.stage.letters_below.is_stale)
        await screens.settled()
        assert screens.text == before
        await screens.press("escape")
        assert "Letter 70" in screens.lines[1]
        assert screens.at_cursor.startswith(">1  ")


async def test_many_letters_that_come_in_between_hide_none(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press(*["j"] * 26)
        assert "Letter 35" in screens.text
        assert screens.at_cursor.startswith(">27 Bylderup Kommune      Letter 34")
        between = NOW - timedelta(days=5, hours=12)
        await deliver(many, *(letter(100 + n, received=between) for n in range(60)))
        await screens.press("f")
        assert screens.at_cursor.startswith(">27 Bylderup Kommune      Letter 34")
        await screens.press(*["k"] * 60)  # each of them stands in its place, without a number
        assert "Letter 1" in screens.at_cursor
        assert screens.at_cursor.startswith(">   Bylderup Kommune")
        await screens.press("k")
        assert screens.at_cursor.startswith(">26 Bylderup Kommune      Letter 35")
        await screens.press("end")
        assert screens.at_cursor.startswith(">60 Bylderup Kommune      Letter 1 ")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("unread", "Inbox, only unread. 60 letters."),
        ("flagged", "Inbox, only flagged. 1 letter."),
        ("unread flagged", "Inbox, only unread, only flagged. 1 letter."),
        ("sender bylderup", "Inbox, only from bylderup. 60 letters."),
    ],
)
async def test_the_list_is_limited_and_escape_shows_all_again(
    many: str, words: str, title: str
) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("f", "l")
        assert screens.foot == "Filter:"
        await screens.type(words)
        await screens.press("enter")
        assert screens.lines[0] == title
        await screens.press("escape")
        assert screens.lines[0].startswith("Inbox. 60 unread of 60.")


async def test_a_filter_that_is_not_known_says_what_there_is(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.type(":filter green")
        await screens.press("enter")
        assert "Type unread, flagged, deadline, sender and a name, or all." in screens.said


async def found(screens: Screens, title: str) -> None:
    """Wait for what a search shows while words are typed."""
    await until(lambda: screens.lines[0].startswith(title))


async def test_a_search_shows_what_it_finds_when_the_typing_stops(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.type("/letter 4")
        await found(screens, "Found: letter 4. 11 letters.")
        assert screens.foot == "/letter 4"
        assert screens.cursor == (9, 23)
        assert '"This is letter 49."' in screens.text
        await screens.press("enter")
        assert screens.cursor == (0, 1)
        await screens.press("enter")
        assert "This is letter 49." in screens.text
        await screens.press("escape", "escape")
        assert screens.lines[0].startswith("Inbox.")


async def test_a_search_given_up_leaves_what_was_shown(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("j", "j")
        before = screens.text
        await screens.type("/letter 5")
        await found(screens, "Found:")
        await screens.press("escape")
        assert screens.text == before
        await screens.type("/nowhere")
        await screens.press("enter")
        assert screens.foot == "Nothing found for nowhere."
        assert screens.lines[:-1] == before.splitlines()[:23]


async def test_an_empty_mailbox_is_said_to_be_empty(empty: str) -> None:
    async with at_the_screens(desk_at(empty)) as screens:
        assert screens.text == "Inbox. 0 unread of 0. ? for help."
        await screens.press("enter", "a", "j", "G")
        assert screens.foot == "Nothing falls due."


async def test_what_is_typed_ahead_does_what_it_would_have_done_slowly(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.pilot.press(*"jjj", "enter", "n", "escape", "slash", *"letter", "enter", "j")
        await screens.settled()
        assert screens.lines[0].startswith("Found: letter.")
        assert screens.at_cursor.startswith(">2 ")
