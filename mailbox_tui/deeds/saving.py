"""Save a letter's documents as files: private, never over another file."""

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path

from accessibility.document_words import kind_words, size_words
from accessibility.plain_text import one_line
from accessibility.wording import Say
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.document import Document
from mailbox_store.model.errors import DocumentNotFound
from mailbox_store.model.letter import Letter
from mailbox_tui.desk import StoppedError

_LONGEST_STEM, _LONGEST_ENDING = 200, 40  # bytes; file systems allow 255 together
_MOST_NAMES = 10_000  # "letter (2).pdf", "letter (3).pdf" ... before giving up


def document_at(letter: Letter, number: int) -> Document:
    """Give a document by its number. Raises `DocumentNotFound`."""
    if not 1 <= number <= len(letter.documents):
        raise DocumentNotFound(name=str(number))
    return letter.documents[number - 1]


async def save_into(
    folder: str, letter: Letter, mailbox: Mailbox, say: Say, numbers: Sequence[int]
) -> list[tuple[Path, str]]:
    """Save an opened letter's documents, or those numbered; gives each file and its sentence."""
    documents: Sequence[Document] = letter.documents
    if numbers:
        documents = [document_at(letter, number) for number in numbers]
    target = await folder_to_save_in(folder, say)
    saved: list[tuple[Path, str]] = []
    for file in [file for document in documents for file in document.files]:
        content = await mailbox.content(letter.id, file.sha256)
        path = await asyncio.to_thread(write_new_file, target, file.name, content)
        kind, size = kind_words(file.media_type, say), size_words(file.size, say)
        sentence = say("Saved {path}, {kind}, {size}.",
                       path=one_line(str(path)), kind=kind, size=size)  # fmt: skip
        saved.append((path, sentence))
    if not saved:
        raise StoppedError(say("The letter has no documents to save."))
    return saved


async def folder_to_save_in(name: str, say: Say) -> Path:
    """Give the folder of this name. Raises `StoppedError`: none is made by a slip of the finger."""
    try:
        folder = await asyncio.to_thread(lambda: Path(name).expanduser().absolute())
    except RuntimeError:  # "~nobody": no such user
        folder = Path(name)
    if not await asyncio.to_thread(folder.is_dir):
        shown = one_line(str(folder), limit=200)
        raise StoppedError(say("There is no folder {folder}. Nothing was saved.", folder=shown))
    return folder


def write_new_file(folder: Path, name: str, content: bytes) -> Path:
    """Write under the first name that is free; the file system, not a look, decides that."""
    safe = Path(one_line(name)).name.lstrip(".") or "document"
    stem, ending = _cut(Path(safe).stem, _LONGEST_STEM), _cut(Path(safe).suffix, _LONGEST_ENDING)
    for number in range(1, _MOST_NAMES):
        tried = f"{stem}{ending}" if number == 1 else f"{stem} ({number}){ending}"
        path = folder / tried
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            continue
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
        except OSError:  # a full disk: half a document would be taken for a whole one
            path.unlink(missing_ok=True)
            raise
        return path
    raise FileExistsError(17, "too many files of one name", str(folder / safe))


def _cut(text: str, most: int) -> str:
    """Shorten a text to so many bytes, between two characters."""
    return os.fsencode(text)[:most].decode("utf-8", errors="ignore")
