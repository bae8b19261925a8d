"""The verb `save`: a letter's documents as files."""

from argparse import Namespace
from functools import partial

from accessibility.plain_text import json_text
from mailbox_tui.asking import ask
from mailbox_tui.deeds.saving import save_into
from mailbox_tui.desk import Desk
from mailbox_tui.lines.reading import NOT_OPENED
from mailbox_tui.numbered_list import letters_named, remembered
from mailbox_tui.opening_letters import open_letter


async def save_documents(desk: Desk, options: Namespace) -> int:
    """Save the documents of a letter, or one of them, and say where they are."""
    async with desk.open_mailbox() as mailbox:
        numbered = await remembered(mailbox, desk.store_url, desk.environment)
        [letter_id] = await letters_named([options.letter], numbered, mailbox)
        letter = await open_letter(mailbox, letter_id, say=desk.say, ask=partial(ask, desk))
        if letter is None:
            desk.out.message(desk.say("Not opened."))
            return NOT_OPENED
        numbers = [options.document] if options.document else []
        saved = await save_into(options.to, letter, mailbox, desk.say, numbers)
    if options.json:
        desk.out.answer(json_text([str(path) for path, _ in saved]))
        return 0
    for _, line in saved:
        desk.out.answer(line)
    return 0
