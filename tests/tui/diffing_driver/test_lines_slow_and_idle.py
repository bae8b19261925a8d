"""What goes over the line: nothing while nothing happens, little for little, and no backlog."""

import re
import time
from pathlib import Path

import pytest

from tests.tui.diffing_driver.on_a_pty import PATIENCE, Child

FRAME = 1600  # bytes of what one "f" of the small program changes
KEYS = 120
A_KEY = 160  # bytes that a slow line takes while one key is typed
LINE = 1 << 16  # bytes that the kernel keeps for a terminal that does not read


def ready(child: Child) -> Child:
    child.wait_for("message")
    child.settle()
    return child


def test_an_idle_program_sends_nothing_and_its_threads_sleep() -> None:
    with ready(Child("small_app")) as child:
        child.press("\x1b[A")
        child.wait_for("1: up")
        child.settle(0.5)
        slept = _times_slept(child)
        assert len(slept) == 2  # the painter and the keyboard
        assert child.read(1.5) == b""
        assert _times_slept(child) == slept


def test_moving_only_the_cursor_costs_a_few_bytes() -> None:
    with Child("varied_app", "diffing") as child:
        child.wait_for_varied()
        start, y = len(child.written), child.screen.cursor.y
        child.press("\x1b[20~")
        child.wait_until(lambda: child.screen.cursor.y == y + 1, "for the cursor to move")
        child.settle(0.2)
        assert 0 < len(child.written) - start <= 16


def test_the_cursor_goes_to_another_row_a_moment_after_a_small_change() -> None:
    with ready(Child("small_app", "cursor_pause=long")) as child:
        child.press("m")
        child.wait_for("1: m")
        changed, y = time.monotonic(), child.screen.cursor.y
        assert y != 9
        child.wait_until(lambda: child.screen.cursor.y == 9, "for the cursor to go")
        assert time.monotonic() - changed > 0.5
        child.press("f")  # a large change does not wait, nor does one that leaves the cursor there
        child.wait_for("2: f")
        begun = time.monotonic()
        child.press("m")
        child.wait_for("3: m")
        assert time.monotonic() - begun < 0.9


def test_all_is_sent_again_where_that_is_asked_for() -> None:
    with ready(Child("small_app")) as child:
        child.press("a")
        child.wait_for("1: a")
        child.settle()
        child.screen.reset()  # another program wiped the terminal
        child.press("p")
        child.wait_for("2: p")
        child.wait_for("message")
        assert "Small" in child.text()


def test_a_key_that_changes_one_row_costs_that_row() -> None:
    with ready(Child("small_app")) as child:
        start = len(child.written)
        for number, key in enumerate("ade", 1):
            child.press(key)
            child.wait_for(f"{number}: {key}")
        child.settle(0.2)
        assert len(child.written) - start <= 3 * 10


def test_what_changes_within_the_manners_delay_is_sent_once(tmp_path: Path) -> None:
    count = tmp_path / "count"
    with Child("small_app", "delay=long", environment={"COUNT": str(count)}) as child:
        child.wait_for("message")
        for number, key in enumerate("ade", 1):
            child.press(key)
            _wait_for_count(count, number)
            time.sleep(0.1)
        child.wait_for("3: e")
        assert b": a" not in child.written
        assert b": d" not in child.written


@pytest.mark.parametrize(
    ("term", "environment"), [("vt100", {}), ("xterm-256color", {"NO_COLOR": "1"})]
)
def test_no_colour_is_sent_where_none_is_wanted(term: str, environment: dict[str, str]) -> None:
    environment = {**environment, "COLORTERM": "" if term == "vt100" else "truecolor"}
    with Child("varied_app", "diffing", term=term, environment=environment) as child:
        child.wait_for_varied()
        child.press("\x1bOQ")
        child.settle()
        styles = set(re.findall(rb"\x1b\[([\d;]*)m", child.written))
        numbers = {number for style in styles for number in style.split(b";")}
        allowed = {"vt100": b"0 1 4 5 7", "xterm-256color": b"0 1 2 3 4 5 7 9"}[term]
        assert numbers - {b""} <= set(allowed.split())
        assert {b"1", b"7"} <= numbers


def test_the_program_goes_on_while_the_terminal_takes_nothing(tmp_path: Path) -> None:
    count = tmp_path / "count"
    with ready(Child("small_app", environment={"COUNT": str(count)})) as child:
        for number in range(1, 101):  # nobody reads; the line's buffer takes a few frames
            child.press("f")
            _wait_for_count(count, number)
        child.wait_for("100: f")
        assert len(child.written) < 20 * FRAME


@pytest.mark.slow
@pytest.mark.timeout(60)
def test_fast_typing_on_a_slow_line_leaves_no_backlog(tmp_path: Path) -> None:
    count = tmp_path / "count"
    with ready(Child("small_app", environment={"COUNT": str(count)})) as child:
        start = len(child.written)
        for _ in range(KEYS):
            child.press("f")
            child.read(0, most=A_KEY)
            time.sleep(0.02)
        _wait_for_count(count, KEYS)
        child.wait_for(f"{KEYS}: f")
        child.settle()
        assert len(child.written) - start < KEYS * A_KEY + LINE + 2 * FRAME < KEYS * FRAME / 2


def _wait_for_count(file: Path, number: int) -> None:
    end = time.monotonic() + PATIENCE
    while not file.exists() or file.read_text() != str(number):
        assert time.monotonic() < end, f"the program stood still before {number}"
        time.sleep(0.002)


def _times_slept(child: Child) -> dict[str, int]:
    """Tell how often each thread but the event loop's went to sleep, and so woke up."""
    found = {}
    for thread in Path(f"/proc/{child.process.pid}/task").iterdir():
        if int(thread.name) != child.process.pid:
            status = (thread / "status").read_text()
            slept = re.findall(r"^voluntary_ctxt_switches:\s*(\d+)", status, re.MULTILINE)
            found[thread.name] = int(slept[0])
    return found
