"""Line mode on a pseudo-terminal and by pipes."""

import re
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from mailbox_store.model.document import DocumentType
from mailbox_store.model.party import IdType, Party
from tests.tui.conftest import Make
from tests.tui.letters import NOW, document, letter, store_with
from tests.tui.running import Brevdue, Terminal

LONG = "\n\n".join(f"Paragraph {n} of a letter that needs several pages." for n in range(30))


def test_it_greets_lists_opens_and_goes_on(brevdue: Brevdue) -> None:
    terminal = Terminal(brevdue)
    start = terminal.read_until("\n> ")
    assert start.startswith("14 unread of 14. 1 answer due within a week. ? for help.\n1. Bylderup")
    assert start.endswith("more: 4\n> ")
    assert "This is letter 12." in terminal.type("3")
    assert "This is letter 11." in terminal.type("")
    assert "This is letter 12." in terminal.type("p")
    assert terminal.type("b").endswith("Back in the list.\n> ")
    assert "11. Bylderup Kommune. Letter 4." in terminal.type("")
    assert "1. Bylderup Kommune. Summons." in terminal.type("b")
    terminal.press(b"q\n")
    assert terminal.end() == 0


def test_a_legal_notice_asks_and_anything_but_yes_keeps_it_shut(brevdue: Brevdue) -> None:
    ran = brevdue(typed="1\narchive\n1\nyes\nq\n")
    before, _, after = ran.out.partition("Not opened.")
    assert "Type yes to open it." in before
    assert "SECRETWORD" not in before
    assert "Archived" not in ran.out
    assert "SECRETWORD" in after


def test_deeds_without_a_number_are_about_the_open_letter(brevdue: Brevdue) -> None:
    ran = brevdue(typed="a\n3\na\nu\nf 4-5\narchive everything\nq\n")
    answers = re.sub(r"(?s)> 3\n.*?> a\n", "> 3\n> a\n", ran.out)
    assert "> a\nWhich letter? Type its number too.\n" in answers
    assert "> a\nArchived. u undoes it.\n" in answers
    assert (
        "> u\nUndone: the letter is out of Archive again. Bylderup Kommune. Letter 12.\n" in answers
    )
    assert "> f 4-5\n2 letters flagged.\n" in answers
    assert "Nothing was done: “everything” is no letter." in answers


def test_numbers_stay_while_letters_leave_and_arrive(make: Make) -> None:
    brevdue = make(*(letter(n) for n in range(1, 6)))
    terminal = Terminal(brevdue)
    terminal.read_until("\n> ")
    terminal.type("d 2")
    store_with(
        brevdue.home / "store" / "mailbox.db", [letter(30, received=NOW - timedelta(days=36.5))]
    )
    told = ""
    while "1 new letter. l lists it." not in told:
        told = terminal.type("status")
    assert told.count("new letter") == 1
    assert "new letter" not in terminal.type("status")
    assert "This is letter 3." in terminal.type("3")
    terminal.type("b")
    again = terminal.type("b")
    assert "1. Bylderup Kommune. Letter 5." in again
    assert "3. Bylderup Kommune. Letter 3." in again
    assert "\n2. " not in again
    assert "Letter 30." not in again
    assert "2. Bylderup Kommune. Letter 30." in terminal.type("l")
    terminal.press(b"\x04")
    assert terminal.end() == 0


def test_pages_are_counted_once_each(make: Make) -> None:
    ran = make(letter(1, text=LONG))(typed="1\n\n\n\nq\n")
    assert re.findall(r"Page \d of \d\.", ran.out) == [
        "Page 1 of 3.",
        "Page 2 of 3.",
        "Page 3 of 3.",
    ]
    first = ran.out.split("> 1\n")[1].split("\n> ")[0].splitlines()
    assert len(first) <= 22
    assert ran.out.count("Paragraph 17 of") == 1
    assert "That was the last letter." in ran.out


