"""RTF as a tree: what word processors write, and what nobody should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.documents.rtf import read_rtf
from accessibility.tree_text import block_text, tree_text
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import (
    DocumentTree,
    Field,
    FieldKind,
    Figure,
    HeaderSource,
    Heading,
    Lines,
    List,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from mailbox_store.model.tree_json import json_of_tree, tree_of_json
from mailbox_store.model.warned import Warned

_HEAD = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Cyr;}}"
    r"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s7\outlinelevel1 Egen;}}"
)
_TOKENS = st.sampled_from(
    ["{", "}", r"\par ", r"\cell ", r"\row ", r"\intbl ", r"\u8364?", r"\'e6", "tekst", r"\b ",
     r"{\footnote ", r"{\header ", r"{\field", r"{\*\fldinst HYPERLINK ", r"{\fldrslt ", r"\bin9 ",
     r"{\listtext ", r"\ilvl3 ", r"{\pict ", r"\page ", r"\trowd\trhdr ", r"\u-1 ", r"\*", "\\"]
)  # fmt: skip


def _tree(body: str) -> DocumentTree:
    extract = read_rtf(f"{_HEAD}{body}}}".encode("latin-1"))
    assert extract.tree is not None
    assert tree_of_json(json_of_tree(extract.tree)) == extract.tree
    return extract.tree


def test_letters_come_in_code_pages_and_in_unicode() -> None:
    tree = _tree(r"\'c5se betaler \u8364?5 {\f1\'cf\'f0} og \uc1\u248\'f8 \u-10179?\u-8704?\par")
    assert tree_text(tree) == "Åse betaler €5 Пр og ø 😀"


def test_headings_come_by_their_style_or_by_being_bold() -> None:
    tree = _tree(r"\pard\s1 Et\par\pard\plain Tekst\par\pard\s7 To\par")
    assert [(type(b), getattr(b, "level", 0)) for b in tree.blocks] == [
        (Heading, 1),
        (Paragraph, 0),
        (Heading, 2),
    ]
    assert isinstance(_tree(r"{\b Regler}\par Tekst\par").blocks[0], Heading)
    assert isinstance(_tree(r"{\b Regler} er\par Tekst\par").blocks[0], Paragraph)


def test_rows_and_cells_are_a_table_and_two_tables_stay_two() -> None:
    row = r"\trowd{}\pard\intbl {}\cell {}\cell\row "
    rows = row.format(r"\trhdr", "Dato", "Kr.") + row.format("", "1. maj", "5")
    tree = _tree(rf"{rows}\pard\par {rows}\pard Slut\par")
    first, second, last = tree.blocks
    assert isinstance(first, Table)
    assert (first, block_text(last)) == (second, "Slut")
    assert first.header_source is HeaderSource.TAGGED
    assert block_text(first) == "Dato: 1. maj. Kr.: 5"


def test_line_breaks_lists_and_pages() -> None:
    tree = _tree(
        r"Vej 1\line By\par{\listtext\'b7\tab}\ls1 Et\par{\listtext\'b7\tab}\ls1\ilvl1 Inde\par"
        r"\pard{\pntext 1.\tab}F\'f8rst\par\pard\page Ny"
    )
    lines, dots, numbers, page, last = tree.blocks
    assert isinstance(lines, Lines)
    assert isinstance(dots, List)
    assert isinstance(numbers, List)
    assert (block_text(dots), dots.ordered) == ("Et\nInde", False)
    assert (block_text(numbers), numbers.ordered) == ("1. Først", True)
    assert (page, block_text(last)) == (PageBreak(page=2), "Ny")


def test_links_lead_on() -> None:
    tree = _tree(
        r'Se {\field{\*\fldinst{HYPERLINK "https://a.example/x"}}{\fldrslt{\ul mere}}} nu\par'
    )
    assert tree.blocks == (
        Paragraph(words=(Run("Se "), Run("mere", "https://a.example/x"), Run(" nu"))),
    )


def test_form_fields_are_fields() -> None:
    tick = r"{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres25\ffdefres1}}}{\fldrslt}}"
    tree = _tree(rf"{tick} Enlig\par Navn: {{\field{{\*\fldinst FORMTEXT}}{{\fldrslt Bo}}}}\par")
    assert tree.blocks == (
        Field(label="Enlig", kind=FieldKind.CHECK, checked=True),
        Field(label="Navn", kind=FieldKind.TEXT, value="Bo"),
    )


def test_hidden_text_is_left_out_and_told_and_what_was_deleted_is_gone() -> None:
    tree = _tree(r"Betal 100{\v 999}{\deleted 888} kr.\par")
    assert tree_text(tree) == "Betal 100 kr."
    assert tree.warnings == (Warned(code="hidden-text"),)


def test_headers_notes_pictures_and_boxes_have_their_places() -> None:
    tree = _tree(
        r"{\header Kommunen\par}{\info{\title Rykker}{\author X}}\lang1030 Bel\'f8b"
        r"{\footnote Efter skat.\par} her"
        r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt I boks\par}}}\par"
        r"{\*\shppict{\pict{\*\picprop{\sp{\sn wzDescription}{\sv Et kort}}}00ff}}"
        r"{\nonshppict{\pict 0}}"
    )
    assert (tree.removed, tree.title, tree.language) == (("Kommunen",), "Rykker", "da-DK")
    assert list(map(block_text, tree.blocks)) == [
        "Beløb[1] her",
        "I boks",
        "Et kort",
        "[1] Efter skat.",
    ]
    assert isinstance(tree.blocks[2], Figure)


def test_binary_content_is_passed_over() -> None:
    assert tree_text(_tree("A\\bin4 }}{{B\\par")) == "AB"


@given(st.lists(_TOKENS, max_size=40).map("".join) | st.text(max_size=60))
def test_any_tokens_are_read(body: str) -> None:
    extract = read_rtf((_HEAD + body).encode("utf-8", "replace"))
    assert extract.tree is not None
    assert tree_of_json(json_of_tree(extract.tree)) == extract.tree


@given(
    st.text(st.characters(exclude_categories=("C", "Z", "M"), include_characters=" "), max_size=80)
)
def test_no_letter_is_lost(text: str) -> None:
    units = text.encode("utf-16-le")
    told = "".join(
        f"\\u{int.from_bytes(units[at : at + 2], 'little', signed=True)}?"
        for at in range(0, len(units), 2)
    )
    assert tree_text(_tree(told)).split() == text.split()


@pytest.mark.parametrize(
    "piece", ["{", "}", r"\cell ", r"\par ", r"\row ", r"{\footnote x}", r"{\pict"]
)
def test_no_repetition_takes_long(piece: str) -> None:
    assert read_rtf((_HEAD + piece * (300_000 // len(piece))).encode()).tree is not None


def test_an_empty_document_has_no_text() -> None:
    assert read_rtf(b"{\\rtf1}").reading is Reading.NO_TEXT
