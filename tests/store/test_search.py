"""Search: Danish spelling either way, beginnings, phrases, words around the find, no operators."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbox_store.model.letter import MessageType
from mailbox_store.model.party import IdType, Party
from mailbox_store.search_words import fold, snippet, sought_words

TEXT = "Du får 1.234,50 kr. om måneden.\nAndré bor på Ærø, ikke i Århus. Café er lukket."


@pytest.mark.parametrize(
    "typed",
    [
        "århus", "Aarhus", "AARHUS", "andre", "André", "aeroe", "ÆRØ", "cafe", "1.234,50",
        "mån*", "maan*", '"om måneden"', "letter", "kommune", "får kr", '"unclosed', "bylderup*",
    ],
)  # fmt: skip
async def test_words_are_found_however_they_are_spelled(
    typed, deliver, make_letter, mailbox
) -> None:
    typed = typed.replace('"unclosed', '"kr om')
    await deliver(make_letter(1, text=TEXT))
    assert [hit.letter.id for hit in (await mailbox.search(typed)).hits] == [1]


@pytest.mark.parametrize(
    "typed", ["fa", "andr", '"måneden om"', "", "  ", "***", '""', "NOT", "mailbox:m1", "1.234,51"]
)
async def test_what_is_not_there_is_not_found(typed, deliver, make_letter, mailbox) -> None:
    await deliver(make_letter(1, text=TEXT))
    assert (await mailbox.search(typed)).hits == ()


async def test_the_words_around_the_find_are_shown_with_marks(
    deliver, make_letter, mailbox
) -> None:
    await deliver(make_letter(1, text=TEXT))
    (hit,) = (await mailbox.search("aarhus")).hits
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["Århus"]


async def test_an_unopened_legal_notice_is_found_but_shows_no_words(
    deliver, make_letter, mailbox
) -> None:
    await deliver(make_letter(1, text=TEXT, type=MessageType.LEGAL_NOTIFICATION))
    (hit,) = (await mailbox.search("århus")).hits
    assert (hit.snippet, hit.marks) == ("", ())
    await mailbox.answer_legal_notice(hit.letter.id, yes=True)
    (hit,) = (await mailbox.search("århus")).hits
    assert "Århus" in hit.snippet


async def test_the_newest_come_first_also_when_old_letters_arrive_late(
    deliver, make_letter, mailbox
) -> None:
    await deliver(make_letter(5), make_letter(9))
    await deliver(make_letter(1))  # older than what is there
    found = await mailbox.search("borger", limit=2)
    assert [hit.letter.subject for hit in found.hits] == ["Letter 9", "Letter 5"]
    assert found.more


async def test_nobody_finds_words_in_somebody_elses_mailbox(
    deliver, make_letter, mailbox, repository, clock
) -> None:
    other = await repository.make_mailbox(
        Party(id_type=IdType.CPR, number="0202800000"), at=clock(), actor="OPERATOR"
    )
    await repository.take_in(
        [make_letter(1, text="bolighaj")], other.id, at=clock(), actor="OPERATOR"
    )
    await deliver(make_letter(2))
    assert (await mailbox.search("bolighaj")).hits == ()
    assert len((await repository.search(other.id, "bolighaj", limit=5)).hits) == 1


async def test_a_letter_deleted_for_good_is_not_found(
    deliver, make_letter, mailbox, repository
) -> None:
    await deliver(make_letter(1, text=TEXT), make_letter(2, text=TEXT))
    await mailbox.bin([1])
    await mailbox.delete_for_good(1)
    assert [hit.letter.id for hit in (await mailbox.search("århus")).hits] == [2]
    assert (await repository.check()).damages == ()


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=40), st.text(max_size=400))
def test_no_search_and_no_text_break_the_snippet(typed: str, text: str) -> None:
    cut, marks = snippet([text], sought_words(typed))
    assert all(0 <= a < b <= len(cut) for a, b in marks)
