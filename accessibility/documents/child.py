"""Our end of the child process (`worker`): started when first needed, replaced when it fails."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import IO

from accessibility.documents import frames
from accessibility.documents.extract import Extract
from accessibility.documents.frames import Asked
from accessibility.documents.limits import Limits
from accessibility.documents.plain_tree import plain_tree
from mailbox_store.model.document import Reading

_HOME = str(Path(__file__).resolve().parents[2])
# Python's -I hides the folder we run from; it is put last, so that it shadows nothing.
_START = (
    "import sys, runpy; sys.path.append(sys.argv.pop(1));"
    "runpy.run_module('accessibility.documents.worker', run_name='__main__', alter_sys=True)"
)
_UNREADABLE = Extract(reading=Reading.UNREADABLE)


class Child:
    """Reads one document after the other in a process of its own; safe to use from threads.

    Whatever a document does there, the answer is an `Extract`; UNREADABLE when the process died,
    used too much or took too long. It has no environment, no folder of ours and its own session.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """The process that serves now, if one does."""
        return self._process.pid if self._process else None

    def read(self, asked: Asked, content: bytes) -> Extract:
        """Read a document."""
        if len(content) > frames.MOST_CONTENT:
            return _UNREADABLE
        with self._lock:
            told = self._ask(asked, content)
        extract = frames.unpacked(told) if told else None
        return _trusted(extract) if extract else _UNREADABLE

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _ask(self, asked: Asked, content: bytes) -> bytes | None:
        """Ask; once more if a child that had served before is found dead, in a fresh one."""
        was_fresh = self._process is None
        told, is_late = self._exchange(asked, content)
        if told is None and not is_late and not was_fresh:
            told, _ = self._exchange(asked, content)
        return told

    def _exchange(self, asked: Asked, content: bytes) -> tuple[bytes | None, bool]:
        """Give the answer (None: the child is gone) and whether time ran out."""
        process = self._process = self._process or self._started()
        late = threading.Event()

        def stop() -> None:
            late.set()
            _kill(process)

        clock = threading.Timer(self._limits.wall_seconds, stop)
        clock.daemon = True
        clock.start()
        told = None
        try:
            with suppress(OSError):  # a broken pipe: it died
                asking, answering = _pipes(process)
                asking.write(frames.request(asked, content))
                asking.flush()
                told = frames.read_answer(answering)
        finally:
            clock.cancel()
            clock.join()  # it must not kill a number that is another's by then
            if told is None or late.is_set():
                self._end()
        return told, late.is_set()

    def _started(self) -> subprocess.Popen[bytes]:
        limits = self._limits
        caps = (limits.memory_bytes, limits.cpu_seconds, limits.open_files)
        return subprocess.Popen(  # noqa: S603 - our own Python, our own module
            [sys.executable, "-I", "-B", "-c", _START, _HOME, *map(str, caps)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=Path(sys.executable).anchor,
            env={},
            start_new_session=True,
        )

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        _kill(process)
        with suppress(OSError):
            process.communicate()  # closes the pipes and collects the process


def _trusted(extract: Extract) -> Extract:
    """Check what crossed once more: who wrote it may have been taken over by the document."""
    tree = plain_tree(extract.tree)
    facts = tuple(fact for fact in tree.facts if fact.block < len(tree.blocks))
    return replace(extract, tree=replace(tree, facts=facts))


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise BrokenPipeError
    return process.stdin, process.stdout


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill the child and its fork."""
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
