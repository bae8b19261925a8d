"""Going about in the view on top: rows, lines, pages, numbers, and the words at either end."""

from accessibility.letter_layout import Place
from mailbox_tui.screens.entries_view import EntriesView
from mailbox_tui.screens.letters_view import LettersView
from mailbox_tui.screens.stage import MESSAGE_ROWS, Stage
from mailbox_tui.screens.text_view import TextKind, TextView


async def turn_page(stage: Stage, step: int) -> None:
    """Turn a page on or back; say so where there is none."""
    view, painter = stage.view, stage.painter()
    if isinstance(view, TextView):
        if view.turn_page(step, painter.room(view)):
            stage.tell(stage.page_words())
        else:
            say_the_end(stage, step)
        return
    height = painter.body_height(view)
    await stage.reach(view.body.focus + height)
    painter = stage.painter()
    turned = view.body.turn_page(
        step, len(view.rows), height, lambda row: painter.height_of_row(view, row)
    )
    await stage.reach(view.body.focus)
    if not turned and not await _focus_on(stage, len(view.rows) - 1 if step > 0 else 0):
        say_the_end(stage, step)


async def move(stage: Stage, step: int) -> None:
    """Go a row or a line on or back; say so where there is none."""
    view = stage.view
    if not isinstance(view, TextView):
        if not await _focus_on(stage, view.body.focus + step):
            say_the_end(stage, step)
        return
    before = view.top, view.cursor
    if view.move_line(step, stage.painter().room(view)):
        _let_hear_text(stage, view, before)
    else:
        say_the_end(stage, step)


async def move_to_end(stage: Stage, *, last: bool) -> None:
    """Go to the first or the last row or page; where one line is read at a time, to that line."""
    view = stage.view
    if isinstance(view, TextView):
        before = view.top, view.cursor
        if view.go_to_end(stage.painter().room(view), last=last):
            _let_hear_text(stage, view, before)
        else:
            say_the_end(stage, +1 if last else -1)
        return
    if last and isinstance(view, LettersView):
        await stage.reach(view.listed.numbered.total)
    if not await _focus_on(stage, len(view.rows) - 1 if last else 0):
        say_the_end(stage, +1 if last else -1)


async def jump(stage: Stage, number: int) -> bool:
    """Go to the row of a number; False where there is none."""
    view = stage.view
    if isinstance(view, LettersView):
        row = await view.kept.row_numbered(number, stage.rows_at_most)
    elif isinstance(view, EntriesView):
        row = number - 1
    else:
        row = None
    if row is None or (isinstance(view, EntriesView) and not 0 <= row < len(view.rows)):
        return False
    await _focus_on(stage, row)
    return True


def go_to_place(stage: Stage, place: Place, *, is_anew: bool = False) -> None:
    """Go to a place in the text that is shown; with `is_anew` it is drawn over something else."""
    view = stage.view
    if isinstance(view, TextView):
        before = view.top, view.cursor
        view.go_to_place(place, stage.painter().room(view))
        if stage.look.one_at_a_time and is_anew:
            view.top = view.cursor  # what is drawn is said: from the place on, not from the top
        elif before[1] != view.cursor:
            _let_hear_text(stage, view, before)


def say_the_end(stage: Stage, step: int) -> None:
    """Say that there is nothing further this way."""
    say, view = stage.desk.say, stage.view
    if isinstance(view, LettersView) and not view.rows:
        stage.tell(say("No letters."))
    elif isinstance(view, LettersView):
        last = say("That was the last letter.")
        stage.tell(say("That is the first letter.") if step < 0 else last)
    elif step < 0:
        stage.tell(say("This is the beginning."))
    elif isinstance(view, TextView) and view.kind is TextKind.LETTER:
        stage.tell(say("The letter ends here. n opens the next."))
    else:
        stage.tell(say("It ends here."))


async def _focus_on(stage: Stage, row: int) -> bool:
    view = stage.view
    if isinstance(view, TextView):
        return False
    row = await stage.reach(row)
    if not 0 <= row < len(view.rows) or row == view.body.focus:
        return False
    before, view.body.focus = view.body.focus, row
    sheet = view.body.sheet
    if stage.look.one_at_a_time and row in sheet and before in sheet:
        painter = stage.painter()
        heights = [painter.height_of_row(view, one) for one in sheet]
        place, was = sheet.index(row), sheet.index(before)
        start = sum(heights[:place])
        _let_hear(stage, start, heights[place], moved=start - sum(heights[:was]))
    return True


def _let_hear_text(stage: Stage, view: TextView, before: tuple[int, int]) -> None:
    """Say where in a text one has come to, for those who read a line at a time."""
    top, cursor = before
    if not stage.look.one_at_a_time:
        return
    if view.top != top:
        stage.tell(stage.page_words())
    else:
        _let_hear(stage, view.cursor - top, 1, moved=view.cursor - cursor)


def _let_hear(stage: Stage, start: int, count: int, *, moved: int) -> None:
    """Let a screen reader say lines that were on the screen already and are gone to now.

    By itself it says the line that the cursor comes to, if that is just one line and the next or
    the one before; other lines are sent again.
    """
    if count > 1 or abs(moved) != 1:
        for row in range(start, start + count):
            stage.window.say_again(MESSAGE_ROWS + row)
