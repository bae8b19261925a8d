"""`brevdue-bot --console`: the chat on standard input and output, for tests and without Telegram.

It is linked like any other chat: a code, then a yes in the terminal. A line that is read is stored
before it is answered, and the next one is read when all answers are written.
"""

import asyncio
import getpass
import os
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import suppress
from pathlib import Path

from accessibility.wording import Say, wording_for
from bots.console.channel import NAME, ConsoleChannel
from bots.console.lines import print_wrapped, typed_lines
from bots.conversation import Answer, Sitting, answer
from bots.desk import Asked, Desk
from bots.effects import Alert
from bots.events import Typed, Who, event_json
from bots.noticing import Noticing
from bots.reading_first import read_first_in
from bots.telling import tell
from bots.voice import notes_maker
from mailbox_store.chat_door import ChatDoor
from mailbox_store.mailbox import Clock
from mailbox_store.model.chat import Address
from mailbox_store.opening import utc_now
from mailbox_store.repository import Repository

_STDIN = 0
_PATIENCE = 60.0  # seconds for the answer to one line: then the next line is read
_SETTLING = 1.0  # seconds that notices have when no more lines come


async def run_console(
    store: Repository,
    *,
    say: Say,
    environment: Mapping[str, str],
    now: Clock = utc_now,
    lines: AsyncIterator[str] | None = None,
    write: Callable[[str], None] | None = None,
) -> int:
    """Answer each line that is read until there are no more; gives the exit code."""
    channel = ConsoleChannel(say, write or print_wrapped, _folder(environment))
    console = _Console(store, channel, say.language, environment, now)
    await console.speak_as_chosen()
    if lines is None and os.isatty(_STDIN):
        tell(say("A chat with your mailbox. Type help; Ctrl-D ends it."))
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(console.desk.run(stop))
        tasks.create_task(Noticing(store, NAME, now=now).run(stop))
        async for line in lines or typed_lines(_STDIN):
            await console.answer(line)
        stop.set()
    return 0


class _Console:
    """One person at one terminal: a line, its answers, the next line."""

    def __init__(
        self,
        store: Repository,
        channel: ConsoleChannel,
        language: str,
        environment: Mapping[str, str],
        now: Clock,
    ) -> None:
        self._store, self._channel, self._now = store, channel, now
        self._make_notes = notes_maker(environment)
        self._read_first = read_first_in(store, now)
        self._who = Who(name=_user(), language=language)
        self._address = Address(NAME, _user())
        self._answered: asyncio.Queue[int] = asyncio.Queue()
        self.desk = Desk(
            repository=store, channel=channel, reply=self._reply, apologise=_apology, now=now
        )

    async def speak_as_chosen(self) -> None:
        """Say what goes around messages in the language that was chosen for the chat."""
        chats = await self._store.chats.chats_at(self._address)
        if language := next((chat.language for chat in chats if chat.language), ""):
            self._channel.speak(wording_for(language))

    async def answer(self, line: str) -> None:
        """Take one line in, and wait until its answers are written."""
        if not line.strip():
            return
        before = self._channel.sent
        update = (await self._store.chats.last_update(NAME) or 0) + 1
        told = event_json(Typed(text=line, message=str(update)), self._who)
        await self._store.chats.receive(NAME, update, self._address, told, self._now())
        self.desk.ring()
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await self._channel.wait_for(before + await self._answered.get())

    async def _reply(self, asked: Asked) -> Answer:
        sitting = Sitting(
            door=ChatDoor(asked.received.address, self._store, self._now, self._read_first),
            now=self._now,
            who=asked.who,
            make_notes=self._make_notes,
            attempts=asked.received.attempts,
        )
        answered = await answer(asked.event, asked.talk, sitting)
        await self.speak_as_chosen()
        rows = [one for one in answered.effects if not isinstance(one, Alert) or one.text]
        self._answered.put_nowait(len(rows))
        return answered


def _apology(asked: Asked) -> str:
    say = wording_for(asked.who.language)
    return say("Something went wrong inside Brevdue. No letter was lost. Try again, or read the "
               "letter in the terminal.")  # fmt: skip


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no name for this number
        return NAME


def _folder(environment: Mapping[str, str]) -> Path:
    """Name the folder of the files that were sent, in the person's cache."""
    home = environment.get("XDG_CACHE_HOME", "")
    base = Path(home) if home.startswith("/") else Path(environment.get("HOME", "/")) / ".cache"
    return base / "brevdue" / "console"
