"""Of all that Telegram tells, only a person's own words in a private chat are heard."""

from typing import Any

import pytest

from bots.events import Blocked, InGroup, Pressed, Started, Typed, Unreadable
from bots.telegram.updates import understood
from mailbox_store.model.chat import Address

ANNE = {"id": 42, "is_bot": False, "first_name": "Anne", "last_name": "Example",
        "language_code": "da"}  # fmt: skip
PRIVATE = {"id": 42, "type": "private", "first_name": "Anne"}
FAMILY = {"id": -100, "type": "supergroup", "title": "Family"}


def message(text: str | None = "list", chat: Any = PRIVATE, sender: Any = ANNE, **more: Any) -> Any:
    """Make an update with a message."""
    told = {"message_id": 7, "date": 1, "chat": chat, "from": sender, **more}
    return {"update_id": 1, "message": told if text is None else {**told, "text": text}}


def press(chat: Any = PRIVATE, sender: Any = ANNE) -> Any:
    """Make an update with a press."""
    query = {"id": "99", "from": sender, "data": "1r5", "message": {"message_id": 8, "chat": chat}}
    return {"update_id": 1, "callback_query": query}


def member(status: str, chat: Any = PRIVATE) -> Any:
    """Make an update of what the bot is in a chat."""
    return {
        "update_id": 1,
        "my_chat_member": {"chat": chat, "from": ANNE, "new_chat_member": {"status": status}},
    }


@pytest.mark.parametrize(
    ("update", "event"),
    [
        (message("read 2"), Typed(text="read 2", message="7")),
        (message("/start"), Started(message="7")),
        (message("/start abc_D-1"), Started(token="abc_D-1", message="7")),  # noqa: S106 - a link's word
        (message("/start@our_bot abc"), Started(token="abc", message="7")),  # noqa: S106 - as above
        (message("/startle"), Typed(text="/startle", message="7")),
        (message(None, voice={"file_id": "V"}), Unreadable()),
        (message("read 2", forward_origin={"type": "user"}), Unreadable()),
        (message("read 2", via_bot={"id": 5}), Unreadable()),
        (message("hello", chat=FAMILY), InGroup()),
        (press(), Pressed(data="1r5", message="8", query="99")),
        (member("kicked"), Blocked()),
        (member("member", chat=FAMILY), InGroup()),
    ],
)
def test_what_means_something_becomes_an_event(update: Any, event: Any) -> None:
    arrived = understood(update)
    assert arrived is not None
    assert arrived.event == event
    where = "-100" if isinstance(event, InGroup) else "42"
    assert arrived.address == Address("telegram", where)
    assert (arrived.who.name, arrived.who.language) == ("Anne Example", "da")


@pytest.mark.parametrize(
    "update",
    [
        message(sender={**ANNE, "id": 43}),  # not from whose chat it is
        message(chat={"id": -5, "type": "channel"}),
        {"update_id": 1, "edited_message": message()["message"]},
        {"update_id": 1, "channel_post": message()["message"]},
        press(sender={**ANNE, "id": 43}),
        press(chat=FAMILY),
        {"update_id": 1, "callback_query": {"id": "99", "from": ANNE, "data": "x"}},
        member("member"),
        member("left", chat=FAMILY),
        message("moved", chat=FAMILY, migrate_to_chat_id=-200),
        {"update_id": 1},
        {"update_id": 1, "message": {"text": "no chat"}},
        {"update_id": 1, "message": "words"},
    ],
)
def test_the_rest_is_nothing_to_us(update: Any) -> None:
    assert understood(update) is None
