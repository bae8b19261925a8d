"""A document's tree as JSON and back: how it crosses from the child process and how it is stored.

What is read may come from a process that a hostile file has taken over: every value is checked
for its type and nothing is believed but what fits the model.
"""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from mailbox_store.model.document_facts import Fact, FactKind
from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Ease,
    Field,
    FieldKind,
    Figure,
    HeaderSource,
    Heading,
    Item,
    KeyValue,
    Lines,
    List,
    Notice,
    PageBreak,
    Paragraph,
    Raw,
    Readability,
    Run,
    Table,
    Trust,
    Words,
)
from mailbox_store.model.warned import Warned

_Made = TypeVar("_Made")

_DEEPEST = 40  # lists inside lists
_MOST_COUNTED = 1 << 31
_NAMES: dict[type, str] = {
    kind: kind.__name__.lower()
    for kind in (
        Heading, Paragraph, Lines, List, Table, Field, KeyValue, Figure, Notice, PageBreak, Raw
    )
}  # fmt: skip


class NotATree(ValueError):
    """The bytes are not a tree."""


def json_of_tree(tree: DocumentTree) -> bytes:
    """Write a tree as JSON: each block an object with its kind, plain words as strings."""
    return json.dumps(_told(tree), ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "replace"
    )


def tree_of_json(content: bytes) -> DocumentTree:
    """Read a tree back. Raises `NotATree`."""
    try:
        return _tree(json.loads(content))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotATree from error


# -- writing


def _told(value: Any) -> Any:
    """Tell a value of the model; what is as it is by default is left out."""
    if isinstance(value, Run):
        told = [value.text, value.link, value.language]
        while not told[-1] and len(told) > 1:
            told.pop()
        return told[0] if len(told) == 1 else told
    if is_dataclass(value) and not isinstance(value, type):
        found = {f.name: getattr(value, f.name) for f in fields(value)}
        told_fields = {
            f.name: _told(found[f.name]) for f in fields(value) if found[f.name] != f.default
        }
        name = _NAMES.get(type(value))
        return {"block": name, **told_fields} if name else told_fields
    if isinstance(value, tuple):
        return [_told(each) for each in value]
    return value


# -- reading


def _tree(told: Any) -> DocumentTree:
    pages = told.get("pages")
    readability = told.get("readability")
    return DocumentTree(
        trust=Trust(told["trust"]),
        blocks=_each(told["blocks"], lambda block: _block(block, 0)),
        language=_text(told.get("language", "")),
        title=_text(told.get("title", "")),
        warnings=_each(told.get("warnings", []), _warned),
        removed=_each(told.get("removed", []), _text),
        pages=None if pages is None else _count(pages),
        facts=_each(told.get("facts", []), _fact),
        readability=None if readability is None else _readability(readability),
    )


def _block(told: Any, depth: int) -> Block:
    if depth > _DEEPEST:
        raise NotATree
    match told["block"]:
        case "heading":
            return Heading(words=_words(told["words"]), level=_count(told["level"]))
        case "paragraph":
            return Paragraph(words=_words(told["words"]))
        case "lines":
            return Lines(lines=_each(told["lines"], _words))
        case "list":
            items = _each(told["items"], lambda item: _item(item, depth))
            return List(items=items, ordered=_truth(told.get("ordered", False)))
        case "table":
            return _table(told)
        case "field":
            return _field(told)
        case "keyvalue":
            return KeyValue(pairs=_each(told["pairs"], _pair))
        case "figure":
            return Figure(alt=_text(told["alt"]))
        case "notice":
            return Notice(code=_text(told["code"]), detail=_text(told.get("detail", "")))
        case "pagebreak":
            return PageBreak(page=_count(told["page"]))
        case "raw":
            return Raw(text=_text(told["text"]))
    raise NotATree


def _item(told: Any, depth: int) -> Item:
    return Item(
        words=_words(told["words"]),
        label=_text(told.get("label", "")),
        inner=_each(told.get("inner", []), lambda block: _block(block, depth + 1)),
    )


def _table(told: Any) -> Table:
    header = _each(told["header"], _words)
    rows = _each(told["rows"], lambda row: _each(row, _words))
    if len({len(row) for row in (*rows, *([header] if header else []))}) > 1:
        raise NotATree
    return Table(
        header=header,
        rows=rows,
        header_source=HeaderSource(told["header_source"]),
        caption=_words(told.get("caption", [])),
    )


def _field(told: Any) -> Field:
    return Field(
        label=_text(told["label"]),
        kind=FieldKind(told["kind"]),
        value=_text(told.get("value", "")),
        options=_each(told.get("options", []), _text),
        checked=_truth(told.get("checked", False)),
    )


def _pair(told: Any) -> tuple[Words, Words]:
    name, value = told
    return _words(name), _words(value)


def _fact(told: Any) -> Fact:
    return Fact(
        kind=FactKind(told["kind"]),
        value=_text(told["value"]),
        quote=_text(told["quote"]),
        block=_count(told["block"]),
        at=_count(told.get("at", 0)),
        length=_count(told.get("length", 0)),
        is_certain=_truth(told.get("is_certain", True)),
    )


def _readability(told: Any) -> Readability:
    lix = told.get("lix")
    return Readability(
        ease=Ease(told["ease"]),
        reasons=_each(told.get("reasons", []), _warned),
        lix=None if lix is None else _count(lix),
    )


def _warned(told: Any) -> Warned:
    return Warned(code=_text(told["code"]), detail=_text(told.get("detail", "")))


def _words(told: Any) -> Words:
    return _each(told, _run)


def _run(told: Any) -> Run:
    if isinstance(told, str):
        return Run(told)
    text, link, language = [*_each(told, _text), "", ""][:3]
    return Run(text, link, language)


def _each(told: Any, make: Callable[[Any], _Made]) -> tuple[_Made, ...]:
    if not isinstance(told, list):
        raise NotATree
    return tuple(map(make, told))


def _text(told: Any) -> str:
    if not isinstance(told, str):
        raise NotATree
    return told


def _count(told: Any) -> int:
    if type(told) is not int or not 0 <= told < _MOST_COUNTED:
        raise NotATree
    return told


def _truth(told: Any) -> bool:
    if not isinstance(told, bool):
        raise NotATree
    return told
