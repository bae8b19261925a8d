"""The verbs that print lists of letters: list, search, thread."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from accessibility.list_line import list_line
from accessibility.plain_lines import wrap
from accessibility.plain_text import json_text, one_line
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.folder import inbox_among
from mailbox_store.model.letter import LetterId, LetterSummary
from mailbox_store.model.query import Hit, ListQuery
from mailbox_tui.deeds.in_folders import folder_called
from mailbox_tui.desk import Desk, StoppedError
from mailbox_tui.letter_json import summary_json
from mailbox_tui.numbered_list import (
    MOST_AT_ONCE,
    NumberedList,
    letters_named,
    remember,
    remembered,
    thread_list,
)


async def list_letters(desk: Desk, options: Namespace) -> int:
    """Print a page of letters, numbered, and say how many there are in all."""
    limit = options.limit or desk.settings.letters_per_page
    async with desk.open_mailbox() as mailbox:
        numbered = await _asked_list(desk, options, mailbox)
        first = len(numbered.ids) + 1
        letters = await numbered.fetch(mailbox, limit)
        remember(numbered, mailbox, desk.store_url, desk.environment)
        if options.json:
            desk.out.answer(_json(letters, first))
            return 0
        print_lines(desk, letters, first=first, show_folder=options.all)
        desk.out.answer(_how_many(desk, len(letters), first=first, total=numbered.total))
    return 0


async def search_letters(desk: Desk, options: Namespace) -> int:
    """Print the letters that words are found in, with the words around each find."""
    async with desk.open_mailbox() as mailbox:
        limit = options.limit or desk.settings.letters_per_page
        words = " ".join(options.words)
        if not words.strip():
            raise StoppedError(desk.say("Which words? Type them after search."), code=2)
        found = await mailbox.search(words, limit=limit)
        numbered = NumberedList(query=None, ids=[hit.letter.id for hit in found.hits])
        remember(numbered, mailbox, desk.store_url, desk.environment)
        if options.json:
            desk.out.answer(json_text([_hit_json(n, h) for n, h in enumerate(found.hits, 1)]))
            return 0
        if not found.hits:
            shown = one_line(words, limit=80)
            print_wrapped(desk, desk.say("Nothing found for {words}.", words=shown))
        snippets = {hit.letter.id: one_line(hit.snippet) for hit in found.hits}
        letters = [hit.letter for hit in found.hits]
        for line in found_lines(desk, letters, snippets, show_folder=True):
            desk.out.answer(line)
        if found.more:
            desk.out.answer(desk.say("There are more: add words, or --limit."))
    return 0


async def list_thread(desk: Desk, options: Namespace) -> int:
    """Print the letters of one letter's thread."""
    async with desk.open_mailbox() as mailbox:
        kept = await remembered(mailbox, desk.store_url, desk.environment)
        [letter] = await letters_named([options.letter], kept, mailbox)
        numbered = await thread_list(mailbox, letter)
        letters = await numbered.fetch(mailbox, MOST_AT_ONCE)
        remember(numbered, mailbox, desk.store_url, desk.environment)
        if options.json:
            desk.out.answer(_json(letters, 1))
            return 0
        print_lines(desk, letters, first=1, show_folder=True)
        if numbered.total > len(letters):
            desk.out.answer(_how_many(desk, len(letters), first=1, total=numbered.total))
    return 0


def print_lines(
    desk: Desk, letters: Sequence[LetterSummary], *, first: int, show_folder: bool = False
) -> None:
    """Print letters, one a line, broken between words where the terminal is narrower."""
    for line in letters_as_lines(desk, letters, first=first, show_folder=show_folder):
        desk.out.answer(line)


def letters_as_lines(
    desk: Desk, letters: Sequence[LetterSummary], *, first: int, show_folder: bool = False
) -> list[str]:
    """Lay letters out, one after the other."""
    today = desk.today
    return [
        line
        for number, letter in enumerate(letters, start=first)
        for line in wrapped(desk, list_line(number, letter, desk.say, today=today,
                                            show_folder=show_folder))
    ]  # fmt: skip


def print_line(
    desk: Desk, number: int, letter: LetterSummary, *, today: date, show_folder: bool = False
) -> None:
    """Print one letter's line."""
    line = list_line(number, letter, desk.say, today=today, show_folder=show_folder)
    print_wrapped(desk, line)


def found_lines(
    desk: Desk,
    letters: Sequence[LetterSummary],
    snippets: Mapping[LetterId, str],
    *,
    show_folder: bool,
) -> list[str]:
    """Lay letters out, each followed by the words around what was found in it."""
    lines = []
    for number, letter in enumerate(letters, start=1):
        lines += letters_as_lines(desk, [letter], first=number, show_folder=show_folder)
        if snippet := snippets.get(letter.id):
            lines += wrapped(desk, f'"{snippet}"')
    return lines


def print_wrapped(desk: Desk, text: str) -> None:
    """Print one paragraph at the width there is."""
    for line in wrapped(desk, text):
        desk.out.answer(line)


def wrapped(desk: Desk, text: str) -> list[str]:
    """Lay one paragraph out at the width there is."""
    width = desk.out.list_width
    return [text] if width is None else wrap(text, width)


async def _asked_list(desk: Desk, options: Namespace, mailbox: Mailbox) -> NumberedList:
    if options.more:
        kept = await remembered(mailbox, desk.store_url, desk.environment)
        if kept.query is None and not options.json:
            raise StoppedError(desk.say("The list ended there."), code=0)
        return kept
    query = ListQuery(
        unread=options.unread,
        flagged=options.flagged,
        with_deadline=options.deadline,
        sender=options.sender,
    )
    if options.folder:
        folder = await folder_called(options.folder, mailbox, desk.say)
        query = replace(query, folder=folder.id)
    elif not options.all:
        query = replace(query, folder=inbox_among(await mailbox.folders()).id)
    return NumberedList(query=query)


def _how_many(desk: Desk, shown: int, *, first: int, total: int) -> str:
    if not shown:
        return desk.say("No letters.")
    if first == 1:
        return desk.say("{n} of {total}.", n=shown, total=total)
    return desk.say(
        "{first} to {last} of {total}.", first=first, last=first + shown - 1, total=total
    )


def _json(letters: Sequence[LetterSummary], first: int) -> str:
    return json_text([summary_json(x, number=n) for n, x in enumerate(letters, start=first)])


def _hit_json(number: int, hit: Hit) -> dict[str, object]:
    return summary_json(hit.letter, number=number) | {
        "snippet": hit.snippet,
        "marks": [list(mark) for mark in hit.marks],
    }
