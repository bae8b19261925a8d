"""Each deed on letters, as the terminal does it."""

from collections.abc import Sequence
from typing import NamedTuple

from accessibility.commands import Deed
from accessibility.deed_words import done_sentence, is_so
from accessibility.wording import Say
from mailbox_store.mailbox import Mailbox
from mailbox_store.model.letter import LetterId


class Done(NamedTuple):
    """What came of a deed: a sentence, and whether anything is other than before."""

    sentence: str
    is_change: bool = True


async def change_letters(
    deed: Deed, letters: Sequence[LetterId], mailbox: Mailbox, say: Say
) -> Done:
    """Do a deed that needs nothing but the letters; those that are so already are left out."""
    every = await mailbox.folders()
    wanted = [
        letter
        for letter in letters
        if not is_so((await mailbox.unopened(letter)).summary, deed, every)
    ]
    if not wanted:
        return Done(say("It was so already. Nothing was changed."), is_change=False)
    await _change(deed, wanted, mailbox)
    return Done(done_sentence(deed, len(wanted), say))


async def _change(deed: Deed, letters: Sequence[LetterId], mailbox: Mailbox) -> None:
    match deed:
        case Deed.ARCHIVE:
            await mailbox.archive(letters)
        case Deed.BIN:
            await mailbox.bin(letters)
        case Deed.RESTORE:
            await mailbox.restore(letters)
        case Deed.FLAG:
            await mailbox.flag(letters, on=True)
        case Deed.UNFLAG:
            await mailbox.flag(letters, on=False)
        case Deed.UNREAD:
            await mailbox.mark(letters, unread=True)
        case Deed.MARK_READ:
            await mailbox.mark(letters, unread=False)
        case _:
            raise ValueError(deed)
