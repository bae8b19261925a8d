"""The child process that reads strangers' documents, so that they can only ever cost time.

One child serves many documents in turn, because starting Python and its libraries takes longer
than reading most letters. It parses nothing itself: for each document it forks, and the fork,
which holds itself to the limits and has let go of the pipes to us, does the reading and ends. So a
document that hangs, crashes or takes over its reader can neither see nor change the next one, and
each has the processor time and memory of its own.

    us -> [what is asked, bytes] -> this child -> fork per document -> JSON -> [length, JSON] -> us

An empty answer means that the fork died. Where there is no fork (Windows), the child reads one
document itself and ends; the parent starts another.
"""

import os
import signal
import sys
from collections.abc import Callable
from functools import partial

from accessibility.documents import frames
from accessibility.documents.extract import Extract
from accessibility.documents.limits import hold_to
from accessibility.documents.readers import load_reader

_PIECE = 1 << 16


def serve(memory_bytes: int, cpu_seconds: int, open_files: int) -> None:
    """Answer documents from standard input until it ends."""

    def held(read: Callable[[bytes], Extract], content: bytes) -> bytes:
        hold_to(memory_bytes=memory_bytes, cpu_seconds=cpu_seconds, open_files=open_files)
        return frames.packed(read(content))

    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    can_fork = hasattr(os, "fork")
    while (asked := frames.read_request(incoming)) is not None:
        what, content = asked
        del asked
        work = partial(held, load_reader(what), content)  # its libraries are loaded before the fork
        told = _in_a_fork(work) if can_fork else work()
        del content, work
        outgoing.write(frames.answer(told))
        outgoing.flush()
        if not can_fork:
            return


def _in_a_fork(work: Callable[[], bytes]) -> bytes:
    """Do the work in a process of its own; empty if that one dies."""
    reading_end, writing_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        _work_and_end(work, reading_end, writing_end)
    os.close(writing_end)
    pieces, size = [], 0
    while piece := os.read(reading_end, _PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > frames.MOST_ANSWER:
            os.kill(pid, signal.SIGKILL)
            break
    os.close(reading_end)
    _, status = os.waitpid(pid, 0)
    return b"".join(pieces) if status == 0 else b""


def _work_and_end(work: Callable[[], bytes], reading_end: int, writing_end: int) -> None:
    """Never returns. The pipes to the parent are put away first: they carry others' letters."""
    status = 1
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 0)
        os.dup2(nothing, 1)
        os.close(reading_end)
        told = memoryview(work())
        while told:
            told = told[os.write(writing_end, told) :]
        status = 0
    finally:
        os._exit(status)


if __name__ == "__main__":
    serve(*map(int, sys.argv[1:4]))
