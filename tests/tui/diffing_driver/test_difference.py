"""What is sent for small changes, byte for byte, and which of the ways is taken."""

import pytest

from mailbox_tui.diffing_driver.difference import Frame, Shown, difference
from mailbox_tui.diffing_driver.reading import Reader
from mailbox_tui.diffing_driver.styles import Palette
from mailbox_tui.diffing_driver.terminal import Terminal
from tests.tui.diffing_driver.screens import ALL_ATTRIBUTES, VT100, XTERM

LIKE_SCREEN = Terminal(colours=256, attributes=ALL_ATTRIBUTES, scrolls_blocks=True)
LIST = [f"{n:>4} Skattestyrelsen  Your tax statement of {n}  unread" for n in range(2000, 2040)]


class Drawing:
    """A screen on which one thing after another is drawn, as Textual does."""

    def __init__(self, width: int = 80, height: int = 24, terminal: Terminal = XTERM) -> None:
        self.palette = Palette(terminal)
        self.reader = Reader(width, height, self.palette, "utf-8")
        self.shown: Shown | None = None
        self.whole_lines = False

    def sent(self, written: str, *resent: int) -> str:
        self.reader.read(written)
        frame = Frame(
            grid=self.reader.grid.copied(),
            x=self.reader.x,
            y=self.reader.y,
            resent=frozenset(resent),
        )
        text, self.shown = difference(self.shown, frame, self.palette, whole_lines=self.whole_lines)
        return text

    def page(self, lines: list[str]) -> str:
        width = self.reader.grid.width
        return self.sent(
            "".join(f"\x1b[{y}H{line:<{width}.{width}}" for y, line in enumerate(lines, 1))
            + "\x1b[H"
        )


def test_nothing_is_sent_for_what_is_shown_already() -> None:
    drawing = Drawing()
    drawing.page(LIST[:24])
    assert drawing.page(LIST[:24]) == ""


def test_one_letter_costs_a_move_and_itself() -> None:
    drawing = Drawing()
    drawing.page(LIST[:24])
    assert drawing.sent("\x1b[5;10Hx\x1b[5;11H") == "\x1b[5;10Hx"
    assert drawing.sent("\x1b[5;14Hz\x1b[5;14H") == "estz\b"  # three letters on: written, not moved


def test_over_a_blank_that_begins_a_row_it_is_written_not_moved() -> None:
    drawing = Drawing(width=20, height=2)
    drawing.page([f"  {'a' * 15}", f"  {'a' * 15}"])
    assert drawing.page([f"  {'b' * 15}", f"  {'c' * 15}"]) == f"  {'b' * 15}\n\r  {'c' * 15}\x1b[H"
    shown = "\x1b[2H\x1b[7m  \x1b[0m"  # blanks that are seen are no way to pass by
    drawing.sent(shown)
    drawing.page([f"  {'b' * 15}"])
    sent = drawing.sent(f"\x1b[1;3H{'d' * 15}\x1b[2;3H{'d' * 15}\x1b[H")
    assert sent.endswith(f"\x1b[2;3H{'d' * 15}\x1b[H")


def test_the_cursor_alone_moves_by_the_cheapest_way() -> None:
    drawing = Drawing()
    drawing.page(LIST[:24])
    for place, sent in [
        ("\x1b[2H", "\n"), ("\x1b[2;5H", "\x1b[4C"), ("\x1b[2;3H", "\b\b"), ("\x1b[1;3H", "\x1b[A"),
        ("\x1b[1;1H", "\r"), ("\x1b[20;40H", "\x1b[20;40H"), ("\x1b[21H", "\n\r"),
        ("\x1b[H", "\x1b[H"),
    ]:  # fmt: skip
        assert drawing.sent(place) == sent


def test_the_rest_of_a_row_is_erased_and_a_letter_or_two_written_over() -> None:
    drawing = Drawing(height=2)
    drawing.page(["10 unread letters in this mailbox", "10"])
    assert drawing.page(["10 unread", "9"]) == "\x1b[10C\x1b[K\n\r9 \x1b[H"


def test_a_screen_is_wiped_in_the_ground_that_most_of_it_wants() -> None:
    drawing = Drawing(width=10, height=3)
    sent = drawing.sent(
        "".join(f"\x1b[{y}H\x1b[44m{'ab':<10}\x1b[0m" for y in (1, 2, 3)) + "\x1b[H"
    )
    assert sent == "\x1b[0;44m\x1b[H\x1b[Jab\n\rab\n\rab\x1b[H"


