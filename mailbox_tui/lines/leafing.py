"""Moving about in line mode: open a letter, go on, back, next, previous."""

from mailbox_store.model.letter import Letter, LetterId
from mailbox_tui.asking import legal_notice_question
from mailbox_tui.lines.conversation import Conversation
from mailbox_tui.lines.list_pages import letters_at_once, show_page, start_list
from mailbox_tui.lines.open_letter_pages import document_pages, letter_pages
from mailbox_tui.lines.reading import document_at
from mailbox_tui.numbered_list import inbox_list
from mailbox_tui.opening_letters import open_letter


async def open_one(talk: Conversation, letter_id: LetterId, *, full: bool = False) -> None:
    """Open a letter and show its first page."""
    letter = await open_unseen(talk, letter_id)
    talk.current = letter_id
    talk.letter = letter
    if letter is not None:
        talk.beneath = []
        _show_pages(talk, letter_pages(letter, talk.desk, full=full))


async def open_unseen(talk: Conversation, letter_id: LetterId) -> Letter | None:
    """Open a letter without showing it; None, and said so, where the person did not say yes."""
    question = legal_notice_question(talk.desk)
    letter = await open_letter(talk.mailbox, letter_id, ask=lambda: talk.ask(question))
    if letter is None:
        talk.answer(talk.desk.say("Not opened."))
    return letter


async def turn_to(talk: Conversation, letter_id: LetterId) -> Letter | None:
    """Make a letter the one being read, if it is not; its first page comes with Enter."""
    if talk.letter is not None and talk.letter.id == letter_id:
        return talk.letter
    letter = await open_unseen(talk, letter_id)
    talk.current = letter_id
    talk.letter = letter
    if letter is not None:
        talk.beneath = []
        talk.pages, talk.page = letter_pages(letter, talk.desk), -1
    return letter


async def show_document(talk: Conversation, number: int) -> None:
    """Show the text of one document of the letter being read."""
    letter = await turn_to(talk, (await talk.letters(()))[0])
    if letter is not None:
        pages = document_pages(document_at(letter, number), talk.desk)
        talk.beneath = talk.beneath or talk.pages
        _show_pages(talk, pages)


def _show_pages(talk: Conversation, pages: list[list[str]]) -> None:
    """Show the first page of something to read."""
    talk.pages, talk.page = pages, 0
    _show(talk)


async def go_on(talk: Conversation) -> None:
    """Show what comes next: the next page, else the next letter; in a list its next page."""
    if talk.letter is None:
        await show_page(talk.shown, talk.shown.last + 1, talk.mailbox, talk.desk)
    elif talk.page + 1 < len(talk.pages):
        talk.page += 1
        _show(talk)
    else:
        await go_to(talk, +1)


async def go_back(talk: Conversation) -> None:
    """Go back: a page; from a document to its letter; to the list, which is not sent again.

    In a list it goes to the page before, from a folder or what a search found to the inbox.
    """
    if talk.letter is not None and talk.page > 0:
        talk.page -= 1
        _show(talk)
    elif talk.letter is not None and talk.beneath:
        pages, talk.beneath = talk.beneath, []
        _show_pages(talk, pages)
    elif talk.letter is not None:
        talk.letter = None
        talk.answer(talk.desk.say("Back in the list."))
    elif talk.shown.first == 1 and not talk.shown.is_inbox:
        await list_anew(talk)
    else:
        size = letters_at_once(talk.desk)
        await show_page(talk.shown, max(1, talk.shown.first - size), talk.mailbox, talk.desk)


async def go_to(talk: Conversation, step: int) -> None:
    """Open the next or the previous letter of the list."""
    numbered = talk.shown.numbered
    here = numbered.number_of(talk.current) if talk.current is not None else None
    number = (here or 0) + step
    if number < 1:
        talk.answer(talk.desk.say("That is the first letter."))
        return
    if number > len(numbered.ids):
        await numbered.fetch(talk.mailbox, number - len(numbered.ids))
    if number > len(numbered.ids):
        talk.answer(talk.desk.say("That was the last letter."))
        return
    await open_one(talk, numbered.ids[number - 1])


async def list_anew(talk: Conversation) -> None:
    """List the inbox from its newest letter, with new numbers."""
    talk.letter = talk.current = None
    talk.news = 0
    talk.shown = await start_list(
        await inbox_list(talk.mailbox), talk.mailbox, talk.desk, is_inbox=True
    )


def _show(talk: Conversation) -> None:
    for line in talk.pages[talk.page]:
        talk.answer(line)
