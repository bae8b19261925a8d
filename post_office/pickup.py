"""The hands of a watched drop folder: files are picked up by one watcher, whole, and put away.

    DIR/            senders put files here (by SFTP, rsync, a copy)
    DIR/working/    each watcher's own folder, locked while it lives, holds what is in its hands
    DIR/processed/  what was taken
    DIR/failed/     what was refused, each beside a NAME.reason.txt

A file moves by rename, so it is in exactly one place after a crash; what a dead watcher held is
taken over. Nothing is ever overwritten: a name that is taken gets a number.
"""

import fcntl
import os
import secrets
import stat
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

SETTLE = 2.0  # seconds without change until a file counts as whole
STILL_WRITING = (".part", ".tmp", ".filepart", ".crdownload", ".swp")
_OURS = ("working", "processed", "failed")
_MOST_FILES = 64  # in one hand; a stop waits for them
_MOST_BYTES = 16_000_000
_LONGEST_NAME = 230  # bytes; file systems take 255, ".reason.txt" and a number are added


class _Look(NamedTuple):
    """A file as it was seen: while this changes, somebody is still writing."""

    size: int
    modified_ns: int
    since: float  # monotonic seconds


class DropFolder:
    """One watcher's hold on a drop folder."""

    def __init__(self, folder: Path, *, settle: float) -> None:
        """Watch `folder`; a file is whole when it was the same for `settle` seconds."""
        self._folder = folder
        self._settle = settle
        self._looks: dict[str, _Look] = {}
        self._in_hand: dict[Path, tuple[int, int]] = {}
        self._hold = folder / "working" / f"{os.getpid()}-{secrets.token_hex(4)}"
        self._lock = -1

    def __enter__(self) -> "DropFolder":
        """Make the folders, and one's own in working/, locked before others can see it."""
        for name in _OURS:
            (self._folder / name).mkdir(mode=0o700, exist_ok=True)
        self._lock = os.open(_lock_of(self._hold), os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        self._hold.mkdir(mode=0o700)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go. What is still in hand stays in working/ and is taken over by the next."""
        with suppress(OSError):
            self._hold.rmdir()
            _lock_of(self._hold).unlink(missing_ok=True)
        os.close(self._lock)

    @property
    def is_waiting(self) -> bool:
        """Tell whether there are files, seen or in hand, that may still be written to."""
        return bool(self._looks or self._in_hand)

    def pick_up(self) -> list[Path]:
        """Take what is whole into one's hands: first what was left in working/, then new files."""
        self._take_over()
        picked: list[Path] = []
        size = 0
        for path in sorted(self._hold.iterdir()):
            size += self._note(path)
            picked.append(path)
        for name in self._whole_files():
            if len(picked) >= _MOST_FILES or size >= _MOST_BYTES:
                break
            target = _free(self._hold, name)
            try:
                (self._folder / name).rename(target)
            except FileNotFoundError:
                continue  # another watcher was quicker
            self._looks.pop(name, None)
            size += self._note(target)
            picked.append(target)
        return picked

    def is_changed(self, path: Path) -> bool:
        """Tell whether somebody still wrote to a file after it was picked up."""
        try:
            about = path.lstat()
        except FileNotFoundError:
            self._in_hand.pop(path, None)  # somebody took it out of our hands
            return True
        return self._in_hand.get(path) != (about.st_size, about.st_mtime_ns)

    def put_away(self, path: Path) -> Path:
        """Move a taken file to processed/."""
        self._in_hand.pop(path, None)
        target = _reserved(self._folder / "processed", path.name)
        return path.replace(target)

    def put_aside(self, path: Path, reasons: Sequence[str]) -> Path:
        """Move a refused file to failed/, its reasons beside it, readable by the owner only."""
        self._in_hand.pop(path, None)
        for target in _names(self._folder / "failed", path.name):
            reason = target.with_name(f"{target.name}.reason.txt")
            try:
                file = os.open(reason, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                continue
            if os.path.lexists(target):  # an operator took the reason away, but not the file
                os.close(file)
                reason.unlink()
                continue
            with os.fdopen(file, "w", encoding="utf-8") as writing:
                writing.write("\n".join(reasons) + "\n")
            return path.replace(target)
        raise FileExistsError(path.name)

    def _note(self, path: Path) -> int:
        try:
            about = path.lstat()
        except FileNotFoundError:
            return 0  # taking it in will say that it is gone
        self._in_hand[path] = (about.st_size, about.st_mtime_ns)
        return about.st_size

    def _whole_files(self) -> list[str]:
        """Give the names of files that did not change for a while; remember the others."""
        looks: dict[str, _Look] = {}
        whole: list[str] = []
        moment = time.monotonic()
        with os.scandir(self._folder) as entries:
            for entry in entries:
                look = self._look(entry, moment)
                if look is None:
                    continue
                looks[entry.name] = look
                if moment - look.since >= self._settle:
                    whole.append(entry.name)
        self._looks = looks
        return sorted(whole)

    def _look(self, entry: os.DirEntry[str], moment: float) -> _Look | None:
        if entry.name.startswith(".") or entry.name.lower().endswith(STILL_WRITING):
            return None
        try:
            about = entry.stat(follow_symlinks=False)
        except FileNotFoundError:
            return None
        if stat.S_ISDIR(about.st_mode):
            return None
        before = self._looks.get(entry.name)
        if before and (before.size, before.modified_ns) == (about.st_size, about.st_mtime_ns):
            return before
        return _Look(about.st_size, about.st_mtime_ns, moment)

    def _take_over(self) -> None:
        """Take what lies loose in working/, and what a watcher held that lives no more."""
        for path in sorted((self._folder / "working").iterdir()):
            if path == self._hold or path.name.endswith(".lock"):
                continue
            if path.is_dir() and not path.is_symlink():
                self._inherit(path)
            else:
                with suppress(FileNotFoundError):
                    path.rename(_free(self._hold, path.name))

    def _inherit(self, other: Path) -> None:
        lock = os.open(_lock_of(other), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            for path in sorted(other.iterdir()):
                path.rename(_free(self._hold, path.name))
            other.rmdir()
            _lock_of(other).unlink(missing_ok=True)
        except BlockingIOError:
            pass  # it lives
        except FileNotFoundError:
            _lock_of(other).unlink(missing_ok=True)  # a third watcher was quicker
        finally:
            os.close(lock)


def _lock_of(hold: Path) -> Path:
    return hold.with_name(f"{hold.name}.lock")


def _free(folder: Path, name: str) -> Path:
    """Give a name that is free in a folder of which nobody else makes names."""
    return next(p for p in _names(folder, name) if not os.path.lexists(p))


def _reserved(folder: Path, name: str) -> Path:
    """Make an empty file under a free name, so that no other process can take the name."""
    for path in _names(folder, name):
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            continue
        return path
    raise FileExistsError(name)


def _names(folder: Path, name: str) -> Iterator[Path]:
    """Give letter.xml, letter-2.xml, letter-3.xml and so on."""
    stem, dot, suffix = name.rpartition(".")
    if not stem:
        stem, dot, suffix = name, "", ""
    stem = os.fsdecode(os.fsencode(stem)[: max(1, _LONGEST_NAME - len(os.fsencode(suffix)))])
    yield folder / f"{stem}{dot}{suffix}"
    for number in range(2, 1_000_000):
        yield folder / f"{stem}-{number}{dot}{suffix}"
