"""A numbered list kept true to the store: what left is left out, what came in stands in its place.

Numbers stay with their letters. What came in after its neighbours were numbered has no number, so
that no number ever means another letter than the one that was read.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mailbox_store.mailbox import Mailbox
from mailbox_store.model.errors import LetterNotFound
from mailbox_store.model.letter import LetterId, LetterSummary
from mailbox_store.model.query import Place
from mailbox_tui.numbered_list import MOST_AT_ONCE, NumberedList

_KEPT = 500  # summaries kept in memory on each side of the focus; the rest are read again


@dataclass(slots=True, kw_only=True)
class KeptList:
    """The letters of a list as rows, and what is known of those near the focus."""

    numbered: NumberedList
    mailbox: Mailbox
    known: dict[LetterId, LetterSummary] = field(default_factory=dict)
    rows: list[LetterId] = field(default_factory=list)
    _unnumbered: dict[LetterId, Place] = field(default_factory=dict)
    _gone: set[LetterId] = field(default_factory=set)
    _arranged: int = 0  # letters numbered when the rows were arranged

    def number_of(self, row: int) -> int:
        """Give a row's number, 0 if it has none."""
        if not self._unnumbered and not self._gone:
            return row + 1
        return self.numbered.number_of(self.rows[row]) or 0

    async def row_numbered(self, number: int, height: int) -> int | None:
        """Give the row of a number, reading on as far as needed; None where there is none."""
        try:
            letter = await self.numbered.letter_at(number, self.mailbox)
        except LetterNotFound:
            return None
        if (row := self.row_of(letter)) is not None:
            await self.reach(row, height)
        return self.row_of(letter)  # it may turn out to have left

    def row_of(self, letter: LetterId) -> int | None:
        """Give the row of a letter; None where it is not in the list, or not any more."""
        self._take_in_what_was_numbered()
        return self.rows.index(letter) if letter in self.rows else None

    def row_beside(self, letter: LetterId, step: int) -> int | None:
        """Give the row a step away from a letter; None where the letter was never in the list.

        Where it has left, the row that took its place comes next.
        """
        if (row := self.row_of(letter)) is not None:
            return row + step
        if (number := self.numbered.number_of(letter)) is None:
            return None
        remain = set(self.rows)
        follows = next((one for one in self.numbered.ids[number:] if one in remain), None)
        row = len(self.rows) if follows is None else self.rows.index(follows)
        return row + step - 1 if step > 0 else row + step

    # -- reading

    async def reach(self, row: int, height: int) -> None:
        """Number the rows up to a screenful beyond one, and read what stands around it.

        Rows may turn out to have left, and others to have come: ask for rows anew afterwards.
        """
        self._take_in_what_was_numbered()
        while len(self.rows) <= row + height and not self._is_whole:
            missing = row + height + 1 - len(self.rows)
            for letter in await self.numbered.fetch(self.mailbox, min(missing, MOST_AT_ONCE)):
                self.known[letter.id] = letter
            self._arrange()
            self._forget_far(row)
        around = self.rows[max(0, min(row, len(self.rows)) - height) : row + height]
        if any(letter not in self.known for letter in around):
            await self._read(max(0, min(row, len(self.rows)) - height), row + height)
            self._arrange()
            self._forget_far(row)

    async def refresh(self, row: int, height: int) -> None:
        """Read anew what stands around a row, and above the first; the rest when it is reached."""
        self.numbered.look_further()
        if self.numbered.ids and self.numbered.query is not None:
            await self._read_above(self.numbered.places[0])
        self.known = {one: s for one, s in self.known.items() if one in self._unnumbered}
        await self._read(max(0, row - height), row + height)
        self._arrange()
        await self.reach(row, height)

    @property
    def _is_whole(self) -> bool:
        return self.numbered.is_finished or self.numbered.query is None

    async def _read_above(self, top: Place) -> None:
        """Read what came in above the first numbered letter."""
        above: dict[LetterId, Place] = {}
        async for letter in self.numbered.read_again(None, top, self.mailbox):
            if _place_of(letter) >= top:
                self.known[letter.id] = letter
                above[letter.id] = _place_of(letter)
        below = {one: place for one, place in self._unnumbered.items() if place < top}
        self._unnumbered = above | below

    async def _read(self, first: int, last: int) -> None:
        """Read the stretch of the list that holds some rows, and find what left it and what came.

        It reaches from the numbered letter before them to the one behind them.
        """
        numbered = self.numbered
        if numbered.query is None:
            await self._read_each(self.rows[first:last])
            return
        if not numbered.ids:
            return
        start = next(filter(None, map(numbered.number_of, reversed(self.rows[:first]))), 1) - 1
        end = next(filter(None, map(numbered.number_of, self.rows[last:])), len(numbered.ids)) - 1
        beginning, ending = numbered.places[start], numbered.places[end]
        still: dict[LetterId, Place] = {}
        async for letter in numbered.read_again(beginning, ending, self.mailbox):
            self.known[letter.id] = letter
            still[letter.id] = _place_of(letter)
        asked = set(numbered.ids[start : end + 1])
        self._gone = (self._gone - still.keys()) | (asked - still.keys())
        outside = {
            one: place for one, place in self._unnumbered.items() if not ending <= place < beginning
        }
        self._unnumbered = outside | {one: p for one, p in still.items() if one not in asked}

    async def _read_each(self, letters: Iterable[LetterId]) -> None:
        for letter in letters:
            try:
                self.known[letter] = (await self.mailbox.unopened(letter)).summary
                self._gone.discard(letter)
            except LetterNotFound:
                self._gone.add(letter)

    # -- arranging

    def _take_in_what_was_numbered(self) -> None:
        """Take in what was numbered for somebody else, such as a typed number."""
        if self._arranged != len(self.numbered.ids):
            self._arrange()

    def _arrange(self) -> None:
        self._arranged = len(self.numbered.ids)
        rows: list[LetterId] = []
        done = 0
        for letter, place in sorted(self._unnumbered.items(), key=lambda one: one[1], reverse=True):
            if self.numbered.number_of(letter) is not None:  # it was numbered since
                del self._unnumbered[letter]
                continue
            below = bisect_left(self.numbered.places, _downward(place), key=_downward)
            rows += [*self._remaining(done, below), letter]
            done = below
        self.rows = [*rows, *self._remaining(done, len(self.numbered.ids))]

    def _remaining(self, first: int, end: int) -> Iterator[LetterId]:
        return (letter for letter in self.numbered.ids[first:end] if letter not in self._gone)

    def _forget_far(self, row: int) -> None:
        if len(self.known) > 4 * _KEPT:
            near = min(row, len(self.rows))
            kept = {*self.rows[max(0, near - _KEPT) : near + _KEPT], *self._unnumbered}
            self.known = {letter: s for letter, s in self.known.items() if letter in kept}


def _place_of(letter: LetterSummary) -> Place:
    return Place(received_ms=letter.received_ms, letter=letter.id)


def _downward(place: Place) -> tuple[int, int]:
    """Give a key by which places from the newest on ascend."""
    return -place.received_ms, -place.letter
