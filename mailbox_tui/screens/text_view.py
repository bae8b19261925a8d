"""A text to be read, a letter above all: page by page, line by line, from landmark to landmark.

A page never repeats a line of the one before, so a listener hears each line once. The cursor rests
on the first line that was not shown before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

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


@dataclass(slots=True, kw_only=True)
class TextView:
    """What is read, where its first shown line is, and the line the cursor is on."""

    blocks: Sequence[Block]
    letter: Letter | None = None  # whose text this is, so that deeds are about it
    kind: TextKind = TextKind.LETTER
    top: int = 0
    cursor: int = 0
    _laid: Reading | None = None
    _columns: int = 0
    _landmarks: tuple[Landmark, ...] | None = field(default=None)

    def reading(self, columns: int) -> Reading:
        """Give the text laid out; where the width has changed, the place that was read stays."""
        if self._laid is None or columns != self._columns:
            before, self._laid = self._laid, reading_of(self.blocks, columns)
            self._columns = columns
            if before is not None:
                self.top = self._laid.line_of(before.place_of(self.top))
                self.cursor = self._laid.line_of(before.place_of(self.cursor))
        return self._laid

    # -- going about: each gives False where there is nothing further that way

    def turn_page(self, step: int, columns: int, height: int) -> bool:
        """Show the next page from its first line, or the one before."""
        if step > 0:
            wanted = self._not_blank(self.top + height, columns)
            if wanted >= len(self.reading(columns).lines):
                return False
        else:
            wanted = max(
                (s for s in self._page_starts(columns, height) if s < self.top), default=-1
            )
            if wanted < 0:
                return False
        self.top = self.cursor = wanted
        return True

    def move_line(self, step: int, columns: int, height: int, *, look: Look) -> bool:
        """Go a line on or back: to the next one with words, or show one line more."""
        lines = self.reading(columns).lines
        if look.one_at_a_time:
            wanted = self.cursor + step
            while 0 <= wanted < len(lines) and not lines[wanted].text:
                wanted += step
            if not 0 <= wanted < len(lines):
                return False
            self.go_to_line(wanted, height)
            return True
        if step > 0:
            if self.top + height >= len(lines):
                return False
            self.top += 1
            self.cursor = self.top + height - 1
            return True
        if not self.top:
            return False
        self.top -= 1
        self.cursor = self.top
        return True

    def go_to_line(self, wanted: int, height: int) -> None:
        """Put the cursor on a line; if it is not on the screen, at the top of it."""
        if not self.top <= wanted < self.top + height:
            self.top = wanted
        self.cursor = wanted

    def go_to_end(self, columns: int, height: int, *, last: bool, look: Look) -> None:
        """Show the first or the last page; where a line is read at a time, go to that line."""
        if look.one_at_a_time:
            lines = self.reading(columns).lines
            worded = [n for n, one in enumerate(lines) if one.text]
            self.go_to_line((worded or [0])[-1 if last else 0], height)
        else:
            self.top = self.cursor = self._page_starts(columns, height)[-1] if last else 0

    def go_to_place(self, place: Place, columns: int, height: int) -> None:
        """Put the cursor on the line of a place."""
        self.go_to_line(self.reading(columns).line_of(place), height)

    def next_landmark(
        self, kinds: Iterable[LandmarkKind], step: int, columns: int
    ) -> Landmark | None:
        """Give the next landmark of a kind after the cursor's line, or the one before it."""
        reading, wanted = self.reading(columns), tuple(kinds)
        found = [mark for mark in self.landmarks() if mark.kind in wanted]
        after = [mark for mark in found if (reading.line_of(mark.place) - self.cursor) * step > 0]
        if not after:
            return None
        return after[0] if step > 0 else after[-1]

    def landmarks(self) -> tuple[Landmark, ...]:
        """Give every landmark of the text."""
        from accessibility.landmark_search import landmarks_in  # 4 ms: not before a letter is open

        if self._landmarks is None:
            self._landmarks = landmarks_in(self.blocks)
        return self._landmarks

    # -- drawing

    def page_words(self, columns: int, height: int, say: Say) -> str:
        """Say which page this is; nothing where there is only one."""
        starts = self._page_starts(columns, height)
        if len(starts) == 1:
            return ""
        page = sum(1 for start in starts if start <= self.top)
        return say("Page {n} of {total}.", n=page, total=len(starts))

    def draw(self, columns: int, height: int, look: Look) -> tuple[list[Line], int]:
        """Give the lines shown, and which of them the cursor is on."""
        reading = self.reading(columns)
        shown = reading.lines[self.top : self.top + height]
        headings = self._heading_lines(reading) if look.has_colour else frozenset()
        lines = [
            line(laid.text, self._role(self.top + n, laid.kind, headings))
            for n, laid in enumerate(shown)
        ]
        return lines, max(0, min(self.cursor - self.top, height - 1))

    def _role(self, number: int, kind: BlockKind, headings: frozenset[int]) -> Role:
        if kind is BlockKind.HEAD:
            return Role.TITLE if not number else Role.PLAIN
        if number in headings:
            return Role.HEADING
        return _ROLES.get(kind, Role.PLAIN)

    def _heading_lines(self, reading: Reading) -> frozenset[int]:
        return frozenset(
            reading.line_of(mark.place)
            for mark in self.landmarks()
            if mark.kind is LandmarkKind.HEADING
        )

    def _page_starts(self, columns: int, height: int) -> list[int]:
        """Give the first line of each page: one with words, as no page begins with a gap."""
        count = len(self.reading(columns).lines)
        starts = [0]
        while (following := self._not_blank(starts[-1] + height, columns)) < count:
            starts.append(following)
        return starts

    def _not_blank(self, number: int, columns: int) -> int:
        lines = self.reading(columns).lines
        while number < len(lines) and not lines[number].text:
            number += 1
        return number
