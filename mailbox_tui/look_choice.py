"""Screens or plain lines, and in which look: what was typed, then the environment, the settings."""

import os
import sys
import termios
from argparse import Namespace
from collections.abc import Mapping
from typing import NamedTuple

from mailbox_tui.diffing_driver.terminal import is_supported
from mailbox_tui.looks import PLAIN
from mailbox_tui.settings import Settings

_SLOW = (termios.B300, termios.B600, termios.B1200, termios.B2400, termios.B4800, termios.B9600,
         termios.B19200)  # fmt: skip
_ON = ("1", "yes", "true", "on", "ja")


class LookChoice(NamedTuple):
    """A look, and what chose it: as it would be typed; empty where nobody did."""

    name: str
    cause: str = ""


def chosen_look(
    options: Namespace, environment: Mapping[str, str], settings: Settings
) -> LookChoice:
    """Tell the look; "plain" is line mode, which stands in wherever screens cannot."""
    if getattr(options, "plain", False):
        return LookChoice(PLAIN, "--plain")
    if not _screens_can_be_shown(environment):
        return LookChoice(PLAIN)
    if getattr(options, "reader", False):
        return LookChoice("reader", "--reader")
    if name := getattr(options, "look", None):
        return LookChoice(name, f"--look {name}")
    if environment.get("BREVDUE_PLAIN", "").casefold() in _ON:
        return LookChoice(PLAIN, "BREVDUE_PLAIN")
    if environment.get("BREVDUE_READER", "").casefold() in _ON:
        return LookChoice("reader", "BREVDUE_READER")
    if settings.look:
        is_set = environment.get("BREVDUE_LOOK")
        return LookChoice(settings.look, "BREVDUE_LOOK" if is_set else "settings look")
    return LookChoice("lean" if _is_slow_line() else "default")


def _screens_can_be_shown(environment: Mapping[str, str]) -> bool:
    streams_are_terminals = os.isatty(sys.stdin.fileno()) and os.isatty(sys.stdout.fileno())
    return streams_are_terminals and is_supported(environment)


def _is_slow_line() -> bool:
    """Tell whether the terminal says that it is a serial line of 19,200 bit/s or slower."""
    try:
        return termios.tcgetattr(sys.stdout.fileno())[5] in _SLOW
    except termios.error:
        return False
