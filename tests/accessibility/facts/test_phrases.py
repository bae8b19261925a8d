"""The many ways in which letters say a thing, and those that only look like it."""

from pathlib import Path

import pytest

from accessibility.facts.finding import facts_in
from mailbox_store.model.document_facts import FactKind
from tests.accessibility.facts.marked_letters import tree_from

PHRASES = Path(__file__).parent / "phrases"
DATED = "Dato: 1. november 2026\n\n"  # the day of the letter that a phrase stands in
DEADLINES = (FactKind.DEADLINE, FactKind.RELATIVE_DEADLINE)


def phrases(name: str) -> list[tuple[str, str]]:
    """Read lines of "words => what they say"."""
    lines = (PHRASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [(words.strip(), said.strip()) for words, _, said in (x.partition("=>") for x in lines)]


def places() -> list[tuple[str, str, str]]:
    """Read small pieces of letters, each with a kind and what is said of that kind."""
    told = []
    for piece in (PHRASES / "places.txt").read_text(encoding="utf-8").split("\n%%%\n"):
        first, _, text = piece.partition("\n")
        kind, _, said = first.removeprefix("%% ").partition("=>")
        told.append((text.strip(), kind.strip(), said.strip()))
    return told


def found(words: str, *kinds: FactKind) -> list[str]:
    """Give the values of some kinds found in words of a dated letter."""
    facts = facts_in(tree_from(DATED + words))
    return sorted(fact.value for fact in facts if fact.kind in kinds and fact.block > 0)


@pytest.mark.parametrize(("words", "said"), phrases("deadlines"))
def test_a_date_is_a_deadline_only_where_the_words_make_it_one(words: str, said: str) -> None:
    assert found(words, *DEADLINES) == sorted(said.replace("~", "").split())


@pytest.mark.parametrize(("words", "said"), phrases("lengths"))
def test_a_length_of_time_is_a_deadline_only_for_the_reader(words: str, said: str) -> None:
    assert found(words, *DEADLINES) == said.split()


@pytest.mark.parametrize(("words", "said"), phrases("appointments"))
def test_a_time_of_day_is_an_appointment_only_with_its_day(words: str, said: str) -> None:
    assert found(words, FactKind.APPOINTMENT) == said.split()


@pytest.mark.parametrize(("words", "said"), phrases("amounts"))
def test_an_amount_is_exact_or_it_is_none(words: str, said: str) -> None:
    assert found(words, FactKind.AMOUNT) == sorted(filter(None, said.split("|")))


@pytest.mark.parametrize(("text", "kind", "said"), places())
def test_a_fact_is_told_by_the_place_it_stands_in(text: str, kind: str, said: str) -> None:
    separator = "|" if kind in ("AMOUNT", "CASE", "PAYMENT") else " "
    assert found(text, FactKind(kind)) == sorted(filter(None, said.split(separator)))


@pytest.mark.parametrize(
    "words",
    [
        "Bøger: senest den 4. december 2026",
        "Bekræftelse senest den 4. december 2026.",
        "Payment by 4 December 2026 is needed.",
    ],
)
def test_where_nobody_can_tell_who_is_asked_a_deadline_is_not_certain(words: str) -> None:
    facts = facts_in(tree_from(DATED + words))
    assert [(fact.value, fact.is_certain) for fact in facts] == [("2026-12-04", False)]


@pytest.mark.parametrize(
    "words",
    [
        "Fjern din cykel inden den 4. december 2026.",
        "Vedlæg kvitteringer og mail dem senest den 4. december 2026.",
        "Sørg for at betale senest den 4. december 2026.",
        "Do this no later than 4 December 2026.",
    ],
)
def test_where_the_reader_is_told_to_do_it_a_deadline_is_certain(words: str) -> None:
    facts = facts_in(tree_from(DATED + words))
    assert [(fact.value, fact.is_certain) for fact in facts] == [("2026-12-04", True)]
