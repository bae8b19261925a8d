"""A loop whose clock jumps to the next timer: minutes of waiting pass at once."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class _Jumping(selectors.SelectSelector):
    """Waits no time, and tells the loop how long it would have waited."""

    passed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self.passed += timeout or 0.0
        return super().select(0)


class _QuickLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.passed


def run_quickly(scenario: Coroutine[Any, Any, T]) -> T:
    """Run a scenario that only waits for time."""
    with asyncio.Runner(loop_factory=_QuickLoop) as runner:
        return runner.run(scenario)
