"""A letter on the screen: pages, lines, landmarks, another size of the window."""

import re

import pytest

from mailbox_tui.screens.picture import Line, width_of
from tests.tui.screens.at_the_screens import Screens, at_the_screens, desk_at


def paragraphs(screens: Screens) -> list[int]:
    """Give the numbers of the paragraphs that begin on the screen."""
    return [int(found) for found in re.findall(r"Paragraph (\d+) of", screens.text)]


async def test_each_page_begins_with_the_first_line_not_yet_shown(long_letter: str) -> None:
    async with at_the_screens(desk_at(long_letter)) as screens:
        await screens.press("enter")
        assert screens.lines[0] == "Bylderup Kommune. Letter 1."
        assert screens.foot == "Page 1 of 4."
        assert screens.cursor == (0, 0)
        seen = paragraphs(screens)
        for page, key in ((2, "space"), (3, "pagedown"), (4, "enter")):
            await screens.press(key)
            assert screens.foot == f"Page {page} of 4."
            assert screens.cursor == (0, 0)
            assert screens.lines[0] != ""
            seen += paragraphs(screens)
        assert seen == list(range(40))
        await screens.press("space")
        assert screens.foot == "The letter ends here. n opens the next."
        await screens.press("pageup", "pageup", "pageup", "pageup")
        assert screens.foot == "This is the beginning."
        assert screens.lines[0] == "Bylderup Kommune. Letter 1."


async def test_down_shows_one_line_more_and_the_cursor_is_on_it(long_letter: str) -> None:
    async with at_the_screens(desk_at(long_letter)) as screens:
        await screens.press("enter")
        before = screens.lines
        await screens.press("down")
        assert screens.lines[:-2] == before[1:-1]
        assert screens.cursor == (0, 22)
        await screens.press("up")
        assert screens.cursor == (0, 0)
        assert screens.lines[:-1] == before[:-1]
        await screens.press("end")
        assert "Kind regards" in screens.text
        await screens.press("j")
        assert screens.foot == "The letter ends here. n opens the next."
        await screens.press("home")
        assert screens.lines[:-1] == before[:-1]


async def test_the_place_that_is_read_stays_in_a_window_of_another_size(long_letter: str) -> None:
    async with at_the_screens(desk_at(long_letter)) as screens:
        await screens.press("enter", "space")
        first = screens.lines[0]
        assert first.startswith("Paragraph")
        for width, height in ((40, 10), (20, 5), (200, 60), (80, 24)):
            await screens.pilot.resize_terminal(width, height)
            await screens.settled()
            assert screens.lines[0].split()[:2] == first.split()[:2]
            assert max(map(len, screens.lines)) <= width
        assert screens.lines[0] == first


async def test_keys_jump_by_heading_table_link_and_fact(sections: str) -> None:
    async with at_the_screens(desk_at(sections)) as screens:
        await screens.press("enter", "h")
        assert screens.at_cursor == "What you get"
        await screens.press("h")
        assert screens.at_cursor == "How to complain"
        await screens.press("H")
        assert screens.at_cursor == "What you get"
        await screens.press("t")
        assert screens.at_cursor.startswith("Due date: 1 December 2026.")
        await screens.press("tab")
        assert "Link to complaints.example: https://complaints.example/form" in screens.said
        assert "Whether complaints.example belongs to the sender" in screens.said
        await screens.press("home", "x")
        assert "1,234.50 kroner" in screens.at_cursor
        await screens.press("x")
        assert "15 December 2026" in screens.at_cursor
        await screens.press("X")
        assert "1,234.50 kroner" in screens.at_cursor
        await screens.press("X")
        assert screens.foot == "There is no amount, deadline or appointment before this."


@pytest.mark.parametrize(
    ("typed", "first", "goes_to"),
    [
        (":headings", "> What you get.", "What you get"),
        (":tables", "> Due date: 1 December 2026.", "Due date: 1 December 2026."),
        (":links", "> Whether complaints.example belongs", "Write to https://complaints.example"),
        (":facts", "> Amount: 1,234.50 kroner", "You will get 1,234.50 kroner"),
    ],
)
async def test_landmarks_are_listed_and_chosen(
    sections: str, typed: str, first: str, goes_to: str
) -> None:
    async with at_the_screens(desk_at(sections)) as screens:
        await screens.press("enter")
        await screens.type(typed)
        await screens.press("enter")
        assert screens.lines[1].startswith(first)
        await screens.press("enter")
        assert screens.at_cursor.startswith(goes_to)


async def test_a_landmark_that_is_not_there_is_said(long_letter: str) -> None:
    async with at_the_screens(desk_at(long_letter)) as screens:
        await screens.press("enter", "h")
        assert screens.foot == "There is no heading further on."
        await screens.type(":tables")
        await screens.press("enter")
        assert screens.foot == "There are no tables."
        await screens.type(":headings 4")
        await screens.press("enter")
        assert screens.foot == "There are no headings."


async def test_what_the_sender_wrote_is_only_text(hostile: str) -> None:
    async with at_the_screens(desk_at(hostile)) as screens:
        shown = screens.text
        await screens.press("enter")
        shown += screens.text
        await screens.press("v")
        shown += screens.text
    assert "\x1b" not in shown
    assert "\x9b" not in shown
    assert "[red]" in shown  # markup stays what it is: letters
    assert "[31m" in shown


@pytest.mark.parametrize("size", [(200, 60), (80, 24), (40, 10), (20, 5)])
@pytest.mark.parametrize("look", ["default", "lean", "large", "reader"])
async def test_no_line_is_cut_off(
    store: str, look: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    cut: list[str] = []

    def clipped(line: Line, width: int) -> Line:
        if width_of(line) > width:
            cut.append("".join(span.text for span in line))
        return line

    monkeypatch.setattr("mailbox_tui.screens.drawing.clipped", clipped)
    async with at_the_screens(desk_at(store), look=look, size=size) as screens:
        for keys in (["j"], ["enter"], ["space"], ["v"], ["escape"], ["G"], ["question_mark"]):
            await screens.press(*keys)
    assert cut == []


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (20, 5), (10, 3), (3, 2), (1, 1)])
@pytest.mark.parametrize("look", ["default", "lean", "large", "reader"])
async def test_no_window_is_too_small(store: str, look: str, size: tuple[int, int]) -> None:
    async with at_the_screens(desk_at(store), look=look, size=size) as screens:
        for keys in (["j"], ["enter"], ["space"], ["v"], ["escape"], ["G"], ["question_mark"]):
            await screens.press(*keys)
            assert len(screens.lines) == size[1]
            assert max(map(len, screens.lines)) <= size[0]
            column, row = screens.cursor
            assert 0 <= column < size[0]
            assert 0 <= row < size[1]
