"""The terminal is taken over, left for a while, resized, lost, and given back as it was."""

import os
import re
import signal
import time
from pathlib import Path

import pytest

from mailbox_tui.diffing_driver.size import size_of
from tests.tui.diffing_driver.on_a_pty import PATIENCE, Child
from tests.tui.diffing_driver.screens import letters_seen, seen

SHELL, CRASH, STOP = "\x1bOR", "\x1bOS", "\x1b[18~"
ALTERNATE, WIPE = b"\x1b[?1049", b"\x1b[J"


def started(child: Child) -> object:
    """Wait for the varied program's first screen and give what is seen."""
    child.wait_for_varied()
    return seen(child.screen)


def test_a_stopped_program_gives_the_terminal_back_and_repaints_it_later() -> None:
    with Child("varied_app", "diffing") as child:
        before = started(child)
        child.press(STOP)
        child.wait_until_stopped()
        child.settle(0.1)
        assert child.modes() == child.modes_before
        assert child.written.endswith(b"\x1b[m\x1b[?7h\x1b[?1049l\x1b[?25h")
        os.write(child.slave, b"\x1b[H\x1b[31mthe shell was here\r\n" * 3)
        child.settle(0.1)
        assert "the shell was here" in child.text()
        child.process.send_signal(signal.SIGCONT)
        child.wait_until(lambda: seen(child.screen) == before, "for the screen as before")
        written = child.settle()
        assert written.count(WIPE) <= 1
        child.press("\x1b[B")
        child.wait_until(lambda: seen(child.screen) != before, "for a key to have an effect")


def test_a_program_stopped_without_notice_repaints_too() -> None:
    with Child("varied_app", "diffing") as child:
        before = started(child)
        child.process.send_signal(signal.SIGSTOP)
        child.wait_until_stopped()
        os.write(child.slave, b"\x1b[Hthe shell was here")
        child.settle(0.1)
        child.process.send_signal(signal.SIGCONT)
        child.wait_until(lambda: seen(child.screen) == before, "for the screen as before")


def test_another_program_has_the_terminal_as_it_was_and_leaves_no_trace() -> None:
    with Child("varied_app", "diffing") as child:
        before = started(child)
        child.press(SHELL)
        child.wait_until(lambda: b"scribble" in child.written, "for the other program")
        child.wait_until(lambda: seen(child.screen) == before, "for the screen as before")
        for setting in (rb"\bicanon", rb"\becho", rb"\bopost", rb"\bisig"):
            assert re.search(rb"(?<!-)" + setting, child.written)
        child.settle()
        assert seen(child.screen) == before


def test_while_another_program_has_the_terminal_a_stop_is_obeyed_at_once() -> None:
    with Child("varied_app", "diffing") as child:
        before = started(child)
        child.press("\x1b[24~")
        child.wait_until_stopped()
        assert child.modes() == child.modes_before
        child.process.send_signal(signal.SIGCONT)
        child.press("\r")
        child.wait_until(lambda: b"scribble" in child.written, "for the other program")
        child.wait_until(lambda: seen(child.screen) == before, "for the screen as before")


@pytest.mark.timeout(60)
def test_after_each_resize_the_screen_is_that_of_the_stock_driver() -> None:
    with Child("varied_app", "stock") as stock, Child("varied_app", "diffing") as ours:
        for child in (stock, ours):
            started(child)
        for size in [(40, 12), (20, 5), (200, 60), (80, 24)]:
            start = len(ours.written)
            for child in (stock, ours):
                child.resize(*size)
            end = time.monotonic() + PATIENCE
            while seen(stock.screen) != seen(ours.screen) or len(ours.written) == start:
                assert time.monotonic() < end, f"{stock.text()}\n{ours.text()}"
                for child in (stock, ours):
                    child.settle(0.1)
            assert ours.written[start:].count(WIPE) == 1, size


@pytest.mark.parametrize("pause", [0.0, 0.02])
def test_resizes_there_and_back_at_once_leave_a_whole_screen(pause: float) -> None:
    with Child("small_app") as child:
        child.wait_for("message")
        child.press("f")
        child.wait_for("1: f")
        child.settle()
        before = seen(child.screen)
        for size in [(30, 8), (80, 24)] * 3:
            child.resize(*size)
            time.sleep(pause)
        child.wait_until(lambda: seen(child.screen) == before, "for the screen as before")
        child.settle(0.8)
        assert seen(child.screen) == before


@pytest.mark.parametrize(
    ("environment", "width", "height"),
    [({}, 80, 24), ({"COLUMNS": "50", "LINES": "12"}, 50, 12), ({"COLUMNS": "x"}, 80, 24)],
)
def test_a_terminal_without_a_size_has_the_one_the_environment_says_or_a_usual_one(
    environment: dict[str, str], width: int, height: int
) -> None:
    with Child("varied_app", "diffing", size=(0, 0), environment=environment) as child:
        child.wait_for("\u2501\u2513")
        child.settle()
        row = next(line for line in child.lines() if "\u2513" in line)
        assert row.index("\u2513") == width - 1
        assert "palette" in child.lines()[height - 1] or "Theme" in child.lines()[height - 1]


