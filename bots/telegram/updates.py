"""From Telegram's updates to our events: only what a person wrote or pressed in a private chat.

What is edited, posted in a channel or sent in another's name is nobody's word to us; a group is
told one line, by the conversation, and left.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bots.events import Blocked, Event, InGroup, Pressed, Started, Typed, Unreadable, Who
from mailbox_store.model.chat import Address

CHANNEL = "telegram"
ALLOWED = ("message", "callback_query", "my_chat_member")
_GROUPS = ("group", "supergroup")
_GONE = ("kicked", "left")
_LONGEST_NAME = 128  # characters: Telegram's two names of 64
_NEWS_OF_A_GROUP = ("migrate_from_chat_id", "migrate_to_chat_id", "left_chat_member")

Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """An update that means something to us."""

    address: Address
    event: Event
    who: Who


def understood(update: Told) -> Arrived | None:
    """Read an update; None if it is nothing to us, or not of the form that Telegram documents."""
    try:
        if message := update.get("message"):
            return _message(message)
        if press := update.get("callback_query"):
            return _press(press)
        if change := update.get("my_chat_member"):
            return _membership(change)
    except (KeyError, TypeError, AttributeError):
        return None
    return None


def _message(message: Told) -> Arrived | None:
    chat, sender = message["chat"], message.get("from") or {}
    if chat["type"] in _GROUPS:
        if any(name in message for name in _NEWS_OF_A_GROUP):
            return None
        return _arrived(chat, InGroup(), sender)
    if not _is_private(chat, sender):
        return None
    text, number = message.get("text"), str(message["message_id"])
    if not isinstance(text, str) or "forward_origin" in message or "via_bot" in message:
        return _arrived(chat, Unreadable(), sender)
    command, _, rest = text.partition(" ")
    if command.partition("@")[0] == "/start":
        return _arrived(chat, Started(token=rest.strip(), message=number), sender)
    return _arrived(chat, Typed(text=text, message=number), sender)


def _press(press: Told) -> Arrived | None:
    message = press.get("message") or {}
    chat, sender = message.get("chat"), press["from"]
    if chat is None or not _is_private(chat, sender):
        return None
    event = Pressed(
        data=str(press.get("data", "")), message=str(message["message_id"]), query=str(press["id"])
    )
    return _arrived(chat, event, sender)


def _membership(change: Told) -> Arrived | None:
    chat, status = change["chat"], change["new_chat_member"]["status"]
    if chat["type"] in _GROUPS and status not in _GONE:
        return _arrived(chat, InGroup(), change["from"])
    if _is_private(chat, change["from"]) and status in _GONE:
        return _arrived(chat, Blocked(), change["from"])
    return None


def _is_private(chat: Told, sender: Told) -> bool:
    return bool(chat["type"] == "private" and sender.get("id") == chat["id"])


def _arrived(chat: Told, event: Event, sender: Told) -> Arrived:
    names = (sender.get("first_name", ""), sender.get("last_name", ""))
    who = Who(
        name=" ".join(str(name) for name in names if name)[:_LONGEST_NAME],
        language=str(sender.get("language_code", "")),
    )
    return Arrived(address=Address(CHANNEL, str(int(chat["id"]))), event=event, who=who)
