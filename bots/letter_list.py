"""The list of letters: its pages, and the buttons that lead to it."""

from accessibility.commands import Command, Deed
from accessibility.wording import Say
from bots.buttons import Choice
from mailbox_store.chat_mailbox import ChatMailbox
from mailbox_store.model.folder import inbox_among
from mailbox_store.model.query import ListQuery, Page, Place

OF_THE_LIST = "letters"  # the word behind more that means the list, whatever is being read


async def inbox_page(mailbox: ChatMailbox, *, limit: int, after: Place | None = None) -> Page:
    """Give letters of the inbox, newest first."""
    inbox = inbox_among(await mailbox.folders())
    return await mailbox.list(ListQuery(folder=inbox.id, limit=limit, after=after))


def more_letters_choice(say: Say) -> Choice:
    """Give the button that goes on listing."""
    return Choice(say("More letters"), Command(deed=Deed.MORE, words=OF_THE_LIST))


def list_choice(say: Say) -> Choice:
    """Give the button that lists the letters."""
    return Choice(say("List letters"), Command(deed=Deed.LIST))
