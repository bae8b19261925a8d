"""A person who talks to the bot: writes, presses, blocks, and sees what a chat shows."""

import asyncio
import re
import time
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.bots.stand_in import StandIn

_PATIENCE = 5.0  # seconds


class Person:
    """One person in their private chat, made by `StandIn.person`."""

    def __init__(self, telegram: "StandIn", number: int, name: str, language: str) -> None:
        self.telegram, self.number = telegram, number
        self.name, self.language = name, language
        self.bell = asyncio.Event()
        self.seen = 0  # the last message of the bot that was waited for

    def as_user(self) -> dict[str, Any]:
        """Give the person as Telegram tells of them."""
        return {
            "id": self.number,
            "is_bot": False,
            "first_name": self.name,
            "language_code": self.language,
        }

    def writes(self, text: str, chat: int | None = None, **more: Any) -> int:
        """Send a text; give the update's id."""
        rules = self.telegram.rules
        where = self.number if chat is None else chat
        rules.written.add(where)
        number = rules.next_message()
        message = {
            "message_id": number,
            "from": self.as_user(),
            "chat": rules.chats[where],
            "date": int(rules.now()),
            "text": text,
            **more,
        }
        rules.messages[where, number] = message
        return self.telegram.push("message", message)

    def presses(self, label: str) -> str:
        """Press the newest button with a label; give the press's id."""
        for message in reversed(self.from_bot()):
            for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    if button["text"] == label:
                        return self.forges(button["callback_data"], message)
        return pytest.fail(f"there is no button {label!r}")

    def forges(self, data: str, message: dict[str, Any] | None = None) -> str:
        """Press a button that may not be there, as a changed client can."""
        shown = message or self.from_bot()[-1]
        presses = self.telegram.rules.presses
        number = str(7_000_000_000 + len(presses))
        presses[number] = {"who": self.number, "at": self.telegram.rules.now(), "answered": False}
        body = {"id": number, "from": self.as_user(), "message": shown, "data": data}
        self.telegram.push("callback_query", {**body, "chat_instance": "1"})
        return number

    def blocks(self) -> None:
        """Block the bot."""
        self.telegram.rules.blocked.add(self.number)
        self._member("member", "kicked")

    def unblocks(self) -> None:
        """Let the bot write again."""
        self.telegram.rules.blocked.discard(self.number)
        self._member("kicked", "member")

    def _member(self, before: str, after: str) -> None:
        def told(status: str) -> dict[str, Any]:
            return {"status": status, "user": {"id": 4200000042, "is_bot": True}}

        chat = self.telegram.rules.chats[self.number]
        body = {"chat": chat, "from": self.as_user(), "date": int(time.time())}
        changed = {"old_chat_member": told(before), "new_chat_member": told(after)}
        self.telegram.push("my_chat_member", {**body, **changed})

    def from_bot(self, chat: int | None = None) -> list[dict[str, Any]]:
        """Give the bot's messages that stand in the chat, oldest first."""
        where = self.number if chat is None else chat
        messages = sorted(self.telegram.rules.messages.items())
        return [m for (c, _), m in messages if c == where and m["from"]["is_bot"]]

    def texts(self) -> list[str]:
        """Give the texts and captions of the bot's messages."""
        return [m.get("text") or m.get("caption", "") for m in self.from_bot()]

    def alerts(self) -> list[str]:
        """Give the texts that were shown in a box after a press."""
        return [t for who, t, is_box in self.telegram.rules.alerts if who == self.number and is_box]

    async def hears(self, pattern: str, within: float = _PATIENCE) -> dict[str, Any]:
        """Wait for the next message that fits a pattern, and give it."""
        ends = time.monotonic() + within
        while True:
            for message in self.from_bot():
                if message["message_id"] > self.seen and re.search(
                    pattern, message.get("text") or message.get("caption", ""), re.DOTALL
                ):
                    self.seen = message["message_id"]
                    return message
            await self._news(ends, f"no message like {pattern!r}; there are {self.texts()}")

    async def is_alerted(self, pattern: str, within: float = _PATIENCE) -> None:
        """Wait for a box with a text that fits a pattern."""
        ends = time.monotonic() + within
        while not any(re.search(pattern, text) for text in self.alerts()):
            await self._news(ends, f"no alert like {pattern!r}; there are {self.alerts()}")

    async def _news(self, ends: float, complaint: str) -> None:
        left = ends - time.monotonic()
        if left <= 0:
            pytest.fail(complaint)
        self.bell.clear()
        try:
            await asyncio.wait_for(self.bell.wait(), left)
        except TimeoutError:
            pytest.fail(complaint)
