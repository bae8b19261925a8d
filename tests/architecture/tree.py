"""Where the project's files are, for the guards of this folder."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("mailbox_store", "accessibility", "post_office", "mailbox_tui", "bots")


def python_files(*folders: str) -> list[Path]:
    """Give every Python file below these folders of the project."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def text_files() -> list[Path]:
    """Give the files that git knows or would add; outside git, every file of the project's own."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listing.returncode == 0 and listing.stdout:
        paths = [ROOT / name for name in listing.stdout.split("\0") if name]
    else:
        paths = [path for path in ROOT.rglob("*") if not _is_made_here(path.relative_to(ROOT))]
    return sorted(path for path in paths if path.is_file() and path.suffix != ".mo")


def _is_made_here(path: Path) -> bool:
    made = {"__pycache__", "dist", "build"}
    return any(part in made or part.endswith((".egg-info", "_cache")) for part in path.parts) or (
        path.parts[0] in {".git", ".venv", ".hypothesis", ".coverage"}
    )
