"""The screens under Textual's Pilot, over a real store: press keys, read what stands there."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from io import StringIO

from textual import events
from textual.pilot import Pilot

from accessibility.wording import wording_for
from mailbox_tui.app import MailboxApp
from mailbox_tui.desk import Desk, chosen_mailbox
from mailbox_tui.looks import LOOKS
from mailbox_tui.output import Output
from mailbox_tui.screens.keymap import Keymap
from mailbox_tui.settings import Settings
from mailbox_tui.widgets.page import Page
from tests.tui.letters import NOW

PATIENCE = 10  # seconds
_MOMENT, _MOMENTS = 0.002, 5


@dataclass
class Screens:
    """The running screens, as a person at the terminal has them."""

    app: MailboxApp
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other as fast as they come, and wait until all are answered.

        Pilot would wait for the machine to be idle after each of them.
        """
        driver = self.app._driver
        assert driver is not None
        for key in keys:
            character = key if len(key) == 1 else _CHARACTERS.get(key)
            driver.send_message(events.Key(key, character))
        await self.settled()

    async def type(self, words: str) -> None:
        """Type words, character by character."""
        await self.press(*(_KEYS.get(character, character) for character in words))

    async def settled(self) -> None:
        """Wait until every key is answered and drawn: nothing is on its way, several times over."""
        end = time.monotonic() + PATIENCE
        quiet = 0
        while time.monotonic() < end:
            await asyncio.sleep(_MOMENT)
            is_quiet = self.app.stage.is_waiting and not self.app.message_queue_size
            quiet = quiet + 1 if is_quiet else 0
            if quiet == _MOMENTS or not self.app.is_running:
                return
        raise TimeoutError

    @property
    def lines(self) -> list[str]:
        """What stands on the screen, line by line, without the blanks at their ends."""
        page = self.app.query_one(Page)
        return [page.render_line(y).text.rstrip() for y in range(page.size.height)]

    @property
    def text(self) -> str:
        """The same as one text, without the empty lines at its end."""
        return "\n".join(self.lines).rstrip()

    @property
    def said(self) -> str:
        """All the words in one line, as they read when nobody breaks them."""
        return " ".join(self.text.split())

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the terminal's cursor, counted from 0."""
        column, row = self.app.cursor_position
        return column, row

    @property
    def at_cursor(self) -> str:
        """The line the cursor is on, from its column."""
        column, row = self.cursor
        return self.lines[row][column:]

    @property
    def foot(self) -> str:
        """The last line."""
        return self.lines[-1]


_KEYS = {" ": "space", "/": "slash", ":": "colon", "?": "question_mark", ",": "comma",
         "-": "minus", "*": "asterisk", ".": "full_stop", "'": "apostrophe",
         ";": "semicolon", "<": "less_than_sign", ">": "greater_than_sign"}  # fmt: skip
_CHARACTERS = {key: character for character, key in _KEYS.items()}


def desk_at(
    store: str,
    *,
    language: str = "en",
    environment: Mapping[str, str] | None = None,
    now: datetime = NOW,
    settings: Settings | None = None,
    mailbox: str = "",
) -> Desk:
    """Make the surroundings, with a clock that stands still."""
    paper = StringIO()
    return Desk(
        say=wording_for(language),
        out=Output(paper, paper, columns=80, is_terminal=True),
        now=lambda: now,
        environment=environment or {},
        settings=settings or Settings(),
        store_url=store,
        mailbox_name=mailbox,
    )


@asynccontextmanager
async def at_the_screens(
    desk: Desk,
    *,
    look: str = "default",
    size: tuple[int, int] = (80, 24),
    keys: Mapping[str, str] | None = None,
    greeting: str = "",
) -> AsyncIterator[Screens]:
    """Open the screens on the mailbox of a desk; what goes wrong in them fails the test."""
    async with desk.open_store() as repository:
        mailbox = await desk.as_owner(
            await chosen_mailbox(repository, desk.mailbox_name), repository
        )
        app = MailboxApp(
            desk, repository, mailbox, look=LOOKS[look], keymap=Keymap(keys or {}),
            greeting=greeting, encoding=None,
        )  # fmt: skip
        async with app.run_test(size=size) as pilot:
            screens = Screens(app, pilot)
            await screens.settled()
            try:
                yield screens
            finally:
                await app.sitting.voice.close()
        if app.failure is not None:
            raise app.failure


async def until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError
        await asyncio.sleep(0.02)
