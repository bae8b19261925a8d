"""A list of letters on the screen: the rows, the focus among them, and the letters selected."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from accessibility.list_line import as_sentence
from accessibility.wording import Say
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.letter import LetterId
from mailbox_tui.face import LetterList
from mailbox_tui.looks import Look
from mailbox_tui.screens.kept_list import KeptList
from mailbox_tui.screens.letter_rows import RowFacts, letter_row
from mailbox_tui.screens.list_body import ListBody
from mailbox_tui.screens.picture import Line


@dataclass(slots=True, kw_only=True)
class LettersView:
    """One list as it is shown. A letter that has just arrived is called new."""

    listed: LetterList
    kept: KeptList
    arrived: AbstractSet[LetterId] = frozenset()  # letters that came while the screens are open
    showable: Callable[[str], str] = str  # gives text in letters that the terminal has
    body: ListBody = field(default_factory=ListBody)
    selected: dict[LetterId, None] = field(default_factory=dict)
    standing: str = ""  # how things stand, said behind the title
    is_stale: bool = False  # letters changed since it was read

    @property
    def rows(self) -> list[LetterId]:
        """The letters, each a row."""
        return self.kept.rows

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

    async def reach(self, row: int, height: int) -> int:
        """Make the rows around one known; gives where the letter of that row stands then.

        The focus stays on its letter; where that has left, on the one that took its place.
        """
        focused = self.focused
        wanted = self.rows[row] if 0 <= row < len(self.rows) else None
        await self.kept.reach(row, height)
        self._keep_focus(focused)
        found = None if wanted is None else self.kept.row_of(wanted)
        return row if found is None else found

    async def go_to(self, letter: LetterId, height: int) -> None:
        """Put the focus on a letter, if it is in the list."""
        if (row := self.kept.row_of(letter)) is not None:
            self.body.focus = await self.reach(row, height)

    async def refresh(self, height: int) -> None:
        """Read anew what is around the focus: what left, what came back, what came in."""
        focused = self.focused
        await self.kept.refresh(self.body.focus, height)
        self._keep_focus(focused)
        self.selected = {letter: None for letter in self.selected if letter in self.rows}
        self.body.new_sheet()
        self.is_stale = False
        await self.reach(self.body.focus, height)

    def _keep_focus(self, letter: LetterId | None) -> None:
        row = None if letter is None else self.kept.row_of(letter)
        if row is None:
            row = min(self.body.focus, max(len(self.rows) - 1, 0))
        if row != self.body.focus:
            self.body.focus = row
            self.body.new_sheet()

    def draw_row(self, row: int, say: Say, *, today: date, width: int, look: Look) -> list[Line]:
        """Lay one row out."""
        letter = self.rows[row]
        if letter not in self.kept.known:  # a moment before `reach` has read it
            return [()]
        facts = RowFacts(
            number=self.kept.number_of(row),
            is_new=letter in self.arrived,
            snippet=self.showable(self.listed.snippets.get(letter, "")),
            is_selected=letter in self.selected,
            shows_folder=self.listed.shows_folders,
        )
        known = self.kept.known[letter]
        shown = known._replace(
            sender_name=self.showable(known.sender_name),
            subject=self.showable(known.subject),
            folder_name=self.showable(known.folder_name),
        )
        return letter_row(shown, facts, say, today=today, width=width, look=look)


async def letters_view(
    listed: LetterList,
    mailbox: Mailbox,
    *,
    arrived: AbstractSet[LetterId],
    showable: Callable[[str], str],
    height: int,
) -> LettersView:
    """Begin a list with its first screenful; a fixed list brings its letters along."""
    known = {letter.id: letter for letter in listed.letters}
    kept = KeptList(numbered=listed.numbered, mailbox=mailbox, known=known)
    view = LettersView(listed=listed, kept=kept, arrived=arrived, showable=showable)
    await view.reach(0, height)
    return view
