"""The bot in one piece: says who it is, puts itself in order, then takes in, answers and sends."""

import asyncio
import logging
import os
import random
import re
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from typing import TypeVar

from telegram import Bot
from telegram.error import BadRequest, InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bots.desk import Desk
from bots.settings import BotSettings, WebhookSettings
from bots.telegram.intake import Intake
from bots.telegram.limiter import Limiter
from bots.telegram.menu import put_up_menu
from bots.telegram.polling import Polling
from bots.telegram.sending import TelegramChannel
from bots.telegram.updates import ALLOWED, CHANNEL
from bots.telling import Troubles
from mailbox_store.repository import Repository

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_CONNECTIONS = 128  # at once; more wait
_CONNECTING, _READING, _WAITING = 10.0, 20.0, 60.0  # seconds
_FIRST_REST, _LONGEST_REST = 1.0, 30.0  # seconds between tries to reach Telegram

log = logging.getLogger(__name__)
T = TypeVar("T")
MakeDesk = Callable[[TelegramChannel], Desk]


class WrongToken(Exception):
    """Telegram does not know the token."""


class WebhookRefused(Exception):
    """Telegram does not post to such an address: HTTPS, and port 443, 80, 88 or 8443."""


@asynccontextmanager
async def bot_of(settings: BotSettings) -> AsyncIterator[tuple[Bot, HTTPXRequest]]:
    """Give the bot and what its updates are fetched with; nothing is asked yet.

    Raises `WrongToken` for what no token looks like: it would go into an address.
    """
    if not _TOKEN.fullmatch(settings.token):
        raise WrongToken
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # the coming type of retry_after, unwarned
    sending = HTTPXRequest(
        connection_pool_size=_CONNECTIONS,
        connect_timeout=_CONNECTING,
        read_timeout=_READING,
        write_timeout=_READING,
        pool_timeout=_WAITING,
    )
    fetching = HTTPXRequest(connection_pool_size=2, connect_timeout=_CONNECTING)
    bot = Bot(
        settings.token,
        base_url=settings.base_url,
        base_file_url=settings.base_file_url,
        request=sending,
        get_updates_request=fetching,
    )
    try:
        yield bot, fetching
    finally:
        await sending.shutdown()
        await fetching.shutdown()


async def name_of(bot: Bot) -> str:
    """Ask Telegram once as whom the token speaks. Raises `WrongToken`, `TelegramError`."""
    try:
        return (await bot.get_me()).username or ""
    except InvalidToken as error:
        raise WrongToken from error


async def run_telegram(
    settings: BotSettings,
    repository: Repository,
    *,
    webhook: WebhookSettings | None,
    make_desk: MakeDesk,
    notices: Callable[[asyncio.Event], Awaitable[None]],
    now: Callable[[], datetime],
    stop: asyncio.Event,
    troubles: Troubles,
) -> None:
    """Run until `stop`; a network that is down is waited for.

    Raises `WrongToken` and `WebhookRefused`.
    """
    async with bot_of(settings) as (bot, fetching), AsyncExitStack() as open_things:
        if (name := await _until(stop, _lasting(lambda: name_of(bot), troubles))) is None:
            return
        await repository.chats.take_over(CHANNEL, settings.token.partition(":")[0])
        await repository.chats.set_bot_name(CHANNEL, name)
        channel = await open_things.enter_async_context(TelegramChannel(bot, Limiter()))
        desk = make_desk(channel)
        intake = Intake(repository.chats, now, desk.ring)
        if webhook is not None:
            from bots.telegram.webhook import listening  # 8 MB: only where Telegram posts to us

            secret = secrets.token_urlsafe(32)
            await open_things.enter_async_context(listening(webhook, secret, intake))
            await _until(stop, _lasting(lambda: _set_webhook(bot, webhook, secret), troubles))
            taking: Coroutine[None, None, object] = stop.wait()
        else:
            # one that was set before would stand in the way of fetching
            await _until(stop, _lasting(bot.delete_webhook, troubles))
            taking = Polling(fetching, settings.base_url + settings.token, intake, troubles).run()
        async with asyncio.TaskGroup() as tasks:
            takes = tasks.create_task(taking)
            menu = tasks.create_task(_menu(bot))
            tasks.create_task(desk.run(stop))
            tasks.create_task(_noticed(notices, stop))
            await stop.wait()
            takes.cancel()
            menu.cancel()


async def _noticed(
    notices: Callable[[asyncio.Event], Awaitable[None]], stop: asyncio.Event
) -> None:
    await notices(stop)


async def _set_webhook(bot: Bot, webhook: WebhookSettings, secret: str) -> bool:
    try:
        return await bot.set_webhook(
            webhook.url, secret_token=secret, allowed_updates=list(ALLOWED)
        )
    except BadRequest as error:
        raise WebhookRefused from error


async def _menu(bot: Bot) -> None:
    try:
        await put_up_menu(bot)
    except TelegramError as error:
        log.warning("the menu of commands was not renewed: %s", type(error).__name__)


async def _lasting(ask: Callable[[], Awaitable[T]], troubles: Troubles) -> T:
    """Ask Telegram until it answers. Raises `WrongToken` and what cannot change."""
    rest = _FIRST_REST
    while True:
        try:
            answer = await ask()
        except InvalidToken as error:
            raise WrongToken from error
        except TelegramError as error:
            log.debug("Telegram was not reached: %s", type(error).__name__)
            troubles.tell(troubles.say("Telegram cannot be reached. Trying again until it can."))
            await asyncio.sleep(rest * random.uniform(0.5, 1.0))  # noqa: S311 - spreads the tries
            rest = min(rest * 2, _LONGEST_REST)
        else:
            troubles.is_over()
            return answer


async def _until(stop: asyncio.Event, asking: Awaitable[T]) -> T | None:
    """Wait for an answer; None if the stop comes first."""
    task = asyncio.ensure_future(asking)
    stopped = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        task.cancel()
        stopped.cancel()
