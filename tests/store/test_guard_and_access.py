"""What may not happen: a legal notice opened without a yes, a mailbox opened by another."""

import pytest

from mailbox_store.access import Identity
from mailbox_store.mailbox import open_mailbox
from mailbox_store.model.document import Action, Reservation
from mailbox_store.model.errors import LegalNoticeUnanswered, LetterNotFound, MailboxNotFound
from mailbox_store.model.event import EventName
from mailbox_store.model.letter import LetterId, MailboxId, MessageType
from mailbox_store.model.party import IdType, Party
from mailbox_store.model.query import DueKind, ListQuery

L1 = LetterId(1)
BO = Party(id_type=IdType.CPR, number="0202800000", name="Bo Demo")


@pytest.fixture
async def notice(deliver, make_letter, clock):
    meeting = Reservation(
        uuid="r", description="", abstract="", location="Retten", start=clock(), end=clock()
    )
    await deliver(
        make_letter(
            1,
            type=MessageType.LEGAL_NOTIFICATION,
            reply_by=clock(),
            actions=(Action(label="Retsmøde", code="AFTALE", reservation=meeting),),
        )
    )


async def names(mailbox):
    return [event.name for event in reversed(await mailbox.audit_log())]


@pytest.mark.parametrize(
    "deed",
    [
        lambda m: m.open(L1),
        lambda m: m.content(L1, "00" * 32),
    ],
)
async def test_a_legal_notice_is_closed_until_the_yes_and_the_question_is_recorded(
    deed, notice, mailbox
) -> None:
    with pytest.raises(LegalNoticeUnanswered):
        await deed(mailbox)
    assert (await names(mailbox))[-1] is EventName.LEGAL_NOTICE_ASKED
    assert (await mailbox.list(ListQuery())).letters[0].unread


async def test_marking_a_legal_notice_as_read_is_refused_and_no_question_is_recorded(
    notice, mailbox
) -> None:
    with pytest.raises(LegalNoticeUnanswered):
        await mailbox.mark([L1], unread=False)
    assert EventName.LEGAL_NOTICE_ASKED not in await names(mailbox)
    assert (await mailbox.list(ListQuery())).letters[0].unread


async def test_after_the_yes_it_opens_and_the_first_yes_stands(notice, mailbox, clock) -> None:
    await mailbox.answer_legal_notice(L1, yes=True)
    first = clock()
    clock.move(hours=1)
    await mailbox.answer_legal_notice(L1, yes=True)
    opened = await mailbox.open(L1)
    assert opened.documents[0].text == "Kære borger."
    assert opened.summary.legally_notified_ms == int(first.timestamp() * 1000)
    assert (await names(mailbox)).count(EventName.MESSAGE_LEGALLY_NOTIFIED) == 1


async def test_a_no_is_recorded_and_opens_nothing(notice, mailbox) -> None:
    await mailbox.answer_legal_notice(L1, yes=False)
    assert (await names(mailbox))[-1] is EventName.LEGAL_NOTICE_DECLINED
    with pytest.raises(LegalNoticeUnanswered):
        await mailbox.open(L1)


async def test_lists_and_deadlines_show_nothing_from_inside_an_unopened_notice(
    notice, mailbox
) -> None:
    (listed,) = (await mailbox.list(ListQuery())).letters
    assert (listed.appointment, listed.reply_by) != (None, None)
    assert listed.appointment is None
    assert [due.kind for due in await mailbox.due()] == [DueKind.REPLY]
    await mailbox.answer_legal_notice(L1, yes=True)
    assert {due.kind for due in await mailbox.due()} == {DueKind.REPLY, DueKind.APPOINTMENT}


async def test_every_opening_is_in_the_audit_log_with_who_and_which(
    deliver, make_letter, mailbox
) -> None:
    await deliver(make_letter(1))
    await mailbox.open(L1)
    await mailbox.open(L1)
    reads = [e for e in await mailbox.audit_log() if e.name is EventName.MESSAGE_READ]
    assert [(e.actor, e.letter) for e in reads] == [("CPR:0101800000", 1)] * 2


async def test_somebody_elses_mailbox_looks_just_like_none(mailbox, repository, clock) -> None:
    other = await repository.make_mailbox(BO, at=clock(), actor="OPERATOR")
    refusals = []
    for wanted in (other.id, MailboxId(99)):
        with pytest.raises(MailboxNotFound) as refused:
            await open_mailbox(
                wanted,
                who=Identity(party=mailbox.facts.owner),
                repository=repository,
                now=clock,
            )
        refusals.append((type(refused.value), refused.value.args, str(refused.value)))
    assert refusals[0] == refusals[1]


async def test_a_letter_of_another_mailbox_can_not_be_reached_by_any_name(
    deliver, make_letter, mailbox, repository, clock
) -> None:
    other = await repository.make_mailbox(BO, at=clock(), actor="OPERATOR")
    await repository.take_in(
        [make_letter(n) for n in range(1, 4)], other.id, at=clock(), actor="OPERATOR"
    )
    await deliver(make_letter(1))
    theirs = (await repository.letter(other.id, LetterId(3))).documents[0].files[0].sha256
    for attempt in (
        mailbox.open(LetterId(3)),
        mailbox.find("L3"),
        mailbox.find(make_letter(3).uuid),
        mailbox.original(LetterId(3)),
        mailbox.archive([LetterId(3)]),
        mailbox.content(LetterId(3), theirs),
    ):
        with pytest.raises(LetterNotFound):
            await attempt
    assert (await mailbox.list(ListQuery())).total == 1
    assert await mailbox.every_letter() == (1,)
