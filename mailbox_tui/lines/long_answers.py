"""Answers longer than the screen: a screenful at a time, and Enter goes on with the rest."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from accessibility.plain_lines import pages_of
from mailbox_tui.desk import Desk
from mailbox_tui.face import Entry
from mailbox_tui.lines.listing import wrapped


def entry_lines(entries: Sequence[Entry], desk: Desk) -> list[str]:
    """Lay entries out, each behind its number; a row of a grid keeps its blanks."""
    lines: list[str] = []
    for one in entries:
        text = f"{one.number}. {one.text}" if one.number else one.text
        lines += [text] if one.keeps_blanks else wrapped(desk, text)
    return lines


@dataclass(slots=True)
class LongAnswers:
    """The pages of the last answer that were not printed yet."""

    rest: list[list[str]] = field(default_factory=list)

    def give(self, lines: list[str], desk: Desk) -> None:
        """Print laid-out lines, as many as fit."""
        size = desk.out.rows_for(max(len(lines), 1))
        pages = pages_of(lines, first=size, size=size)
        if len(pages) > 1:
            pages = [[desk.say("Page {n} of {total}.", n=n, total=len(pages)), *page]
                     for n, page in enumerate(pages, start=1)]  # fmt: skip
        self.rest = pages
        self.go_on(desk)

    def go_on(self, desk: Desk) -> None:
        """Print the next page."""
        page, *self.rest = self.rest
        for line in page:
            desk.out.answer(line)
