"""A CPR number is masked however it is typed; dates, amounts and other numbers stay."""

import pytest

from mailbox_store.model.party import without_cpr_numbers


@pytest.mark.parametrize(
    "written",
    [
        "010180-0000", "0101800000", "010180 0000", "01.01.80-0000", "01-01-80-0000",
        "01 01 80 0000", "0101 80-0000", "010180\u20140000", "010180/0000", "010180 - 0000",
    ],
)  # fmt: skip
def test_a_cpr_number_loses_its_last_four_digits(written: str) -> None:
    assert without_cpr_numbers(f"Om {written}.") == "Om 010180-****."


@pytest.mark.parametrize(
    "text",
    [
        "Møde 01.12.2026 kl. 10.30", "1.234,50 kr.", "tlf. 70 10 18 81", "26/004871",
        "01-12-2026", "CVR 12345678", "2026-12-01 10:30",
    ],
)  # fmt: skip
def test_other_numbers_stay(text: str) -> None:
    assert without_cpr_numbers(text) == text
