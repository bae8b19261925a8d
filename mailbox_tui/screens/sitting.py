"""One sitting at the screens: the `Face` that deeds are asked in.

What is done with letters stands in `answering`, what a key does in `pressing`, what is shown in
`stage`. Nothing here knows Textual.
"""

from collections.abc import Sequence
from dataclasses import replace

from accessibility.commands import Deed
from accessibility.letter_layout import Place, Reading, document_blocks
from accessibility.list_line import as_sentence
from accessibility.reading_order import Block, BlockKind, letter_blocks
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.letter import Letter, LetterId
from mailbox_store.repository import Repository
from mailbox_tui.asking import is_yes, legal_notice_question
from mailbox_tui.deeds.saving import document_at
from mailbox_tui.desk import Desk, StoppedError
from mailbox_tui.face import Entry, LetterList
from mailbox_tui.numbered_list import NumberedList, inbox_list, letters_named
from mailbox_tui.opening_letters import open_letter
from mailbox_tui.screens.entries_view import EntriesView
from mailbox_tui.screens.letters_view import LettersView
from mailbox_tui.screens.stage import Stage
from mailbox_tui.screens.text_view import TextView


class Sitting:
    """One person with one mailbox at a time, on a stage."""

    def __init__(self, stage: Stage, repository: Repository, mailbox: Mailbox) -> None:
        """Nothing is shown before `list_anew`."""
        self.stage = stage
        self.repository = repository
        self.mailbox = mailbox
        self.undo_was_told = False
        self.is_over = False
        self._turned_to: Letter | None = None  # opened for what is shown next

    @property
    def desk(self) -> Desk:
        """The surroundings; the stage speaks their language."""
        return self.stage.desk

    @desk.setter
    def desk(self, desk: Desk) -> None:
        self.stage.take_desk(desk)

    @property
    def letter(self) -> Letter | None:
        """The letter that the view on top is about."""
        view = self.stage.view
        return None if isinstance(view, LettersView) else view.letter

    @property
    def reading(self) -> Reading | None:
        """The text nearest to the top, laid out."""
        texts = (view for view in reversed(self.stage.views) if isinstance(view, TextView))
        text = next(texts, None)
        return None if text is None else text.reading(self.stage.painter().text_columns)

    @property
    def numbered(self) -> NumberedList:
        """The list that typed numbers mean."""
        return self.stage.letters_below.listed.numbered

    # -- showing and asking

    def tell(self, text: str) -> None:
        """Say a sentence or two."""
        self.stage.tell(text)

    async def show(self, title: str, entries: Sequence[Entry]) -> None:
        """Show entries: as a list where they can be chosen, else as a text to read."""
        letter, self._turned_to = self._turned_to or self.letter, None
        if isinstance(self.stage.view, EntriesView):
            self.stage.views.pop()
        showable = self.stage.showable
        if any(entry.chosen for entry in entries):
            shown = [entry._replace(text=showable(entry.text)) for entry in entries]
            await self.stage.put(EntriesView(name=title, entries=shown, letter=letter))
            return
        lines = "\n".join(entry.text for entry in entries)
        blocks = [
            Block(kind=BlockKind.HEAD, text=as_sentence(title)),
            Block(kind=BlockKind.DETAILS, text=lines),
        ]
        await self._put_text(blocks, letter)

    async def _put_text(
        self, blocks: Sequence[Block], letter: Letter | None, *, is_document: bool = False
    ) -> None:
        shown = [replace(block, text=self.stage.showable(block.text)) for block in blocks]
        await self.stage.put(TextView(blocks=shown, letter=letter, is_document=is_document))

    async def show_list(self, listed: LetterList) -> None:
        """Show a list of letters; where there is none, say so and stay."""
        view = LettersView(listed=listed, mailbox=self.mailbox, arrived=self.stage.arrived,
                           showable=self.stage.showable)  # fmt: skip
        await view.begin(self.stage.window.dimensions()[1])
        if not view.rows and not listed.is_inbox:
            self.tell(listed.nothing)
            return
        views = self.stage.views
        while len(views) > 1 and _gives_way(views[-1], listed):
            views.pop()
        if listed.is_inbox:
            views.clear()
        await self.stage.put(view)
        if listed.at_end:
            self.tell(listed.at_end)

    async def ask(self, question: str) -> bool:
        """Put a question; only a whole typed yes is one."""
        return is_yes(await self.ask_words(question))

    async def ask_words(self, question: str) -> str:
        """Put a question that is answered with words; empty where it was given up."""
        return await self.stage.type_line("> ", question=question) or ""

    async def copy(self, name: str, text: str) -> None:
        """Hand a text to the terminal's clipboard, and say that this is what was done."""
        self.stage.window.copy(text)
        self.tell(self.desk.say("Handed to the terminal, which may keep it to be pasted: "
                                "{name}, {text}", name=name, text=text))  # fmt: skip

    async def run_program(self, words: Sequence[str]) -> int:
        """Let another program have the terminal."""
        return await self.stage.window.run_program(words)

    # -- going about

    async def letters(self, names: tuple[str, ...]) -> list[LetterId]:
        """Find the letters typed; none typed means those selected, in focus, or being read."""
        if names:
            return await letters_named(names, self.numbered, self.mailbox)
        view = self.stage.view
        if isinstance(view, LettersView):
            if chosen := view.chosen():
                return chosen
        elif view.letter is not None:
            return [view.letter.id]
        raise StoppedError(self.desk.say("Which letter? Type its number too."))

    async def open(self, letter: LetterId, *, full: bool = False) -> None:
        """Open a letter over what is shown; over another letter, in its place."""
        opened = await self.open_unseen(letter)
        if opened is None:
            return
        views = self.stage.views
        while isinstance(views[-1], TextView) and views[-1].letter is not None:
            views.pop()
        below = self.stage.letters_below
        if letter in below.rows:
            below.body.focus = below.rows.index(letter)
        blocks = letter_blocks(opened, self.desk.say, now=self.desk.now(), full=full)
        await self._put_text(blocks, opened)

    async def open_unseen(self, letter: LetterId) -> Letter | None:
        """Open a letter without showing it; None, and said so, if the answer was no."""
        question = legal_notice_question(self.desk)
        opened = await open_letter(self.mailbox, letter, ask=lambda: self.ask(question))
        if opened is None:
            self.tell(self.desk.say("Not opened."))
        else:
            self.stage.letters_are_stale()
        return opened

    async def turn_to(self, letter: LetterId) -> Letter | None:
        """Open a letter for what is shown next."""
        if self.letter is not None and self.letter.id == letter:
            return self.letter
        self._turned_to = await self.open_unseen(letter)
        return self._turned_to

    async def show_document(self, number: int) -> None:
        """Show one document of the letter."""
        letter = await self.turn_to((await self.letters(()))[0])
        self._turned_to = None
        if letter is not None:
            blocks = document_blocks(document_at(letter, number), self.desk.say)
            await self._put_text(blocks, letter, is_document=True)

    async def go_to_place(self, place: Place) -> None:
        """Go back to the text and to a place in it."""
        views = self.stage.views
        while len(views) > 1 and not isinstance(views[-1], TextView):
            views.pop()
        await self.stage.go_to_place(place)

    async def go_on(self) -> None:
        """Turn to the next page."""
        await self.stage.turn_page(+1)

    async def go_back(self) -> None:
        """Go back one view; in a list, first take a selection off."""
        view = self.stage.view
        if isinstance(view, LettersView) and view.selected:
            view.selected.clear()
            view.body.new_sheet()
            self.tell(self.desk.say("Nothing is selected any more."))
        elif len(self.stage.views) > 1:
            await self.stage.take_off()
        else:
            self.tell(self.desk.say("This is the inbox. q leaves."))

    async def go_to(self, step: int) -> None:
        """Open the next or the previous letter of the list that this one came from."""
        below = next(view for view in reversed(self.stage.views) if not isinstance(view, TextView))
        wanted = below.body.focus + step
        if isinstance(below, LettersView):
            if below.is_stale:
                await below.refresh(self.stage.window.dimensions()[1])
            if step > 0 and self.letter is not None and below.focused != self.letter.id:
                wanted = below.body.focus  # the letter has left; another took its place
            await below.reach(max(wanted, 0), self.stage.window.dimensions()[1])
            if 0 <= wanted < len(below.rows):
                await self.open(below.rows[wanted])
                return
        elif 0 <= wanted < len(below.entries):
            chosen = below.entries[wanted].chosen
            if chosen is not None and chosen.deed is Deed.OPEN:
                below.body.focus = wanted
                await self.open((await self.letters(chosen.letters))[0])
                return
        say = self.desk.say
        last = say("That was the last letter.")
        self.tell(say("That is the first letter.") if step < 0 else last)

    async def list_anew(self) -> None:
        """List the inbox from its newest letter, numbered anew."""
        numbered = await inbox_list(self.mailbox)
        title = self.desk.say("Inbox")
        await self.show_list(LetterList(numbered=numbered, title=title, is_inbox=True))

    async def letters_changed(self, *, gone: Sequence[LetterId] = ()) -> None:
        """Let every list look at the store again, the shown one now."""
        views = self.stage.views
        if self.letter is not None and self.letter.id in gone:
            while len(views) > 1 and not isinstance(views[-1], LettersView):
                views.pop()
        for view in views:
            if isinstance(view, LettersView):
                view.selected.clear()
        self.stage.letters_are_stale()
        if isinstance(views[-1], LettersView):
            await self.stage.bring_up()

    async def turn_to_mailbox(self, mailbox: Mailbox) -> None:
        """Go on with another mailbox, from its inbox."""
        self.mailbox = mailbox
        self.undo_was_told = False
        await self.list_anew()

    def leave(self) -> None:
        """End the sitting."""
        self.is_over = True


def _gives_way(view: object, listed: LetterList) -> bool:
    """Tell whether a new list takes a view's place: a choice, a text, a list of the same kind."""
    if not isinstance(view, LettersView):
        return True
    return (view.listed.numbered.query is None) == (listed.numbered.query is None)
