"""Every verb through a real child process."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.tui.conftest import Make
from tests.tui.letters import letter
from tests.tui.running import Brevdue

FIELDS = {
    "id", "number", "uuid", "sender", "sender_number", "sender_verified", "subject", "received",
    "unread", "flagged", "folder", "reply_by", "appointment", "legal_notice", "documents",
    "thread", "conflict",
}  # fmt: skip


def test_list_says_one_letter_a_line_and_how_many_there_are(brevdue: Brevdue) -> None:
    lines = brevdue("list").out.splitlines()
    assert len(lines) == 11
    assert lines[0].startswith("1. Bylderup Kommune. Summons. Legal notice, not opened.")
    assert lines[2] == "3. Bylderup Kommune. Letter 12. Unread. 26 October."
    assert lines[-1] == "10 of 14."


def test_list_as_json_has_every_field_that_scripts_rely_on(brevdue: Brevdue) -> None:
    letters = json.loads(brevdue("list", "--json", "--limit", "2").out)
    assert set(letters[0]) >= FIELDS
    assert letters[1]["number"] == 2
    assert letters[1]["id"] == "L13"
    assert letters[1]["received"] == "2026-11-03T10:00:00Z"
    assert letters[1]["folder"] == "INBOX"
    assert letters[1]["documents"] == 1
    assert letters[0]["legal_notice"] is True


def test_more_goes_on_with_the_next_numbers(brevdue: Brevdue) -> None:
    brevdue("list")
    lines = brevdue("list", "--more").out.splitlines()
    assert lines[0].startswith("11. Bylderup Kommune. Letter 4.")
    assert lines[-1] == "11 to 14 of 14."
    ended = brevdue("list", "--more")
    assert (ended.code, ended.err) == (0, "The list ended there.\n")


def test_a_number_means_the_list_last_printed_and_goes_on_beyond_it(brevdue: Brevdue) -> None:
    brevdue("list", "--limit", "3")
    assert "This is letter 12." in brevdue("read", "3").out
    assert "This is letter 10." in brevdue("read", "5").out
    assert "There is no letter 15" in brevdue("read", "15").err


def test_numbers_stay_when_a_letter_is_filed_between_two_commands(brevdue: Brevdue) -> None:
    brevdue("list")
    assert brevdue("archive", "3").out == "Archived.\n"
    assert "This is letter 11." in brevdue("read", "4").out


def test_ids_and_uuids_work_where_a_number_does(brevdue: Brevdue) -> None:
    uuid = json.loads(brevdue("read", "L5", "--json").out)["uuid"]
    assert "This is letter 5." in brevdue("read", uuid).out


def test_read_as_json_has_text_and_documents(brevdue: Brevdue) -> None:
    brevdue("list")
    letter = json.loads(brevdue("read", "3", "--json").out)
    assert set(letter) >= FIELDS | {"text", "documents", "actions", "warnings", "note"}
    [document] = letter["documents"]
    assert document["type"] == "text/plain"
    assert document["size"] == len(letter["text"])
    assert len(document["sha256"]) == 64
    assert letter["unread"] is False


def test_a_legal_notice_opens_only_after_a_yes(brevdue: Brevdue) -> None:
    for answer in ("", "no\n", "y\n", "yes please\n"):
        ran = brevdue("read", "1", typed=answer)
        assert ran.code == 3
        assert ran.out == ""
        assert "Type yes to open it." in ran.err
    assert brevdue("save", "1", "--to", str(brevdue.home), typed="no\n").code == 3
    assert "SECRETWORD" in brevdue("read", "1", typed="yes\n").out
    assert "SECRETWORD" in brevdue("read", "1").out


def test_a_legal_notice_shows_nothing_before_the_yes(brevdue: Brevdue) -> None:
    for words in (["list", "--json"], ["search", "SECRETWORD"], ["thread", "1"], ["log"]):
        assert "SECRETWORD." not in brevdue(*words).out
    assert brevdue("unread", "1", "--off").code == 3


def test_filing_is_undone_by_another_process(brevdue: Brevdue) -> None:
    brevdue("list")
    assert brevdue("bin", "3-5").out == "3 letters moved to the bin.\n"
    assert "Bin. 3 letters." in brevdue("folders").out
    assert brevdue("undo").out == "Undone: 3 letters are out of the bin again.\n"
    assert "Bin. 0 letters." in brevdue("folders").out
    nothing = brevdue("undo")
    assert (nothing.code, nothing.err) == (1, "There is nothing to undo.\n")


def test_only_what_lies_in_the_bin_is_deleted_and_only_after_a_yes(brevdue: Brevdue) -> None:
    assert brevdue("delete", "L3", "--yes").code == 1
    brevdue("bin", "L3")
    assert brevdue("delete", "L3", typed="no\n").code == 3
    assert brevdue("delete", "L3", typed="yes\n").out == "Deleted for good.\n"
    assert brevdue("read", "L3").code == 1


def test_flag_unread_note_move_and_restore(brevdue: Brevdue) -> None:
    assert brevdue("folders", "--make", "Home").out == "Folder Home made.\n"
    assert brevdue("move", "L3", "L4", "Home").out == "2 letters moved to Home.\n"
    assert brevdue("flag", "L3").code == 0
    [flagged] = json.loads(brevdue("list", "--flagged", "--folder", "home", "--json").out)
    assert (flagged["id"], flagged["folder"]) == ("L3", "Home")
    assert brevdue("flag", "L3", "--off").out == "Flag taken off.\n"
    assert brevdue("unread", "L3", "--off").out == "Marked as read.\n"
    assert brevdue("note", "L3", "ring", "them").out == "Noted.\n"
    assert brevdue("note", "L3").out == "ring them\n"
    brevdue("bin", "L4")
    assert brevdue("restore", "L4").out == "Back in the inbox.\n"
    assert brevdue("folders", "--remove", "Home").code == 1
    assert brevdue("folders", "--remove", "Inbox").code == 3


def test_search_thread_deadlines_and_log_answer(brevdue: Brevdue) -> None:
    assert brevdue("search", "letter", "--limit", "1").out.startswith("1. Bylderup Kommune.")
    assert brevdue("search", "tordenskrald").out == "Nothing found for tordenskrald.\n"
    assert brevdue("thread", "L3").out.startswith("1. Bylderup Kommune. Letter 3.")
    assert "Answer by" in brevdue("deadlines").out
    [due] = json.loads(brevdue("deadlines", "--json").out)
    assert (due["kind"], due["id"]) == ("REPLY", "L13")
    brevdue("read", "L3")
    assert brevdue("log").out.startswith("Letter opened. L3. By the mailbox's owner, 010180-****.")


def test_status_is_one_line_or_none(brevdue: Brevdue) -> None:
    first = brevdue("status").out
    assert first.startswith("14 unread. 1 answer due by ")
    assert first.count("\n") == 1
    brevdue("bin", *(f"L{n}" for n in range(1, 15)))
    empty = brevdue("status")
    assert (empty.code, empty.out, empty.err) == (0, "", "")


def test_save_never_writes_over_a_file(brevdue: Brevdue) -> None:
    folder = brevdue.home / "saved"
    folder.mkdir()
    for _ in range(2):
        assert brevdue("save", "L3", "--to", str(folder)).out.startswith("Saved ")
    assert sorted(path.name for path in folder.iterdir()) == ["letter (2).txt", "letter.txt"]
    assert (folder / "letter.txt").stat().st_mode & 0o777 == 0o600


def test_backup_check_and_restore(brevdue: Brevdue) -> None:
    copy = str(brevdue.home / "copy.db")
    assert brevdue("backup", copy).code == 0
    assert "Everything is whole." in brevdue("check").out
    brevdue("bin", "L3")
    assert brevdue("restore-backup", copy).code == 3
    assert brevdue("restore-backup", copy, "--replace").code == 0
    assert "Bin. 0 letters." in brevdue("folders").out


def test_export_and_import_make_an_equal_mailbox(make: Make, tmp_path: Path) -> None:
    brevdue = make()
    bare = tmp_path / "Offer.txt"
    bare.write_text("Dear Anna,\n\nHere is our offer.\n")
    assert brevdue("import", str(bare)).code == 0
    own = json.loads(brevdue("search", "offer", "--json").out)[0]["id"]
    for deed in (["flag", own], ["note", own, "good"], ["folders", "--make", "Home"]):
        brevdue(*deed)
    brevdue("move", own, "Home")
    assert brevdue("export", str(tmp_path / "out")).out.startswith("1 letter written to ")
    assert brevdue("export", str(tmp_path / "out")).code == 1
    other_store = Brevdue(home=tmp_path, store=f"sqlite://{tmp_path}/other/mailbox.db")
    for last in ("1 letter stored.", "0 letters stored. 1 letter was here already."):
        assert other_store("import", str(tmp_path / "out")).out.splitlines()[-1] == last
    [letter] = json.loads(other_store("list", "--folder", "Home", "--json").out)
    assert (letter["subject"], letter["flagged"]) == ("Offer", True)
    assert other_store("note", letter["id"]).out == "good\n"
    changed = next((tmp_path / "out" / "letters").iterdir())
    changed.write_text("something else")
    third = Brevdue(home=tmp_path, store=f"sqlite://{tmp_path}/third/mailbox.db")
    refused = third("import", str(tmp_path / "out"))
    assert refused.code == 1
    assert "its content was changed" in refused.out


def test_settings_mailboxes_doctor_and_completion_answer(brevdue: Brevdue) -> None:
    assert brevdue("settings", "letters_per_page", "3").out == "Kept.\n"
    assert brevdue("list").out.splitlines()[-1] == "3 of 14."
    wrong = brevdue("settings", "leters_per_page", "3")
    assert wrong.code == 2
    assert "Did you mean letters_per_page?" in wrong.err
    assert brevdue("mailboxes").out == "M1. Anna Prøve. 010180-****. 14 unread of 14.\n"
    assert brevdue("doctor").code == 0
    assert "brevdue" in brevdue("completion", "bash").out


def test_misuse_is_told_on_stderr_with_exit_code_2(brevdue: Brevdue) -> None:
    unknown = brevdue("serch")
    assert (unknown.code, unknown.out) == (2, "")
    assert "Did you mean search?" in unknown.err
    assert brevdue("read").code == 2
    assert brevdue("list", "--mailbox", "12").code == 2


def test_danish_words_and_the_danish_locale(brevdue: Brevdue) -> None:
    ran = brevdue("liste", "--limit", "3", LANG="da_DK.UTF-8")
    lines = ran.out.splitlines()
    assert lines[2] == "3. Bylderup Kommune. Letter 12. Ulæst. 26. oktober."
    assert lines[-1] == "3 af 14."
    assert "disse argumenter mangler" in brevdue("læs", LANG="da_DK.UTF-8").err
    assert brevdue("status", "--language", "da").out.startswith("14 ulæste. 1 svar senest ")


def test_a_terminal_without_utf_8_gets_what_it_can_show(brevdue: Brevdue) -> None:
    import subprocess
    import sys

    ran = subprocess.run(
        [sys.executable, "-m", "mailbox_tui", "mailboxes"],
        capture_output=True,
        env=brevdue.environment({"LC_ALL": "da_DK.ISO-8859-1"}),
        check=True,
    )
    assert "Anna Prøve".encode("latin-1") in ran.stdout


def test_a_number_after_an_empty_list_means_the_inbox(make: Make) -> None:
    brevdue = make()
    assert "No letters" in brevdue("list").out
    taken = make(letter(1, subject="The first"))
    assert "The first" in taken("read", "1").out


def test_a_deadline_at_danish_midnight_is_still_due_on_its_own_day(make: Make) -> None:
    midnight = datetime.now(ZoneInfo("Europe/Copenhagen")).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    brevdue = make(
        letter(1, subject="Today", reply_by=midnight),
        letter(2, subject="Yesterday", reply_by=midnight - timedelta(days=1)),
    )
    due = brevdue("deadlines").out
    assert "Today" in due
    assert "Yesterday" not in due
    assert "1 answer due by" in brevdue("status").out
