"""Takes updates in: first into the store, only then is Telegram told that we have them."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bots.events import event_json
from bots.telegram.updates import CHANNEL, understood
from mailbox_store.chats import ChatStore


class Intake:
    """Writes what means something to us into the store's inbox."""

    def __init__(
        self, store: ChatStore, now: Callable[[], datetime], ring: Callable[[], None]
    ) -> None:
        """Take the inbox, and the bell of who works it off."""
        self._store, self._now, self._ring = store, now, ring

    async def receive(self, update: dict[str, Any]) -> None:
        """Store one update; when this returns it may be confirmed. Raises `StoreError`.

        One seen before, or one that is nothing to us, changes nothing.
        """
        number = update.get("update_id")
        arrived = understood(update)
        if arrived is None or not isinstance(number, int):
            return
        told = event_json(arrived.event, arrived.who)
        if await self._store.receive(CHANNEL, number, arrived.address, told, self._now()):
            self._ring()
