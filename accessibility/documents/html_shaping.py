"""The blocks of one container, seen together: lines that belong to one another, and headings.

Letters written in a mail program have a `div` for each line, bullets typed by hand, and bold
words instead of headings.
"""

import re
from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from itertools import groupby

from accessibility.documents.html_blocks import Placed
from mailbox_store.model.document_tree import (
    Block,
    Figure,
    Heading,
    Item,
    Lines,
    List,
    Paragraph,
    Words,
)

_LONGEST_LINE = 80  # characters
_LONGEST_HEADING = 80
_BULLET = re.compile(r"[•·▪◦‣●▫]\s*(?=\S)")
_GUESSED_LEVEL = 2


def shaped(placed: Sequence[Placed]) -> list[Placed]:
    """Join tight short lines, make lists of typed bullets and of lists beside one another."""
    told: list[Placed] = []
    lines: list[list[Words]] = []  # of each block in `told` that may still grow
    for each in placed:
        now = _short_lines(each.block)
        if told and now and lines[-1] and _belong_together(told[-1], each):
            lines[-1] += now
            told[-1].gap_after = each.gap_after
            continue
        told.append(copy(each))
        lines.append(now)
    for each, some in zip(told, lines, strict=True):
        if len(some) > 1:
            each.block = Lines(lines=tuple(some))
    return _with_lists(told)


def with_guessed_headings(placed: Sequence[Placed]) -> list[Placed]:
    """Take short bold paragraphs before text for headings where a document has no headings."""
    if any(_has_heading(each.block) for each in placed):
        return list(placed)
    told: list[Placed] = []
    for at, each in enumerate(placed):
        behind = placed[at + 1] if at + 1 < len(placed) else None
        if behind is not None and _is_like_a_heading(each) and _is_text(behind):
            words = _short_lines(each.block)[0]
            told.append(replace(each, block=Heading(words=words, level=_GUESSED_LEVEL)))
        else:
            told.append(each)
    return told


def _belong_together(one: Placed, other: Placed) -> bool:
    is_heading_like = one.is_bold and not other.is_bold
    if one.label or other.label:
        return False
    return not (one.gap_after or other.gap_before or is_heading_like)


def _short_lines(block: Block) -> list[Words]:
    match block:
        case Paragraph(words=words) if _size(words) <= _LONGEST_LINE:
            return [words]
        case Lines(lines=lines):
            return list(lines)
    return []


def _size(words: Words) -> int:
    return sum(len(run.text) for run in words)


def _with_lists(placed: list[Placed]) -> list[Placed]:
    """Make one list of neighbours that begin with a bullet, or with a label of their own."""
    told: list[Placed] = []
    for is_bulleted, some in groupby(placed, key=lambda each: bool(_bulleted(each))):
        those = list(some)
        if is_bulleted:
            items = tuple(item for each in those for item in _bulleted(each))
            made = List(items=items, ordered=any(item.label for item in items))
            told.append(Placed(made, those[0].gap_before, those[-1].gap_after))
        else:
            told += those
    return told


def _bulleted(placed: Placed) -> list[Item]:
    match placed.block:
        case Paragraph(words=words) if placed.label:
            is_counted = any(character.isdigit() for character in placed.label)
            is_counted = is_counted or placed.label[-1] in ".)"
            return [Item(words=words, label=placed.label if is_counted else "")]
        case Paragraph(words=words):
            lines: Sequence[Words] = [words]
        case Lines(lines=several):
            lines = several
        case _:
            return []
    items = [Item(words=_without_bullet(line)) for line in lines if _BULLET.match(line[0].text)]
    return items if len(items) == len(lines) else []


def _without_bullet(words: Words) -> Words:
    return (replace(words[0], text=_BULLET.sub("", words[0].text, count=1)), *words[1:])


def _has_heading(block: Block) -> bool:
    return isinstance(block, Heading)


def _is_like_a_heading(placed: Placed) -> bool:
    lines = _short_lines(placed.block)
    if not placed.is_bold or len(lines) != 1:
        return False
    text = "".join(run.text for run in lines[0])
    letters = sum(character.isalpha() for character in text)
    return len(text) <= _LONGEST_HEADING and text[-1] not in ".,:;" and letters * 2 > len(text)


def _is_text(placed: Placed) -> bool:
    return not placed.is_bold and not isinstance(placed.block, Figure | Heading)
