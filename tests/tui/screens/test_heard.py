"""What a real screen reader says of the screens (yasr, where it is installed)."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mailbox_store.model.party import IdType, Party
from tests.tui.letters import letter, store_with
from tests.tui.running import Brevdue
from tests.tui.screens.hearing import Listener, is_installed, words

pytestmark = [
    pytest.mark.skipif(not is_installed(), reason="yasr, the screen reader, is not installed"),
    pytest.mark.slow,
    pytest.mark.timeout(90),
]
OFFICES = ("Skattestyrelsen", "Bylderup Kommune", "Politiet")
ROW = {
    1: "1. Bylderup Kommune. Sag 10. Unread. 24 October.",
    2: "2. Skattestyrelsen. Sag 9. Unread. 23 October.",
    3: "3. Politiet. Sag 8. Unread. 22 October.",
    4: "4. Bylderup Kommune. Sag 7. Unread. 21 October.",
}
READ = {2: ROW[2].replace(" Unread.", "")}
LETTER = [
    "Skattestyrelsen. Sag 9.",
    "Sender not verified. Received 23 October.",
    "Kære Anna",
    "Dette er brev 9.",
]


@pytest.fixture
def brevdue(tmp_path: Path) -> Brevdue:
    """Give the command over ten letters of three offices."""
    senders = [Party(id_type=IdType.CVR, number="12345678", name=name) for name in OFFICES]
    letters = [
        letter(
            n, sender=senders[n % 3], subject=f"Sag {n}", text=f"Kære Anna\n\nDette er brev {n}."
        )
        for n in range(1, 11)
    ]
    return Brevdue(home=tmp_path, store=store_with(tmp_path / "ten.db", letters))


@pytest.fixture
def listener(brevdue: Brevdue, tmp_path: Path) -> Iterator[Listener]:
    """Somebody who hears reader mode, and has heard the first start."""
    yield from listen(brevdue, tmp_path, "--reader")


@pytest.fixture
def default_listener(brevdue: Brevdue, tmp_path: Path) -> Iterator[Listener]:
    """Somebody who hears the default look."""
    yield from listen(brevdue, tmp_path, "--look", "default")


def listen(brevdue: Brevdue, folder: Path, *options: str) -> Iterator[Listener]:
    """Hear the screens in a look."""
    command = [sys.executable, "-m", "mailbox_tui", *options]
    listening = Listener(command, brevdue.environment({}), folder)
    yield listening
    listening.end()


def test_the_start_says_what_switched_it_on_how_things_stand_and_the_first_row(
    listener: Listener,
) -> None:
    assert " ".join(listener.hear_start()) == (
        f"Reader mode, because of --reader. Inbox. 10 unread of 10. ? for help. {ROW[1]}"
    )


def test_each_move_says_the_new_row_once_and_nothing_else(listener: Listener) -> None:
    listener.hear_start()
    for key, row in (("\x1b[B", 2), ("\x1b[B", 3), ("\x1b[A", 2), ("j", 3), ("n", 4), ("k", 3),
                     ("p", 2)):  # fmt: skip
        assert listener.press(key) == [ROW[row]]


def test_a_row_gone_back_to_costs_a_few_bytes(listener: Listener) -> None:
    listener.hear_start()
    listener.press("j")
    listener.press("j")
    for key in "kkjj":
        before = len(listener.sent)
        listener.press(key)
        assert len(listener.sent) - before <= 50


def test_the_ten_letter_task_takes_no_more_words_than_it_has_to(listener: Listener) -> None:
    heard = words(listener.hear_start())
    useful = words(["10 unread of 10.", ROW[1]])
    for key, wanted in (("j", [ROW[2]]), ("j", [ROW[3]]), ("k", [ROW[2]]), ("\r", LETTER),
                        ("q", [READ[2]])):  # fmt: skip
        said = listener.press(key)
        assert said == wanted
        heard += words(said)
        useful += words(wanted)
    assert len(heard) <= 1.3 * len(useful)


def test_a_result_is_said_before_the_row_and_said_again_when_it_is_the_same(
    listener: Listener,
) -> None:
    listener.hear_start()
    assert listener.press("a") == ["Archived. u undoes it.", ROW[2]]
    assert listener.press("u") == [
        "Undone: the letter is out of Archive again. Bylderup Kommune. Sag 10."
    ]
    assert listener.press("k") == [ROW[1]]
    assert listener.press("k") == ["That is the first letter."]
    assert listener.press("k") == ["That is the first letter."]


def test_nothing_is_said_or_sent_while_nobody_does_anything(listener: Listener) -> None:
    listener.hear_start()
    before = len(listener.sent)
    assert listener.idle(4) == []
    assert len(listener.sent) == before


def test_a_new_letter_is_said_and_the_cursor_stays(listener: Listener, brevdue: Brevdue) -> None:
    listener.hear_start()
    listener.press("j")
    store_with(brevdue.home / "ten.db", [letter(30, subject="Nyt")])
    said = listener.idle(2)
    assert any("new letter" in line for line in said)
    assert listener.line_at_cursor().startswith("2. Skattestyrelsen")


def test_the_default_look_says_the_row_at_each_move_too(default_listener: Listener) -> None:
    start = default_listener.hear_start()
    for key, row in (("\x1b[B", "2 Skattestyrelsen Sag 9 unread 23 Oct"),
                     ("j", "3 Politiet Sag 8 unread 22 Oct"),
                     ("\x1b[A", "2 Skattestyrelsen Sag 9 unread 23 Oct")):  # fmt: skip
        said = words(default_listener.press(key))
        assert said[-len(row.split()) :] == row.casefold().split()
        assert len(said) <= 2 * len(row.split())
    assert "10 unread of 10" in " ".join(start)


@pytest.fixture
def reading(tmp_path: Path) -> Iterator[Listener]:
    """Somebody who hears reader mode over one letter with sections."""
    text = (
        "Kære Anna\n\nDet får du\n\nDu får penge.\nDe kommer snart.\n\n"
        "Sådan klager du\n\nSkriv til os.\n\nVenlig hilsen"
    )
    store = store_with(tmp_path / "one.db", [letter(1, subject="Sag", text=text)])
    yield from listen(Brevdue(home=tmp_path, store=store), tmp_path, "--reader")


def test_each_line_of_a_letter_is_said_once(reading: Listener) -> None:
    reading.hear_start()
    whole = reading.press("\r")
    assert whole[0] == "Bylderup Kommune. Sag."
    lines = ["Kære Anna", "Det får du", "Du får penge.", "De kommer snart.", "Sådan klager du"]
    assert whole[-len(lines) - 2 : -2] == lines
    reading.press("j")
    for down in ("\x1b[B", "j"):
        for line in lines:
            assert reading.press(down) == [line]
        for line in reversed(lines[:-1]):
            assert reading.press("\x1b[A" if down != "j" else "k") == [line]
        reading.press("k")


def test_a_jump_in_a_letter_says_where_it_has_led(reading: Listener) -> None:
    reading.hear_start()
    reading.press("\r")
    assert reading.press("h") == ["Heading.", "Det får du"]
    assert reading.press("h") == ["Heading.", "Sådan klager du"]
    assert reading.press("h") == ["There is no heading further on."]
    assert reading.press("H") == ["Heading.", "Det får du"]
    assert reading.press("\x1b[F") == ["Venlig hilsen"]
    assert reading.press("\x1b[H") == ["Bylderup Kommune. Sag."]


def test_a_heading_that_is_chosen_is_said_and_what_follows_it(reading: Listener) -> None:
    reading.hear_start()
    reading.press("\r")
    reading.press(":headings\r")
    assert reading.press("j") == ["Sådan klager du."]
    assert reading.press("\r") == ["Sådan klager du", "Skriv til os.", "Venlig hilsen"]


@pytest.fixture
def long_rows(tmp_path: Path) -> Iterator[Listener]:
    """Somebody who hears reader mode over rows that take two lines each."""
    subject = "Afgørelse om tilskud til din nye bolig og om det, du skal betale selv"
    letters = [letter(n, subject=f"{subject}, del {n}") for n in range(1, 5)]
    store = store_with(tmp_path / "long.db", letters)
    yield from listen(Brevdue(home=tmp_path, store=store), tmp_path, "--reader")


def test_a_row_of_two_lines_is_said_whole_and_once(long_rows: Listener) -> None:
    first = long_rows.hear_start()
    rows = {4: " ".join(first).partition("? for help. ")[2]}
    for number, key in ((3, "j"), (2, "\x1b[B"), (3, "k"), (4, "\x1b[A"), (3, "\x1b[B"), (2, "j")):
        said = " ".join(long_rows.press(key))
        assert said == rows.setdefault(number, said)
        assert said.startswith(f"{5 - number}. Bylderup Kommune. Afgørelse om tilskud")
        assert said.count(f"del {number}.") == 1
