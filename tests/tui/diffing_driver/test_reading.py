"""What Textual writes is read into cells; what is no drawing, and what is hostile, ends there."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from mailbox_tui.diffing_driver.reading import Reader
from mailbox_tui.diffing_driver.styles import Palette
from mailbox_tui.diffing_driver.widths import letters_of
from tests.tui.diffing_driver.random_grids import LETTERS, MORE_KINDS
from tests.tui.diffing_driver.screens import VT100, XTERM

HARMLESS = re.compile(
    r"\a|\x1b\]52;[cpqs0-7]*;[A-Za-z0-9+/=]*\a|\x1b\][012];[^\x00-\x1f\x7f-\x9f]*\a"
)


def reader(width: int = 20, height: int = 3, encoding: str = "utf-8") -> Reader:
    return Reader(width, height, Palette(XTERM), encoding)


def rows(read: Reader) -> list[str]:
    return ["".join(row).rstrip() for row in read.grid.letters]


def read_of(*written: str, width: int = 20, height: int = 3) -> Reader:
    read = reader(width, height)
    for part in written:
        read.read(part)
    return read


def test_text_stands_where_the_cursor_was_put() -> None:
    read = read_of("\x1b[2;3Habc\r\nd\x1b[H\x1b[1;19Hxyz")
    assert rows(read) == ["                  xy", "  abc", "d"]
    assert (read.x, read.y) == (21, 0)


def test_what_is_beyond_an_edge_is_lost() -> None:
    assert rows(read_of("\x1b[2;5Hab\x1b[9;1Hcd\x1b[1;4H日本", width=5, height=2)) == [
        "   日", "    a"
    ]  # fmt: skip
    assert rows(read_of("\x1b[1;5H日", width=5, height=1)) == [""]


@pytest.mark.parametrize(
    ("over", "row"),
    [
        ("\x1b[1;2Hx", " x本語"),
        ("\x1b[1;1Hx", "x 本語"),
        ("\x1b[1;2H本", " 本 語"),
        ("\x1b[1;3Hab", "日ab語"),
    ],
)
def test_half_a_wide_letter_takes_the_other_half_with_it(over: str, row: str) -> None:
    read = read_of("日本語", over)
    assert rows(read)[0] == row
    assert whole(read)


def test_erasing_takes_what_it_says_in_the_colour_of_the_ground() -> None:
    full = "\x1b[1;1Habcdef\x1b[2;1Hghijkl\x1b[3;1Hmnopqr"
    assert rows(read_of(full, "\x1b[2;3H\x1b[K", width=6)) == ["abcdef", "gh", "mnopqr"]
    assert rows(read_of(full, "\x1b[2;3H\x1b[1K", width=6)) == ["abcdef", "   jkl", "mnopqr"]
    assert rows(read_of(full, "\x1b[2;3H\x1b[J", width=6)) == ["abcdef", "gh", ""]
    assert rows(read_of(full, "\x1b[2;3H\x1b[1J", width=6)) == ["", "   jkl", "mnopqr"]
    read = read_of(full, "\x1b[4;31;44m\x1b[2J", width=6)
    assert rows(read) == ["", "", ""]
    assert {style.background for row in read.grid.styles for style in row} == {"44"}
    assert {style.attributes for row in read.grid.styles for style in row} == {0}


def test_hidden_letters_are_blanks_so_that_no_terminal_shows_them() -> None:
    read = read_of("\x1b[8msecret\x1b[0mseen")
    assert rows(read)[0] == "      seen"


def test_marks_that_turn_text_around_go_no_further() -> None:
    assert rows(read_of("pay \u202e521\u202c kr \u2066x\u2069"))[0] == "pay 521 kr x"


def test_a_joiner_hides_no_digit_behind_another() -> None:
    assert rows(read_of("12\u200d5,00 kr"))[0] == "1?,00 kr"
    assert rows(read_of("12\x1b[1m\u200d5,00"))[0] == "1?,00"
    assert rows(read_of("👩\u200d5x"))[0] == "??x"
    assert read_of("👩\u200d👧x").grid.letters[0][:3] == ["👩\u200d👧", "", "x"]


def test_accents_belong_to_the_letter_before_them_also_when_they_come_later() -> None:
    assert read_of("e\u0301x").grid.letters[0][:3] == ["e\u0301", "x", " "]
    assert read_of("e", "\x1b[1m\u0301x").grid.letters[0][:3] == ["e\u0301", "x", " "]
    again = read_of("e\x1b[1m\u0301", "\x1b[1;2H\x1b[1m\u0301")
    assert again.grid.letters[0][:2] == ["e\u0301", " "]
    assert rows(read_of("\u0301x"))[0] == "x"


@given(st.lists(st.sampled_from([*LETTERS, *MORE_KINDS[-2], "\u200d", "\ufe0f", " "])).map("".join))
def test_letters_take_as_many_columns_as_rich_counts(text: str) -> None:
    read = read_of(text, width=200, height=1)
    assert read.x == cell_len(text)
    assert whole(read)


SEQUENCES = [
    "\x1b[1;3m", "\x1b[0m", "\x1b[38;2;1;2;3m", "\x1b[2;2H", "\x1b[H", "\x1b[K", "\x1b(B", "\a",
    "\x1b[?1003h", "\x1b[?2026h", "\x1b[>1u", "\x1b]52;c;QUJD\a", "\x1b]0;title\x1b\\",
    "\x1b]8;;http://x\x1b\\", "\x1bPq\x1b\\", "\x1b[6n",
]  # fmt: skip
HOSTILE = [
    "\x1b", "\x1b[", "\x1b]", "\x9b", "\x9b6n", "\x90", "\x1bc", "\x1b]52;c;?\a",
    "\x1b]0;\x1b[6n\a",
    "\x1b[c", "\x1b[5i", "\x1b[?1049h", "\x1b]52;c;\x1b\\", "\x1b[18t", "\x1b#8", "\x1b[!p", "\x7f",
    "\0", "\x1b_x", "\x85", "\ud800",
]  # fmt: skip
PIECES = st.sampled_from([*LETTERS, *SEQUENCES, "abc ", "\r", "\n"])


@given(
    st.lists(st.sampled_from([*SEQUENCES, *SEQUENCES, "abc ", "日", "\r", "\n"])).map("".join),
    st.integers(0, 100),
    st.integers(0, 100),
)
def test_output_cut_anywhere_reads_as_if_it_came_at_once(text: str, one: int, two: int) -> None:
    first, second = sorted((one, two))
    uncut = read_of(text)
    for parts in ([text[:first], text[first:second], text[second:]], list(text)):
        cut = read_of(*parts)
        assert rows(cut) == rows(uncut)
        assert cut.asides == uncut.asides
        assert cut.modes == uncut.modes
        assert (cut.x, cut.y) == (uncut.x, uncut.y)


@given(st.lists(st.one_of(PIECES, st.text(max_size=8), st.sampled_from(HOSTILE))).map("".join))
def test_nothing_hostile_passes_whatever_is_written(text: str) -> None:
    read = read_of(text, "\x1b\\", "\x18")
    assert [aside for aside in read.asides if not HARMLESS.fullmatch(aside)] == []
    assert read.modes <= {"1000", "1002", "1003", "1006", "1015", "1016"}
    for row in read.grid.letters:
        for letter in row:
            assert not re.search("[\x00-\x1f\x7f-\x9f\ud800-\udfff]", letter)
    assert whole(read)


def test_a_terminal_that_shows_commands_as_text_gets_none() -> None:
    read = Reader(10, 1, Palette(VT100), "utf-8")
    read.read("\x1b]0;title\a\x1b]52;c;QUJD\a\a")
    assert read.asides == ["\a"]


def test_mouse_modes_are_remembered_until_they_are_switched_off() -> None:
    read = read_of("\x1b[?1000h\x1b[?1003;1006h\x1b[?1004h\x1b[?2004h")
    assert read.modes == {"1000", "1003", "1006"}
    read.read("\x1b[?1003l")
    assert read.modes == {"1000", "1006"}


@pytest.mark.parametrize(
    ("encoding", "text", "shown"),
    [
        ("iso-8859-1", "blåbær \u2212500", "blåbær -500"),
        ("iso-8859-1", "\u201cjo\u2019\u201d \u2013 ─│┐", '"jo\'" - -|+'),
        ("iso-8859-1", "日e\u0301€u\u0328", "??é?u"),
        ("ascii", "æøå😀x", "?????x"),
        ("utf-8", "\ud800x", "?x"),
        ("cp1252", "5 €", "5 €"),
    ],
)
def test_what_the_encoding_lacks_is_shown_by_something_as_wide(
    encoding: str, text: str, shown: str
) -> None:
    read = reader(encoding=encoding)
    read.read(text)
    assert rows(read)[0] == shown
    assert read.x == cell_len(text)


def test_a_screen_of_another_size_keeps_what_fits_until_it_is_drawn_anew() -> None:
    read = read_of("\x1b[1;1Habc日本", "\x1b[2;1Hx")
    assert read.unread_rows == {2}
    read.resize(6, 1)
    assert rows(read) == ["abc日"]
    assert whole(read)
    assert read.unread_rows == {0}
    read.read("\x1b[1;2Hy")
    assert read.unread_rows == set()


def whole(read: Reader) -> bool:
    """Tell whether every cell is a letter or the second half of one, in one style."""
    grid = read.grid
    for letters, styles in zip(grid.letters, grid.styles, strict=True):
        assert len(letters) == len(styles) == grid.width
        for x, letter in enumerate(letters):
            is_half = letter == ""
            after_wide = x > 0 and letters[x - 1] != "" and _columns(letters[x - 1]) == 2
            if is_half != after_wide or (is_half and styles[x] is not styles[x - 1]):
                return False
            if letter == " " and styles[x].on_blank is not styles[x]:
                return False
    return True


def _columns(letter: str) -> int:
    return sum(columns for _, columns in letters_of(letter)[1])
