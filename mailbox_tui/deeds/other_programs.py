"""The person's own editor and pager, given a text by way of a private file that is then gone."""

import asyncio
import os
import shlex
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from accessibility.letter_layout import document_blocks, letter_lines
from accessibility.plain_text import one_line
from accessibility.reading_order import letter_blocks
from mailbox_store.model.document import Document
from mailbox_store.model.errors import MailboxError
from mailbox_store.model.letter import Letter
from mailbox_tui.desk import Desk, StoppedError
from mailbox_tui.places import passing_folder
from mailbox_tui.troubles import told

RunProgram = Callable[[Sequence[str]], Awaitable[int]]
Keep = Callable[[str], Awaitable[None]]

_EDITORS = ("VISUAL", "EDITOR")
_USUAL_EDITOR = "vi"  # POSIX has these two on every system
_USUAL_PAGER = "more"


async def edit_and_keep(note: str, desk: Desk, *, run: RunProgram, keep: Keep) -> str:
    """Let the editor of $VISUAL or $EDITOR change a note, and keep it; gives the new one.

    Raises `StoppedError` where the editor failed, and where the note cannot be kept: the sentence
    then names the file in which what was written stays.
    """
    named = next(filter(None, map(desk.environment.get, _EDITORS)), _USUAL_EDITOR)
    path = await asyncio.to_thread(_written, f"{note}\n" if note else "", desk)
    with _gone_afterwards(path) as leave:
        try:
            await _run(named, path, desk, run)
            new = await asyncio.to_thread(_text_of, path)
            if new != note:
                await keep(new)
        except FileNotFoundError as error:
            name = one_line(named, limit=80)
            raise StoppedError(desk.say("“{program}” left no file. The note is as it was.",
                                        program=name)) from error  # fmt: skip
        except (StoppedError, MailboxError, OSError) as error:
            if await asyncio.to_thread(_text_of, path) == note:
                raise
            leave()
            raise StoppedError(
                desk.say("{reason} What you wrote is in {file}.",
                         reason=told(error, desk.say), file=one_line(str(path)))
            ) from error  # fmt: skip
        return new


async def page_through(
    letter: Letter, document: Document | None, desk: Desk, *, run: RunProgram
) -> None:
    """Show an opened letter, or one of its documents, in the pager of $PAGER."""
    columns = desk.out.text_width
    if document is None:
        blocks = letter_blocks(letter, desk.say, now=desk.now())
    else:
        blocks = document_blocks(document, desk.say, sender=letter.summary.sender)
    lines = letter_lines(blocks, columns)
    path = await asyncio.to_thread(_written, "\n".join(lines) + "\n", desk)
    with _gone_afterwards(path):
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


@contextmanager
def _gone_afterwards(path: Path) -> Iterator[Callable[[], None]]:
    """Remove a file when the block ends, unless what the block is given was called."""
    stays: list[bool] = []
    try:
        yield lambda: stays.append(True)
    finally:
        if not stays:
            path.unlink(missing_ok=True)


def _written(text: str, desk: Desk) -> Path:
    """Write a file for its owner alone, where the system clears it away if we cannot."""
    folder = passing_folder(desk.environment)
    descriptor, name = tempfile.mkstemp(prefix="brevdue-", suffix=".txt", dir=folder)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    return Path(name)


def _text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").rstrip("\n")
