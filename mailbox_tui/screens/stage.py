"""What is on the screens: the views above one another, what is said, the line that is typed in."""

import asyncio
from dataclasses import replace

from accessibility.letter_layout import Place
from mailbox_store.model.letter import LetterId
from mailbox_tui.deeds.overview import how_things_stand
from mailbox_tui.desk import Desk
from mailbox_tui.looks import Look
from mailbox_tui.screens.drawing import Painter, View
from mailbox_tui.screens.entries_view import EntriesView
from mailbox_tui.screens.events import Event, News, Paste, Press, Resized
from mailbox_tui.screens.letters_view import LettersView
from mailbox_tui.screens.picture import Picture
from mailbox_tui.screens.prompt import Prompt
from mailbox_tui.screens.text_view import TextView
from mailbox_tui.screens.window import Window

_MESSAGE_ROWS = 1  # above a sheet, or above the text where it is read aloud


class Stage:
    """The views, the newest on top, and everything that is drawn with them."""

    def __init__(self, desk: Desk, window: Window, look: Look) -> None:
        """Nothing is shown before a view is put on."""
        self.take_desk(desk)
        self.window = window
        self.look = look
        self.views: list[View] = []
        self.events: asyncio.Queue[Event] = asyncio.Queue()
        self.arrived: set[LetterId] = set()  # letters that came since the screens were opened
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

    # -- the views

    async def put(self, view: View) -> None:
        """Put a view on top of the others; where its title is not drawn, it is said."""
        self.views.append(view)
        await self.bring_up()
        if self.look.one_at_a_time and not isinstance(view, TextView):
            self.tell(view.title())

    async def take_off(self) -> None:
        """Take the view on top away; the one below is as it was left, and true to the store."""
        self.views.pop()
        await self.bring_up()

    async def bring_up(self) -> None:
        """Make the view on top fit to be shown."""
        view = self.view
        if isinstance(view, TextView):
            # A listener hears first who writes, and from the head how long it takes.
            if not (self.look.one_at_a_time and view.letter is not None):
                self.tell(self.page_words())
            return
        view.body.new_sheet()
        if isinstance(view, LettersView):
            if view.is_stale and (came := await view.refresh(self._rows_at_most())):
                self.tell(self.desk.say.count("{n} new letter.", "{n} new letters.", came))
            view.standing = await self._standing(view)
            await self.reach(view.body.focus)

    async def _standing(self, view: LettersView) -> str:
        say = self.desk.say
        if view.listed.is_inbox:
            return f"{await how_things_stand(view.mailbox, self.desk)} {say('? for help.')}"
        fixed = view.listed.numbered.query is None
        total = len(view.rows) if fixed else view.listed.numbered.total
        return say.count("{n} letter.", "{n} letters.", total)

    async def reach(self, row: int) -> None:
        """Make the rows around one known, where the list is one that is read bit by bit."""
        if isinstance(self.view, LettersView):
            await self.view.reach(row, self._rows_at_most())

    def _rows_at_most(self) -> int:
        return self.window.dimensions()[1]

    def letters_are_stale(self) -> None:
        """Let every list of letters look at the store again when it is shown."""
        for view in self.views:
            if isinstance(view, LettersView):
                view.is_stale = True

    # -- going about in the view on top

    async def turn_page(self, step: int) -> None:
        """Turn a page on or back; say so where there is none."""
        view, painter = self.view, self.painter()
        height = painter.body_height(view)
        if isinstance(view, TextView):
            if view.turn_page(step, painter.text_columns, height):
                self.tell(self.page_words())
            else:
                self.say_the_end(step)
            return
        await self.reach(view.body.focus + height)
        painter = self.painter()
        turned = view.body.turn_page(
            step, len(view.rows), height, lambda row: painter.height_of_row(view, row)
        )
        await self.reach(view.body.focus)
        if not turned and not await self._focus_on(len(view.rows) - 1 if step > 0 else 0):
            self.say_the_end(step)

    async def move(self, step: int) -> None:
        """Go a row or a line on or back; say so where there is none."""
        view = self.view
        if isinstance(view, TextView):
            painter = self.painter()
            height = painter.body_height(view)
            top, cursor = view.top, view.cursor
            if not view.move_line(step, painter.text_columns, height, look=self.look):
                self.say_the_end(step)
            elif self.look.one_at_a_time and view.top != top:
                self.tell(self.page_words())
            elif self.look.one_at_a_time:
                self._let_hear(view.cursor - top, 1, moved=view.cursor - cursor)
            return
        if not await self._focus_on(view.body.focus + step):
            self.say_the_end(step)

    async def go_to_place(self, place: Place) -> None:
        """Go to a place in the text that is shown."""
        view = self.view
        if isinstance(view, TextView):
            painter = self.painter()
            top, cursor = view.top, view.cursor
            view.go_to_place(place, painter.text_columns, painter.body_height(view))
            if self.look.one_at_a_time and view.top == top and view.cursor != cursor:
                self._let_hear(view.cursor - top, 1, moved=view.cursor - cursor)

    async def move_to_end(self, *, last: bool) -> None:
        """Go to the first or the last row or page."""
        view = self.view
        if isinstance(view, TextView):
            painter = self.painter()
            if last:
                view.go_to_end(painter.text_columns, painter.body_height(view))
            else:
                view.top = view.cursor = 0
            return
        if last and isinstance(view, LettersView):
            await view.reach(view.listed.numbered.total, self._rows_at_most())
        await self._focus_on(len(view.rows) - 1 if last else 0)

    async def jump(self, number: int) -> bool:
        """Go to the row of a number; False where there is none."""
        view = self.view
        if isinstance(view, LettersView):
            await view.reach(number, self._rows_at_most())
            numbered = view.listed.numbered.ids
            if not 1 <= number <= len(numbered) or numbered[number - 1] not in view.rows:
                return False
            return await self._focus_on(view.rows.index(numbered[number - 1])) or True
        if isinstance(view, EntriesView) and 1 <= number <= len(view.rows):
            return await self._focus_on(number - 1) or True
        return False

    async def _focus_on(self, row: int) -> bool:
        view = self.view
        if isinstance(view, TextView):
            return False
        await self.reach(max(row, 0))
        if not 0 <= row < len(view.rows) or row == view.body.focus:
            return False
        before, view.body.focus = view.body.focus, row
        sheet = view.body.sheet
        if self.look.one_at_a_time and row in sheet and before in sheet:
            painter = self.painter()
            heights = [painter.height_of_row(view, one) for one in sheet]
            place, was = sheet.index(row), sheet.index(before)
            start = sum(heights[:place])
            self._let_hear(start, heights[place], moved=start - sum(heights[:was]))
        return True

    def _let_hear(self, start: int, count: int, *, moved: int) -> None:
        """Let a screen reader say lines that were on the screen already and are gone to now.

        By itself it says the line that the cursor comes to, if that is just one line and the next
        or the one before; other lines are sent again.
        """
        if count > 1 or abs(moved) != 1:
            for row in range(start, start + count):
                self.window.say_again(_MESSAGE_ROWS + row)

    def page_words(self) -> str:
        """Say which page of the text is shown; nothing where there is only one."""
        if not isinstance(self.view, TextView):
            return ""
        painter = self.painter()
        height = painter.body_height(self.view)
        return self.view.page_words(painter.text_columns, height, self.desk.say)

    def say_the_end(self, step: int) -> None:
        """Say that there is nothing further this way."""
        say, view = self.desk.say, self.view
        if isinstance(view, LettersView):
            last = say("That was the last letter.")
            self.tell(say("That is the first letter.") if step < 0 else last)
        elif step < 0:
            self.tell(say("This is the beginning."))
        elif isinstance(view, TextView) and view.letter is not None and not view.is_document:
            self.tell(say("The letter ends here. n opens the next."))
        else:
            self.tell(say("It ends here."))

    # -- typing

    async def next_key(self) -> Press | Paste:
        """Wait for the next key or pasted words; news and sizes are dealt with on the way."""
        while True:
            if self.events.empty():  # what is waiting was meant for the list as it is shown
                await self._show_news()
            event = await self.events.get()
            if isinstance(event, Press | Paste):
                return event
            await self._take_notice(event)

    async def _take_notice(self, event: News | Resized) -> None:
        """Take notice of news, or of another size; the cursor stays on its row."""
        if isinstance(event, News):
            self.arrived.add(event.letter)
            self.letters_are_stale()
            return
        if not isinstance(self.view, TextView):
            self.view.body.new_sheet()
            await self.reach(self.view.body.focus)
        self.window.paint()

    async def _show_news(self) -> None:
        view = self.view
        if self._prompt is None and isinstance(view, LettersView) and view.is_stale:
            said, self.message = self.message, ""
            await self.bring_up()
            self.message = self.message or said
            self.window.paint()

    async def type_line(self, mark: str, text: str = "", *, question: str = "") -> str | None:
        """Let the person type a line; None where they gave it up."""
        prompt = self.begin_prompt(mark, text, question=question)
        try:
            while not prompt.is_ended:
                self.window.paint()
                prompt.take(await self.next_key())
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
