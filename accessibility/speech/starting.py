"""How a process of ours is started: our own Python, no user's modules, no text among its words."""

import sys
from contextlib import suppress
from pathlib import Path

_HOME = str(Path(__file__).resolve().parents[2])
# Python's -I hides the folder we run from; it is put last, so that it shadows nothing.
_START = (
    "import sys, runpy; sys.path.append(sys.argv.pop(1));"
    "runpy.run_module(sys.argv.pop(1), run_name='__main__', alter_sys=True)"
)


def command_for(module: str, *words: str) -> list[str]:
    """Give the command that runs a module of ours."""
    return [sys.executable, "-I", "-B", "-c", _START, _HOME, module, *words]


def keep_no_core() -> None:
    """Let a crash leave no file with a letter's words in it; for the process itself to call."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
