"""A tagged page as drafts: the author's order and roles, and the fonts' word where they are poor.

"Tagged" is not "structured": Word tags headings as paragraphs and as list items, so that the look
of a line still says what is a heading, and lines of an address stay apart.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from accessibility.documents.layout.drafts import Draft, Kind, item_label
from accessibility.documents.layout.lines import Line, lines_of
from accessibility.documents.layout.paragraphs import drafts_of
from accessibility.documents.layout.writing import words_of
from accessibility.documents.page_marks import Piece
from accessibility.documents.pdf.tags import Tag
from mailbox_store.model.document_tree import Figure, HeaderSource, KeyValue, Run, Table, Words

_HEADING = re.compile(r"H[1-6]?\Z|Title\Z")
_TEXT = frozenset(
    ["P", "Caption", "Note", "TOCI", "BlockQuote", "Quote", "Index", "Code", "BibEntry"]
)
_INLINE = frozenset(
    ["Span", "Link", "Lbl", "LBody", "Em", "Strong", "Reference", "Annot", "Form", "Sub", "Quote"]
)
_GROUPS = frozenset(
    ["Document", "DocumentFragment", "Part", "Sect", "Div", "Art", "NonStruct", "Private", "Aside",
     "TOC", "L", "Table", "TBody", "THead", "TFoot", "Root"]
)  # fmt: skip
_WIDEST = 40  # columns
_MOST_CELLS = 50_000


@dataclass(slots=True)
class TaggedPage:
    """The drafts of a page, and which of its words the tags reach."""

    drafts: list[Draft] = field(default_factory=list)
    reached: set[int] = field(default_factory=set)  # ids of pieces


def read_tags(
    tags: Sequence[Tag], pieces: Mapping[int, Sequence[Piece]], page: int, body: float
) -> TaggedPage:
    """Read a page's tags; `pieces` are its words by marked content."""
    ends = sorted(word.x1 for words in pieces.values() for word in words)
    column = ends[int(len(ends) * 0.995)] if ends else 0.0
    return _Walk(pieces, page, body, column).through(tags)


class _Walk:
    def __init__(
        self, pieces: Mapping[int, Sequence[Piece]], page: int, body: float, column: float
    ) -> None:
        self._pieces, self._page, self._body, self._column = pieces, page, body, column
        self._found = TaggedPage()

    def through(self, tags: Sequence[Tag]) -> TaggedPage:
        waiting: list[tuple[Tag, int]] = [(tag, 0) for tag in reversed(tags)]
        while waiting:
            tag, level = waiting.pop()
            inner = self._enter(tag, level)
            waiting += reversed(inner)
        return self._found

    def _enter(self, tag: Tag, level: int) -> list[tuple[Tag, int]]:
        """Take an element in; give what of it is still to be walked."""
        role = tag.role
        if role == "Table":
            self._table(tag)
            return []
        if role == "Figure" and not any(isinstance(c, Tag) for c in tag.children):
            self._figure(tag)
            return []
        if role == "LI":
            return self._item(tag, level)
        if _HEADING.match(role):
            self._heading(tag)
            return []
        if role in _TEXT or role in _INLINE or _is_inline(tag):
            blocks = [c for c in tag.children if isinstance(c, Tag) and _holds_blocks(c)]
            if not blocks:
                self._text(tag)
                return []
        loose = [child for child in tag.children if not isinstance(child, Tag)]
        inner: list[tuple[Tag, int]] = []
        if loose and all(not isinstance(child, Tag) for child in tag.children):
            self._text(tag)
            return []
        for child in tag.children:
            wrapped = child if isinstance(child, Tag) else Tag(role="Span", children=[child])
            inner.append((wrapped, level + (role == "L")))
        return inner

    def _words_in(self, tag: Tag) -> list[Piece]:
        """Give the words of an element in the order of its content."""
        found: list[Piece] = []
        waiting: list[tuple[Tag | int, str]] = [(tag, "")]
        while waiting:
            child, language = waiting.pop()
            if isinstance(child, int):
                words = self._pieces.get(child, ())
                self._found.reached |= {id(word) for word in words}
                found += [replace(w, language=language) if language else w for w in words]
                continue
            inner = child.language or language
            waiting += [(each, inner) for each in reversed(child.children)]
        return found

    def _lines(self, tag: Tag) -> list[Line]:
        words = self._words_in(tag)
        if tag.actual and words:
            first, last = words[0], words[-1]
            words = [replace(first, text=tag.actual, x1=max(first.x1, last.x1))]
        return lines_in_order(words, self._page)

    def _heading(self, tag: Tag) -> None:
        if lines := self._lines(tag):
            self._found.drafts.append(
                Draft(kind=Kind.HEADING, page=self._page, lines=lines, indent=lines[0].x0)
            )

    def _text(self, tag: Tag) -> None:
        lines = self._lines(tag)
        if not lines:
            return
        drafts = _rejoined(drafts_of(lines, self._body, column=self._column))
        wide = max(line.x1 for line in lines) - min(line.x0 for line in lines)
        torn = len(drafts) > 1 and all(draft.kind is Kind.PARAGRAPH for draft in drafts)
        if torn and wide > 260 and all(line.x1 - line.x0 > 0.6 * wide for line in lines[:-1]):
            drafts = [replace(drafts[0], lines=lines)]
        for draft in drafts[1:]:
            draft.follows_closely = True
        drafts[0].follows_closely = self._stands_close(lines[0])
        self._found.drafts += drafts

    def _stands_close(self, line: Line) -> bool:
        before = next((d.lines[-1] for d in reversed(self._found.drafts[-1:]) if d.lines), None)
        return before is not None and 0 < line.bottom - before.bottom < 1.5 * line.size

    def _item(self, tag: Tag, level: int) -> list[tuple[Tag, int]]:
        inner = [child for child in _flat(tag) if isinstance(child, Tag) and child.role == "L"]
        own = _without(tag, inner)
        lines = self._lines(own)
        if lines:
            self._found.drafts.append(self._drafted_item(lines, level))
        return [(child, level + 1) for child in inner]

    def _drafted_item(self, lines: list[Line], level: int) -> Draft:
        label = item_label(lines[0].text)
        is_heading = lines[0].bold and all(line.bold for line in lines) and len(lines) < 3
        if is_heading and label is not None and label[2]:
            return Draft(kind=Kind.HEADING, page=self._page, lines=lines, indent=lines[0].x0)
        name, _, ordered = label or ("", 0, False)
        draft = Draft(kind=Kind.ITEM, page=self._page, lines=lines, label=name, is_ordered=ordered)
        draft.indent = lines[0].x0
        draft.level = level
        return draft

    def _figure(self, tag: Tag) -> None:
        if lines := self._lines(tag):
            self._found.drafts += drafts_of(lines, self._body)
        elif tag.alt or tag.actual:
            block = Figure(alt=tag.alt or tag.actual)
            self._found.drafts.append(Draft(kind=Kind.BLOCK, page=self._page, block=block))

    def _table(self, tag: Tag) -> None:
        rows: list[tuple[list[Words], bool]] = []
        hanging: dict[int, tuple[Words, int]] = {}
        for row in _rows(tag):
            cells: list[Words] = []
            heads = 0
            for cell in [c for c in row.children if isinstance(c, Tag)]:
                while len(cells) in hanging and len(cells) < _WIDEST:
                    _hang(cells, hanging)
                words = words_of(self._lines(cell))
                heads += cell.role == "TH"
                if cell.rows > 1:
                    hanging[len(cells)] = (words, cell.rows - 1)
                cells += [words, *[()] * (cell.columns - 1)]
            while len(cells) in hanging and len(cells) < _WIDEST:
                _hang(cells, hanging)
            if any(cells):
                rows.append((cells[:_WIDEST], heads > 1 and heads * 2 > len(cells)))
        if rows:
            self._found.drafts.append(
                Draft(kind=Kind.BLOCK, page=self._page, block=_table_block(rows))
            )


