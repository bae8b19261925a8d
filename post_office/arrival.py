"""Arrival: letters are found, understood, routed and stored, one outcome for each.

Their documents are read afterwards, out of the store's queue: no file can hold up a letter.
An outcome is told only after its letter is durable on disk. Doing it again changes nothing, so
whatever was interrupted is simply begun anew.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mailbox_store.mailbox import Clock
from mailbox_store.model.arriving import ArrivingLetter, Outcome, TakenIn
from mailbox_store.model.errors import MailboxError, StoreError
from mailbox_store.model.letter import LetterId, MailboxId, Origin
from mailbox_store.model.party import Party
from mailbox_store.repository import Repository
from post_office.bare_file import letter_from_bare_file
from post_office.email.reader import letter_from_mail
from post_office.finding import Found, letters_in
from post_office.memo.as_letter import letter_from_memo
from post_office.memo.reader import read_memo
from post_office.recognising import Kind
from post_office.routing import Routed, Routing

_MOST_LETTERS = 256  # in one transaction
_MOST_BYTES = 16_000_000  # in one transaction
_LONGEST_WAIT = 2.0  # seconds until what is understood is stored, however little it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """What became of one letter: an `outcome`, or the `error` why it was not taken.

    `path` is the file it came from, `where` names its place in it. `new_owner` is set when a
    mailbox without a number took its owner's from this letter.
    """

    path: Path
    where: str
    outcome: Outcome | None = None
    error: MailboxError | None = None
    letter: LetterId | None = None
    mailbox: MailboxId | None = None
    uuid: str = ""
    new_owner: Party | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Understood:
    found: Found
    letter: ArrivingLetter | None = None
    error: MailboxError | None = None


async def take_in_paths(
    paths: Sequence[Path], *, into: Repository, routing: Routing, now: Clock
) -> AsyncGenerator[Arrived, None]:
    """Take in every letter of files and folders, in their order, and tell what became of each.

    One bad letter never stops the next. Raises `StoreError` when the store itself is in trouble:
    what was told before is kept, and the rest can be taken in again.
    """
    found = letters_in(paths)
    while batch := await asyncio.to_thread(_next_batch, found, routing.origin, now):
        async for arrived in _store(batch, into=into, routing=routing, now=now):
            yield arrived


def understand(found: Found, *, origin: Origin, now: datetime) -> ArrivingLetter:
    """Turn a letter's bytes into the letter. Raises `NotUnderstood`."""
    if found.kind is Kind.MAIL:
        return letter_from_mail(
            found.content,
            origin=origin,
            now=now,
            modified=found.modified,
            marks=found.marks,
        )
    if found.kind is Kind.MEMO:
        message = read_memo(found.content)
        received = now
        if origin is Origin.IMPORT:
            made = message.body.created if message.body else None
            received = min(made or found.modified or now, now)
        return letter_from_memo(message, found.content, origin=origin, received=received)
    return letter_from_bare_file(
        found.content,
        name=found.name,
        origin=origin,
        now=now,
        modified=found.modified,
    )


def _next_batch(letters: Iterator[Found], origin: Origin, now: Clock) -> list[_Understood]:
    """Understand as many letters as one transaction takes; empty at the end."""
    batch: list[_Understood] = []
    size = 0
    began = time.monotonic()
    for found in letters:
        batch.append(_understood(found, origin, now()))
        size += len(found.content)
        is_late = time.monotonic() - began > _LONGEST_WAIT
        if len(batch) >= _MOST_LETTERS or size >= _MOST_BYTES or is_late:
            break
    return batch


def _understood(found: Found, origin: Origin, now: datetime) -> _Understood:
    if found.error is not None:
        return _Understood(found=found, error=found.error)
    try:
        letter = understand(found, origin=origin, now=now)
    except MailboxError as error:
        return _Understood(found=found, error=error)
    return _Understood(found=found, letter=letter)


async def _store(
    batch: Sequence[_Understood], *, into: Repository, routing: Routing, now: Clock
) -> AsyncIterator[Arrived]:
    """Route and store a batch, one transaction for each mailbox in it."""
    routes = [await _routed(one, routing) for one in batch]
    receipts: dict[int, TakenIn] = {}
    trouble: StoreError | None = None
    for mailbox in dict.fromkeys(r.mailbox for r in routes if isinstance(r, Routed)):
        places = [i for i, r in enumerate(routes) if isinstance(r, Routed) and r.mailbox == mailbox]
        letters = [one.letter for i in places if (one := batch[i]).letter is not None]
        try:
            taken = await into.take_in(letters, mailbox, at=now(), actor=routing.actor)
        except StoreError as error:
            trouble = error
            break
        receipts.update(zip(places, taken, strict=True))
    for place, (one, route) in enumerate(zip(batch, routes, strict=True)):
        if isinstance(route, MailboxError):
            yield Arrived(path=one.found.path, where=one.found.where, error=route)
        elif place in receipts:
            yield _arrived(one.found, route, receipts[place])
    if trouble is not None:
        raise trouble


async def _routed(one: _Understood, routing: Routing) -> Routed | MailboxError:
    if one.letter is None or one.error is not None:
        return one.error or MailboxError()
    try:
        return await routing.route(one.letter, is_memo=one.found.kind is Kind.MEMO)
    except StoreError:
        raise
    except MailboxError as error:
        return error


def _arrived(found: Found, route: Routed, receipt: TakenIn) -> Arrived:
    return Arrived(
        path=found.path,
        where=found.where,
        outcome=receipt.outcome,
        letter=receipt.letter,
        mailbox=route.mailbox,
        uuid=receipt.uuid,
        new_owner=route.new_owner,
    )
