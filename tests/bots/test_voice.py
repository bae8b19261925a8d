"""A letter spoken for a chat: one section after the other, small, and from where it stopped."""

import os
import time
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path

import pytest

from accessibility.wording import wording_for
from bots.voice import LARGEST, NoVoiceError, VoiceNote, notes_maker
from mailbox_store.model.chat import Level
from mailbox_store.model.letter import Letter, LetterId
from mailbox_store.opening import open_store
from tests.bots.letters import filled_store
from tests.bots.talking import PIN, Citizen, no_voice, told

SAY = wording_for("da")
HARBOUR_PLAN = LetterId(3)


@pytest.fixture
def store(tmp_path: Path) -> str:
    return filled_store(tmp_path / "mailbox.db")


@pytest.fixture
async def citizen(store: str) -> AsyncIterator[Citizen]:
    async with open_store(store) as repository:
        [facts] = await repository.mailboxes()
        yield Citizen(repository, facts)


async def long_letter(citizen: Citizen) -> Letter:
    return await citizen.repository.letter(citizen.facts.id, HARBOUR_PLAN)


async def made(letter: Letter, first: int, most: int) -> list[VoiceNote]:
    notes: list[VoiceNote] = []
    async with aclosing(notes_maker(os.environ)(letter, SAY, first)) as coming:
        async for note in coming:
            notes.append(note)
            if len(notes) == most:
                break
    return notes


async def test_a_long_letter_is_several_small_notes_in_order(citizen: Citizen) -> None:
    notes = await made(await long_letter(citizen), 1, 2)

    assert [note.number for note in notes] == [1, 2]
    assert notes[0].total > 2
    for note in notes:
        assert note.content.startswith(b"OggS")
        assert len(note.content) < LARGEST
        assert 20 < note.seconds < 120


async def test_what_was_heard_before_comes_at_once_and_the_rest_goes_on(citizen: Citizen) -> None:
    letter = await long_letter(citizen)
    first = await made(letter, 1, 1)
    begun = time.monotonic()

    again, (second,) = await made(letter, 1, 1), await made(letter, 2, 1)

    assert [note.content for note in again] == [note.content for note in first]
    assert second.number == 2
    assert time.monotonic() - begun < 10


async def test_where_nothing_can_speak_the_chat_says_so_and_offers_the_text(
    citizen: Citizen,
) -> None:
    citizen.make_notes = no_voice
    await citizen.is_linked(Level.VOICE)
    await citizen.types("listen L1")

    said = told(await citizen.types(PIN))

    assert "The letter was not spoken. Nothing can be read aloud" in said
    assert citizen.button("Read letter")


async def test_an_engine_that_is_not_there_is_named(citizen: Citizen) -> None:
    letter = await long_letter(citizen)
    environment = {**os.environ, "BREVDUE_SPEECH_ENGINE": "dummy"}

    with pytest.raises(NoVoiceError) as raised:
        [_ async for _ in notes_maker(environment)(letter, SAY, 1)]

    assert "dummy" in raised.value.text
