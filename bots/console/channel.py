"""A chat on standard input and output: messages as lines, buttons as words that can be typed.

Files are put into a private folder and their paths told; when the time of a message is over, its
file goes. What stands on the screen stays: a terminal takes no line back.
"""

import asyncio
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from accessibility.plain_text import one_line
from accessibility.wording import Say
from bots.effects import (
    Alert,
    Button,
    DeleteTheirs,
    Effect,
    Leave,
    SendFile,
    SendVoice,
    StripButtons,
    Tell,
    effect_from,
)
from mailbox_store.model.chat import Address
from mailbox_store.model.chat_post import ToSend

NAME = "console"
_UNSAFE = re.compile(r"[^\w.-]+")


class ConsoleChannel:
    """Writes what the outbox holds for one person's terminal."""

    def __init__(self, say: Say, write: Callable[[str], None], folder: Path) -> None:
        """Take where lines are written, and the folder that files are put into."""
        self._say, self._write, self._folder = say, write, folder
        self._arrived = asyncio.Condition()
        self._sent = 0

    @property
    def name(self) -> str:
        """The word that addresses and the audit log have for it."""
        return NAME

    @property
    def sent(self) -> int:
        """How many rows were written so far."""
        return self._sent

    def speak(self, say: Say) -> None:
        """Say what goes around messages in another language from now on."""
        self._say = say

    async def send(self, row: ToSend) -> str:
        """Write one row; gives the name of the file it left, or the row's number."""
        effect = effect_from(row)
        file = self._file_of(effect, row.id)
        if file is not None and isinstance(effect, SendFile | SendVoice):
            await asyncio.to_thread(_write_private, file, effect.content)
        for line in self._lines(effect, file):
            self._write(line)
        async with self._arrived:
            self._sent += 1
            self._arrived.notify_all()
        return file.name if file is not None else str(row.id)

    async def wait_for(self, sent: int) -> None:
        """Wait until so many rows were written since the beginning."""
        async with self._arrived:
            await self._arrived.wait_for(lambda: self._sent >= sent)

    async def delete(self, address: Address, messages: Sequence[str]) -> None:
        """Take away the files of messages."""
        del address
        for message in messages:
            if message and not message.isdecimal():
                path = self._folder / Path(message).name
                await asyncio.to_thread(path.unlink, missing_ok=True)

    async def stop_waiting(self, query: str) -> None:
        """Nothing waits here: a line is answered by lines."""

    def _file_of(self, effect: Effect, number: int) -> Path | None:
        match effect:
            case SendFile():
                return self._folder / f"{number}-{_UNSAFE.sub('-', effect.name)[-80:]}"
            case SendVoice():
                return self._folder / f"{number}-voice.ogg"
        return None

    def _lines(self, effect: Effect, file: Path | None) -> list[str]:
        say = self._say
        match effect:
            case Tell():
                return [*effect.text.splitlines(), *self._buttons(effect.buttons)]
            case SendFile() | SendVoice():
                path = one_line(str(file))
                told = [effect.caption, say("The file: {path}", path=path)]
                return [*told, *self._buttons(effect.buttons)]
            case Alert():
                return [effect.text] if effect.text else []
            case DeleteTheirs():
                return [say("What you typed cannot be taken off this screen. Clear it if others "
                            "can see it.")]  # fmt: skip
            case StripButtons() | Leave():
                return []

    def _buttons(self, buttons: Sequence[Button]) -> list[str]:
        if not buttons:
            return []
        return [self._say("You can type:"), *(button.label for button in buttons)]


def _write_private(path: Path, content: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
