"""Buttons: what they say can be typed, what comes back is short, and gives nobody anything."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.commands import Command, Deed
from bots.buttons import Doubt, Press, press_of
from bots.effects import Tell
from bots.events import NotAnEvent, Pressed, Typed, Who, event_from, event_json
from bots.talk import Talk, talk_from, talk_json
from bots.typed_words import understand_typed
from mailbox_store.model.chat import Level
from mailbox_store.opening import open_store
from tests.bots.letters import filled_store
from tests.bots.talking import PIN, Citizen, told


@pytest.fixture
def store(tmp_path: Path) -> str:
    return filled_store(tmp_path / "mailbox.db")


@pytest.fixture(params=["da", "en"])
async def citizen(store: str, request: pytest.FixtureRequest) -> AsyncIterator[Citizen]:
    async with open_store(store) as repository:
        [facts] = await repository.mailboxes()
        citizen = Citizen(repository, facts, who=Who(name="Anna", language=request.param))
        await citizen.is_linked(Level.VOICE)
        yield citizen


async def test_every_button_can_be_typed_and_means_the_same(citizen: Citizen) -> None:
    for line in ("read L1", PIN, "list", "more", "read L3", "documents L4", "document 1", "help",
                 "settings", "deadlines", "brief", "search kære", "archive L1", "listen L3",
                 "read L5", "show more choices",
                 "settings quiet 22-7", "settings notices off", "stop", "no", "xyzzy",
                 "show more choices", "settings level 3"):  # fmt: skip
        await citizen.types(line)
    chat, language = await citizen.chat(), citizen.who.language
    seen = set()
    for message in citizen.shown:
        for button in message.buttons:
            seen.add(button.label)
            assert len(button.data.encode()) <= 64
            nonce = button.data.split(":")[1]
            press = press_of(button.data, [chat], [nonce])
            assert isinstance(press, Press)
            typed = understand_typed(button.label, language=language)
            assert isinstance(typed, Command), button.label
            assert (typed.deed, typed.words) == (press.command.deed, _typed(press.command))
    assert len(seen) > 20


def _typed(command: Command) -> str:
    """Give the words of a command as they are typed: a button says which part of which letter."""
    if command.deed is Deed.HELP and command.words:
        return "letter"
    if command.words.startswith("from "):
        return "more"
    is_only_pressed = command.words == "yes" or command.words.startswith("L")
    return "" if is_only_pressed else command.words


@given(st.text(max_size=80))
def test_no_text_is_taken_for_a_button_of_a_chat_without_mailboxes(data: str) -> None:
    assert press_of(data, [], ["abc"]) is Doubt.FORGED


async def test_a_button_of_long_ago_is_stale_but_that_of_a_few_messages_ago_is_not(
    citizen: Citizen,
) -> None:
    await citizen.types("help")
    message = citizen.shown[-1]
    for _ in range(7):
        await citizen.types("help")
    press = Pressed(data=message.buttons[0].data, message="1", query="q")
    assert any(isinstance(effect, Tell) for effect in await citizen.does(press, keeps=False))

    await citizen.types("help")

    assert not any(isinstance(effect, Tell) for effect in await citizen.does(press))


@given(st.text(max_size=30), st.text(max_size=10))
def test_an_event_is_read_back_as_it_was_written(text: str, name: str) -> None:
    event, who = Typed(text=text, message="7"), Who(name=name, language="da")

    assert event_from(event_json(event, who)) == (event, who)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"event": "other", "who": {}}', "null"])
def test_what_is_no_event_is_said_to_be_none(text: str) -> None:
    with pytest.raises(NotAnEvent):
        event_from(text)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"question": "other"}', '{"after": [1]}'])
def test_a_talk_that_cannot_be_read_begins_anew(text: str) -> None:
    assert talk_from(text) == Talk()


def test_a_talk_is_read_back_as_it_was_written() -> None:
    talk = Talk(chat=1, mailbox=2, letters=(3, 4), after=(5, 6), letter=3, part=2, nonces=("a",))

    assert talk_from(talk_json(talk)) == talk


async def test_an_older_button_goes_on_with_its_own_letter(citizen: Citizen) -> None:
    await citizen.types("read L3")
    await citizen.types(PIN)
    message = citizen.shown[-1]
    await citizen.types("read L5")

    press = Pressed(data=message.buttons[0].data, message="1", query="q")

    assert "Afsnit 7" in told(await citizen.does(press))
