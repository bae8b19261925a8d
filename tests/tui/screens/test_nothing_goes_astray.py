"""No deed hits another letter than the one that was meant, and none is said that was not done."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from mailbox_store.model.errors import StoreBusy
from mailbox_store.model.letter import LetterId
from mailbox_store.opening import open_store
from mailbox_tui.screens.events import News, Resized
from tests.tui.letters import letter
from tests.tui.screens.at_the_screens import Screens, at_the_screens, desk_at, until
from tests.tui.screens.test_deeds_on_screen import folder_of
from tests.tui.screens.test_list_on_screen import deliver


async def file_elsewhere(store: str, *numbers: int) -> None:
    """Archive letters as another process would."""
    async with open_store(store) as repository:
        facts = (await repository.mailboxes())[0]
        mailbox = await desk_at(store).as_owner(facts, repository)
        letters: list[LetterId] = []
        for number in numbers:
            letters += await repository.letters_with_uuid(facts.id, letter(number).uuid)
        await mailbox.archive(letters)


async def type_line(screens: Screens, words: str) -> None:
    """Type words and end them with Enter."""
    await screens.type(words)
    await screens.press("enter")


def busy_after(times: int, call: Callable[..., Awaitable[object]]) -> Callable[..., object]:
    """Let a call be refused once, after it was answered some times."""
    asked: list[object] = []

    async def refusing(*arguments: object) -> object:
        asked.append(arguments)
        if len(asked) == times + 1:
            raise StoreBusy
        return await call(*arguments)

    return refusing


async def test_a_typed_number_means_its_letter_though_others_left_meanwhile(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("end", "home")
        await file_elsewhere(many, *range(20, 30))
        await until(lambda: screens.app.stage.is_waiting)
        await type_line(screens, "50")
        assert "Letter 11 " in screens.at_cursor
        await screens.press("d")
    assert (await folder_of(many, 11))[0].upper() == "DELETED"


async def test_what_was_filed_far_away_is_gone_when_one_comes_there(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("end", "home")
        await type_line(screens, ":archive 60 59")
        await type_line(screens, "60")
        assert screens.foot == "There is no number 60 here."
        await screens.press("end")
        assert screens.at_cursor.startswith(">58 Bylderup Kommune      Letter 3 ")
        await type_line(screens, ":archive 1-3")
        await screens.press("home")
        assert screens.at_cursor.startswith(">4  Bylderup Kommune      Letter 57")


async def test_a_deed_that_was_done_is_said_though_the_list_could_not_be_read(
    many: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        mailbox = screens.app.stage.letters_below.kept.mailbox
        monkeypatch.setattr(mailbox, "list", busy_after(0, mailbox.list))
        await screens.press("a")
        assert screens.foot == "Archived. u undoes it."
        assert "Nothing was changed" not in screens.text
        assert "Letter 59" in screens.at_cursor
    assert (await folder_of(many, 60))[0] == "Archive"


async def test_a_mailbox_that_cannot_be_read_is_not_turned_to(
    two_mailboxes: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_screens(desk_at(two_mailboxes, mailbox="M1")) as screens:
        monkeypatch.setattr("mailbox_tui.screens.stage.how_things_stand", busy_after(0, _nothing))
        await type_line(screens, ":mailbox M2")
        assert screens.lines[1].startswith(">1  Bylderup Kommune      Letter 1 ")
        assert screens.app.stage.letters_below.kept.mailbox.facts.id == 1
        await type_line(screens, ":flag")
        assert "flagged" in screens.lines[1]


async def _nothing(*_: object) -> str:
    return ""


async def test_among_deadlines_a_typed_number_is_that_of_the_row(two_deadlines: str) -> None:
    async with at_the_screens(desk_at(two_deadlines)) as screens:
        await screens.press("G")
        await type_line(screens, ":archive 3")
        await screens.press("escape")
        assert "Letter 2 " not in screens.text
        assert "Letter 1 " in screens.text


async def test_what_can_be_copied_is_of_one_letter(store: str) -> None:
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("j", "enter")
        await type_line(screens, ":documents 3")
        await type_line(screens, ":copy")
        assert "Subject: CPR 010180-****" in screens.said
        assert "1,234.50" not in screens.text
        await type_line(screens, ":links")
        assert screens.foot == "Open a letter first."


async def test_a_window_of_another_size_does_not_end_what_is_typed(
    many: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        mailbox = screens.app.stage.letters_below.kept.mailbox
        await screens.type(":arch")
        screens.app.stage.letters_below.kept.known.clear()
        monkeypatch.setattr(mailbox, "list", busy_after(0, mailbox.list))
        screens.app.stage.events.put_nowait(Resized())
        await screens.type("ive 3")
        assert screens.foot == ":archive 3"
        await screens.press("enter")
        assert screens.foot.startswith("Archived.")


async def test_a_failure_in_drawing_is_raised_and_nothing_of_it_printed(
    many: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    async def draw_and_fail() -> None:
        async with at_the_screens(desk_at(many)) as screens:
            page = screens.app.query_one("Page")
            monkeypatch.setattr(page, "render_line", lambda _: 1 // 0)
            page.refresh()
            await screens.pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await draw_and_fail()
    assert "Letter" not in "".join(capfd.readouterr())


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (":headings 0000000010", "There are no headings."),
        (":copy 0000000010", "Copy which? Type copy and a number from 1 to"),
        (":document 0000000010", "The letter has no document 10."),
        (":pager 0000000010", "The letter has no document 10."),
        (":pager x", "Which document? Type its number too."),
        (":save ~nosuchuser/x", "There is no folder ~nosuchuser/x. Nothing was saved."),
    ],
)
async def test_slips_are_told_and_the_sitting_goes_on(many: str, typed: str, answer: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("enter")
        await type_line(screens, typed)
        assert answer in screens.said
        assert screens.app.is_running


async def test_a_letter_that_came_is_told_also_when_a_deed_read_it_first(
    many: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = asynccontextmanager(_no_news_yet)
    monkeypatch.setattr("mailbox_tui.screens.visit.told_of_newcomers", slow)
    async with at_the_screens(desk_at(many)) as screens:
        await deliver(many, letter(70))
        await screens.press("f")
        assert "Letter 70" in screens.lines[1]
        assert "1 new letter." not in screens.text
        stage = screens.app.stage
        facts = stage.letters_below.kept.mailbox.facts
        stage.events.put_nowait(News(facts.id, stage.letters_below.rows[0]))
        await until(lambda: screens.foot == "1 new letter.")


async def _no_news_yet(*_: object, **__: object) -> AsyncIterator[None]:
    yield


async def test_new_is_said_until_the_letter_was_opened(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await deliver(many, letter(70))
        await until(lambda: "1 new letter." in screens.text)
        await screens.settled()
        await screens.press("home", "enter", "escape")
        assert "Letter 70" in screens.at_cursor
        assert "new" not in screens.at_cursor.split()


async def test_a_notice_that_is_not_opened_is_passed_on_the_way(store: str) -> None:
    async with at_the_screens(desk_at(store)) as screens:
        await screens.press("j", "enter", "p")
        assert "Type yes to open it." in screens.said
        await screens.press("enter", "p")
        assert screens.foot == "That is the first letter."
        await screens.press("n")
        assert screens.lines[0] == "Bylderup Kommune. Housing benefit, decision."


async def test_in_reader_mode_the_cursor_stays_on_the_row_in_focus_beside_a_long_message(
    many: str,
) -> None:
    async with at_the_screens(desk_at(many), look="reader", size=(40, 9)) as screens:
        await screens.press("j", "j", "j", "j")
        await type_line(screens, ":" + "x" * 60)
        assert screens.at_cursor.startswith("5. Bylderup Kommune.")


async def test_in_a_lower_window_the_line_under_the_cursor_is_the_one_gone_on_from(
    long_letter: str,
) -> None:
    async with at_the_screens(desk_at(long_letter), look="reader") as screens:
        await screens.press("enter", *["j"] * 18)
        before = screens.at_cursor
        await screens.pilot.resize_terminal(80, 10)
        await screens.settled()
        assert screens.at_cursor == before


async def test_after_a_search_given_up_the_list_knows_what_came_meanwhile(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.type("/letter 1")
        await until(lambda: screens.lines[0].startswith("Found:"))
        await deliver(many, letter(70))
        await until(lambda: not screens.app.stage.events.empty() or screens.app.stage.is_waiting)
        await screens.press("escape")
        await until(lambda: "61 unread of 61" in screens.text)


async def test_a_letter_deleted_for_good_is_not_shown_again(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("d")
        await type_line(screens, ":folder bin")
        await screens.press("enter", "question_mark")
        await type_line(screens, ":delete 1")
        await type_line(screens, "yes")
        await screens.press("escape")
        assert "This is letter 60." not in screens.text
        assert screens.lines[0].startswith("Bin.")


async def test_a_deed_on_other_letters_leaves_the_selection(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("t", "t")
        await type_line(screens, ":flag 5")
        assert screens.text.count("selected") == 2
        await screens.press("f")
        assert "selected" not in screens.text


async def test_a_document_with_an_endless_name_is_saved_under_its_beginning(
    long_name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with at_the_screens(desk_at(long_name)) as screens:
        await screens.press("S", "S")
        assert "Saved " in screens.said
    names = sorted(path.name for path in tmp_path.glob("*.txt"))
    assert len(names) == 2
    assert all(name.startswith("æøåæøå") and len(name.encode()) < 255 for name in names)
