"""A document as Markdown (GitHub's): for reading, for other programs, and for measuring.

The words are the document's; only a `Notice` is a sentence of ours.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import assert_never

from accessibility.rendering.markdown_escapes import escaped, escaped_places, with_backslashes
from accessibility.rendering.notices import notice_sentence
from accessibility.tree_text import words_text
from accessibility.wording import Say, wording_for
from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Field,
    FieldKind,
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

_DEEPEST_HEADING = 6
_NUMBER = re.compile(r"\d{1,9}[.)]")
_BREAK = "  \n"  # a line ends here, and so it does when Markdown is shown
_BETWEEN_LISTS = "<!-- -->"  # without it two lists in a row are one
_UNSAFE_IN_ADDRESS = re.compile(r"[\s()<>\\]")
_BACKTICKS = re.compile(r"^ {0,3}(`{3,})", re.MULTILINE)


def markdown_of(tree: DocumentTree, say: Say | None = None) -> str:
    """Write a document as Markdown, with the notices in the language of `say`, or in English."""
    text = "\n\n".join(_blocks(tree.blocks, say or wording_for("en")))
    return f"{text}\n" if text else ""


def _blocks(blocks: Sequence[Block], say: Say) -> Iterator[str]:
    before: Block | None = None
    for is_field, group in groupby(blocks, key=lambda block: isinstance(block, Field)):
        if is_field:
            fields = [_field(block) for block in group if isinstance(block, Field)]
            yield _BREAK.join(fields)
            before = None
            continue
        for block in group:
            if not (text := _block(block, say)):
                continue
            if isinstance(block, List) and isinstance(before, List):
                yield _BETWEEN_LISTS
            yield text
            before = block


def _block(block: Block, say: Say) -> str:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph(words=words):
            return _words(words)
        case Lines(lines=lines):
            return _BREAK.join(filter(None, map(_words, lines)))
        case List(items=items):
            return "\n".join(
                _item(item, say, number=at if block.ordered else None)
                for at, item in enumerate(items, start=1)
            )
        case Table():
            return _table(block)
        case Field():
            return _field(block)
        case KeyValue(pairs=pairs):
            return _BREAK.join(_pair(name, value) for name, value in pairs)
        case Figure(alt=alt):
            return f"![{with_backslashes(alt, _in_brackets(alt))}]()"
        case Notice():
            return f"> {escaped(notice_sentence(block, say))}"
        case PageBreak():
            return ""
        case Raw(text=text):
            return _fenced(text)
        case _:
            assert_never(block)


def _heading(heading: Heading) -> str:
    words = _words(heading.words, begins=False)
    if words.endswith("#"):  # it would be taken as the heading's end
        words = f"{words[:-1]}\\#"
    level = min(max(heading.level, 1), _DEEPEST_HEADING)
    return f"{'#' * level} {words}" if words else ""


def _item(item: Item, say: Say, *, number: int | None) -> str:
    """Write an item with what belongs to it, as far in as its words begin."""
    label = item.label.strip()
    if _NUMBER.fullmatch(label):
        marker, label = label, ""
    else:
        marker = "-" if number is None or label else f"{number}."
    words = _words(item.words, begins=not label)
    first = " ".join(filter(None, (marker, escaped(label), words)))
    indent = " " * (len(marker) + 1)
    parts = [first]
    for inner, text in _inner(item.inner, say):
        is_tight = isinstance(inner, List) or (len(parts) == 1 and first == marker)
        parts.append("\n" if is_tight else "\n\n")
        parts.append("\n".join(f"{indent}{line}" if line else "" for line in text.split("\n")))
    return "".join(parts)


def _inner(blocks: Iterable[Block], say: Say) -> Iterator[tuple[Block, str]]:
    for block in blocks:
        if text := _block(block, say):
            yield block, text


def _table(table: Table) -> str:
    """Write a table; where it has no header, an empty one, for Markdown knows no table without."""
    width = len(table.header) or max(map(len, table.rows), default=0)
    if not width:
        return _words(table.caption)
    header = table.header or ((),) * width
    rows = [_row(header), "|" + "---|" * width, *map(_row, table.rows)]
    caption = _words(table.caption)
    return "\n".join([caption, "", *rows] if caption else rows)


def _row(cells: Iterable[Words]) -> str:
    return "| " + " | ".join(map(_cell, cells)) + " |"


def _cell(words: Words) -> str:
    return _words(words, begins=False).replace("|", "\\|")


def _field(field: Field) -> str:
    label = escaped(field.label.strip())
    if field.kind in (FieldKind.CHECK, FieldKind.RADIO) and not field.value.strip():
        return f"[{'x' if field.checked else ' '}] {label}".rstrip()
    return _named(label, escaped(field.value.strip(), begins=not label))


def _pair(name: Words, value: Words) -> str:
    label = _words(name)
    return _named(label, _words(value, begins=not label))


def _named(name: str, value: str) -> str:
    if not name:
        return value
    name = name.rstrip(": ")
    return f"{name}: {value}" if value else f"{name}:"


def _words(words: Words, *, begins: bool = True) -> str:
    """Write words with their links; white space at the ends means nothing here."""
    whole = words_text(words)
    blanks = len(whole) - len(whole.lstrip())
    places = {at + blanks for at in escaped_places(whole.strip(), begins=begins)}
    parts, at = [], 0
    for link, runs in groupby(words, key=lambda run: run.link):
        text = "".join(run.text for run in runs)
        parts.append(_linked(text, link, places, at))
        at += len(text)
    return "".join(parts).strip()


def _linked(text: str, link: str, places: set[int], offset: int) -> str:
    inside = text.strip()
    if not link or not inside:
        return with_backslashes(text, places, offset=offset)
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :]
    if link in (inside, f"mailto:{inside}") and not _UNSAFE_IN_ADDRESS.search(link):
        return f"{before}{inside}{after}"  # shown as a link as it is
    start = offset + len(before)
    more = {start + place for place in _in_brackets(inside)}
    words = with_backslashes(inside, places | more, offset=start)
    return f"{before}[{words}]({_address(link)}){after}"


def _in_brackets(text: str) -> set[int]:
    return escaped_places(text, begins=False) | {
        at for at, character in enumerate(text) if character in "[]"
    }


def _address(link: str) -> str:
    if not _UNSAFE_IN_ADDRESS.search(link):
        return link
    made = link.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E")
    return f"<{' '.join(made.split())}>"


def _fenced(text: str) -> str:
    longest = max((len(found[1]) for found in _BACKTICKS.finditer(text)), default=2)
    fence = "`" * max(3, longest + 1)
    inside = text.strip("\n")
    return f"{fence}\n{inside}\n{fence}" if inside.strip() else ""
