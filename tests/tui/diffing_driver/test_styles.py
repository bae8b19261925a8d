"""Styles change by the shortest sequence, and a terminal gets only what it has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbox_tui.diffing_driver.attributes import BOLD, DIM, REVERSE
from mailbox_tui.diffing_driver.styles import Palette, Style
from mailbox_tui.diffing_driver.terminal import ALL_COLOURS, Terminal
from tests.tui.diffing_driver.screens import VT100, screen_of

ALL = Terminal(colours=ALL_COLOURS, attributes=127)
NUMBERS = st.sampled_from(
    ["0", "1", "2", "3", "4", "5", "7", "9", "22", "23", "24", "25", "27", "29", "31", "39", "44",
     "49", "97", "107", "38;5;208", "48;5;0", "38;2;1;2;3", "48;2;255;0;9", ""]
)  # fmt: skip
PARAMETERS = st.lists(NUMBERS, min_size=1, max_size=5).map(";".join)


def styled(palette: Palette, *parameters: str) -> Style:
    style = palette.plain
    for numbers in parameters:
        style = palette.applied(style, numbers)
    return style


@given(PARAMETERS, PARAMETERS)
def test_each_style_becomes_each_other(one: str, other: str) -> None:
    palette = Palette(ALL)
    old, new = styled(palette, one), styled(palette, other)
    change = palette.transition(old, new)
    assert styled(palette, one, *change[2:-1].split("m\x1b[")) is new if change else old is new
    screen, stream = screen_of(1, 1)
    stream.feed(f"\x1b[{';'.join(['0', *old.numbers()])}m{change}")
    changed = screen.cursor.attrs
    stream.feed(f"\x1b[{';'.join(['0', *new.numbers()])}m")
    assert changed == screen.cursor.attrs
    assert len(change) <= len(f"\x1b[{';'.join(['0', *new.numbers()])}m")


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("0", "1", "\x1b[1m"),
        ("1;31", "0", "\x1b[m"),
        ("1;31;44", "31;44", "\x1b[22m"),
        ("1;2;31;44", "2;31;44", "\x1b[22;2m"),
        ("38;2;1;2;3;1", "1", "\x1b[39m"),
        ("31", "32", "\x1b[32m"),
        ("1;31", "4", "\x1b[0;4m"),
        ("7", "7", ""),
        ("4;8", "4", ""),
    ],
)
def test_the_shortest_change_is_taken(old: str, new: str, change: str) -> None:
    palette = Palette(ALL)
    assert palette.transition(styled(palette, old), styled(palette, new)) == change


def test_a_terminal_without_colours_is_only_ever_reset_and_added_to() -> None:
    palette = Palette(VT100)
    old, new = styled(palette, "1;4;31"), styled(palette, "4;44")
    assert palette.transition(old, new) == "\x1b[0;4m"
    assert palette.transition(None, palette.plain) == "\x1b[m"
    assert palette.transition(None, new) == "\x1b[0;4m"


def test_two_ways_to_the_same_look_are_one_style() -> None:
    palette = Palette(ALL)
    assert styled(palette, "1", "31") is styled(palette, "31;4", "24;1")
    assert styled(palette, "1;31", "0") is palette.plain


def test_a_blank_keeps_of_a_style_what_is_seen_of_it() -> None:
    palette = Palette(ALL)
    assert styled(palette, "1;3;31").on_blank is palette.plain
    assert styled(palette, "1;31;44").on_blank is styled(palette, "44")
    for shown in ("4;31", "7;31", "9;31"):
        assert styled(palette, shown).on_blank is styled(palette, shown)


@pytest.mark.parametrize(
    ("colours", "asked", "foreground", "background"),
    [
        (0, "31;48;2;1;2;3", "", ""),
        (8, "91;48;5;17", "31", "44"),
        (8, "90;40", "37", "40"),
        (8, "97;107", "30", "47"),
        (16, "91;48;2;255;255;255", "91", "107"),
        (16, "38;5;9;48;5;208", "91", "101"),
        (88, "38;5;208", "91", ""),
        (256, "38;2;255;0;0;48;5;17", "38;5;196", "48;5;17"),
        (ALL_COLOURS, "38;2;255;0;0;48;2;0;0;300", "38;2;255;0;0", "48;2;0;0;255"),
    ],
)
def test_a_colour_comes_as_near_as_the_terminal_can(
    colours: int, asked: str, foreground: str, background: str
) -> None:
    style = styled(Palette(Terminal(colours=colours, attributes=127)), asked)
    assert (style.foreground, style.background) == (foreground, background)


def test_attributes_that_the_terminal_lacks_cost_nothing() -> None:
    palette = Palette(Terminal(attributes=BOLD | REVERSE))
    assert styled(palette, "2;3;9;53") is palette.plain
    assert styled(palette, "1;3;7").attributes == BOLD | REVERSE
    assert styled(Palette(ALL), "2").attributes == DIM


@pytest.mark.parametrize(
    "odd", ["38", "38;5", "38;2;1", "48;9;1", "58;5;1", "4:3", "1000", "abc", ";;"]
)
def test_odd_parameters_are_read_without_harm(odd: str) -> None:
    palette = Palette(ALL)
    assert styled(palette, odd, "0") is palette.plain


def test_styles_without_end_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mailbox_tui.diffing_driver.styles._MOST_STYLES", 50)
    palette = Palette(ALL)
    for red in range(256):
        for green in range(3):
            style = styled(palette, f"38;2;{red};{green};1")
            palette.plain.after[f"[38;2;{red};{green};1"] = style
            palette.transition(palette.plain, style)
    assert len(palette._styles) <= 53
    assert len(palette.plain.after) <= 53
    assert len(palette.plain.changes) <= 53
    assert styled(palette, "31", "0") is palette.plain
