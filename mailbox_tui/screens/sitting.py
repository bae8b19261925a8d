"""One sitting at the screens: the `Face` that deeds are asked in.

What is done with letters stands in `answering`, what a key does in `pressing`, what is shown in
`stage`. Nothing here knows Textual.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from accessibility.legal_notice import is_yes
from accessibility.letter_layout import Place, Reading, document_blocks
from accessibility.list_line import as_sentence
from accessibility.reading_order import Block, BlockKind, letter_blocks
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.announcement import AnnouncementId
from mailbox_store.model.errors import MailboxError
from mailbox_store.model.letter import Letter, LetterId
from mailbox_store.repository import Repository
from mailbox_tui.deeds.clipboard import copied_words
from mailbox_tui.desk import Desk, StoppedError
from mailbox_tui.face import Entry, LetterList
from mailbox_tui.numbered_list import NumberedList, inbox_list, letters_named
from mailbox_tui.opening_letters import open_letter
from mailbox_tui.screens import moving
from mailbox_tui.screens.entries_view import EntriesView
from mailbox_tui.screens.giving_way import gives_way, is_about_one_of
from mailbox_tui.screens.letters_view import LettersView, letters_view
from mailbox_tui.screens.neighbours import letter_beside, meant_by_row, opened_by
from mailbox_tui.screens.stage import Stage
from mailbox_tui.screens.text_view import TextKind, TextView
from mailbox_tui.voice import Voice


class Sitting:
    """One person with one mailbox at a time, on a stage."""

    def __init__(self, stage: Stage, repository: Repository, mailbox: Mailbox) -> None:
        """Nothing is shown before `list_anew`. Raises `SettingsError`."""
        self.stage, desk = stage, stage.desk
        self.repository = repository
        self.mailbox = mailbox
        self.undo_was_told = False
        self.newest = AnnouncementId(0)  # all that came before it is in the list
        self.is_over = False
        self._declined: LetterId | None = None  # a notice that was passed over on the way
        self._meant: set[LetterId] = set()  # by the deed that was asked for last
        self.voice = Voice(desk.environment, stage, lambda: stage.desk.say)

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
        """The text of `letter` that is nearest to the top, laid out."""
        text = self.stage.text_read
        return None if text is None else text.reading(self.stage.painter().room(text))

    @property
    def place(self) -> Place:
        """The place of the cursor in `reading`."""
        text, reading = self.stage.text_read, self.reading
        return Place(0) if text is None or reading is None else reading.place_of(text.cursor)

    @property
    def reads_whole_letter(self) -> bool:
        """Whether `reading` is the letter itself."""
        return self.stage.text_read is not None and self.stage.text_read.kind is TextKind.LETTER

    @property
    def columns(self) -> int:
        """How many columns an answer may take."""
        return self.stage.painter().columns

    @property
    def numbered(self) -> NumberedList:
        """The list that typed numbers mean."""
        return self.stage.letters_below.listed.numbered

    # -- showing and asking

    def tell(self, text: str) -> None:
        """Say a sentence or two."""
        self.stage.tell(text)

    async def show(
        self, title: str, entries: Sequence[Entry], *, about: Letter | None = None
    ) -> None:
        """Show entries: as a list where they can be chosen, else as a text to read.

        One list of choices takes the place of another, one answer to read that of another.
        """
        view, showable = self.stage.view, self.stage.showable
        if any(entry.chosen for entry in entries):
            shown = [entry._replace(text=showable(entry.text)) for entry in entries]
            if isinstance(view, EntriesView):
                self.stage.views.pop()
            await self.stage.put(EntriesView(name=title, entries=shown, letter=about))
            return
        lines = "\n".join(entry.text for entry in entries)
        is_grid = any(entry.keeps_blanks for entry in entries)
        blocks = [
            Block(kind=BlockKind.HEAD, text=as_sentence(title)),
            Block(kind=BlockKind.DETAILS, text=lines, marks=() if is_grid else None),
        ]
        if isinstance(view, TextView) and view.kind is TextKind.ANSWER:
            self.stage.views.pop()
        await self._put_text(blocks, about, TextKind.ANSWER)

    async def _put_text(
        self, blocks: Sequence[Block], letter: Letter | None, kind: TextKind
    ) -> None:
        shown = [replace(block, text=self.stage.showable(block.text)) for block in blocks]
        await self.stage.put(TextView(blocks=shown, letter=letter, kind=kind))

    async def show_list(self, listed: LetterList) -> None:
        """Show a list of letters; where there is none, say so and stay."""
        arrived = self.stage.arrived[self.mailbox.facts.id]
        view = await letters_view(
            listed, self.mailbox, arrived=arrived, showable=self.stage.showable,
            height=self.stage.rows_at_most,
        )  # fmt: skip
        if not view.rows and not listed.is_inbox:
            self.tell(listed.nothing)
            return
        view.standing = await self.stage.standing_of(view)
        views = self.stage.views  # what can fail is done before they change
        while len(views) > 1 and gives_way(views[-1], listed):
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

    async def ask_hidden(self, question: str) -> str:
        """Put a question whose answer is not drawn."""
        return await self.stage.type_line("> ", question=question, is_hidden=True) or ""

    async def copy(self, name: str, text: str) -> None:
        """Hand a text to the terminal's clipboard, and say that this is what was done."""
        is_taken = self.stage.window.copy(text)
        self.tell(copied_words(name, text, self.desk.say, is_taken=is_taken))

    async def run_program(self, words: Sequence[str]) -> int:
        """Let another program have the terminal."""
        return await self.stage.window.run_program(words)

    # -- going about

    async def letters(self, names: tuple[str, ...]) -> list[LetterId]:
        """Find the letters typed; none typed means those selected, in focus, or being read."""
        letters = await self._letters(names)
        self._meant = set(letters)
        return letters

    async def _letters(self, names: tuple[str, ...]) -> list[LetterId]:
        view = self.stage.view
        if not names and isinstance(view, LettersView):
            if chosen := view.chosen():
                return chosen
        elif not names and self.letter is not None:
            return [self.letter.id]
        elif not names and isinstance(view, EntriesView):
            names = opened_by(view.focused)
        elif isinstance(view, EntriesView):
            names = tuple(meant_by_row(name, view) for name in names)
        if not names:
            raise StoppedError(self.desk.say("There is no letter here."))
        return await letters_named(names, self.numbered, self.mailbox)

    async def open(self, letter: LetterId, *, full: bool = False) -> None:
        """Open a letter over the list it is in; over another letter, in its place."""
        self._declined = None
        await self._open(letter, full=full)

    async def _open(self, letter: LetterId, *, full: bool = False) -> bool:
        opened = await self.open_unseen(letter)
        if opened is None:
            return False
        views = self.stage.views
        while not isinstance(views[-1], LettersView) and views[-1].letter is not None:
            views.pop()
        await self.stage.letters_below.go_to(letter, self.stage.rows_at_most)
        blocks = letter_blocks(opened, self.desk.say, now=self.desk.now(), full=full)
        await self._put_text(blocks, opened, TextKind.LETTER)
        return True

    async def open_unseen(self, letter: LetterId) -> Letter | None:
        """Open a letter without showing it; None, and said so, if the answer was no."""
        opened = await open_letter(self.mailbox, letter, say=self.desk.say, ask=self.ask)
        if opened is None:
            self.tell(self.desk.say("Not opened."))
        else:
            self.stage.arrived[self.mailbox.facts.id].discard(letter)
            self.stage.letters_are_stale()
        return opened

    async def show_document(self, letter: Letter, number: int) -> None:
        """Show one document of an opened letter."""
        from mailbox_tui.deeds.saving import document_at  # 3 ms: not before a document is read

        blocks = document_blocks(
            document_at(letter, number), self.desk.say, sender=letter.summary.sender
        )
        await self._put_text(blocks, letter, TextKind.DOCUMENT)

    async def go_to_place(self, place: Place) -> None:
        """Go back to the text and to a place in it."""
        views = self.stage.views
        is_anew = not isinstance(views[-1], TextView)
        while len(views) > 1 and not isinstance(views[-1], TextView):
            views.pop()
        moving.go_to_place(self.stage, place, is_anew=is_anew)

    async def go_on(self) -> None:
        """Turn to the next page."""
        await moving.turn_page(self.stage, +1)

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
        view = self.stage.view
        if isinstance(view, TextView) and view.letter is None:
            raise StoppedError(self.desk.say("There is no letter here."))
        letter = self._declined or (self.letter.id if self.letter is not None else None)
        name = await letter_beside(letter, step, self.stage.views, height=self.stage.rows_at_most,
                                   say=self.desk.say)  # fmt: skip
        if name:
            wanted = await self.mailbox.find(name)
            self._declined = None if await self._open(wanted) else wanted
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
        views[:] = [view for view in views if not is_about_one_of(view, gone)]
        if self._meant >= self.stage.letters_below.selected.keys():
            self.stage.letters_below.selected.clear()  # it was dealt with
        self.stage.letters_are_stale()
        if isinstance(views[-1], LettersView):
            with suppress(MailboxError):  # the deed is done; the list is tried again by `next_key`
                await self.stage.bring_up()

    async def turn_to_mailbox(self, mailbox: Mailbox) -> None:
        """Go on with a mailbox, from its inbox; where it cannot be read, all stays."""
        self.newest = await mailbox.newest_announcement()  # before the list: no letter is missed
        before, self.mailbox = self.mailbox, mailbox
        try:
            await self.list_anew()
        except MailboxError:
            self.mailbox = before
            raise
        self.undo_was_told = False

    def leave(self) -> None:
        """End the sitting."""
        self.is_over = True
