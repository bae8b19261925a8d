"""The command's screens on a pseudo-terminal of one's choice."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from tests.tui.diffing_driver.on_a_pty import Child
from tests.tui.running import Brevdue

DANISH = "da_DK.ISO-8859-1"


@contextmanager
def at_a_terminal(
    brevdue: Brevdue,
    *words: str,
    size: tuple[int, int] = (80, 24),
    term: str = "xterm-256color",
    encoding: str = "utf-8",
    more: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Child]:
    """Open the mailbox there, and wait until the list stands."""
    command = [sys.executable, "-m", "mailbox_tui", *words]
    environment = {**brevdue.environment({}), "TERM": term, **more}
    with Child(command, size=size, term=term, encoding=encoding, environment=environment) as child:
        child.wait_for("Indbakke." if more.get("LANG") == DANISH else "Inbox.")
        child.settle()
        yield child


def leave(child: Child) -> None:
    """Leave, with the terminal as it was."""
    child.press("Q")
    assert child.end() == 0
    assert child.modes() == child.modes_before
