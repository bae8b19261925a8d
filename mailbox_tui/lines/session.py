"""Line mode: a prompt, typed commands, plain answers. No redraw, no escape, nothing while idle.

This file is the loop; `answering` does what is asked, `conversation` holds what is open.
"""

from accessibility.chat_words import chat_name
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.chat import Chat
from mailbox_store.repository import Repository
from mailbox_tui.answering.guarding import troubles_told
from mailbox_tui.answering.typed import answer_line
from mailbox_tui.chats_asking import told_of_asking
from mailbox_tui.desk import Desk
from mailbox_tui.lines.conversation import Conversation
from mailbox_tui.lines.list_pages import ListPages
from mailbox_tui.lines.news import News
from mailbox_tui.newcomers import told_of_newcomers
from mailbox_tui.numbered_list import NumberedList
from mailbox_tui.output import encoding_of
from mailbox_tui.typed_lines import TypedLines, without_keys
from mailbox_tui.voice import Voice

_STDIN = 0


async def converse_in_lines(desk: Desk, repository: Repository, mailbox: Mailbox) -> None:
    """Greet, show the first page, and answer until the person leaves."""
    encoding = encoding_of(desk.environment, is_terminal=desk.out.is_terminal) or "utf-8"
    news = News()
    talk = Conversation(
        desk=desk,
        repository=repository,
        mailbox=mailbox,
        typed=TypedLines(_STDIN, encoding),
        shown=ListPages(numbered=NumberedList(query=None)),
        voice=Voice(desk.environment, news, lambda: talk.desk.say),
        news=news,
    )
    try:
        await talk.turn_to_mailbox(mailbox)
        while not talk.is_over:
            await _with_one_mailbox(talk)
    finally:
        await talk.voice.close()


async def _with_one_mailbox(talk: Conversation) -> None:
    """Talk until the person leaves or turns to another mailbox."""
    mailbox = talk.mailbox

    def tell_chat(chat: Chat) -> None:
        say = talk.desk.say
        asks = say("The chat “{name}” asks to be linked. chats lists it.",
                   name=chat_name(chat, say))  # fmt: skip
        talk.news.tell_aside(asks, is_over=False)

    async with (
        told_of_newcomers(mailbox, after=talk.newest, tell=talk.news.hear_of),
        told_of_asking(mailbox, talk.repository, since=talk.desk.now(), tell=tell_chat),
    ):
        while not talk.is_over and talk.mailbox is mailbox:
            await talk.voice.settled()  # what keeps it from speaking is told here
            for sentence in talk.news.taken(talk.desk.say):
                talk.tell(sentence)
            if (line := await talk.read_line()) is None:
                talk.is_over = True
            else:
                with troubles_told(talk):
                    await _answer_line(talk, line)


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
