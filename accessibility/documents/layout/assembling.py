"""Drafts of a whole document become its blocks: levels of headings, lists, addresses, page ends."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from accessibility.documents.layout.drafts import Draft, Kind
from accessibility.documents.layout.grids import block_of
from accessibility.documents.layout.lines import line_of
from accessibility.documents.layout.paragraphs import ROOM
from accessibility.documents.layout.tick_boxes import box_field, has_box
from accessibility.documents.layout.writing import words_of
from accessibility.documents.page_marks import Piece
from mailbox_store.model.document_tree import (
    Block,
    Heading,
    Item,
    KeyValue,
    Lines,
    List,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Words,
)

_NAMED = re.compile(r"\A([^:\n]{1,40}):\s+(\S.*)\Z", re.DOTALL)
_SENTENCE_END = re.compile(r"[.:!?]\Z")
_LONGEST_LINE = 60  # characters of a line that belongs to an address
_SOME_WORD = 3.0  # of the size: where the next word is not known to be longer
_FEWEST_PAIRS = 3
_DEEPER = 7.0  # points: an item this much further in belongs to the one above


def blocks_of_drafts(drafts: Sequence[Draft]) -> list[Block]:
    """Make the blocks of a document from the drafts of its pages, in order.

    A table over a page's end is still two; `tables_joined` is for afterwards.
    """
    joined = _over_page_ends(drafts)
    levels = _levels(joined)
    blocks: list[Block] = []
    page = joined[0].page if joined else 1
    at = 0
    while at < len(joined):
        draft = joined[at]
        if draft.page > page:
            page = draft.page
            blocks.append(PageBreak(page=page))
        end = at + 1
        if has_box(draft):
            blocks.append(box_field(draft))
        elif draft.kind is Kind.ITEM:
            end = _end_of_list(joined, at)
            blocks.append(_list(joined[at:end]))
        elif draft.kind is Kind.HEADING:
            blocks.append(Heading(words=_words(draft), level=levels[_style(draft)]))
        elif draft.kind is Kind.TABLE and draft.grid is not None:
            blocks.append(block_of(draft.grid))
        elif draft.block is not None:
            blocks.append(draft.block)
        else:
            end = max(_end_of_address(joined, at), _end_of_pairs(joined, at))
            blocks += _short_lines(joined[at:end]) if end > at + 1 else [_paragraph(draft)]
        at = end
    return blocks


def _over_page_ends(drafts: Sequence[Draft]) -> list[Draft]:
    """Join a paragraph or an item that goes on at the top of the next page or column."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if (
            before is not None
            and _is_at_a_new_top(before, draft)
            and draft.kind is Kind.PARAGRAPH
            and before.kind in (Kind.PARAGRAPH, Kind.ITEM)
            and _is_unfinished(before, draft)
        ):
            before.lines += draft.lines
            before.room = draft.room
        else:
            joined.append(draft)
    return joined


def _is_at_a_new_top(before: Draft, draft: Draft) -> bool:
    if draft.page != before.page or not draft.lines or not before.lines:
        return draft.page > before.page
    last, first = before.lines[-1], draft.lines[0]
    return first.x0 > last.x1 and first.bottom < last.top


def _is_unfinished(before: Draft, draft: Draft) -> bool:
    last, first = before.lines[-1], draft.lines[0]
    word = first.words[0]
    # In a narrow column nothing counts as full, but the paragraph's own lines tell its width.
    own = [line.x1 - last.x1 for line in before.lines[:-1]]
    room = min(before.room, max(own, default=before.room))
    if room > max(word.x1 - word.x0, _SOME_WORD * last.size) + ROOM * last.size:
        return False
    same = abs(last.size - first.size) < 0.6 and last.bold == first.bold
    return same and not _SENTENCE_END.search(last.text) and not first.text[:1].isupper()


def _style(draft: Draft) -> tuple[float, bool]:
    line = draft.lines[0]
    return round(line.size * 2) / 2, line.bold


def _levels(drafts: Iterable[Draft]) -> dict[tuple[float, bool], int]:
    """Rank the looks of headings: the largest is level 1."""
    styles = {_style(draft) for draft in drafts if draft.kind is Kind.HEADING}
    return {style: min(rank, 6) for rank, style in enumerate(sorted(styles, reverse=True), 1)}


def _end_of_list(drafts: Sequence[Draft], at: int) -> int:
    """Tell where a list ends: at something else, or where one of another kind begins beside it."""
    first = drafts[at]
    end = at + 1
    while end < len(drafts) and drafts[end].kind is Kind.ITEM and not has_box(drafts[end]):
        draft = drafts[end]
        beside = draft.lines[0].x0 <= first.lines[0].x0 + _DEEPER
        if beside and draft.is_ordered != first.is_ordered:
            break
        end += 1
    return end


def _words(draft: Draft) -> Words:
    return words_of(draft.lines)


