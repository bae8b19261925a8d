"""Before the first connection: is there a store, is it ours, is it private, is it up to date?"""

import os
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

from mailbox_store.model.errors import (
    StoreMissing,
    StoreTooNew,
    StoreUnsuitable,
)
from mailbox_store.sqlite.connection import connect, write_lock
from mailbox_store.sqlite.migrate import APPLICATION_ID, migrate, migrations
from mailbox_store.sqlite.troubles import translated

# SQLite's locks cannot be trusted on these (sqlite.org, "How to corrupt a database file")
_NETWORK_DRIVES = {
    *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "9p", "ncpfs", "glusterfs", "lustre"),
    *("fuse.sshfs", "fuse.s3fs", "fuse.rclone", "fuse.davfs2", "fuse.glusterfs", "davfs"),
}
MOUNTS = Path("/proc/self/mounts")  # only Linux has it
_HEADER = 100  # bytes, of SQLite's file format
_MAGIC = b"SQLite format 3\0"


def prepare(path: Path, *, make: bool) -> None:
    """See to it that `path` is a private store of this release.

    Raises `StoreMissing`, `StoreUnsuitable`, `StoreTooNew`, `StoreDamaged`, `StoreNotAllowed`.
    """
    with translated(path):
        if not path.exists():
            if not make:
                raise StoreMissing(path=str(path))
            prepare_folder(path, make=True)
        _refuse_network_drive(path)
        version = _version_on_disk(path)
        if version == migrations()[-1][0]:
            _keep_private(path)
            return
        if version > migrations()[-1][0]:
            raise StoreTooNew(path=str(path))
        if version == 0 and not make:
            raise StoreMissing(path=str(path))  # a birth that was cut short holds nothing
        _bring_up_to_date(path)


def prepare_folder(path: Path, *, make: bool) -> None:
    """Make the store's folder, private, if it may be made.

    So is each folder above it that is missing: where others may write, they could put another
    folder in its place.
    """
    with translated(path):
        if make:
            for folder in (*reversed(path.parent.parents), path.parent):
                if not folder.is_dir():
                    folder.mkdir(mode=0o700, exist_ok=True)


def _bring_up_to_date(path: Path) -> None:
    with write_lock(path):
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(connect(path, for_writing=True)) as connection:
            migrate(connection)


def _version_on_disk(path: Path) -> int:
    """Read the schema's number from the file's header, without opening a database.

    A schema change in the write-ahead log is not seen here; then `migrate` finds nothing to do.
    """
    if not path.exists():
        return 0
    if not path.is_file():
        raise StoreUnsuitable(path=str(path), why="not-a-store")
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if not header:
        return _version_in_log(path)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise StoreUnsuitable(path=str(path), why="not-a-store")
    version, application = (
        struct.unpack(">I", header[60:64])[0],
        struct.unpack(">I", header[68:72])[0],
    )
    if application != APPLICATION_ID:
        return _version_in_log(path)
    return int(version)


def _version_in_log(path: Path) -> int:
    """Ask SQLite itself: the schema may still lie in the write-ahead log."""
    with write_lock(path), closing(sqlite3.connect(path)) as connection:
        application: int = connection.execute("PRAGMA application_id").fetchone()[0]
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        tables: int = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION_ID and tables:
        raise StoreUnsuitable(path=str(path), why="not-a-store")
    return version


def _keep_private(path: Path) -> None:
    """Take others' rights away from a store that somebody gave them to."""
    status = path.stat()
    if status.st_mode & 0o077 and status.st_uid == os.geteuid():
        path.chmod(0o600)


def _refuse_network_drive(path: Path) -> None:
    """Refuse in words what would corrupt the store in silence."""
    if not MOUNTS.exists():
        return
    here = str(path.parent.resolve())
    kind, longest = "", -1
    for line in MOUNTS.read_text("utf-8", "surrogateescape").splitlines():
        _, place, found, *_ = line.split(" ")
        place = place.replace("\\040", " ")
        inside = here == place or here.startswith(place.rstrip("/") + "/")
        if inside and len(place) >= longest:
            kind, longest = found, len(place)
    if kind in _NETWORK_DRIVES:
        raise StoreUnsuitable(path=str(path), why="network-drive")
