"""Whatever the form, every word of a document is there, in its order."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.plain_lines import wrapped_text
from accessibility.rendering.block_words import told_block
from accessibility.rendering.chat import chat_of
from accessibility.rendering.json_text import json_of
from accessibility.rendering.links import Links
from accessibility.rendering.markdown import markdown_of
from accessibility.rendering.plain import rendered
from accessibility.rendering.spoken import spoken_of
from accessibility.tree_text import block_text, tree_text
from accessibility.wording import wording_for
from mailbox_store.model.document_tree import Block, DocumentTree, KeyValue, List, Table
from tests.accessibility.rendering.rich_tree import BLOCKS, RICH, trees

SAY = wording_for("en")
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    return _WORD.findall(text)


def forms(tree: DocumentTree) -> dict[str, str]:
    return {
        "text": rendered(tree, SAY).text,
        "markdown": markdown_of(tree, SAY).replace("\\", ""),
        "speech": "\n".join(one.text for one in spoken_of(tree, SAY)),
        "chat": "\n".join(chat_of(tree, SAY)),
    }


def lost(wanted: list[str], found: list[str]) -> list[str]:
    """Give the words that are not found in their order."""
    rest = iter(found)
    return [word for word in wanted if word not in rest]


def wanted(tree: DocumentTree, form: str) -> list[str]:
    """Give the words of a document; in Markdown a table names its columns only once."""
    if form == "markdown":
        tree = replace(tree, blocks=tuple(map(with_header_as_row, tree.blocks)))
    return words_of(tree_text(tree))


def with_header_as_row(block: Block) -> Block:
    if isinstance(block, Table) and block.header:
        return replace(block, header=(), rows=(block.header, *block.rows))
    if isinstance(block, List):
        items = (
            replace(item, inner=tuple(map(with_header_as_row, item.inner))) for item in block.items
        )
        return replace(block, items=tuple(items))
    return block


@given(trees())
def test_every_letter_is_in_every_form_in_its_order(tree: DocumentTree) -> None:
    for name, text in forms(tree).items():  # by letters: a link may begin inside a word
        letters = list("".join(wanted(tree, name)))
        assert not lost(letters, list("".join(words_of(text)))), name


@pytest.mark.parametrize("name", ["text", "markdown", "speech", "chat"])
def test_every_word_of_the_rich_document_is_there(name: str) -> None:
    calendar = KeyValue(pairs=())  # names and times of the standard are said in our words
    rest = [block if "DTSTART" not in repr(block) else calendar for block in RICH.blocks]
    expected = wanted(replace(RICH, blocks=tuple(rest)), name)
    assert not lost(expected, words_of(forms(RICH)[name]))
    assert all(removed not in forms(RICH)[name] for removed in RICH.removed)


@given(BLOCKS)
def test_own_words_are_the_blocks_bare_text_character_by_character(block: Block) -> None:
    lines = [line for line in told_block(block, SAY, Links(SAY).parts) if line.is_source]
    told = ("".join(part.source or "" for part in line.parts) for line in lines)
    assert "\n".join(told) == block_text(block)


@given(trees(), st.integers(20, 80))
def test_wrapping_at_any_width_loses_no_character(tree: DocumentTree, columns: int) -> None:
    text = rendered(tree, SAY).text
    lines = wrapped_text(text, columns)
    assert all(len(line) <= columns for line in lines if line.isascii())
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)


@given(trees())
def test_blocks_are_a_blank_line_apart_and_a_line_never_is_blank_inside(tree: DocumentTree) -> None:
    text = rendered(tree, SAY).text
    gaps = [len(list(group)) for is_gap, group in groupby(text, "\n".__eq__) if is_gap]
    assert all(gap <= 2 for gap in gaps)
    assert text == text.strip("\n")


@given(trees())
def test_the_json_holds_every_word_too(tree: DocumentTree) -> None:
    found = {word for text in texts_in(json.loads(json_of(tree))) for word in words_of(text)}
    whole = with_header_as_row
    bare = (block_text(whole(block)) for block in tree.blocks)
    assert {word for text in bare for word in words_of(text)} <= found


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts_in(each)
