"""A text to be read, a letter above all: page by page, line by line, from landmark to landmark.

A page never repeats a line of the one before, so a listener hears each line once. The cursor rests
on the first line that was not shown before.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from accessibility.landmarks import Landmark, LandmarkKind
from accessibility.letter_layout import Place, Reading, reading_of
from accessibility.reading_order import Block, BlockKind
from accessibility.wording import Say
from mailbox_store.model.letter import Letter
from mailbox_tui.looks import Look
from mailbox_tui.screens.picture import Line, Role, line

_ROLES = {
    BlockKind.ASKED: Role.ASKED,
    BlockKind.WARNINGS: Role.WARNING,
    BlockKind.NOTE: Role.NOTE,
}


class TextKind(StrEnum):
    """What a text is."""

    LETTER = "letter"
    DOCUMENT = "document"  # one of a letter's, which lies beneath
    ANSWER = "answer"  # to a command: help, the log


class Room(NamedTuple):
    """What a text is laid out for. Where lines are read one at a time, none of them is blank:

    a screen reader by itself says the line that the cursor comes to only if it is the next one.
    """

    columns: int
    rows: int
    look: Look


@dataclass(slots=True, kw_only=True)
class TextView:
    """What is read, where its first shown line is, and the line the cursor is on."""

    blocks: Sequence[Block]
    letter: Letter | None = None  # whose text this is, so that deeds are about it
    kind: TextKind = TextKind.LETTER
    top: int = 0
    cursor: int = 0
    spoken: tuple[Place, Place] | None = None  # where the sentence that is heard begins and ends
    _laid: Reading | None = None
    _laid_for: tuple[int, bool] = (0, False)
    # What is found once for many keys: by the kinds asked for; of this layout; and by the height.
    _marks: dict[tuple[LandmarkKind, ...], tuple[Landmark, ...]] = field(default_factory=dict)
    _heading_lines: frozenset[int] | None = None
    _pages: dict[int, list[int]] = field(default_factory=dict)

    def reading(self, room: Room) -> Reading:
        """Give the text laid out; where the width has changed, the place that was read stays."""
        wanted = (room.columns, not room.look.one_at_a_time)
        if self._laid is None or self._laid_for != wanted:
            columns, gaps = wanted
            before, self._laid = self._laid, reading_of(self.blocks, columns, gaps=gaps)
            self._laid_for, self._heading_lines, self._pages = wanted, None, {}
            if before is not None:
                self.top = self._laid.line_of(before.place_of(self.top))
                self.cursor = self._laid.line_of(before.place_of(self.cursor))
        return self._laid

    # -- going about: each gives False where there is nothing further that way

    def turn_page(self, step: int, room: Room) -> bool:
        """Show the next page from its first line, or the one before."""
        if step > 0:
            wanted = self._not_blank(self.top + room.rows, room)
            if wanted >= len(self.reading(room).lines):
                return False
        else:
            starts = self._page_starts(room)
            before = bisect_left(starts, self.top)
            if not before:
                return False
            wanted = starts[before - 1]
        self.top = self.cursor = wanted
        return True

    def move_line(self, step: int, room: Room) -> bool:
        """Go a line on or back, or show one line more."""
        count = len(self.reading(room).lines)
        if room.look.one_at_a_time:
            if not 0 <= self.cursor + step < count:
                return False
            self._go_to_line(self.cursor + step, room)
            return True
        if step > 0:
            if self.top + room.rows >= count:
                return False
            self.top += 1
            self.cursor = self.top + room.rows - 1
            return True
        if not self.top:
            return False
        self.top -= 1
        self.cursor = self.top
        return True

    def go_to_end(self, room: Room, *, last: bool) -> bool:
        """Show the first or the last page; where lines are read one at a time, go to that line."""
        before = self.top, self.cursor
        if room.look.one_at_a_time:
            self._go_to_line(len(self.reading(room).lines) - 1 if last else 0, room)
        else:
            self.top = self.cursor = self._page_starts(room)[-1] if last else 0
        return before != (self.top, self.cursor)

    def go_to_place(self, place: Place, room: Room) -> None:
        """Put the cursor on the line of a place."""
        self._go_to_line(self.reading(room).line_of(place), room)

    def _go_to_line(self, wanted: int, room: Room) -> None:
        """Put the cursor on a line; if it is not on the screen, at the top of it."""
        if not self.top <= wanted < self.top + room.rows:
            self.top = wanted
        self.cursor = wanted

    def next_landmark(
        self, kinds: Iterable[LandmarkKind], step: int, room: Room
    ) -> Landmark | None:
        """Give the next landmark of a kind after the cursor's line, or the one before it."""
        reading, found = self.reading(room), self._landmarks(tuple(kinds))
        if step > 0:
            after = bisect_left(found, reading.place_of(self.cursor + 1), key=_place)
            return found[after] if after < len(found) else None
        before = bisect_left(found, reading.place_of(self.cursor), key=_place)
        return found[before - 1] if before else None

    def _landmarks(self, kinds: tuple[LandmarkKind, ...]) -> tuple[Landmark, ...]:
        from accessibility.landmark_search import landmarks_in  # 4 ms: not before a letter is open

        if kinds not in self._marks:
            self._marks[kinds] = landmarks_in(self.blocks, kinds)
        return self._marks[kinds]

    # -- drawing

    def page_words(self, room: Room, say: Say) -> str:
        """Say which page this is; nothing where there is only one."""
        starts = self._page_starts(room)
        if len(starts) == 1:
            return ""
        page = bisect_right(starts, self.top)
        return say("Page {n} of {total}.", n=page, total=len(starts))

    def draw(self, room: Room) -> tuple[list[Line], int]:
        """Give the lines shown, and which of them the cursor is on."""
        reading = self.reading(room)
        if self.cursor >= self.top + room.rows:  # the window is lower than it was
            if room.look.one_at_a_time:
                self.top = self.cursor
            else:
                self.cursor = self.top + room.rows - 1
        shown = reading.lines[self.top : self.top + room.rows]
        headings = self._headings(reading) if room.look.has_colour else frozenset()
        heard = self._heard_lines(reading)
        lines = [
            line(
                laid.text,
                Role.SPOKEN
                if self.top + n in heard
                else self._role(self.top + n, laid.kind, headings),
            )
            for n, laid in enumerate(shown)
        ]
        return lines, max(0, min(self.cursor - self.top, room.rows - 1))

    def _heard_lines(self, reading: Reading) -> range:
        """Give the lines of the sentence that is read aloud."""
        if self.spoken is None:
            return range(0)
        start, end = self.spoken
        return range(reading.line_of(start), reading.line_of(Place(max(start, end - 1))) + 1)

    def _role(self, number: int, kind: BlockKind, headings: frozenset[int]) -> Role:
        if kind is BlockKind.HEAD:
            return Role.TITLE if not number else Role.PLAIN
        if number in headings:
            return Role.HEADING
        return _ROLES.get(kind, Role.PLAIN)

    def _headings(self, reading: Reading) -> frozenset[int]:
        if self._heading_lines is None:
            found = self._landmarks((LandmarkKind.HEADING,))
            self._heading_lines = frozenset(reading.line_of(mark.place) for mark in found)
        return self._heading_lines

    def _page_starts(self, room: Room) -> list[int]:
        """Give the first line of each page: one with words, as no page begins with a gap."""
        count = len(self.reading(room).lines)  # laid out first: another layout has other pages
        if room.rows not in self._pages:
            starts = [0]
            while (following := self._not_blank(starts[-1] + room.rows, room)) < count:
                starts.append(following)
            self._pages[room.rows] = starts
        return self._pages[room.rows]

    def _not_blank(self, number: int, room: Room) -> int:
        lines = self.reading(room).lines
        while number < len(lines) and not lines[number].text:
            number += 1
        return number


def _place(mark: Landmark) -> Place:
    return mark.place
