"""A letter's appointments as a file for the person's own calendar."""

import asyncio
from collections.abc import Sequence
from pathlib import PurePath

from accessibility.calendar_file import appointments_of, calendar_text
from accessibility.deadlines_calendar import deadlines_ics
from accessibility.plain_text import one_line
from mailbox_store.model.letter import Letter, letter_id_text
from mailbox_store.model.query import Due, DueKind
from mailbox_tui.deeds.saving import folder_to_save_in, write_new_file
from mailbox_tui.desk import Desk, StoppedError


async def save_appointments(folder: str, letter: Letter, desk: Desk) -> str:
    """Write the appointments of an opened letter; gives the sentence that says where."""
    say = desk.say
    visits = appointments_of(letter)
    if not visits:
        raise StoppedError(say("The letter has no appointment."))
    target = await folder_to_save_in(folder, say)
    text = calendar_text(letter, say, now=desk.now())
    name = f"{say('appointment')}-{letter_id_text(letter.id)}.ics"
    path = await asyncio.to_thread(write_new_file, target, name, text.encode())
    return say.count("Appointment saved: {path}", "{n} appointments saved: {path}",
                     len(visits), path=one_line(str(path)))  # fmt: skip


async def save_deadlines(name: str, due: Sequence[Due], desk: Desk) -> list[str]:
    """Write deadlines and appointments into a new calendar file; gives the sentences about it.

    What is only probable and was not confirmed is left out, and counted.
    """
    say = desk.say
    written = [one for one in due if not _needs_a_yes(one)]
    if not due:
        raise StoppedError(say("Nothing falls due."))
    path = PurePath(name)
    target = await folder_to_save_in(str(path.parent), say)
    content = deadlines_ics(due, say, now=desk.now())
    saved = await asyncio.to_thread(write_new_file, target, path.name, content)
    said = [say.count("{n} deadline or appointment saved: {path}",
                     "{n} deadlines and appointments saved: {path}",
                      len(written), path=one_line(str(saved)))]  # fmt: skip
    if left := len(due) - len(written):
        said.append(say.count(
            "{n} probable one was left out: brevdue deadlines --confirm LETTER asks about it.",
            "{n} probable ones were left out: brevdue deadlines --confirm LETTER asks about them.",
            left,
        ))  # fmt: skip
    return said


def _needs_a_yes(due: Due) -> bool:
    return due.kind is DueKind.PROBABLE_DEADLINE and not due.is_confirmed
