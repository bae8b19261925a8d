"""README.md shows the inbox as it is really drawn."""

import subprocess
import sys

from tests.architecture.tree import ROOT


def test_readme_shows_the_inbox_as_it_is_drawn() -> None:
    script = ROOT / "scripts" / "picture-of-the-screens"
    told = subprocess.run(
        [sys.executable, str(script), "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr
