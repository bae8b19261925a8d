"""Marks say where headings, tables, fields, links and facts stand in the rendered text."""

import re

from hypothesis import given

from accessibility.letter_layout import Place, reading_of
from accessibility.reading_order import Block, BlockKind
from accessibility.rendering.marks import Mark, MarkKind
from accessibility.rendering.plain import rendered
from accessibility.wording import wording_for
from mailbox_store.model.document_facts import Fact, FactKind
from mailbox_store.model.document_tree import DocumentTree, Item, List, Paragraph, Run, Trust
from mailbox_store.model.party import IdType, Party
from tests.accessibility.rendering.rich_tree import RICH, trees, words

SAY = wording_for("en")


def marks_of(kind: MarkKind) -> list[Mark]:
    return [mark for mark in rendered(RICH, SAY).marks if mark.kind is kind]


@given(trees())
def test_every_mark_stands_where_it_says(tree: DocumentTree) -> None:
    result = rendered(tree, SAY)
    for mark in result.marks:
        assert 0 <= mark.start < mark.end <= len(result.text)
        shown = re.sub(r" \(link \d+\)", "", result.text[mark.start : mark.end])
        assert "".join(re.sub(r" \(link \d+\)", "", mark.text).split()) in "".join(shown.split())
        assert 0 <= mark.block < len(tree.blocks)
    starts = [mark.start for mark in result.marks]
    assert starts == sorted(starts)


def test_a_mark_begins_with_the_words_that_say_what_it_is() -> None:
    text = rendered(RICH, SAY).text
    [first, second] = marks_of(MarkKind.HEADING)
    assert text[second.start : second.end] == "Heading 2: Det skal du gøre"
    assert first.text == "Afgørelse om boligstøtte"
    [item] = marks_of(MarkKind.LIST)
    assert text[item.start : item.end] == "Item 1 of 3: Læs afgørelsen."
    assert [mark.text for mark in marks_of(MarkKind.TABLE)] == [
        "Udbetalinger",
        "Table, 2 rows, 2 columns.",
        "Table, 1 row, column names guessed: 2025, 2026.",
    ]
    assert len(marks_of(MarkKind.FIELD)) == 7


def test_a_fact_is_marked_where_its_own_words_stand_behind_ours() -> None:
    text = rendered(RICH, SAY).text
    amounts, dates = marks_of(MarkKind.AMOUNT), marks_of(MarkKind.DATE)
    assert [mark.text for mark in amounts] == ["1.234,50 kr.", "2.469,00 kr.", "-500,00 kr."]
    assert [mark.text for mark in dates] == ["15. december 2026", "10. december 2026 kl. 9.15"]
    for mark in (*amounts, *dates):
        assert text[mark.start : mark.end] == mark.text
    line = text[: amounts[1].start].rpartition("\n")[2]
    assert line == "Row 3. Forfaldsdato: I alt. Beløb: "


def test_a_fact_in_a_number_that_we_say_ourselves_marks_the_words_beside_it() -> None:
    block = List(items=(Item(words=words("Betal"), label="1."),), ordered=True)
    bare = List(items=(Item(words=(), label="1."),), ordered=True)
    fact = Fact(kind=FactKind.CASE, value="1", quote="1.", block=0, length=1)
    for blocks, marked in (((block,), ["Betal", "B"]), ((bare,), [""])):
        tree = DocumentTree(trust=Trust.TAGGED, blocks=blocks, facts=(fact,))
        assert [mark.text for mark in rendered(tree, SAY).marks] == marked


def test_the_second_link_mark_is_the_link_that_the_text_calls_the_second() -> None:
    result = rendered(RICH, SAY)
    first, second = marks_of(MarkKind.LINK)
    assert (first.address, second.text) == ("https://www.borger.dk/boligstoette", "skriv til os")
    assert result.text[second.start :].startswith("skriv til os (link 2).")
    assert result.text.endswith(
        "Link 1: boligstøttens side. Link to www.borger.dk: https://www.borger.dk/boligstoette\n"
        "Link 2: skriv til os. Mail address: bolig@bylderup.example"
    )


def test_a_link_whose_words_are_its_address_is_counted_without_a_number_in_the_text() -> None:
    runs = (
        Run("Se "),
        Run("virk.dk/sog", "https://virk.dk/sog"),
        Run(" eller "),
        Run("her", "https://skat.dk"),
    )
    tree = DocumentTree(trust=Trust.TAGGED, blocks=(Paragraph(words=runs),))
    result = rendered(tree, SAY)
    assert result.text == (
        "Se virk.dk/sog eller her (link 2)\n\n"
        "Link 1: Link to virk.dk: https://virk.dk/sog\n"
        "Link 2: her. Link to skat.dk: https://skat.dk"
    )
    assert [mark.text for mark in result.marks] == ["virk.dk/sog", "her"]


def test_a_link_that_leads_away_from_the_sender_is_warned_of() -> None:
    sender = Party(id_type=IdType.EMAIL, number="post@bylderup.example", name="Bylderup Kommune")
    assert "Warning" not in rendered(RICH, SAY, sender=sender).text
    away = Paragraph(words=(Run("log ind", "https://bylderup.example.evil.example/"),))
    text = rendered(DocumentTree(trust=Trust.TAGGED, blocks=(away,)), SAY, sender=sender).text
    assert "Warning: bylderup.example.evil.example is not the sender's domain" in text


def test_marks_hold_as_places_in_a_letter_at_every_width() -> None:
    result = rendered(RICH, SAY)
    block = Block(kind=BlockKind.TEXT, text=result.text)
    for columns in (20, 40, 80):
        reading = reading_of([block], columns)
        for mark in result.marks:
            place = Place(len("".join(result.text[: mark.start].split())))
            line = reading.lines[reading.line_of(place)].text
            first_word = result.text[mark.start :].split()[0]
            assert first_word[: columns - 1] in line
