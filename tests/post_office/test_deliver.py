"""The operator's command in a child process: register, deliver, and what is said."""

import json
import sqlite3
from pathlib import Path

from tests.post_office.conftest import Run
from tests.post_office.making import ANNE, BENT, KOMMUNE, lzma_alone, mail, memo, tar_of, uuid_named


def letters_in_store(store_file: Path) -> int:
    with sqlite3.connect(store_file) as db:
        return int(db.execute("SELECT count(*) FROM letter").fetchone()[0])


def test_a_bundle_is_delivered_to_those_who_are_registered(
    run: Run, tmp_path: Path, store_file: Path
) -> None:
    members = [("a.xml", memo(name="a")), ("b.xml", memo(to=BENT)), ("c.xml", memo(name="c"))]
    (tmp_path / "post.tar.lzma").write_bytes(lzma_alone(tar_of(members)))
    assert run("register", "010180-0001", "--name", "Anne Prøve").returncode == 0
    delivered = run("deliver", tmp_path / "post.tar.lzma")
    assert delivered.returncode == 1
    lines = delivered.stdout.splitlines()
    assert lines[0].endswith("post.tar.lzma/a.xml: stored.")
    assert "020280-**** has no mailbox here" in lines[1]
    assert lines[3] == "2 letters stored. 1 refused."
    assert letters_in_store(store_file) == 2
    again = run("deliver", tmp_path / "post.tar.lzma", "--register")
    assert again.returncode == 0
    assert again.stdout.splitlines()[-1] == "1 letter stored. 2 letters were here already."


def test_json_is_one_object_with_letters_and_counts(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(memo(name="a"))
    (tmp_path / f"{ANNE}.xml").write_bytes(memo()[:400])
    delivered = run("deliver", tmp_path / "a.xml", tmp_path / f"{ANNE}.xml", "--register", "--json")
    said = json.loads(delivered.stdout)
    assert said["counts"]["STORED"] == said["counts"]["REFUSED"] == 1
    assert said["letters"][0]["uuid"] == uuid_named("a")
    assert said["letters"][1]["error"]["code"] == "xml-broken"
    assert ANNE not in delivered.stdout


def test_mail_and_files_name_no_number_and_are_not_delivered(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(mail())
    (tmp_path / "b.txt").write_bytes("Kære Anne\n".encode())
    run("register", ANNE)
    delivered = run("deliver", tmp_path / "a.eml", tmp_path / "b.txt")
    assert delivered.returncode == 1
    assert delivered.stdout.count("names no recipient number") == 2


def test_a_closed_mailbox_gets_nothing_and_register_does_not_open_it(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.xml").write_bytes(memo())
    run("register", ANNE)
    assert "closed" in run("unregister", ANNE).stdout
    delivered = run("deliver", tmp_path / "a.xml", "--register")
    assert delivered.returncode == 1
    assert "The mailbox of 010180-**** is closed." in delivered.stdout
    run("register", ANNE)
    assert run("deliver", tmp_path / "a.xml").returncode == 0


def test_an_exempt_mailbox_gets_mandatory_letters_only(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(memo())
    mandatory = memo(more="<memo:mandatory>true</memo:mandatory>")
    (tmp_path / "b.xml").write_bytes(mandatory)
    assert "exempt" in run("register", ANNE, "--exempt").stdout
    assert run("deliver", tmp_path / "a.xml").returncode == 1
    assert run("deliver", tmp_path / "b.xml").returncode == 0


def test_a_letter_held_back_is_told_as_held_and_released_later(
    run: Run, tmp_path: Path, store_file: Path
) -> None:
    held = "<memo:doNotDeliverUntilDate>2999-01-01</memo:doNotDeliverUntilDate>"
    (tmp_path / "a.xml").write_bytes(memo(more=held))
    delivered = run("deliver", tmp_path / "a.xml", "--register")
    assert "shown from the date its sender chose" in delivered.stdout
    assert delivered.stdout.splitlines()[-1] == "0 letters stored. 1 letter held until its date."


def test_the_register_is_shown_masked_unless_asked(run: Run) -> None:
    run("register", ANNE, "--name", "Anne \x1b[31mPrøve")
    run("register", "--authority", KOMMUNE, "--name", "Prøve Kommune")
    said = run("registered")
    assert "010180-****" in said.stdout
    assert ANNE not in said.stdout
    assert "\x1b" not in said.stdout
    assert "12345678. Prøve Kommune. Authority." in said.stdout
    full = json.loads(run("registered", "--json", "--full").stdout)
    assert full["mailboxes"][0]["number"] == ANNE
    assert full["authorities"] == [{"number": KOMMUNE, "name": "Prøve Kommune"}]
    run("unregister", "--authority", KOMMUNE)
    assert json.loads(run("registered", "--json").stdout)["authorities"] == []


def test_a_wrong_use_says_what_to_do_and_exits_2(run: Run) -> None:
    for arguments in (["register", "12"], ["register"], ["register", ANNE, "--authority", KOMMUNE]):
        said = run(*arguments)
        assert said.returncode == 2
        assert said.stderr
        assert "Traceback" not in said.stderr
    assert run("register", "--authority", ANNE).returncode == 2


def test_a_missing_store_is_told_and_not_made(run: Run, tmp_path: Path, store_file: Path) -> None:
    (tmp_path / "a.xml").write_bytes(memo())
    said = run("deliver", tmp_path / "a.xml")
    assert said.returncode == 1
    assert "There is no mailbox at" in said.stderr
    assert not store_file.exists()


def test_no_control_byte_and_no_number_reaches_the_terminal(run: Run, tmp_path: Path) -> None:
    name = f"brev\x1b[2J\u202e{ANNE}\n.xml"
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_bytes(memo(subject=f"CPR {ANNE} hemmelig")[:-20])
    run("register", ANNE)
    said = run("deliver", tmp_path / "in")
    shown = said.stdout + said.stderr
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert ANNE not in shown
    assert "hemmelig" not in shown
    assert len(said.stdout.splitlines()) == 2
