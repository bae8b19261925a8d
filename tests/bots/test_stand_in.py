"""The stand-in is as strict as Telegram: what the other tests lean on."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from tests.bots.stand_in import StandIn


@pytest.fixture
async def bot(telegram: StandIn) -> AsyncIterator[Bot]:
    async with Bot(telegram.token, base_url=telegram.base_url) as bot:
        telegram.person(42).writes("hello")
        await bot.get_updates(timeout=1)
        yield bot


async def test_a_message_is_shown_to_its_person(telegram: StandIn, bot: Bot) -> None:
    await bot.send_message(42, "You have 2 letters.", protect_content=True)
    (message,) = telegram.person(42).from_bot()
    assert message["text"] == "You have 2 letters."
    assert message["has_protected_content"]


@pytest.mark.parametrize(
    ("text", "data", "told"),
    [
        ("x" * 4096, "d" * 64, ""),
        ("x" * 4097, "d", "too long"),
        ("\N{GRINNING FACE}" * 2049, "d", "too long"),
        (" ", "d", "empty"),
        ("x", "d" * 65, "BUTTON_DATA_INVALID"),
        ("x", "æ" * 33, "BUTTON_DATA_INVALID"),
    ],
)
async def test_lengths_are_counted_as_telegram_counts(
    bot: Bot, text: str, data: str, told: str
) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Read", callback_data=data)]])
    if not told:
        await bot.send_message(42, text, reply_markup=keyboard)
        return
    with pytest.raises(BadRequest, match=f"(?i){told}"):
        await bot.send_message(42, text, reply_markup=keyboard)


async def test_a_caption_and_an_alert_are_shorter(telegram: StandIn, bot: Bot) -> None:
    await bot.send_document(42, b"text", filename="letter.txt", caption="c" * 1024)
    with pytest.raises(BadRequest, match=r"(?i)caption is too long"):
        await bot.send_document(42, b"text", filename="letter.txt", caption="c" * 1025)
    press = telegram.person(42).forges("x")
    with pytest.raises(BadRequest, match=r"(?i)message_too_long"):
        await bot.answer_callback_query(press, "a" * 201, show_alert=True)


async def test_a_flood_in_one_chat_is_refused_and_another_chat_is_not(
    telegram: StandIn, bot: Bot
) -> None:
    telegram.person(43).writes("hello")
    for _ in range(3):
        await bot.send_message(42, "burst")
    with pytest.raises(RetryAfter):
        await bot.send_message(42, "too much")
    await bot.send_message(43, "quiet")


async def test_who_never_wrote_or_blocked_the_bot_cannot_be_written_to(
    telegram: StandIn, bot: Bot
) -> None:
    telegram.person(43)
    with pytest.raises(Forbidden, match="initiate"):
        await bot.send_message(43, "hello")
    telegram.person(42).blocks()
    with pytest.raises(Forbidden, match="blocked"):
        await bot.send_message(42, "hello")


async def test_an_offset_confirms_and_what_is_not_confirmed_comes_again(
    telegram: StandIn, bot: Bot
) -> None:
    first, second = (telegram.person(42).writes(text) for text in ("one", "two"))
    await bot.get_updates(offset=first)
    assert [u.update_id for u in await bot.get_updates(offset=first)] == [first, second]
    assert [u.update_id for u in await bot.get_updates(offset=second)] == [second]
    assert [u.update_id for u in await bot.get_updates()] == [second]


async def test_a_long_poll_ends_with_the_news(telegram: StandIn, bot: Bot) -> None:
    (last,) = await bot.get_updates()
    poll = asyncio.ensure_future(bot.get_updates(offset=last.update_id + 1, timeout=20))
    await asyncio.sleep(0.1)
    number = telegram.person(42).writes("now")
    assert [u.update_id for u in await asyncio.wait_for(poll, 2)] == [number]


async def test_the_second_poller_ends_the_first(telegram: StandIn, bot: Bot) -> None:
    (last,) = await bot.get_updates()
    first = asyncio.ensure_future(bot.get_updates(offset=last.update_id + 1, timeout=20))
    await asyncio.sleep(0.1)
    async with Bot(telegram.token, base_url=telegram.base_url) as other:
        await other.get_updates(offset=last.update_id + 1, timeout=0)
    with pytest.raises(Conflict):
        await first


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("429", RetryAfter), ("403", Forbidden), ("400", BadRequest), ("401", InvalidToken),
        ("500", NetworkError), ("502", NetworkError), ("reset", NetworkError),
        ("lost-reply", NetworkError), ("bad-json", TelegramError),
    ],
)  # fmt: skip
async def test_a_fault_happens_as_often_as_was_said(
    telegram: StandIn, bot: Bot, kind: str, error: type[TelegramError]
) -> None:
    telegram.fault("sendMessage", kind)
    with pytest.raises(error):
        await bot.send_message(42, "hello")
    await bot.send_message(42, "again")
    arrived = ["hello", "again"] if kind in ("lost-reply", "bad-json") else ["again"]
    assert telegram.person(42).texts() == arrived


async def test_a_time_out_is_one(telegram: StandIn, bot: Bot) -> None:
    telegram.fault("sendMessage", "timeout", seconds=5)
    with pytest.raises(TimedOut):
        await bot.send_message(42, "hello", read_timeout=0.2)


async def test_a_message_of_more_than_two_days_stays(telegram: StandIn, bot: Bot) -> None:
    message = await bot.send_message(42, "old")
    telegram.rules.ahead = 49 * 3600
    with pytest.raises(BadRequest, match="can't be deleted"):
        await bot.delete_message(42, message.message_id)
    await bot.delete_messages(42, [message.message_id])
    assert telegram.person(42).texts() == ["old"]


async def test_a_press_is_answered_once_and_not_too_late(telegram: StandIn, bot: Bot) -> None:
    await bot.send_message(42, "menu")
    press = telegram.person(42).forges("x")
    await bot.answer_callback_query(press, "No such letter.", show_alert=True)
    assert telegram.person(42).alerts() == ["No such letter."]
    with pytest.raises(BadRequest, match="too old"):
        await bot.answer_callback_query(press)
    late = telegram.person(42).forges("x")
    telegram.rules.ahead = 120
    with pytest.raises(BadRequest, match="too old"):
        await bot.answer_callback_query(late)


async def test_updates_come_twice_and_backwards_on_demand(telegram: StandIn, bot: Bot) -> None:
    (last,) = await bot.get_updates()
    numbers = [telegram.person(42).writes(text) for text in ("one", "two")]
    telegram.fault("getUpdates", "duplicate")
    telegram.fault("getUpdates", "reorder")
    batch = await bot.get_updates(offset=last.update_id + 1)
    assert [u.update_id for u in batch] == numbers[::-1]
    batch = await bot.get_updates(offset=numbers[1] + 1)
    assert [u.update_id for u in batch] == numbers
