"""A document as JSON for other programs: the schema is described in docs/document-json.md.

It is not how the store keeps a tree (`mailbox_store.model.tree_json`): it is made to be read, by
people too, and a field once given keeps its meaning.
"""

from collections.abc import Iterable, Iterator
from typing import Any, assert_never

from accessibility.plain_text import json_text
from accessibility.tree_text import words_text
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
from mailbox_store.model.warned import Warned

VERSION = 1  # goes up when a field changes its meaning or goes away, not when one is added
_INDENT = 2
_SHORT = 80  # characters: what fits stands on one line

Told = dict[str, Any]  # JSON


def json_of(tree: DocumentTree) -> str:
    """Write a document as JSON that is safe on a terminal, ending in a line end."""
    return f"{''.join(_written(document_told(tree), 0))}\n"


def document_told(tree: DocumentTree) -> Told:
    """Give a document as the values that `json_of` writes."""
    readability = tree.readability
    return {
        "version": VERSION,
        "title": tree.title,
        "language": tree.language,
        "trust": tree.trust.value.lower(),
        "pages": tree.pages,
        "warnings": _warnings(tree.warnings),
        "readability": readability
        and {
            "ease": readability.ease.value.lower(),
            "lix": readability.lix,
            "reasons": _warnings(readability.reasons),
        },
        "blocks": list(map(_block, tree.blocks)),
        "facts": [
            {
                "kind": fact.kind.value.lower(),
                "value": fact.value,
                "quote": fact.quote,
                "block": fact.block,
                "certain": fact.is_certain,
            }
            for fact in tree.facts
        ],
        "removed": list(tree.removed),
    }


def _warnings(warnings: Iterable[Warned]) -> list[Told]:
    return [{"code": one.code, "detail": one.detail} for one in warnings]


def _block(block: Block) -> Told:
    match block:
        case Heading(words=words, level=level):
            return {"kind": "heading", "level": level, **_words(words)}
        case Paragraph(words=words):
            return {"kind": "paragraph", **_words(words)}
        case Lines(lines=lines):
            return {"kind": "lines", "lines": _texts(lines), **_extras(lines)}
        case List():
            items = list(map(_item, block.items))
            return {"kind": "list", "ordered": block.ordered, "items": items}
        case Table():
            return _table(block)
        case Field():
            return _field(block)
        case KeyValue(pairs=pairs):
            told = [{"name": words_text(name), "value": words_text(value)} for name, value in pairs]
            both = [words for pair in pairs for words in pair]
            return {"kind": "pairs", "pairs": told, **_extras(both)}
        case Figure(alt=alt):
            return {"kind": "picture", "description": alt}
        case Notice():
            return {"kind": "notice", "code": block.code, "detail": block.detail}
        case PageBreak(page=page):
            return {"kind": "page", "page": page}
        case Raw(text=text):
            return {"kind": "raw", "text": text}
        case _:
            assert_never(block)


def _item(item: Item) -> Told:
    told: Told = {"label": item.label, **_words(item.words)}
    if item.inner:
        told["blocks"] = list(map(_block, item.inner))
    return told


def _table(table: Table) -> Told:
    every = [table.caption, *table.header, *(cell for row in table.rows for cell in row)]
    return {
        "kind": "table",
        "caption": words_text(table.caption),
        "header": _texts(table.header),
        "header_source": table.header_source.value.lower(),
        "rows": [_texts(row) for row in table.rows],
        **_extras(every),
    }


def _field(field: Field) -> Told:
    told: Told = {
        "kind": "field",
        "field": field.kind.value.lower(),
        "label": field.label,
        "value": field.value,
    }
    if field.kind in (FieldKind.CHECK, FieldKind.RADIO):
        told["checked"] = field.checked
    if field.options:
        told["options"] = list(field.options)
    return told


def _words(words: Words) -> Told:
    return {"words": words_text(words), **_extras([words])}


def _texts(many: Iterable[Words]) -> list[str]:
    return list(map(words_text, many))


def _extras(many: Iterable[Words]) -> Told:
    """Give the links, and the words in another language, where there are any."""
    runs = [run for words in many for run in words]
    links = [{"words": run.text, "address": run.link} for run in runs if run.link]
    languages = [{"words": run.text, "language": run.language} for run in runs if run.language]
    told: Told = {"links": links} if links else {}
    return {**told, "languages": languages} if languages else told


def _written(value: Any, depth: int) -> Iterator[str]:
    """Write JSON with line ends and indents; what is short stays on its line."""
    short = json_text(value)
    if not isinstance(value, dict | list) or len(short) <= _SHORT:
        yield short
        return
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    keys = [f"{json_text(key)}: " for key in value] if isinstance(value, dict) else None
    inner = list(value.values()) if isinstance(value, dict) else value
    indent = "\n" + " " * (_INDENT * (depth + 1))
    yield opening
    for at, each in enumerate(inner):
        yield f"{',' if at else ''}{indent}{keys[at] if keys else ''}"
        yield from _written(each, depth + 1)
    yield f"\n{' ' * (_INDENT * depth)}{closing}"
