"""The verb that opens a letter, and the layout of a letter that line mode shares."""

from argparse import Namespace

from accessibility.plain_lines import wrap, wrapped_text
from accessibility.plain_text import json_text
from accessibility.reading_order import Block, BlockKind, document_text, letter_blocks
from mailbox_store.model.document import Document
from mailbox_store.model.errors import DocumentNotFound
from mailbox_store.model.letter import Letter
from mailbox_tui.asking import ask, legal_notice_question
from mailbox_tui.desk import Desk
from mailbox_tui.letter_json import letter_json
from mailbox_tui.numbered_list import letters_named, remembered
from mailbox_tui.opening_letters import open_letter

NOT_OPENED = 3  # exit code: not allowed without a yes


async def read_letter(desk: Desk, options: Namespace) -> int:
    """Open a letter and print it whole, or one of its documents."""
    async with desk.open_mailbox() as mailbox:
        numbered = await remembered(mailbox, desk.store_url, desk.environment)
        [letter_id] = await letters_named([options.letter], numbered, mailbox)
        letter = await open_letter(mailbox, letter_id, ask=lambda: ask_about_notice(desk))
        if letter is None:
            desk.out.message(desk.say("Not opened."))
            return NOT_OPENED
        if options.json:
            number = numbered.number_of(letter_id)
            shape = letter_json(letter, desk.say, number=number, full=options.full)
            desk.out.answer(json_text(shape))
            return 0
        if options.document:
            lines = document_lines(desk, document_at(letter, options.document))
        else:
            lines = letter_lines(
                desk, letter_blocks(letter, desk.say, now=desk.now(), full=options.full)
            )
        for line in lines:
            desk.out.answer(line)
    return 0


async def ask_about_notice(desk: Desk) -> bool:
    """Put the legal notice's question."""
    return await ask(desk, legal_notice_question(desk))


def document_at(letter: Letter, number: int) -> Document:
    """Give a document by its number. Raises `DocumentNotFound`."""
    if not 1 <= number <= len(letter.documents):
        raise DocumentNotFound(name=str(number))
    return letter.documents[number - 1]


def letter_lines(desk: Desk, blocks: list[Block]) -> list[str]:
    """Lay a letter out: blocks a blank line apart."""
    lines: list[str] = []
    for block in blocks:
        if lines:
            lines.append("")
        lines += block_lines(desk, block)
    return lines


def block_lines(desk: Desk, block: Block) -> list[str]:
    """Lay one block out: the sender's text by its paragraphs, ours a sentence a line."""
    columns = desk.out.text_width
    if block.kind is BlockKind.TEXT:
        return wrapped_text(block.text, columns)
    width = min(columns, 79)
    return [line for text in block.text.splitlines() for line in wrap(text, width, room=columns)]


def document_lines(desk: Desk, document: Document) -> list[str]:
    """Lay a document's text out."""
    return wrapped_text(document_text(document, desk.say), desk.out.text_width)
