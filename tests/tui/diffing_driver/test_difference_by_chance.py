"""Screens made by chance: after each difference the terminal shows exactly what is wanted."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbox_tui.diffing_driver.cells import Grid
from mailbox_tui.diffing_driver.difference import Frame, Shown, difference
from mailbox_tui.diffing_driver.styles import Palette
from mailbox_tui.diffing_driver.terminal import Terminal
from tests.tui.diffing_driver.odd_terminal import OddTerminal, first_wrong
from tests.tui.diffing_driver.random_grids import KINDS, MORE_KINDS, changed
from tests.tui.diffing_driver.screens import ALL_ATTRIBUTES, VT100, XTERM, drawn, screen_of, seen

LIKE_SCREEN = Terminal(colours=256, attributes=ALL_ATTRIBUTES, scrolls_blocks=True)
TERMINALS = [XTERM, LIKE_SCREEN, VT100]
FRAMES = 8


def walk(seed: int, frames: int = FRAMES) -> None:
    """Draw some frames, each a few changes from the one before, and look at each."""
    chance = Random(seed)
    palette = Palette(chance.choice(TERMINALS))
    whole_lines = chance.random() < 0.3
    width, height = chance.choice([(80, 24), (40, 10), (20, 5), (7, 3), (2, 2), (1, 1), (33, 12)])
    screen, stream = screen_of(width, height)
    odd = OddTerminal(width, height, palette, Random(seed))
    stream.feed("\x1b[31;44mleft over by the shell" * 3)
    kinds = chance.choice([KINDS, MORE_KINDS])
    grid = Grid(width, height, palette.plain)
    shown: Shown | None = None
    for number in range(frames):
        grid = changed(chance, grid, palette, kinds)
        rows = frozenset(y for y in range(height) if chance.random() < 0.03)
        frame = Frame(grid=grid, x=chance.randrange(width), y=chance.randrange(height), resent=rows)
        text, shown = difference(shown, frame, palette, whole_lines=whole_lines)
        stream.feed(text)
        odd.feed(text)
        told = f"seed {seed}, frame {number}: {text!r}"
        if kinds is KINDS:
            assert seen(screen) == seen(drawn(grid)), told
        assert (screen.cursor.x, screen.cursor.y) == (frame.x, frame.y), told
        assert first_wrong(odd, grid) == "", told
        again, _ = difference(shown, Frame(grid=grid, x=frame.x, y=frame.y), palette,
                              whole_lines=whole_lines)  # fmt: skip
        assert again == "", told


@given(st.integers(0, 2**32))
def test_any_screen_becomes_any_other(seed: int) -> None:
    walk(seed)


@pytest.mark.parametrize("seed", range(0, 600, 100))
def test_screens_that_were_tried_before_still_become_each_other(seed: int) -> None:
    for number in range(seed, seed + 40):
        walk(number)


@pytest.mark.nightly
@pytest.mark.timeout(1800)
def test_many_thousand_screens_become_each_other() -> None:
    for seed in range(10_000, 30_000):
        walk(seed, frames=12)
