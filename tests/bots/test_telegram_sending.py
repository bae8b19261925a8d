"""Rows of the outbox become Telegram's messages, and its troubles become ours."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import asdict
from datetime import timedelta

import pytest

from bots.channel import SendFailed, SendLater, SendUncertain
from bots.effects import (
    Alert,
    Button,
    DeleteTheirs,
    Effect,
    Leave,
    SendFile,
    SendVoice,
    StripButtons,
    Tell,
    outgoing,
)
from bots.settings import BotSettings
from bots.telegram.app import bot_of
from bots.telegram.limiter import Limiter
from bots.telegram.sending import TelegramChannel
from mailbox_store.model.chat import Address
from mailbox_store.model.chat_post import ToSend
from tests.bots.running import until
from tests.bots.stand_in import StandIn

ANNE = Address("telegram", "42")


@pytest.fixture
async def channel(telegram: StandIn) -> AsyncIterator[TelegramChannel]:
    telegram.person(42).writes("hello")
    settings = BotSettings(token=telegram.token, base_url=telegram.base_url)
    async with bot_of(settings) as (bot, _), TelegramChannel(bot, Limiter()) as channel:
        yield channel


def row(effect: Effect, address: Address = ANNE) -> ToSend:
    """Put an effect into a row, as the store gives it."""
    (put,) = outgoing([effect], address, dedupe="a test")
    return ToSend(**asdict(put) | {"address": address}, id=1, attempts=1)


def buttons(*labels: str) -> tuple[Button, ...]:
    """Give buttons whose data is their place."""
    return tuple(Button(label=label, data=f"1:{n}") for n, label in enumerate(labels))


async def test_a_text_is_sent_as_it_is_with_its_buttons_one_a_row(
    telegram: StandIn, channel: TelegramChannel
) -> None:
    tell = Tell(
        text="*Not bold* <b> _ https://example.org",
        buttons=buttons("Read letter 1", "Read letter 2"),
        is_protected=True,
    )
    number = await channel.send(row(tell))
    (message,) = telegram.person(42).from_bot()
    assert str(message["message_id"]) == number
    assert message["text"] == tell.text
    assert message["has_protected_content"]
    rows = message["reply_markup"]["inline_keyboard"]
    assert [[b["text"] for b in buttons] for buttons in rows] == [
        ["Read letter 1"],
        ["Read letter 2"],
    ]
    (call,) = telegram.made("sendMessage")
    assert "is_disabled" in call.arguments["link_preview_options"]


async def test_a_file_and_a_voice_note_carry_their_caption(
    telegram: StandIn, channel: TelegramChannel
) -> None:
    file = SendFile(name="letter.txt", content=b"text", caption="Letter 1 as text.")
    note = SendVoice(content=b"OggS", caption="Part 1 of 2.", seconds=12, is_protected=True)
    sent = [await channel.send(row(effect)) for effect in (file, note)]
    first, second = telegram.person(42).from_bot()
    assert (first["document"]["file_name"], first["caption"]) == ("letter.txt", "Letter 1 as text.")
    assert (second["voice"]["duration"], second["caption"]) == (12, "Part 1 of 2.")
    assert [telegram.rules.files[int(number)] for number in sent] == [b"text", b"OggS"]


async def test_an_alert_is_a_box_and_a_message_where_it_comes_too_late(
    telegram: StandIn, channel: TelegramChannel
) -> None:
    anne = telegram.person(42)
    await channel.send(row(Tell(text="Menu.", buttons=buttons("Read"))))
    assert await channel.send(row(Alert(query=anne.presses("Read"), text="It is gone."))) == ""
    assert anne.alerts() == ["It is gone."]
    late = anne.presses("Read")
    telegram.rules.ahead = 120
    assert await channel.send(row(Alert(query=late, text="It is gone.")))
    assert anne.texts() == ["Menu.", "It is gone."]
    assert await channel.send(row(Alert(query=late))) == ""  # nobody waits any more


async def test_a_long_alert_is_a_message(telegram: StandIn, channel: TelegramChannel) -> None:
    await channel.send(row(Tell(text="Menu.", buttons=buttons("Read"))))
    press = telegram.person(42).presses("Read")
    await channel.send(row(Alert(query=press, text="x" * 201)))
    assert telegram.person(42).texts() == ["Menu.", "x" * 201]


async def test_what_is_done_twice_does_no_harm(telegram: StandIn, channel: TelegramChannel) -> None:
    anne = telegram.person(42)
    theirs = str(anne.writes("123456") and telegram.rules.next_message() - 1)
    ours = await channel.send(row(Tell(text="Menu.", buttons=buttons("Read"))))
    for _ in range(2):
        await channel.send(row(DeleteTheirs(message=theirs)))
        await channel.send(row(StripButtons(message=ours)))
        await channel.stop_waiting("1")
        await channel.delete(ANNE, [theirs])
    assert (42, int(theirs)) in telegram.rules.deleted
    await until(lambda: "reply_markup" not in anne.from_bot()[0])


async def test_a_group_is_left(telegram: StandIn, channel: TelegramChannel) -> None:
    telegram.rules.chats[-100] = {"id": -100, "type": "group", "title": "Family"}
    await channel.send(row(Leave(), Address("telegram", "-100")))
    assert len(telegram.made("leaveChat")) == 1


async def test_many_messages_are_deleted_a_hundred_at_a_time(
    telegram: StandIn, channel: TelegramChannel
) -> None:
    await channel.delete(ANNE, [str(n) for n in range(1, 251)])
    assert len(telegram.made("deleteMessages")) == 3


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("400", SendFailed), ("403", SendFailed), ("401", SendLater), ("429", SendLater),
        ("500", SendLater), ("502", SendLater), ("reset", SendUncertain),
        ("lost-reply", SendUncertain), ("bad-json", SendUncertain),
    ],
)  # fmt: skip
async def test_each_trouble_is_told_apart(
    telegram: StandIn, channel: TelegramChannel, kind: str, error: type[Exception]
) -> None:
    telegram.fault("sendMessage", kind)
    with pytest.raises(error) as told:
        await channel.send(row(Tell(text="hello")))
    if isinstance(told.value, SendFailed):
        assert told.value.is_blocked == (kind == "403")


async def test_a_network_that_is_down_is_not_the_rows_fault(telegram: StandIn) -> None:
    settings = BotSettings(token=telegram.token, base_url="http://127.0.0.1:9/bot")
    async with bot_of(settings) as (bot, _):
        with pytest.raises(SendLater) as told:
            await TelegramChannel(bot, Limiter()).send(row(Tell(text="hello")))
    assert told.value.is_unreachable


async def test_a_chat_told_to_wait_waits_and_another_does_not(
    telegram: StandIn, channel: TelegramChannel
) -> None:
    telegram.person(43).writes("hello")
    telegram.fault("sendMessage", "429", chat=42, seconds=2)
    with pytest.raises(SendLater) as told:
        await channel.send(row(Tell(text="hello")))
    assert told.value.seconds == 2
    loop = asyncio.get_running_loop()
    begun = loop.time()
    others = row(Tell(text="hello"), Address("telegram", "43"))
    await asyncio.gather(channel.send(others), channel.send(row(Tell(text="again"))))
    assert loop.time() - begun > 1.9
    first, second = (call for call in telegram.calls[-2:])
    assert (first.arguments["chat_id"], second.arguments["chat_id"]) == ("43", "42")


async def test_a_row_that_cannot_be_read_is_given_up(channel: TelegramChannel) -> None:
    broken = row(Tell(text="hello", deletes_after=timedelta(minutes=15)))
    for kind, body in (("text", "{"), ("text", "{}"), ("dance", "{}")):
        with pytest.raises(SendFailed):
            await channel.send(ToSend(**asdict(broken) | {
                "address": ANNE, "kind": kind, "body": body}))  # fmt: skip
