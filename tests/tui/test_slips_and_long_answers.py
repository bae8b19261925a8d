"""What people do by mistake, and answers longer than the screen."""

import json
import os
import subprocess
import sys

from tests.tui.conftest import Make
from tests.tui.letters import letter
from tests.tui.running import Brevdue, Terminal


def test_an_answer_longer_than_the_screen_comes_by_the_page(brevdue: Brevdue) -> None:
    terminal = Terminal(brevdue, rows=10)
    terminal.read_until("\n> ")
    first = terminal.type("?")
    assert first.count("\n") <= 10
    assert "Page 1 of" in first
    assert "Page 2 of" in terminal.type("")
    assert "Page" not in terminal.type("f 3")  # another answer ends the long one
    terminal.press(b"q\n")
    assert terminal.end() == 0


def test_folders_are_made_renamed_and_removed_in_line_mode(brevdue: Brevdue) -> None:
    said = brevdue(
        typed='folders make "Home and rent"\nmove 3 Home and rent\nundo\n'
        "folders rename Home and rent\nHouse\nfolders remove House\nfolders make  \nq\n"
    ).out
    assert "Folder Home and rent made." in said
    assert "Folder renamed." in said
    assert "Folder removed." in said
    assert "Type folders alone" in said


def test_moving_into_a_folder_that_is_not_there_offers_to_make_it(brevdue: Brevdue) -> None:
    assert "Nothing was moved." in brevdue(typed="move 3 Taxes\nno\nq\n").out
    assert "Type yes to make it." in brevdue(typed="move 3 Taxes\nyes\nq\n").out
    assert "Taxes" in brevdue("folders").out


def test_only_one_letter_is_opened_and_several_are_refused(brevdue: Brevdue) -> None:
    assert "one letter at a time" in brevdue(typed="read 3 4\nq\n").out
    assert brevdue("list", "--json").out.count('"unread": true') >= 10


def test_arrow_keys_typed_by_mistake_are_answered_and_do_nothing(brevdue: Brevdue) -> None:
    terminal = Terminal(brevdue)
    terminal.read_until("\n> ")
    assert "Arrow keys do nothing here." in terminal.type("\x1b[A\x1b[B")
    terminal.press(b"q\n")
    assert terminal.end() == 0


def test_a_note_is_taken_off_and_given_as_json(brevdue: Brevdue) -> None:
    said = brevdue(typed="note 3 Ring på mandag\nremovenote 3\nundo\nq\n").out
    assert "Noted." in said
    assert json.loads(brevdue("note", "3", "--json").out)["note"] == "Ring på mandag"


def test_streams_closed_beforehand_never_become_the_store(brevdue: Brevdue) -> None:
    for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        ran = subprocess.run(
            ["/bin/sh", "-c", f'exec "$0" -m mailbox_tui flag 3 {closed}', sys.executable],
            env=brevdue.environment({}),
            capture_output=True,
            timeout=20,
            check=False,
        )
        assert ran.returncode == 0, closed
        assert b"Traceback" not in ran.stderr
    assert "Everything is whole." in brevdue("check").out


def test_a_number_that_is_none_is_told_in_words(brevdue: Brevdue) -> None:
    for words in (["list", "--limit", "0"], ["list", "--limit", "many"]):
        ran = brevdue(*words)
        assert ran.code == 2
        assert "a number from 1 to 100000" in ran.err


def test_a_wrong_setting_names_what_it_may_be(brevdue: Brevdue) -> None:
    said = brevdue("settings", "language", "klingon")
    assert said.code == 2
    assert "must be one of da, en" in said.err
    assert "from 1 to 1000" in brevdue("settings", "lines_per_page", "0").err
    assert "Did you mean language?" in brevdue("settings", "languages", "da").err


def test_a_full_disk_on_stdout_is_told_and_is_no_traceback(make: Make) -> None:
    brevdue = make(letter(1))
    with open(os.devnull, "rb") as nothing, open("/dev/full", "wb") as full:  # noqa: PTH123
        ran = subprocess.run(
            [sys.executable, "-m", "mailbox_tui", "list"],
            stdin=nothing,
            stdout=full,
            stderr=subprocess.PIPE,
            env=brevdue.environment({}),
            timeout=20,
            check=False,
        )
    assert ran.returncode == 1
    assert b"Traceback" not in ran.stderr
    assert ran.stderr.strip()


def test_input_that_ends_at_a_question_is_a_no_and_leaves(brevdue: Brevdue) -> None:
    ran = brevdue(typed="1\n")
    assert ran.code == 0
    assert "Not opened." in ran.out
    assert "SECRETWORD" not in ran.out


def test_after_deleting_for_good_there_is_nothing_left_to_undo(brevdue: Brevdue) -> None:
    third = json.loads(brevdue("list", "--json").out)[2]["id"]
    brevdue("bin", third)
    assert brevdue("delete", third, "--yes").code == 0
    undone = brevdue("undo")
    assert undone.code == 1
    assert "0 letters" not in undone.out + undone.err


def test_a_backup_answers_as_json(brevdue: Brevdue) -> None:
    target = brevdue.home / "copy.db"
    assert json.loads(brevdue("backup", str(target), "--json").out) == {"backup": str(target)}
