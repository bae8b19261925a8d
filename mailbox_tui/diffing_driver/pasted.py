"""Pasted words, from which nothing may be read as a key.

A terminal marks what is pasted, but some let an escape through between the marks: the reader of
keys would take the paste for ended there, and the rest of it for keys.
"""

import re
from typing import Final

_START: Final = "\x1b[200~"
_END: Final = "\x1b[201~"
# What is left are tabs and the line ends that terminals make of line ends.
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class PastedWords:
    """Goes through what is typed, piece by piece, and cleans what is pasted in it."""

    def __init__(self) -> None:
        """Begin outside a paste."""
        self._is_within = False
        self._before = ""  # the end of what was passed on, where a mark may have begun
        self._held = ""  # a part of what may become the mark at the end

    def cleaned(self, typed: str) -> str:
        """Give what was typed, without control characters in what is pasted."""
        passed = ""
        rest = typed
        while rest:
            piece, rest = self._within(rest) if self._is_within else self._outside(rest)
            passed += piece
        return passed

    def _outside(self, typed: str) -> tuple[str, str]:
        seen = self._before + typed
        start = seen.find(_START)
        if start < 0:
            self._before = seen[1 - len(_START) :]
            return typed, ""
        end = start + len(_START) - len(self._before)
        self._is_within, self._before = True, ""
        return typed[:end], typed[end:]

    def _within(self, typed: str) -> tuple[str, str]:
        words, mark, rest = (self._held + typed).partition(_END)
        self._held = ""
        if mark:
            self._is_within = False
            return _CONTROLS.sub("", words) + mark, rest
        for length in range(min(len(_END) - 1, len(words)), 0, -1):
            if words.endswith(_END[:length]):
                self._held = words[-length:]
                words = words[:-length]
                break
        return _CONTROLS.sub("", words), ""
