"""Save a letter's documents as files: private, never over another file."""

import asyncio
import os
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from accessibility.document_words import kind_words, size_words
from accessibility.plain_text import json_text, one_line
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.document import Document
from mailbox_store.model.letter import Letter
from mailbox_tui.desk import Desk, StoppedError
from mailbox_tui.lines.reading import NOT_OPENED, ask_about_notice, document_at
from mailbox_tui.numbered_list import letters_named, remembered
from mailbox_tui.opening_letters import open_letter

_MOST_NAMES = 10_000  # "letter (2).pdf", "letter (3).pdf" ... before giving up


async def save_documents(desk: Desk, options: Namespace) -> int:
    """Save the documents of a letter, or one of them, and say where they are."""
    async with desk.open_mailbox() as mailbox:
        numbered = await remembered(mailbox, desk.store_url, desk.environment)
        [letter_id] = await letters_named([options.letter], numbered, mailbox)
        letter = await open_letter(mailbox, letter_id, ask=lambda: ask_about_notice(desk))
        if letter is None:
            desk.out.message(desk.say("Not opened."))
            return NOT_OPENED
        numbers = [options.document] if options.document else []
        saved = await _save(options.to, letter, mailbox, desk, numbers)
    if options.json:
        desk.out.answer(json_text([str(path) for path, _ in saved]))
        return 0
    for _, line in saved:
        desk.out.answer(line)
    return 0


async def save_into(
    folder: str, letter: Letter, mailbox: Mailbox, desk: Desk, numbers: Sequence[int]
) -> list[str]:
    """Save an opened letter's documents, or those numbered; gives a sentence for each file."""
    return [line for _, line in await _save(folder, letter, mailbox, desk, numbers)]


async def _save(
    folder: str, letter: Letter, mailbox: Mailbox, desk: Desk, numbers: Sequence[int]
) -> list[tuple[Path, str]]:
    documents: Sequence[Document] = letter.documents
    if numbers:
        documents = [document_at(letter, number) for number in numbers]
    target = await asyncio.to_thread(lambda: Path(folder).expanduser().absolute())
    if not await asyncio.to_thread(target.is_dir):
        name = one_line(str(target), limit=200)
        raise StoppedError(desk.say("There is no folder {folder}. Nothing was saved.", folder=name))
    saved: list[tuple[Path, str]] = []
    for file in [file for document in documents for file in document.files]:
        content = await mailbox.content(letter.id, file.sha256)
        path = await asyncio.to_thread(_write, target, file.name, content)
        kind, size = kind_words(file.media_type, desk.say), size_words(file.size, desk.say)
        sentence = desk.say("Saved {path}, {kind}, {size}.",
                            path=one_line(str(path)), kind=kind, size=size)  # fmt: skip
        saved.append((path, sentence))
    if not saved:
        raise StoppedError(desk.say("The letter has no documents to save."))
    return saved


def _write(folder: Path, name: str, content: bytes) -> Path:
    """Write under the first name that is free; the file system, not a look, decides that."""
    safe = Path(one_line(name)).name.lstrip(".") or "document"
    stem, dot, ending = safe.rpartition(".")
    for number in range(1, _MOST_NAMES):
        tried = safe if number == 1 else f"{stem or ending} ({number}){dot}{ending if stem else ''}"
        path = folder / tried
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            continue
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        return path
    raise FileExistsError(17, "too many files of one name", str(folder / safe))
