"""What the terminal can do, by its entry in terminfo, or by its name where there is no entry.

Nothing is ever asked of the terminal itself: an answer may come late, or be read aloud.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mailbox_tui.diffing_driver.attributes import (
    BLINK,
    BOLD,
    DIM,
    ITALIC,
    REVERSE,
    STRIKE,
    UNDERLINE,
)
from mailbox_tui.diffing_driver.terminfo import Entry, entry_of, family_of

ALL_COLOURS: Final = 1 << 24
"""Colours of a terminal that takes red, green and blue."""
_NO_TERMINALS: Final = {"", "dumb", "unknown"}
_ATTRIBUTES: Final = {
    "bold": BOLD, "dim": DIM, "sitm": ITALIC, "smul": UNDERLINE, "blink": BLINK, "rev": REVERSE,
    "smxx": STRIKE,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """The abilities that make a difference here. The least of them is a VT100's."""

    colours: int = 0
    attributes: int = BOLD | UNDERLINE | REVERSE
    erases_in_background: bool = False
    erases_letters: bool = False
    scrolls_blocks: bool = False
    enter_alternate: str = ""
    leave_alternate: str = ""
    shows_cursor: str = ""
    """What shows a cursor that another program hid."""
    wraps: bool = True
    """Whether it has the mode of wrapping lines, so that it can be switched off."""
    fears_last_corner: bool = False
    """Whether a letter in the last column of the last row scrolls the screen."""
    has_mouse: bool = False
    takes_titles: bool = False
    """Whether it reads operating system commands instead of showing them as letters."""


def terminal_in(environment: Mapping[str, str]) -> Terminal:
    """Describe the terminal that the environment names."""
    name = environment.get("TERM", "")
    entry = entry_of(name) or family_of(name)
    return Terminal() if entry is None else _described(entry, name, environment)


def is_supported(environment: Mapping[str, str]) -> bool:
    """Tell whether the terminal moves, erases and styles as ANSI wants, so that this can be used.

    It is not where TERM is unset, "dumb", "unknown", a name that nobody knows, or a terminal with
    a language of its own; nor on Windows. There Textual's own driver is the better choice.
    """
    name = environment.get("TERM", "")
    if name in _NO_TERMINALS or sys.platform == "win32":
        return False
    entry = entry_of(name) or family_of(name)
    return entry is not None and (
        entry.text("cup").startswith("\x1b[%i%p1%d;%p2%dH")
        and entry.text("el").startswith("\x1b[K")
        and entry.text("ed").startswith("\x1b[J")
    )


def _described(entry: Entry, name: str, environment: Mapping[str, str]) -> Terminal:
    enter, leave = entry.text("smcup"), entry.text("rmcup")
    if "\x1b[?1049h" in enter:  # without the pushing of titles that some entries add
        enter, leave = "\x1b[?1049h", "\x1b[?1049l"
    wraps = bool(entry.text("rmam")) or entry.flag("xenl")
    return Terminal(
        colours=_colours(entry, name, environment),
        attributes=sum(bit for capability, bit in _ATTRIBUTES.items() if entry.text(capability)),
        erases_in_background=entry.flag("bce"),
        erases_letters=entry.text("ech").startswith("\x1b[%p1%dX"),
        scrolls_blocks=entry.text("csr").startswith("\x1b[%i%p1%d;%p2%dr")
        and entry.text("ri").startswith("\x1bM"),
        enter_alternate=enter if leave else "",
        leave_alternate=leave if enter else "",
        shows_cursor="\x1b[?25h" if "\x1b[?25h" in entry.text("cnorm") else "",
        wraps=wraps,
        fears_last_corner=entry.flag("am") and not wraps,
        has_mouse=bool(entry.text("kmous")),
        takes_titles=entry.flag("XT") or bool(entry.text("Ms") or entry.text("tsl")),
    )


def _colours(entry: Entry, name: str, environment: Mapping[str, str]) -> int:
    if environment.get("NO_COLOR"):
        return 0
    if environment.get("COLORTERM", "").lower() in {"truecolor", "24bit"}:
        return ALL_COLOURS
    colours = max(entry.number("colors"), 0)
    # Their entries name the eight that VT terminals agree on; they all have the bright ones too.
    return 16 if colours == 8 and family_of(name) else colours
