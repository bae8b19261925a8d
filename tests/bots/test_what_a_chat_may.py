"""Every deed is tried from chats that may not do it: nothing of a letter comes out."""

from collections.abc import AsyncIterator, Iterable
from datetime import timedelta
from pathlib import Path

import pytest

from accessibility.commands import Deed, name_of
from accessibility.wording import wording_for
from bots.dispatch import DEEDS
from bots.effects import Alert, Effect, SendFile, SendVoice, Tell
from bots.events import Blocked, InGroup, Pressed, Unreadable
from bots.linking import how_to_link
from mailbox_store.model.chat import Address, Level
from mailbox_store.opening import open_store
from mailbox_store.repository import Repository
from tests.bots.letters import OTHER, SECRET, filled_store
from tests.bots.talking import PIN, Citizen, told
from tests.tui.letters import letter, store_with

NAMES = ("Bylderup", "Anna", "Kommune", "Prøve")
SUBJECTS = ("Affaldsordning", "Parkering", "Havneplan", "Bilag", "Boligstøtte")
SENSITIVE = ("Sygehus", "Indkaldelse", "Stævning")
WITH_LETTER = (
    Deed.OPEN, Deed.ARCHIVE, Deed.BIN, Deed.RESTORE, Deed.FLAG, Deed.UNFLAG, Deed.UNREAD,
    Deed.DOCUMENTS, Deed.BRIEF, Deed.ACTIONS, Deed.SPEAK, Deed.SAVE, Deed.CALENDAR,
)  # fmt: skip
EXTRA = (
    "1", "2", "L5", "L6", "L7", "yes", "search stævnes", f"search {SECRET}", "document 1",
    "document 1 file", "send as text file", "mailbox M1", "mailbox M2", "level 4",
    "settings level 4", "more", "next part", "read next letter", "hear more",
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> str:
    path = tmp_path / "mailbox.db"
    store_with(path, [letter(90, subject="Til Bo", recipient=OTHER)], owner=OTHER)
    return filled_store(path)


@pytest.fixture
async def repository(store: str) -> AsyncIterator[Repository]:
    async with open_store(store) as opened:
        yield opened


@pytest.fixture
async def citizen(repository: Repository) -> Citizen:
    return Citizen(repository, (await repository.mailboxes())[1])


@pytest.fixture
async def stranger(repository: Repository) -> Citizen:
    """Give a chat that is nobody's, until it is linked to the other mailbox."""
    return Citizen(repository, (await repository.mailboxes())[0], address=Address("telegram", "66"))


def every_line() -> Iterable[str]:
    """Give a line for each deed, and for each that is about a letter one for every letter."""
    for deed in sorted(DEEDS - {Deed.STOP, Deed.QUIT}):
        yield name_of(deed, language="en")
        if deed in WITH_LETTER:
            yield from (f"{name_of(deed, language='en')} L{number}" for number in range(1, 8))
    yield from EXTRA


def shown(effects: Iterable[Effect]) -> str:
    """Give all that left for the chat, the insides of files too."""
    inside = [e.content.decode(errors="replace") for e in effects
              if isinstance(e, SendFile | SendVoice)]  # fmt: skip
    return told(list(effects)) + "\n".join(inside)


async def tries_everything(citizen: Citizen, *, ends: int | None = None) -> str:
    citizen.everything.clear()
    for line in list(every_line())[:ends]:
        await citizen.types(line)
    return shown(citizen.everything)


def assert_none_of(words: Iterable[str], text: str) -> None:
    assert [word for word in words if word in text] == []


async def test_an_unlinked_chat_gets_one_line_whatever_it_asks(citizen: Citizen) -> None:
    line = how_to_link(wording_for("en"), "telegram")

    for typed in every_line():
        effects = await citizen.types(typed)
        assert [e.text for e in effects if isinstance(e, Tell)] == [line], typed
        assert len(effects) == 1
    for event in (Unreadable(), Pressed(data="1:n:1.1:list:", query="q")):
        [effect] = await citizen.does(event)
        assert told([effect]) == line


async def test_a_chat_that_asks_but_is_not_accepted_sees_nothing(citizen: Citizen) -> None:
    await citizen.types((await citizen.linking.offer()).code)

    assert set((await tries_everything(citizen)).splitlines()) == {
        how_to_link(wording_for("en"), "telegram")
    }


async def test_at_level_1_no_sender_no_subject_and_no_name_come_out(citizen: Citizen) -> None:
    await citizen.is_linked()

    text = await tries_everything(citizen)

    assert "level 1" in text
    assert_none_of((*NAMES, *SUBJECTS, *SENSITIVE, SECRET), text)


async def test_at_level_2_no_text_and_nothing_sensitive_comes_out(citizen: Citizen) -> None:
    await citizen.is_linked(Level.SUMMARY)

    text = await tries_everything(citizen)

    assert "Bylderup Kommune" in text
    assert_none_of((*SUBJECTS, *SENSITIVE, "Anna", "Kære", SECRET), text)


async def test_at_level_3_nothing_comes_out_without_the_pin(citizen: Citizen) -> None:
    await citizen.is_linked(Level.TEXT)

    text = await tries_everything(citizen)

    assert "PIN" in text
    assert_none_of((*SENSITIVE, "Kære", SECRET), text)


async def test_at_level_3_no_file_and_no_voice_comes_out(citizen: Citizen) -> None:
    await citizen.is_linked(Level.TEXT)
    await citizen.types("read L1")
    await citizen.types(PIN)

    text = await tries_everything(citizen)

    assert SECRET in text
    assert "De stævnes" in text  # its question was answered by the "yes" behind it
    assert not [e for e in citizen.everything if isinstance(e, SendFile | SendVoice)]
    assert_none_of(("Til Bo",), text)


async def test_a_pin_that_was_typed_too_long_ago_is_asked_for_again(citizen: Citizen) -> None:
    await citizen.is_linked(Level.VOICE)
    await citizen.types("read L1")
    assert "Nye spande" in told(await citizen.types(PIN))
    await citizen.types("settings delete 30")

    citizen.clock.turn(timedelta(minutes=11))

    assert "Nye spande" not in told(await citizen.types("read L1"))
    assert '"pin"' in citizen.talk


async def test_a_foreign_chat_sees_its_own_mailbox_only(
    citizen: Citizen, stranger: Citizen
) -> None:
    await citizen.is_linked(Level.VOICE)
    await stranger.is_linked(Level.VOICE)
    await stranger.types("read L1")
    await stranger.types(PIN)

    text = (await tries_everything(stranger)).replace(f"Nothing found for {SECRET}.", "")

    assert "Til Bo" in text
    assert_none_of((*SUBJECTS, *SENSITIVE, "Anna Prøve", SECRET), text)


async def test_a_foreign_button_and_a_forged_one_do_nothing(
    citizen: Citizen, stranger: Citizen
) -> None:
    await citizen.is_linked(Level.SUMMARY)
    await stranger.is_linked(Level.SUMMARY)
    await citizen.types("help")
    _, button = citizen.button("List letters")

    for data in (button.data, "1:n:2.1:open:L1", "2:n:1.1:list:", "list", "", "1:n:1.1:rob:"):
        effects = await stranger.does(Pressed(data=data, message="5", query="q"))
        assert [type(effect) for effect in effects] == [Alert]
        assert "not yours" in told(effects)


async def test_a_chat_that_is_unlinked_again_sees_nothing_and_its_buttons_are_dead(
    citizen: Citizen,
) -> None:
    await citizen.is_linked(Level.VOICE)
    await citizen.types("read L1")
    await citizen.types(PIN)
    await citizen.types("list")
    _, button = citizen.button("Read letter 1")

    await citizen.linking.unlink((await citizen.chat()).key)

    line = how_to_link(wording_for("en"), "telegram")
    [alert] = await citizen.does(Pressed(data=button.data, message="5", query="q"))
    assert alert == Alert(query="q", text=line)
    assert set((await tries_everything(citizen)).splitlines()) == {line}


async def test_an_old_button_stays_dead_when_the_chat_is_linked_anew(citizen: Citizen) -> None:
    await citizen.is_linked(Level.SUMMARY)
    await citizen.types("help")
    _, button = citizen.button("List letters")
    await citizen.types("stop")
    await citizen.types("yes")

    await citizen.is_linked(Level.SUMMARY)

    [alert] = await citizen.does(Pressed(data=button.data, message="5", query="q"))
    assert isinstance(alert, Alert)


async def test_a_group_gets_one_line_and_is_left(citizen: Citizen) -> None:
    await citizen.is_linked(Level.VOICE)

    effects = await citizen.does(InGroup())

    assert [type(effect).__name__ for effect in effects] == ["Tell", "Leave"]
    assert_none_of((*NAMES, *SUBJECTS), told(effects))


async def test_who_blocked_the_bot_is_not_answered(citizen: Citizen) -> None:
    await citizen.is_linked()

    assert await citizen.does(Blocked()) == []


async def test_nothing_of_a_letter_or_a_person_is_logged(
    citizen: Citizen, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("bots", "mailbox_store", "accessibility"):
        caplog.set_level("DEBUG", logger=name)
    await citizen.is_linked(Level.VOICE)
    await citizen.types("read L1")
    await citizen.types(PIN)

    await tries_everything(citizen)

    assert_none_of((*NAMES, *SUBJECTS, *SENSITIVE, SECRET, PIN, "Kære"), caplog.text)


async def test_what_waits_to_be_sent_names_its_mailbox_but_the_farewell_does_not(
    citizen: Citizen,
) -> None:
    await citizen.is_linked(Level.VOICE)
    await citizen.types("read L1")
    await citizen.types(PIN)
    await tries_everything(citizen)

    sent = [e for e in citizen.everything if isinstance(e, Tell | SendFile | SendVoice)]
    assert {effect.mailbox for effect in sent} == {citizen.facts.id}

    await citizen.types("stop")
    [farewell] = await citizen.types("yes")
    assert isinstance(farewell, Tell)
    assert farewell.mailbox == 0
