"""Questions that need a whole typed word, because what follows cannot be taken back."""

from accessibility.legal_notice import is_yes
from accessibility.plain_lines import wrap
from mailbox_tui.desk import Desk
from mailbox_tui.output import encoding_of
from mailbox_tui.typed_lines import TypedLines

_STDIN = 0


def typed_lines(desk: Desk) -> TypedLines:
    """Give stdin's lines. For several questions one of these: it may have read ahead."""
    encoding = encoding_of(desk.environment, is_terminal=desk.out.is_terminal) or "utf-8"
    return TypedLines(_STDIN, encoding)


async def ask(desk: Desk, question: str) -> bool:
    """Put a question on stderr and read a line from stdin, terminal or pipe.

    The line is read in a thread that never holds the program back: ctrl-C leaves at once.
    """
    _put(desk, question)
    return is_yes(await typed_lines(desk).next() or "")


async def ask_hidden(desk: Desk, question: str, typed: TypedLines) -> str:
    """Put a question whose answer a terminal does not show; empty where no line comes."""
    with typed.not_shown():
        _put(desk, question)
        return (await typed.next() or "").strip()


def _put(desk: Desk, question: str) -> None:
    for line in wrap(question, desk.out.text_width):
        desk.out.message(line)
