"""Questions that need a whole typed word, because what follows cannot be taken back."""

from accessibility.plain_lines import wrap
from mailbox_tui.desk import Desk
from mailbox_tui.output import encoding_of
from mailbox_tui.typed_lines import TypedLines

_YES = ("yes", "ja")
_STDIN = 0


def is_yes(answer: str) -> bool:
    """Tell whether a typed line is a yes; everything else, also nothing, is a no."""
    return answer.strip().casefold() in _YES


async def ask(desk: Desk, question: str) -> bool:
    """Put a question on stderr and read a line from stdin, terminal or pipe.

    The line is read in a thread that never holds the program back: ctrl-C leaves at once.
    """
    for line in wrap(question, desk.out.text_width):
        desk.out.message(line)
    encoding = encoding_of(desk.environment, is_terminal=desk.out.is_terminal) or "utf-8"
    return is_yes(await TypedLines(_STDIN, encoding).next() or "")
