"""Entries of terminfo, and what to think of a terminal that this machine has no entry for.

Machines reached from afar often lack the entry of a newer terminal; its family's is near enough.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, Protocol

_VT: Final[Mapping[str, str | int | bool]] = {
    "am": True, "xenl": True,
    "cup": "\x1b[%i%p1%d;%p2%dH", "el": "\x1b[K", "ed": "\x1b[J", "rmam": "\x1b[?7l",
    "csr": "\x1b[%i%p1%d;%p2%dr", "ri": "\x1bM",
    "bold": "\x1b[1m", "smul": "\x1b[4m", "rev": "\x1b[7m", "blink": "\x1b[5m",
}  # fmt: skip
_LINUX: Final = {
    **_VT, "colors": 8, "bce": True, "ech": "\x1b[%p1%dX", "cnorm": "\x1b[?25h\x1b[?0c",
    "dim": "\x1b[2m",
}  # fmt: skip
_SCREEN: Final = {
    **_VT, "colors": 8, "cnorm": "\x1b[34h\x1b[?25h", "dim": "\x1b[2m", "kmous": "\x1b[M",
    "smcup": "\x1b[?1049h", "rmcup": "\x1b[?1049l",
}  # fmt: skip
_XTERM: Final = {
    **_SCREEN, "colors": 256, "bce": True, "ech": "\x1b[%p1%dX", "cnorm": "\x1b[?25h",
    "sitm": "\x1b[3m", "smxx": "\x1b[9m", "XT": True,
}  # fmt: skip
_FAMILIES: Final = {
    **dict.fromkeys(("xterm", "rxvt", "alacritty", "contour", "foot", "ghostty", "gnome",
                     "kitty", "konsole", "mintty", "mlterm", "putty", "st", "vte", "wezterm"),
                    _XTERM),
    "linux": _LINUX,
    "screen": _SCREEN,
    "tmux": {**_SCREEN, "sitm": "\x1b[3m", "Ms": "\x1b]52;"},
    **dict.fromkeys(("vt100", "vt102", "vt220", "vt320", "vt340", "vt420", "vt520"), _VT),
}  # fmt: skip


class Entry(Protocol):
    """What is known of a terminal, by terminfo's short names."""

    def text(self, name: str) -> str:
        """Give a sequence; "" is none."""

    def flag(self, name: str) -> bool:
        """Tell whether it has a property."""

    def number(self, name: str) -> int:
        """Give a number; -1 is none."""


class Family:
    """The entry of a family, written down here."""

    def __init__(self, known: Mapping[str, str | int | bool], *, has_table: bool) -> None:
        """Take what is known; `has_table` says that there are 256 colours."""
        self._known = {**known, "colors": 256} if has_table else known

    def text(self, name: str) -> str:
        return str(self._known.get(name, ""))

    def flag(self, name: str) -> bool:
        return bool(self._known.get(name))

    def number(self, name: str) -> int:
        return int(self._known.get(name, -1))


class SystemEntry:
    """The entry that this machine has. Python reads one in the life of a process."""

    def text(self, name: str) -> str:
        import curses  # only its reader of terminfo is used, and only where there is a terminal

        return (curses.tigetstr(name) or b"").decode("latin-1")

    def flag(self, name: str) -> bool:
        import curses

        return curses.tigetflag(name) > 0

    def number(self, name: str) -> int:
        import curses

        return curses.tigetnum(name)


@lru_cache
def entry_of(name: str) -> Entry | None:
    """Read the entry of a terminal; None where there is none, or nothing to read it with."""
    try:
        import curses  # 4 ms: not when this module is imported
    except ImportError:
        return None
    try:
        curses.setupterm(name, 1)
    except curses.error:
        return None
    return SystemEntry()


def family_of(name: str) -> Entry | None:
    """Give what all terminals of a family can, by the beginning of the name."""
    family, _, variant = name.partition("-")
    known = _FAMILIES.get(family)
    return None if known is None else Family(known, has_table="256" in variant)
