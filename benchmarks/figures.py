"""Figures of one run: timed calls, and a report of ratios with their targets."""

import time
from collections.abc import Awaitable, Callable
from typing import Any


def median(times: list[float]) -> float:
    """Give the median in microseconds."""
    return sorted(times)[len(times) // 2] * 1e6


def timed(call: Callable[[Any], Any], arguments: list[Any], seconds: float = 4) -> float:
    """Give the median time of a call, stopping after some seconds."""
    times, end = [], time.perf_counter() + seconds
    for argument in arguments:
        start = time.perf_counter()
        call(argument)
        times.append(time.perf_counter() - start)
        if time.perf_counter() > end:
            break
    return median(times)


async def timed_async(
    call: Callable[[Any], Awaitable[Any]], arguments: list[Any], seconds: float = 4
) -> float:
    """Give the median time of an awaited call, stopping after some seconds."""
    times, end = [], time.perf_counter() + seconds
    for argument in arguments:
        start = time.perf_counter()
        await call(argument)
        times.append(time.perf_counter() - start)
        if time.perf_counter() > end:
            break
    return median(times)


class Report:
    """Prints each figure with the floor's, their ratio and the target."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []

    def ratio(self, name: str, ours: float, floor: float, target: str, *, unit: str = "us") -> None:
        met = _holds(ours / floor, target)
        self._row(
            name, f"{ours:,.0f} {unit}", f"{floor:,.0f} {unit}", f"{ours / floor:.2f}x", target, met
        )

    def plain(self, name: str, ours: float, target: str, *, unit: str) -> None:
        self._row(name, f"{ours:,.1f} {unit}", "", "", target, _holds(ours, target))

    def _row(self, name: str, ours: str, floor: str, ratio: str, target: str, met: bool) -> None:  # noqa: FBT001
        verdict = "met" if met else "MISSED"
        self.rows.append({"name": name, "ours": ours, "floor": floor, "ratio": ratio,
                          "target": target, "met": met})  # fmt: skip
        print(f"{name:44} {ours:>14} {floor:>14} {ratio:>8}  {target:<10} {verdict}", flush=True)


def _holds(value: float, target: str) -> bool:
    sign, number = target.split()[0], float(target.split()[1].rstrip("x"))
    return value <= number if sign == "<=" else value >= number
