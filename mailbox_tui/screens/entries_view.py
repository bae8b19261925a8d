"""A list to choose from that is not of letters: folders, deadlines, documents, settings."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from accessibility.list_line import as_sentence
from accessibility.plain_lines import wrap
from mailbox_store.model.letter import Letter
from mailbox_tui.face import Entry
from mailbox_tui.looks import Look
from mailbox_tui.screens.list_body import ListBody
from mailbox_tui.screens.picture import Line, Role, Span, line

_INDENT = "  "  # room for the mark of the focus


@dataclass(slots=True, kw_only=True)
class EntriesView:
    """The entries and the focus among them."""

    name: str
    entries: Sequence[Entry]
    letter: Letter | None = None  # whose documents, links ... these are
    body: ListBody = field(default_factory=ListBody)

    @property
    def rows(self) -> Sequence[Entry]:
        """The entries, each a row."""
        return self.entries

    @property
    def focused(self) -> Entry:
        """The entry in focus."""
        return self.entries[self.body.focus]

    def title(self) -> str:
        """Name the list."""
        return as_sentence(self.name)

    def draw_row(self, row: int, *, width: int, look: Look) -> list[Line]:
        """Lay one entry out: sentences, in every look."""
        text = self.entries[row].text
        if look.one_at_a_time:
            return [line(one) for one in wrap(text, width)]
        lines: list[Line] = [
            (Span(_INDENT), Span(one, Role.SUBJECT)) for one in wrap(text, width - len(_INDENT))
        ]
        return [*lines, ()] if look.is_large else lines
