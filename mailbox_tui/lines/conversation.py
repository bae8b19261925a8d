"""What is open in one conversation of line mode, and how it speaks and listens."""

from dataclasses import dataclass, field

from accessibility.plain_lines import pages_of
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.letter import Letter, LetterId
from mailbox_store.repository import Repository
from mailbox_tui.asking import is_yes
from mailbox_tui.desk import Desk, StoppedError
from mailbox_tui.lines.list_pages import ListPages
from mailbox_tui.lines.listing import print_wrapped
from mailbox_tui.numbered_list import letters_named
from mailbox_tui.typed_lines import TypedLines

PROMPT = "> "


@dataclass(slots=True, kw_only=True)
class Conversation:
    """The mailbox, the list and the letter that typed words are about."""

    desk: Desk
    repository: Repository
    mailbox: Mailbox
    typed: TypedLines
    shown: ListPages
    letter: Letter | None = None  # the letter being read; None while in a list
    pages: list[list[str]] = field(default_factory=list)  # of what is being read
    page: int = 0
    current: LetterId | None = None  # what deeds without a number are about
    beneath: list[list[str]] = field(default_factory=list)  # the letter's, under a document's
    rest: list[list[str]] = field(default_factory=list)  # of an answer longer than the screen
    news: int = 0  # letters that came and were not told yet
    is_over: bool = False
    undo_was_told: bool = False

    def answer(self, text: str) -> None:
        """Answer with a sentence."""
        self.desk.out.answer(text)

    def answer_lines(self, lines: list[str]) -> None:
        """Answer with laid-out lines, a screenful at a time: Enter goes on with the rest."""
        size = self.desk.out.rows_for(max(len(lines), 1))
        pages = pages_of(lines, first=size, size=size)
        if len(pages) > 1:
            say = self.desk.say
            pages = [[say("Page {n} of {total}.", n=n, total=len(pages)), *page]
                     for n, page in enumerate(pages, start=1)]  # fmt: skip
        self.rest = pages
        self.answer_rest()

    def answer_rest(self) -> None:
        """Go on with an answer that was longer than the screen."""
        page, *self.rest = self.rest
        for line in page:
            self.answer(line)

    async def ask(self, question: str) -> bool:
        """Put a question and take the next line as its answer."""
        print_wrapped(self.desk, question)
        return is_yes(await self.read_line() or "")

    async def read_line(self) -> str | None:
        """Prompt and read; a line from a pipe is written out, so that a transcript reads well."""
        self.desk.out.prompt(PROMPT)
        line = await self.typed.next()
        if line is None:  # no more will come, also where a question was put
            self.is_over = True
        if line is None or not self.typed.is_terminal:
            self.desk.out.answer(line or "")
        return line

    async def letters(self, names: tuple[str, ...]) -> list[LetterId]:
        """Find the letters typed; none typed means the current one."""
        if names:
            return await letters_named(names, self.shown.numbered, self.mailbox)
        if self.current is None:
            raise StoppedError(self.desk.say("Which letter? Type its number too."))
        return [self.current]
