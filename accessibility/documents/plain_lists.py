"""Lists in plain text: lines that begin with a dash, a dot, or numbers that count on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from accessibility.documents.plain_shapes import (
    in_columns,
    is_heading,
    item_mark,
    joined,
    was_full,
)
from accessibility.documents.running_words import words_of
from mailbox_store.model.document_tree import Block, Heading, Item, Lines, List, Paragraph

_DEEPEST = 8  # lists in lists


@dataclass(slots=True)
class _Entry:
    """One item as it is being read."""

    indent: int
    label: str  # its number or letter; a dash only where it may be a minus
    lines: list[str]
    inner: list["_Entry"] = field(default_factory=list)


def end_of_list(lines: Sequence[str], at: int, longest: int) -> int:
    """Give where what begins like a list at a line ends; the line itself if it does not."""
    first = item_mark(lines[at])
    if first is None:
        return at
    end = at + 1
    while end < len(lines):
        line = lines[end]
        hangs = line[0].isspace() and len(line) - len(line.lstrip()) > len(first["indent"])
        goes_on = line[0].islower() and was_full(lines[end - 1], line, longest)
        if item_mark(line) is None and not hangs and not goes_on:
            break
        end += 1
    return end


def is_list(lines: Sequence[str]) -> bool:
    """Tell whether lines that begin like a list are one: its numbers count on, no columns."""
    marked = [line for line in lines if item_mark(line)]
    has_rows = len(marked) > 1 and all(in_columns(_after_mark(line)) for line in marked)
    return not has_rows and _counts_on(marked)


def list_of(lines: Sequence[str]) -> List:
    """Make a list of its lines; deeper ones stand in the item before them."""
    roots: list[_Entry] = []
    path: list[_Entry] = []
    for line in lines:
        mark = item_mark(line)
        if mark is None:
            path[-1].lines.append(line.strip())
            continue
        words = line[mark.end() :]
        label = mark["number"] or mark["letter"] or (mark["bullet"] if words[0].isdigit() else "")
        entry = _Entry(len(mark["indent"].expandtabs(8)), label, [words])
        while path and path[-1].indent >= entry.indent:
            path.pop()
        (path[-1].inner if path else roots).append(entry)
        if len(path) < _DEEPEST:
            path.append(entry)
        else:
            path[-1] = entry
    return _list(roots)


def merged_lists(blocks: Iterable[Block], *, may_head: bool = True) -> list[Block]:
    """Put lists together whose items stand apart; a number all alone begins no list."""
    made: list[Block] = []
    for block in blocks:
        before = made[-1] if made else None
        if isinstance(block, List) and isinstance(before, List) and _continues(before, block):
            made[-1] = List(items=before.items + block.items, ordered=block.ordered)
        else:
            made.append(block)
    last = len(made) - 1
    return [
        _alone(block, may_head=may_head and at < last)
        if isinstance(block, List) and block.ordered and len(block.items) == 1
        else block
        for at, block in enumerate(made)
    ]


def _list(entries: Sequence[_Entry]) -> List:
    return List(
        items=tuple(map(_item, entries)),
        ordered=bool(entries[0].label) and entries[0].label[-1] in ".)",
    )


def _item(entry: _Entry) -> Item:
    """Join an item's lines where one was full; what stands on a line of its own stays there."""
    first, *others = [" ".join(parts) for parts in joined(entry.lines)]
    inner: list[Block] = []
    if others:
        inner.append(Lines(lines=tuple(map(words_of, others))))
    if entry.inner:
        inner.append(_list(entry.inner))
    return Item(words=words_of(first), label=entry.label, inner=tuple(inner))


def _after_mark(line: str) -> str:
    mark = item_mark(line)
    return line[mark.end() :] if mark else line


def _counts_on(marked: Sequence[str]) -> bool:
    """Tell whether the numbers of the outermost items go up by one."""
    marks = [mark for line in marked if (mark := item_mark(line))]
    outermost = min(len(mark["indent"]) for mark in marks)
    labels = [
        mark["number"] or mark["letter"] or "" for mark in marks if len(mark["indent"]) == outermost
    ]
    return all(_follows(before, label) for before, label in pairwise(labels))


def _follows(before: str, label: str) -> bool:
    if not before or not label:
        return before == label
    if before[-1] != label[-1]:
        return False
    if before[:-1].isdigit() and label[:-1].isdigit():
        return int(label[:-1]) == int(before[:-1]) + 1
    return len(before) == len(label) == 2 and ord(label[0]) == ord(before[0]) + 1


def _continues(before: List, block: List) -> bool:
    last, first = before.items[-1].label, block.items[0].label
    if before.ordered != block.ordered:
        return False
    return not block.ordered or _follows(last, first)


def _alone(block: List, *, may_head: bool) -> Block:
    item = block.items[0]
    if item.inner:
        return block
    text = f"{item.label} " + "".join(run.text for run in item.words)
    is_one = may_head and is_heading(text)
    return Heading(words=words_of(text), level=2) if is_one else Paragraph(words=words_of(text))
