"""Making the demonstration: the same every time, never twice, and finished when interrupted."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mailbox_store.model.letter import LetterId, MailboxId
from mailbox_store.model.query import Change, DeedKind
from mailbox_store.opening import open_store
from mailbox_store.repository import Repository
from mailbox_store.settings import store_url
from post_office.demo.days import Days
from post_office.demo.deliveries import NEWEST, deliveries, memo_letters
from post_office.demo.ids import uuid_of
from post_office.demo.making import make_demo
from post_office.demo.offices import OFFICES


async def _everything(repository: Repository, mailbox: MailboxId) -> list[tuple[str, bytes]]:
    found = []
    for letter in await repository.letter_ids(mailbox):
        raw, _ = await repository.original(mailbox, letter)
        found.append(((await repository.letter(mailbox, letter)).summary.uuid, raw))
    return found


async def test_the_same_clock_makes_the_same_letters_byte_for_byte(
    demo_url: str, tmp_path: Path, now: datetime
) -> None:
    async with open_store(demo_url) as first:
        (facts,) = await first.mailboxes()
        expected = await _everything(first, facts.id)
    async with open_store(store_url(tmp_path / "again.db"), make=True) as second:
        mailbox = await make_demo(second, now=lambda: now)
        assert await _everything(second, mailbox) == expected


async def test_making_it_again_on_another_day_changes_nothing(
    tmp_path: Path, now: datetime
) -> None:
    async with open_store(store_url(tmp_path / "twice.db"), make=True) as repository:
        mailbox = await make_demo(repository, now=lambda: now)
        before = await _everything(repository, mailbox)
        log = await repository.events(mailbox, limit=1)
        again = await make_demo(repository, now=lambda: now + timedelta(days=3))
        assert again == mailbox
        assert await _everything(repository, mailbox) == before
        assert await repository.events(mailbox, limit=1) == log


async def test_an_interrupted_making_is_finished_as_it_was_begun(
    demo_url: str, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first run stops after ten deliveries; the second one comes a week later."""
    monkeypatch.setattr("post_office.demo.making.deliveries", lambda days: deliveries(days)[:10])
    async with open_store(store_url(tmp_path / "half.db"), make=True) as repository:
        mailbox = await make_demo(repository, now=lambda: now)
        one = LetterId(3)
        await repository.change(
            mailbox, [one], Change(unread=True), deed=DeedKind.MARK_UNREAD, at=now
        )
        monkeypatch.undo()
        await make_demo(repository, now=lambda: now + timedelta(days=7))
        found = await _everything(repository, mailbox)
        assert (await repository.letter(mailbox, one)).summary.unread
        everything = await repository.letter_ids(mailbox)
        stored = [await repository.letter(mailbox, letter) for letter in everything]
        assert not any(letter.summary.conflict for letter in stored)
    async with open_store(demo_url) as whole:
        (facts,) = await whole.mailboxes()
        assert found == await _everything(whole, facts.id)


async def test_a_clock_far_from_the_machines_own_is_believed(tmp_path: Path) -> None:
    """Also for what has no date inside; on a Sunday when the clocks change."""
    later = datetime(2099, 3, 29, 7, 0, tzinfo=UTC)
    async with open_store(store_url(tmp_path / "later.db"), make=True) as repository:
        mailbox = await make_demo(repository, now=lambda: later)
        for letter in await repository.letter_ids(mailbox):
            received = (await repository.letter(mailbox, letter)).summary.received
            assert later - timedelta(days=75) < received < later


async def test_only_the_real_offices_are_vouched_for(demo_url: str) -> None:
    async with open_store(demo_url) as repository:
        vouched = {party.number for party in await repository.authorities()}
    assert vouched == {office.cvr for office in OFFICES if office.is_real}
    assert len(vouched) < len(OFFICES)


async def test_the_store_is_sound_afterwards(demo_url: str) -> None:
    async with open_store(demo_url) as repository:
        assert (await repository.check()).damages == ()


@pytest.mark.parametrize("weekday", range(7))
def test_the_last_letter_comes_last_on_every_day_of_the_week(weekday: int) -> None:
    days = Days(now=datetime(2027, 3, 22 + weekday, 0, 30, tzinfo=UTC))
    coming = deliveries(days)
    assert coming[-1].file_name == f"{uuid_of(NEWEST)}.xml"
    assert coming[-1].received > coming[-2].received
    assert coming[-1].received <= days.now


def test_no_two_letters_have_the_same_uuid(now: datetime) -> None:
    uuids = [letter.uuid for letter in memo_letters(Days(now=now))]
    assert len(set(uuids)) == len(uuids)
