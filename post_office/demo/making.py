"""Make the demonstration mailbox: its offices, its owner, its letters, and what she did with them.

Every letter goes the real way in (`arrival`), with a clock set to the moment it came; every deed
goes through the door. The demonstration remembers when it was begun, so that doing it again, also
on another day or after it was interrupted, makes nothing twice.
"""

import asyncio
import os
import tempfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from mailbox_store.access import OPERATOR, Identity
from mailbox_store.mailbox import Clock, Mailbox, open_mailbox
from mailbox_store.model.arriving import Outcome
from mailbox_store.model.letter import LetterId, MailboxId
from mailbox_store.repository import Repository
from post_office.arrival import Arrived, take_in_paths
from post_office.demo.days import Days
from post_office.demo.deliveries import NEWEST, Delivery, deliveries
from post_office.demo.ids import uuid_of
from post_office.demo.letter import Kept
from post_office.demo.offices import ALMA, OFFICES
from post_office.register import register_authority
from post_office.routing import DeliverRouting, ImportRouting, Routing

_REACHES_BACK = timedelta(days=75)  # the mailbox is this old when its newest letter comes
_SOON = timedelta(minutes=2)  # after a letter came, Alma read it


async def make_demo(repository: Repository, *, now: Clock) -> MailboxId:
    """Make the mailbox of Alma Demo with all its letters, or finish the one that was begun.

    The same clock makes the same letters, byte for byte. Deadlines lie around the moment of
    `now`, or around the moment when an earlier run began.
    """
    mailbox, begun = await _begin(repository, now)
    if await repository.letters_with_uuid(mailbox, uuid_of(NEWEST)):
        return mailbox
    for office in OFFICES:
        if office.is_real:
            await register_authority(office.cvr, name=office.name, into=repository)
    coming = await asyncio.to_thread(deliveries, Days(now=begun))
    with tempfile.TemporaryDirectory(prefix="brevdue-demo-") as folder:  # for its owner only
        for delivery in coming:
            await _deliver(delivery, mailbox, repository, Path(folder))
    return mailbox


async def _begin(repository: Repository, now: Clock) -> tuple[MailboxId, datetime]:
    """Give the mailbox, and the moment its first entry in the audit log says it was begun."""
    found = await repository.mailbox_of(ALMA.id_type, ALMA.number)
    if found is None:
        at = now() - _REACHES_BACK
        found = await repository.make_mailbox(ALMA, at=at, actor=OPERATOR)
    first = await repository.events(found.id, limit=1, before=2)
    return found.id, first[0].at + _REACHES_BACK


async def _deliver(
    delivery: Delivery, mailbox: MailboxId, repository: Repository, folder: Path
) -> None:
    def then() -> datetime:
        return delivery.received

    alma = Identity(party=ALMA)
    routing: Routing = DeliverRouting(repository, now=then)
    if delivery.by_hand:
        routing = ImportRouting(repository, mailbox, actor=alma.actor, now=then)
    path = await asyncio.to_thread(_laid_down, delivery, folder)
    arrived = [a async for a in take_in_paths([path], into=repository, routing=routing, now=then)]
    new = _new_letters(arrived, delivery.kept)
    door = await open_mailbox(
        mailbox, who=alma, repository=repository, now=lambda: delivery.received + _SOON
    )
    for letter, kept in new:
        await _keep(letter, kept, door)


def _laid_down(delivery: Delivery, folder: Path) -> Path:
    """Write the file as old as it claims to be: a bare file has no other date."""
    path = folder / delivery.file_name
    path.write_bytes(delivery.content)
    os.utime(path, (delivery.received.timestamp(),) * 2)
    return path


def _new_letters(arrived: Sequence[Arrived], kept: Sequence[Kept]) -> list[tuple[LetterId, Kept]]:
    """Pair what was stored just now with what was done with it; what was there stays as it is."""
    for one in arrived:
        if one.error is not None:
            raise one.error
    return [
        (one.letter, deeds)
        for one, deeds in zip(arrived, kept, strict=True)
        if one.outcome is Outcome.STORED and one.letter is not None
    ]


async def _keep(letter: LetterId, kept: Kept, door: Mailbox) -> None:
    if kept.read:
        await door.open(letter)
    if kept.flagged:
        await door.flag([letter], on=True)
    if kept.note:
        await door.write_note(letter, kept.note)
    if kept.archived:
        await door.archive([letter])
    if kept.binned:
        await door.bin([letter])
    if kept.folder:
        made = await door.make_folder(kept.folder)
        await door.move([letter], made.id)
