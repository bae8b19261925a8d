"""Letters of ours as small texts with the truth about them in front: "%% DEADLINE 2026-11-24".

A "?" behind the kind marks what may only be found as uncertain. The body is written as in our
other samples: "# " a heading, "|# " a table's header, "| " a row, "= Name: value", "- " an item.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from mailbox_store.model.document_facts import FactKind
from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    HeaderSource,
    Heading,
    Item,
    KeyValue,
    Lines,
    List,
    Paragraph,
    Run,
    Table,
    Trust,
    Words,
)

LETTERS = Path(__file__).parent / "letters"


@dataclass(frozen=True)
class Marked:
    """A letter and the truth: how often each value is there, and which may be uncertain."""

    name: str
    tree: DocumentTree
    truth: dict[FactKind, Counter[str]]
    doubtful: frozenset[tuple[FactKind, str]]


def marked_letters() -> list[Marked]:
    """Read all of them."""
    return [_marked(path) for path in sorted(LETTERS.glob("*.txt"))]


def tree_from(text: str, *, language: str = "") -> DocumentTree:
    """Make a tree of a small text."""
    return DocumentTree(trust=Trust.TAGGED, blocks=tuple(_blocks(text)), language=language)


def _marked(path: Path) -> Marked:
    truth: dict[FactKind, Counter[str]] = {kind: Counter() for kind in FactKind}
    doubtful: set[tuple[FactKind, str]] = set()
    language, body = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("%%% language "):
            language = line.split()[-1]
        elif line.startswith("%% "):
            name, value = line[3:].split(" ", 1)
            kind = FactKind(name.rstrip("?"))
            truth[kind][value] += 1
            if name.endswith("?"):
                doubtful.add((kind, value))
        else:
            body.append(line)
    tree = tree_from("\n".join(body), language=language)
    return Marked(path.stem, tree, truth, frozenset(doubtful))


def _blocks(text: str) -> Iterator[Block]:
    for piece in text.split("\n\n"):
        lines = [line for line in piece.splitlines() if line.strip()]
        for sign, group in groupby(lines, key=_sign):
            yield from _of_lines(sign, list(group))


def _sign(line: str) -> str:
    return next(
        (sign for sign in ("# ", "|", "- ", "= ") if line.startswith(sign)),
        (line[:2] == "##" and "# ") or "",
    )


def _of_lines(sign: str, lines: list[str]) -> Iterator[Block]:
    match sign:
        case "# ":
            for line in lines:
                mark, _, words = line.partition(" ")
                yield Heading(words=_words(words), level=len(mark))
        case "|":
            has_header = lines[0].startswith("|#")
            header = _cells(lines[0][2:]) if has_header else ()
            rows = tuple(_cells(line[1:]) for line in lines[has_header:])
            source = HeaderSource.TAGGED if has_header else HeaderSource.NONE
            yield Table(header=header, rows=rows, header_source=source)
        case "- ":
            yield List(items=tuple(Item(words=_words(line[2:])) for line in lines))
        case "= ":
            pairs = [line[2:].split(": ", 1) for line in lines]
            yield KeyValue(pairs=tuple((_words(name), _words(value)) for name, value in pairs))
        case _ if len(lines) == 1:
            yield Paragraph(words=_words(lines[0]))
        case _:
            yield Lines(lines=tuple(map(_words, lines)))


def _cells(line: str) -> tuple[Words, ...]:
    return tuple(_words(cell.strip()) for cell in line.split("|"))


def _words(text: str) -> Words:
    return (Run(text),) if text else ()
