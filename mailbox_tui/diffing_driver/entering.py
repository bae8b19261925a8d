"""Taking the terminal over, and giving it back as it was."""

from mailbox_tui.diffing_driver.cells import Grid
from mailbox_tui.diffing_driver.difference import Shown
from mailbox_tui.diffing_driver.terminal import Terminal


def entering(terminal: Terminal, *, alternate_screen: bool) -> str:
    """Give what is sent before the first frame, which wipes the screen itself.

    A letter in the last column must not move the cursor on, so lines do not wrap.
    """
    return (terminal.enter_alternate if alternate_screen else "") + (
        "\x1b[?7l" if terminal.wraps else ""
    )


def leaving(terminal: Terminal, shown: Shown | None, *, alternate_screen: bool) -> str:
    """Give what is sent behind the last frame.

    Without an alternate screen the last frame stays, and what comes next begins below it.
    """
    below = "" if shown is None else _below(shown)
    alternate = terminal.leave_alternate if alternate_screen else ""
    return (
        "\x1b[m"
        + ("\x1b[?7h" if terminal.wraps else "")
        + (alternate or below)
        + terminal.shows_cursor
    )


def switching(modes: set[str], wanted: set[str]) -> str:
    """Give what switches from some of the terminal's private modes to others."""
    off, on = sorted(modes - wanted, key=int), sorted(wanted - modes, key=int)
    return (f"\x1b[?{';'.join(off)}l" if off else "") + (f"\x1b[?{';'.join(on)}h" if on else "")


def _below(shown: Shown) -> str:
    """Go to the line below the last that is used; at the bottom the terminal scrolls."""
    grid = shown.grid
    blank = [" "] * grid.width
    used = [y for y, letters in enumerate(grid.letters) if letters != blank or _is_drawn(grid, y)]
    return f"\x1b[{used[-1] + 1}H\r\n" if used else "\x1b[H"


def _is_drawn(grid: Grid, y: int) -> bool:
    return any(style.background or style.attributes for style in grid.styles[y])
