"""Export and import of a whole mailbox: private, unopened, proven, never past its own folder."""

import hashlib
import json
from pathlib import Path

import pytest

from mailbox_store.model.errors import NotUnderstood
from post_office.moving_in import exported_folder
from tests.tui.conftest import Make
from tests.tui.running import Brevdue


@pytest.fixture
def demo(tmp_path: Path) -> Brevdue:
    """Give the demonstration's store: every kind of letter, one an unopened legal notice."""
    brevdue = Brevdue(home=tmp_path, store="sqlite:///nowhere")
    assert brevdue("demo", "--make", str(tmp_path / "demo" / "mailbox.db")).code == 0
    return Brevdue(home=tmp_path, store=f"sqlite://{tmp_path}/demo/mailbox.db")


def facts(brevdue: Brevdue) -> list[tuple[object, ...]]:
    every = ["list", "--limit", "100", "--json"]
    letters = json.loads(brevdue(*every, "--all").out)
    letters += json.loads(brevdue(*every, "--folder", "Bin").out)
    names = (
        *("uuid", "subject", "sender", "received", "unread", "flagged", "folder", "reply_by"),
        *("appointment", "legal_notice", "legally_notified", "documents", "conflict"),
    )
    return sorted(tuple(letter[name] for name in names) for letter in letters)


@pytest.mark.timeout(90)  # every document is read again, one of them from a picture
def test_the_demonstration_moves_house_whole_and_unopened(demo: Brevdue, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert demo("export", str(out)).code == 0
    assert {path.stat().st_mode & 0o777 for path in (out, out / "letters")} == {0o700}
    assert {path.stat().st_mode & 0o777 for path in out.rglob("*") if path.is_file()} == {0o600}
    other = Brevdue(home=tmp_path, store=f"sqlite://{tmp_path}/other/mailbox.db")
    assert other("import", str(out)).code == 0
    assert facts(other) == facts(demo)
    assert other("folders").out == demo("folders").out
    assert not any(one["sender_verified"] for one in json.loads(other("list", "--json").out))
    assert "Legal notice: the question was put." not in demo("log", "--limit", "500").out


def test_an_unfinished_export_is_finished_and_not_taken_in(make: Make, tmp_path: Path) -> None:
    brevdue, out = make(), tmp_path / "out"
    brevdue("export", str(out))
    manifest = out / "manifest.json"
    manifest.write_text('{"format": "brevdue-export", "version": 1, "complete": false}')
    with pytest.raises(NotUnderstood) as refused:
        exported_folder(out)
    assert refused.value.code == "export-unfinished"
    assert brevdue("export", str(out)).code == 0
    assert exported_folder(out) is not None


def test_a_forged_manifest_reads_nothing_outside_its_folder(demo: Brevdue, tmp_path: Path) -> None:
    out = tmp_path / "out"
    demo("export", str(out))
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRETWORD")
    manifest = json.loads((out / "manifest.json").read_text())
    manifest["letters"] = manifest["letters"][:4]
    manifest["counts"]["letters"] = 4
    manifest["letters"][0]["file"] = "letters/../../secret.txt"
    link = out / manifest["letters"][1]["file"]
    link.unlink()
    link.symlink_to(secret)
    known = json.loads(demo("import", str(secret), "--json").out)["letters"][0]["uuid"]
    sha256 = hashlib.sha256(secret.read_bytes()).hexdigest()
    manifest["letters"][1] |= {"type": "text/plain", "uuid": known, "sha256": sha256}
    manifest["letters"][2]["folder"] = 7
    manifest["letters"][3]["sha256"] = sha256
    (out / "manifest.json").write_text(json.dumps(manifest))
    other = Brevdue(home=tmp_path, store=f"sqlite://{tmp_path}/other/mailbox.db")
    ran = other("import", str(out))
    assert ran.code == 1
    assert ran.out.splitlines()[-1] == "0 letters stored. 4 refused."


def test_the_demonstration_without_a_terminal_lists_and_reads(tmp_path: Path) -> None:
    ran = Brevdue(home=tmp_path, store="sqlite:///nowhere")("demo")
    assert ran.code == 0
    assert ran.out.startswith("1. ")
    assert "\n\n" in ran.out
