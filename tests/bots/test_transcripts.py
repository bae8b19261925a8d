"""Talks with the bot in both languages, kept as files to be read.

With WRITE_TRANSCRIPTS=1 the files are written anew; then read what changed.
"""

import os
from pathlib import Path

import pytest

from bots.events import Who
from mailbox_store.opening import open_store
from tests.bots.letters import OTHER, filled_store
from tests.bots.talking import Citizen, replayed
from tests.tui.letters import letter, store_with

TALKS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))


@pytest.fixture
def store(tmp_path: Path) -> str:
    url = filled_store(tmp_path / "mailbox.db")
    store_with(tmp_path / "mailbox.db", [letter(90, subject="Til Bo", recipient=OTHER)],
               owner=OTHER)  # fmt: skip
    return url


@pytest.mark.parametrize("file", TALKS, ids=lambda file: file.stem)
async def test_the_talk_goes_as_it_is_written(file: Path, store: str) -> None:
    language = file.stem.rpartition(".")[2]
    written = file.read_text(encoding="utf-8")
    async with open_store(store) as repository:
        facts, _ = await repository.mailboxes()
        citizen = Citizen(repository, facts, who=Who(name="Anna", language=language))
        said = await replayed(written, citizen)
    if os.environ.get("WRITE_TRANSCRIPTS"):
        file.write_text(said, encoding="utf-8")
    assert said == written
