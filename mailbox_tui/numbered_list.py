"""A list with numbers that stay: what "3" means, also after letters came or went.

The line mode keeps one while it runs; one-shot verbs keep the last printed one in the state
folder, ids and where to go on, never content. Failing to keep it is silent: ids always work.
"""

import hashlib
import json
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from mailbox_store.mailbox import Mailbox
from mailbox_store.model.errors import LetterNotFound
from mailbox_store.model.folder import FolderId, inbox_among
from mailbox_store.model.letter import LetterId, LetterSummary
from mailbox_store.model.query import ListQuery, Place
from mailbox_tui.places import state_folder, write_private

_AT_A_TIME = 50  # letters a page when a stretch of the list is read again
MOST_AT_ONCE = 1000  # letters read in one go, however far a list is to be read on


@dataclass(slots=True, kw_only=True)
class NumberedList:
    """The letters numbered so far, and how the list goes on (`query.after`), if it does."""

    query: ListQuery | None  # None: a fixed list, such as what a search found
    total: int = 0
    is_finished: bool = False
    ids: list[LetterId] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)  # just before each letter
    _numbers: dict[LetterId, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._numbers = {letter: n for n, letter in enumerate(self.ids, start=1)}

    async def fetch(self, mailbox: Mailbox, limit: int) -> tuple[LetterSummary, ...]:
        """Number the next letters, at most `limit`."""
        if self.query is None or self.is_finished:
            return ()
        page = await mailbox.list(replace(self.query, limit=limit))
        fresh = tuple(letter for letter in page.letters if letter.id not in self._numbers)
        for letter in fresh:
            self.ids.append(letter.id)
            self.places.append(_before(letter))
            self._numbers[letter.id] = len(self.ids)
        self.total = page.total
        self.is_finished = page.next is None
        self.query = replace(self.query, after=page.next)
        return fresh

    async def read_again(
        self, start: Place | None, end: Place, mailbox: Mailbox
    ) -> AsyncIterator[LetterSummary]:
        """Give the letters that stand now between two places (None: the beginning), both included.

        A place is one of `places`. However many came in between, none is left out.
        """
        asked = None if self.query is None else replace(self.query, after=start, limit=_AT_A_TIME)
        while asked is not None:
            page = await mailbox.list(asked)
            self.total = page.total
            for letter in page.letters:
                if _before(letter) < end:
                    return
                yield letter
            asked = replace(asked, after=page.next) if page.next else None

    async def letter_at(self, number: int, mailbox: Mailbox) -> LetterId:
        """Give the letter of a number, reading on as far as needed. Raises `LetterNotFound`."""
        while len(self.ids) < number and self.query is not None and not self.is_finished:
            await self.fetch(mailbox, min(number - len(self.ids), MOST_AT_ONCE))
            if number > self.total:
                break
        if not 1 <= number <= len(self.ids):
            raise LetterNotFound(name=str(number))
        return self.ids[number - 1]

    def look_further(self) -> None:
        """Forget that the list ended: older letters may have come in below the last one."""
        if self.query is not None:
            end = self.places[-1]._replace(letter=self.ids[-1]) if self.ids else None
            self.query = replace(self.query, after=end)
            self.is_finished = False

    def number_of(self, letter: LetterId) -> int | None:
        """Give a letter's number, if it has one."""
        return self._numbers.get(letter)


def fixed_list(ids: Iterable[LetterId]) -> NumberedList:
    """Number letters that are a whole list by themselves, such as what a search found."""
    letters = list(ids)
    return NumberedList(query=None, ids=letters, total=len(letters), is_finished=True)


async def inbox_list(mailbox: Mailbox) -> NumberedList:
    """Begin a list of the inbox."""
    return NumberedList(query=ListQuery(folder=inbox_among(await mailbox.folders()).id))


async def thread_list(mailbox: Mailbox, letter: LetterId) -> NumberedList:
    """Begin a list of the letters that belong together with one; nothing is opened by it."""
    lying = await mailbox.unopened(letter)
    return NumberedList(query=ListQuery(thread=lying.summary.thread))


async def letters_named(
    names: Iterable[str], numbered: NumberedList, mailbox: Mailbox
) -> list[LetterId]:
    """Find letters by number, id or uuid, each once. Raises `LetterNotFound`."""
    found: dict[LetterId, None] = {}
    for name in names:
        if name.isdecimal() and len(name) < 10:
            found[await numbered.letter_at(int(name), mailbox)] = None
        else:
            found[await mailbox.find(name)] = None
    return list(found)


def remember(
    numbered: NumberedList, mailbox: Mailbox, store_url: str, environment: Mapping[str, str]
) -> None:
    """Keep a list for the next command."""
    kept = {"ids": numbered.ids, "more": _query_as_json(numbered)}
    try:
        write_private(_file(mailbox, store_url, environment), json.dumps(kept))
    except OSError:
        return


async def remembered(
    mailbox: Mailbox, store_url: str, environment: Mapping[str, str]
) -> NumberedList:
    """Give the list last printed; the inbox where there is none or it cannot be read."""
    try:
        kept = json.loads(_file(mailbox, store_url, environment).read_text(encoding="utf-8"))
        ids = [LetterId(int(letter)) for letter in kept["ids"]]
        query = _query_from_json(kept["more"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return await inbox_list(mailbox)
    if not ids:  # nothing was numbered then
        return await inbox_list(mailbox)
    return NumberedList(ids=ids, query=query, is_finished=query is None)


def _before(letter: LetterSummary) -> Place:
    """Give the place just before a letter, so that a list can begin with it."""
    return Place(received_ms=letter.received_ms, letter=LetterId(letter.id + 1))


def _query_as_json(numbered: NumberedList) -> dict[str, object] | None:
    query = numbered.query
    # The sender's words are content: such a list is kept without a way to go on. So is a thread.
    if query is None or numbered.is_finished or query.after is None:
        return None
    if query.sender or query.thread is not None:
        return None
    return {
        "folder": query.folder,
        "unread": query.unread,
        "flagged": query.flagged,
        "with_deadline": query.with_deadline,
        "after": [query.after.received_ms, query.after.letter],
    }


def _query_from_json(kept: dict[str, object] | None) -> ListQuery | None:
    if kept is None:
        return None
    after = kept["after"]
    if not isinstance(after, list):
        raise TypeError
    folder = kept["folder"]
    return ListQuery(
        folder=None if folder is None else FolderId(int(str(folder))),
        unread=bool(kept["unread"]),
        flagged=bool(kept["flagged"]),
        with_deadline=bool(kept["with_deadline"]),
        after=Place(received_ms=int(after[0]), letter=LetterId(int(after[1]))),
    )


def _file(mailbox: Mailbox, store_url: str, environment: Mapping[str, str]) -> Path:
    name = hashlib.sha256(f"{store_url}\n{mailbox.facts.id}".encode()).hexdigest()[:16]
    return state_folder(environment) / f"list-{name}.json"
