"""A visit, from the first picture to the last key."""

from accessibility.chat_words import chat_name
from mailbox_store.model.chat import Chat
from mailbox_store.model.errors import LetterNotFound
from mailbox_store.model.letter import LetterId
from mailbox_tui.answering.guarding import troubles_told
from mailbox_tui.chats_asking import told_of_asking
from mailbox_tui.desk import Desk
from mailbox_tui.looks import LOOKS
from mailbox_tui.newcomers import told_of_newcomers
from mailbox_tui.screens.events import News
from mailbox_tui.screens.keymap import Keymap
from mailbox_tui.screens.sitting import Sitting


async def visit(sitting: Sitting, keymap: Keymap, *, greeting: str) -> None:
    """Show the inbox and answer keys until the person leaves."""
    sitting.tell(greeting)
    await sitting.turn_to_mailbox(sitting.mailbox)
    while not sitting.is_over:
        await _with_one_mailbox(sitting, keymap)


async def _with_one_mailbox(sitting: Sitting, keymap: Keymap) -> None:
    """Answer keys until the person leaves or turns to another mailbox."""
    mailbox, stage = sitting.mailbox, sitting.stage

    def tell(letter: LetterId) -> None:
        stage.events.put_nowait(News(mailbox.facts.id, letter))

    def tell_chat(chat: Chat) -> None:
        say = sitting.desk.say
        asks = say("The chat “{name}” asks to be linked. B lists the chats.",
                   name=chat_name(chat, say))  # fmt: skip
        stage.tell_aside(asks, is_over=False)

    async with (
        told_of_newcomers(mailbox, after=sitting.newest, tell=tell),
        told_of_asking(mailbox, sitting.repository, since=sitting.desk.now(), tell=tell_chat),
    ):
        while not sitting.is_over and sitting.mailbox is mailbox:
            stage.window.paint()
            said = stage.message
            with troubles_told(sitting):
                await _answer_a_key(sitting, keymap)
            if stage.look.one_at_a_time and said == stage.message != "":
                stage.window.say_again(0)  # else nothing changes there, and nothing is heard


async def _answer_a_key(sitting: Sitting, keymap: Keymap) -> None:
    event = await sitting.stage.next_key()
    from mailbox_tui.screens.pressing import press  # 10 ms: only when a key comes

    before = sitting.desk
    try:
        await press(sitting, keymap, event)
    except LetterNotFound:  # deleted elsewhere: the lists are to know
        sitting.stage.letters_are_stale()
        raise
    finally:
        await _follow(sitting, before)


async def _follow(sitting: Sitting, before: Desk) -> None:
    """Take on what was set: another look or theme at once, plain lines from the next start on."""
    stage, now = sitting.stage, sitting.desk.settings
    if now.look != before.settings.look:
        stage.look = LOOKS.get(now.look or "default", stage.look)
    if (now.look, now.theme) != (before.settings.look, before.settings.theme):
        stage.window.dress(stage.look, now.theme)
    if sitting.desk.say.language != before.say.language:  # titles are in the language before
        said = stage.message
        await sitting.list_anew()
        stage.message = said
