"""Where voice notes lie, so that a letter that is heard twice is spoken once.

A note is as private as its letter: the folder is for the person alone (0700). Names are hashes,
which tell nothing to who reads a list of a backup; a key for them would lie beside the sound
itself, and so keep nothing from anybody. What was not heard for a week goes, and so does the
oldest when there is too much.
"""

import json
import os
import re
import stat
import struct
import time
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

MOST_BYTES = 100_000_000  # about twelve hours
_KEPT_SECONDS = 7 * 24 * 3600
_ABANDONED_SECONDS = 3600  # an unfinished file that is older has nobody who writes it
_NAME = re.compile(r"[0-9a-f]{40}\.ogg")
_UNFINISHED = re.compile(r"\.brevdue-\w+\.part")
_LAST_PAGE = 1 << 16  # bytes: an Ogg page is at most 65,307
_OPUS_CLOCK = 48_000  # ticks a second, whatever the sound's own rate (RFC 7845, section 4)


def voice_note_folder(environment: Mapping[str, str]) -> Path:
    """Name the folder of voice notes in the user's cache (XDG Base Directory)."""
    home = environment.get("XDG_CACHE_HOME", "")
    base = Path(home) if home.startswith("/") else Path(environment.get("HOME", "/")) / ".cache"
    return base / "brevdue" / "voice-notes"


class VoiceNoteCache:
    """A folder of voice notes; several processes may share it."""

    def __init__(self, folder: Path, *, most_bytes: int = MOST_BYTES) -> None:
        """Nothing is made before `open`."""
        self._folder = folder
        self._most_bytes = most_bytes

    def open(self) -> None:
        """Make the folder, for the person alone.

        Raises `OSError`; `PermissionError` where the folder is somebody else's.
        """
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = self._folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or (
            hasattr(os, "getuid") and found.st_uid != os.getuid()
        ):
            raise PermissionError(13, "not a folder of this person", str(self._folder))
        self._folder.chmod(0o700)

    def place(self, what: object) -> Path:
        """Name the file for something spoken in some way; `what` can be written as JSON."""
        told = json.dumps(what, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
        return self._folder / f"{blake2b(told, digest_size=20).hexdigest()}.ogg"

    def found(self, path: Path) -> float | None:
        """Give the seconds of a note that is there and whole, and note that it is wanted."""
        seconds = opus_seconds(path)
        if seconds is not None:
            try:
                os.utime(path)
            except FileNotFoundError:  # another process trimmed it just now
                return None
        return seconds

    def trim(self, *, keep: Path) -> None:
        """Remove what is old and what is too much; never `keep`."""
        now, total = time.time(), 0
        for path, found in self._newest_first():
            total += found.st_size
            age = now - found.st_mtime
            if path == keep:
                continue
            if _UNFINISHED.fullmatch(path.name):
                is_gone = age > _ABANDONED_SECONDS
            else:
                is_gone = age > _KEPT_SECONDS or total > self._most_bytes
            if is_gone:
                path.unlink(missing_ok=True)
                total -= found.st_size

    def clear(self) -> None:
        """Remove every note: when a letter is deleted for good, it must not be heard any more."""
        for path, _ in self._newest_first():
            path.unlink(missing_ok=True)

    def _newest_first(self) -> list[tuple[Path, os.stat_result]]:
        files = []
        names = os.listdir(self._folder) if self._folder.is_dir() else []  # noqa: PTH208 - names
        for name in names:
            if _NAME.fullmatch(name) or _UNFINISHED.fullmatch(name):
                path = self._folder / name
                try:
                    files.append((path, path.lstat()))
                except FileNotFoundError:  # another process trims, too
                    continue
        return sorted(files, key=lambda one: one[1].st_mtime, reverse=True)


def opus_seconds(path: Path) -> float | None:
    """Tell how long an OGG file with one Opus stream is; None if it is missing or not whole.

    Its last page has the number of ticks so far, and a flag that nothing follows (RFC 3533).
    """
    try:
        with path.open("rb") as file:
            head = file.read(64)
            file.seek(max(0, path.stat().st_size - _LAST_PAGE))
            tail = file.read()
    except OSError:
        return None
    opus, last = head.find(b"OpusHead"), tail.rfind(b"OggS")
    if opus < 0 or last < 0 or len(tail) < last + 14 or not tail[last + 5] & 4:
        return None
    (skipped,) = struct.unpack_from("<H", head, opus + 10)
    (ticks,) = struct.unpack_from("<q", tail, last + 6)
    seconds = (ticks - skipped) / _OPUS_CLOCK
    return seconds if seconds > 0 else None
