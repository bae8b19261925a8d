"""A search that shows what it finds when the person has stopped typing for a moment."""

import asyncio

from mailbox_store.model.errors import MailboxError
from mailbox_tui.answering.finding import found_letters
from mailbox_tui.screens.sitting import Sitting
from mailbox_tui.troubles import words_for

_FINISHED = 0.5  # seconds without a key
_LEAST = 2  # characters


async def type_search(sitting: Sitting) -> None:
    """Let words be typed; Enter keeps what was found, Esc goes back to what was shown before.

    Where one row is shown at a time, nothing is searched before Enter: what is found would be said
    into the typing.
    """
    stage = sitting.stage
    before = list(stage.views)
    prompt = stage.begin_prompt("/")
    searched = nothing = ""
    is_kept = False
    try:
        while not prompt.is_ended:
            stage.window.paint()
            is_due = prompt.text != searched and len(prompt.text.strip()) >= _LEAST
            if stage.look.one_at_a_time or not is_due:
                prompt.take(await stage.next_key())
                continue
            try:
                prompt.take(await asyncio.wait_for(stage.next_key(), _FINISHED))
            except TimeoutError:
                searched = prompt.text
                nothing = await _show_found(sitting, searched)
                stage.ask_again(nothing)
        if prompt.text != searched and prompt.text.strip():
            nothing = await _show_found(sitting, prompt.text)
        is_kept = bool(prompt.text.strip()) and not prompt.is_given_up and not nothing
    finally:
        stage.end_prompt()
        if not is_kept:
            stage.views[:] = before
            stage.letters_are_stale()  # what came meanwhile was told to the others only
    if not is_kept:
        stage.message = ""
        await stage.bring_up_if_possible()
        stage.tell("" if prompt.is_given_up else nothing)


async def _show_found(sitting: Sitting, typed: str) -> str:
    """Show what the words find, the last of them as the beginning of a word; or say why not."""
    sitting.stage.message = ""  # of what was found by fewer letters
    words = typed.strip()
    try:
        listed = await found_letters(sitting, f"{words}*" if words[-1].isalnum() else words)
        if listed.letters:
            await sitting.show_list(listed)
    except MailboxError as error:
        return words_for(error, sitting.desk.say)
    return "" if listed.letters else listed.nothing
