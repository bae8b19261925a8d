"""How large the terminal is."""

import os
from collections.abc import Mapping
from typing import Final

_USUAL: Final = {"COLUMNS": 80, "LINES": 24}


def size_of(descriptor: int, environment: Mapping[str, str]) -> tuple[int, int]:
    """Give columns and rows: the terminal's own, or what the environment says, or 80 by 24.

    A line without a window, a serial one for instance, has no size of its own, or 0 by 0.
    """
    try:
        width, height = os.get_terminal_size(descriptor)
    except OSError:
        width = height = 0
    return width or _said(environment, "COLUMNS"), height or _said(environment, "LINES")


def _said(environment: Mapping[str, str], name: str) -> int:
    value = environment.get(name, "")
    return int(value) if value.isdecimal() and int(value) else _USUAL[name]
