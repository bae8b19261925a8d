"""What is posted to us is taken only from Telegram, and told as taken only when it is stored."""

import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.testing import bind_unused_port

from bots.settings import WebhookSettings
from bots.telegram.app import WebhookRefused
from mailbox_store.model.errors import StoreBusy
from mailbox_store.repository import Repository
from tests.bots.running import Running, begun, running, until
from tests.bots.stand_in import StandIn

SECRET = "X-Telegram-Bot-Api-Secret-Token"


def free_port() -> int:
    """Give a port nobody listens at."""
    listening, port = bind_unused_port()
    listening.close()
    return port


@asynccontextmanager
async def hooked(telegram: StandIn, repository: Repository) -> AsyncIterator[tuple[Running, str]]:
    """Run a bot that Telegram posts to; give it and its address on this machine."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/telegram"
    telegram.rules.hook_goes_to = address  # through the proxy that a real one has
    settings = WebhookSettings(
        url="https://bot.example.org/telegram", listen="127.0.0.1", port=port
    )
    async with running(telegram, repository, settings) as bot:
        await until(lambda: bool(telegram.rules.webhook))
        yield bot, address


async def posted(address: str, body: bytes, secret: str | None) -> int:
    """Post something; give the answer's number, 599 for a connection that was cut."""
    request = HTTPRequest(
        address, method="POST", body=body, headers={SECRET: secret} if secret is not None else {}
    )
    return (await AsyncHTTPClient(force_instance=True).fetch(request, raise_error=False)).code


async def test_posts_are_answered(telegram: StandIn, repository: Repository) -> None:
    anne = telegram.person(42)
    anne.writes("before")  # waits at Telegram until there is a webhook
    async with hooked(telegram, repository):
        await anne.hears("echo before")
        anne.writes("after")
        await anne.hears("echo after")
        anne.presses("Go")
        await anne.hears("pressed")
    assert telegram.made("getUpdates") == []
    (call,) = telegram.made("setWebhook")
    assert json.loads(call.arguments["allowed_updates"]) == [
        "message", "callback_query", "my_chat_member",
    ]  # fmt: skip


async def test_strangers_are_turned_away(
    telegram: StandIn, repository: Repository, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with hooked(telegram, repository) as (bot, address):
        anne = telegram.person(42)
        telegram.rules.written.add(42)
        update = {
            "update_id": 5,
            "message": {"message_id": 1, "from": anne.as_user(), "date": 1,
                        "chat": telegram.rules.chats[42], "text": "forged"},
        }  # fmt: skip
        body = json.dumps(update).encode()
        secret = telegram.rules.webhook["secret_token"]
        assert await posted(address, body, None) == 403
        assert await posted(address, body, secret[:-1] + "!") == 403
        assert await posted(address, body, "æ") == 403
        assert await posted(address + "/other", body, secret) == 403
        assert await posted(address, b"[1]", secret) == 400
        assert await posted(address, b"{", secret) == 400
        assert await posted(address, b"x" * (1 << 20) + b"x", secret) in (400, 413, 599)
        assert await posted(address, body, secret) == 200
        await anne.hears("echo forged")
    assert bot.echo.heard == ["forged"]
    ours = [r.getMessage() for r in caplog.records if r.name.startswith(("bots", "tornado"))]
    assert secret not in "".join(ours)


async def test_what_cannot_be_stored_waits_at_telegram(
    telegram: StandIn, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    anne = telegram.person(42)
    async with hooked(telegram, repository) as (bot, _):
        refusals = 0
        receive = type(repository.chats).receive

        async def busy(*arguments: object) -> bool:
            nonlocal refusals
            refusals += 1
            if refusals <= 2:
                raise StoreBusy(path="store")
            return await receive(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(type(repository.chats), "receive", busy)
        anne.writes("hello")
        await anne.hears("echo hello")
    assert bot.echo.heard == ["hello"]


async def test_an_address_telegram_does_not_post_to_is_told_so(
    telegram: StandIn, repository: Repository
) -> None:
    settings = WebhookSettings(url="http://bot.example.org", listen="127.0.0.1", port=free_port())
    with pytest.raises(WebhookRefused):
        await begun(telegram, repository, settings).task


async def test_asking_again_takes_the_webhook_away(
    telegram: StandIn, repository: Repository
) -> None:
    async with hooked(telegram, repository):
        pass
    async with running(telegram, repository):
        telegram.person(42).writes("hello")
        await telegram.person(42).hears("echo hello")
    assert telegram.rules.webhook == {}
