"""The command on a real pseudo-terminal: what opens, what is sent, what is left behind."""

import asyncio
import os
import re
from pathlib import Path

import pytest

from tests.tui.conftest import Make
from tests.tui.letters import letter
from tests.tui.running import Brevdue, Terminal
from tests.tui.screens.at_a_terminal import DANISH, at_a_terminal, leave
from tests.tui.screens.test_list_on_screen import deliver

COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")
QUERY = re.compile(rb"\x1b\[[?>=]?\d*[cn]|\x1b\[\?\d+\$p|\x1bP")
MOUSE = re.compile(rb"\x1b\[\?(?:9|100[0-6]|1015|1016)h")
READER_SAYS = "Reader mode, because of "


@pytest.mark.slow
@pytest.mark.timeout(60)
@pytest.mark.parametrize("size", [(80, 24), (40, 10), (20, 5), (200, 60)])
@pytest.mark.parametrize("term", ["xterm-256color", "linux", "vt100", "screen", "tmux-256color"])
def test_it_opens_reads_and_asks_the_terminal_nothing(
    brevdue: Brevdue, term: str, size: tuple[int, int]
) -> None:
    with at_a_terminal(brevdue, term=term, size=size) as child:
        child.press("3\r\r")
        child.wait_until(lambda: "Letter 12." in child.text() and "Inbox" not in child.text())
        leave(child)
        assert QUERY.search(child.written) is None
        assert MOUSE.search(child.written) is None
        assert b"\a" not in child.written


def test_a_screen_of_its_own_is_left_as_it_was_found(brevdue: Brevdue) -> None:
    with at_a_terminal(brevdue) as child:
        leave(child)
        assert child.written.count(b"\x1b[?1049h") == child.written.count(b"\x1b[?1049l") == 1


def test_reader_mode_leaves_its_last_words_and_the_shell_goes_on_below(brevdue: Brevdue) -> None:
    with at_a_terminal(brevdue, "--reader") as child:
        child.press("k")
        child.wait_for("That is the first letter.")
        leave(child)
        lines = [line.rstrip() for line in child.lines()]
        assert "That is the first letter." in lines
        assert b"1049" not in child.written
        assert lines[child.screen.cursor.y] == ""
        assert child.screen.cursor.y > lines.index("That is the first letter.")


@pytest.mark.parametrize(
    ("words", "more"),
    [
        ((), {"TERM": "dumb"}),
        ((), {"TERM": ""}),
        (("--plain",), {"TERM": "xterm-256color"}),
        ((), {"TERM": "xterm-256color", "BREVDUE_PLAIN": "1"}),
        ((), {"TERM": "xterm-256color", "BREVDUE_LOOK": "plain"}),
        (("--reader",), {"TERM": "dumb"}),
    ],
)
def test_where_plain_lines_are_asked_for_or_needed_not_one_escape_is_sent(
    brevdue: Brevdue, words: tuple[str, ...], more: dict[str, str]
) -> None:
    terminal = Terminal(brevdue, *words, columns=80, rows=24, **more)
    greeting = terminal.read_until("\n> ")
    assert "Bylderup Kommune." in greeting
    assert "\x1b" not in greeting
    assert "\x1b" not in terminal.type("2")
    terminal.press(b"q\n")
    assert terminal.end() == 0


def test_through_a_pipe_it_is_plain_lines_too(brevdue: Brevdue) -> None:
    ran = brevdue("--reader", typed="2\nq\n", TERM="xterm-256color")
    assert ran.code == 0
    assert "Bylderup Kommune." in ran.out
    assert "\x1b" not in ran.out + ran.err


@pytest.mark.parametrize(
    ("words", "more", "cause"),
    [
        (("--reader",), {}, "--reader"),
        (("--look", "reader"), {}, "--look reader"),
        ((), {"BREVDUE_READER": "1"}, "BREVDUE_READER"),
        ((), {"BREVDUE_LOOK": "reader"}, "BREVDUE_LOOK"),
    ],
)
def test_reader_mode_says_once_what_switched_it_on(
    brevdue: Brevdue, words: tuple[str, ...], more: dict[str, str], cause: str
) -> None:
    with at_a_terminal(brevdue, *words, more=more) as child:
        assert child.text().startswith(f"{READER_SAYS}{cause}.")
        assert child.lines()[child.screen.cursor.y].startswith("1. Bylderup Kommune.")
        assert child.screen.cursor.x == 0
    with at_a_terminal(brevdue, *words, more=more) as child:
        assert READER_SAYS not in child.text()


