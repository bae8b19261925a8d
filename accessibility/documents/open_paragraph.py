"""One paragraph of a word processor while it is being read: its runs, its lines, its field."""

from dataclasses import dataclass, field

from accessibility.documents.running_words import folded, linked
from accessibility.documents.written_blocks import Piece, Written
from accessibility.tree_text import words_text
from mailbox_store.model.document_tree import Field, FieldKind, Run

_LONGEST_LABEL = 80  # characters before a field to be filled in


@dataclass(frozen=True, slots=True)
class Look:
    """How the text of a span is: bold, in a language of its own, leading somewhere."""

    bold: bool
    language: str = ""
    link: str = ""


@dataclass(slots=True)
class OpenField:
    """A place to be filled in, inside a paragraph."""

    kind: FieldKind
    begins: int  # characters before it
    is_filled: bool
    ends: int = -1
    options: list[str] = field(default_factory=list)


@dataclass(slots=True)
class OpenParagraph:
    """A paragraph whose end has not come."""

    looks: list[Look]
    level: int = 0
    language: str = ""
    depth: int = 0
    label: str = ""
    is_ordered: bool = False
    is_more: bool = False
    is_hidden: bool = False
    after: list[Piece] = field(default_factory=list)
    blank: OpenField | None = None
    _lines: list[list[Run]] = field(default_factory=lambda: [[]])
    _characters: int = 0
    _bold: int = 0  # characters that are bold, blanks aside
    _seen: int = 0

    def take(self, text: str) -> None:
        """Take in some text in the look that is open."""
        look = self.looks[-1]
        self._lines[-1].append(Run(text, look.link, look.language))
        visible = len("".join(text.split()))
        self._characters += len(text)
        self._seen += visible
        self._bold += visible if look.bold else 0

    def break_line(self) -> None:
        """Begin another line."""
        self._lines.append([])
        self._characters += 1

    def begin_field(self, kind: FieldKind, *, is_filled: bool) -> None:
        """Begin a place to be filled in; only the first of a paragraph can become a field."""
        if self.blank is None:
            self.blank = OpenField(kind, self._characters, is_filled)

    def end_field(self) -> None:
        """End it."""
        if self.blank is not None and self.blank.ends < 0:
            self.blank.ends = self._characters

    @property
    def size(self) -> int:
        """Count the characters that can be seen."""
        return self._seen

    def pieces(self) -> list[Piece]:
        """Give the paragraph and what hangs on it."""
        return [*self._own(), *self.after]

    def _own(self) -> list[Piece]:
        lines = tuple(linked(folded(line)) for line in self._lines)
        if not any(lines):
            return []
        if self.blank is not None and (made := self._as_field(self.blank)):
            return [made]
        written = Written(
            lines=lines,
            level=self.level,
            is_bold=0 < self._seen == self._bold,
            depth=self.depth,
            label=self.label,
            is_ordered=self.is_ordered,
            is_more=self.is_more,
        )
        return [written]

    def _as_field(self, found: OpenField) -> Field | None:
        """Give the paragraph as a field where it is nothing but a label and a place to fill in."""
        whole = "".join(run.text for line in self._lines for run in (*line, Run("\n")))[:-1]
        if found.ends != self._characters or found.begins > _LONGEST_LABEL:
            return None
        before, inside = whole[: found.begins], whole[found.begins :]
        label = words_text(folded([Run(before)])).rstrip(": ")
        value = words_text(folded([Run(inside)]))
        return Field(
            label=label or value,
            kind=found.kind,
            value=value if found.is_filled and label else "",
            options=tuple(words_text(folded([Run(option)])) for option in found.options),
        )
