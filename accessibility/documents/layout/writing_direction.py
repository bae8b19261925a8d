"""Words that are written from right to left, put into the order in which they are read."""

import re
from collections.abc import Sequence

from accessibility.documents.page_marks import Piece

_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEFTWARD_RUN = re.compile("[0-9A-Za-z\u00c0-\u024f]+(?:[.,:/-][0-9A-Za-z\u00c0-\u024f]+)*")


def is_from_right(text: str) -> bool:
    """Tell whether a text has letters of Hebrew, Arabic or their kin."""
    return _FROM_RIGHT.search(text) is not None


def as_read(drawn: str) -> str:
    """Turn a word whose letters were taken from left to right; numbers in it keep their order."""
    return _LEFTWARD_RUN.sub(lambda found: found[0][::-1], drawn[::-1])


def in_reading_order(words: Sequence[Piece]) -> Sequence[Piece]:
    """Order the words of a line, which come from left to right."""
    if not any(is_from_right(word.text) for word in words):
        return words
    from_right = sum(len(word.text) for word in words if is_from_right(word.text))
    is_main = from_right * 2 > sum(len(word.text) for word in words)
    order: list[Piece] = []
    run: list[Piece] = []  # words of the other direction
    for word in reversed(words) if is_main else words:
        if is_from_right(word.text) is not is_main and any(map(str.isalnum, word.text)):
            run.insert(0, word)
            continue
        order += run
        run = []
        order.append(word)
    return [*order, *run]