def test_a_terminal_that_erases_without_colour_gets_coloured_blanks_written() -> None:
    drawing = Drawing(width=10, height=1, terminal=LIKE_SCREEN)
    assert drawing.sent(f"\x1b[44m{'ab':<10}\x1b[H") == "\x1b[m\x1b[H\x1b[J\x1b[44mab        \x1b[H"
    assert drawing.sent(f"\x1b[44m{'a':<10}\x1b[H") == "a \r"


def test_a_long_blank_before_a_border_is_erased_where_the_terminal_can() -> None:
    before, after = [f"│{'x' * 78}│", "foot"], [f"│{'x':<78}│", "foot"]
    drawing = Drawing(height=2)
    drawing.page(before)
    assert drawing.page(after) == "│x\x1b[77X\r"
    plain = Drawing(height=2, terminal=VT100)
    plain.page(before)
    assert plain.page(after) == "│x\x1b[K\x1b[77C│\x1b[H"


@pytest.mark.parametrize("by", [1, 3])
def test_a_list_that_moved_is_scrolled_by_the_terminal(by: int) -> None:
    title, foot = ["My mailbox", ""], ["", "24 letters"]
    drawing = Drawing()
    drawing.page([*title, *LIST[:20], *foot])
    up = drawing.page([*title, *LIST[by : 20 + by], *foot])
    assert "\x1b[3;22r" in up
    assert len(up) < 40 + by * len(LIST[0])
    down = drawing.page([*title, *LIST[:20], *foot])
    assert "\x1bM" * by in down
    assert len(down) < 40 + by * len(LIST[0])


def test_a_list_with_a_scrollbar_is_scrolled_too() -> None:
    drawing = Drawing()

    def lines(first: int) -> list[str]:
        rows = enumerate(LIST[first : first + 24])
        return [f"{line:<78}{'██' if n // 4 == first else '  '}" for n, line in rows]

    drawing.page(lines(0))
    assert len(drawing.page(lines(1))) < 200


def test_a_page_of_another_text_wipes_the_old_one_if_that_is_shorter() -> None:
    drawing = Drawing()
    drawing.page([line[:30].replace(" ", " x ") for line in LIST[:24]])
    sent = drawing.page(["Short", *[f"{'':{n}}." for n in range(23)]])
    assert "\x1b[J" in sent
    assert len(sent) < 200


def test_a_page_that_keeps_most_of_a_row_is_not_wiped() -> None:
    drawing = Drawing()
    drawing.page(LIST[:24])
    assert "\x1b[J" not in drawing.page([line[:-8] for line in LIST[:24]])


def test_a_style_goes_on_where_the_blank_between_two_words_shows_none() -> None:
    drawing = Drawing(width=12, height=1)
    drawing.page([""])
    assert drawing.sent("\x1b[1;31mtwo words\x1b[0m\x1b[H") == "\x1b[1;31mtwo words\r"


def test_a_row_with_letters_from_right_to_left_is_always_sent_whole() -> None:
    drawing = Drawing(width=20, height=2)
    drawing.page(["שלום abc 12", "x"])
    assert drawing.sent("\x1b[1;11H3\x1b[2;1H") == "שלום abc 13\n\r"
    assert drawing.sent("\x1b[2;2Hש\x1b[2;1H") == "xש\r"
    assert drawing.sent("\x1b[2;2Hy\x1b[2;1H") == "xy\r"


def test_behind_a_letter_of_uncertain_width_the_cursor_is_placed_anew() -> None:
    drawing = Drawing(width=20, height=1)
    drawing.page([""])
    assert drawing.sent("😀12\x1b[1;5H") == "😀\x1b[;3H12"
    assert drawing.sent("\x1b[H📧\x1b[1;5H") == "\r  \r📧\x1b[;3H1\x1b[C"  # no half is left


def test_whole_lines_sends_each_changed_row_whole_and_nothing_else() -> None:
    drawing = Drawing()
    drawing.whole_lines = True
    drawing.page(LIST[:24])
    changed = [*LIST[:3], "Saved.", LIST[4].replace("unread", "read"), *LIST[5:24]]
    assert drawing.page(changed) == f"\n\n\nSaved.\x1b[K\n\r{changed[4]}  \x1b[H"
    moved = drawing.page(changed[1:])
    assert "r" not in [sequence[-1] for sequence in moved.split("\x1b[") if sequence[0].isdigit()]
    assert moved.count(changed[10]) == 1
    assert "\x1b[J" not in moved
    assert "X" not in moved


def test_a_row_is_sent_again_on_request_though_nothing_of_it_changed() -> None:
    drawing = Drawing(width=20, height=3)
    drawing.page(["one", "two", ""])
    assert drawing.sent("\x1b[H", 1) == "\ntwo\x1b[H"
    assert drawing.sent("\x1b[H", 2) == "\n\n\x1b[H"
    assert drawing.sent("\x1b[H") == ""
