"""What comes from the terminal reaches the program; what is no drawing reaches the terminal."""

import os
import time

from tests.tui.diffing_driver.on_a_pty import Child

MOUSE_ON, MOUSE_OFF = b"\x1b[?1000;1003;1006h", b"\x1b[?1000;1003;1006l"


def ready(child: Child) -> Child:
    child.wait_for("message")
    child.settle(0.2)
    return child


KEYS = [
    (["\x1b"], "escape"),  # nothing follows it
    (["\x1b[A"], "up"),
    (["\x1b", "[B"], "down"),
    (["\x1bOP"], "f1"),
    (["\x1bx"], "alt+x"),
    (["\r"], "enter"),
    (["\x1a"], "ctrl+z"),  # as a key, not as a signal
    (["\x03"], "ctrl+c"),
    (["\x13"], "ctrl+s"),
    (["æ"], "æ"),
    (["日"], "日"),
]


def test_each_key_reaches_the_program_by_its_name() -> None:
    with ready(Child("small_app")) as child:
        for number, (pieces, key) in enumerate(KEYS, 1):
            for piece in pieces:
                child.press(piece)
            child.wait_for(f"{number}: {key} ")


def test_a_letter_whose_bytes_come_one_by_one_is_one_key() -> None:
    with ready(Child("small_app")) as child:
        for byte in "日".encode():
            os.write(child.side, bytes([byte]))
            time.sleep(0.05)
        child.wait_for("1: 日")


def test_keys_are_read_in_the_encoding_that_the_manner_names() -> None:
    with ready(Child("small_app", "encoding=iso-8859-1", encoding="iso-8859-1")) as child:
        child.press("å")
        child.wait_for("1: å ")
        assert b"\xe5" in child.written
        assert b"\xc3" not in child.written


def test_the_clipboard_and_the_bell_reach_the_terminal_as_they_are() -> None:
    with ready(Child("small_app")) as child:
        child.press("c")
        child.wait_for("1: c")
        assert b"\x1b]52;c;Y29waWVk\a" in child.written
        assert child.written.count(b"\a") == 2


def test_a_terminal_that_would_show_a_title_gets_no_clipboard() -> None:
    with ready(Child("small_app", term="vt100")) as child:
        child.press("c")
        child.wait_for("1: c")
        assert b"\x1b]" not in child.written
        assert child.written.count(b"\a") == 1


def test_a_paste_is_one_event_only_where_the_manner_asks_for_it() -> None:
    with ready(Child("small_app", "bracketed_paste=True")) as child:
        assert b"\x1b[?2004h" in child.written
        child.press("\x1b[200~two words\x1b[201~")
        child.wait_for("pasted two words")
        child.press("q")
        child.end()
        assert b"\x1b[?2004l" in child.written
    with ready(Child("small_app")) as child:
        assert b"2004" not in child.written


def test_the_mouse_is_asked_for_when_the_program_wants_it_and_given_back() -> None:
    with ready(Child("small_app", "mouse")) as child:
        assert child.written.count(MOUSE_ON) == 1
        child.press("\x1b[<0;5;4M\x1b[<0;5;4m")
        child.wait_for("clicked 4 0")
        child.press("q")
        child.end()
        assert child.written.count(MOUSE_OFF) == 1
    for term, words in (("xterm", ()), ("vt100", ("mouse",))):
        with ready(Child("small_app", *words, term=term)) as child:
            assert b"1003" not in child.written


def test_a_row_that_is_to_be_heard_again_is_sent_again() -> None:
    with ready(Child("small_app", "whole_lines=True")) as child:
        start = len(child.written)
        child.press("r")
        child.wait_for("1: r")
        child.settle(0.2)
        assert child.written[start:] == b"\n1: r\n\rmessage\x1b[H"


def test_the_manner_may_change_while_the_program_runs() -> None:
    with ready(Child("small_app")) as child:
        for keys, sent in (
            ("d", b"\n1: d\x1b[H"),
            ("e", b"\n2: e\x1b[H"),
            ("w", None),
            ("w", None),
        ):
            start = len(child.written)
            child.press(keys)
            child.settle(0.3)
            if sent:
                assert child.written[start:] == sent
        start = len(child.written)
        child.press("w")  # the fifth: a single digit changes, and the whole row is sent
        child.wait_for("5: w")
        assert child.written[start:] == b"\n5: w\x1b[H"