def test_what_is_no_terminal_has_a_usual_size() -> None:
    reading, writing = os.pipe()
    assert size_of(writing, {"LINES": "30"}) == (80, 30)
    os.close(reading)
    os.close(writing)


@pytest.mark.parametrize("hang_up_ignored", [False, True])
def test_a_terminal_that_hung_up_ends_the_program_without_a_word(
    tmp_path: Path, hang_up_ignored: bool
) -> None:
    errors = tmp_path / "errors"
    child = Child("varied_app", "diffing", errors=errors, hang_up_ignored=hang_up_ignored)
    with child:
        started(child)
        child.hang_up()
        assert child.process.wait(timeout=PATIENCE) == 0  # it ended by itself
        assert errors.read_text() == ""


def test_the_end_of_input_ends_the_program() -> None:
    with Child("small_app", typed=Path(os.devnull)) as child:
        assert child.end() == 0


@pytest.mark.parametrize("alternate_screen", ["True", "False"])
def test_a_crash_gives_the_terminal_back_and_tells_what_happened(alternate_screen: str) -> None:
    with Child("varied_app", "diffing", f"alternate_screen={alternate_screen}") as child:
        started(child)
        child.press(CRASH)
        assert child.end() == 0
        assert child.modes() == child.modes_before
        assert "crash on purpose" in child.text()
        _, _, behind = child.written.rpartition(b"\x1b[?7h")
        assert b"Option" not in behind
        assert (ALTERNATE + b"l" in behind) == (alternate_screen == "True")
        assert behind.startswith((b"\x1b[?1049l\x1b[?25h", b"\x1b[24H\r\n\x1b[?25h"))


def test_a_fault_of_the_drivers_own_is_told_too_and_gives_the_terminal_back() -> None:
    with Child("small_app", "delay=never") as child:
        assert child.end() == 0
        assert child.modes() == child.modes_before
        assert "TypeError" in child.text()
        assert b"\x1b[?7h\x1b[?1049l" in child.written


@pytest.mark.parametrize(
    ("term", "words"),
    [("vt100", ()), ("linux", ()), ("xterm-256color", ("alternate_screen=False",))],
)
def test_without_an_alternate_screen_the_last_frame_stays_and_the_shell_goes_on_below(
    term: str, words: tuple[str, ...]
) -> None:
    with Child("small_app", *words, term=term, environment={"NO_COLOR": "1"}) as child:
        child.wait_for("message")
        child.settle()
        child.press("q")
        assert child.end() == 0
        assert ALTERNATE not in child.written
        assert [line.strip() for line in child.lines()[:4]] == ["Small", "1: q", "Goodbye", ""]
        assert (child.screen.cursor.x, child.screen.cursor.y) == (0, 3)
        os.write(child.slave, b"$ ")
        child.settle(0.1)
        assert child.lines()[3].startswith("$ ")
        assert child.modes() == child.modes_before


def test_a_full_last_frame_scrolls_by_one_line_when_the_program_ends() -> None:
    with Child("varied_app", "diffing", "alternate_screen=False") as child:
        started(child)
        before = letters_seen(child.screen)
        child.press("\x1b[21~")
        assert child.end() == 0
        assert letters_seen(child.screen) == [*before[1:], " " * 80]
        assert (child.screen.cursor.x, child.screen.cursor.y) == (0, 23)
        assert not child.screen.cursor.attrs.bold
        assert child.screen.cursor.attrs.bg == "default"


def test_little_is_sent_before_the_first_frame_and_nothing_is_asked() -> None:
    with Child("small_app", environment={"NO_COLOR": "1"}) as child:
        child.wait_for("message")
        child.settle()
        assert child.written == b"\x1b[?1049h\x1b[?7l\x1b[m\x1b[H\x1b[JSmall\n\n\rmessage\x1b[H"


def test_no_query_and_no_mode_that_was_not_asked_for_is_ever_sent() -> None:
    with Child("varied_app", "diffing") as child:
        started(child)
        for keys in ("\t", "\t", "\x1bOQ", "\x1b[B", "\x1b[21~"):
            child.press(keys)
            child.settle(0.1)
        child.end()
        sent = set(re.findall(rb"\x1b(?:\[[?<>=]?[\d;]*[ -/]*[@-~]|.)", child.written))
        known = rb"\x1b\[(?:[\d;]*[ABCDHJKXmr]|\?(?:7|1049)[hl]|\?25h)|\x1bM"
        assert [sequence for sequence in sent if not re.fullmatch(known, sequence)] == []
