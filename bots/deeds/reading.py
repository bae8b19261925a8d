"""Reading in a chat: a letter in parts, in brief, one of its documents as text, the next letter."""

import re

from accessibility.brief import brief_of
from accessibility.commands import Command, Deed, number_in
from accessibility.document_words import document_line
from accessibility.letter_layout import document_blocks
from accessibility.plain_text import one_line
from accessibility.reading_order import Block, asked_lines, letter_blocks, wanted_sentences
from bots.buttons import Choice
from bots.deeds.listing import PAGE, go_on_listing, mailbox_in_brief
from bots.letter_choices import usual_choices
from bots.letter_list import OF_THE_LIST, inbox_page, list_choice
from bots.turn import ChatStopError, Turn
from mailbox_store.model.chat import Level
from mailbox_store.model.document import Document
from mailbox_store.model.errors import DocumentNotFound
from mailbox_store.model.letter import Letter, LetterId, letter_id_text
from mailbox_store.model.query import Place

_BRIEF = "brief"  # what is shown of a letter; a number names a document
_DOCUMENTS_SHOWN = 4
_PART = re.compile(r"L(?P<letter>\d{1,15}) (?:(?P<shown>brief|\d{1,3}) )?(?P<part>\d{1,4})")


async def open_letter(turn: Turn, asked: Command) -> None:
    """Open a letter and show its first part."""
    await show(turn, await turn.one_letter(asked), "", 1)


async def next_letter(turn: Turn, asked: Command) -> None:
    """Show the next part while there is one, else open the next letter of the list."""
    if turn.talk.part and asked.words != "letter":
        await more(turn, Command(deed=Deed.MORE))
    else:
        await _go_to(turn, +1)


async def previous_letter(turn: Turn, asked: Command) -> None:
    """Open the letter before this one in the list."""
    del asked
    await _go_to(turn, -1)


async def more(turn: Turn, asked: Command) -> None:
    """Go on: the next part of what is read, else the next letter, in a list its next letters.

    A button says which part of which letter it means, or that it means the list.
    """
    if asked.words == OF_THE_LIST:
        turn.change(letter=0, shown="", part=0, note=0)
        await go_on_listing(turn)
    elif found := _PART.fullmatch(asked.words):
        await show(turn, LetterId(int(found["letter"])), found["shown"] or "", int(found["part"]))
    elif asked.words:
        raise ChatStopError(turn.say("Nothing was done: “{words}” means nothing here.",
                                     words=one_line(asked.words, limit=40)))  # fmt: skip
    elif turn.talk.letter and turn.talk.part:
        await show(turn, LetterId(turn.talk.letter), turn.talk.shown, turn.talk.part)
    elif turn.talk.letter:
        await _go_to(turn, +1)
    else:
        await go_on_listing(turn)


async def brief(turn: Turn, asked: Command) -> None:
    """Tell a letter in brief; the mailbox where no letter is named and none is open."""
    if not asked.letters and not turn.talk.letter:
        await mailbox_in_brief(turn)
        return
    await show(turn, await turn.one_letter(asked), _BRIEF, 1)


async def documents(turn: Turn, asked: Command) -> None:
    """Name a letter's documents; a number reads one."""
    say = turn.say
    letter = await turn.open(await turn.one_letter(asked))
    if not letter.documents:
        turn.tell(say("The letter has no documents."))
        return
    lines = [document_line(n, one, say) for n, one in enumerate(letter.documents, start=1)]
    numbers = range(1, len(lines) + 1)[:_DOCUMENTS_SHOWN]
    choices = [
        Choice(say("Read document {n}", n=n), Command(deed=Deed.DOCUMENT, words=str(n)))
        for n in numbers
    ]
    if turn.chat.level >= Level.VOICE:
        choices = [
            choice
            for n, read in zip(numbers, choices, strict=True)
            for choice in (
                read,
                Choice(say("Send file {n}", n=n), Command(deed=Deed.DOCUMENT, words=f"{n} file")),
            )
        ]
    else:
        lines.append(say("Files are sent at level 4. In the terminal, “brevdue save” saves them."))
    head = say.count("{n} document.", "{n} documents.", len(letter.documents))
    turn.tell("\n\n".join([head, *lines]), choices, is_private=True)


async def document(turn: Turn, asked: Command) -> None:
    """Show one document of the open letter as text."""
    if (number := number_in(asked.words)) is None:
        raise ChatStopError(turn.say("Which document? Type its number too."))
    await show(turn, await turn.one_letter(Command(deed=asked.deed)), str(number), 1)


async def actions(turn: Turn, asked: Command) -> None:
    """Say what a letter asks for, with where its links lead. Nothing is opened or paid."""
    say = turn.say
    letter = await turn.open(await turn.one_letter(asked))
    lines = [*wanted_sentences(letter, say, now=turn.sitting.now()), *asked_lines(letter, say)]
    turn.tell("\n\n".join(lines) or say("The letter asks for nothing."), is_private=True)


async def show(turn: Turn, number: LetterId, shown: str, part: int) -> None:
    """Show something of a letter from a part on, and keep where to go on."""
    letter = await turn.open(number)
    turn.change(shown=shown, part=0)
    text = _text(letter, shown, turn)
    turn.change(part=turn.tell_from(text, part, usual_choices(turn, letter, shown), _next_part))


def _next_part(turn: Turn, part: int) -> Choice:
    talk = turn.talk
    words = " ".join(filter(None, (letter_id_text(LetterId(talk.letter)), talk.shown, str(part))))
    return Choice(turn.say("Next part"), Command(deed=Deed.MORE, words=words))


def document_at(letter: Letter, number: int) -> Document:
    """Give a document by its number. Raises `DocumentNotFound`."""
    if not 1 <= number <= len(letter.documents):
        raise DocumentNotFound(name=str(number))
    return letter.documents[number - 1]


def text_of(blocks: list[Block]) -> str:
    """Write a letter's blocks as plain paragraphs."""
    return "\n\n".join(block.text.strip() for block in blocks)


def _text(letter: Letter, shown: str, turn: Turn) -> str:
    say, now = turn.say, turn.sitting.now()
    if shown == _BRIEF:
        return "\n".join(brief_of(letter, say, now=now))
    if shown:
        document = document_at(letter, int(shown))
        blocks = document_blocks(document, say, sender=letter.summary.sender)
        return say("Document {n}.", n=shown) + "\n\n" + text_of(blocks)
    return text_of(letter_blocks(letter, say, now=now))


async def _go_to(turn: Turn, step: int) -> None:
    """Open the next or the previous letter of the list."""
    say = turn.say
    place = 0
    if turn.talk.letter in turn.talk.letters:
        place = turn.talk.letters.index(turn.talk.letter) + 1
    if step > 0 and place == len(turn.talk.letters) and (turn.talk.after or not place):
        after = turn.talk.after
        page = await inbox_page(
            turn.mailbox, limit=PAGE,
            after=None if after is None else Place(after[0], LetterId(after[1])),
        )  # fmt: skip
        turn.change(
            letters=(*turn.talk.letters, *(one.id for one in page.letters)),
            after=None if page.next is None else tuple(page.next),
        )
    number = place + step
    if number < 1:
        raise ChatStopError(say("That is the first letter."), list_choice(say))
    if number > len(turn.talk.letters):
        raise ChatStopError(say("That was the last letter."), list_choice(say))
    await show(turn, LetterId(turn.talk.letters[number - 1]), "", 1)
