"""The verbs about the store and the program: mailboxes, check, backup, settings, completion."""

import asyncio
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from accessibility.plain_text import json_text, one_line
from accessibility.wording import Say
from mailbox_store.access import Identity
from mailbox_store.model.errors import StoreMissing
from mailbox_store.model.event import EventName
from mailbox_store.model.mailbox_facts import MailboxFacts, mailbox_id_text
from mailbox_store.model.query import CheckReport, Damage
from mailbox_store.opening import restore_store
from mailbox_tui.deeds.chats_examined import has_chats
from mailbox_tui.deeds.overview import mailbox_line, setting_line, settings_asked
from mailbox_tui.desk import Desk, StoppedError
from mailbox_tui.settings import change_setting, read_settings


async def list_mailboxes(desk: Desk, options: Namespace) -> int:
    """Print the mailboxes of the store."""
    async with desk.open_store() as repository:
        mailboxes = await repository.mailboxes()
    if options.json:
        desk.out.answer(json_text([_mailbox_json(facts) for facts in mailboxes]))
        return 0
    if not mailboxes:
        desk.out.answer(desk.say("There is no mailbox here yet."))
    for facts in mailboxes:
        desk.out.answer(mailbox_line(facts, desk.say))
    return 0


async def check_store(desk: Desk, options: Namespace) -> int:
    """Look for damage everywhere; exit 1 where there is some."""
    async with desk.open_store() as repository:
        report = await repository.check()
    if options.json:
        desk.out.answer(json_text(asdict(report)))
    else:
        for line in check_lines(report, desk.say):
            desk.out.answer(line)
    return 1 if report.damages else 0


def check_lines(report: CheckReport, say: Say) -> list[str]:
    """Say what was looked at, each damage, and what to do."""
    looked = say(
        "Looked at {letters} letters, {contents} contents and {events} log entries.",
        letters=report.letters, contents=report.contents, events=report.events,
    )  # fmt: skip
    if not report.damages:
        return [looked + " " + say("Everything is whole.")]
    return [
        looked,
        *(_damage_line(damage, say) for damage in report.damages),
        say("Keep a copy of the store as it is, then put a backup back: "
            "brevdue restore-backup FILE --replace"),
    ]  # fmt: skip


async def back_up(desk: Desk, options: Namespace) -> int:
    """Write a copy of the whole store, also while it is in use."""
    target = await asyncio.to_thread(lambda: Path(options.file).expanduser().absolute())
    async with desk.open_store() as repository:
        await repository.back_up(target)
        for facts in await repository.mailboxes():
            actor = Identity(party=facts.owner).actor
            await repository.record(
                facts.id, EventName.MAILBOX_BACKED_UP, at=desk.now(), actor=actor
            )
    if options.json:
        desk.out.answer(json_text({"backup": str(target)}))
    else:
        desk.out.answer(desk.say("Backed up to {path}.", path=one_line(str(target))))
    return 0


async def restore_backup(desk: Desk, options: Namespace) -> int:
    """Put a copy back as the store; a store that is there is only replaced when told so."""
    if not options.replace:
        try:
            async with desk.open_store():
                pass
        except StoreMissing:
            pass
        else:
            raise StoppedError(
                desk.say("There is a store already. Nothing was changed. --replace keeps it aside "
                         "and puts the copy in its place."),
                code=3,
            )  # fmt: skip
    source = await asyncio.to_thread(lambda: Path(options.file).expanduser().absolute())
    if not await asyncio.to_thread(source.exists):
        name = one_line(str(source), limit=200)
        raise StoppedError(desk.say("There is no file {path}. Nothing was changed.", path=name))
    kept = await asyncio.to_thread(lambda: restore_store(source, desk.store_url, now=desk.now()))
    if options.json:
        shape = {"store": desk.store_url, "kept": None if kept is None else str(kept)}
        desk.out.answer(json_text(shape))
        return 0
    desk.out.answer(desk.say("The copy is now the store."))
    if await has_chats(desk):
        desk.out.answer(desk.say("No chat is linked any more: a copy may hold chats that "
                                 "were unlinked since. To link one: brevdue link "
                                 "telegram"))  # fmt: skip
    if kept is not None:
        desk.out.answer(desk.say("The store before it is kept: {path}", path=one_line(str(kept))))
    return 0


async def keep_settings(desk: Desk, options: Namespace) -> int:
    """Show the settings or one of them, or change one."""
    if options.value is not None:
        await asyncio.to_thread(change_setting, desk.environment, options.key, options.value)
        desk.out.answer(desk.say("Kept."))
        return 0
    settings = await asyncio.to_thread(read_settings, desk.environment)
    shown = settings_asked(settings, options.key)
    if options.json:
        desk.out.answer(json_text(shown))
        return 0
    for name, value in shown.items():
        desk.out.answer(setting_line(name, value, desk.say))
    return 0


async def print_completion(desk: Desk, options: Namespace) -> int:
    """Print what a shell needs to complete our verbs and options."""
    import shtab  # an extra; 20 ms: only when asked

    from mailbox_tui.arguments import whole_parser  # makes every verb's parser

    desk.out.answer(shtab.complete(whole_parser(desk.say), shell=options.shell).rstrip("\n"))
    return 0


def _damage_line(damage: Damage, say: Say) -> str:
    where, detail = one_line(damage.where, limit=200), one_line(damage.detail, limit=200)
    return say("Damaged: {code}. {where} {detail}", code=damage.code, where=where,
               detail=detail).rstrip()  # fmt: skip


def _mailbox_json(facts: MailboxFacts) -> dict[str, object]:
    return {
        "id": mailbox_id_text(facts.id),
        "name": facts.owner.name,
        "number_type": facts.owner.id_type,
        "number": facts.owner.masked_number,
        "registration": facts.registration,
        "unread": facts.unread,
        "total": facts.total,
    }
