"""Every kind of block in the words that a person reads and hears, line by line."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import assert_never

from accessibility.rendering.calendar_names import names_in_words, value_in_words
from accessibility.rendering.field_words import told_field
from accessibility.rendering.marks import MarkKind
from accessibility.rendering.notices import notice_sentence
from accessibility.rendering.table_words import PartsOf, told_table
from accessibility.rendering.told_lines import SLOT, Line, Part, framed, ours, own
from accessibility.tree_text import words_text
from accessibility.wording import Say
from mailbox_store.model.document_tree import (
    Block,
    Field,
    Figure,
    Heading,
    Item,
    KeyValue,
    Lines,
    List,
    Notice,
    PageBreak,
    Paragraph,
    Raw,
    Table,
    Words,
)


def told_block(block: Block, say: Say, parts_of: PartsOf, *, level: int = 1) -> Iterator[Line]:
    """Tell a block; `parts_of` makes parts of words, `level` is how deep in lists it stands."""
    match block:
        case Heading(words=words):
            told = say("Heading {level}: {words}", level=block.level, words=SLOT)
            named = words_text(words)
            mark = MarkKind.HEADING if named.strip() else None
            parts = framed(told, parts_of(words)) if mark else tuple(parts_of(words))
            yield Line(parts=parts, mark=mark, named=named)
        case Paragraph(words=words):
            yield Line(parts=tuple(parts_of(words)))
        case Lines(lines=lines):
            yield from (Line(parts=tuple(parts_of(words))) for words in lines)
        case List():
            yield from _list(block, say, parts_of, level)
        case Table():
            yield from told_table(block, say, parts_of)
        case Field():
            yield told_field(block, say)
        case KeyValue(pairs=pairs):
            yield from _pairs(pairs, say, parts_of)
        case Figure(alt=alt):
            yield _figure(alt, say)
        case Notice():
            yield ours(notice_sentence(block, say))
        case PageBreak(page=page):
            told = say("Page {n}.", n=page)
            yield replace(ours(told), mark=MarkKind.PAGE, named=str(page))
        case Raw(text=text):
            yield from (Line(parts=(own(line),)) for line in text.split("\n"))
        case _:
            assert_never(block)


def _list(block: List, say: Say, parts_of: PartsOf, level: int) -> Iterator[Line]:
    total = len(block.items)
    for number, item in enumerate(block.items, start=1):
        line = _item(item, say, parts_of, (number, total, level))
        if number == level == 1:
            line = replace(line, mark=MarkKind.LIST, named=words_text(item.words))
        yield line
        inner = (told_block(each, say, parts_of, level=level + 1) for each in item.inner)
        yield from chain.from_iterable(inner)


def _item(item: Item, say: Say, parts_of: PartsOf, place: tuple[int, int, int]) -> Line:
    number, total, level = place
    if level == 1:
        told = say("Item {n} of {total}: {words}", n=number, total=total, words=SLOT)
    else:
        told = say(
            "Level {level}, item {n} of {total}: {words}",
            level=level,
            n=number,
            total=total,
            words=SLOT,
        )
    parts = parts_of(item.words)
    if item.label:
        source = f"{item.label} "
        is_told = item.label.strip().rstrip(".)") == str(number)  # "Item 2 of 3" says it
        parts.insert(0, own("" if is_told else source, source=source))
    return Line(parts=framed(told, parts))


def _pairs(pairs: tuple[tuple[Words, Words], ...], say: Say, parts_of: PartsOf) -> Iterator[Line]:
    told = names_in_words({words_text(name) for name, _ in pairs})
    for name, value in pairs:
        text = words_text(name)
        sentence = say(told[text]) if text in told else ""
        yield _pair(name, value, (sentence, say), parts_of)


def _pair(name: Words, value: Words, told: tuple[str, Say], parts_of: PartsOf) -> Line:
    """Tell a name and its value; `told` is the name in our words, if we have any for it."""
    sentence, say = told
    bare = _without_colon(name)
    name_text, text = words_text(bare), words_text(value)
    names = [Part(sentence, name_text, say.language)] if sentence else parts_of(bare)
    joint = ": " if name_text and text else ":" if name_text else ""
    said = value_in_words(name_text, text, say) if sentence else ""
    values = [Part(said, text, say.language)] if said else parts_of(value)
    return Line(parts=(*names, own(joint, source=": " if text else ""), *values))


def _without_colon(name: Words) -> Words:
    """Leave out the colon and the blanks that a name ends with: ours stands there."""
    runs = list(name)
    while runs:
        last = runs.pop()
        if text := last.text.rstrip(": "):
            return (*runs, replace(last, text=text))
    return ()


def _figure(alt: str, say: Say) -> Line:
    if not alt:
        return ours(say("Picture without a description."))
    if not alt.strip():
        told = say("Picture without a description.")
        return Line(parts=(Part(told, alt, say.language),))
    return Line(parts=framed(say("Picture: {words}", words=SLOT), [own(alt)]))
