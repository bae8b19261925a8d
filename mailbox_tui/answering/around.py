"""Deeds about the mailbox as a whole: folders, deadlines, log, status, settings, help."""

from collections.abc import Sequence
from dataclasses import replace

from accessibility.commands import Command, Deed, deed_named, unquoted
from accessibility.due_line import due_line
from accessibility.plain_text import one_line
from accessibility.wording import LANGUAGES, Say, wording_for
from mailbox_store.model.folder import Folder
from mailbox_store.model.letter import letter_id_text
from mailbox_store.model.mailbox_facts import mailbox_id_text
from mailbox_tui.answering import typed_help
from mailbox_tui.deeds.due import confirm_dues, still_due
from mailbox_tui.deeds.in_folders import (
    folder_called,
    folder_line,
    folder_words,
    make_folder_at,
    path_words,
    remove_folder,
    rename_folder,
)
from mailbox_tui.deeds.overview import (
    event_line,
    how_things_stand,
    mailbox_line,
    setting_line,
    settings_asked,
)
from mailbox_tui.desk import StoppedError, chosen_mailbox
from mailbox_tui.face import Entry, Face
from mailbox_tui.settings import change_setting, read_settings, variable_of

_EVENTS_SHOWN = 50
_FOLDER_DEEDS = {
    "make": "make", "new": "make", "lav": "make", "opret": "make", "ny": "make",
    "rename": "rename", "omdøb": "rename", "omdoeb": "rename",
    "remove": "remove", "fjern": "remove",
}  # fmt: skip
_LANGUAGE_NAMES = {"dansk": "da", "danish": "da", "engelsk": "en", "english": "en"}


async def folders(face: Face, asked: Command) -> None:
    """List the folders, or make, rename or remove one."""
    say = face.desk.say
    word, _, rest = asked.words.partition(" ")
    path = unquoted(rest)
    if asked.deed is Deed.FOLDERS and word:
        deed = _FOLDER_DEEDS.get(word.casefold(), "")
        if not deed or not path:
            raise StoppedError(say("Type folders alone, or with make, rename or remove and a "
                                   "folder's name."))  # fmt: skip
        await _change_folder(face, deed, path)
        return
    every = await face.mailbox.folders()
    await face.show(say("Folders"), [_folder_entry(one, every, say) for one in every])


def _folder_entry(folder: Folder, every: Sequence[Folder], say: Say) -> Entry:
    chosen = Command(deed=Deed.FOLDER, words=path_words(folder, every, say))
    return Entry(text=folder_line(folder, every, say), chosen=chosen)


async def _change_folder(face: Face, deed: str, path: str) -> None:
    say = face.desk.say
    if deed == "make":
        folder = await make_folder_at(path, face.mailbox, say)
        done = say("Folder {folder} made.", folder=folder_words(folder, say))
    elif deed == "rename":
        await folder_called(path, face.mailbox, say)
        question = say("What shall the folder be called? Type the new name.")
        done = await rename_folder(path, await face.ask_words(question), face.mailbox, say)
    else:
        done = await remove_folder(path, face.mailbox, say)
    face.tell(done)


async def deadlines(face: Face, asked: Command) -> None:
    """List everything that falls due, with the numbers of the list or ids."""
    del asked
    desk = face.desk
    due = await still_due(face.mailbox, desk.today)
    if not due:
        face.tell(desk.say("Nothing falls due."))
        return
    await face.show(desk.say("Deadlines"), [
        Entry(
            text=due_line(one, desk.say, today=desk.today),
            number=str(face.numbered.number_of(one.letter.id) or letter_id_text(one.letter.id)),
            chosen=Command(deed=Deed.OPEN, letters=(letter_id_text(one.letter.id),)),
        )
        for one in due
    ])  # fmt: skip


