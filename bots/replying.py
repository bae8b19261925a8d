"""Sets a conversation at the desk: opens the store's door for the chat that asks."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from accessibility.wording import wording_for
from bots.channel import Channel
from bots.conversation import answer
from bots.desk import Asked, Desk
from bots.noticing import Noticing
from bots.reading_first import read_first_in
from bots.sitting import Answer, Sitting
from bots.voice import notes_maker
from mailbox_store.chat_door import ChatDoor
from mailbox_store.repository import Repository


def desk_of(
    repository: Repository,
    channel: Channel,
    environment: Mapping[str, str],
    *,
    now: Callable[[], datetime],
) -> Desk:
    """Give the desk at which a channel's chats are answered."""
    make_notes, read_first = notes_maker(environment), read_first_in(repository, now)

    async def reply(asked: Asked) -> Answer:
        sitting = Sitting(
            door=ChatDoor(asked.received.address, repository, now, read_first),
            now=now,
            who=asked.who,
            make_notes=make_notes,
            attempts=asked.received.attempts,
        )
        return await answer(asked.event, asked.talk, sitting)

    return Desk(repository=repository, channel=channel, reply=reply, apologise=_apology, now=now)


def notices_of(
    repository: Repository, channel: str, *, now: Callable[[], datetime]
) -> Callable[[asyncio.Event], Awaitable[None]]:
    """Give what puts a channel's notices into the outbox until it is told to stop."""
    return Noticing(repository, channel, now=now).run


def _apology(asked: Asked) -> str:
    say = wording_for(asked.who.language)
    return say("Something went wrong inside Brevdue. No letter was lost. Try again, or read the "
               "letter in the terminal.")  # fmt: skip
