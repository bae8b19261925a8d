"""What is answered a second time, because the first attempt died half-way, is right either way."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from mailbox_store.model.chat import Level
from mailbox_store.model.folder import FolderType
from mailbox_store.model.query import ListQuery
from mailbox_store.opening import open_store
from tests.bots.letters import filled_store
from tests.bots.talking import PIN, Citizen, told


@pytest.fixture
def store(tmp_path: Path) -> str:
    return filled_store(tmp_path / "mailbox.db")


@pytest.fixture
async def citizen(store: str) -> AsyncIterator[Citizen]:
    async with open_store(store) as repository:
        [facts] = await repository.mailboxes()
        citizen = Citizen(repository, facts)
        await citizen.is_linked(Level.TEXT)
        await citizen.types("list")
        await citizen.types("read L1")
        await citizen.types(PIN)
        yield citizen


async def begun_before(citizen: Citizen, text: str) -> str:
    """Do something whose answer is lost, then answer it again, as the desk does after a death."""
    talk = citizen.talk
    await citizen.types(text)
    citizen.talk = talk
    return told(await citizen.types(text, attempts=2))


async def folder_of(citizen: Citizen, letter: int) -> str:
    page = await citizen.repository.list_letters(citizen.facts.id, ListQuery())
    found = [one for one in page.letters if one.id == letter]
    return found[0].folder_name if found else FolderType.DELETED


async def test_undo_is_never_done_twice(citizen: Citizen) -> None:
    await citizen.types("archive L1")
    await citizen.types("archive L2")

    said = await begun_before(citizen, "undo")

    assert "interrupted" in said
    assert [await folder_of(citizen, n) for n in (1, 2)] == ["Archive", "INBOX"]


async def test_a_deed_begun_before_is_one_deed_for_undo(citizen: Citizen) -> None:
    assert "Archived." in await begun_before(citizen, "archive L1")
    await citizen.types("undo")

    assert await folder_of(citizen, 1) == "INBOX"


async def test_a_letter_is_read_again_from_the_same_part(citizen: Citizen) -> None:
    await citizen.types("read L3")

    assert "Part 2 of 5." in await begun_before(citizen, "next part")
    assert "Part 3 of 5." in told(await citizen.types("next part"))


async def test_a_button_pressed_twice_is_done_once_and_the_second_told_so(
    citizen: Citizen,
) -> None:
    message, button = citizen.button("Archive letter")
    await citizen.presses("Archive letter")
    citizen.shown.append(message)

    assert "old" in told(await citizen.presses("Archive letter"))
    assert button.data


async def test_unlinking_begun_before_says_that_it_is_done(citizen: Citizen) -> None:
    await citizen.types("stop")

    assert "unlinked" in await begun_before(citizen, "yes")


async def test_a_code_that_the_first_attempt_used_is_not_called_wrong(store: str) -> None:
    async with open_store(store) as repository:
        [facts] = await repository.mailboxes()
        citizen = Citizen(repository, facts)

        said = await begun_before(citizen, (await citizen.linking.offer()).code)

        assert "accept this chat" in said


async def test_a_yes_to_a_legal_notice_begun_before_opens_it(citizen: Citizen) -> None:
    await citizen.types("read L7")

    assert "De stævnes" in await begun_before(citizen, "yes")


async def test_a_question_on_the_way_to_the_next_letter_skips_none(store: str) -> None:
    async with open_store(store) as repository:
        [facts] = await repository.mailboxes()
        citizen = Citizen(repository, facts)
        await citizen.is_linked(Level.TEXT)
        await citizen.types("list")

        await citizen.types("next")
        assert "Stævning" in told(await citizen.types(PIN))
        assert "De stævnes" in told(await citizen.types("yes"))
        assert "Sygehus" in told(await citizen.types("next"))
        citizen.clock.turn(timedelta(minutes=11))
        await citizen.types("next")

        assert "Boligstøtte" in told(await citizen.types(PIN))


async def test_a_legal_notice_that_was_declined_is_gone_past(store: str) -> None:
    async with open_store(store) as repository:
        [facts] = await repository.mailboxes()
        citizen = Citizen(repository, facts)
        await citizen.is_linked(Level.TEXT)
        await citizen.types("next")
        await citizen.types(PIN)
        await citizen.types("no")

        assert "Sygehus" in told(await citizen.types("next"))
