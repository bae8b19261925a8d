"""One conversation of line mode: what is open in it, and how it prints, asks and goes about.

It is the `Face` of line mode; what is done with letters stands in `answering`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from accessibility.legal_notice import is_yes
from accessibility.letter_layout import Place, Reading
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.announcement import AnnouncementId
from mailbox_store.model.errors import LetterNotFound
from mailbox_store.model.letter import Letter, LetterId
from mailbox_store.repository import Repository
from mailbox_tui.deeds.overview import how_things_stand
from mailbox_tui.deeds.saving import document_at
from mailbox_tui.desk import Desk, StoppedError
from mailbox_tui.face import Entry, LetterList
from mailbox_tui.lines.list_pages import ListPages, letters_at_once, show_page, start_list
from mailbox_tui.lines.listing import found_lines, print_wrapped, wrapped
from mailbox_tui.lines.long_answers import LongAnswers, entry_lines
from mailbox_tui.lines.news import News
from mailbox_tui.lines.reading_pages import Pages, pages_from, pages_of_document, pages_of_letter
from mailbox_tui.numbered_list import NumberedList, inbox_list, letters_named
from mailbox_tui.opening_letters import open_letter
from mailbox_tui.running import run_to_its_end
from mailbox_tui.typed_lines import TypedLines
from mailbox_tui.voice import Voice

PROMPT = "> "
_NONE = AnnouncementId(0)


@dataclass(slots=True, kw_only=True)
class Conversation:
    """The mailbox, the list and the letter that typed words are about."""

    desk: Desk
    repository: Repository
    mailbox: Mailbox
    typed: TypedLines
    shown: ListPages
    voice: Voice
    letter: Letter | None = None  # the letter being read; None while in a list
    pages: Pages | None = None  # of what is being read
    beneath: list[Pages] = field(default_factory=list)  # what "back" leads to, the nearest last
    current: LetterId | None = None  # what deeds without a number are about
    number: int = 0  # in the list, of the letter read last
    answers: LongAnswers = field(default_factory=LongAnswers)
    newest: AnnouncementId = _NONE  # all that came before it is in the list
    news: News = field(default_factory=News)
    is_over: bool = False
    undo_was_told: bool = False

    @property
    def place(self) -> Place:
        """Where the page begins that was printed last."""
        return Place(0) if self.pages is None else self.pages.place

    @property
    def reads_whole_letter(self) -> bool:
        """Whether `reading` is the letter itself, not one of its documents."""
        return self.pages is not None and self.pages.is_letter

    @property
    def reading(self) -> Reading | None:
        """What is being read."""
        return self.pages.reading if self.pages is not None else None

    @property
    def columns(self) -> int:
        """How many columns an answer may take."""
        return self.desk.out.text_width

    @property
    def numbered(self) -> NumberedList:
        """The list that typed numbers mean."""
        return self.shown.numbered

    # -- printing and asking

    def tell(self, text: str) -> None:
        """Answer with a sentence or two."""
        print_wrapped(self.desk, text)

    async def show(
        self, title: str, entries: Sequence[Entry], *, about: Letter | None = None
    ) -> None:
        """Answer with a line for each entry; what was typed tells the title."""
        del title
        if about is not None:
            self._turn_to(about)
        self.answers.give(entry_lines(entries, self.desk), self.desk)

    async def show_list(self, listed: LetterList) -> None:
        """List letters; where a search found none, the list before it stays."""
        if listed.numbered.query is None and not listed.letters:
            self.tell(listed.nothing)
            return
        self._stop_reading()
        if listed.numbered.query is not None:
            self.shown = await start_list(
                listed.numbered, self.mailbox, self.desk,
                is_inbox=listed.is_inbox, show_folder=listed.shows_folders,
            )  # fmt: skip
            return
        self.shown = ListPages(
            numbered=listed.numbered, last=len(listed.letters), show_folder=listed.shows_folders
        )
        lines = found_lines(
            self.desk, listed.letters, listed.snippets, show_folder=listed.shows_folders
        )
        at_end = wrapped(self.desk, listed.at_end) if listed.at_end else []
        self.answers.give(lines + at_end, self.desk)

    async def ask(self, question: str) -> bool:
        """Put a question and take the next line as its answer."""
        return is_yes(await self.ask_words(question))

    async def ask_words(self, question: str) -> str:
        """Put a question that the next line answers; empty where no more lines come."""
        print_wrapped(self.desk, question)
        return await self.read_line() or ""

    async def read_line(self, *, is_hidden: bool = False) -> str | None:
        """Prompt and read; a line from a pipe is written out, so that a transcript reads well."""
        self.desk.out.prompt(PROMPT)
        line = await self.typed.next()
        if line is None:  # no more will come, also where a question was put
            self.is_over = True
        if line is None or not self.typed.is_terminal:
            self.desk.out.answer("" if is_hidden else line or "")
        return line

    async def ask_hidden(self, question: str) -> str:
        """Put a question whose answer is not shown, nor written out where it came from a pipe."""
        with self.typed.not_shown():
            print_wrapped(self.desk, question)
            return (await self.read_line(is_hidden=True) or "").strip()

    async def copy(self, name: str, text: str) -> None:
        """Print the text alone on a line: line mode sends no command to the terminal."""
        del name
        self.desk.out.answer(text)

    async def run_program(self, words: Sequence[str]) -> int:
        """Let another program have the terminal; nothing reads it here meanwhile."""
        if not (self.typed.is_terminal and self.desk.out.is_terminal):
            raise StoppedError(self.desk.say("That needs a terminal."))
        self.desk.out.flush()
        return await run_to_its_end(words)

    # -- going about

    async def letters(self, names: tuple[str, ...]) -> list[LetterId]:
        """Find the letters typed; none typed means the current one."""
        if names:
            return await letters_named(names, self.numbered, self.mailbox)
        if self.current is None:
            raise StoppedError(self.desk.say("Which letter? Type its number too."))
        return [self.current]

    async def open(self, letter: LetterId, *, full: bool = False) -> None:
        """Open a letter and print its first page."""
        opened = await self.open_unseen(letter)
        self._stop_reading()
        self.current, self.letter = letter, opened
        if opened is not None:
            self._begin(pages_of_letter(opened, self.desk, full=full))

    async def open_unseen(self, letter: LetterId) -> Letter | None:
        """Open a letter without printing it; None, and said so, if the answer was no."""
        opened = await open_letter(self.mailbox, letter, say=self.desk.say, ask=self.ask)
        if opened is None:
            self.tell(self.desk.say("Not opened."))
        return opened

    def _turn_to(self, letter: Letter) -> None:
        """Make a letter the one being read, if it is not; its first page comes with Enter."""
        if self.letter is None or self.letter.id != letter.id:
            self._stop_reading()
            self.current, self.letter = letter.id, letter
            self.pages = pages_of_letter(letter, self.desk)
            self.pages.now = -1

    def _stop_reading(self) -> None:
        """Be in the list again."""
        self.letter = self.pages = self.current = None
        self.beneath = []

    async def show_document(self, letter: Letter, number: int) -> None:
        """Print the text of one document of an opened letter."""
        document = document_at(letter, number)
        self._turn_to(letter)
        self._go_over_to(pages_of_document(document, letter, self.desk))

    async def go_to_place(self, place: Place) -> None:
        """Print what is being read from a place on; "back" leads to where it was left."""
        if self.pages is not None:
            self._go_over_to(pages_from(place, self.pages, self.desk))

    def _go_over_to(self, pages: Pages) -> None:
        """Read something over what is being read; a second place in it takes the first's place."""
        beneath = self.beneath[-1] if self.beneath else None
        if self.pages is not None and not (beneath and beneath.reading is pages.reading):
            self.beneath.append(self.pages)
        self._begin(pages)

    def _begin(self, pages: Pages) -> None:
        self.pages = pages
        self._print_page(0)

    def _print_page(self, number: int) -> None:
        if self.pages is not None:
            self.pages.now = number
            for line in self.pages.lines[number]:
                self.desk.out.answer(line)

    async def go_on(self) -> None:
        """Print what comes next: of an answer, of the letter, the next letter, the list."""
        if self.answers.rest:
            self.answers.go_on(self.desk)
        elif self.letter is None:
            await show_page(self.shown, self.shown.last + 1, self.mailbox, self.desk)
        elif self.pages is not None and self.pages.now + 1 < len(self.pages.lines):
            self._print_page(self.pages.now + 1)
        else:
            await self.go_to(+1)

    async def go_back(self) -> None:
        """Go back: a page; from a document to its letter; to the list, which is not sent again.

        In a list it goes to the page before, from a folder or what a search found to the inbox.
        """
        if self.letter is not None and self.pages is not None and self.pages.now > 0:
            self._print_page(self.pages.now - 1)
        elif self.letter is not None and self.beneath:
            self.pages = self.beneath.pop()
            self._print_page(max(self.pages.now, 0))
        elif self.letter is not None:
            current = self.current
            self._stop_reading()
            self.current = current
            self.tell(self.desk.say("Back in the list."))
        elif self.shown.first == 1 and not self.shown.is_inbox:
            await self.list_anew()
        else:
            first = max(1, self.shown.first - letters_at_once(self.desk))
            await show_page(self.shown, first, self.mailbox, self.desk)

    async def go_to(self, step: int) -> None:
        """Open the next or the previous letter of the list."""
        if self.current is not None:
            self.number = self.numbered.number_of(self.current) or 0
        while (number := self.number + step) >= 1:
            if number > len(self.numbered.ids):
                await self.numbered.fetch(self.mailbox, number - len(self.numbered.ids))
            if number > len(self.numbered.ids):
                self.tell(self.desk.say("That was the last letter."))
                return
            self.number = number
            try:
                await self.open(self.numbered.ids[number - 1])
            except LetterNotFound:  # deleted for good since it was numbered
                continue
            return
        self.tell(self.desk.say("That is the first letter."))

    async def list_anew(self) -> None:
        """List the inbox from its newest letter, with new numbers."""
        self._stop_reading()
        self.news.letters = 0
        self.shown = await start_list(
            await inbox_list(self.mailbox), self.mailbox, self.desk, is_inbox=True
        )

    async def letters_changed(self, *, gone: Sequence[LetterId] = ()) -> None:
        """Forget letters that exist no more; a list printed before is not printed again."""
        if self.current is not None and self.current in gone:
            self.number = self.numbered.number_of(self.current) or 0  # the next one comes after it
            self._stop_reading()

    async def turn_to_mailbox(self, mailbox: Mailbox) -> None:
        """Say in one line how things stand in a mailbox, list its first letters, and go on there.

        Where it cannot be read, all stays as it was.
        """
        newest = await mailbox.newest_announcement()  # before the list: no letter is missed
        standing = await how_things_stand(mailbox, self.desk)
        numbered = await inbox_list(mailbox)
        self.tell(f"{standing} {self.desk.say('? for help.')}")
        self.shown = await start_list(numbered, mailbox, self.desk, is_inbox=True)
        self.mailbox, self.newest = mailbox, newest
        self._stop_reading()
        self.news.letters, self.undo_was_told = 0, False

    def leave(self) -> None:
        """End the conversation."""
        self.is_over = True
