"""The same inside tmux, a terminal that many sit in."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.tui.diffing_driver.on_a_pty import PATIENCE, ROOT
from tests.tui.diffing_driver.screens import screen_of, seen

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

SIZE = (80, 24)
KEYS = ["", "Down", "Down", "NPage", "F5", "F2", "F11", "NPage", "Up", "F6", "F2"]


class Tmux:
    """A server of its own with one window in which a program runs."""

    def __init__(self, socket: Path, program: str, *words: str) -> None:
        self._server = ["tmux", "-S", str(socket), "-f", "/dev/null"]
        width, height = map(str, SIZE)
        file = Path(__file__).parent / f"{program}.py"
        environment = {"PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)]),
                       "TEXTUAL_ANIMATIONS": "none", "READY": f"{socket}-ready"}  # fmt: skip
        self.ready = Path(f"{socket}-ready")
        self.ask("new-session", "-d", "-x", width, "-y", height, "sleep 600")
        self.ask("set-option", "-g", "default-terminal", "tmux-256color")
        set_to = [word for name, value in environment.items() for word in ("-e", f"{name}={value}")]
        self.ask("new-window", *set_to, sys.executable, str(file), *words)
        self.ask("set-option", "-g", "status", "off")

    def ask(self, *words: str) -> str:
        return subprocess.run(
            [*self._server, *words],
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE,
            env={**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"},
        ).stdout

    def wait_for(self, text: str) -> None:
        end = time.monotonic() + PATIENCE
        while text not in self.ask("capture-pane", "-p"):
            assert time.monotonic() < end, f"waited in vain for {text!r}"
            time.sleep(0.05)

    def wait_for_varied(self) -> None:
        end = time.monotonic() + PATIENCE
        while not self.ready.exists():
            assert time.monotonic() < end, "waited in vain for a start"
            time.sleep(0.05)

    def seen(self) -> object:
        screen, stream = screen_of(*SIZE)
        rows = self.ask("capture-pane", "-p", "-e", "-N").splitlines()
        for y, row in enumerate(rows):
            stream.feed(f"\x1b[{y + 1}H{row}")
        return seen(screen)


@pytest.fixture
def inside_tmux(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Tmux]]:
    """Give a maker of programs inside tmux, which are ended behind the test."""
    folder = tmp_path_factory.mktemp("tmux")
    made: list[Tmux] = []

    def make(program: str, *words: str) -> Tmux:
        made.append(Tmux(folder / str(len(made)), program, *words))
        return made[-1]

    yield make
    for tmux in made:
        tmux.ask("kill-server")


@pytest.mark.slow
@pytest.mark.timeout(60)
def test_what_tmux_holds_is_what_the_stock_driver_drew(inside_tmux: Callable[..., Tmux]) -> None:
    stock, ours = inside_tmux("varied_app", "stock"), inside_tmux("varied_app", "diffing")
    for tmux in (stock, ours):
        tmux.wait_for_varied()
    for key in KEYS:
        for tmux in (stock, ours):
            if key:
                tmux.ask("send-keys", key)
        _wait_until_equal(stock, ours)


@pytest.mark.timeout(60)
def test_a_window_of_tmux_that_was_resized_and_back_is_whole(
    inside_tmux: Callable[..., Tmux],
) -> None:
    ours = inside_tmux("small_app")
    ours.wait_for("message")
    ours.ask("send-keys", "f")
    ours.wait_for("1: f")
    time.sleep(0.3)
    before = ours.seen()
    for size in ((50, 12), (100, 30), (20, 5), SIZE):
        ours.ask("resize-window", "-x", str(size[0]), "-y", str(size[1]))
        time.sleep(0.3)
    end = time.monotonic() + PATIENCE
    while ours.seen() != before:
        assert time.monotonic() < end, ours.ask("capture-pane", "-p")
        time.sleep(0.1)


def _wait_until_equal(stock: Tmux, ours: Tmux) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        time.sleep(0.15)
        if stock.seen() == ours.seen():
            return
        if time.monotonic() > end:
            shown = [tmux.ask("capture-pane", "-p") for tmux in (stock, ours)]
            pytest.fail("\n".join(shown))
