"""What is known of terminals, by their entries and by their names."""

import json
import subprocess
import sys
from typing import Any

import pytest

from mailbox_tui.diffing_driver.attributes import ITALIC, STRIKE
from mailbox_tui.diffing_driver.terminal import ALL_COLOURS
from tests.tui.diffing_driver.on_a_pty import ROOT

TELL = """
import json, os, sys
from dataclasses import asdict
from mailbox_tui.diffing_driver.terminal import is_supported, terminal_in
told = asdict(terminal_in(os.environ))
told["is_supported"] = is_supported(os.environ)
told["heavy"] = sorted({"textual", "rich", "asyncio"} & set(sys.modules))
print(json.dumps(told))
"""


def told(**environment: str) -> dict[str, Any]:
    """Ask in another process: Python reads one entry in the life of each."""
    ran = subprocess.run(
        [sys.executable, "-c", TELL],
        env={"PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    answer: dict[str, Any] = json.loads(ran.stdout)
    return answer


@pytest.mark.parametrize(
    ("term", "facts"),
    [
        ("xterm-256color", {"colours": 256, "erases_in_background": True, "has_mouse": True}),
        ("xterm", {"colours": 16, "enter_alternate": "\x1b[?1049h", "takes_titles": True}),
        ("linux", {"colours": 16, "enter_alternate": "", "scrolls_blocks": True,
                   "takes_titles": False}),
        ("vt100", {"colours": 0, "erases_in_background": False, "enter_alternate": "",
                   "shows_cursor": "", "has_mouse": False, "erases_letters": False}),
        ("screen", {"colours": 16, "erases_in_background": False, "erases_letters": False}),
        ("tmux-256color", {"colours": 256, "erases_in_background": False, "takes_titles": True}),
    ],
)  # fmt: skip
def test_an_entry_of_terminfo_is_understood(term: str, facts: dict[str, object]) -> None:
    answer = told(TERM=term)
    assert answer["is_supported"]
    assert facts.items() <= answer.items()
    assert answer["heavy"] == []


@pytest.mark.parametrize(
    "term", ["xterm-kitty", "foot", "alacritty", "tmux-direct", "vt420", "linux-m"]
)
def test_a_terminal_without_an_entry_is_as_its_family_is(term: str) -> None:
    answer = told(TERM=term, TERMINFO="/nonexistent", TERMINFO_DIRS="/nonexistent")
    assert answer["is_supported"]
    assert answer["scrolls_blocks"]
    assert bool(answer["colours"]) == (term != "vt420")


@pytest.mark.parametrize("term", ["", "dumb", "unknown", "vt52", "nobody-knows-this"])
def test_a_terminal_of_another_kind_is_not_supported(term: str) -> None:
    assert not told(TERM=term)["is_supported"]
    assert not told()["is_supported"]


def test_the_environment_says_how_many_colours_there_are() -> None:
    assert told(TERM="xterm-256color", COLORTERM="truecolor")["colours"] == ALL_COLOURS
    assert told(TERM="xterm-256color", COLORTERM="truecolor", NO_COLOR="1")["colours"] == 0
    assert told(TERM="xterm-256color", NO_COLOR="")["colours"] == 256


def test_attributes_are_those_of_the_entry() -> None:
    assert told(TERM="xterm-256color")["attributes"] & ITALIC
    assert told(TERM="xterm-256color")["attributes"] & STRIKE
    assert not told(TERM="linux")["attributes"] & (ITALIC | STRIKE)
