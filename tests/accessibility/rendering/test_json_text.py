"""The JSON that other programs get: a schema they can count on."""

import json

from accessibility.rendering.json_text import VERSION, json_of
from tests.accessibility.rendering.rich_tree import RICH


def test_the_rich_document(snapshot: object) -> None:
    assert json_of(RICH) == snapshot


def test_a_program_finds_headings_rows_links_and_facts() -> None:
    told = json.loads(json_of(RICH))
    assert told["version"] == VERSION
    assert told["trust"] == "ocr"
    blocks = told["blocks"]
    assert blocks[0] == {"kind": "heading", "level": 1, "words": "Afgørelse om boligstøtte"}
    assert blocks[2]["links"][1] == {
        "words": "skriv til os",
        "address": "mailto:bolig@bylderup.example",
    }
    [table] = [block for block in blocks if block.get("caption")]
    assert dict(zip(table["header"], table["rows"][0], strict=True))["Beløb"] == "1.234,50 kr."
    assert told["facts"][0]["value"] == "1234.50 DKK"
    assert told["removed"] == list(RICH.removed)
