"""The last four digits of a CPR number are never heard unasked, whatever stands around it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.pronouncing.pronouncing import pronounced

BEFORE = (
    "", "CPR", "CPR-nr.:", "cpr.nr", "Personnr.", "sagsnr.", "Kundenr.", "konto", "Ref.:", "(",
    "nr", "Barnet,", "2.", "kl. 10,", "500 kr.", "den 1. maj", "§ 5,", "tlf.", "x", "+", "-",
    "født", "/",
)  # fmt: skip
FORMS = ("010180-0000", "010180 0000", "010180\u20130000", "010180 - 0000", "010180-0000.")
BEHIND = ("", ")", "kr.", "500 kr.", "/ 2", "og", "-", "2026", "%", "er født", "x", ", 5")
ZEROS = {"da": "nul nul nul nul", "en": "zero zero zero zero"}


@given(
    st.sampled_from(BEFORE),
    st.sampled_from(["", " "]),
    st.sampled_from(FORMS),
    st.sampled_from(BEHIND),
    st.sampled_from(["da", "en"]),
)
def test_the_last_four_are_never_said(
    before: str, joint: str, number: str, behind: str, language: str
) -> None:
    said = pronounced(f"{before}{joint}{number} {behind}", language)
    assert ZEROS[language] not in re.sub(r"\W+", " ", said), said


@pytest.mark.parametrize("language", ["de", "nb", "sv", "fr", ""])
@pytest.mark.parametrize("form", FORMS)
def test_other_languages_hide_them_too(form: str, language: str) -> None:
    said = pronounced(f"Nr. {form}", language)
    assert "0000" not in said
    assert "010180" in said
