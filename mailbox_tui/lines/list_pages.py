"""The list of a conversation, page by page; its numbers stay until a new list is asked for."""

from dataclasses import dataclass

from mailbox_store.mailbox import Mailbox
from mailbox_tui.desk import Desk
from mailbox_tui.lines.listing import print_line, print_lines
from mailbox_tui.numbered_list import NumberedList


@dataclass(slots=True, kw_only=True)
class ListPages:
    """A numbered list and what of it was shown last."""

    numbered: NumberedList
    show_folder: bool = False
    is_inbox: bool = False  # else "back" leads from its first page to the inbox
    first: int = 1  # the number at the top of the page shown last
    last: int = 0  # and at its foot


async def start_list(
    numbered: NumberedList,
    mailbox: Mailbox,
    desk: Desk,
    *,
    is_inbox: bool = False,
    show_folder: bool = False,
) -> ListPages:
    """Begin a list with its first page."""
    pages = ListPages(numbered=numbered, is_inbox=is_inbox, show_folder=show_folder)
    await show_page(pages, 1, mailbox, desk)
    return pages


def letters_at_once(desk: Desk) -> int:
    """Give how many letters a page of the list has; on a low terminal each may take two lines."""
    wanted = desk.settings.letters_per_page
    return min(wanted, desk.out.rows_for(2 * wanted) // 2)


async def show_page(pages: ListPages, first: int, mailbox: Mailbox, desk: Desk) -> None:
    """Print the page that begins with a number, and how many letters follow it.

    What was numbered before is shown as it is now under the same numbers; a letter that has left
    the folder since is left out.
    """
    numbered = pages.numbered
    last = first + letters_at_once(desk) - 1
    known = len(numbered.ids)
    fresh = await numbered.fetch(mailbox, last - known) if known < last else ()
    if first > len(numbered.ids):
        nothing = first == 1 and not numbered.ids
        desk.out.answer(desk.say("No letters.") if nothing else desk.say("The list ends here."))
        return
    pages.first, pages.last = first, min(last, len(numbered.ids))
    if first == known + 1:
        print_lines(desk, fresh, first=first, show_folder=pages.show_folder)
    else:
        await _print_again(pages, mailbox, desk)
    if (left := numbered.total - pages.last) > 0 and not (
        numbered.is_finished and pages.last == len(numbered.ids)
    ):
        desk.out.answer(desk.say("more: {n}", n=left))


async def _print_again(pages: ListPages, mailbox: Mailbox, desk: Desk) -> None:
    numbered = pages.numbered
    if numbered.query is None or len(numbered.places) < pages.first:
        return
    today = desk.today
    first, last = numbered.places[pages.first - 1], numbered.places[pages.last - 1]
    async for letter in numbered.read_again(first, last, mailbox):
        if (number := numbered.number_of(letter.id)) is not None:
            print_line(desk, number, letter, today=today, show_folder=pages.show_folder)
