"""Takes updates that Telegram posts to us; TLS and the outer address are a proxy's.

An update is answered with 200 only when it is in the store. Whoever does not know the secret, which
is made anew at each start, is told nothing.
"""

import hmac
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

from tornado.httpserver import HTTPServer
from tornado.web import Application, HTTPError, RequestHandler

from bots.settings import WebhookSettings
from bots.telegram.intake import Intake
from mailbox_store.model.errors import StoreError

_LARGEST = 1 << 20  # bytes: Telegram's updates are a few kilobytes
_SECONDS = 15.0  # for a whole request to arrive
_HEADER = "X-Telegram-Bot-Api-Secret-Token"

log = logging.getLogger(__name__)


@asynccontextmanager
async def listening(settings: WebhookSettings, secret: str, intake: Intake) -> AsyncIterator[None]:
    """Take posts in for the length of a block. Raises `OSError` where the port is not free."""
    path = urlsplit(settings.url).path or "/"
    given = {"secret": secret.encode(), "intake": intake, "path": path}
    server = HTTPServer(
        Application([(r"/.*", _Post, given)], log_function=lambda _: None),
        max_body_size=_LARGEST,
        max_buffer_size=_LARGEST * 2,
        body_timeout=_SECONDS,
        idle_connection_timeout=90.0,
    )
    server.listen(settings.port, address=settings.listen)
    try:
        yield
    finally:
        server.stop()
        await server.close_all_connections()


class _Post(RequestHandler):
    """One update."""

    def initialize(self, secret: bytes, intake: Intake, path: str) -> None:
        self._secret, self._intake, self._path = secret, intake, path

    async def post(self) -> None:
        told = self.request.headers.get(_HEADER, "").encode("utf-8", "replace")
        if not hmac.compare_digest(told, self._secret) or self.request.path != self._path:
            raise HTTPError(403)
        try:
            update: Any = json.loads(self.request.body)
        except ValueError:
            raise HTTPError(400) from None
        if not isinstance(update, dict):
            raise HTTPError(400)
        try:
            await self._intake.receive(update)
        except StoreError as error:
            log.warning("an update waits at Telegram: %s", type(error).__name__)
            raise HTTPError(503) from None

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say no more than the number."""
        self.set_status(status_code)
        self.finish()

    def log_exception(self, *_: Any) -> None:
        """Keep what strangers send out of the log."""
