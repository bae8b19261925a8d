"""What is found in letters of ours, held against what we marked in them before."""

import pytest

from accessibility.facts.finding import facts_in
from mailbox_store.model.document_facts import FactKind
from tests.accessibility.facts.marked_letters import Marked, marked_letters

LETTERS = marked_letters()
_WANTED = 0.95  # of what is marked


def values(marked: Marked, kind: FactKind) -> list[str]:
    """Give the values found in a letter."""
    return [fact.value for fact in facts_in(marked.tree) if fact.kind is kind]


def test_there_are_letters_enough_of_all_kinds() -> None:
    assert len(LETTERS) >= 30
    assert all(any(letter.truth[kind] for letter in LETTERS) for kind in FactKind)


@pytest.mark.parametrize("kind", list(FactKind))
def test_nearly_all_that_is_marked_is_found(kind: FactKind) -> None:
    marked = found = 0
    for letter in LETTERS:
        left = values(letter, kind)
        for value in letter.truth[kind].elements():
            marked += 1
            if value in left:
                left.remove(value)
                found += 1
    assert found >= _WANTED * marked


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.name)
def test_no_deadline_time_or_amount_is_found_that_is_not_there(letter: Marked) -> None:
    for kind in FactKind:
        extra = set(values(letter, kind)) - set(letter.truth[kind])
        assert not extra, kind


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.name)
def test_what_the_letter_leaves_open_is_never_certain(letter: Marked) -> None:
    for fact in facts_in(letter.tree):
        if (fact.kind, fact.value) in letter.doubtful or fact.kind is FactKind.RELATIVE_DEADLINE:
            assert not fact.is_certain
        else:
            assert fact.is_certain, fact
