"""Who may import whom: the contracts of pyproject.toml hold, and each of them can be broken."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import PACKAGES, ROOT

_LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def contracts_of(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of a checkout, as `lint-imports` does."""
    command = [sys.executable, "-c", _LINT, "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Copy what the contracts are about, to be spoiled."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("_*_"))
    return tmp_path


def test_every_contract_is_kept() -> None:
    told = contracts_of(ROOT)
    assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        (
            "mailbox_store/settings.py",
            "import accessibility.wording",
            "Faces stand on the post office, on accessibility, on the store",
        ),
        (
            "mailbox_store/model/letter.py",
            "import mailbox_store.mailbox",
            "Inside the store: opening, then backends and mailbox, then rules, then model",
        ),
        (
            "accessibility/wording.py",
            "import mailbox_store.repository",
            "Accessibility knows the model, never the storage",
        ),
        (
            "mailbox_tui/lines/listing.py",
            "import textual",
            "Line mode never reaches Textual: a plain listing must start at once",
        ),
        (
            "mailbox_tui/screens/stage.py",
            "import mailbox_tui.widgets.page",
            "Line mode never reaches Textual: a plain listing must start at once",
        ),
        (
            "mailbox_tui/diffing_driver/moves.py",
            "import mailbox_tui.desk",
            "The driver serves any Textual program, so it knows nothing of ours",
        ),
        ("mailbox_tui/conversing.py", "import textual", "Each outside library has one home"),
        ("post_office/register.py", "import aiosqlite", "Each outside library has one home"),
        ("post_office/memo/reader.py", "import lxml.etree", "Each outside library has one home"),
        (
            "post_office/register.py",
            "import mailbox_store.sqlite.backend",
            "Only opening picks a backend",
        ),
        (
            "mailbox_tui/command.py",
            "import post_office.arrival",
            "A face reaches the post office in one file",
        ),
        (
            "mailbox_store/model/party.py",
            "import mailbox_store.model.letter",
            "No cycles among siblings",
        ),
    ],
)
def test_a_contract_that_is_broken_is_named(
    checkout: Path, file: str, line: str, contract: str
) -> None:
    spoiled = checkout / file
    spoiled.write_text(spoiled.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    told = contracts_of(checkout)
    assert told.returncode != 0
    assert f"{contract} BROKEN" in told.stdout
