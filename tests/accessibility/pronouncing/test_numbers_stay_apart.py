"""A sum is the same sum whatever stands before it and behind it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.pronouncing.pronouncing import pronounced
from tests.accessibility.pronouncing.number_reader import numbers_in

SUMS = {
    "1.234,50 kr.": [1234, 50],
    "-500,00 kr.": [500],
    "12 345 kr.": [12345],
    "12,5 mio. kr.": [12, 5 * 10**6],
    "1.000.000 kr.": [1000000],
    "75,- kr.": [75],
    "0,75 kr.": [75],
}
BEFORE = (
    "Skat 2026", "den 1. december", "den 1. december 2026", "01.12.2026", "§ 12", "§ 12, stk. 2",
    "kl. 10.30", "kl. 10", "sagsnr. 24-123:", "sagsnr. 24-123", "tlf. 12345678", "i 2026", "3 x",
    "nr. 5", "side 2", "konto 1234 5678901", "Du får", "Beløb:", "20 kr.", "20,50", "2. rate",
    "uge 5", "5 %", "100,00", "+45 12345678", "2 stk. à", "12/3", "1/12", "CVR 12345678",
    "8000 Aarhus C", "IBAN DK50 0040 0440 1162 43", "A4", "borger.dk", "30 dage", "010180-0000",
)  # fmt: skip
BEHIND = (
    "i 2 uger", "den 1. januar 2027", "og 10 %", "og 5 kr.", "(2 stk.)", "i 2026", "kl. 10.30",
    "+ moms", "x 3", "pr. 3. md.", "for 2. kvartal", "senest 1/12", "til 12 personer", "= 5",
    "på konto 1234 5678901", "eller 7", ".",
)  # fmt: skip


@given(st.sampled_from(BEFORE), st.sampled_from(sorted(SUMS)), st.sampled_from(BEHIND))
def test_a_sum_is_read_alike_in_any_company(before: str, written: str, behind: str) -> None:
    alone = [numbers_in(pronounced(part, "da"), "da") for part in (before, behind)]
    said = pronounced(f"{before} {written} {behind}", "da")
    assert numbers_in(said, "da") == [*alone[0], *SUMS[written], *alone[1]], said
    assert ("minus" in said) == (written[0] == "-"), said


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("2026 140 kr.", [2026, 140]),
        ("i 2026 kr. 1.234,50", [2026, 1234, 50]),
        ("§ 2 500 kr.", [2, 500]),
        ("4 5 6", [4, 5, 6]),
        ("100,00 123 456 kr.", [100, 0, 0, 123456]),
        ("A4 500,00", [4, 500, 0, 0]),
        ("20,50 30,50", [20, 5, 0, 30, 5, 0]),
    ],
)
def test_numbers_with_a_blank_between_them_stay_two(written: str, numbers: list[int]) -> None:
    assert numbers_in(pronounced(written, "da"), "da") == numbers