def test_a_setting_switches_reader_mode_on_and_the_first_line_says_so(brevdue: Brevdue) -> None:
    assert brevdue("settings", "look", "reader").code == 0
    with at_a_terminal(brevdue) as child:
        assert child.text().startswith(f"{READER_SAYS}settings look.")
    with at_a_terminal(brevdue, "--look", "lean") as child:
        assert READER_SAYS not in child.text()
        assert child.text().startswith("Inbox.")


def test_the_first_run_says_how_to_get_help_and_reader_mode(brevdue: Brevdue) -> None:
    with at_a_terminal(brevdue) as child:
        assert "? helps, q leaves. For a screen reader: brevdue --reader" in child.text()
    with at_a_terminal(brevdue) as child:
        assert "--reader" not in child.text()


@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"BREVDUE_LOOK": "lean"}, {"TERM": "vt100"}])
def test_no_colour_is_sent_where_none_is_wanted(brevdue: Brevdue, more: dict[str, str]) -> None:
    term = more.get("TERM", "xterm-256color")
    with at_a_terminal(brevdue, term=term, more=more) as child:
        child.press("2\r\r")
        child.wait_for("letter 20.")
        child.settle()
        assert COLOUR.search(child.written) is None
    with at_a_terminal(brevdue) as child:
        assert COLOUR.search(child.written) is not None


@pytest.mark.parametrize(("look", "most"), [("default", 16), ("lean", 16), ("reader", 50)])
def test_a_step_costs_a_few_bytes_and_nothing_is_sent_while_nobody_does_anything(
    brevdue: Brevdue, look: str, most: int
) -> None:
    with at_a_terminal(brevdue, "--look", look) as child:
        child.press("jjjjj")
        child.settle()
        child.press("k")
        assert 0 < len(child.settle()) <= most
        assert child.lines()[child.screen.cursor.y].lstrip(">").startswith("5")
        assert child.read(2.0) == b""


def test_a_terminal_without_utf_8_shows_danish_letters_and_takes_them(make: Make) -> None:
    brevdue = make(
        letter(1, subject="Blåbærgrød til 5 \N{EURO SIGN}", text="Sødt \N{EM DASH} \u65e5"),
        letter(2, subject="Andet"),
    )
    with at_a_terminal(brevdue, encoding="iso-8859-1", more={"LANG": DANISH}) as child:
        assert "Blåbærgrød til 5 EUR" in child.text()
        child.press("/blåbærgrød\r")
        child.wait_for("Fundet: blåbærgrød")
        child.press("\r")
        child.wait_for("Sødt - ?")
        leave(child)
        child.written.decode("iso-8859-1").encode("iso-8859-1")


def test_a_letter_that_arrives_is_said_and_what_is_read_stays(make: Make) -> None:
    brevdue = make(letter(1))
    with at_a_terminal(brevdue) as child:
        asyncio.run(deliver(brevdue.store, letter(2)))
        child.wait_for("1 new letter.")
        assert child.lines()[1].startswith("    Bylderup Kommune      Letter 2")
        child.wait_until(lambda: child.screen.cursor.y == 2, "for the cursor on its letter")
        leave(child)


def test_a_window_that_changes_its_size_shows_the_letter_in_it(brevdue: Brevdue) -> None:
    with at_a_terminal(brevdue) as child:
        child.press("3\r\r")
        child.wait_for("letter 12.")
        for size, word in (((40, 10), "Dear"), ((20, 5), "Letter 12."), ((200, 60), "Dear")):
            child.resize(*size)
            child.wait_until(lambda: child.lines()[0].startswith("Bylderup Kom"), "for the head")
            child.wait_for(word)
        leave(child)


def test_a_terminal_that_is_closed_ends_it(brevdue: Brevdue) -> None:
    with at_a_terminal(brevdue) as child:
        child.hang_up()
        assert child.process.wait(timeout=10) is not None


def test_a_store_that_is_damaged_meanwhile_is_told_and_the_terminal_stays_whole(
    brevdue: Brevdue,
) -> None:
    store = Path(brevdue.store.removeprefix("sqlite://"))
    with at_a_terminal(brevdue) as child:
        with store.open("r+b") as file:
            file.write(os.urandom(store.stat().st_size))
        child.press("jjjjj\r")
        child.wait_for("is damaged.")
        assert "Traceback" not in child.text()
        leave(child)
