"""A letter, or one of its documents, as a BRF file for an embosser or a braille display."""

import asyncio

from accessibility.braille.errors import BrailleUnavailable, braille_refusal
from accessibility.braille.files import brf
from accessibility.braille.letter import braille_pages
from accessibility.braille.tables import Grade
from accessibility.reading_order import BlockKind, letter_blocks
from mailbox_store.model.letter import Letter
from mailbox_tui.deeds.saving import document_at
from mailbox_tui.desk import Desk, StoppedError


async def brf_of(
    letter: Letter, desk: Desk, *, document: int | None = None, is_contracted: bool = False
) -> bytes:
    """Write a letter in braille: its head, then its documents; or only the document of a number.

    Raises `StoppedError` where there is nothing to write, or no liblouis to write it with.
    """
    chosen = letter.main_documents if document is None else (document_at(letter, document),)
    trees = [one.tree for one in chosen if one.tree is not None]
    if not trees:
        raise StoppedError(desk.say("The letter has no document in that form."))
    blocks = letter_blocks(letter, desk.say, now=desk.now()) if document is None else []
    heads = [block.text for block in blocks if block.kind is BlockKind.HEAD]
    try:
        pages = await asyncio.to_thread(
            braille_pages,
            trees,
            desk.say,
            grade=Grade.CONTRACTED if is_contracted else Grade.UNCONTRACTED,
            opening=[line for head in heads for line in head.splitlines()],
            sender=letter.summary.sender,
        )
    except BrailleUnavailable as error:
        raise StoppedError(braille_refusal(error, desk.say)) from error
    return brf(pages)
