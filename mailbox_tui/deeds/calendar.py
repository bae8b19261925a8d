"""A letter's appointments as a file for the person's own calendar."""

import asyncio

from accessibility.calendar_file import appointments_of, calendar_text
from accessibility.plain_text import one_line
from mailbox_store.model.letter import Letter, letter_id_text
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
