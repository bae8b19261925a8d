"""The queue emptied: documents of a real store read by the real child process, and put back."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from accessibility.documents.emptying import LEASE, keep_reading, read_letter, read_waiting
from accessibility.documents.reading import Reader
from mailbox_store.model.arriving import ArrivingDocument, ArrivingFile, ArrivingLetter
from mailbox_store.model.document import Document, DocumentType, Reading
from mailbox_store.model.document_tree import Heading, Trust
from mailbox_store.model.letter import LetterId, MailboxId, Origin
from mailbox_store.model.party import IdType, Party
from mailbox_store.model.query import DueKind
from mailbox_store.opening import open_store
from mailbox_store.repository import Repository
from mailbox_store.settings import store_url

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
ALMA = Party(id_type=IdType.CPR, number="0101800000", name="Alma Demo")
OFFICE = Party(id_type=IdType.CVR, number="12345678", name="Bylderup Kommune")
PAGE = (
    "<html lang=da><h1>Afgørelse om boligstøtte</h1><p>Svar os senest den 24. november 2026.</p>"
    "<p>Du kan klage inden 4 uger fra den dag, du har modtaget brevet.</p>"
    "<p>Mød op torsdag den 10. december 2026 kl. 9.15.</p></html>"
)


def now() -> datetime:
    return NOW


@pytest.fixture(scope="module")
def reader():
    with Reader() as opened:
        yield opened


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Repository]:
    async with open_store(store_url(tmp_path / "mailbox.db"), make=True) as opened:
        await opened.make_mailbox(ALMA, at=NOW, actor="OPERATOR")
        yield opened


def letter(number: int, *contents: bytes) -> ArrivingLetter:
    files = [
        ArrivingFile(
            name="brev.html",
            media_type="text/html",
            declared_type="text/html",
            language="da",
            content=content,
        )
        for content in contents
    ]
    return ArrivingLetter(
        uuid=f"00000000-0000-4000-8000-{number:012d}",
        fingerprint=f"{number:064x}",
        original=b"".join(contents),
        original_type="text/html",
        origin=Origin.POST_OFFICE,
        sender=OFFICE,
        recipient=ALMA,
        subject="Boligstøtte",
        received=NOW,
        documents=tuple(
            ArrivingDocument(
                type=DocumentType.MAIN, label="", files=(file,), reading=Reading.WAITING
            )
            for file in files
        ),
    )


async def take_in(store: Repository, *letters: ArrivingLetter) -> MailboxId:
    [facts] = await store.mailboxes()
    await store.take_in(letters, facts.id, at=NOW, actor="OPERATOR")
    return facts.id


async def documents(store: Repository, number: int = 1) -> tuple[Document, ...]:
    [facts] = await store.mailboxes()
    return (await store.letter(facts.id, LetterId(number))).documents


async def test_what_waits_is_read_into_trees_with_facts_and_a_verdict(store, reader):
    await take_in(store, letter(1, PAGE.encode()))
    assert await read_waiting(store.reading_queue, reader=reader, now=now) == 1
    [document] = await documents(store)
    assert document.reading is Reading.READ
    assert document.tree is not None
    assert document.tree.trust is Trust.TAGGED
    assert isinstance(document.tree.blocks[0], Heading)
    assert document.text.startswith("Afgørelse om boligstøtte\n\nSvar os senest")
    assert document.tree.facts
    assert document.tree.readability is not None


async def test_what_the_text_says_falls_due_is_among_the_deadlines(store, reader):
    mailbox = await take_in(store, letter(1, PAGE.encode()))
    await read_waiting(store.reading_queue, reader=reader, now=now)
    dues = await store.due(mailbox, since=NOW, limit=10)
    assert [(due.kind, due.at) for due in dues] == [
        (DueKind.FOUND_DEADLINE, datetime(2026, 11, 24, 22, 59, tzinfo=UTC)),
        (DueKind.PROBABLE_DEADLINE, datetime(2026, 11, 30, 22, 59, tzinfo=UTC)),
        (DueKind.FOUND_APPOINTMENT, datetime(2026, 12, 10, 8, 15, tzinfo=UTC)),
    ]
    assert "inden 4 uger" in dues[1].label


async def test_a_document_that_ends_its_reader_stops_no_other(store, reader):
    hostile = b"<div>" * 200_000 + b"Hej"
    await take_in(store, letter(1, hostile, PAGE.encode()))
    await read_waiting(store.reading_queue, reader=reader, now=now)
    assert [each.reading for each in await documents(store)][1] is Reading.READ
    assert await store.reading_queue.count() == 0


async def test_a_stopped_reader_gives_back_what_it_had_not_read(store, reader):
    slow = letter(1, *[b"<p>" + str(n).encode() + b" ord" * 60_000 for n in range(8)])
    await take_in(store, slow)
    reading = asyncio.create_task(read_waiting(store.reading_queue, reader=reader, now=now))
    await asyncio.sleep(0.3)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    left = await store.reading_queue.count()
    lent = await store.reading_queue.claim(at=NOW, lease=LEASE, limit=20)
    assert len(lent) == left


async def test_a_letter_that_another_process_reads_is_waited_for(store, reader):
    mailbox = await take_in(store, letter(1, PAGE.encode()))
    [lent] = await store.reading_queue.claim(at=NOW, lease=timedelta(minutes=5), limit=1)
    of = (mailbox, LetterId(1))
    waiting = asyncio.create_task(
        read_letter(store.reading_queue, of, reader=reader, now=now, patience=10)
    )
    await asyncio.sleep(0.1)
    assert not waiting.done()
    await store.reading_queue.give_back([lent])
    assert await waiting
    assert (await documents(store))[0].reading is Reading.READ


async def test_patience_ends_and_says_so(store, reader):
    mailbox = await take_in(store, letter(1, PAGE.encode()))
    await store.reading_queue.claim(at=NOW, lease=timedelta(minutes=5), limit=1)
    of = (mailbox, LetterId(1))
    assert not await read_letter(store.reading_queue, of, reader=reader, now=now, patience=0.3)


async def test_whoever_keeps_reading_reads_what_comes_later(store, reader):
    keeping = asyncio.create_task(keep_reading(store, reader=reader, now=now))
    await take_in(store, letter(1, PAGE.encode()))
    try:
        async with asyncio.timeout(10), store.changes() as changes:
            async for _ in changes:
                if await store.reading_queue.count() == 0:
                    break
    finally:
        keeping.cancel()
        with pytest.raises(asyncio.CancelledError):
            await keeping
    assert (await documents(store))[0].reading is Reading.READ
