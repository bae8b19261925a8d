"""What Telegram lets a bot do: lengths, floods, ages, who can be written to; in its own words."""

import json
import math
import re
import time
from typing import Any, NoReturn

LONGEST_TEXT = 4096  # UTF-16 units
LONGEST_CAPTION = 1024
LONGEST_BUTTON = 64  # bytes of callback_data
LONGEST_ALERT = 200
MOST_DELETED = 100  # messages in one call
_PRESS_LIVES = 60.0  # seconds; a guess
_DELETED_WITHIN = 48 * 3600.0
_MESSAGE_RATE, _MESSAGE_BURST, _OVERALL = 1.0, 3.0, 30.0  # the burst is a guess


class Refused(Exception):
    """Telegram says no."""

    def __init__(self, code: int, text: str, retry_after: int = 0) -> None:
        super().__init__(text)
        self.code, self.text, self.retry_after = code, text, retry_after


def refuse(text: str, code: int = 400, retry_after: int = 0) -> NoReturn:
    """Say no in Telegram's words."""
    raise Refused(code, f"Bad Request: {text}" if code == 400 else text, retry_after)


def units(text: str) -> int:
    """Count as Telegram does."""
    return len(text.encode("utf-16-le")) // 2


class Flood:
    """Counts messages: `burst` at once, then `rate` a second."""

    def __init__(self, rate: float, burst: float, at: float) -> None:
        self.rate, self.burst, self.left, self.at = rate, burst, burst, at

    def wait(self, now: float) -> float:
        """Give the seconds until one more is let through."""
        self.left = min(self.burst, self.left + (now - self.at) * self.rate)
        self.at = now
        return 0.0 if self.left >= 1 - 1e-9 else (1 - self.left) / self.rate


