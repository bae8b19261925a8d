"""The verb that opens a letter."""

from argparse import Namespace
from functools import partial

from accessibility.letter_layout import document_blocks, letter_lines
from accessibility.plain_text import json_text
from accessibility.reading_order import letter_blocks
from mailbox_store.model.letter import Letter
from mailbox_tui.asking import ask
from mailbox_tui.deeds.saving import document_at
from mailbox_tui.desk import Desk, StoppedError
from mailbox_tui.letter_json import letter_json
from mailbox_tui.numbered_list import letters_named, remembered
from mailbox_tui.opening_letters import open_letter

NOT_OPENED = 3  # exit code: not allowed without a yes


async def read_letter(desk: Desk, options: Namespace) -> int:
    """Open a letter and print it whole, or one of its documents."""
    async with desk.open_mailbox() as mailbox:
        numbered = await remembered(mailbox, desk.store_url, desk.environment)
        [letter_id] = await letters_named([options.letter], numbered, mailbox)
        letter = await open_letter(mailbox, letter_id, say=desk.say, ask=partial(ask, desk))
        if letter is None:
            desk.out.message(desk.say("Not opened."))
            return NOT_OPENED
        if options.json:
            number = numbered.number_of(letter_id)
            shape = letter_json(letter, desk.say, number=number, full=options.full)
            desk.out.answer(json_text(shape))
            return 0
        if options.form == "braille":
            from mailbox_tui.deeds.braille import brf_of  # 20 ms: seldom wanted

            desk.out.answer_bytes(
                await brf_of(letter, desk, document=options.document,
                             is_contracted=options.contracted)
            )  # fmt: skip
            return 0
        if options.form:
            _print_documents(desk, letter, options.document, options.form)
            return 0
        if options.document:
            document = document_at(letter, options.document)
            blocks = document_blocks(document, desk.say, sender=letter.summary.sender)
        else:
            blocks = letter_blocks(letter, desk.say, now=desk.now(), full=options.full)
        for line in letter_lines(blocks, desk.out.text_width):
            desk.out.answer(line)
    return 0


def _print_documents(desk: Desk, letter: Letter, number: int | None, form: str) -> None:
    """Print the letter's own text, or one document, in a form; raises where there is none."""
    chosen = letter.main_documents if number is None else (document_at(letter, number),)
    trees = [document.tree for document in chosen if document.tree is not None]
    if not trees:
        raise StoppedError(desk.say("The letter has no document in that form."))
    from accessibility.documents.forms import in_form  # 10 ms: seldom wanted

    for tree in trees:
        desk.out.answer(in_form(form, tree, desk.say, columns=desk.out.text_width).rstrip("\n"))
