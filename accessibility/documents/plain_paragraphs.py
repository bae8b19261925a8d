"""Plain text to a tree: paragraphs, headings, lists, names with values, tables where clear.

What one line looks like is decided in `plain_shapes`, rows in `plain_columns`, lists in
`plain_lists`. No letter or digit is lost: drawn lines ("-----") lie in the tree's `removed`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from accessibility.documents.decoding import text_of_bytes
from accessibility.documents.extract import MOST_CHARACTERS, Extract
from accessibility.documents.plain_columns import cells_apart, columns_of, is_row_of_pipes
from accessibility.documents.plain_lists import end_of_list, is_list, list_of, merged_lists
from accessibility.documents.plain_shapes import (
    CLOSING,
    LONGEST_HEADING,
    WIDEST,
    has_words,
    in_columns,
    is_heading,
    is_row,
    is_rule,
    is_torn,
    joined,
    markdown_heading,
    named_value,
    underlined_level,
)
from accessibility.documents.running_words import words_of
from accessibility.plain_lines import display_width
from accessibility.plain_text import hides_text, plain
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Heading,
    KeyValue,
    Lines,
    PageBreak,
    Paragraph,
    Raw,
    Trust,
)
from mailbox_store.model.warned import Warned

_MOST_BYTES = 4 * MOST_CHARACTERS
_QUOTED = re.compile(r"((?:> ?)+)")
_MOST_BLOCKS = 50_000  # what comes after is kept as it stands
_MOST_LINES = 200_000  # so, too


def read_text(content: bytes, *, charset: str = "") -> Extract:
    """Give the tree of a plain text in any common encoding."""
    text = text_of_bytes(content[:_MOST_BYTES], declared=charset)
    warnings = []
    if len(content) > _MOST_BYTES or len(text) > MOST_CHARACTERS:
        warnings.append(Warned(code="cut"))
    text = text[:MOST_CHARACTERS]
    if hides_text(text.replace("\f", "\n").replace("\t", " ")):
        warnings.append(Warned(code="hidden-characters"))
    blocks, removed = blocks_of_text(text)
    tree = DocumentTree(trust=Trust.PLAIN, blocks=blocks, removed=removed, warnings=tuple(warnings))
    reading = Reading.READ if any(map(str.isalnum, text)) else Reading.NO_TEXT
    return Extract(reading=reading, tree=tree, warnings=tuple(warnings))


def blocks_of_text(text: str) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Give a text's blocks, and the drawn lines that are not read."""
    removed: list[str] = []
    blocks: list[Block] = []
    lines_read = 0
    has_closed = False  # what follows is who signed
    pages = text.split("\f")
    for number, page in enumerate(pages, start=1):
        if not page.strip():
            continue
        if blocks:
            blocks.append(PageBreak(page=number))
        groups = _groups(page)
        for at, group in enumerate(groups):
            lines_read += len(group)
            if len(blocks) >= _MOST_BLOCKS or lines_read > _MOST_LINES:
                rest = ["\n".join(lines) for lines in groups[at:]]
                rest += [plain(later) for later in pages[number:]]
                blocks.append(Raw(text="\n\n".join(rest).replace("\t", " ")))
                return tuple(blocks), tuple(removed)
            has_closed = has_closed or CLOSING.match(group[0]) is not None
            following = [] if has_closed or at == len(groups) - 1 else groups[at + 1]
            blocks += _Group(lines=group, following=following, removed=removed).blocks()
    return tuple(merged_lists(blocks, may_head=not has_closed)), tuple(removed)


def _groups(page: str) -> list[list[str]]:
    """Cut a page at its blank lines; tabs are kept, they tell columns."""
    lines = "\t".join(map(plain, page.split("\t"))).split("\n") if "\t" in page else (
        plain(page).split("\n")
    )  # fmt: skip
    found: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            found[-1].append(line.rstrip())
        elif found[-1]:
            found.append([])
    return [group for group in found if group]


