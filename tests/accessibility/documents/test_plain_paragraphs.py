"""Plain text as a tree: joined where a line was full, apart where two facts would become one."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.documents.plain_paragraphs import blocks_of_text, read_text
from accessibility.tree_text import block_text, tree_text
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import (
    Block,
    HeaderSource,
    Heading,
    KeyValue,
    Lines,
    List,
    PageBreak,
    Paragraph,
    Raw,
    Run,
    Table,
    Trust,
)
from mailbox_store.model.tree_json import json_of_tree, tree_of_json
from mailbox_store.model.warned import Warned

LETTER = """\
Udbetaling Danmark
Kongens Vænge 8
3400 Hillerød

Dato: 3. november 2026
Sagsnummer: 26/004871

Afgørelse om boligstøtte
========================

Kære Karen Prøve

Vi har behandlet din ansøgning om boligstøtte, som vi modtog den 14.
oktober 2026. Du har ret til 1.234,50 kr. om måneden i boligstøtte fra
den 1. december 2026. Beløbet er beregnet ud fra husstandens samlede
indkomst, boligens areal og den husleje, du har oplyst.

Udbetalinger

Pengene bliver sat ind på din konto.

Med venlig hilsen

Mette Prøve

Sagsbehandler
"""

LINES = st.text(alphabet="abÅ12 .,:-*#>=|\t\f", max_size=30)
TEXTS = st.lists(LINES, max_size=12).map("\n".join) | st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "M"), include_characters="\n")
)


def _blocks(text: str) -> tuple[Block, ...]:
    return blocks_of_text(text)[0]


def _kinds(text: str) -> list[type]:
    return [type(block) for block in _blocks(text)]


def _only(text: str) -> str:
    (block,) = _blocks(text)
    return block_text(block)


def _alnum(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, text))


@given(TEXTS)
def test_no_letter_or_digit_is_lost_or_doubled(text: str) -> None:
    blocks, removed = blocks_of_text(text)
    told = "".join([*map(block_text, blocks), *removed])
    headers = "".join(
        run.text for b in blocks if isinstance(b, Table) for words in b.header for run in words
    )
    # A header's words are told with every row, or not at all where its column is empty.
    extra = _alnum(told) - _alnum(text)
    assert set(extra) <= set(headers)
    assert not _alnum(text) - _alnum(told) - _alnum(headers)


@given(TEXTS)
def test_a_tree_of_any_text_survives_its_json(text: str) -> None:
    tree = read_text(text.encode()).tree
    assert tree is not None
    assert tree_of_json(json_of_tree(tree)) == tree


def test_a_letter_becomes_address_facts_headings_and_paragraphs() -> None:
    extract = read_text(LETTER.encode("cp1252"))
    assert extract.reading is Reading.READ
    assert extract.tree is not None
    assert extract.tree.trust is Trust.PLAIN
    blocks = extract.tree.blocks
    assert [type(block) for block in blocks] == [
        Lines, KeyValue, Heading, Paragraph, Paragraph, Heading, Paragraph,
        Paragraph, Paragraph, Paragraph,
    ]  # fmt: skip
    assert [b.level for b in blocks if isinstance(b, Heading)] == [1, 2]
    assert "den 14. oktober 2026. Du har ret til 1.234,50 kr. om" in block_text(blocks[4])
    assert extract.tree.removed == ("=" * 24,)


def test_two_facts_on_two_lines_never_become_one() -> None:
    lines = [
        "Husstandens indkomst om året er nu blevet regnet ud til 214.800,00 kr.",
        "Husleje uden varme og vand er sat til 6.940,00",
        "Varme",
    ]
    assert [
        line for block in _blocks("\n".join(lines)) for line in block_text(block).split("\n")
    ] == (lines)


def test_lists_take_in_their_broken_lines_and_lists_inside() -> None:
    (found,) = _blocks(
        "- Kontrollér, at oplysningerne om indkomst og husleje er rigtige, også\n"
        "  dem fra sidste år.\n"
        "- Giv besked\n"
        "  - om indkomst\n"
        "\n"
        "- Gem brevet\n"
    )
    assert isinstance(found, List)
    assert block_text(found).split("\n") == [
        "Kontrollér, at oplysningerne om indkomst og husleje er rigtige, også dem fra sidste år.",
        "Giv besked",
        "om indkomst",
        "Gem brevet",
    ]
    assert len(found.items) == 3


def test_numbers_make_a_list_only_where_they_count_on() -> None:
    (found,) = _blocks("1. Første\n2. Andet\n\n3. Tredje")
    assert isinstance(found, List)
    assert found.ordered
    assert [item.label for item in found.items] == ["1.", "2.", "3."]
    assert _kinds("1. december 2026\n2. januar 2027") == [Lines]
    assert _kinds("3. Udlejning\n7. Andet") == [Lines]
    assert _kinds("2. Sådan klager du\n\nDu kan klage.") == [Heading, Paragraph]


def test_a_minus_before_an_amount_is_not_lost_as_a_dash() -> None:
    assert "- 250,00 kr." in _only("- Husleje\n- 250,00 kr.")
    assert _only("-250,00 kr.\n-30,00 kr.") == "-250,00 kr.\n-30,00 kr."


def test_aligned_columns_are_a_table_only_where_it_is_unmistakable() -> None:
    (found,) = _blocks(
        "Forfald             Beløb          Rest\n"
        "1. december 2026    1.234,50 kr.\n"
        "4. januar 2027        500,00 kr.    5 kr."
    )
    assert isinstance(found, Table)
    assert found.header_source is HeaderSource.GUESSED
    assert block_text(found).split("\n")[0] == "Forfald: 1. december 2026. Beløb: 1.234,50 kr."
    address = "Vejen 1              Dato: 3. maj\n1234 Byen            Sag: 55"
    assert _blocks(address) == (Raw(text=address),)


def test_amounts_behind_names_are_names_with_values() -> None:
    (found,) = _blocks("Husleje uden varme      6.940,00 kr.\nVarme                     500,00 kr.")
    assert isinstance(found, KeyValue)
    assert block_text(found) == "Husleje uden varme: 6.940,00 kr.\nVarme: 500,00 kr."


def test_a_table_drawn_with_pipes_or_tabs_is_one() -> None:
    (piped,) = _blocks("| Måned | Beløb |\n|---|---|\n| maj | 5 kr. |")
    (tabbed,) = _blocks("Måned\tBeløb\nmaj\t5 kr.\njuni\t7 kr.")
    assert isinstance(piped, Table)
    assert piped.header_source is HeaderSource.RULED
    assert isinstance(tabbed, Table)
    assert tabbed.header_source is HeaderSource.GUESSED


def test_what_was_quoted_keeps_its_mark_before_each_paragraph() -> None:
    text = "> Hej, dette er hvad du skrev til os forleden, og som vi svarer\n> på.\n>\n> > Ældre"
    first, second = _blocks(text)
    assert block_text(first).endswith("som vi svarer på.")
    assert block_text(first).startswith("> Hej")
    assert block_text(second) == ">> Ældre"


def test_addresses_of_web_and_mail_lead_somewhere() -> None:
    (found,) = _blocks("Se www.kommunen.example, https://a.example/b?c=d. Skriv til x@y.example!")
    assert isinstance(found, Paragraph)
    assert [run for run in found.words if run.link] == [
        Run("www.kommunen.example", "https://www.kommunen.example"),
        Run("https://a.example/b?c=d", "https://a.example/b?c=d"),
        Run("x@y.example", "mailto:x@y.example"),
    ]


def test_a_form_feed_begins_a_page() -> None:
    assert _blocks("Et\f\fTre\f") == (
        Paragraph(words=(Run("Et"),)),
        PageBreak(page=3),
        Paragraph(words=(Run("Tre"),)),
    )


@pytest.mark.parametrize(
    "line",
    [
        "Dato: 3. november 2026",
        "Odense, den 5. januar 2027",
        "Kære Anna",
        "a@b.example",
        "I alt 5.",
    ],
)
def test_a_fact_or_a_greeting_alone_is_no_heading(line: str) -> None:
    assert _kinds(f"{line}\n\nHer er teksten.") == [Paragraph, Paragraph]


def test_who_signed_is_no_heading() -> None:
    text = "Overskrift\n\nTekst.\n\nMed venlig hilsen\n\nMette Prøve\n\nSagsbehandler"
    assert _kinds(text).count(Heading) == 1


def test_a_very_long_text_is_cut_and_says_so() -> None:
    extract = read_text(b"langt " * 900_000)
    assert Warned(code="cut") in extract.warnings
    assert extract.tree is not None
    assert len(tree_text(extract.tree)) <= 5_000_000


@pytest.mark.parametrize(
    "piece",
    [
        "5. x\n",
        "- x\n",
        "a  b\n",
        "a\tb\n",
        "|",
        "> x\n",
        "a: b\n",
        "\f",
        " ",
        "=\n",
        "x\n\n",
        "@a.",
    ],
)
def test_no_repetition_takes_long(piece: str) -> None:
    assert read_text((piece * (300_000 // len(piece))).encode()).tree is not None


def test_a_question_is_a_heading_only_above_its_answer() -> None:
    answer = "Du kan ringe til os på hverdage, så finder vi sammen en løsning på det."
    assert _kinds(f"Kan du ikke betale?\n\n{answer}") == [Heading, Paragraph]
    assert _kinds("Kan du ikke betale?\n\nRing til os.") == [Paragraph, Paragraph]


def test_a_number_at_a_line_end_begins_no_list() -> None:
    text = (
        "Afgørelsen er truffet efter lov om boligstøtte. Oplysningspligten er i §\n"
        "41. Hvis du får for meget udbetalt, fordi du ikke har givet os besked om\n"
        "ændringer, kan vi kræve pengene tilbage."
    )
    (found,) = _blocks(text)
    assert isinstance(found, Paragraph)
    assert "er i § 41. Hvis du får" in block_text(found)
