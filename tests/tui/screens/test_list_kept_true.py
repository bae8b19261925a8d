"""The list stays true to the store, and its numbers to their letters, whatever happens to both."""

from datetime import timedelta

import pytest

from mailbox_store.model.errors import StoreBusy
from mailbox_store.opening import open_store
from mailbox_tui.screens import kept_list
from mailbox_tui.screens.letters_view import letters_view
from tests.tui.letters import NOW, letter
from tests.tui.screens.at_the_screens import Screens, at_the_screens, desk_at, until
from tests.tui.screens.test_list_on_screen import deliver


def numbers(screens: Screens) -> list[str]:
    """Give what stands in the number column, the title and the foot left out."""
    return [line[1:4].strip() for line in screens.lines[1:-1]]


async def test_after_a_whole_screenful_is_filed_the_next_one_stands_there(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.type(":archive 1-24")
        await screens.press("enter")
        assert numbers(screens) == [str(n) for n in range(25, 47)]
        assert screens.at_cursor.startswith(">25 Bylderup Kommune      Letter 36")


async def test_of_new_letters_none_is_shown_twice_when_the_first_one_leaves(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("a")
        await deliver(many, letter(70), letter(71))
        await until(lambda: "61 unread of 61" in screens.text)
        await screens.press("end", "home")
        assert screens.text.count("Letter 71") == screens.text.count("Letter 70") == 1
        assert screens.text.count("Letter 59") == screens.text.count("Letter 58") == 1
        assert numbers(screens)[:4] == ["", "", "2", "3"]


async def test_what_comes_back_into_the_list_stands_in_its_place_without_a_number(
    many: str,
) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.type(":archive 3")
        await screens.press("enter")
    async with at_the_screens(desk_at(many)) as screens:
        assert screens.lines[3].startswith(" 3  Bylderup Kommune      Letter 57")
        await screens.press("u")
        assert screens.lines[3].startswith("    Bylderup Kommune      Letter 58")
        assert screens.lines[4].startswith(" 3  Bylderup Kommune      Letter 57")
        await screens.press("3", "enter", "enter")
        assert "This is letter 57." in screens.text


async def test_the_first_letter_of_an_empty_mailbox_has_number_1(empty: str) -> None:
    async with at_the_screens(desk_at(empty)) as screens:
        await deliver(empty, letter(5))
        await until(lambda: screens.lines[1].startswith(">1  Bylderup Kommune      Letter 5"))
        await screens.settled()
        assert screens.foot == "1 new letter."


async def test_the_title_counts_what_is_in_the_folder_now(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.type(":filter unread")
        await screens.press("enter")
        assert screens.lines[0] == "Inbox, only unread. 60 letters."
        await screens.press("a")
        assert screens.lines[0] == "Inbox, only unread. 59 letters."


async def test_the_end_is_reached_bit_by_bit(many: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_list, "MOST_AT_ONCE", 7)
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("end")
        assert screens.at_cursor.startswith(">60 Bylderup Kommune      Letter 1 ")
        assert numbers(screens) == [str(n) for n in range(39, 61)]


async def test_a_number_that_there_is_not_is_said_at_once(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        for typed in ("61", "999999999", "0", "9" * 40):
            await screens.type(typed)
            await screens.press("enter")
            assert screens.foot.startswith("There is no number ")
            assert screens.at_cursor.startswith(">1 ")


async def test_after_a_letter_was_opened_by_its_number_the_next_one_is_its_neighbour(
    many: str,
) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.type(":45")
        await screens.press("enter")
        assert "This is letter 16." in screens.text
        await screens.press("n")
        assert "This is letter 15." in screens.text
        await screens.press("escape")
        assert screens.at_cursor.startswith(">46 ")


async def test_after_a_letter_was_filed_the_next_one_is_what_took_its_place(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("j", "enter", "a", "n")
        assert "This is letter 58." in screens.text
        await screens.press("a", "p")
        assert "This is letter 60." in screens.text


async def test_a_letter_from_elsewhere_has_no_neighbour_and_that_is_said(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("a")
        await screens.type(":list")
        await screens.press("enter")
        async with open_store(many) as repository:
            (facts,) = await repository.mailboxes()
            (archived,) = await repository.letters_with_uuid(facts.id, letter(60).uuid)
        await screens.type(f":L{archived}")
        await screens.press("enter")
        assert "This is letter 60." in screens.text
        await screens.press("n")
        assert screens.foot == "This letter is not in the list you came from."
        assert "This is letter 60." in screens.text


async def test_a_letter_of_another_mailbox_is_not_called_new_for_having_the_same_id(
    two_mailboxes: str,
) -> None:
    async with at_the_screens(desk_at(two_mailboxes, mailbox="M1")) as screens:
        await deliver(two_mailboxes, letter(2))
        await until(lambda: "Letter 2 " in screens.text)
        await screens.settled()
        assert "new" in screens.lines[1].split()
        await screens.type(":mailbox M2")
        await screens.press("enter")
        assert "Letter 8" in screens.text
        assert "new" not in screens.text.split()
        await screens.type(":mailbox M1")
        await screens.press("enter")
        assert "new" in screens.lines[1].split()


async def test_a_thread_of_many_letters_is_shown_to_its_end(long_thread: str) -> None:
    async with at_the_screens(desk_at(long_thread)) as screens:
        await screens.press("T")
        assert screens.lines[0] == "Thread. 70 letters."
        await screens.press("end")
        assert screens.at_cursor.startswith(">70 Bylderup Kommune      Letter 1 ")


async def test_a_folder_that_somebody_removes_gives_way_to_what_is_below(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.type(":folders make Home")
        await screens.press("enter")
        await screens.type(":move 1 Home")
        await screens.press("enter")
        await screens.type(":folder Home")
        await screens.press("enter")
        assert screens.lines[0] == "Home. 1 letter."
        async with open_store(many) as repository:
            (facts,) = await repository.mailboxes()
            (moved,) = await repository.letters_with_uuid(facts.id, letter(60).uuid)
            folders = await repository.folders(facts.id)
        await screens.press("d")
        async with open_store(many) as repository:
            home = next(folder for folder in folders if folder.name == "Home")
            await repository.delete_for_good(facts.id, moved, at=NOW, actor="LOCAL")
            await repository.remove_folder(facts.id, home.id)
        await deliver(many, letter(80))
        await until(lambda: screens.lines[0].startswith("Inbox."))
        assert screens.foot.startswith("That folder is gone.")


async def test_trouble_with_the_store_is_told_and_the_sitting_goes_on(
    many: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        mailbox = screens.app.stage.letters_below.kept.mailbox
        listing = mailbox.list

        async def busy(*_: object) -> None:
            raise StoreBusy

        monkeypatch.setattr(mailbox, "list", busy)
        await screens.press("end")
        assert "Another program kept the mailbox busy." in screens.said
        await screens.press("f")
        assert "Flag set. u undoes it. The list could not be read again" in screens.said
        await screens.press("escape")
        assert "This is the inbox. q leaves. The list could not be read again" in screens.said
        monkeypatch.setattr(mailbox, "list", listing)
        await screens.press("end")
        assert screens.at_cursor.startswith(">60 ")


async def test_a_letter_that_is_gone_from_the_store_is_told_and_leaves_the_list(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("d")
        await screens.type(":folder bin")
        await screens.press("enter")
        async with open_store(many) as repository:
            (facts,) = await repository.mailboxes()
            (gone,) = await repository.letters_with_uuid(facts.id, letter(60).uuid)
            await repository.delete_for_good(facts.id, gone, at=NOW, actor="LOCAL")
        for key in ("f", "U", "enter", "d", "R"):
            await screens.press(key)
            assert "no letter" in screens.said.lower()
        await screens.press("escape")
        assert screens.lines[0].startswith("Inbox. 59 unread of 59.")


async def test_a_letter_that_comes_while_the_list_is_read_is_not_missed(
    many: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slow(*args: object, **more: object) -> object:
        view = await letters_view(*args, **more)  # type: ignore[arg-type]
        await deliver(many, letter(90))
        return view

    monkeypatch.setattr("mailbox_tui.screens.sitting.letters_view", slow)
    async with at_the_screens(desk_at(many)) as screens:
        await until(lambda: "Letter 90" in screens.text)
        assert screens.lines[1].startswith("    Bylderup Kommune      Letter 90")


@pytest.mark.parametrize("look", ["default", "reader"])
async def test_far_down_the_list_a_row_says_what_its_letter_is_now(many: str, look: str) -> None:
    async with at_the_screens(desk_at(many), look=look) as screens:
        await screens.press(*["j"] * 40)
        assert "unread" in screens.at_cursor.casefold()
        await screens.press("enter", "escape")
        assert "Letter 20" in screens.at_cursor
        assert "unread" not in screens.at_cursor.casefold()


async def test_an_older_letter_that_comes_in_stands_at_the_end(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("end")
        await deliver(many, letter(99, received=NOW - timedelta(days=90)))
        await until(lambda: "61 unread of 61" in screens.text)
        await screens.settled()
        assert screens.at_cursor.startswith(">60 Bylderup Kommune      Letter 1 ")
        await screens.press("j")
        assert screens.at_cursor.startswith(">61 Bylderup Kommune      Letter 99")
