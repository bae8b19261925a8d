"""The person's own editor and pager, given a text by way of a private file that is then gone."""

import asyncio
import os
import shlex
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from accessibility.letter_layout import document_blocks, letter_lines
from accessibility.plain_text import one_line
from accessibility.reading_order import letter_blocks
from mailbox_store.model.document import Document
from mailbox_store.model.letter import Letter
from mailbox_tui.desk import Desk, StoppedError
from mailbox_tui.places import passing_folder

RunProgram = Callable[[Sequence[str]], Awaitable[int]]

_EDITORS = ("VISUAL", "EDITOR")
_USUAL_EDITOR = "vi"  # POSIX has these two on every system
_USUAL_PAGER = "more"


async def edited_note(note: str, desk: Desk, *, run: RunProgram) -> str:
    """Let the editor of $VISUAL or $EDITOR change a note; gives what was saved.

    Raises `StoppedError` where the editor failed; the note is then as it was.
    """
    named = next(filter(None, map(desk.environment.get, _EDITORS)), _USUAL_EDITOR)
    async with _private_file(f"{note}\n" if note else "", desk) as path:
        await _run(named, path, desk, run)
        return await asyncio.to_thread(_text_of, path)


async def page_through(
    letter: Letter, document: Document | None, desk: Desk, *, run: RunProgram
) -> None:
    """Show an opened letter, or one of its documents, in the pager of $PAGER."""
    columns = desk.out.text_width
    if document is None:
        blocks = letter_blocks(letter, desk.say, now=desk.now())
    else:
        blocks = document_blocks(document, desk.say)
    lines = letter_lines(blocks, columns)
    async with _private_file("\n".join(lines) + "\n", desk) as path:
        await _run(desk.environment.get("PAGER") or _USUAL_PAGER, path, desk, run)


async def _run(named: str, path: Path, desk: Desk, run: RunProgram) -> None:
    try:
        code = await run([*shlex.split(named), str(path)])
    except (OSError, ValueError):
        code = -1
    if code:
        name = one_line(named, limit=80)
        raise StoppedError(desk.say("“{program}” could not be used. Nothing was changed.",
                                    program=name))  # fmt: skip


@asynccontextmanager
async def _private_file(text: str, desk: Desk) -> AsyncIterator[Path]:
    path = await asyncio.to_thread(_written, text, passing_folder(desk.environment))
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def _written(text: str, folder: Path | None) -> Path:
    """Write a file for its owner alone, where the system clears it away if we cannot."""
    descriptor, name = tempfile.mkstemp(prefix="brevdue-", suffix=".txt", dir=folder)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    return Path(name)


def _text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").rstrip("\n")