class Rules:
    """The state of Telegram: chats, messages, presses, and what is counted."""

    def __init__(self, has_limits: bool) -> None:
        self.has_limits = has_limits
        self.ahead = 0.0  # seconds that the clock was put forward
        self.chats: dict[int, dict[str, Any]] = {}
        self.written: set[int] = set()  # chats that wrote to the bot
        self.blocked: set[int] = set()
        self.messages: dict[tuple[int, int], dict[str, Any]] = {}
        self.presses: dict[str, dict[str, Any]] = {}
        self.alerts: list[tuple[int, str, bool]] = []  # person, text, is shown in a box
        self.deleted: set[tuple[int, int]] = set()
        self.commands: dict[str, list[dict[str, str]]] = {}
        self.delivered: dict[int, dict[str, Any]] = {}
        self.files: dict[int, bytes] = {}
        self.allowed_updates: list[str] | None = None
        self.webhook: dict[str, str] = {}
        self.hook_goes_to = ""  # where a webhook's https address leads to on this machine
        self._floods: dict[int, Flood] = {}
        self._last_message = 100

    def now(self) -> float:
        """Give the time of Telegram's clock."""
        return time.time() + self.ahead

    def next_message(self) -> int:
        """Count up the messages of all chats."""
        self._last_message += 1
        return self._last_message

    def call(self, method: str, a: dict[str, str], files: dict[str, Any]) -> Any:
        """Do what a method does."""
        match method:
            case "getMe":
                return self._me()
            case "sendMessage":
                self._reachable(a)
                self._check_length(a.get("text", ""), LONGEST_TEXT, "message")
                self._check_entities(a)
                return self._post(a, {"text": a["text"].strip()})
            case "sendDocument" | "sendVoice":
                return self._send_file(method[4:].lower(), a, files)
            case "editMessageReplyMarkup":
                return self._take_buttons(a)
            case "deleteMessage":
                return self._delete(int(a["chat_id"]), int(a["message_id"]), strict=True)
            case "deleteMessages":
                numbers = json.loads(a["message_ids"])
                if not 1 <= len(numbers) <= MOST_DELETED:
                    refuse("too many message identifiers specified")
                for number in numbers:
                    self._delete(int(a["chat_id"]), number, strict=False)
                return True
            case "answerCallbackQuery":
                return self._answer_press(a)
            case "setMyCommands":
                return self._set_commands(a)
            case "setWebhook":
                return self._set_webhook(a)
            case "deleteWebhook":
                self.webhook = {}
                return True
            case "leaveChat":
                self.blocked.add(int(a["chat_id"]))
                return True
        refuse("Not Found: method not found", 404)

    def flood(self, chat: int, now: float) -> None:
        """Count one message to a chat; refuse it where there were too many."""
        overall = self._floods.setdefault(0, Flood(_OVERALL, _OVERALL, now))
        own = self._floods.setdefault(chat, Flood(_MESSAGE_RATE, _MESSAGE_BURST, now))
        if (wait := max(overall.wait(now), own.wait(now))) > 0:
            seconds = math.ceil(wait)
            refuse(f"Too Many Requests: retry after {seconds}", 429, retry_after=seconds)
        overall.left -= 1
        own.left -= 1

    def _me(self) -> dict[str, Any]:
        return {
            "id": 4200000042,
            "is_bot": True,
            "first_name": "Brevdue",
            "username": "brevdue_example_bot",
        }

    def _reachable(self, a: dict[str, str]) -> int:
        chat = int(a["chat_id"])
        if chat not in self.chats:
            refuse("chat not found")
        if chat > 0 and chat not in self.written:
            refuse("Forbidden: bot can't initiate conversation with a user", 403)
        if chat in self.blocked:
            who = "blocked by the user" if chat > 0 else "kicked from the group chat"
            refuse(f"Forbidden: bot was {who}", 403)
        return chat

    def _check_length(self, text: str, longest: int, what: str) -> None:
        if what == "message" and not text.strip():
            refuse("message text is empty")
        if units(text) > longest:
            refuse(f"{what} is too long")

    def _check_entities(self, a: dict[str, str]) -> None:
        if "parse_mode" in a:
            refuse("this stand-in wants plain text and entities, no markup")
        for entity in json.loads(a.get("entities", "[]")):
            if entity["offset"] + entity["length"] > units(a["text"]):
                refuse("entity ends after the end of the text")

    def _buttons(self, a: dict[str, str]) -> list[list[dict[str, str]]]:
        rows: list[list[dict[str, str]]] = json.loads(a.get("reply_markup", "{}")).get(
            "inline_keyboard", []
        )
        for button in (button for row in rows for button in row):
            if not button["text"].strip():
                refuse("inline keyboard button text must be non-empty")
            if not 1 <= len(button["callback_data"].encode()) <= LONGEST_BUTTON:
                refuse("BUTTON_DATA_INVALID")
        return rows

    def _post(self, a: dict[str, str], body: dict[str, Any]) -> dict[str, Any]:
        chat, rows = int(a["chat_id"]), self._buttons(a)
        if self.has_limits:
            self.flood(chat, time.monotonic())
        number = self.next_message()
        message = {
            "message_id": number,
            "from": self._me(),
            "chat": self.chats[chat],
            "date": int(self.now()),
            **body,
        }
        if rows:
            message["reply_markup"] = {"inline_keyboard": rows}
        if a.get("protect_content") == "true":
            message["has_protected_content"] = True
        self.messages[chat, number] = message
        return message

    def _send_file(self, kind: str, a: dict[str, str], files: dict[str, Any]) -> dict[str, Any]:
        self._reachable(a)
        self._check_length(a.get("caption", ""), LONGEST_CAPTION, "message caption")
        sent = files.get(a.get(kind, "").removeprefix("attach://")) or files.get(kind)
        if not sent or not sent["body"]:
            refuse("file must be non-empty")
        told = {"file_id": "F1", "file_unique_id": "U1", "file_name": sent["filename"]}
        if kind == "voice":
            told = {"file_id": "F1", "file_unique_id": "U1", "duration": int(a.get("duration", 1))}
        message = self._post(a, {kind: told, "caption": a.get("caption", "")})
        self.files[message["message_id"]] = sent["body"]
        return message

    def _take_buttons(self, a: dict[str, str]) -> dict[str, Any]:
        chat, number = int(a["chat_id"]), int(a["message_id"])
        message = self.messages.get((chat, number))
        if message is None:
            refuse("message to edit not found")
        if "reply_markup" not in message:
            refuse("message is not modified")
        del message["reply_markup"]
        return message

    def _delete(self, chat: int, number: int, *, strict: bool) -> bool:
        message = self.messages.get((chat, number))
        too_old = message is not None and self.now() - message["date"] > _DELETED_WITHIN
        if message is None or too_old:
            if strict:
                refuse("message can't be deleted" if too_old else "message to delete not found")
            return True
        del self.messages[chat, number]
        self.deleted.add((chat, number))
        return True

    def _answer_press(self, a: dict[str, str]) -> bool:
        press = self.presses.get(a["callback_query_id"])
        if press is None or press["answered"] or self.now() - press["at"] > _PRESS_LIVES:
            refuse("query is too old and response timeout expired or query ID is invalid")
        if units(a.get("text", "")) > LONGEST_ALERT:
            refuse("MESSAGE_TOO_LONG")
        press["answered"] = True
        self.alerts.append((press["who"], a.get("text", ""), a.get("show_alert") == "true"))
        return True

    def _set_commands(self, a: dict[str, str]) -> bool:
        commands = json.loads(a["commands"])
        for one in commands:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", one["command"]):
                refuse("BOT_COMMAND_INVALID")
            if not 1 <= len(one["description"]) <= 256:
                refuse("BOT_COMMAND_DESCRIPTION_INVALID")
        self.commands[a.get("language_code", "")] = commands
        return True

    def _set_webhook(self, a: dict[str, str]) -> bool:
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", a.get("secret_token", "")):
            refuse("secret token contains unallowed characters")
        if not a["url"].startswith("https://"):
            refuse("bad webhook: An HTTPS URL must be provided for webhook")
        if "allowed_updates" in a:
            self.allowed_updates = json.loads(a["allowed_updates"]) or None
        self.webhook = {
            "url": a["url"],
            "secret_token": a.get("secret_token", ""),
            "to": self.hook_goes_to or a["url"],
        }
        return True
