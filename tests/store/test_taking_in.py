"""Arrival: stored once, never brought back, conflicts kept, held until its date, threaded."""

from datetime import timedelta

from mailbox_store.model.arriving import Outcome
from mailbox_store.model.letter import LetterId, Origin
from mailbox_store.model.query import ListQuery
from tests.store.conftest import OFFICE


async def test_a_letter_delivered_twice_is_stored_once(deliver, make_letter, mailbox) -> None:
    (first,) = await deliver(make_letter(1))
    (again,) = await deliver(make_letter(1))
    assert (first.outcome, again.outcome) == (Outcome.STORED, Outcome.ALREADY_HERE)
    assert again.letter == first.letter
    assert (await mailbox.list(ListQuery())).total == 1


async def test_a_letter_twice_in_one_batch_is_stored_once(deliver, make_letter, mailbox) -> None:
    outcomes = [t.outcome for t in await deliver(make_letter(1), make_letter(1))]
    assert outcomes == [Outcome.STORED, Outcome.ALREADY_HERE]
    assert (await mailbox.list(ListQuery())).total == 1


async def test_the_same_uuid_with_other_bytes_keeps_both_and_both_say_so(
    deliver, make_letter, mailbox
) -> None:
    await deliver(make_letter(1, text="Du får 100 kr."))
    (other,) = await deliver(make_letter(1, text="Du får 900 kr."))
    assert other.outcome is Outcome.STORED_AS_CONFLICT
    page = await mailbox.list(ListQuery())
    assert [letter.conflict for letter in page.letters] == [1, 1]
    texts = {(await mailbox.open(letter.id)).documents[0].text for letter in page.letters}
    assert texts == {"Du får 100 kr.", "Du får 900 kr."}


async def test_what_was_deleted_for_good_does_not_come_back(deliver, make_letter, mailbox) -> None:
    await deliver(make_letter(1))
    await mailbox.bin([LetterId(1)])
    await mailbox.delete_for_good(LetterId(1))
    (again,) = await deliver(make_letter(1))
    assert again.outcome is Outcome.DELETED_BEFORE
    assert (await mailbox.list(ListQuery())).total == 0


async def test_a_letter_with_a_later_date_is_held_and_then_shown(
    deliver, make_letter, mailbox, repository, clock
) -> None:
    until = clock() + timedelta(days=3)
    (held,) = await deliver(make_letter(1, text="hemmelig dato", hold_until=until))
    assert held.outcome is Outcome.HELD
    assert (await mailbox.list(ListQuery())).total == 0
    assert (await mailbox.search("hemmelig")).hits == ()
    assert await repository.release_held(at=clock()) == 0
    clock.move(days=3)
    assert await repository.release_held(at=clock()) == 1
    page = await mailbox.list(ListQuery())
    assert [letter.received for letter in page.letters] == [until]
    assert len((await mailbox.search("hemmelig")).hits) == 1
    assert (await repository.check()).damages == ()


async def test_an_answer_joins_the_thread_of_what_it_answers_in_any_order(
    deliver, make_letter, mailbox
) -> None:
    first, answer, last = (make_letter(n) for n in (1, 2, 3))
    late = make_letter(2, related=(first.uuid,))
    await deliver(make_letter(3, related=(answer.uuid,)), first)
    page = await mailbox.list(ListQuery())
    assert len({letter.thread for letter in page.letters}) == 2
    await deliver(late)
    page = await mailbox.list(ListQuery())
    assert len({letter.thread for letter in page.letters}) == 1
    thread = await mailbox.list(ListQuery(thread=page.letters[0].thread))
    assert [letter.uuid for letter in thread.letters] == [last.uuid, late.uuid, first.uuid]
    assert thread.total == 3


async def test_a_sender_is_verified_by_the_register_and_the_post_office_together(
    deliver, make_letter, mailbox, repository
) -> None:
    """Neither a name in a file nor the person's own import can make a sender verified."""
    by_hand = make_letter(2, origin=Origin.IMPORT)
    await deliver(make_letter(1), by_hand)

    async def verified() -> list[bool]:
        letters = (await mailbox.list(ListQuery())).letters
        return [bool(letter.sender_verified) for letter in reversed(letters)]

    assert await verified() == [False, False]
    await repository.register_authority(OFFICE)
    assert await verified() == [True, False]
    await deliver(make_letter(3), make_letter(4, origin=Origin.IMPORT))
    assert await verified() == [True, False, True, False]
    await repository.unregister_authority(OFFICE)
    assert await verified() == [False] * 4


async def test_the_same_content_twice_is_stored_once(deliver, make_letter, repository) -> None:
    leaflet = "Vejledning " * 1000
    await deliver(*(make_letter(n, text=leaflet) for n in range(5)))
    report = await repository.check()
    assert report.letters == 5
    assert report.contents == 6  # five originals, and the leaflet: file and text alike


async def test_texts_a_database_cannot_hold_are_kept_as_near_as_can_be(
    deliver, make_letter, mailbox
) -> None:
    await deliver(make_letter(1, subject="half \ud800 and \0 nothing", text="x\ud800y"))
    opened = await mailbox.open(LetterId(1))
    assert opened.summary.subject == "half ? and \ufffd nothing"
    assert opened.documents[0].text == "x?y"


async def test_a_letter_is_announced_once_and_can_be_opened_then(
    deliver, make_letter, mailbox, repository, alma
) -> None:
    await deliver(make_letter(1))
    await deliver(make_letter(1))
    (news,) = await repository.announcements(alma.id, after=0, limit=10)
    assert (await mailbox.open(news.letter)).summary.subject == "Letter 1"
