"""Offering a chat to be linked: what the person is shown, and waiting until a chat asks."""

import asyncio
from contextlib import suppress
from datetime import datetime

from accessibility.chat_words import CHANNELS, TELEGRAM, channel_name
from accessibility.plain_text import one_line
from accessibility.spoken_dates import bare_clock
from accessibility.wording import Say
from mailbox_store.access import Identity
from mailbox_store.linking import Linking
from mailbox_store.mailbox import Clock, Mailbox
from mailbox_store.model.chat import Chat, ChatState, Offer
from mailbox_store.repository import Repository

_GROUP = 4  # symbols of a code, as people read and hear them


def linking_of(mailbox: Mailbox, repository: Repository, now: Clock) -> Linking:
    """Give what rules the chats of a mailbox, as its owner."""
    facts = mailbox.facts
    return Linking(repository, facts, Identity(party=facts.owner), now)


def channel_called(word: str) -> str:
    """Find a channel by its name; empty where there is none of it."""
    folded = word.casefold()
    return folded if folded in CHANNELS else ""


def grouped(code: str) -> str:
    """Write a code in groups, as it may be typed: "K7QF 3MXP"."""
    return " ".join(_groups(code))


def deep_link(offer: Offer, bot: str) -> str:
    """Give the address that opens Telegram with the offer filled in; empty without a bot's name."""
    return f"https://t.me/{bot}?start={offer.token}" if bot else ""


def offer_lines(offer: Offer, channel: str, bot: str, say: Say) -> list[str]:
    """Say how a chat is linked with an offer, the quickest way first."""
    code = grouped(offer.code)
    spelled = "; ".join(", ".join(group) for group in _groups(offer.code))
    shown = one_line(bot, limit=60)
    if channel != TELEGRAM:
        ways = [say("In brevdue-bot --console, type this code: {code}", code=code)]
    elif bot:
        ways = [
            say("Open this link where your Telegram is, and choose Start:"),
            deep_link(offer, shown),
            say("Or write this code to @{bot}: {code}", bot=shown, code=code),
        ]  # fmt: skip
    else:
        ways = [
            say("No bot has run here yet, so its name is not known: start brevdue-bot first."),
            say("Then write this code to it in {channel}: {code}",
                channel=channel_name(channel), code=code),
        ]  # fmt: skip
    return [
        *ways,
        say("Sign by sign the code is {signs}.", signs=spelled),
        say("It works once, until {time}.", time=bare_clock(offer.until)),
    ]


def _groups(code: str) -> list[str]:
    return [code[start : start + _GROUP] for start in range(0, len(code), _GROUP)]


async def chat_that_asks(
    linking: Linking, repository: Repository, *, since: datetime, within: float
) -> Chat | None:
    """Wait until a chat asks that did not before, at most so many seconds; None if none did."""
    with suppress(TimeoutError):
        async with asyncio.timeout(within), repository.changes() as changes:
            async for _ in changes:
                for chat in await linking.chats():
                    if chat.state is ChatState.ASKING and chat.asked >= since:
                        return chat
    return None
