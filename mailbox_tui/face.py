"""What a deed may ask of the face it is asked in: line mode prints, the screens show.

Both faces do the same deeds in `answering`; only how something is shown, asked and gone through is
their own, and that is this Protocol. Numbers that a person types mean `numbered`, the list they
were shown last.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, Protocol

from accessibility.commands import Command
from accessibility.letter_layout import Place, Reading
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.letter import Letter, LetterId, LetterSummary
from mailbox_store.repository import Repository
from mailbox_tui.desk import Desk
from mailbox_tui.numbered_list import NumberedList
from mailbox_tui.voice import Voice


class Entry(NamedTuple):
    """One line of an answer that is a list, in whole sentences.

    `number` is what names it when typed ("3", "L12"); `chosen` what choosing it on a screen asks.
    """

    text: str
    number: str = ""
    chosen: Command | None = None
    keeps_blanks: bool = False  # a row of a grid: its blanks set columns


class LetterList(NamedTuple):
    """A list of letters to be shown: numbered from 1, with its name and what to say at its end."""

    numbered: NumberedList
    title: str
    letters: tuple[LetterSummary, ...] = ()  # of a fixed list, whose `numbered.query` is None
    snippets: Mapping[LetterId, str] = MappingProxyType({})  # the words around each find
    is_inbox: bool = False
    shows_folders: bool = False
    nothing: str = ""  # to say where there is no letter
    at_end: str = ""  # to say after the last one


class Face(Protocol):
    """One sitting of one person with a mailbox."""

    desk: Desk
    repository: Repository
    mailbox: Mailbox
    undo_was_told: bool  # the way to undo is told once a sitting
    voice: Voice

    @property
    def letter(self) -> Letter | None:
        """The letter being read; None while in a list."""
        ...

    @property
    def reading(self) -> Reading | None:
        """What is being read, a letter or one of its documents; None while in a list."""
        ...

    @property
    def place(self) -> Place:
        """Where in `reading` the person is."""
        ...

    @property
    def reads_whole_letter(self) -> bool:
        """Whether `reading` is the letter itself, not one of its documents or an answer."""
        ...

    @property
    def columns(self) -> int:
        """How many columns an answer may take."""
        ...

    @property
    def numbered(self) -> NumberedList:
        """The list that typed numbers mean."""
        ...

    # -- showing and asking

    def tell(self, text: str) -> None:
        """Answer with a sentence or two."""
        ...

    async def show(
        self, title: str, entries: Sequence[Entry], *, about: Letter | None = None
    ) -> None:
        """Answer with a list of lines; the title is said where the place does not tell it.

        `about`: the opened letter they are about. Deeds without a number then mean that one.
        """
        ...

    async def show_list(self, listed: LetterList) -> None:
        """Answer with a list of letters, which typed numbers mean from now on."""
        ...

    async def ask(self, question: str) -> bool:
        """Put a question that only a whole typed yes answers with yes."""
        ...

    async def ask_words(self, question: str) -> str:
        """Put a question that is answered with words; empty where the person gave none."""
        ...

    async def ask_hidden(self, question: str) -> str:
        """Put a question whose answer is shown nowhere; empty where the person gave none."""
        ...

    async def copy(self, name: str, text: str) -> None:
        """Give a text away to be pasted elsewhere, and say how that was done."""
        ...

    async def run_program(self, words: Sequence[str]) -> int:
        """Let another program have the terminal until it ends; gives its exit code.

        Raises `StoppedError` where there is no terminal, `OSError` where it cannot be run.
        """
        ...

    # -- going about

    async def letters(self, names: tuple[str, ...]) -> list[LetterId]:
        """Find the letters typed; none typed means the current one. Raises `LetterNotFound`."""
        ...

    async def open(self, letter: LetterId, *, full: bool = False) -> None:
        """Open a letter and show it, after a yes where it is an unanswered legal notice."""
        ...

    async def open_unseen(self, letter: LetterId) -> Letter | None:
        """Open a letter without going to it; None, and said so, if the answer was no."""
        ...

    async def show_document(self, letter: Letter, number: int) -> None:
        """Show the text of one document of an opened letter. Raises `DocumentNotFound`."""
        ...

    async def go_to_place(self, place: Place) -> None:
        """Go to a place of `reading`."""
        ...

    async def go_on(self) -> None:
        """Show what comes next: the next page, else the next letter; in a list its next page."""
        ...

    async def go_back(self) -> None:
        """Go back one step."""
        ...

    async def go_to(self, step: int) -> None:
        """Open the letter so many places further down the list."""
        ...

    async def list_anew(self) -> None:
        """List the inbox from its newest letter, numbered anew."""
        ...

    async def letters_changed(self, *, gone: Sequence[LetterId] = ()) -> None:
        """Take notice that letters are not as they were; `gone` exist no more."""
        ...

    async def turn_to_mailbox(self, mailbox: Mailbox) -> None:
        """Go on with another mailbox, from its inbox."""
        ...

    def leave(self) -> None:
        """End the sitting."""
        ...