def test_danish_words_and_the_change_of_language(brevdue: Brevdue) -> None:
    ran = brevdue(typed="sprog da\nlæs 3\narkiver\nfortryd\nsøg letter\nhjælp arkiver\nafslut\n")
    assert "Nu på dansk." in ran.out
    assert "Arkiveret. u fortryder." in ran.out
    assert "Fortrudt: brevet er ude af Arkiv igen." in ran.out
    assert "arkivér eller a: flyt brevet til Arkiv" in ran.out
    assert brevdue("status").out.startswith("13 ulæste.")


def test_a_slip_is_answered_with_the_nearest_word(brevdue: Brevdue) -> None:
    ran = brevdue(typed="serch\nre 3\nxyzzy\nread 99\nq\n")
    assert "I do not know “serch”. Did you mean search?" in ran.out
    assert "“re” could mean open, restore, removenote, readability, rewind, repeat." in ran.out
    assert "I do not know “xyzzy”. ? tells what to type." in ran.out
    assert "There is no letter 99." in ran.out


@pytest.mark.parametrize("columns", [40, 20])
def test_nothing_is_wider_than_the_terminal(brevdue: Brevdue, columns: int) -> None:
    terminal = Terminal(brevdue, columns=columns)
    shown = terminal.read_until("\n> ") + terminal.type("3") + terminal.type("?")
    for line in shown.splitlines():
        assert len(line) < columns or " " not in line
    terminal.press(b"q\n")
    terminal.end()


def test_no_escape_and_no_redraw_whatever_the_terminal(brevdue: Brevdue) -> None:
    for term in ("dumb", "xterm-256color", "linux"):
        terminal = Terminal(brevdue, "--plain", TERM=term)
        shown = terminal.read_until("\n> ") + terminal.type("3") + terminal.type("?")
        assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown) is None
        terminal.press(b"q\n")
        terminal.end()


def test_ctrl_c_ends_with_130(brevdue: Brevdue) -> None:
    terminal = Terminal(brevdue)
    terminal.read_until("\n> ")
    terminal.process.send_signal(signal.SIGINT)
    assert terminal.end() == 130


def test_beside_the_words_themselves_a_session_costs_almost_nothing(make: Make) -> None:
    brevdue = make(*(letter(n, text=LONG) for n in range(1, 30)))
    terminal = Terminal(brevdue, "--plain", TERM="xterm-256color")
    start, page = terminal.read_until("\n> "), terminal.type("3")
    sent = len((start + page).replace("\n", "\r\n").encode())
    bare = [line for line in start.splitlines() if line[:1].isdigit() and ". " in line]
    bare += page.splitlines()[1:-1]
    assert sent <= len("\r\n".join(bare).encode()) + 50 + len("29 unread of 29. ? for help.")
    terminal.press(b"q\n")
    terminal.end()


def test_a_hostile_letter_puts_no_control_byte_on_the_terminal(make: Make) -> None:
    evil = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202ereversed\r\nnew\x00line\u2028" + "x" * 300
    at = datetime(2026, 1, 1, tzinfo=UTC)
    brevdue = make(letter(1, subject=evil, text=evil * 40, sender=_party(evil), received=at))
    word = evil.replace("\0", "")
    rans = [brevdue(typed=f"1\n\n{word}\ndetails\ndocuments\nnote {word[:40]}\nnote\nq\n")]
    verbs = ("list", "list --json", "read 1", "read 1 --json", "read 1 --full", "log")
    rans += [brevdue(*words.split()) for words in verbs]
    rans += [brevdue("search", "owned"), brevdue("read", word), brevdue(word), brevdue("note", "1")]
    for ran in rans:
        assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]", ran.out + ran.err) is None
    assert len(brevdue("list").out.splitlines()) == 2


