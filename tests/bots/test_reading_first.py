"""A letter whose documents nobody has read yet is read when a chat opens it."""

from pathlib import Path

import pytest

from bots.reading_first import read_first_in
from mailbox_store.access import Identity
from mailbox_store.mailbox import open_mailbox
from mailbox_store.model.document import Reading
from mailbox_store.model.letter import LetterId
from mailbox_store.opening import open_store
from tests.bots.talking import NOW
from tests.tui.letters import document, letter, store_with


@pytest.fixture
def store(tmp_path: Path) -> str:
    waiting = document("", content=b"Brevets egne ord.", reading=Reading.WAITING)
    return store_with(tmp_path / "mailbox.db", [letter(1, documents=(waiting,))])


async def test_a_document_that_waits_is_read_before_it_is_shown(store: str) -> None:
    async with open_store(store) as repository:
        [facts] = await repository.mailboxes()
        mailbox = await open_mailbox(
            facts.id,
            who=Identity(party=facts.owner, through="CHAT:telegram:1"),
            repository=repository,
            now=lambda: NOW,
            read_first=read_first_in(repository, lambda: NOW),
        )

        opened = await mailbox.open(LetterId(1))

        assert opened.documents[0].reading is Reading.READ
        assert "Brevets egne ord." in opened.documents[0].text
