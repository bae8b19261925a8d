"""Line mode: a prompt, typed commands, plain answers. No redraw, no escape, nothing while idle.

This file is the loop; `answering` does what is asked, `conversation` holds what is open.
"""

from mailbox_store.mailbox import Mailbox
from mailbox_store.repository import Repository
from mailbox_tui.answering.guarding import troubles_told
from mailbox_tui.answering.typed import answer_line
from mailbox_tui.desk import Desk
from mailbox_tui.lines.conversation import Conversation
from mailbox_tui.lines.list_pages import ListPages
from mailbox_tui.newcomers import told_of_newcomers
from mailbox_tui.numbered_list import NumberedList
from mailbox_tui.output import encoding_of
from mailbox_tui.typed_lines import TypedLines, without_keys

_STDIN = 0


async def converse_in_lines(desk: Desk, repository: Repository, mailbox: Mailbox) -> None:
    """Greet, show the first page, and answer until the person leaves."""
    encoding = encoding_of(desk.environment, is_terminal=desk.out.is_terminal) or "utf-8"
    talk = Conversation(
        desk=desk,
        repository=repository,
        mailbox=mailbox,
        typed=TypedLines(_STDIN, encoding),
        shown=ListPages(numbered=NumberedList(query=None)),
    )
    await talk.turn_to_mailbox(mailbox)
    while not talk.is_over:
        await _with_one_mailbox(talk)


async def _with_one_mailbox(talk: Conversation) -> None:
    """Talk until the person leaves or turns to another mailbox."""
    mailbox = talk.mailbox
    async with told_of_newcomers(mailbox, after=talk.newest, tell=talk.hear_of):
        while not talk.is_over and talk.mailbox is mailbox:
            talk.tell_news()
            if (line := await talk.read_line()) is None:
                talk.is_over = True
            else:
                with troubles_told(talk):
                    await _answer_line(talk, line)


async def _answer_line(talk: Conversation, line: str) -> None:
    say = talk.desk.say
    typed = without_keys(line)
    if line and not typed.strip() and typed != line:
        talk.tell(say("Arrow keys do nothing here. ? tells what to type."))
        return
    if typed.strip():
        talk.answers.rest = []
    await answer_line(talk, typed)
