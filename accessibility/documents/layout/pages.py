"""From the pieces on pages to blocks: the one way in for whatever draws text on a page.

Pieces become lines, lines tables and columns, columns paragraphs, headings and lists. What was
taken in is counted against what came out; where letters were lost, a simpler way is gone.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from accessibility.documents.layout.assembling import blocks_of_drafts, tables_joined
from accessibility.documents.layout.columns import in_columns
from accessibility.documents.layout.drafts import Draft, Kind
from accessibility.documents.layout.footnotes import footnotes_of, marked, note_labels
from accessibility.documents.layout.grids import Grid
from accessibility.documents.layout.lines import Line, lines_of
from accessibility.documents.layout.open_tables import open_grids
from accessibility.documents.layout.paragraphs import drafts_of, usual_distance
from accessibility.documents.layout.ruled_tables import ruled_grids
from accessibility.documents.layout.ruleless_tables import ruleless_grids
from accessibility.documents.layout.running_heads import running_lines
from accessibility.documents.layout.writing import words_of
from accessibility.documents.page_marks import PageMarks
from accessibility.tree_text import tree_text, words_text
from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Figure,
    PageBreak,
    Paragraph,
    Table,
    Trust,
)
from mailbox_store.model.warned import Warned

_MOST_LOST = 0.03  # of the letters


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block that is made already and has its place on a page: a field, a notice."""

    block: Block
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class LaidOut:
    """What pages say; `is_certain` is False where a simpler way had to be gone."""

    blocks: tuple[Block, ...]
    removed: tuple[str, ...]
    warnings: tuple[Warned, ...]
    is_certain: bool


def blocks_of_pages(
    pages: Sequence[PageMarks], *, made: Mapping[int, Sequence[PlacedBlock]] | None = None
) -> LaidOut:
    """Read pages; `made` are blocks by page number that take their place among the others."""
    laid = [_Page(page, lines_of(page.pieces, page.number)) for page in pages]
    running = running_lines([(one.marks.height, one.lines) for one in laid])
    removed = tuple(line.text for one in laid for line in one.lines if id(line) in running)
    body = _body_size(laid, running)
    wanted = _letters(
        "".join(line.text for one in laid for line in one.lines if id(line) not in running)
    )
    notes = _notes(laid, running, body)
    blocks: list[Block] = []
    for with_tables in (True, False):
        groups: list[list[Line | _Box]] = []
        for one in laid:
            own = made.get(one.marks.number, ()) if made else ()
            groups += _groups(one, running, own, with_tables=with_tables)
        leading = _leading(groups)
        drafts = [draft for group in groups for draft in _of_group(group, body, leading)]
        drafts += [d for note in _each_note(notes) for d in drafts_of(note, body, leading=leading)]
        blocks = blocks_of_drafts(drafts)
        again = _letters("".join(draft.grid.said_again for draft in drafts if draft.grid))
        if _is_kept(wanted + again, blocks, made):
            break
    else:
        blocks = _plain_lines(laid, running, notes, made)
        with_tables = False
    warnings = () if with_tables else (Warned(code="layout-uncertain"),)
    return LaidOut(tuple(tables_joined(blocks)), removed, warnings, with_tables)


def keeps_letters(
    said: Iterable[str],
    blocks: Sequence[Block],
    made: Mapping[int, Sequence[PlacedBlock]] | None,
) -> bool:
    """Tell whether what was to be said is in the blocks, each letter once."""
    return _is_kept(_letters("".join(said)), blocks, made)


def _plain_lines(
    pages: Sequence["_Page"],
    running: set[int],
    notes: Sequence[Line],
    made: Mapping[int, Sequence[PlacedBlock]] | None,
) -> list[Block]:
    """Say each line for itself, from top to bottom: the last way, on which nothing is lost."""
    blocks: list[Block] = []
    for one in pages:
        number = one.marks.number
        if blocks:
            blocks.append(PageBreak(page=number))
        lines = [line for line in one.lines if id(line) not in running]
        blocks += [Paragraph(words=words_of([line])) for line in lines]
        blocks += [placed.block for placed in (made or {}).get(number, ())]
    return blocks + [Paragraph(words=words_of([line])) for line in notes]


def with_placed(drafts: Sequence[Draft], made: Sequence[PlacedBlock], page: int) -> list[Draft]:
    """Put blocks that have only a place among drafts that are in order already."""
    placed = list(drafts)
    for one in sorted(made, key=lambda block: block.top):
        at = next(
            (n for n, draft in enumerate(placed) if draft.lines and draft.lines[0].top > one.top),
            len(placed),
        )
        placed.insert(at, Draft(kind=Kind.BLOCK, page=page, block=one.block))
    return placed


@dataclass(slots=True)
class _Page:
    marks: PageMarks
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class _Box:
    """A table or a made block among lines, for putting them in order."""

    x0: float
    top: float
    x1: float
    bottom: float
    draft: Draft


def _notes(pages: Sequence[_Page], running: set[int], body: float) -> list[Line]:
    """Take the footnotes out of the pages, and mark the words that point to them."""
    notes: list[Line] = []
    for page in pages:
        own = [line for line in page.lines if id(line) not in running]
        text, found = footnotes_of(own, body, page.marks.height)
        if found and text:
            marked(text, note_labels(found))
            page.lines = [*text, *(line for line in page.lines if id(line) in running)]
            page.marks = replace(
                page.marks, pieces=[word for line in page.lines for word in line.words]
            )
            last = pages[-1].marks.number
            notes += [replace(line, page=last) for line in found]
    return notes


