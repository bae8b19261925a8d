"""Sends rows of the outbox to Telegram: plain text, buttons one a row, files with a caption."""

import asyncio
import logging
from collections.abc import Awaitable, Coroutine, Sequence
from typing import Self, TypeVar

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.error import BadRequest, RetryAfter, TelegramError

from bots.channel import SendFailed, SendLater, SendUncertain
from bots.effects import (
    Alert,
    Button,
    DeleteTheirs,
    Leave,
    SendFile,
    SendVoice,
    StripButtons,
    Tell,
    effect_from,
)
from bots.telegram.limiter import Limiter
from bots.telegram.lost_copies import LostCopies, numbers_in
from bots.telegram.troubles import as_sending, seconds_of
from bots.telegram.updates import CHANNEL
from mailbox_store.model.chat import Address
from mailbox_store.model.chat_post import ToSend

_MOST_DELETED = 100  # messages in one call
_LONGEST_ALERT = 200  # characters; what is longer is a message
_AFTER_THE_ANSWER = 0.3  # seconds
_LEAST_URGENT, _ROOM = 9, 0.5  # the room is what is left for the next answer
_READING, _UPLOADING = 20.0, 120.0  # seconds
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

log = logging.getLogger(__name__)
T = TypeVar("T")


class TelegramChannel:
    """Sends through one bot, at the limiter's pace."""

    name = CHANNEL

    def __init__(self, bot: Bot, limiter: Limiter) -> None:
        """Take the bot, which needs no initialising for what is used of it."""
        self._bot, self._limiter = bot, limiter
        self._copies = LostCopies()
        self._courtesies: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        """Enter to have all that is done aside ended with the block."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """End what is done aside."""
        for task in self._courtesies:
            task.cancel()
        await asyncio.gather(*self._courtesies, return_exceptions=True)

    async def send(self, row: ToSend) -> str:
        """Send one row; give the message's id, if it left one. Raises as `Channel` says."""
        chat = row.address.number
        try:
            effect = effect_from(row)
        except (ValueError, KeyError, TypeError) as error:
            raise SendFailed(why="unreadable") from error
        match effect:
            case Tell() | SendFile() | SendVoice():
                return await self._send_row(row, effect)
            case Alert():
                return await self._alert(row, effect)
            case DeleteTheirs():
                await self._lenient(chat, self._bot.delete_message(chat, int(effect.message)))
            case StripButtons():
                self._aside(self._strip(chat, int(effect.message)))
            case Leave():
                await self._lenient(chat, self._bot.leave_chat(chat))
        return ""

    async def delete(self, address: Address, messages: Sequence[str]) -> None:
        """Delete messages; those too old, or gone already, are passed over by Telegram."""
        numbers = [number for message in messages for number in numbers_in(message)]
        for start in range(0, len(numbers), _MOST_DELETED):
            some = numbers[start : start + _MOST_DELETED]
            await self._asked(address.number, self._bot.delete_messages(address.number, some))

    async def stop_waiting(self, query: str) -> None:
        """Answer a press with nothing; one that is too old needs no answer."""
        try:
            await self._bot.answer_callback_query(query)
        except TelegramError as error:
            log.debug("a press was not answered: %s", type(error).__name__)

    async def _send_row(self, row: ToSend, effect: Tell | SendFile | SendVoice) -> str:
        try:
            number = await self._send_message(row.address.number, effect, row.urgency)
        except SendUncertain:
            self._copies.doubt(row)
            raise
        return self._copies.told(row, number)

    async def _send_message(
        self, chat: str, effect: Tell | SendFile | SendVoice, urgency: int
    ) -> int:
        keyboard = _keyboard(effect.buttons)
        await self._limiter.turn(chat, urgency)
        match effect:
            case Tell():
                sending = self._bot.send_message(
                    chat,
                    effect.text,
                    link_preview_options=_NO_PREVIEW,
                    protect_content=effect.is_protected,
                    reply_markup=keyboard,
                    read_timeout=_READING,
                )
            case SendFile():
                sending = self._bot.send_document(
                    chat,
                    effect.content,
                    caption=effect.caption,
                    filename=effect.name,
                    disable_content_type_detection=True,
                    protect_content=effect.is_protected,
                    reply_markup=keyboard,
                    read_timeout=_UPLOADING,
                    write_timeout=_UPLOADING,
                )
            case SendVoice():
                sending = self._bot.send_voice(
                    chat,
                    effect.content,
                    caption=effect.caption,
                    duration=effect.seconds,
                    protect_content=effect.is_protected,
                    reply_markup=keyboard,
                    read_timeout=_UPLOADING,
                    write_timeout=_UPLOADING,
                )
        return (await self._asked(chat, sending)).message_id

    async def _alert(self, row: ToSend, effect: Alert) -> str:
        """Show a box; where it is too late or too long for one, send the words as a message."""
        if len(effect.text) <= _LONGEST_ALERT:
            try:
                await self._bot.answer_callback_query(
                    effect.query, effect.text, show_alert=bool(effect.text)
                )
            except BadRequest:
                pass
            except TelegramError as error:
                raise as_sending(error) from error
            else:
                return ""
        if not effect.text:
            return ""
        return await self._send_row(row, Tell(text=effect.text))

    async def _strip(self, chat: str, message: int) -> None:
        """Take buttons off, when the answer is out and the chat's pace leaves room for it."""
        await asyncio.sleep(_AFTER_THE_ANSWER)
        await self._limiter.turn(chat, _LEAST_URGENT, spare=_ROOM)
        try:
            await self._lenient(chat, self._bot.edit_message_reply_markup(chat, message))
        except (SendLater, SendUncertain) as error:
            log.debug("buttons stay: %s", type(error).__name__)

    def _aside(self, courtesy: Coroutine[None, None, None]) -> None:
        """Do what the person can do without; nothing waits for it, and a death forgets it."""
        task = asyncio.ensure_future(courtesy)
        self._courtesies.add(task)
        task.add_done_callback(self._courtesies.discard)

    async def _lenient(self, chat: str, calling: Awaitable[object]) -> None:
        """Do what may have been done before, or cannot be done any more: then all is well."""
        try:
            await self._asked(chat, calling)
        except SendFailed as failed:
            if failed.is_blocked:
                return
            log.debug("passed over: %s", failed.why)

    async def _asked(self, chat: str, calling: Awaitable[T]) -> T:
        try:
            return await calling
        except RetryAfter as error:
            self._limiter.pause(chat, seconds_of(error))
            raise as_sending(error) from error
        except TelegramError as error:
            raise as_sending(error) from error


def _keyboard(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    if not buttons:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(button.label, callback_data=button.data)] for button in buttons]
    )