async def confirm(face: Face, asked: Command) -> None:
    """Ask about the probable deadlines of the letters; a yes is remembered."""
    say, today = face.desk.say, face.desk.today
    said: list[str] = []
    for letter in await face.letters(asked.letters):
        said += await confirm_dues(letter, face.mailbox, say, today=today, ask=face.ask)
    face.tell(" ".join(said) or say("Nothing was confirmed."))


async def log(face: Face, asked: Command) -> None:
    """Show the newest entries of the audit log."""
    del asked
    desk = face.desk
    events = await face.mailbox.audit_log(limit=_EVENTS_SHOWN)
    lines = [event_line(event, desk.say, today=desk.today) for event in events]
    if len(lines) == _EVENTS_SHOWN:
        lines.append(desk.say("Older entries: brevdue log --limit N."))
    await face.show(desk.say("Log"), [Entry(text=line) for line in lines])


async def status(face: Face, asked: Command) -> None:
    """Say in one line how things stand."""
    del asked
    face.tell(await how_things_stand(face.mailbox, face.desk))


async def mailboxes(face: Face, asked: Command) -> None:
    """List the mailboxes of the store."""
    del asked
    say = face.desk.say
    await face.show(say("Mailboxes"), [
        Entry(text=mailbox_line(facts, say),
              chosen=Command(deed=Deed.MAILBOX, words=mailbox_id_text(facts.id)))
        for facts in await face.repository.mailboxes()
    ])  # fmt: skip


async def mailbox(face: Face, asked: Command) -> None:
    """Turn to another mailbox; without a name say which there are."""
    if not asked.words:
        await mailboxes(face, asked)
        return
    facts = await chosen_mailbox(face.repository, asked.words)
    await face.voice.leave()
    await face.turn_to_mailbox(await face.desk.as_owner(facts, face.repository))


async def language(face: Face, asked: Command) -> None:
    """Speak another language from now on, and remember it."""
    chosen = _LANGUAGE_NAMES.get(asked.words.casefold(), asked.words.casefold())
    if chosen not in LANGUAGES:
        raise StoppedError(face.desk.say("Which language? Type language da or language en."))
    face.desk = replace(face.desk, say=wording_for(chosen))
    try:
        change_setting(face.desk.environment, "language", chosen)
    except OSError:
        face.tell(face.desk.say("Now in English, until you leave."))
        return
    face.tell(face.desk.say("Now in English."))


async def settings(face: Face, asked: Command) -> None:
    """Show the settings, or change one."""
    key, _, value = asked.words.partition(" ")
    if key and value.strip():
        _change_setting(face, key, unquoted(value))
        return
    say = face.desk.say
    shown = settings_asked(read_settings(face.desk.environment), key)
    await face.show(say("Settings"), [
        Entry(text=setting_line(name, now, say), chosen=Command(deed=Deed.SETTINGS, words=name))
        for name, now in shown.items()
    ])  # fmt: skip


def _change_setting(face: Face, key: str, value: str) -> None:
    """Keep a setting; an empty value forgets it."""
    change_setting(face.desk.environment, key, value)
    kept = read_settings(face.desk.environment)
    say = wording_for(kept.language) if key == "language" and kept.language else face.desk.say
    face.desk = replace(face.desk, settings=kept, say=say)
    variable = variable_of(key)
    if face.desk.environment.get(variable):
        face.tell(face.desk.say("Kept, but {variable} goes before it.", variable=variable))
    else:
        face.tell(face.desk.say("Kept."))


async def help_on(face: Face, asked: Command) -> None:
    """Say what can be typed: all of it, or about one word."""
    say = face.desk.say
    if not asked.words:
        await face.show(say("Help"), [Entry(text=line) for line in typed_help.everything(say)])
        return
    deed = deed_named(asked.words.split()[0])
    if deed is None:
        raise StoppedError(
            say("There is no command “{word}”.", word=one_line(asked.words, limit=40))
        )
    face.tell(typed_help.about(deed, say))
