"""A letter's whole way by the real commands: a MeMo file, delivered, listed, read, moved on."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[2]
ALMA = "0101800000"

MEMO = """<?xml version="1.0" encoding="UTF-8"?>
<memo:Message xmlns:memo="https://DigitalPost.dk/MeMo-1" memoVersion="1.2">
  <memo:MessageHeader>
    <memo:messageType>DIGITALPOST</memo:messageType>
    <memo:messageUUID>{uuid}</memo:messageUUID>
    <memo:label>{label}</memo:label>
    <memo:reply>true</memo:reply>
    <memo:replyByDateTime>2099-12-15T11:00:00Z</memo:replyByDateTime>
    <memo:legalNotification>{legal}</memo:legalNotification>
    <memo:Sender>
      <memo:senderID>29189846</memo:senderID>
      <memo:idType>CVR</memo:idType>
      <memo:label>Bylderup Kommune</memo:label>
    </memo:Sender>
    <memo:Recipient>
      <memo:recipientID>0101800000</memo:recipientID>
      <memo:idType>CPR</memo:idType>
    </memo:Recipient>
  </memo:MessageHeader>
  <memo:MessageBody>
    <memo:createdDateTime>2026-05-03T12:00:00Z</memo:createdDateTime>
    <memo:MainDocument>
      <memo:File>
        <memo:encodingFormat>text/plain</memo:encodingFormat>
        <memo:filename>afgoerelse.txt</memo:filename>
        <memo:language>da</memo:language>
        <memo:content>RHUgZsOlciAxLjIzNCw1MCBrci4gb20gbcOlbmVkZW4u</memo:content>
      </memo:File>
    </memo:MainDocument>
  </memo:MessageBody>
</memo:Message>
"""
TEXT = "Du får 1.234,50 kr. om måneden."
UUID = "11111111-2222-4333-8444-55555555555{}"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a command of ours: `run("brevdue", "list", store="second")`."""

    def run_command(
        command: str, *words: object, store: str = "first", typed: str = ""
    ) -> "subprocess.CompletedProcess[str]":
        module = {"brevdue": "mailbox_tui", "brevdue-post": "post_office"}[command]
        environment = {
            **os.environ,
            "BREVDUE_STORE": f"sqlite://{tmp_path}/{store}/mailbox.db",
            "PYTHONPATH": str(PROJECT),
        }
        return subprocess.run(
            [sys.executable, "-m", module, *map(str, words)],
            env=environment,
            input=typed,
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )

    return run_command


def answer(ran: "subprocess.CompletedProcess[str]") -> Any:
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """Two MeMo files: a decision, and a legal notice."""
    folder = tmp_path / "letters"
    folder.mkdir()
    for number, (label, legal) in enumerate([("Boligstøtte", "false"), ("Stævning", "true")], 1):
        memo = MEMO.format(uuid=UUID.format(number), label=label, legal=legal)
        (folder / f"{number}.xml").write_text(memo, "utf-8")
    return folder


def test_from_a_memo_file_to_the_reader_and_on_to_another_store(
    run: Run, letters: Path, tmp_path: Path
) -> None:
    refused = run("brevdue-post", "deliver", letters)
    assert refused.returncode != 0
    run("brevdue-post", "register", ALMA, "--name", "Alma Demo")
    run("brevdue-post", "register", "--authority", "29189846", "--name", "Bylderup Kommune")
    delivered = answer(run("brevdue-post", "deliver", letters, "--json"))
    assert delivered["counts"]["STORED"] == 2

    listed = {letter["subject"]: letter for letter in answer(run("brevdue", "list", "--json"))}
    decision, notice = listed["Boligstøtte"], listed["Stævning"]
    assert decision["sender"] == "Bylderup Kommune"
    assert decision["sender_verified"] is True
    assert decision["unread"] is True
    assert decision["reply_by"] == "2099-12-15T11:00:00Z"
    assert (decision["legal_notice"], notice["legal_notice"]) == (False, True)

    read = answer(run("brevdue", "read", decision["id"], "--json"))
    assert TEXT in read["text"]
    assert read["documents"][0]["size"] == len(TEXT.encode())
    run("brevdue", "flag", decision["id"])
    run("brevdue", "note", decision["id"], "Ring på mandag")
    run("brevdue", "folders", "--make", "Bolig")
    run("brevdue", "move", decision["id"], "Bolig")

    exported = tmp_path / "exported"
    assert run("brevdue", "export", exported).returncode == 0
    assert run("brevdue", "import", exported, store="second").returncode == 0
    again = run("brevdue", "import", exported, store="second")
    assert again.returncode == 0
    for verb in (["list", "--json"], ["list", "--json", "--folder", "Bolig"]):
        assert same(answer(run("brevdue", *verb, store="second"))) == same(
            answer(run("brevdue", *verb))
        )
    moved = answer(run("brevdue", "read", UUID.format(1), "--json", store="second"))
    assert (moved["note"], moved["text"]) == ("Ring på mandag", read["text"])
    assert moved["sender_verified"] is False  # a folder can claim anything
    assert "whole" in run("brevdue", "check", store="second").stdout


def same(letters: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out what another store may number its own way, and whom it vouches for."""
    own = {"id", "thread", "sender_verified"}
    return [{key: value for key, value in one.items() if key not in own} for one in letters]


def test_a_legal_notice_is_closed_to_every_command_until_the_yes(
    run: Run, letters: Path, tmp_path: Path
) -> None:
    run("brevdue-post", "deliver", letters, "--register")
    notice = UUID.format(2)
    kept = tmp_path / "kept"
    kept.mkdir()
    attempts = [
        run("brevdue", "read", notice),
        run("brevdue", "read", notice, "--json"),
        run("brevdue", "read", notice, typed="no\n"),
        run("brevdue", "save", notice, "--to", kept),
        run("brevdue", "unread", notice, "--off"),
    ]
    assert [ran.returncode for ran in attempts] == [3] * len(attempts)
    shown = [ran.stdout + ran.stderr for ran in attempts]
    shown += [
        run("brevdue", *verb).stdout
        for verb in (["list"], ["list", "--json"], ["search", "måneden"], ["deadlines"], ["log"])
    ]
    decision_too = [text for text in shown if "1.234,50" in text]
    assert len(decision_too) <= 1  # the search shows the words of the other letter alone
    assert "måneden" not in run("brevdue", "search", "Stævning").stdout
    assert list(kept.iterdir()) == []

    opened = run("brevdue", "read", notice, typed="yes\n")
    assert opened.returncode == 0
    assert TEXT in opened.stdout
    assert TEXT in run("brevdue", "read", notice).stdout  # and it is not asked again
    log = run("brevdue", "log", "--json").stdout
    for name in ("LEGAL_NOTICE_ASKED", "LEGAL_NOTICE_DECLINED", "MESSAGE_LEGALLY_NOTIFIED"):
        assert name in log
