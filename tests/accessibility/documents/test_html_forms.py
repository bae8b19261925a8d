"""Fields of a form are heard once, with the words that name them and what is filled in."""

import pytest

from accessibility.documents.html import read_markup
from mailbox_store.model.document_tree import Block, Field, FieldKind, Paragraph
from tests.accessibility.documents.reading_back import blocks, words

TEXT, CHECK, RADIO = FieldKind.TEXT, FieldKind.CHECK, FieldKind.RADIO
NAME = Field(label="Navn", kind=TEXT, value="Bo")


@pytest.mark.parametrize(
    "markup",
    [
        "<label>Navn: <input value=Bo></label>",
        "<label for=n>Navn</label><input id=n value=Bo>",
        "<input id=n value=Bo><label for=n>Navn *</label>",
        "<div><label for=n>Navn</label></div><table><tr><td>1<td><input id=n value=Bo></table>",
        "<p id=l>Navn</p><input aria-labelledby='l nix' value=Bo>",
        "<input aria-label=Navn value=Bo>",
        "<p>Navn: <input aria-label=navn value=Bo></p>",
        "<input placeholder=Navn value=Bo>",
        "<p>Navn: <input value=Bo placeholder='Skriv her'></p>",
        "<p>Navn:<br><input value=Bo></p>",
        "<dl><dt>Navn<dd><input value=Bo></dl>",
        "<label>Navn <textarea>Bo</textarea></label>",
    ],
)
def test_a_field_is_named_by_its_label_wherever_that_stands(markup: str) -> None:
    found = [block for block in blocks(read_markup(markup)) if block != PLACE]
    assert [(f.label.lower(), f.kind, f.value) for f in found if isinstance(f, Field)] == [
        ("navn", TEXT, "Bo")
    ]
    assert len(found) == 1


PLACE = Paragraph(words=words("1"))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "<p>Vil du klage? <input type=radio> Ja <input type=radio checked> Nej</p>",
            [
                Paragraph(words=words("Vil du klage?")),
                Field(label="Ja", kind=RADIO),
                Field(label="Nej", kind=RADIO, checked=True),
            ],
        ),
        (
            "<p>Jeg har <input value=3> børn, sagde <label><input type=checkbox> Ida</label></p>",
            [
                Field(label="Jeg har", kind=TEXT, value="3"),
                Paragraph(words=words("børn, sagde")),
                Field(label="Ida", kind=CHECK),
            ],
        ),
        (
            "<ul><li><label><input type=checkbox checked>A</label><li><input type=checkbox>B</ul>",
            [Field(label="A", kind=CHECK, checked=True), Field(label="B", kind=CHECK)],
        ),
        (
            "<p>By <select><option>a<option selected>b</select></p>",
            [Field(label="By", kind=FieldKind.CHOICE, value="b", options=("a", "b"))],
        ),
        (
            "<input type=submit value=Send><input type=hidden value=x>",
            [Paragraph(words=words("Send"))],
        ),
        ("<input type=password value=hemmelig><p>Hej</p>", [Paragraph(words=words("Hej"))]),
    ],
)
def test_no_word_around_a_field_is_lost_or_doubled(markup: str, expected: list[Block]) -> None:
    assert blocks(read_markup(markup)) == expected


def test_the_label_of_a_field_that_cannot_be_seen_stays() -> None:
    markup = "<label for=n>Ja tak</label><input id=n type=checkbox style='display:none'>"
    assert blocks(read_markup(markup)) == [Paragraph(words=words("Ja tak"))]


def test_a_label_that_is_hidden_is_left_out_and_told() -> None:
    found = read_markup("<label for=n style='display:none'>NEJ</label><input id=n value=Bo>")
    assert blocks(found) == [Field(label="", kind=TEXT, value="Bo")]
    assert [warned.code for warned in found.warnings] == ["hidden-text"]