@dataclass(slots=True)
class _Group:
    """Lines without a blank line between them, made into blocks in one way through them."""

    lines: list[str]
    following: list[str]  # lines that this may be the heading of
    removed: list[str]
    made: list[Block] = field(default_factory=list, init=False)
    running: list[str] = field(default_factory=list, init=False)
    no_list_before: int = field(default=0, init=False)
    longest: int = field(init=False)

    def __post_init__(self) -> None:
        self.longest = max(map(display_width, self.lines))

    def blocks(self) -> list[Block]:
        """Give the blocks of the lines."""
        at = 0
        while at < len(self.lines):
            end, block = self._special(at)
            if end > at:
                self._end_running()
                self.made += block
            elif is_rule(self.lines[at]):
                self._end_running()
                self.removed.append(self.lines[at].strip())
            else:
                self.running.append(self.lines[at])
            at = max(end, at + 1)
        self._end_running()
        return self.made

    def _special(self, at: int) -> tuple[int, list[Block]]:
        """Give what begins at a line, and where that ends: there if it is nothing special."""
        lines, line = self.lines, self.lines[at]
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if not self.running and (level := underlined_level(line, following)):
            self.removed.append(following)
            return at + 2, [Heading(words=words_of(line), level=level)]
        level, words = markdown_heading(line)
        if level:
            return at + 1, [Heading(words=words_of(words), level=level)]
        if line.startswith(">"):
            end = _end(lines, at, lambda line: line.startswith(">"))
            return end, list(_quoted(lines[at:end]))
        is_torn_off = bool(self.running) and is_torn(self.running[-1], line, self.longest)
        if is_torn_off:
            return at, []
        if at >= self.no_list_before and (end := end_of_list(lines, at, self.longest)) > at:
            if is_list(lines[at:end]):
                return end, [list_of(lines[at:end])]
            self.no_list_before = end
        end = _end(lines, at, _is_named_row)
        if end - at > 1:
            return end, [_key_value(lines[at:end])]
        for is_one in (is_row_of_pipes, is_row):
            end = _end(lines, at, is_one) if has_words(line) else at
            if sum(map(has_words, lines[at:end])) > 1:
                return end, [columns_of(lines[at:end])]
        return at, []

    def _end_running(self) -> None:
        lines, self.running = self.running, []
        if lines:
            is_alone = self.following and len(lines) == len(self.lines) == 1
            answers = sum(map(len, self.following)) > LONGEST_HEADING
            if is_alone and is_heading(lines[0], may_ask=answers):
                self.made.append(Heading(words=words_of(lines[0]), level=2))
            else:
                self.made += _running(lines)


def _end(lines: list[str], at: int, is_one: Callable[[str], bool]) -> int:
    """Give where lines of one kind end; drawn lines may stand between them."""
    if is_one(lines[at]):
        while at < len(lines) and (is_one(lines[at]) or is_rule(lines[at])):
            at += 1
    return at


def _running(lines: list[str]) -> Iterator[Block]:
    """Give paragraphs, short lines and names with values."""
    short: list[str] = []
    named: list[str] = []
    for parts in joined(lines):
        line = " ".join(map(str.strip, parts))
        is_short = len(parts) == 1 and len(line) <= WIDEST and not is_row(line)
        is_named = is_short and named_value(line) is not None
        if named and not is_named:
            short += named if len(named) == 1 else []
            if len(named) > 1:
                yield from _lines(short)
                yield _key_value(named)
                short = []
            named = []
        if is_named:
            named.append(line)
        elif is_short:
            short.append(line)
        else:
            yield from _lines(short)
            short = []
            yield cells_apart(parts[0]) if is_row(line) else Paragraph(words=words_of(line))
    if len(named) == 1:
        short += named
    yield from _lines(short)
    if len(named) > 1:
        yield _key_value(named)


def _lines(short: list[str]) -> Iterator[Block]:
    if len(short) > 1:
        yield Lines(lines=tuple(map(words_of, short)))
    elif short:
        yield Paragraph(words=words_of(short[0]))


def _is_named_row(line: str) -> bool:
    """Tell whether a line is "Name:     value"."""
    found = named_value(line)
    return found is not None and is_row(line) and not in_columns(found[1])


def _key_value(lines: list[str]) -> KeyValue:
    pairs = filter(None, map(named_value, lines))
    return KeyValue(pairs=tuple((words_of(name), words_of(value)) for name, value in pairs))


def _quoted(lines: list[str]) -> Iterator[Block]:
    """Give what somebody wrote before; its marks stand once, before each paragraph."""
    marks, inside = "", list[str]()
    for line in [*lines, ""]:
        found = _QUOTED.match(line)
        depth = found[1].replace(" ", "") if found else ""
        words = line[found.end() :].rstrip() if found else ""
        if inside and (depth != marks or not words):
            for parts in joined(inside):
                yield Paragraph(words=words_of(f"{marks} {' '.join(parts)}"))
            inside = []
        marks = depth
        if words:
            inside.append(words)