def _paragraph(draft: Draft) -> Block:
    return Paragraph(words=_words(draft))


def _end_of_address(drafts: Sequence[Draft], at: int) -> int:
    """Tell where lines end that follow each other closely and were not full."""
    end = at + 1
    if not _is_short(drafts[at]):
        return end
    while (
        end < len(drafts)
        and drafts[end].kind is Kind.PARAGRAPH
        and drafts[end].follows_closely
        and drafts[end].page == drafts[at].page
        and _is_short(drafts[end])
    ):
        end += 1
    return end


def _end_of_pairs(drafts: Sequence[Draft], at: int) -> int:
    """Tell where names with values end, each a line of its own, however far apart."""
    end = at
    while (
        end < len(drafts)
        and drafts[end].kind is Kind.PARAGRAPH
        and drafts[end].page == drafts[at].page
        and _is_short(drafts[end])
        and _pair(drafts[end]) is not None
    ):
        end += 1
    return end if end - at >= _FEWEST_PAIRS else at + 1


def _is_short(draft: Draft) -> bool:
    return len(draft.lines) == 1 and len(draft.lines[0].text) <= _LONGEST_LINE


def _short_lines(drafts: Sequence[Draft]) -> list[Block]:
    """Make an address of short lines, or names with values where each line is one."""
    lines = [_words(draft) for draft in drafts]
    pairs = [_pair(draft) for draft in drafts]
    if all(pair is not None for pair in pairs):
        return [KeyValue(pairs=tuple(pair for pair in pairs if pair is not None))]
    return [Lines(lines=tuple(lines))]


def _pair(draft: Draft) -> tuple[Words, Words] | None:
    """Part "Dato: 3. november" into its name and its value, with links kept."""
    words = _words(draft)
    text = "".join(run.text for run in words)
    if _NAMED.match(text) is None or text.startswith(("http", "www")):
        return None
    place = text.index(":")
    return _cut(words, 0, place), _cut(words, place + 1, len(text))


def _cut(words: Words, start: int, end: int) -> Words:
    """Give the words between two characters, without blanks at the ends."""
    runs: list[Run] = []
    at = 0
    for run in words:
        piece = run.text[max(start - at, 0) : max(end - at, 0)]
        at += len(run.text)
        if piece:
            runs.append(replace(run, text=piece))
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return tuple(run for run in runs if run.text)


def _list(drafts: Sequence[Draft]) -> List:
    """Make a list; what stands further in belongs to the item above."""
    items: list[Item] = []
    left = drafts[0].lines[0].x0
    at = 0
    while at < len(drafts):
        draft = drafts[at]
        end = at + 1
        while end < len(drafts) and drafts[end].lines[0].x0 > left + _DEEPER:
            end += 1
        inner = (_list(drafts[at + 1 : end]),) if end > at + 1 else ()
        items.append(Item(words=_item_words(draft), label=draft.label, inner=inner))
        at = end
    return List(items=tuple(items), ordered=drafts[0].is_ordered)


def _item_words(draft: Draft) -> Words:
    """Give an item's words without its label."""
    first = draft.lines[0]
    label = draft.label or None
    words = list(_without_label(first.words, label))
    lines = [line_of(words, first.page), *draft.lines[1:]] if words else draft.lines[1:]
    return words_of(lines)


def _without_label(words: Sequence[Piece], label: str | None) -> Iterator[Piece]:
    """Leave the label out: a bullet is one piece or begins one."""
    left = "".join((label or "").split())
    is_bullet = not left
    for word in words:
        text = word.text
        if is_bullet:
            is_bullet = False
            text = text.lstrip()[1:].lstrip() if len(text.strip()) > 1 else ""
        elif left:
            common = min(len(left), len(text))
            text, left = text[common:].lstrip(), left[common:]
        if text:
            yield replace(word, text=text)


def tables_joined(blocks: Sequence[Block]) -> list[Block]:
    """Join a table that goes on over the page's end; its repeated header is said once."""
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        above = joined[-2] if len(joined) > 1 else None
        if isinstance(block, Table) and isinstance(before, PageBreak) and isinstance(above, Table):
            rows = _continued(above, block)
            if rows is not None:
                joined[-2:] = [replace(above, rows=(*above.rows, *rows))]
                continue
        joined.append(block)
    return joined


def _continued(above: Table, below: Table) -> tuple[tuple[Words, ...], ...] | None:
    """Give the rows that go on a table; None if they are another's."""
    width = len(above.rows[0]) if above.rows else len(above.header)
    rows = below.rows
    if not rows or len(rows[0]) != width:
        return None
    if not below.header:
        return rows
    if _plain(below.header) == _plain(above.header):
        return rows
    return None if above.header and any(map(_plain, below.header)) else (below.header, *rows)


def _plain(cells: object) -> str:
    return repr(cells)