def test_a_terminal_that_knows_only_ascii_gets_plain_replacements(brevdue: Brevdue) -> None:
    terminal = Terminal(brevdue, "--language", "da", LC_ALL="C")
    start = terminal.read_until("\n> ")
    assert "14 ulaeste af 14." in start
    assert "Vis brevene" not in start
    assert 'Jeg kender ikke "xyzzy".' in terminal.type("xyzzy")
    terminal.press(b"q\n")
    assert terminal.end() == 0


def test_a_reader_that_leaves_early_is_no_error(brevdue: Brevdue) -> None:
    for words in (["list"], []):
        ran = subprocess.Popen(
            [sys.executable, "-m", "mailbox_tui", *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=brevdue.environment({}),
        )
        assert ran.stdout is not None
        ran.stdout.close()
        assert ran.stderr is not None
        assert ran.stderr.read() == b""
        ran.stderr.close()
        assert ran.wait() == 0


def test_several_mailboxes_are_chosen_by_number_id_or_setting(make: Make) -> None:
    brevdue = make(letter(1))
    bo = Party(id_type=IdType.CPR, number="0202800000", name="Bo")
    store_with(brevdue.home / "store" / "mailbox.db", [letter(2, recipient=bo)], owner=bo)
    which = brevdue("list")
    assert which.code == 2
    assert "brevdue mailboxes" in which.err
    assert "Letter 2." in brevdue("list", "--mailbox", "020280-0000").out
    assert "Letter 1." in brevdue("--mailbox", "M1", "list").out
    assert brevdue("list", "--mailbox", "M9").code == 1
    brevdue("settings", "mailbox", "M2")
    assert "Letter 2." in brevdue("list").out
    talk = brevdue(typed="mailboxes\nmailbox M1\nq\n")
    assert "M1. Anna Prøve. 010180-****." in talk.out
    assert "Letter 1." in talk.out.split("> mailbox M1\n")[1]


def _party(name: str) -> Party:
    return Party(id_type=IdType.CVR, number="12345678", name=name)


def test_on_a_low_terminal_no_page_is_longer_than_the_screen(make: Make) -> None:
    long = "\n\n".join(f"Paragraph {n}." for n in range(40))
    terminal = Terminal(make(*(letter(n, text=long) for n in range(1, 20))), columns=40, rows=10)
    greeting = terminal.read_until("\n> ")
    opened = terminal.type("1")
    assert "Page 1 of" in opened
    for answer in (greeting, opened, terminal.type(""), terminal.type("n")):
        assert answer.count("\n") <= 10, answer
    terminal.press(b"q\n")
    assert terminal.end() == 0


def test_every_question_is_wrapped_between_its_words(brevdue: Brevdue) -> None:
    terminal = Terminal(brevdue, columns=40)
    terminal.read_until("\n> ")
    assert all(len(line) < 40 for line in terminal.type("1").splitlines())
    terminal.press(b"no\nq\n")
    assert terminal.end() == 0


def test_back_leads_from_a_place_in_a_document_to_the_document_and_then_to_the_letter(
    make: Make,
) -> None:
    text = "Dear Anna\n\nWhat you get\n\nMoney.\n\nHow to complain\n\nWrite to us.\n"
    more = document(text, name="more.txt", label="More", type=DocumentType.ADDITIONAL)
    brevdue = make(letter(1, documents=(document("The letter itself."), more)))
    ran = brevdue(typed="1\ndocument 2\nheadings 2\nheadings 1\nb\nb\nb\nq\n")
    said = ran.out.split("> ")
    assert said[3].startswith("headings 2\nHow to complain\n")
    assert said[4].startswith("headings 1\nWhat you get\n")
    assert "Dear Anna" in said[5]
    assert "The letter itself." in said[6]
    assert "Back in the list." in said[7]


def test_after_a_notice_is_not_opened_enter_goes_on_in_the_list(brevdue: Brevdue) -> None:
    ran = brevdue(typed="2\n1\nno\n\nq\n")
    after = ran.out.partition("Not opened.")[2]
    assert "11. Bylderup Kommune. Letter 4." in after
