"""LIX against texts whose words were counted by hand."""

import pytest

from accessibility.readability.lix import Weight, lix_of, weight_of, words_in

# Ten words each; in the second "Kommunen", "afgjort" and "tilbage" have more than six letters.
SHORT = "Du kan ringe til os hver dag fra kl. 9."
LONG = "Kommunen har afgjort, at du skal betale penge tilbage nu."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (SHORT, 10),
        (LONG, 10),
        ("Beløbet er 1.234,50 kr. og skal betales d. 1.12.2026.", 9),
        ("Teknik- og Miljøforvaltningen, e-mail bl.a. og/eller m.v.", 8),
        ("", 0),
        ("... - !", 0),
    ],
)
def test_words_are_counted_as_by_hand(text: str, words: int) -> None:
    assert words_in(text) == words


def test_short_words_in_sentences_of_ten_make_ten() -> None:
    assert lix_of("\n".join([SHORT] * 5)) == 10


def test_long_words_count_by_per_cent() -> None:
    assert lix_of("\n".join([LONG] * 5)) == 10 + 30


def test_dates_amounts_and_abbreviations_end_no_sentence() -> None:
    # 20 words, one sentence; long: "december", "opkrævning" and "Kommunen".
    sentence = (
        "Den 1. december kl. 9.00 kommer jf. nr. 5 bl.a. en opkrævning på ca. 1.234,50 kr. "
        "fra Kommunen til dig."
    )
    assert words_in(sentence) == 20
    assert lix_of("\n".join([sentence] * 3)) == 20 + 15


def test_a_sentence_may_end_in_a_unit() -> None:
    once = "Du skal betale os 500 kr. Du kan gøre det lige nu."
    assert words_in(once) == 12
    assert lix_of("\n".join([once] * 5)) == 12 / 2


def test_headings_and_items_are_sentences_by_their_line_ends() -> None:
    assert lix_of("\n".join(["en to tre fire fem"] * 10)) == 5


def test_numbers_are_words_but_never_long_ones() -> None:
    assert lix_of("\n".join(["Konto 35744771013922 er din, og 1.234.567,50 er lagt ind."] * 6)) == 9


def test_too_little_text_tells_nothing() -> None:
    assert lix_of("ord " * 49) is None
    assert lix_of("ord " * 50) == 50


def test_a_text_without_words_tells_nothing() -> None:
    assert lix_of("\n \n...\n") is None


@pytest.mark.parametrize(
    ("lix", "weight"),
    [
        (29, Weight.LIGHT),
        (30, Weight.EASY),
        (39, Weight.EASY),
        (40, Weight.MEDIUM),
        (50, Weight.HEAVY),
        (60, Weight.HEAVY),
        (61, Weight.VERY_HEAVY),
    ],
)
def test_the_bands_are_bjornssons(lix: int, weight: Weight) -> None:
    assert weight_of(lix) is weight
