"""What is pasted is words, wherever the pieces of it are cut."""

import itertools
import re

from hypothesis import given
from hypothesis import strategies as st

from mailbox_tui.diffing_driver.pasted import PastedWords

TYPED = st.text(alphabet="ab\x1b[20~1\r\x03", max_size=30)


def in_pieces(typed: str, cuts: list[int]) -> str:
    """Clean what is typed, in the pieces that it comes in."""
    pasted = PastedWords()
    places = sorted({0, len(typed), *(cut % (len(typed) + 1) for cut in cuts)})
    return "".join(pasted.cleaned(typed[start:end]) for start, end in itertools.pairwise(places))


def test_an_escape_in_a_paste_does_not_end_it() -> None:
    assert PastedWords().cleaned("\x1b[200~ab\x1bcd\x03\x1b[201~\x1b") == (
        "\x1b[200~abcd\x1b[201~\x1b"
    )


def test_keys_outside_a_paste_are_left_alone() -> None:
    assert PastedWords().cleaned("\x1b\x1b[A\x03d") == "\x1b\x1b[A\x03d"


@given(TYPED, TYPED, TYPED, st.lists(st.integers(0, 200), max_size=6))
def test_it_does_not_matter_where_the_pieces_are_cut(
    before: str, words: str, after: str, cuts: list[int]
) -> None:
    typed = f"{before}\x1b[200~{words}\x1b[201~{after}"
    assert in_pieces(typed, cuts) == PastedWords().cleaned(typed)


@given(st.text(alphabet="ab\x1b[A\r\x03d", max_size=30))
def test_between_the_marks_no_control_character_is_left(words: str) -> None:
    cleaned = PastedWords().cleaned(f"\x1b[200~{words}\x1b[201~")
    assert cleaned.startswith("\x1b[200~")
    assert cleaned.endswith("\x1b[201~")
    assert re.search(r"[\x00-\x08\x0e-\x1f]", cleaned[6:-6]) is None
