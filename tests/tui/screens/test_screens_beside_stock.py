"""Every screen in every look: what our driver leaves on a terminal is what Textual's own does."""

import shutil
import sys
import time
from pathlib import Path

import pytest

from tests.tui.diffing_driver.on_a_pty import Child
from tests.tui.diffing_driver.test_beside_stock import (
    Look,
    all_seen,
    both_show_the_same,
    colours,
    letters,
)

PROGRAM = Path(__file__).parent / "still_clock.py"
ESCAPE = "\x1b"
ALONE = 0.2  # seconds, after which an escape is no longer the beginning of another key
WALK = (
    "j", "k", "j", "\r", " ", "-", "c", ESCAPE, "x", ESCAPE,  # reading, what can be copied
    "j", "v", "\r", ESCAPE, ESCAPE, "A", ESCAPE, "i", ESCAPE,  # documents, requests, details
    "k", "k", "\r", "no\r",  # the question before a legal notice
    "G", ESCAPE, "g", ESCAPE, "L", ESCAPE, "M", ESCAPE, ",", ESCAPE, "?", ESCAPE, "T", ESCAPE,
    "t", "j", "t", ESCAPE, "f", "a", "u", "m", "Penge\r", "yes\r", "u",  # deeds and their questions
    "/kroner", "\r", ESCAPE, "lunread\r", ESCAPE, ":help\r", ESCAPE, ":frobnicate\r",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.timeout(150)
@pytest.mark.parametrize(
    ("look", "size", "term", "compared", "more"),
    [
        ("default", (80, 24), "xterm-256color", all_seen, {"COLORTERM": "truecolor"}),
        ("default", (40, 10), "linux", colours, {}),
        ("lean", (80, 24), "vt100", letters, {}),
        ("lean", (20, 5), "screen", colours, {}),
        ("large", (80, 24), "xterm-256color", all_seen, {"BREVDUE_THEME": "contrast"}),
        ("large", (200, 60), "tmux-256color", all_seen, {"BREVDUE_THEME": "light"}),
        ("reader", (80, 24), "xterm-256color", all_seen, {"BREVDUE_THEME": "dark"}),
        ("reader", (40, 10), "vt100", letters, {}),
    ],
)
def test_both_drivers_show_the_same_screens(
    store: str,
    tmp_path: Path,
    look: str,
    size: tuple[int, int],
    term: str,
    compared: Look,
    more: dict[str, str],
) -> None:
    own_store = tmp_path / "of-the-other.db"
    shutil.copy(store.removeprefix("sqlite://"), own_store)

    def child(driver: str, its_store: str) -> Child:
        command = [sys.executable, str(PROGRAM), driver, its_store, "--look", look]
        home = tmp_path / driver
        home.mkdir()
        environment = {**more, "HOME": str(home)}
        return Child(command, size=size, term=term, environment=environment)

    with child("stock", f"sqlite://{own_store}") as stock, child("ours", store) as ours:
        for one in (stock, ours):
            one.wait_for("Inbox")
        both_show_the_same(stock, ours, compared)
        for keys in WALK:
            stock.press(keys)
            ours.press(keys)
            time.sleep(ALONE if keys == ESCAPE else 0)
            both_show_the_same(stock, ours, compared)
        for one in (stock, ours):
            one.press("Q")
            assert one.end() == 0
        # In five rows of twenty columns there is little that does not change.
        most = 0.55 if size == (20, 5) else 0.5
        assert len(ours.written) < most * len(stock.written)
