"""A list of rows, some taller than others: which are on the screen and which has the focus."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Height = Callable[[int], int]  # lines of a row


@dataclass(slots=True)
class ListBody:
    """The focus, the row at the top, and the rows of the sheet.

    A sheet is for a look that shows one row at a time: the rows that were passed, one below the
    other. A row that is on the sheet is gone to by the cursor alone.
    """

    focus: int = 0
    top: int = 0
    sheet: list[int] = field(default_factory=list)

    def visible(self, count: int, height: int, height_of: Height) -> Sequence[int]:
        """Give the rows to show in so many lines, the focus among them."""
        if not count:
            return ()
        self.focus = max(0, min(self.focus, count - 1))
        self.top = max(0, min(self.top, self.focus))
        room = height - height_of(self.focus)
        first = self.focus
        while first > self.top and height_of(first - 1) <= room:
            first -= 1
            room -= height_of(first)
        self.top = first
        last = self.focus + 1
        while last < count and height_of(last) <= room:
            room -= height_of(last)
            last += 1
        return range(self.top, last)

    def turn_page(self, step: int, count: int, height: int, height_of: Height) -> bool:
        """Go to the first row of the next or previous page; False where there is none."""
        shown = self.visible(count, height, height_of)
        if not shown:
            return False
        if step > 0:
            if shown[-1] + 1 >= count:
                return False
            self.top = self.focus = shown[-1] + 1
            return True
        if not self.top:
            return False
        room, first = height, self.top
        while first and height_of(first - 1) <= room:
            first -= 1
            room -= height_of(first)
        self.top = self.focus = min(first, self.top - 1)
        return True

    def on_sheet(self, count: int, height: int, height_of: Height) -> Sequence[int]:
        """Give the rows of the sheet; the focus is among them, on a new sheet where need be."""
        if not count:
            return ()
        self.focus = max(0, min(self.focus, count - 1))
        if self.sheet and self.focus == self.sheet[-1] + 1:
            self.sheet.append(self.focus)
        if self.focus not in self.sheet or sum(map(height_of, self.sheet)) > height:
            self.sheet[:] = [self.focus]
        return self.sheet

    def new_sheet(self) -> None:
        """Begin a new sheet: what the rows say may have changed."""
        self.sheet.clear()
