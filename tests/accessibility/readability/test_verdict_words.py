"""The verdict in sentences."""

import pytest

from accessibility.readability.lix import weight_of
from accessibility.readability.verdict import REASONS
from accessibility.readability.verdict_words import share_of, verdict_lines
from accessibility.wording import wording_for
from mailbox_store.model.document_tree import Ease, Readability
from mailbox_store.model.warned import Warned

ENGLISH = wording_for("en")


def lines(ease: Ease, *reasons: str, lix: int | None = None) -> list[str]:
    """Say a verdict; a reason is "code" or "code detail"."""
    told = tuple(
        Warned(code=code, detail=detail) for code, _, detail in (r.partition(" ") for r in reasons)
    )
    return verdict_lines(Readability(ease=ease, reasons=told, lix=lix), ENGLISH)


def test_a_good_document_is_said_to_be_good_and_how_heavy() -> None:
    assert lines(Ease.GOOD, lix=32) == [
        "This document can be listened to well.",
        "The language is easy (LIX 32).",
    ]


def test_reasons_come_after_the_verdict_with_what_they_mean() -> None:
    assert lines(
        Ease.FAIR, "not-tagged", "tables-without-headers 2/3", "language-heavy 52", lix=52
    ) == [
        "This document can be listened to, with something missing.",
        "Headings, lists and tables are told from the look of the pages, because the file does not "
        "mark them: some may be wrong.",
        "Tables that do not say what their columns are: 2 of 3. Their figures stand alone.",
        "The language is heavy (LIX 52).",
    ]


def test_a_document_without_text_is_said_in_one_sentence() -> None:
    assert lines(Ease.POOR, "no-text") == [
        "This document cannot be listened to: it has no text, at most pictures of it."
    ]


@pytest.mark.parametrize("code", REASONS)
def test_every_reason_has_a_sentence(code: str) -> None:
    said = lines(Ease.POOR, f"{code} 1/2", lix=weight_lix(code))
    assert len(said) == (1 if said[0].startswith("This document cannot") else 2)
    assert all(line.endswith(".") for line in said)


def weight_lix(code: str) -> int | None:
    """Give the LIX that a reason of weight comes with."""
    return {"language-heavy": 55, "language-very-heavy": 65}.get(code)


def test_a_detail_that_is_no_share_says_nothing() -> None:
    assert lines(Ease.FAIR, "tables-without-headers two") == [
        "This document can be listened to, with something missing."
    ]


def test_every_weight_has_a_sentence_of_its_own() -> None:
    said = {lines(Ease.GOOD, lix=lix)[1].replace(str(lix), "") for lix in (20, 35, 45, 55, 65)}
    assert len(said) == len({weight_of(lix) for lix in (20, 35, 45, 55, 65)}) == 5


@pytest.mark.parametrize(
    ("detail", "share"),
    [("2/3", (2, 3)), ("2", None), ("/", None), ("²/3", None), ("-1/2", None), ("9" * 90, None)],
)
def test_a_share_is_two_numbers(detail: str, share: tuple[int, int] | None) -> None:
    assert share_of(detail) == share
