"""No file grows past the wall: it is split by job long before."""

from pathlib import Path

from tests.architecture.tree import PACKAGES, ROOT, python_files

WALL = 300  # lines
_SCRIPTS = [
    ROOT / "scripts" / name for name in ("check", "lock", "picture-of-the-screens", "try-out")
]


def too_long(paths: list[Path]) -> list[str]:
    """Name the files past the wall, with their lines."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    return [f"{path.name}: {lines} lines" for path, lines in lengths.items() if lines > WALL]


def test_no_file_is_longer_than_the_wall() -> None:
    folders = [name for name in (*PACKAGES, "tests", "benchmarks") if (ROOT / name).is_dir()]
    assert too_long(python_files(*folders) + _SCRIPTS) == []


def test_a_file_one_line_too_long_is_found(tmp_path: Path) -> None:
    (tmp_path / "fits.py").write_text("x = 1\n" * WALL)
    (tmp_path / "grown.py").write_text("x = 1\n" * (WALL + 1))
    assert too_long(sorted(tmp_path.iterdir())) == ["grown.py: 301 lines"]
