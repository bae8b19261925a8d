"""Deleting for good what lies in the bin: the question, the deed, and what came of it."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from accessibility.list_line import sender_name, subject_words
from accessibility.wording import Say
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.errors import MailboxError, NotInBin
from mailbox_store.model.folder import FolderType
from mailbox_store.model.letter import LetterId
from mailbox_tui.troubles import words_for


class Deleted(NamedTuple):
    """The letters that are gone, and what stopped it before the others."""

    letters: tuple[LetterId, ...]
    error: MailboxError | None = None


async def delete_question(letters: Sequence[LetterId], mailbox: Mailbox, say: Say) -> str:
    """Ask before what cannot be undone. Raises `NotInBin` where one does not lie in the bin."""
    lying = [(await mailbox.unopened(letter)).summary for letter in letters]
    for letter in lying:
        if letter.folder is not FolderType.DELETED:
            raise NotInBin(letter=letter.id)
    if len(lying) == 1:
        return say(
            "Nothing was deleted yet. Deleting the letter from {sender}, {subject}, for good "
            "cannot be undone. Type yes to delete it.",
            sender=sender_name(lying[0].sender, say),
            subject=subject_words(lying[0].subject, say),
        )
    return say(
        "Nothing was deleted yet. Deleting {n} letters for good cannot be undone. "
        "Type yes to delete them.",
        n=len(lying),
    )


async def delete_letters(
    letters: Sequence[LetterId], mailbox: Mailbox, environment: Mapping[str, str]
) -> Deleted:
    """Delete letters one after the other, until one cannot be; what was spoken of any goes, too."""
    await asyncio.to_thread(_forget_voice_notes, environment)
    done: list[LetterId] = []
    for letter in letters:
        try:
            await mailbox.delete_for_good(letter)
        except MailboxError as error:
            return Deleted(tuple(done), error)
        done.append(letter)
    return Deleted(tuple(done))


def _forget_voice_notes(environment: Mapping[str, str]) -> None:
    """Take away all that was spoken: which letters the notes are of, their names do not tell."""
    from accessibility.speech.voice_note_cache import VoiceNoteCache, voice_note_folder  # 5 ms

    folder = voice_note_folder(environment)
    if folder.is_dir():
        with suppress(OSError):
            VoiceNoteCache(folder).clear()


def deleted_sentence(deleted: Deleted, asked: int, say: Say) -> str:
    """Say what was deleted, and what was not and why."""
    n = len(deleted.letters)
    if deleted.error is None:
        return say.count("Deleted for good.", "{n} letters deleted for good.", n)
    some = say("{n} of {total} letters deleted for good.", n=n, total=asked)
    return f"{some} {words_for(deleted.error, say)}"
