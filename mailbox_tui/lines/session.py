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
from mailbox_tui.voice import Heard, Voice

_STDIN = 0


class _Asides:
    """What the voice tells, until the next prompt; what it reads is not printed again."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def hear(self, heard: Heard) -> None:
        del heard

    def tell_aside(self, text: str, *, is_over: bool) -> None:
        del is_over
        self.told.append(text)


async def converse_in_lines(desk: Desk, repository: Repository, mailbox: Mailbox) -> None:
    """Greet, show the first page, and answer until the person leaves."""
    encoding = encoding_of(desk.environment, is_terminal=desk.out.is_terminal) or "utf-8"
    asides = _Asides()
    talk = Conversation(
        desk=desk,
        repository=repository,
        mailbox=mailbox,
        typed=TypedLines(_STDIN, encoding),
        shown=ListPages(numbered=NumberedList(query=None)),
        voice=Voice(desk.environment, asides, lambda: talk.desk.say),
    )
    try:
        await talk.turn_to_mailbox(mailbox)
        while not talk.is_over:
            await _with_one_mailbox(talk, asides)
    finally:
        await talk.voice.close()


async def _with_one_mailbox(talk: Conversation, asides: _Asides) -> None:
    """Talk until the person leaves or turns to another mailbox."""
    mailbox = talk.mailbox
    async with told_of_newcomers(mailbox, after=talk.newest, tell=talk.hear_of):
        while not talk.is_over and talk.mailbox is mailbox:
            await talk.voice.settled()  # what keeps it from speaking is told here
            _tell_news(talk, asides)
            if (line := await talk.read_line()) is None:
                talk.is_over = True
            else:
                with troubles_told(talk):
                    await _answer_line(talk, line)


def _tell_news(talk: Conversation, asides: _Asides) -> None:
    """Say what came up since the last prompt: of the voice, and how many letters came."""
    for aside in asides.told:
        talk.tell(aside)
    asides.told.clear()
    if talk.news:
        talk.tell(
            talk.desk.say.count(
                "{n} new letter. l lists it.", "{n} new letters. l lists them.", talk.news
            )
        )
        talk.news = 0


async def _answer_line(talk: Conversation, line: str) -> None:
    say = talk.desk.say
    typed = without_keys(line)
    if not typed.strip() and talk.voice.is_speaking:
        await talk.voice.stop()  # Enter silences the voice, and does nothing else
        return
    if line and not typed.strip() and typed != line:
        talk.tell(say("Arrow keys do nothing here. ? tells what to type."))
        return
    if typed.strip():
        talk.answers.rest = []
    await answer_line(talk, typed)
