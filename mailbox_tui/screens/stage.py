"""What is on the screens: the views above one another, what is said, the line that is typed in."""

import asyncio
from collections import defaultdict
from contextlib import suppress
from dataclasses import replace

from accessibility.plain_lines import wrap
from mailbox_store.model.errors import FolderNotFound, MailboxError
from mailbox_store.model.letter import LetterId, MailboxId
from mailbox_tui.deeds.overview import how_things_stand
from mailbox_tui.desk import Desk
from mailbox_tui.looks import Look
from mailbox_tui.screens.drawing import Painter, View
from mailbox_tui.screens.events import Aside, Event, News, Paste, Press, Resized
from mailbox_tui.screens.letters_view import LettersView
from mailbox_tui.screens.picture import Picture
from mailbox_tui.screens.prompt import GIVES_UP, MOST, Prompt
from mailbox_tui.screens.text_view import TextKind, TextView
from mailbox_tui.screens.window import Window
from mailbox_tui.voice import Heard

_GOES_ON = "..."
MESSAGE_ROWS = 1  # above a sheet, or above the text where it is read aloud


class Stage:
    """The views, the newest on top, and everything that is drawn with them."""

    def __init__(self, desk: Desk, window: Window, look: Look) -> None:
        """Nothing is shown before a view is put on."""
        self.take_desk(desk)
        self.window = window
        self.look = look
        self.views: list[View] = []
        self.events: asyncio.Queue[Event] = asyncio.Queue()
        self.is_waiting = False  # for a key: everything before it is answered and drawn
        # Letters that came since the screens were opened.
        self.arrived: dict[MailboxId, set[LetterId]] = defaultdict(set)
        self._told: dict[MailboxId, set[LetterId]] = defaultdict(set)
        self.message = ""
        self._question = ""
        self._prompt: Prompt | None = None

    def take_desk(self, desk: Desk) -> None:
        """Go on in other surroundings; sentences come in letters that the terminal has."""
        self.desk = replace(desk, say=desk.say.finished_by(desk.out.showable))

    @property
    def view(self) -> View:
        """The view on top, which is shown."""
        return self.views[-1]

    @property
    def letters_below(self) -> LettersView:
        """The list of letters nearest to the top: the one that numbers mean."""
        return next(view for view in reversed(self.views) if isinstance(view, LettersView))

    # -- drawing

    def painter(self) -> Painter:
        """Give what draws the views as they are now."""
        width, height = self.window.dimensions()
        return Painter(width=width, height=height, look=self.look, say=self.desk.say,
                       today=self.desk.today)  # fmt: skip

    def picture(self) -> Picture:
        """Give what the window is to show."""
        return self.painter().picture(
            self.view, message=self.message, question=self._question, prompt=self._prompt
        )

    def tell(self, text: str) -> None:
        """Say a sentence or two; several in one go stand one after the other."""
        self.message = f"{self.message} {self.showable(text)}".strip()

    def showable(self, text: str) -> str:
        """Give a foreign text in letters that the terminal has."""
        return self.desk.out.showable(text)

    @property
    def text_read(self) -> TextView | None:
        """The text nearest to the top that belongs to the view on top."""
        view = self.view
        if isinstance(view, LettersView):
            return None
        texts = (one for one in reversed(self.views) if isinstance(one, TextView))
        text = next(texts, None)
        if text is None or text is view or view.letter is None or text.letter is None:
            return text if text is view else None
        return text if text.letter.id == view.letter.id else None

    def hear(self, heard: Heard) -> None:
        """Let the voice say which sentence it begins, or that it is silent."""
        self.events.put_nowait(heard)

    def tell_aside(self, text: str, *, is_over: bool) -> None:
        """Tell something that no key has asked for."""
        del is_over  # the mark goes by itself
        self.events.put_nowait(Aside(text))

    def page_words(self) -> str:
        """Say which page of the text is shown; nothing where there is only one."""
        if not isinstance(self.view, TextView):
            return ""
        return self.view.page_words(self.painter().room(self.view), self.desk.say)

    # -- the views

    async def put(self, view: View) -> None:
        """Put a view on top of the others; where its title is not drawn, it is said."""
        self.views.append(view)
        if isinstance(view, LettersView):
            self._not_told(view)  # a list that is asked for shows them
        await self.bring_up()
        if self.look.one_at_a_time and not isinstance(view, TextView):
            self.tell(view.title())

    async def take_off(self) -> None:
        """Take the view on top away; the one below is as it was left, and true to the store."""
        self.views.pop()
        await self.bring_up()

    async def bring_up(self) -> None:
        """Make the view on top fit to be shown; a folder that is gone gives way to what is below.

        Raises `MailboxError` where the store cannot be read; the view is then as it was.
        """
        view = self.view
        if isinstance(view, TextView):
            # A listener hears first who writes, and from the head how long it takes.
            if not (self.look.one_at_a_time and view.kind is TextKind.LETTER):
                self.tell(self.page_words())
            return
        view.body.new_sheet()
        if not isinstance(view, LettersView):
            return
        try:
            if view.is_stale:
                await view.refresh(self.rows_at_most)
                self._tell_news(view)
                view.standing = await self.standing_of(view)
            await self.reach(view.body.focus)
        except FolderNotFound:
            self.tell(self.desk.say("That folder is gone."))
            await self.take_off()

    def _tell_news(self, view: LettersView) -> None:
        """Say how many letters came into a list since that was said last."""
        if came := self._not_told(view):
            self.tell(self.desk.say.count("{n} new letter.", "{n} new letters.", came))

    def _not_told(self, view: LettersView) -> int:
        """Count the letters that came into a list and were not told; from now on they are."""
        mailbox = view.kept.mailbox.facts.id
        told = self._told[mailbox]
        came = {one for one in self.arrived[mailbox] - told if view.kept.row_of(one) is not None}
        told |= came
        return len(came)

    async def standing_of(self, view: LettersView) -> str:
        """Say how things stand in a list."""
        say = self.desk.say
        if view.listed.is_inbox:
            return f"{await how_things_stand(view.kept.mailbox, self.desk)} {say('? for help.')}"
        fixed = view.listed.numbered.query is None
        if view.listed.at_end:
            return say("The first {n} letters.", n=len(view.rows))
        total = len(view.rows) if fixed else view.listed.numbered.total
        return say.count("{n} letter.", "{n} letters.", total)

    async def reach(self, row: int) -> int:
        """Make the rows around one known, where the list is one that is read bit by bit.

        Gives where the row stands then.
        """
        if isinstance(self.view, LettersView) and row >= 0:
            return await self.view.reach(row, self.rows_at_most)
        return row

    @property
    def rows_at_most(self) -> int:
        """Rows that a screen can show of any list."""
        return self.window.dimensions()[1]

    def letters_are_stale(self) -> None:
        """Let every list of letters look at the store again when it is shown."""
        for view in self.views:
            if isinstance(view, LettersView):
                view.is_stale = True

    # -- typing

    async def next_key(self) -> Press | Paste:
        """Wait for the next key or pasted words; news and sizes are dealt with on the way."""
        while True:
            if self.events.empty():  # what is waiting was meant for the list as it is shown
                await self._show_news()
            self.is_waiting = self.events.empty()
            try:
                event = await self.events.get()
            finally:
                self.is_waiting = False
            if isinstance(event, Press | Paste):
                return event
            await self._take_notice(event)

    async def _take_notice(self, event: News | Resized | Heard | Aside) -> None:
        """Take notice of news, of the voice, or of another size; the cursor stays on its row."""
        if isinstance(event, Heard):
            self._follow_voice(event)
            return
        if isinstance(event, Aside):
            self.message = ""
            self.tell(event.text)
            self.window.paint()
            return
        if isinstance(event, News):
            self.arrived[event.mailbox].add(event.letter)
            self.letters_are_stale()
            return
        if not isinstance(self.view, TextView):
            self.view.body.new_sheet()
            with suppress(MailboxError):  # the rows that are not known yet stay blank
                await self.reach(self.view.body.focus)
        self.window.paint()

    def _follow_voice(self, heard: Heard) -> None:
        """Mark the sentence that is heard, and let the cursor go with it, where its text stands."""
        for one in self.views:
            if isinstance(one, TextView):
                one.spoken = None
        view, sentence = self.text_read, heard.sentence
        if sentence is not None and view is not None and view.blocks[0] is heard.text:
            view.spoken = sentence.place, sentence.end
            view.go_to_place(sentence.place, self.painter().room(view))
        self.window.paint()

    async def _show_news(self) -> None:
        view = self.view
        if self._prompt is not None or not isinstance(view, LettersView) or not view.is_stale:
            return
        said, self.message = self.message, ""
        await self.bring_up_if_possible()
        has_failed = self.view is view and view.is_stale
        self.message = f"{said} {self.message}".strip() if has_failed else self.message or said
        self.window.paint()

    async def bring_up_if_possible(self) -> None:
        """Make the view on top true to the store; where that cannot be read, say so and go on.

        The list then stays as it was, and is read with the next key.
        """
        try:
            await self.bring_up()
        except MailboxError:
            self.tell(self.desk.say("The list could not be read again: it may not be true now."))

    async def type_line(
        self, mark: str, text: str = "", *, question: str = "", is_hidden: bool = False
    ) -> str | None:
        """Let the person type a line; None where they gave it up.

        Of a question that is longer than the screen, any key shows the next part.
        """
        rows = max(self.rows_at_most - 1, 1)
        lines = wrap(question, self.painter().columns) if question else []
        parts = [lines[start : start + rows] for start in range(0, len(lines), rows)]
        for part in parts[:-1]:
            self.begin_prompt(_GOES_ON, question=" ".join(part))
            self.window.paint()
            event = await self.next_key()
            if isinstance(event, Press) and event.key in GIVES_UP:
                self.end_prompt()
                return None
        prompt = self.begin_prompt(mark, text, question=" ".join(parts[-1]) if parts else "")
        prompt.is_hidden = is_hidden
        try:
            while not prompt.is_ended:
                self.window.paint()
                prompt.take(await self.next_key())
                if prompt.is_full:
                    self.ask_again(self.desk.say("Only {n} characters fit here.", n=MOST))
        finally:
            self.end_prompt()
        return None if prompt.is_given_up else prompt.text

    def begin_prompt(self, mark: str, text: str = "", *, question: str = "") -> Prompt:
        """Open the line to type in."""
        self.message, self._question = "", question
        self._prompt = Prompt(mark, text, len(text))
        return self._prompt

    def ask_again(self, question: str) -> None:
        """Let another question, or none, stand above the line that is typed in."""
        self._question = question

    def end_prompt(self) -> None:
        """Close it."""
        self._prompt, self._question = None, ""
