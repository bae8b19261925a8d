"""A time by which something must have happened, in an event loop."""

import asyncio
from collections.abc import Callable


class Deadline:
    """Calls `late` if `end` does not come within so many seconds of `begin`."""

    def __init__(self, seconds: float, late: Callable[[], None]) -> None:
        self._seconds = seconds
        self._late = late
        self._timer: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Wait from now on."""
        self.end()
        self._timer = asyncio.get_running_loop().call_later(self._seconds, self._ring)

    def begin_once(self) -> None:
        """Wait from now on, or as before if it waits already."""
        if self._timer is None:
            self.begin()

    def end(self) -> None:
        """Wait no more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _ring(self) -> None:
        self._timer = None
        self._late()