def _each_note(lines: Sequence[Line]) -> list[list[Line]]:
    notes: list[list[Line]] = []
    for line in lines:
        if notes and not line.text.startswith("["):
            notes[-1].append(line)
        else:
            notes.append([line])
    return notes


def _leading(groups: Sequence[Sequence[Line | _Box]]) -> float:
    """Give the document's usual distance of lines, as a part of their size; 0 where none is."""
    ratios = []
    for group in groups:
        lines = [thing for thing in group if isinstance(thing, Line)]
        if len(lines) > 3 and (distance := usual_distance(lines)):
            ratios += [distance / median(line.size for line in lines)] * len(lines)
    return median(ratios) if ratios else 0.0


def _groups(
    page: _Page, running: set[int], made: Sequence[PlacedBlock], *, with_tables: bool
) -> list[list[Line | _Box]]:
    """Give what stands on a page in the order of reading."""
    number = page.marks.number
    left_out = {id(word) for line in page.lines if id(line) in running for word in line.words}
    pieces = [piece for piece in page.marks.pieces if id(piece) not in left_out]
    grids: list[Grid] = []
    lines = [line for line in page.lines if id(line) not in running]
    if with_tables:
        grids = ruled_grids(replace(page.marks, pieces=pieces))
        if grids:
            in_cells = {id(p) for g in grids for row in g.rows for cell in row for p in cell}
            pieces = [piece for piece in pieces if id(piece) not in in_cells]
            lines = lines_of(pieces, number)
        tables = _undrawn(lines, page.marks)
        in_tables = {id(line) for _, used in tables for line in used}
        lines = [line for line in lines if id(line) not in in_tables]
        grids += [grid for grid, _ in tables]
    things: list[Line | _Box] = [*lines]
    things += [_boxed(grid) for grid in grids]
    things += [
        _Box(one.x0, one.top, one.x1, one.bottom,
             Draft(kind=Kind.BLOCK, page=number, block=one.block))
        for one in made
    ]  # fmt: skip
    return in_columns(things)


def _undrawn(lines: Sequence[Line], page: PageMarks) -> list[tuple[Grid, list[Line]]]:
    """Find tables that are not drawn all around; of two readings the larger one is kept."""
    whole = [{id(line) for line in used} for _, used in ruleless_grids(lines, page.number)]
    tables = [
        (grid, used)
        for grid, used in open_grids(lines, page.rules, page.number)
        if not any({id(line) for line in used} < other for other in whole)
    ]
    taken = {id(line) for _, used in tables for line in used}
    left = [line for line in lines if id(line) not in taken]
    return tables + ruleless_grids(left, page.number)


def _boxed(grid: Grid) -> _Box:
    draft = Draft(kind=Kind.TABLE, page=grid.page, grid=grid)
    return _Box(grid.x0, grid.top, grid.x1, grid.bottom, draft)


def _of_group(group: Sequence[Line | _Box], body: float, leading: float) -> list[Draft]:
    drafts: list[Draft] = []
    lines: list[Line] = []
    for thing in group:
        if isinstance(thing, Line):
            lines.append(thing)
            continue
        drafts += drafts_of(lines, body, leading=leading)
        lines = []
        drafts.append(thing.draft)
    return drafts + drafts_of(lines, body, leading=leading)


def _body_size(pages: Sequence[_Page], running: set[int]) -> float:
    sizes = Counter[float]()
    for page in pages:
        for line in page.lines:
            if id(line) not in running:
                sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _letters(text: str) -> Counter[str]:
    return Counter(character for character in text if character.isalnum())


def _is_kept(
    wanted: Counter[str],
    blocks: Sequence[Block],
    made: Mapping[int, Sequence[PlacedBlock]] | None,
) -> bool:
    """Tell whether the letters that went in came out, each once."""
    found = _letters(tree_text(_tree(blocks)))
    own = [one.block for ones in (made or {}).values() for one in ones]
    found.subtract(_letters(tree_text(_tree(own))))
    found.subtract(_repeated_headers(blocks))
    lost = sum(abs(wanted[letter] - found[letter]) for letter in wanted.keys() | found.keys())
    return lost <= _MOST_LOST * max(sum(wanted.values()), 1)


def _tree(blocks: Sequence[Block]) -> DocumentTree:
    """Make a tree to count in: what is said of a picture is not written on the page."""
    written = tuple(block for block in blocks if not isinstance(block, Figure))
    return DocumentTree(trust=Trust.LAYOUT, blocks=written)


def _repeated_headers(blocks: Sequence[Block]) -> Counter[str]:
    """Count the letters of headers that `tree_text` says again with every row but one."""
    again = Counter[str]()
    for block in blocks:
        if isinstance(block, Table) and block.header:
            for at, cell in enumerate(block.header):
                times = sum(bool(row[at]) for row in block.rows) - 1
                for letter, count in _letters(words_text(cell)).items():
                    again[letter] += count * times
    return again
