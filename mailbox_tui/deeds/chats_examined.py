"""What a store has of chats, for whoever looks what works here: names of bots, counts, no chat."""

from typing import NamedTuple

from accessibility.chat_words import CHANNELS, TELEGRAM
from accessibility.plain_text import one_line
from accessibility.wording import Say
from mailbox_tui.desk import Desk


class ChatsFound(NamedTuple):
    """The name of the bot that ran here, "" where none did, and how many chats are linked."""

    bot: str
    linked: int


async def chats_found(desk: Desk) -> ChatsFound:
    """Look into every mailbox of the store."""
    async with desk.open_store() as repository:
        bot = await repository.chats.bot_name(TELEGRAM)
        linked = [len(await repository.chats.linked(channel)) for channel in CHANNELS]
        return ChatsFound(one_line(bot, limit=60), sum(linked))


async def has_chats(desk: Desk) -> bool:
    """Tell whether any mailbox of the store ever had a chat."""
    async with desk.open_store() as repository:
        for facts in await repository.mailboxes():
            if await repository.chats.chats_of(facts.id):
                return True
    return False


def chats_sentence(found: ChatsFound, say: Say) -> str:
    """Say what was found."""
    ran = (
        say("The bot @{name} ran here.", name=found.bot)
        if found.bot
        else say("No bot has run here.")
    )
    linked = say.count("{n} chat is linked.", "{n} chats are linked.", found.linked)
    return f"{ran} {linked}"
