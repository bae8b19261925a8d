"""Copies of a message whose answer was lost: they stand in the chat, and nobody told us as what.

Telegram numbers a bot's messages upwards, so such a copy has a number between the last one we know
of its chat and the one that was told at last. When a letter's time in the chat is over, all of
those are deleted: what else stands in that chat with such a number is what the person typed.
"""

from mailbox_store.model.chat_post import ToSend

_FARTHEST = 300  # numbers: three calls; a busier bot's copies are not looked for


class LostCopies:
    """Remembers what is needed to find them, for as long as the bot runs."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._last: dict[str, int] = {}  # the newest number that is known of each chat
        self._before: dict[int, int] = {}  # of a row in doubt: the one before its first try

    def doubt(self, row: ToSend) -> None:
        """Note that a try of a row may have arrived."""
        if row.id not in self._before and row.address.number in self._last:
            self._before[row.id] = self._last[row.address.number]

    def told(self, row: ToSend, number: int) -> str:
        """Give the name under which the store keeps a message: its number, or a span of them."""
        self._last[row.address.number] = number
        before = self._before.pop(row.id, None)
        if before is None or row.delete_after is None or number - before > _FARTHEST:
            return str(number)
        return f"{before + 1}-{number}"


def numbers_in(message: str) -> range:
    """Give the numbers that a name from `told` stands for."""
    first, _, last = message.partition("-")
    return range(int(first), int(last or first) + 1)
