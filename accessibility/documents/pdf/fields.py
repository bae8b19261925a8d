"""Form fields put where they stand, with the words beside them as labels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from accessibility.documents.layout.lines import Line, line_of, lines_of
from accessibility.documents.layout.pages import PlacedBlock
from accessibility.documents.page_marks import PageMarks, Piece
from accessibility.documents.pdf.annotations import Widget
from accessibility.documents.pdf.near_places import Shelves
from mailbox_store.model.document_tree import Field, FieldKind

_BESIDE = 60.0  # points: how far a box's words may stand beside it
_FAR = 260.0  # points: how far a field's words may stand to its left
_ABOVE = 16.0  # points: how far a field's words may stand above it
_TICKED = (FieldKind.CHECK, FieldKind.RADIO)


@dataclass(slots=True)
class PlacedFields:
    """The fields with their labels, the words that are left, and the captions of buttons."""

    placed: list[PlacedBlock]
    pieces: list[Piece]
    removed: list[str] = field(default_factory=list)


def placed_fields(page: PageMarks, widgets: Sequence[Widget]) -> PlacedFields:
    """Part a page's words into fields' labels and values, and others."""
    if not widgets:
        return PlacedFields([], page.pieces)
    shelves = Shelves(page.pieces)
    written: dict[int, str] = {}
    values: set[int] = set()
    for widget in widgets:  # fields may lie over each other: a word is the first one's
        inside = [piece for piece in shelves.inside(widget, 1.0) if id(piece) not in values]
        values |= {id(piece) for piece in inside}
        written[id(widget)] = _written(inside, page.number)
    pieces = [piece for piece in page.pieces if id(piece) not in values]
    search = _Search(_parted(lines_of(pieces, page.number), widgets), widgets)
    found = PlacedFields([], pieces)
    for widget in widgets:
        if widget.field is None:
            found.removed += [written[id(widget)]] if written[id(widget)] else []
            continue
        line = search.label(widget)
        told = replace(widget.field, label=line.text.rstrip() if line else widget.field.label)
        if not told.value and told.kind not in _TICKED:
            told = replace(told, value=written[id(widget)])
        found.placed.append(_placed(told, widget, line))
    labels = {id(piece) for line in search.taken for piece in line.words}
    found.pieces = [piece for piece in pieces if id(piece) not in labels]
    return found


def _written(pieces: Sequence[Piece], page: int) -> str:
    return " ".join(line.text for line in lines_of(pieces, page))


def _parted(lines: Sequence[Line], widgets: Sequence[Widget]) -> list[Line]:
    """Part lines that run over a field's place: "Ja [ ] Nej [ ]" are two labels."""
    shelves = Shelves(widgets)
    return [part for line in lines for part in _at_widgets(line, shelves)]


def _at_widgets(line: Line, shelves: Shelves[Widget]) -> Iterator[Line]:
    places = [w.x0 for w in shelves.between(line.top, line.bottom) if line.x0 < w.x0 < line.x1]
    words: list[Piece] = []
    for word in line.words:
        if words and any(words[-1].x0 < place < word.x1 for place in places):
            yield line_of(words, line.page)
            words = []
        words.append(word)
    yield line_of(words, line.page)


class _Search:
    """Looks for the words that name a field; a line is taken once."""

    def __init__(self, lines: Sequence[Line], widgets: Sequence[Widget]) -> None:
        self._lines, self._widgets = Shelves(lines), Shelves(widgets)
        self.taken: list[Line] = []
        self._ids: set[int] = set()

    def label(self, widget: Widget) -> Line | None:
        """Take the words beside a field, else right above it."""
        found = self._beside(widget) or self._above(widget)
        if found is not None:
            self._ids.add(id(found))
            self.taken.append(found)
        return found

    def _free(self, top: float, bottom: float) -> list[Line]:
        return [line for line in self._lines.between(top, bottom) if id(line) not in self._ids]

    def _beside(self, widget: Widget) -> Line | None:
        beside = [
            line
            for line in self._free(widget.top - 2, widget.bottom + 2)
            if line.bottom > widget.top - 2 and line.top < widget.bottom + 2
        ]
        row = [
            other
            for other in self._widgets.between(widget.top, widget.bottom)
            if other is not widget and other.bottom > widget.top and other.top < widget.bottom
        ]
        is_tick = widget.field is not None and widget.field.kind in _TICKED
        right = [line for line in beside if -2 <= line.x0 - widget.x1 < _BESIDE]
        if is_tick and right and not self._are_left(widget, row):
            return min(right, key=lambda line: line.x0)
        reach = _BESIDE if is_tick else _FAR
        before = max((o.x1 for o in row if o.x1 <= widget.x0 + 2), default=-1e9)
        left = [
            line
            for line in beside
            if line.x1 <= widget.x0 + 2 and widget.x0 - line.x1 < reach and line.x1 > before
        ]
        return max(left, key=lambda line: line.x1) if left else None

    def _are_left(self, widget: Widget, row: Sequence[Widget]) -> bool:
        """Tell whether a row of boxes has its words to the left: none stand behind the last."""
        ticks = [widget, *(o for o in row if o.field is not None and o.field.kind in _TICKED)]
        last, first = max(t.x1 for t in ticks), min(t.x0 for t in ticks)
        lines = [
            line
            for line in self._lines.between(widget.top, widget.bottom)
            if line.bottom > widget.top and line.top < widget.bottom
        ]
        behind = any(-2 <= line.x0 - last < _BESIDE for line in lines)
        return not behind and any(0 <= first - line.x1 < _BESIDE / 2 for line in lines)

    def _above(self, widget: Widget) -> Line | None:
        above = [
            line
            for line in self._free(widget.top - 2 * _ABOVE, widget.top + 4)
            if 0 <= widget.top - line.bottom + 4 < _ABOVE
            and abs(line.x0 - widget.x0) < 20
            and len(line.text) < 60
        ]
        return max(above, key=lambda line: line.bottom) if above else None


def _placed(told: Field, widget: Widget, line: Line | None) -> PlacedBlock:
    x0, x1 = widget.x0, widget.x1
    top, bottom = widget.top, widget.bottom
    if line is not None:
        x0, x1 = min(x0, line.x0), max(x1, line.x1)
        top, bottom = min(top, line.top), max(bottom, line.bottom)
    return PlacedBlock(told, x0, top, x1, bottom)
