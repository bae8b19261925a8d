"""What is written in braille, liblouis reads back as the same words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accessibility.braille.letter import braille_pages
from accessibility.braille.louis import BLANK, LONGEST, translate
from accessibility.braille.tables import Grade, table_for
from accessibility.wording import wording_for
from mailbox_store.model.document_tree import DocumentTree, Item, List, Run
from tests.accessibility.braille.danish import (
    DANISH,
    ENGLISH,
    heading,
    needs_liblouis,
    paragraph,
    read_back,
    tree,
)
from tests.accessibility.rendering.rich_tree import RICH, trees

pytestmark = needs_liblouis
DA, EN = wording_for("da"), wording_for("en")

_LETTER = (
    "Kære Anna Prøve. Du skal betale kr. 1.234,50 senest tirsdag den 1. december 2026 kl. 12.30, "
    "jf. § 12, stk. 2, i lov nr. 548 af 8. juni 2018. Ældre gæld er -500,00 kr. (25 %). "
    "Reg.nr. 3574, konto 0010123456, sagsnr. 26/00417-3. Skriv til bolig@bylderup.example eller "
    "ring på +45 70 10 18 81. Åbn https://bylderup.example/17."
)


def test_a_danish_letter_is_read_back_as_it_was_written():
    assert read_back(braille_pages([tree(paragraph(_LETTER))], DA)) == _LETTER


def test_an_english_letter_is_read_back_as_it_was_written():
    letter = (
        "Dear Anna Test, you owe £1,234.50 by 1 December 2026 at 12.30. Your case number is "
        "26/00417-3, section 12(2); the old debt is -500.00 (25%). Write to a.b@bylderup.example."
    )
    pages = braille_pages([tree(paragraph(letter), language="en")], EN)
    assert read_back(pages, ENGLISH) == letter


def test_a_contracted_danish_letter_is_shorter_and_keeps_its_numbers():
    written_out = braille_pages([tree(paragraph(_LETTER))], DA)
    short = braille_pages([tree(paragraph(_LETTER))], DA, grade=Grade.CONTRACTED)
    assert sum(map(len, short[0])) < sum(map(len, written_out[0]))
    told = read_back(short, table_for("da", Grade.CONTRACTED, otherwise="da"))
    for number in ("1.234,50", "1. december 2026", "12.30", "-500,00", "0010123456", "26/00417-3"):
        assert number in told


@pytest.mark.parametrize("grade", Grade)
def test_no_digit_of_a_document_with_everything_is_lost(grade: Grade):
    pages = braille_pages([RICH], DA, grade=grade)
    told = read_back(pages, table_for("da", grade, otherwise="da"))
    for number in ("1.234,50", "2.469,00", "-500,00", "6.940,00", "3574", "6372", "9.15"):
        assert number in told


@pytest.mark.parametrize(
    ("sign", "told"),
    [
        ("§ 5", "§ 5"),
        ("a@b.dk", "a@b.dk"),
        ("\u2212500,00 kr.", "-500,00 kr."),  # the minus of mathematics
        ("\u2010500", "-500"),
        ("€ 5", "€ 5"),
        ("100 %", "100 %"),
        ("50 ‰", "50 ‰"),
        ("1½ time", "1 1/2 time"),
        ("25 m²", "25 m^2"),
        ("CO₂", "CO2"),
        ("١٢٣", "123"),
        ("10\u00a0000 kr.", "10 000 kr."),
        ("a\\b \\x0041 \\", "a\\b \\x0041 \\"),
        ("1 < 2 > 0 & 3 + 4 = 7 * 1 / 2", "1 < 2 > 0 & 3 + 4 = 7 * 1 / 2"),
        ("[x] {y} #3 a_b ~ ^", "[x] {y} #3 a_b ~ ^"),
        ("☑ Ja ☐ Nej", "[x] Ja [ ] Nej"),
        ("• et · to", "• et • to"),
        ("Hej 😀🎉 Anna", "Hej ? Anna"),
        ("Nguyễn, Ștefan", "Nguyen, Stefan"),
        ("ﬁrma Ⅷ", "firma VIII"),
    ],
)
def test_a_sign_is_never_lost(sign: str, told: str):
    assert read_back(braille_pages([tree(paragraph(sign))], DA)) == told


def test_words_in_another_language_are_written_by_its_table():
    both = tree(paragraph("Læs ", Run("the letter", language="en"), " igen."))
    pages = braille_pages([both], DA, grade=Grade.CONTRACTED)
    (english,) = translate(["the letter"], table_for("en", Grade.CONTRACTED, otherwise="da"))
    assert english in pages[0][0]


def test_danish_that_a_program_tagged_as_english_is_written_as_danish():
    heading = "Vilkår for dit lejemål"
    mixed = tree(paragraph(Run(heading, language="en-US")), paragraph(_LETTER), language="da-DK")
    assert read_back(braille_pages([mixed], DA)) == f"{heading} {_LETTER}"


def test_a_language_without_a_table_is_written_out_and_not_contracted():
    german = tree(paragraph("Der Brief und das Geld"), language="de")
    pages = braille_pages([german], DA, grade=Grade.CONTRACTED)
    assert read_back(pages, table_for("en", Grade.UNCONTRACTED, otherwise="en")) != ""
    assert table_for("de", Grade.CONTRACTED, otherwise="da") == DANISH


def test_headings_and_lists_are_told_by_where_they_stand():
    pages = braille_pages(
        [
            tree(
                heading("Afgørelse"),
                paragraph("Du får støtte."),
                heading("Gør nu", 2),
                List(ordered=True, items=(Item(words=(Run("læs"),)), Item(words=(Run("gem"),)))),
                paragraph("Hilsen"),
            )
        ],
        DA,
    )
    indents = [len(line) - len(line.lstrip(BLANK)) if line else None for line in pages[0][:10]]
    assert indents == [15, None, 2, None, 4, 0, 0, None, 2, None]
    words = read_back(pages)
    assert words == "Afgørelse Du får støtte. Gør nu 1. læs 2. gem Hilsen"


@settings(max_examples=25, deadline=None)
@given(tree=trees(), grade=st.sampled_from(Grade))
def test_any_document_fits_on_its_pages(tree: DocumentTree, grade: Grade):
    for page in braille_pages([tree], DA, grade=grade):
        assert len(page) == 25
        assert all(len(line) <= 40 for line in page)
        assert {cell for line in page for cell in line} <= set(map(chr, range(0x2800, 0x2840)))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text("abcdefghijklmnopqrstuvwxyzæøå", min_size=1, max_size=60), max_size=200))
def test_no_word_is_lost_however_long(words: list[str]):
    pages = braille_pages([tree(paragraph(" ".join(words)))], DA)
    assert read_back(pages).replace(" ", "") == "".join(words)


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=3000))
def test_hostile_text_becomes_cells_all_the_same(text: str):
    for grade in Grade:
        braille_pages([tree(paragraph(text))], DA, grade=grade)
        braille_pages([tree(paragraph(text), language="en")], EN, grade=grade)


def test_a_text_of_a_single_line_of_a_million_characters_is_written():
    text = "1234567890 " * 30_000 + "x" * 100_000 + "\x1b]0;a\x07" + "\u4e00" * 3_000
    pages = braille_pages([tree(paragraph(text))], DA)
    assert read_back(pages[:1]).startswith("1234567890 1234567890")


def test_what_is_longest_at_once_comes_out_whole():
    for table in (DANISH, ENGLISH):
        (cells,) = translate(["\u4e00" * (LONGEST - 1) + "a"], table)
        assert cells.endswith("\u2801")
