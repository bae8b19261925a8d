"""The queue of documents to be read: lent by lease, put back as trees, surviving every death."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from mailbox_store.access import Identity
from mailbox_store.mailbox import open_mailbox
from mailbox_store.model.arriving import ArrivingLetter
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import DocumentTree, Paragraph, Run, Trust
from mailbox_store.model.letter import LetterId
from mailbox_store.model.mailbox_facts import MailboxFacts
from mailbox_store.model.query import DueKind
from mailbox_store.model.waiting import DocumentRead, FoundDue, WaitingDocument
from mailbox_store.opening import open_store
from mailbox_store.repository import Repository
from mailbox_store.settings import store_url
from tests.store.conftest import ALMA, START, Clock, MakeLetter

LEASE = timedelta(minutes=2)


@pytest.fixture
def waiting_letter(make_letter: MakeLetter):
    """Make a letter whose only document is still to be read."""

    def make(number: int) -> ArrivingLetter:
        letter = make_letter(number)
        document = replace(letter.documents[0], reading=Reading.WAITING, text="")
        return replace(letter, documents=(document,))

    return make


def read_as(text: str, *, is_whole: bool = True, due: tuple[FoundDue, ...] = ()) -> DocumentRead:
    tree = DocumentTree(trust=Trust.PLAIN, blocks=(Paragraph(words=(Run(text),)),), pages=3)
    return DocumentRead(reading=Reading.READ, tree=tree, text=text, is_whole=is_whole, due=due)


async def claim(
    store: Repository, clock: Clock, *, limit: int = 16, of=None
) -> tuple[WaitingDocument, ...]:
    return await store.reading_queue.claim(at=clock(), lease=LEASE, limit=limit, of=of)


async def take_in(store: Repository, facts: MailboxFacts, *letters: ArrivingLetter) -> None:
    await store.take_in(letters, facts.id, at=START, actor="OPERATOR")


async def test_a_document_is_lent_with_its_files_and_kept_as_a_tree(
    repository, alma, waiting_letter, clock
):
    await take_in(repository, alma, waiting_letter(1))
    [lent] = await claim(repository, clock)
    assert [file.content for file in lent.files] == ["Kære borger.".encode()]
    assert await repository.reading_queue.keep(lent, read_as("Kære Alma."), at=clock(), lease=LEASE)
    letter = await repository.letter(alma.id, LetterId(1))
    [document] = letter.documents
    assert document.reading is Reading.READ
    assert document.tree == read_as("Kære Alma.").tree
    assert (document.text, document.pages) == ("Kære Alma.", 3)
    assert await repository.reading_queue.count() == 0


async def test_what_was_read_is_found_by_search(repository, alma, waiting_letter, clock):
    await take_in(repository, alma, waiting_letter(1))
    assert not (await repository.search(alma.id, "fjernvarme", limit=5)).hits
    [lent] = await claim(repository, clock)
    await repository.reading_queue.keep(lent, read_as("Om fjernvarme."), at=clock(), lease=LEASE)
    [hit] = (await repository.search(alma.id, "fjernvarme", limit=5)).hits
    assert "fjernvarme" in hit.snippet
    assert not (await repository.check()).damages


async def test_a_lent_document_is_nobody_elses_until_the_lease_ends(
    repository, alma, waiting_letter, clock
):
    await take_in(repository, alma, waiting_letter(1))
    assert len(await claim(repository, clock)) == 1
    assert await claim(repository, clock) == ()
    clock.move(minutes=3)
    assert len(await claim(repository, clock)) == 1


async def test_the_newest_letter_is_read_first_and_a_wanted_one_before_it(
    repository, alma, waiting_letter, clock
):
    await take_in(repository, alma, *map(waiting_letter, (1, 2, 3)))
    [wanted] = await claim(repository, clock, of=(alma.id, LetterId(1)))
    [newest] = await claim(repository, clock, limit=1)
    assert (wanted.letter, newest.letter) == (1, 3)


async def test_a_document_that_ends_every_reader_is_given_up(
    repository, alma, waiting_letter, clock
):
    await take_in(repository, alma, waiting_letter(1))
    for _ in range(3):
        assert await claim(repository, clock)
        clock.move(minutes=3)
    assert await claim(repository, clock) == ()
    [document] = (await repository.letter(alma.id, LetterId(1))).documents
    assert document.reading is Reading.UNREADABLE
    assert await repository.reading_queue.count() == 0


async def test_what_is_given_back_can_be_lent_at_once_as_often_as_it_takes(
    repository, alma, waiting_letter, clock
):
    await take_in(repository, alma, waiting_letter(1))
    for _ in range(10):
        lent = await claim(repository, clock)
        assert lent
        await repository.reading_queue.give_back(lent)
    assert await claim(repository, clock)


async def test_a_long_scan_stays_lent_page_by_page_and_goes_on_where_it_stopped(
    repository, alma, waiting_letter, clock
):
    await take_in(repository, alma, waiting_letter(1))
    [lent] = await claim(repository, clock)
    for page in range(10):
        clock.move(seconds=90)
        half = read_as(f"Page {page}.", is_whole=False)
        await repository.reading_queue.keep(lent, half, at=clock(), lease=LEASE)
        assert await claim(repository, clock) == ()
    clock.move(minutes=3)
    [again] = await claim(repository, clock)
    assert again.tree == half.tree


async def test_a_letter_deleted_while_it_is_read_stays_deleted(
    repository, alma, waiting_letter, clock
):
    await take_in(repository, alma, waiting_letter(1))
    [lent] = await claim(repository, clock)
    door = await open_mailbox(alma.id, who=Identity(party=ALMA), repository=repository, now=clock)
    await door.bin([LetterId(1)])
    await door.delete_for_good(LetterId(1))
    assert not await repository.reading_queue.keep(lent, read_as("x"), at=clock(), lease=LEASE)
    assert await repository.reading_queue.count() == 0
    assert not (await repository.check()).damages


async def test_reading_a_document_again_leaves_nothing_of_the_first_time_behind(
    repository, alma, waiting_letter, clock
):
    await take_in(repository, alma, waiting_letter(1))
    [lent] = await claim(repository, clock)
    for text in ("Først.", "Siden."):
        await repository.reading_queue.keep(lent, read_as(text), at=clock(), lease=LEASE)
    assert not (await repository.search(alma.id, "først", limit=5)).hits
    assert not (await repository.check()).damages


async def test_what_falls_due_by_the_text_is_listed_and_a_yes_to_it_stays(
    repository, alma, waiting_letter, clock
):
    await take_in(repository, alma, waiting_letter(1))
    [lent] = await claim(repository, clock)
    at = START + timedelta(days=20)
    due = FoundDue(kind=DueKind.PROBABLE_DEADLINE, at=at, label="Inden 4 uger.")
    for _ in range(2):
        await repository.reading_queue.keep(lent, read_as("x", due=(due,)), at=clock(), lease=LEASE)
        [listed] = await repository.due(alma.id, since=START, limit=5)
        assert (listed.kind, listed.at, listed.label) == (due.kind, at, due.label)
        assert await repository.confirm_due(alma.id, listed)
    [listed] = await repository.due(alma.id, since=START, limit=5)
    assert listed.is_confirmed
    assert not await repository.confirm_due(alma.id, listed._replace(kind=DueKind.REPLY))


async def test_an_opened_letter_has_its_waiting_documents_read_first(
    repository, alma, waiting_letter, clock
):
    await take_in(repository, alma, waiting_letter(1))

    async def read_first(mailbox, letter):
        [lent] = await claim(repository, clock, of=(mailbox, letter))
        await repository.reading_queue.keep(lent, read_as("Læst."), at=clock(), lease=LEASE)

    who = Identity(party=ALMA)
    door = await open_mailbox(
        alma.id, who=who, repository=repository, now=clock, read_first=read_first
    )
    assert (await door.open(LetterId(1))).documents[0].text == "Læst."
    opened = [e for e in await door.audit_log() if e.name == "MESSAGE_READ"]
    assert len(opened) == 1


async def test_the_letters_of_an_earlier_release_are_read_once_more_for_their_trees(
    tmp_path, make_letter, clock
):
    url, path = store_url(tmp_path / "mailbox.db"), tmp_path / "mailbox.db"
    async with open_store(url, make=True) as store:
        alma = await store.make_mailbox(ALMA, at=clock(), actor="OPERATOR")
        await store.take_in([make_letter(1)], alma.id, at=clock(), actor="OPERATOR")
    with closing(sqlite3.connect(path)) as connection:  # as the first release left it
        chats = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'chat%'"
        )
        for (name,) in chats.fetchall():
            connection.execute(f"DROP TABLE {name}")
        connection.executescript(
            "DROP TABLE waiting; ALTER TABLE document DROP COLUMN tree_id;"
            "ALTER TABLE due DROP COLUMN is_confirmed; ALTER TABLE letter DROP COLUMN heard;"
            "PRAGMA user_version = 1;"
        )
    async with open_store(url) as store:
        [before] = (await store.letter(alma.id, LetterId(1))).documents
        assert (before.reading, before.text, before.tree) == (Reading.READ, "Kære borger.", None)
        [lent] = await claim(store, clock)
        assert lent.files[0].content == "Kære borger.".encode()
        assert not (await store.check()).damages
