"""Finding what stands at a place without looking at the whole page each time."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

_SHELF = 24.0  # points
_MOST_SHELVES = 1_000  # a place is looked up on: a page is rarely higher than 40
_MOST_LOOKS = 4_000_000  # at things, on a page: some seconds; a page that asks more gets nothing


class Placed(Protocol):
    """Something with a place on the page."""

    @property
    def x0(self) -> float: ...
    @property
    def x1(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def bottom(self) -> float: ...


_Thing = TypeVar("_Thing", bound=Placed)


class Shelves(Generic[_Thing]):
    """The things of a page by their height on it."""

    def __init__(self, things: Sequence[_Thing]) -> None:
        """Put things in, each where its middle is."""
        self._shelves: dict[int, list[_Thing]] = defaultdict(list)
        self._left = _MOST_LOOKS
        for thing in things:
            self._shelves[int((thing.top + thing.bottom) / 2 / _SHELF)].append(thing)

    def between(self, top: float, bottom: float) -> list[_Thing]:
        """Give the things whose middle lies between two heights, or a little beside."""
        first = int(top / _SHELF)
        last = min(int(bottom / _SHELF), first + _MOST_SHELVES)
        found = [thing for at in range(first, last + 1) for thing in self._shelves.get(at, ())]
        self._left -= len(found) + last - first
        return found if self._left > 0 else []

    def inside(self, place: Placed, margin: float) -> list[_Thing]:
        """Give the things whose middle lies in a place."""
        x0, x1 = place.x0 - margin, place.x1 + margin
        top, bottom = place.top - margin, place.bottom + margin
        return [
            thing
            for thing in self.between(top, bottom)
            if x0 <= (thing.x0 + thing.x1) / 2 <= x1
            and top <= (thing.top + thing.bottom) / 2 <= bottom
        ]
