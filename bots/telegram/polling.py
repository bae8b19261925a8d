"""Asks Telegram for updates, one long question after the other.

Updates are fetched as plain JSON: one that a library cannot read must not hold up the rest.
An offset is sent only until it is confirmed, because Telegram may begin to count anew after a
week of silence, and an old offset would then throw away what nobody has read.
"""

import asyncio
import json
import logging
import random
from typing import Any, NoReturn
from urllib.parse import urlencode

from telegram.error import Conflict, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bots.telegram.intake import Intake
from bots.telegram.troubles import seconds_of
from bots.telegram.updates import ALLOWED
from bots.telling import Troubles
from mailbox_store.model.errors import StoreError

POLL = 30  # seconds that Telegram may hold a question it has no answer to
_GRACE = 10.0  # seconds that its answer may be late
_MOST = 100  # updates in an answer: as many as Telegram gives
_CONFLICT_REST = 5.0  # seconds
_FIRST_REST, _LONGEST_REST = 0.5, 30.0  # seconds

log = logging.getLogger(__name__)


class Polling:
    """Fetches updates for as long as the bot runs."""

    def __init__(
        self, request: BaseRequest, address: str, intake: Intake, troubles: Troubles
    ) -> None:
        """Take the address with the token in it; it is never logged."""
        self._request, self._address, self._intake = request, address, intake
        self._troubles, self._say = troubles, troubles.say
        self._offset: int | None = None
        self._failures = 0

    async def run(self) -> NoReturn:
        """Poll until cancelled; whatever goes wrong is told once and tried again."""
        while True:
            try:
                await self._once()
            except Conflict:
                self._troubles.tell(self._say(
                    "Another program fetches this bot's messages. Stop it, or give it a bot of "
                    "its own. Trying again."))  # fmt: skip
                await asyncio.sleep(_CONFLICT_REST)
            except RetryAfter as error:
                await asyncio.sleep(seconds_of(error))
            except (TelegramError, StoreError, ValueError, TypeError, AttributeError) as error:
                log.debug("updates were not fetched: %s", type(error).__name__)
                self._troubles.tell(self._say(
                    "Telegram or the mailbox does not answer. Messages wait there. "
                    "Trying again."))  # fmt: skip
                await asyncio.sleep(self._rest())

    async def _once(self) -> None:
        updates = await self._ask()
        self._failures = 0
        self._troubles.is_over()
        for update in updates:
            await self._intake.receive(update)
        # Told with the next question; until then Telegram keeps them.
        self._offset = updates[-1]["update_id"] + 1 if updates else None

    async def _ask(self) -> list[dict[str, Any]]:
        asked: dict[str, object] = {"timeout": POLL, "limit": _MOST}
        asked["allowed_updates"] = json.dumps(ALLOWED)
        if self._offset is not None:
            asked["offset"] = self._offset
        answer: Any = await self._request.post(
            f"{self._address}/getUpdates?{urlencode(asked)}", read_timeout=POLL + _GRACE
        )
        updates = [update for update in answer if isinstance(update.get("update_id"), int)]
        return sorted(updates, key=lambda update: int(update["update_id"]))

    def _rest(self) -> float:
        self._failures += 1
        longest = min(_LONGEST_REST, _FIRST_REST * 2.0 ** min(self._failures - 1, 10))
        return longest * random.uniform(0.5, 1.0)  # noqa: S311 - only to spread the tries
