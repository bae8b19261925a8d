"""One voice at a time: of two Brevdues on one machine, the one that began last speaks.

A file in the person's runtime folder names who speaks. Who begins puts a new file in its place,
and who speaks looks 50 times a second whether the file is still its own. There is no lock to be
left behind: a process that was killed simply never looks again.
"""

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_NAME = "speaking"


def turns_folder(environment: Mapping[str, str]) -> Path:
    """Give the file's folder: in the runtime folder (XDG), else among temporary ones."""
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    if runtime.startswith("/"):
        return Path(runtime) / "brevdue"
    import tempfile  # brings random and more: only without a runtime folder

    user = os.getuid() if hasattr(os, "getuid") else 0
    return Path(tempfile.gettempdir()) / f"brevdue-{user}"


class Turn:
    """Our turn to speak. Where the folder cannot be used, everybody speaks."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME
        self._mine: tuple[int, int] | None = None

    def take(self) -> None:
        """Begin to speak: whoever spoke is to stop."""
        folder = self._path.parent
        draft = folder / f".{_NAME}.{os.urandom(8).hex()}"
        self._mine = None
        with suppress(OSError):
            folder.mkdir(mode=0o700, exist_ok=True)
            if not _is_ours(folder):
                return
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                os.write(descriptor, f"{os.getpid()}\n".encode())
                mine = _identity(os.fstat(descriptor))
            finally:
                os.close(descriptor)
            draft.replace(self._path)
            self._mine = mine

    def is_lost(self) -> bool:
        """Tell whether another one began to speak after us."""
        if self._mine is None:
            return False
        try:
            return _identity(self._path.stat()) != self._mine
        except OSError:  # the folder was cleaned: nobody took it
            return False


def _identity(told: os.stat_result) -> tuple[int, int]:
    return told.st_ino, told.st_mtime_ns


def _is_ours(folder: Path) -> bool:
    """Refuse a folder that another user made, or may write to."""
    told = folder.lstat()
    is_owner = not hasattr(os, "getuid") or told.st_uid == os.getuid()
    return stat.S_ISDIR(told.st_mode) and is_owner and not told.st_mode & 0o022
