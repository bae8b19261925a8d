"""A sitting as a picture: title, rows or text, message, and the line to type in."""

from collections.abc import Sequence
from datetime import date

from accessibility.plain_lines import wrap
from accessibility.wording import Say
from mailbox_tui.looks import Look
from mailbox_tui.screens.entries_view import EntriesView
from mailbox_tui.screens.letters_view import LettersView
from mailbox_tui.screens.picture import EMPTY, Line, Picture, Role, Span, clipped, line
from mailbox_tui.screens.prompt import Prompt
from mailbox_tui.screens.text_view import Room, TextView

View = LettersView | EntriesView | TextView

# ASCII: yasr counts the bytes of a sign, and would miss the number behind one of two bytes.
_MARK = ">"
_MARGIN_SHARE = 16
_TITLE_SHARE = 5  # a title takes at most a fifth of the rows


class Painter:
    """Draws views as they are now, for one look and one size. Make another when they change."""

    def __init__(self, *, width: int, height: int, look: Look, say: Say, today: date) -> None:
        """Take what a picture depends on beside the view."""
        self.width = width
        self.height = height
        self._look = look
        self._say = say
        self._today = today
        self._drawn: dict[tuple[int, int], list[Line]] = {}

    @property
    def columns(self) -> int:
        """Columns that lines may have: a margin is left at the right.

        Some terminals break a full line, and screen readers that count the bytes of letters (yasr)
        believe that one of many æ, ø and å is broken.
        """
        return max(self.width - max(self.width // _MARGIN_SHARE, 1), 1)

    @property
    def text_columns(self) -> int:
        """Columns to lay a text out for."""
        return min(self.columns, self._look.widest_text)

    def body_height(self, view: View) -> int:
        """Give the rows that a view's own lines have."""
        taken = 1  # the message
        if not self._look.one_at_a_time and not isinstance(view, TextView):
            taken += len(self._title(view))
        return max(self.height - taken, 1)

    def room(self, view: TextView) -> Room:
        """Give the room that a text has."""
        return Room(self.text_columns, self.body_height(view), self._look)

    def height_of_row(self, view: LettersView | EntriesView, row: int) -> int:
        """Give the lines of one row."""
        return len(self._row(view, row))

    def picture(self, view: View, *, message: str, question: str, prompt: Prompt | None) -> Picture:
        """Draw everything."""
        if self._look.one_at_a_time:
            lines, row = self._read_aloud(view, message)
        else:
            lines, row = self._full(view, message)
        lines += [EMPTY] * (self.height - len(lines))
        del lines[self.height :]
        column = 0
        if prompt is not None:
            column = self._put_prompt(lines, question, prompt)
            row = self.height - 1
        return Picture(
            [clipped(one, self.width) for one in lines], column, min(row, self.height - 1)
        )

    # -- the whole list or text, with a title above and the message at the foot

    def _full(self, view: View, message: str) -> tuple[list[Line], int]:
        body = self.body_height(view)
        if isinstance(view, TextView):
            lines, row = view.draw(self.room(view))
        else:
            head = self._title(view)
            rows, row = self._rows(view, body)
            lines, row = [*head, *rows], row + len(head)
        lines += [EMPTY] * (self.height - len(lines))
        self._put_at_foot(lines, self._message(message))
        return lines, row

    def _rows(self, view: LettersView | EntriesView, body: int) -> tuple[list[Line], int]:
        shown = view.body.visible(len(view.rows), body, lambda row: self.height_of_row(view, row))
        lines: list[Line] = []
        focused = 0
        for row in shown:
            drawn = self._row(view, row)
            if row == view.body.focus:
                focused = len(lines)
                drawn = self._in_focus(drawn)
            lines += drawn
        return lines[:body], focused

    def _in_focus(self, drawn: Sequence[Line]) -> list[Line]:
        """Put the mark before the focused row; the large look shows it as a block, too."""
        first, *rest = drawn
        head, *others = first or (Span(" "),)
        marked = [(Span(_MARK, Role.MARK), Span(head.text[1:], head.role), *others), *rest]
        if not self._look.is_large:
            return marked
        return [
            (Span("".join(span.text for span in one), Role.FOCUS),) if one else EMPTY
            for one in marked
        ]

    # -- one row after the other, with the message above: what a screen reader says is in order

    def _read_aloud(self, view: View, message: str) -> tuple[list[Line], int]:
        said = self._message(message)
        if isinstance(view, TextView):
            body, row = view.draw(self.room(view))
            lines = [*(said if len(said) == 1 else [EMPTY]), *body]
            lines += [EMPTY] * (self.height - len(lines))
            if len(said) > 1:  # a long one must not push the text down: it would be said again
                self._put_at_foot(lines, said)
            return lines, row + 1
        above = said or [EMPTY]
        room = self.height - len(above)
        sheet = view.body.on_sheet(len(view.rows), room, lambda row: self.height_of_row(view, row))
        lines = list(above)
        focused = len(above)
        for row in sheet:
            if row == view.body.focus:
                focused = len(lines)
            lines += self._row(view, row)
        return lines, focused

    # -- the parts

    def _title(self, view: LettersView | EntriesView) -> list[Line]:
        most = max(self.height // _TITLE_SHARE, 1)
        return [line(text, Role.TITLE) for text in wrap(view.title(), self.columns)[:most]]

    def _row(self, view: LettersView | EntriesView, row: int) -> list[Line]:
        """Draw a row, once: its height is asked for more often than the row itself."""
        place = (id(view), row)
        if place not in self._drawn:
            # What is enlarged should not have to be moved sideways.
            width = self.text_columns if self._look.is_large else self.columns
            self._drawn[place] = (
                view.draw_row(row, width=width, look=self._look)
                if isinstance(view, EntriesView)
                else view.draw_row(row, self._say, today=self._today, width=width, look=self._look)
            )
        return self._drawn[place]

    def _message(self, message: str) -> list[Line]:
        return [
            line(text, Role.MESSAGE)
            for paragraph in message.splitlines()
            for text in wrap(paragraph, self.columns)
        ]

    def _put_prompt(self, lines: list[Line], question: str, prompt: Prompt) -> int:
        asked = [
            line(text, Role.QUESTION) for text in (wrap(question, self.columns) if question else ())
        ]
        text, column = prompt.shown(self.width - 1)
        self._put_at_foot(lines, [*asked, line(text)])
        return column

    def _put_at_foot(self, lines: list[Line], foot: Sequence[Line]) -> None:
        """Lay lines over the last ones; where there are too many, their end counts."""
        shown = list(foot)[-self.height :]
        if shown:
            lines[self.height - len(shown) :] = shown
