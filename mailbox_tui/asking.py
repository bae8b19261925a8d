"""Questions that need a whole typed word, because what follows cannot be taken back."""

import sys

from mailbox_tui.desk import Desk

_YES = ("yes", "ja")


def is_yes(answer: str) -> bool:
    """Tell whether a typed line is a yes; everything else, also nothing, is a no."""
    return answer.strip().casefold() in _YES


def ask(desk: Desk, question: str) -> bool:
    """Put a question on stderr and read a line from stdin, terminal or pipe."""
    desk.out.message(question)
    try:
        return is_yes(sys.stdin.readline())
    except (OSError, ValueError):  # closed, or bytes that are no text
        return False


def legal_notice_question(desk: Desk) -> str:
    """Give the question that stands before every unopened legal notice."""
    return desk.say(
        "Nothing was opened: this letter is a legal notice. Opening it counts as having "
        "received it. Type yes to open it."
    )
