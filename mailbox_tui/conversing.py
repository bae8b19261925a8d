"""A mailbox opened to stay in: in line mode or on the screens, as person and terminal like it.

Textual is imported here alone and only when screens are wanted: it takes longer than a listing.
"""

import gc
from argparse import Namespace
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from mailbox_store.mailbox import Mailbox
from mailbox_store.repository import Repository
from mailbox_tui.desk import Desk, chosen_mailbox
from mailbox_tui.look_choice import LookChoice, chosen_look
from mailbox_tui.looks import LOOKS, PLAIN
from mailbox_tui.output import encoding_of
from mailbox_tui.places import state_folder, write_private
from mailbox_tui.reading_on import reading_on
from mailbox_tui.screens.keymap import ACTION_NAMES, Keymap, is_key
from mailbox_tui.settings import SettingsError, read_keys, settings_file


async def run_session(desk: Desk, options: Namespace) -> int:
    """Open the mailbox and stay in it until the person leaves."""
    async with desk.open_store() as repository:
        facts = await chosen_mailbox(repository, desk.mailbox_name)
        await converse(desk, options, repository, await desk.as_owner(facts, repository))
    return 0


async def converse(
    desk: Desk, options: Namespace, repository: Repository, mailbox: Mailbox
) -> None:
    """Stay in a mailbox that is open already; documents are read meanwhile."""
    async with reading_on(repository, now=desk.now):
        await _converse(desk, options, repository, mailbox)


async def _converse(
    desk: Desk, options: Namespace, repository: Repository, mailbox: Mailbox
) -> None:
    if options.speak:
        spoken = {**desk.environment, "BREVDUE_SPEECH_ENABLED": "yes"}
        desk = replace(desk, environment=spoken)
    choice = chosen_look(options, desk.environment, desk.settings)
    if choice.name == PLAIN:
        from mailbox_tui.lines.session import converse_in_lines  # only one of the two is needed

        await converse_in_lines(desk, repository, mailbox)
        return
    keymap = Keymap(checked_keys(desk.environment))
    gc.disable()  # an import makes only what lasts: to look for rubbish in it takes 10 ms
    from mailbox_tui.app import MailboxApp, show_screens  # 0.2 s: only when screens are wanted

    gc.freeze()  # nor is it looked through later: 20 ms before the inbox stands
    gc.enable()
    app = MailboxApp(
        desk,
        repository,
        mailbox,
        look=LOOKS[choice.name],
        keymap=keymap,
        greeting=_greeting(choice, desk),
        encoding=encoding_of(desk.environment, is_terminal=True),
    )
    await show_screens(app)


def checked_keys(environment: Mapping[str, str]) -> dict[str, str]:
    """Give the person's own keys.

    Raises `SettingsError` for something that no key does, and for a key that there is not.
    """
    keys = read_keys(environment)
    file = str(settings_file(environment))
    for name, wanted in keys.items():
        if wrong := next((key for key in wanted.split() if not is_key(key)), ""):
            raise SettingsError(why="no-key", file=file, key=wrong)
        if name not in ACTION_NAMES:
            from difflib import get_close_matches  # 2 ms: only after a slip

            nearest = (*get_close_matches(name, ACTION_NAMES, n=1, cutoff=0.5), "")[0]
            raise SettingsError(why="key", file=file, key=name, nearest=nearest)
    return keys


def _greeting(choice: LookChoice, desk: Desk) -> str:
    """Say what a person must hear once: what switched reader mode on, or how to be helped."""
    said = state_folder(desk.environment) / "greeted" / (choice.cause or "first").replace(" ", "-")
    if said.exists():
        return ""
    with suppress(OSError):  # it is said again next time
        write_private(said, "")
    if choice.name == "reader":
        return desk.say("Reader mode, because of {cause}.", cause=choice.cause)
    return desk.say("? helps, q leaves. For a screen reader: brevdue --reader")
