"""A long text is cut where a reader pauses, never in a way that changes what it says."""

import re

from hypothesis import given
from hypothesis import strategies as st

from accessibility.wording import wording_for
from bots.splitting import LONGEST, SHORTEST, numbered_part, parts_of, units

_WORDS = st.sampled_from(
    ["Kære", "borger,", "den 15. december", "1.234,50 kr.", "æøå", "👩‍👩‍👧", "é́", "🇩🇰", "\n\n",
     "\n", "Slut.", "Hvorfor?", "a" * 70]
)  # fmt: skip


def test_a_short_text_is_one_message_without_a_number() -> None:
    assert parts_of("Kort.\n") == ["Kort."]
    assert numbered_part(["Kort."], 1, wording_for("da")) == "Kort."


def test_a_long_text_says_first_which_part_it_is() -> None:
    parts = parts_of("En sætning om noget. " * 200)

    assert numbered_part(parts, 2, wording_for("en")).startswith(f"Part 2 of {len(parts)}.\n")


def test_parts_end_where_paragraphs_do_if_one_ends_in_reach() -> None:
    paragraph = "Ord " * 80 + "slut."  # 325 characters
    parts = parts_of("\n\n".join([paragraph] * 12))

    assert all(part.endswith("slut.") for part in parts)
    assert all(part.startswith("Ord") for part in parts)


def test_a_sum_and_a_date_are_never_cut() -> None:
    parts = parts_of("x" * 1_430 + " 1.000 kr. den 15. december 2026 " + "y" * 900)

    assert not any(re.search(r"\d\.?$", part) for part in parts)


@given(st.lists(_WORDS, min_size=1, max_size=400).map(" ".join))
def test_nothing_is_lost_and_no_part_is_too_long(text: str) -> None:
    parts = parts_of(text)

    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(0 < units(part) <= LONGEST for part in parts)


@given(st.integers(min_value=1, max_value=40), st.sampled_from(["👩‍👩‍👧", "é̂", "🇩🇰", "👍🏽"]))
def test_a_word_longer_than_a_message_is_cut_between_graphemes(times: int, grapheme: str) -> None:
    word = grapheme * (40 * times + 1_500 // units(grapheme))

    for part in parts_of(word):
        assert part.replace(grapheme, "") == ""


def test_parts_of_running_text_have_the_wanted_length() -> None:
    parts = parts_of("Dette er en sætning i et langt brev. " * 300)

    assert all(SHORTEST // 2 <= units(part) <= LONGEST for part in parts[:-1])
