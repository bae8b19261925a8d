"""A visit, from the first picture to the last key."""

import asyncio

from mailbox_store.mailbox import Mailbox
from mailbox_tui.desk import Desk
from mailbox_tui.looks import LOOKS
from mailbox_tui.screens.events import News
from mailbox_tui.screens.keymap import Keymap
from mailbox_tui.screens.sitting import Sitting


async def visit(sitting: Sitting, keymap: Keymap, *, greeting: str) -> None:
    """Show the inbox and answer keys until the person leaves."""
    stage = sitting.stage
    stage.tell(greeting)
    await sitting.list_anew()
    mailbox = sitting.mailbox
    async with asyncio.TaskGroup() as tasks:
        watching = tasks.create_task(_watch(sitting, mailbox))
        try:
            while not sitting.is_over:
                stage.window.paint()
                event = await stage.next_key()
                from mailbox_tui.screens.pressing import press  # 10 ms: only when a key comes

                before, said = sitting.desk, stage.message
                await press(sitting, keymap, event)
                await _follow(sitting, before)
                if stage.look.one_at_a_time and said == stage.message != "":
                    stage.window.say_again(0)  # else nothing changes there, and nothing is heard
                if sitting.mailbox is not mailbox:
                    mailbox = sitting.mailbox
                    watching.cancel()
                    watching = tasks.create_task(_watch(sitting, mailbox))
        finally:
            watching.cancel()


async def _follow(sitting: Sitting, before: Desk) -> None:
    """Take on what was set: another look or theme at once, plain lines from the next start on."""
    stage, desk = sitting.stage, sitting.desk
    if desk.settings != before.settings:
        stage.look = LOOKS.get(desk.settings.look, stage.look)
        stage.window.dress(stage.look, desk.settings.theme)
    if desk.say.language != before.say.language:  # the titles of what is shown are in the old one
        said = stage.message
        await sitting.list_anew()
        stage.message = said


async def _watch(sitting: Sitting, mailbox: Mailbox) -> None:
    async for announcement in mailbox.watch():
        sitting.stage.events.put_nowait(News(announcement.letter))
