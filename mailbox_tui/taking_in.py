"""Import, export and the demonstration: the one file here that knows the post office."""

import asyncio
import os
import sys
from argparse import Namespace
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

from accessibility.letter_layout import letter_lines
from accessibility.plain_text import json_text, one_line
from accessibility.reading_order import letter_blocks
from mailbox_store.access import Identity
from mailbox_store.model.errors import NotANumber, NotUnderstood, StoreUnsuitable
from mailbox_store.model.mailbox_facts import MailboxFacts
from mailbox_store.model.party import IdType, Party, party_from_number
from mailbox_store.opening import open_store
from mailbox_store.repository import Repository
from mailbox_store.settings import data_folder, store_url
from mailbox_tui.conversing import converse
from mailbox_tui.desk import Desk, NoMailboxYetError, StoppedError, chosen_mailbox
from mailbox_tui.lines.listing import print_lines
from mailbox_tui.numbered_list import inbox_list
from mailbox_tui.reading_on import read_everything
from post_office.arrival import Arrived, take_in_paths
from post_office.demo.making import make_demo
from post_office.moving_in import exported_folder, move_in
from post_office.moving_out import NotAnEmptyFolderError, move_out
from post_office.routing import ImportRouting
from post_office.telling import Tally, counts_of, facts_about, line_about, lines_about_all

_NOBODY = Party(id_type=IdType.UNKNOWN, number="", name="")


async def import_letters(desk: Desk, options: Namespace) -> int:
    """Take letters in from files, folders and exported folders; one line for each."""
    tally = Tally()
    facts = []
    async with open_store(desk.store_url, make=True, now=desk.now) as repository:
        for path in _paths(options.paths):
            async with aclosing(_arriving(path, desk, repository)) as arriving:
                async for arrived in arriving:
                    tally.add(arrived)
                    if options.json:
                        facts.append(facts_about(arrived, desk.say))
                    else:
                        desk.out.answer(line_about(arrived, desk.say))
        await read_everything(repository, now=desk.now)
    if options.json:
        desk.out.answer(json_text({"letters": facts, "counts": counts_of(tally)}))
    else:
        desk.out.answer(lines_about_all(tally, desk.say))
    return 1 if tally.refused else 0


async def export_mailbox(desk: Desk, options: Namespace) -> int:
    """Write everything of the mailbox into a folder; nothing is opened by it."""
    folder = await asyncio.to_thread(lambda: Path(options.folder).expanduser().absolute())
    name = one_line(str(folder))
    async with desk.open_mailbox() as mailbox:
        try:
            letters = await move_out(mailbox, folder)
        except NotAnEmptyFolderError:
            raise StoppedError(
                desk.say("There is something in {folder} already. Nothing was written. Name a new "
                         "or empty folder.", folder=name)
            ) from None  # fmt: skip
    if options.json:
        desk.out.answer(json_text({"folder": str(folder), "letters": letters}))
        return 0
    desk.out.answer(
        desk.say.count("{n} letter written to {folder}.", "{n} letters written to {folder}.",
                       letters, folder=name)
    )  # fmt: skip
    return 0


async def open_demo(desk: Desk, options: Namespace) -> int:
    """Make an invented mailbox, apart from the person's own, and open it."""
    path = Path(options.make) if options.make else data_folder(desk.environment) / "demo.db"
    url = store_url(await asyncio.to_thread(lambda: path.expanduser().absolute()))
    if url == desk.store_url:
        raise StoreUnsuitable(path=str(path), why="not-a-store")
    demo = replace(desk, store_url=url, mailbox_name="")
    async with open_store(url, make=True, now=desk.now) as repository:
        mailbox_id = await make_demo(repository, now=desk.now)
        if options.make:
            await read_everything(repository, now=desk.now)
            desk.out.answer(desk.say(
                "An invented mailbox is in {path}. Open it with --store {url}",
                path=one_line(str(path)), url=url,
            ))  # fmt: skip
            return 0
        facts = await repository.mailbox(mailbox_id)
        if facts is None:
            raise NoMailboxYetError
        mailbox = await demo.as_owner(facts, repository)
        if desk.out.is_terminal and os.isatty(sys.stdin.fileno()):
            await converse(demo, options, repository, mailbox)
        else:
            await _show(demo, facts, repository)
    return 0


async def _show(desk: Desk, facts: MailboxFacts, repository: Repository) -> None:
    """Print the list and one letter: what a demonstration without a terminal can be."""
    mailbox = await desk.as_owner(facts, repository)
    numbered = await inbox_list(mailbox)
    letters = await numbered.fetch(mailbox, desk.settings.letters_per_page)
    print_lines(desk, letters, first=1)
    desk.out.answer("")
    shown = next(letter for letter in letters if not letter.is_guarded)
    letter = await mailbox.open(shown.id)
    blocks = letter_blocks(letter, desk.say, now=desk.now())
    for line in letter_lines(blocks, desk.out.text_width):
        desk.out.answer(line)


async def _arriving(
    path: Path, desk: Desk, repository: Repository
) -> AsyncGenerator[Arrived, None]:
    try:
        moving = await asyncio.to_thread(exported_folder, path)
    except NotUnderstood as error:
        yield Arrived(path=path, where=str(path), error=error)
        return
    if moving is not None:
        actor = Identity(party=moving.owner).actor
        async with aclosing(move_in(moving, into=repository, actor=actor, now=desk.now)) as moved:
            async for arrived in moved:
                yield arrived
        return
    own = await _own_mailbox(desk, repository)
    actor = Identity(party=own.owner).actor
    routing = ImportRouting(repository, own.id, actor=actor, now=desk.now)
    taking = take_in_paths([path], into=repository, routing=routing, now=desk.now)
    async with aclosing(taking) as letters:
        async for arrived in letters:
            yield arrived


async def _own_mailbox(desk: Desk, repository: Repository) -> MailboxFacts:
    """Give the person's own mailbox, made on first use."""
    name = desk.mailbox_name
    if not name:
        try:
            return await chosen_mailbox(repository, "")
        except NoMailboxYetError:
            return await repository.make_mailbox(_NOBODY, at=desk.now(), actor="LOCAL")
    try:
        owner = party_from_number(name)
    except NotANumber:
        return await chosen_mailbox(repository, name)
    there = await repository.mailbox_of(owner.id_type, owner.number)
    if there is not None or await repository.mailboxes():
        return there or await chosen_mailbox(repository, name)
    return await repository.make_mailbox(owner, at=desk.now(), actor=Identity(party=owner).actor)


def _paths(names: list[str]) -> list[Path]:
    return [Path(name).expanduser() for name in names]
