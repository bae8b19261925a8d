"""What is open in one conversation of line mode, and how it speaks and listens."""

from dataclasses import dataclass, field

from mailbox_store.mailbox import Mailbox
from mailbox_store.model.letter import Letter, LetterId
from mailbox_store.repository import Repository
from mailbox_tui.asking import is_yes
from mailbox_tui.desk import Desk, StoppedError
from mailbox_tui.lines.list_pages import ListPages
from mailbox_tui.lines.listing import print_wrapped
from mailbox_tui.lines.typed_lines import TypedLines
from mailbox_tui.numbered_list import letters_named

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
    news: int = 0  # letters that came and were not told yet
    is_over: bool = False
    undo_was_told: bool = False

    def answer(self, text: str) -> None:
        """Answer with a sentence."""
        self.desk.out.answer(text)

    async def ask(self, question: str) -> bool:
        """Put a question and take the next line as its answer."""
        print_wrapped(self.desk, question)
        return is_yes(await self.read_line() or "")

    async def read_line(self) -> str | None:
        """Prompt and read; a line from a pipe is written out, so that a transcript reads well."""
        self.desk.out.prompt(PROMPT)
        line = await self.typed.next()
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
