"""A list of letters on the screen: numbered once, kept true to the store, newcomers on top.

Numbers stay with their letters while the list is shown. What left the folder is left out; what came
in since stands above without a number, so that no number ever means another letter than the one
that was read. A letter that has just arrived is called new.
"""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date

from accessibility.list_line import as_sentence
from accessibility.wording import Say
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.errors import LetterNotFound
from mailbox_store.model.letter import LetterId, LetterSummary
from mailbox_store.model.query import ListQuery, Place
from mailbox_tui.face import LetterList
from mailbox_tui.looks import Look
from mailbox_tui.screens.letter_rows import RowFacts, letter_row
from mailbox_tui.screens.list_body import ListBody
from mailbox_tui.screens.picture import Line

_NEWCOMERS = 20  # letters looked at for newcomers at a time
_KEPT = 500  # summaries kept in memory; the rest are read again


@dataclass(slots=True, kw_only=True)
class LettersView:
    """The rows, the focus among them, and the letters selected."""

    listed: LetterList
    mailbox: Mailbox
    arrived: AbstractSet[LetterId] = frozenset()  # letters that came while the screens are open
    showable: Callable[[str], str] = str  # gives text in letters that the terminal has
    body: ListBody = field(default_factory=ListBody)
    selected: dict[LetterId, None] = field(default_factory=dict)
    standing: str = ""  # how things stand, said behind the title
    is_stale: bool = False  # letters changed while another view lay above
    rows: list[LetterId] = field(default_factory=list)
    known: dict[LetterId, LetterSummary] = field(default_factory=dict)
    _fresh: list[LetterId] = field(default_factory=list)
    _gone: set[LetterId] = field(default_factory=set)

    @property
    def focused(self) -> LetterId | None:
        """The letter in focus."""
        return self.rows[self.body.focus] if self.body.focus < len(self.rows) else None

    def title(self) -> str:
        """Name the list, and say how things stand in it."""
        return f"{as_sentence(self.listed.title)} {self.standing}".rstrip()

    def chosen(self) -> list[LetterId]:
        """Give the letters a deed is about: those selected, else the one in focus."""
        if self.selected:
            return [letter for letter in self.rows if letter in self.selected]
        return [] if self.focused is None else [self.focused]

    def select(self) -> None:
        """Select the letter in focus, or take it off again."""
        if (letter := self.focused) is not None:
            if letter in self.selected:
                del self.selected[letter]
            else:
                self.selected[letter] = None
            self.body.new_sheet()

    # -- keeping true to the store

    async def begin(self, height: int) -> None:
        """Read the first page; a fixed list brings its letters along."""
        for letter in self.listed.letters:
            self.known[letter.id] = letter
        await self._number(height)
        self._arrange()

    async def reach(self, row: int, height: int) -> None:
        """Make the rows known up to a screenful beyond one, and read those around it."""
        await self._number(row + height + 1 - len(self._fresh))
        self._arrange()
        first = max(0, min(row, len(self.rows)) - height)
        around = self.rows[first : row + height]
        if any(letter not in self.known for letter in around):
            await self._read(around)
            self._arrange()

    async def refresh(self, height: int) -> int:
        """Read anew what is around the focus: what left, what came back, what came in.

        Gives how many letters have arrived since the last time.
        """
        was, row, fresh = self.focused, self.body.focus, set(self._fresh)
        query = self.listed.numbered.query
        if query is not None:
            await self._look_for_newcomers(replace(query, after=None, limit=_NEWCOMERS))
        first = max(0, self.body.top - height)
        around = self.rows[first : self.body.top + 2 * height]
        await self._read([*dict.fromkeys([*around, *self._gone])])
        self._arrange()
        # The focus stays on its letter; where that has left, on the one that took its place.
        self.body.focus = self.rows.index(was) if was in self.rows else min(row, self._last_row)
        self.selected = {letter: None for letter in self.selected if letter in self.rows}
        self.body.new_sheet()
        self.is_stale = False
        await self.reach(self.body.focus, height)
        return len((set(self._fresh) - fresh) & self.arrived)

    @property
    def _last_row(self) -> int:
        return max(len(self.rows) - 1, 0)

    async def _number(self, wanted: int) -> None:
        numbered = self.listed.numbered
        while len(numbered.ids) < wanted and not numbered.is_finished:
            for letter in await numbered.fetch(self.mailbox, wanted - len(numbered.ids)):
                self.known[letter.id] = letter
        self._forget_far()

    async def _look_for_newcomers(self, query: ListQuery) -> None:
        numbered = set(self.listed.numbered.ids)
        fresh: list[LetterId] = []
        while True:
            page = await self.mailbox.list(query)
            for letter in page.letters:
                if letter.id in numbered:
                    break
                self.known[letter.id] = letter
                fresh.append(letter.id)
            else:
                if page.next is not None:
                    query = replace(query, after=page.next)
                    continue
            break
        self._fresh = fresh

    async def _read(self, letters: Sequence[LetterId]) -> None:
        """Read summaries anew; letters that are not in the list any more are left out."""
        numbered = self.listed.numbered
        places = {letter: n for n, letter in enumerate(numbered.ids)}
        wanted = sorted(places[letter] for letter in letters if letter in places)
        if not wanted:
            return
        if numbered.query is None:
            await self._read_each(letters)
            return
        still = set()
        for first, last in _runs(wanted):
            query: ListQuery | None = replace(
                numbered.query,
                after=numbered.places[first],
                limit=last - first + 1 + _NEWCOMERS,
            )
            while query is not None:  # letters that came in between may fill a page
                page = await self.mailbox.list(query)
                for letter in page.letters:
                    self.known[letter.id] = letter
                    still.add(letter.id)
                query = _on_to(page.next, numbered.places[last], query)
        asked = {numbered.ids[n] for n in wanted}
        self._gone = (self._gone | asked) - still

    async def _read_each(self, letters: Sequence[LetterId]) -> None:
        for letter in letters:
            try:
                self.known[letter] = (await self.mailbox.unopened(letter)).summary
            except LetterNotFound:
                self._gone.add(letter)

    def _arrange(self) -> None:
        numbered = self.listed.numbered.ids
        kept = [n for n in numbered if n not in self._gone] if self._gone else list(numbered)
        self.rows = [*self._fresh, *kept]

    def _forget_far(self) -> None:
        if len(self.known) > 2 * _KEPT:
            near = self.rows[max(0, self.body.focus - _KEPT) : self.body.focus + _KEPT]
            newest = self.listed.numbered.ids[-_KEPT:]
            kept = {*near, *newest, *self._fresh}
            self.known = {letter: s for letter, s in self.known.items() if letter in kept}

    # -- drawing

    def draw_row(self, row: int, say: Say, *, today: date, width: int, look: Look) -> list[Line]:
        """Lay one row out."""
        letter = self.rows[row]
        if letter not in self.known:  # a moment before `reach` has read it
            return [()]
        number = row + 1 if not self._fresh and not self._gone else self._number_of(row)
        facts = RowFacts(
            number=number,
            is_new=letter in self.arrived,
            snippet=self.showable(self.listed.snippets.get(letter, "")),
            is_selected=letter in self.selected,
            shows_folder=self.listed.shows_folders,
        )
        known = self.known[letter]
        shown = known._replace(
            sender_name=self.showable(known.sender_name),
            subject=self.showable(known.subject),
            folder_name=self.showable(known.folder_name),
        )
        return letter_row(shown, facts, say, today=today, width=width, look=look)

    def _number_of(self, row: int) -> int:
        return self.listed.numbered.number_of(self.rows[row]) or 0


def _on_to(reached: Place | None, wanted: Place, query: ListQuery) -> ListQuery | None:
    """Give the query that goes on from a place; None when the wanted one has been passed."""
    if reached is None or (reached.received_ms, reached.letter) < (
        wanted.received_ms,
        wanted.letter,
    ):
        return None
    return replace(query, after=reached)


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Give the first and last of each run of places that lie close together."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and place - runs[-1][1] <= _NEWCOMERS:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
