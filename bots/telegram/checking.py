"""Whether a token works, asked once."""

from dataclasses import dataclass

from telegram.error import TelegramError

from bots.settings import BotSettings
from bots.telegram.app import bot_of, name_of


@dataclass(eq=False)
class NotReached(Exception):
    """Telegram did not answer; `why` is the kind of trouble."""

    why: str


async def checked_name(settings: BotSettings) -> str:
    """Give the name of the bot that a token is for. Raises `WrongToken`, `NotReached`."""
    async with bot_of(settings) as (bot, _):
        try:
            return await name_of(bot)
        except TelegramError as error:
            raise NotReached(why=type(error).__name__) from error
