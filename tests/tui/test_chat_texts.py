"""What is said of chats, held as text, in both languages, at 80 and 40 columns."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from syrupy.assertion import SnapshotAssertion

from accessibility.chat_words import chat_line
from accessibility.plain_lines import wrap
from accessibility.refusals import refusal
from accessibility.wording import Say, wording_for
from mailbox_store.model.chat import Address, Chat, ChatKey, ChatState, Level, Offer
from mailbox_store.model.errors import ChatNotFound, PinLocked, PinMissing, PinUnsuitable
from mailbox_store.model.event import AuditEvent, EventName
from mailbox_store.model.letter import MailboxId
from mailbox_tui.deeds.chats import acceptance_question, chats_shown, raising_question
from mailbox_tui.deeds.linking import offer_lines
from mailbox_tui.deeds.overview import event_line
from tests.tui.letters import NOW

TODAY = NOW.date()
OFFER = Offer(code="K7QF3MXP", token="A" * 22, until=NOW + timedelta(minutes=10))


def chat(key: int, state: ChatState, level: Level = Level.NOTIFY, **facts: object) -> Chat:
    values: dict[str, object] = {
        "key": ChatKey(key),
        "mailbox": MailboxId(1),
        "address": Address("telegram", "42"),
        "name": "Annas telefon",
        "state": state,
        "level": level,
        "language": "da",
        "delete_after": 15,
        "quiet": None,
        "has_notices": True,
        "reminders": (3, 1),
        "asked": datetime(2026, 11, 23, 9, 5, tzinfo=UTC),
        "linked": None if state is ChatState.ASKING else datetime(2025, 12, 30, 9, 7, tzinfo=UTC),
        **facts,
    }
    return Chat(**values)  # type: ignore[arg-type]  # the facts of a test


CHATS = (
    chat(1, ChatState.ASKING, name=""),
    chat(2, ChatState.LINKED),
    chat(3, ChatState.LINKED, Level.VOICE, language="", address=Address("console", "1")),
    chat(4, ChatState.BLOCKED, Level.OFF, name="Bo 010180-0000"),
    chat(5, ChatState.UNLINKED, Level.OFF),
)


@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize("language", ["en", "da"])
def test_the_words_about_chats(snapshot: SnapshotAssertion, language: str, columns: int) -> None:
    say = wording_for(language)
    paragraphs = list(said(say))
    assert "\n".join(line for one in paragraphs for line in wrap(one, columns) or [""]) == snapshot


def said(say: Say) -> Iterator[str]:
    """Give every sentence that stands by itself."""
    yield from chats_shown(CHATS, say, today=TODAY)
    yield from chats_shown((), say, today=TODAY)
    yield chat_line(CHATS[-1], say, today=TODAY)
    yield from offer_lines(OFFER, "telegram", "BrevdueBot", say)
    yield from offer_lines(OFFER, "telegram", "", say)
    yield from offer_lines(OFFER, "console", "", say)
    yield acceptance_question(CHATS[0], say)
    yield raising_question(CHATS[1], Level.TEXT, say)
    yield raising_question(CHATS[1], Level.VOICE, say)
    yield raising_question(CHATS[2], Level.VOICE, say)
    for error in (ChatNotFound(key=7), PinLocked(), PinMissing(), PinUnsuitable()):
        yield refusal(error, say)
    for number, name in enumerate((n for n in EventName if n.startswith("CHAT_")), start=1):
        actor = "CHAT:telegram:2" if number % 2 else "CPR:0101800000"
        yield event_line(happened(name, actor), say, today=TODAY)


def happened(name: EventName, actor: str) -> AuditEvent:
    return AuditEvent(number=1, at=NOW, actor=actor, name=name, letter=None, previous="", hash="")


@pytest.mark.parametrize("language", ["en", "da"])
def test_each_thing_that_happens_in_a_chat_has_words_of_its_own(language: str) -> None:
    say = wording_for(language)
    names = [name for name in EventName if name.startswith("CHAT_")]
    lines = {event_line(happened(name, "LOCAL"), say, today=TODAY) for name in names}
    assert len(lines) == len(names) > 10
    assert not any("CHAT" in line for line in lines)
