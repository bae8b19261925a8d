"""Which look opens: what was typed goes before the environment, that before the settings."""

import os
import pty
import termios
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import BinaryIO

import pytest

from mailbox_tui.look_choice import LookChoice, chosen_look
from mailbox_tui.settings import Settings

SCREENS = {"TERM": "xterm-256color"}


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[BinaryIO]:
    """Put a pseudo-terminal in the place of the process's streams."""
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "r+b", buffering=0) as stream:
        put_in_place(monkeypatch, stream, stream)
        yield stream
    os.close(ours)


def put_in_place(monkeypatch: pytest.MonkeyPatch, stdin: BinaryIO, stdout: BinaryIO) -> None:
    """Let the choice see these streams as the process's."""
    streams = SimpleNamespace(stdin=stdin, stdout=stdout)
    monkeypatch.setattr("mailbox_tui.look_choice.sys", streams)


@pytest.mark.parametrize(
    ("options", "environment", "settings", "choice"),
    [
        ({}, {}, {}, LookChoice("default")),
        ({"look": "lean"}, {}, {"look": "large"}, LookChoice("lean", "--look lean")),
        ({"reader": True}, {"BREVDUE_PLAIN": "1"}, {}, LookChoice("reader", "--reader")),
        ({"plain": True, "reader": True}, {}, {}, LookChoice("plain", "--plain")),
        ({}, {"BREVDUE_PLAIN": "yes"}, {"look": "lean"}, LookChoice("plain", "BREVDUE_PLAIN")),
        ({}, {"BREVDUE_PLAIN": "0"}, {}, LookChoice("default")),
        ({}, {"BREVDUE_READER": "ja"}, {"look": "lean"}, LookChoice("reader", "BREVDUE_READER")),
        ({}, {"BREVDUE_LOOK": "large"}, {"look": "large"}, LookChoice("large", "BREVDUE_LOOK")),
        ({}, {}, {"look": "reader"}, LookChoice("reader", "settings look")),
        ({"look": "lean"}, {"TERM": "dumb"}, {}, LookChoice("plain")),
        ({}, {"TERM": ""}, {}, LookChoice("plain")),
    ],
)
def test_the_nearest_wish_is_granted(
    options: dict[str, object], environment: dict[str, str], settings: dict[str, str],
    choice: LookChoice,
) -> None:  # fmt: skip
    wanted = chosen_look(Namespace(**options), {**SCREENS, **environment}, Settings(**settings))  # type: ignore[arg-type]
    assert wanted == choice


def test_through_a_pipe_there_are_only_plain_lines(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, terminal: BinaryIO
) -> None:
    with (tmp_path / "out").open("wb") as file:
        put_in_place(monkeypatch, terminal, file)
        assert chosen_look(Namespace(reader=True), SCREENS, Settings()) == LookChoice("plain")


def test_a_slow_serial_line_gets_the_lean_look(terminal: BinaryIO) -> None:
    modes = termios.tcgetattr(terminal.fileno())
    modes[4] = modes[5] = termios.B9600
    termios.tcsetattr(terminal.fileno(), termios.TCSANOW, modes)
    assert chosen_look(Namespace(), SCREENS, Settings()) == LookChoice("lean")
