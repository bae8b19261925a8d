"""What every test stands on: a home of its own, one time zone, one language, nothing of yours.

And what the end of a run tells: which tests were left out, and why.
"""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import tzset

import hypothesis
import pytest

_NIGHTLY_EXAMPLES = 2_000  # of each property; a nightly run may take minutes for it
_FOLDERS = {
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
}
_SURROUNDINGS = {"LANG": "C.UTF-8", "TZ": "UTC", "TERM": "dumb", "COLUMNS": "80", "LINES": "24"}
_NOT_OURS = ("LANGUAGE", "NO_COLOR", "FORCE_COLOR", "PAGER", "EDITOR", "VISUAL", "MAIL", "MAILDIR")
_FOR_TESTS = "BREVDUE_MEMO_SCHEMAS"  # said on purpose by whoever has the official schemas

# A shared machine may stand still for a second: a deadline would then blame the wrong one.
hypothesis.settings.register_profile("every day", deadline=None)
hypothesis.settings.register_profile("nightly", deadline=None, max_examples=_NIGHTLY_EXAMPLES)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--nightly", action="store_true", help="run the tests that take minutes too")


def pytest_configure(config: pytest.Config) -> None:
    hypothesis.settings.load_profile("nightly" if config.getoption("--nightly") else "every day")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--nightly"):
        return
    for item in items:
        if item.get_closest_marker("nightly"):
            item.add_marker(pytest.mark.skip(reason="takes minutes: run with --nightly"))


@pytest.fixture(scope="session", autouse=True)
def _surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the person's own mailbox, settings and language out of reach of the whole run."""
    with pytest.MonkeyPatch.context() as patch:
        _move_into(tmp_path_factory.mktemp("home"), patch)
        tzset()
        yield
    tzset()


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home of its own, empty, so that no test leaves a mailbox for another."""
    folder = tmp_path_factory.mktemp("home")
    _move_into(folder, monkeypatch)
    return folder


def _move_into(home: Path, patch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        ours = name.startswith("BREVDUE_") and name != _FOR_TESTS
        if ours or name.startswith("LC_") or name in _NOT_OURS:
            patch.delenv(name)
    patch.setenv("HOME", str(home))
    for name, folder in _FOLDERS.items():
        (home / folder).mkdir(mode=0o700)
        patch.setenv(name, str(home / folder))
    for name, value in _SURROUNDINGS.items():
        patch.setenv(name, value)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what was left out, so that a green run never claims more than it did."""
    reasons: Counter[str] = Counter()
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.wasxfail
        reasons[str(reason).removeprefix("Skipped: ")] += 1
    if unselected := len(terminalreporter.stats.get("deselected", [])):
        reasons["not asked for (-m or -k)"] += unselected
    terminalreporter.section("Left out, and why")
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"{count} test{'s' if count > 1 else ''}: {reason}")
    if not reasons:
        terminalreporter.write_line("Nothing was left out.")
