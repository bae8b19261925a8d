"""The same program, the same keys, once with Textual's own driver and once with ours.

Both write on a pseudo-terminal that answers no query; what is then on the two screens is equal.
"""

import time
from collections.abc import Callable

import pytest
from pyte.screens import Char

from mailbox_tui.diffing_driver.substitutes import cells_for
from tests.tui.diffing_driver.on_a_pty import PATIENCE, Child
from tests.tui.diffing_driver.screens import letters_seen, seen

DOWN, PAGE_DOWN, TURN = "\x1b[B", "\x1b[6~", "\x1b[23~"
THEME, UNUSUAL, PAGE = "\x1bOQ", "\x1b[15~", "\x1b[17~"
STEPS = [
    DOWN, DOWN, PAGE_DOWN, UNUSUAL, THEME, TURN, DOWN + DOWN, PAGE_DOWN, "\x1b[A", TURN,
    "Blåbærgrød 日本 12,50 ", PAGE, TURN, "hej æøå", THEME,
]  # fmt: skip
"""Each key's effect stands alone: Textual itself lets letters overtake a key that is bound."""

Look = Callable[[Child], object]


def all_seen(child: Child) -> object:
    return seen(child.screen)


def letters(child: Child) -> object:
    return letters_seen(child.screen)


def colours(child: Child) -> object:
    """Letters and colours, for a terminal that has not all of the attributes."""
    return [
        [cell._replace(italics=False, strikethrough=False, blink=False) if isinstance(cell, Char)
         else cell for cell in row] for row in seen(child.screen)
    ]  # fmt: skip


def both_show_the_same(stock: Child, ours: Child, look: Look) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        stock.settle(0.04)
        ours.settle(0.04)
        if look(stock) == look(ours):
            return
        if time.monotonic() > end:
            pytest.fail(f"stock:\n{stock.text()}\nours:\n{ours.text()}")


@pytest.mark.slow
@pytest.mark.timeout(90)
@pytest.mark.parametrize(
    ("size", "term", "look", "more"),
    [
        ((80, 24), "xterm-256color", all_seen, {"COLORTERM": "truecolor"}),
        ((200, 60), "tmux-256color", all_seen, {}),
        ((40, 10), "linux", colours, {}),
        ((80, 24), "screen", colours, {}),
        ((20, 5), "vt100", letters, {}),
        ((40, 10), "xterm", letters, {"NO_COLOR": "1"}),
    ],
)
def test_both_drivers_show_the_same(
    size: tuple[int, int], term: str, look: Look, more: dict[str, str]
) -> None:
    with (
        Child("varied_app", "stock", size=size, term=term, environment=more) as stock,
        Child("varied_app", "diffing", size=size, term=term, environment=more) as ours,
    ):
        stock.wait_for_varied()
        ours.wait_for_varied()
        both_show_the_same(stock, ours, look)
        for keys in STEPS if look is all_seen else STEPS[:10]:
            stock.press(keys)
            ours.press(keys)
            both_show_the_same(stock, ours, look)
        assert len(ours.written) < len(stock.written) * 0.7
        for child in (stock, ours):
            child.press("\x1b[21~")
            assert child.end() == 0


@pytest.mark.timeout(60)
def test_a_terminal_without_utf_8_shows_what_it_has_and_something_like_the_rest() -> None:
    danish = {"LC_ALL": "da_DK.ISO-8859-1"}
    with (
        Child("varied_app", "stock") as stock,
        Child("varied_app", "diffing", encoding="iso-8859-1", environment=danish) as ours,
    ):
        stock.wait_for_varied()
        ours.wait_for_varied()
        for keys in ("", UNUSUAL, TURN + TURN + TURN, "blåbær ", THEME):
            stock.press(keys)
            ours.press(keys)
            end = time.monotonic() + PATIENCE
            while _in_latin_1(stock) != letters_seen(ours.screen):
                assert time.monotonic() < end, "\n".join([*_in_latin_1(stock), ours.text()])
                stock.settle(0.06)
                ours.settle(0.06)
            if "bær" in keys:
                stock.wait_for(keys)
                ours.wait_for(keys)


def _in_latin_1(child: Child) -> list[str]:
    """Give a screen's rows as a terminal can show them that has only Latin 1."""
    screen = child.screen
    rows = []
    for y in range(screen.lines):
        row = ""
        for x in range(screen.columns):
            letter = screen.buffer[y][x].data
            columns = 2 if x + 1 < screen.columns and not screen.buffer[y][x + 1].data else 1
            row += "".join(cells_for(letter, columns, "iso-8859-1")) if letter else ""
        rows.append(row)
    return rows
