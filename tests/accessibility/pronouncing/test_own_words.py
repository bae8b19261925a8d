"""A person's own words, and words spelled letter by letter."""

import pytest

from accessibility.pronouncing.pronouncing import pronounced
from accessibility.pronouncing.spelling import spelled
from accessibility.pronouncing.word_list import NotAWordList, read_word_list


def test_own_words_win_over_every_rule() -> None:
    own = read_word_list("# mine\n\nATP = a te pe\nAabenraa = Åbenrå\nbl.a. = iblandt\n")
    text = "ATP, Aabenraa, aabenraa og ATPen, bl.a. 5 kr"
    assert pronounced(text, "da", own_words=own) == (
        "a te pe, Åbenrå, Åbenrå og A T P'en, iblandt fem kroner"
    )


def test_own_words_change_no_number_and_bring_no_markup() -> None:
    own = {"kr": "<kroner>", "5": "seks", "x": "[[h]]"}
    assert (
        pronounced("5 x 1,5 kr.", "da", own_words=own)
        == "fem ((h)) en komma fem \u2039kroner\u203a."
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [("ATP", 1), ("a = b\n= b", 2), ("a = ", 1), ("to ord = x", 1), ("\n\n12 = x", 3)],
)
def test_a_word_list_tells_the_line_that_is_wrong(text: str, line: int) -> None:
    with pytest.raises(NotAWordList) as raised:
        read_word_list(text)
    assert raised.value.line == line


def test_a_word_is_spelled_with_names_for_its_signs() -> None:
    assert spelled("Bo-2", "da") == "stort B, o, bindestreg, to"
    assert spelled("Bo-2", "en-GB") == "capital B, o, hyphen, two"
    assert spelled("a b", "da") == "a, mellemrum, b"
    assert spelled("<x>", "da") == "mindre end, x, større end"
    assert spelled("<é>", "fi") == "é"
    assert len(spelled("x" * 10000, "da")) < 1000
