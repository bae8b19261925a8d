"""Where listening to a letter stopped is remembered, and is no change of the letter."""

from mailbox_store.access import Identity
from mailbox_store.mailbox import open_mailbox
from mailbox_store.model.letter import LetterId
from tests.store.conftest import BO


async def test_the_place_where_listening_stopped_is_there_when_the_letter_is_opened_again(
    mailbox, deliver, make_letter
):
    await deliver(make_letter(1), make_letter(2))
    await mailbox.keep_heard(LetterId(1), 7)
    assert [(await mailbox.open(LetterId(n))).heard for n in (1, 2)] == [7, 0]
    await mailbox.keep_heard(LetterId(1), 0)
    assert (await mailbox.open(LetterId(1))).heard == 0


async def test_it_is_no_change_that_could_be_undone_or_stands_in_the_log(
    mailbox, deliver, make_letter
):
    await deliver(make_letter(1))
    await mailbox.open(LetterId(1))  # it is read from now on
    before = await mailbox.open(LetterId(1))
    log = await mailbox.audit_log()
    await mailbox.keep_heard(LetterId(1), 3)
    assert await mailbox.audit_log() == log
    after = await mailbox.open(LetterId(1))
    assert (after.version, after.summary) == (before.version, before.summary)


async def test_of_a_letter_that_is_gone_or_of_another_mailbox_nothing_is_kept(
    mailbox, deliver, make_letter, repository, clock
):
    await deliver(make_letter(1))
    facts = await repository.make_mailbox(BO, at=clock(), actor="OPERATOR")
    others = await open_mailbox(facts.id, who=Identity(party=BO), repository=repository, now=clock)
    await others.keep_heard(LetterId(1), 9)
    await mailbox.keep_heard(LetterId(99), 9)
    assert (await mailbox.open(LetterId(1))).heard == 0
