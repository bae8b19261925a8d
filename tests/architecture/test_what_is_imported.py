"""What a listing really imports, seen in a child Python: the contracts cannot see `import_module`.

A listing has to start at once on a slow machine, and it never needs what reads documents.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

HEAVY = frozenset(
    {"textual", "rich", "telegram", "lxml", "email", "pypdfium2", "selectolax", "mammoth"}
    | {"watchfiles", "post_office"}
)
_MODULES = 400  # all modules of a listing, Python's own too; 250 is usual
# At the end, as `-X importtime` is blind to what `import_module` brings.
_TELL = "import atexit, sys; atexit.register(lambda: sys.stderr.write(' '.join(sys.modules)))\n"


def modules_after(program: str) -> list[str]:
    """Run a program in a child Python and give every module that was there at its end."""
    child = subprocess.run(
        [sys.executable, "-c", _TELL + program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert child.returncode == 0, child.stderr[-2000:]
    return child.stderr.split()


def modules_of_command(*words: str) -> list[str]:
    """Give the modules that are there when `brevdue` with these words has answered."""
    return modules_after(f"from mailbox_tui.command import main\nsys.exit(main({list(words)!r}))")


def heavy_among(modules: list[str]) -> set[str]:
    """Give the heavy libraries that these modules belong to."""
    return {module.split(".")[0] for module in modules} & HEAVY


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Make the demonstration mailbox once; give its URL."""
    path = tmp_path_factory.mktemp("demonstration") / "demo.db"
    subprocess.run([sys.executable, "-m", "mailbox_tui", "demo", "--make", str(path)], check=True)
    return f"sqlite://{path}"


def test_the_command_by_itself_imports_nothing_heavy() -> None:
    modules = modules_after("import mailbox_tui.command")
    assert "mailbox_tui.command" in modules
    assert heavy_among(modules) == set()


@pytest.mark.parametrize("words", [["list"], ["status"], ["deadlines"], ["list", "--json"]])
def test_a_listing_imports_nothing_heavy(words: list[str], demonstration: str) -> None:
    modules = modules_of_command(*words, "--store", demonstration)
    assert "aiosqlite" in modules
    assert heavy_among(modules) == set()
    assert len(modules) < _MODULES


def test_reading_a_letter_imports_nothing_heavy(demonstration: str) -> None:
    modules = modules_of_command("read", "3", "--store", demonstration)
    assert heavy_among(modules) == set()


@pytest.mark.parametrize(
    "hidden", ["import email.message", "import importlib; importlib.import_module('post_office')"]
)
def test_a_heavy_import_is_seen_however_it_is_made(hidden: str, tmp_path: Path) -> None:
    (tmp_path / "hidden.py").write_text(f"def look():\n    {hidden}\n")
    program = f"sys.path.insert(0, {str(tmp_path)!r}); import hidden; hidden.look()"
    assert len(heavy_among(modules_after(program))) == 1
