"""Chats on the screens: the list, what can be done with one, a chat that asks, the PIN unseen."""

import pytest
from syrupy.assertion import SnapshotAssertion

from mailbox_store.access import Identity
from mailbox_store.linking import Linking
from mailbox_store.model.chat import Chat, ChatState, Level
from tests.tui.chats_of_a_store import ask
from tests.tui.letters import NOW
from tests.tui.screens.at_the_screens import Screens, at_the_screens, desk_at, until


def linking(screens: Screens) -> Linking:
    """Give the chats of the mailbox that is shown."""
    sitting = screens.app.sitting
    facts = sitting.mailbox.facts
    return Linking(sitting.repository, facts, Identity(party=facts.owner), lambda: NOW)


async def let_ask(screens: Screens, name: str, *, number: str = "42") -> None:
    """Let a chat ask, and be told of on the screen."""
    offer = await linking(screens).offer()
    assert await ask(screens.app.sitting.repository, offer.code, name, number=number, at=NOW)


async def kept(screens: Screens) -> Chat:
    return (await linking(screens).chats())[0]


def shown(screens: Screens) -> str:
    column, row = screens.cursor
    return f"{screens.text}\n[cursor: column {column}, row {row}]"


@pytest.mark.parametrize("language", ["en", "da"])
async def test_the_chats_and_what_can_be_done_with_one_stand_as_they_are_held(
    many: str, snapshot: SnapshotAssertion, language: str
) -> None:
    for size in ((80, 24), (40, 10)):
        for look in ("default", "reader"):
            desk = desk_at(many, language=language)
            async with at_the_screens(desk, look=look, size=size) as screens:
                if await linking(screens).chats() == ():
                    await let_ask(screens, "Annas telefon")
                    await let_ask(screens, "Bo", number="43")
                    await linking(screens).accept((await kept(screens)).key)
                await screens.press("escape", "B")
                chats = shown(screens)
                await screens.press("enter")
                both = f"{chats}\n\n{shown(screens)}"
                assert both == snapshot(name=f"{look} {size[0]}x{size[1]}")


async def test_a_chat_that_asks_is_told_in_one_line_and_only_once(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.press("j")
        await let_ask(screens, "Annas telefon")
        told = "The chat “Annas telefon” asks to be linked. B lists the chats."
        await until(lambda: screens.foot == told)
        row = screens.cursor
        await screens.press("j")
        assert screens.foot != told
        assert screens.cursor[1] == row[1] + 1
        await linking(screens).offer()  # something else is committed
        await screens.settled()
        assert screens.foot != told


async def test_what_is_chosen_of_a_chat_is_done_and_the_list_is_true_again(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await let_ask(screens, "Annas telefon")
        await screens.press("B", "enter", "j", "enter")
        assert screens.lines[0] == "Chats."
        assert "Annas telefon. Telegram. Linked. Level 1" in screens.said
        await screens.press("enter", "j", "j", "enter")
        assert "Level 2: sender, date and deadline." in screens.foot
        assert (await kept(screens)).level is Level.SUMMARY


async def test_letters_leave_only_after_a_typed_yes_that_knows_of_telegram(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await let_ask(screens, "Anna")
        await linking(screens).accept((await kept(screens)).key)
        await screens.type(":chats level 1 text")
        await screens.press("enter")
        assert "brevdue pin" in screens.said
        await linking(screens).set_pin("482915")
        for answer, level in (("no", Level.NOTIFY), ("yes", Level.TEXT)):
            await screens.type(":chats level 1 text")
            await screens.press("enter")
            assert "Telegram is not end-to-end encrypted" in screens.said
            await screens.type(answer)
            await screens.press("enter")
            assert (await kept(screens)).level is level


async def test_the_last_chat_is_unlinked_and_one_is_back_where_one_was(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await let_ask(screens, "Anna")
        await linking(screens).accept((await kept(screens)).key)
        await screens.press("j", "B", "enter", "end", "enter")
        assert (await kept(screens)).state is ChatState.UNLINKED
        assert screens.lines[0].startswith("Inbox.")
        assert screens.cursor == (0, 2)
        assert "is unlinked" in screens.said


async def test_a_pin_is_typed_unseen_and_kept(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.type(":pin")
        await screens.press("enter")
        await screens.type("482915")
        assert "482915" not in screens.text
        assert screens.foot == ">"
        await screens.press("enter")
        await screens.type("482915")
        await screens.press("enter")
        assert "The PIN is set." in screens.foot
        assert await linking(screens).has_pin()


async def test_a_pin_that_is_given_up_is_not_set(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.type(":pin")
        await screens.press("enter")
        await screens.type("4829")
        await screens.press("escape")
        assert screens.foot == "Nothing was typed. No PIN was set."
        assert not await linking(screens).has_pin()


async def test_a_code_is_shown_as_a_text_that_stays(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.app.sitting.repository.chats.set_bot_name("telegram", "BrevdueBot")
        await screens.type(":link telegram")
        await screens.press("enter")
        assert screens.lines[0] == "To link a chat in Telegram."
        assert any(line.startswith("https://t.me/BrevdueBot?start=") for line in screens.lines)
        assert "Sign by sign the code is" in screens.said


async def test_the_word_link_alone_makes_no_code(many: str) -> None:
    async with at_the_screens(desk_at(many)) as screens:
        await screens.type(":link")
        await screens.press("enter")
        assert "links lists the letter's links" in screens.said
