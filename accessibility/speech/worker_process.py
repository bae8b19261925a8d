"""A face's end of the speech worker: lines go out without waiting, and come in as they are told."""

import asyncio
import subprocess
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress

from accessibility.speech.starting import command_for
from accessibility.speech.worker_lines import Line, read_line

_MOST_UNREAD = 1 << 25  # bytes a worker may leave unread before it is taken for hung
_LAST_WISH = 1.0  # seconds to end by itself


class WorkerProcess:
    """One worker. It lives until `end`, or until it dies, which ends `lines`."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        """Use `start_worker`."""
        self._process = process

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def send(self, line: bytes) -> None:
        """Send a line, never waiting. One that does not listen is killed, which ends `lines`."""
        pipe = self._process.stdin
        if pipe is None or pipe.is_closing():
            return
        pipe.write(line)
        if pipe.transport.get_write_buffer_size() > _MOST_UNREAD:
            self.kill()

    async def lines(self) -> AsyncIterator[Line]:
        """Give what the worker tells, until it is gone."""
        pipe = self._process.stdout
        while pipe is not None and (line := await pipe.readline()):
            yield read_line(line)

    def kill(self) -> None:
        """Kill it: its player ends with it."""
        with suppress(ProcessLookupError):
            self._process.kill()

    async def end(self) -> None:
        """Let it end: what is still spoken is cut off. Kill it if it does not."""
        pipe = self._process.stdin
        if pipe is not None:
            pipe.close()
        try:
            async with asyncio.timeout(_LAST_WISH):
                await self._process.wait()
        except TimeoutError:
            self.kill()
            await self._process.wait()


async def start_worker(environment: Mapping[str, str], keep_open: tuple[int, ...]) -> WorkerProcess:
    """Start a worker; `keep_open` are descriptors that it may write to. Raises `OSError`."""
    process = await asyncio.create_subprocess_exec(
        *command_for("accessibility.speech.worker"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=dict(environment),
        pass_fds=keep_open,
        start_new_session=True,  # Ctrl-C is for the face
    )
    return WorkerProcess(process)
