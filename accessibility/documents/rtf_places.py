"""Where the paragraphs of an RTF document gather: its body, a header, a note, a text box."""

from dataclasses import dataclass, field, replace

from accessibility.documents.open_paragraph import Look, OpenParagraph
from accessibility.documents.running_words import folded
from accessibility.documents.written_blocks import Cell, Piece, Written, pieces_of_table
from accessibility.tree_text import words_text
from mailbox_store.model.document_tree import Field, FieldKind, Run

_MOST_CELLS = 200_000
_MOST_ROWS_TOGETHER = 5_000


def _empty() -> OpenParagraph:
    return OpenParagraph(looks=[Look(bold=False)])


@dataclass(slots=True)
class Place:
    """What has been read so far, the paragraph that is open, and the table it stands in."""

    pieces: list[Piece] = field(default_factory=list)
    paragraph: OpenParagraph = field(default_factory=_empty)
    tick: bool | None = None  # a check box in the paragraph
    label: str | None = None  # of the item that the paragraph is
    was_cut: bool = False
    _rows: list[list[Cell]] = field(default_factory=list)
    _row: list[Cell] = field(default_factory=list)
    _cell: list[Piece] = field(default_factory=list)
    _header_rows: int = 0
    _cells: int = 0

    def put(self, pieces: list[Piece], *, in_table: bool = False) -> None:
        """Put what is finished where it belongs; what stands in no table ends the one before."""
        if in_table:
            self._cell += pieces
        else:
            self.end_table()
            self.pieces += pieces

    def end_paragraph(self, *, level: int, depth: int, in_table: bool) -> None:
        """End the paragraph; a label or a depth makes it an item."""
        paragraph, self.paragraph = self.paragraph, _empty()
        paragraph.level = level
        if self.label is not None or depth:
            label = words_text(folded([Run(self.label or "")]))
            is_number = any(map(str.isalnum, label)) and label != "o"  # "o" is a dot of Word's
            paragraph.depth = max(depth, 1)
            paragraph.label, paragraph.is_ordered = (label, True) if is_number else ("", False)
        tick, self.label, self.tick = self.tick, None, None
        pieces = paragraph.pieces()
        if tick is not None and pieces and isinstance(pieces[0], Written):
            text = words_text(tuple(run for line in pieces[0].lines for run in line))
            pieces[0] = Field(label=text, kind=FieldKind.CHECK, checked=tick)
        self.put(pieces, in_table=in_table)

    def end_cell(self) -> None:
        """End a cell."""
        self._cells += 1
        if self._cells > _MOST_CELLS:
            self.was_cut = True
        else:
            self._row.append(Cell(self._cell))
        self._cell = []

    def end_row(self, *, is_header: bool) -> None:
        """End a row."""
        if self._cell:
            self.end_cell()
        if self._row:
            self._rows.append(self._row)
        if is_header and len(self._rows) == self._header_rows + 1:
            self._header_rows += 1
        self._row = []
        if len(self._rows) >= _MOST_ROWS_TOGETHER:
            self.end_table()

    def end_table(self) -> None:
        """End the table, if one has begun."""
        if self._cell or self._row:
            self.end_row(is_header=False)
        rows, self._rows = self._rows, []
        header_rows, self._header_rows = self._header_rows, 0
        self.pieces += pieces_of_table(rows, header_rows=header_rows)

    def finished(self) -> list[Piece]:
        """End all of it."""
        self.end_paragraph(level=0, depth=0, in_table=False)
        self.end_table()
        return self.pieces


def as_note(pieces: list[Piece], mark: str) -> list[Piece]:
    """Put a note's mark before its first words."""
    first = pieces[0] if pieces else None
    if isinstance(first, Written):
        line = (Run(f"[{mark}] "), *first.lines[0])
        return [replace(first, lines=(folded(line), *first.lines[1:])), *pieces[1:]]
    return pieces
