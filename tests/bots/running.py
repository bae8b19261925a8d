"""Runs the Telegram bot in a test: all of it but the conversation, which here says back."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from accessibility.wording import wording_for
from bots.desk import Asked, Desk
from bots.effects import Alert, Button, Effect, Leave, Tell
from bots.events import Blocked, InGroup, Pressed, Typed
from bots.settings import BotSettings, WebhookSettings
from bots.sitting import Answer
from bots.telegram.app import run_telegram
from bots.telegram.sending import TelegramChannel
from bots.telling import Troubles
from mailbox_store.opening import utc_now
from mailbox_store.repository import Repository
from tests.bots.stand_in import StandIn


@dataclass
class Echo:
    """A conversation that says back what it hears; some words make it behave badly."""

    heard: list[str] = field(default_factory=list)

    async def reply(self, asked: Asked) -> Answer:
        effects: tuple[Effect, ...] = ()
        match asked.event:
            case Typed(text=text):
                self.heard.append(text)
                if text.startswith("slow"):
                    await asyncio.sleep(1)
                if text == "break":
                    raise KeyError("a secret of a letter")  # noqa: EM101, TRY003
                effects = (Tell(text=f"echo {text}", buttons=(Button(label="Go", data="1:go"),)),)
            case Pressed(data=data, query=query):
                alert = Alert(query=query, text="No." if data == "forged" else "")
                effects = (alert,) if alert.text else (alert, Tell(text=f"pressed {data}"))
            case InGroup():
                effects = (Tell(text="Not in groups."), Leave())
            case Blocked():
                pass
            case _:
                effects = (Tell(text=type(asked.event).__name__),)
        return Answer(effects=effects, talk=asked.talk)


async def _nothing_new(stop: asyncio.Event) -> None:
    await stop.wait()


@dataclass
class Running:
    """A bot that runs."""

    task: asyncio.Task[None]
    stop: asyncio.Event
    told: list[str]  # to whoever runs it
    echo: Echo

    async def stopped(self) -> None:
        """Stop it as a signal does, and wait."""
        self.stop.set()
        await self.task

    async def killed(self) -> None:
        """End it where it stands."""
        self.task.cancel()
        await asyncio.wait([self.task])


def begun(
    telegram: StandIn, repository: Repository, webhook: WebhookSettings | None = None
) -> Running:
    """Start a bot."""
    told: list[str] = []
    stop, echo = asyncio.Event(), Echo()

    def desk(channel: TelegramChannel) -> Desk:
        return Desk(
            repository=repository, channel=channel, reply=echo.reply, now=utc_now,
            apologise=lambda _: "Something went wrong.",
        )  # fmt: skip

    bot = run_telegram(
        BotSettings(token=telegram.token, base_url=telegram.base_url),
        repository,
        webhook=webhook,
        make_desk=desk,
        notices=_nothing_new,
        now=utc_now,
        stop=stop,
        troubles=Troubles(wording_for("en"), told.append),
    )
    return Running(asyncio.ensure_future(bot), stop, told, echo)


async def until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so; the test's own time limit ends a wait for what never is."""
    while not is_so():  # noqa: ASYNC110 - nothing rings
        await asyncio.sleep(0.02)


@asynccontextmanager
async def running(
    telegram: StandIn, repository: Repository, webhook: WebhookSettings | None = None
) -> AsyncIterator[Running]:
    """Run a bot for the length of a block."""
    bot = begun(telegram, repository, webhook)
    try:
        yield bot
    finally:
        await bot.stopped()