def _rejoined(drafts: list[Draft]) -> list[Draft]:
    """Join what one element holds and a narrow column parted: it goes on in small letters."""
    joined = drafts[:1]
    for draft in drafts[1:]:
        before = joined[-1]
        both = before.kind is Kind.PARAGRAPH and draft.kind is Kind.PARAGRAPH
        if both and draft.lines[0].text[:1].islower():
            before.lines += draft.lines
        else:
            joined.append(draft)
    return joined


def lines_in_order(words: Sequence[Piece], page: int) -> list[Line]:
    """Make lines of words in the order given: a new one begins where the baseline changes."""
    lines: list[Line] = []
    row: list[Piece] = []
    for word in words:
        if row and abs(word.bottom - row[-1].bottom) > 0.5 * max(word.size, row[-1].size):
            lines += lines_of(row, page)
            row = []
        row.append(word)
    return lines + (lines_of(row, page) if row else [])


def _table_block(rows: list[tuple[list[Words], bool]]) -> Table | KeyValue:
    width = max(len(cells) for cells, _ in rows)
    full = [(tuple(cells + [()] * (width - len(cells))), is_head) for cells, is_head in rows]
    heads = 0
    while heads < len(full) - 1 and full[heads][1]:
        heads += 1
    body = tuple(cells for cells, _ in full[heads:])
    if heads:
        header = tuple(
            _joined_cells([full[row][0][column] for row in range(heads)]) for column in range(width)
        )
        return Table(header=header, rows=body, header_source=HeaderSource.TAGGED)
    if width == 2 and all(cells[0] for cells in body):
        return KeyValue(pairs=tuple((cells[0], cells[1]) for cells in body))
    return Table(header=(), rows=body, header_source=HeaderSource.NONE)


def _joined_cells(cells: Sequence[Words]) -> Words:
    joined: list[Run] = []
    for cell in cells:
        if cell:
            joined += [Run(" "), *cell] if joined else cell
    return tuple(joined)


def _rows(tag: Tag) -> Iterator[Tag]:
    for child in _flat(tag):
        if isinstance(child, Tag) and child.role == "TR":
            yield child


def _flat(tag: Tag) -> Iterator[Tag | int]:
    """Give an element's descendants, those of rows, lists and tables left to themselves."""
    waiting = list(reversed(tag.children))
    while waiting:
        child = waiting.pop()
        yield child
        if isinstance(child, Tag) and child.role not in ("TR", "L", "Table"):
            waiting += reversed(child.children)


def _without(tag: Tag, left_out: Sequence[Tag]) -> Tag:
    """Give an element without some of its descendants."""
    ids = {id(each) for each in left_out}
    children: list[Tag | int] = []
    for child in tag.children:
        if isinstance(child, Tag):
            if id(child) not in ids:
                children.append(_without(child, left_out))
        else:
            children.append(child)
    return replace(tag, children=children)


def _hang(cells: list[Words], hanging: dict[int, tuple[Words, int]]) -> None:
    words, rows = hanging.pop(len(cells))
    if rows > 1:
        hanging[len(cells)] = (words, rows - 1)
    cells.append(words)


def _is_inline(tag: Tag) -> bool:
    return tag.role not in _GROUPS and not any(
        isinstance(child, Tag) and _holds_blocks(child) for child in tag.children
    )


def _holds_blocks(tag: Tag) -> bool:
    return tag.role in ("Table", "L", "P", "Figure", "Sect", "Div") or bool(
        _HEADING.match(tag.role)
    )
