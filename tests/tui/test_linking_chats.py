"""`brevdue link`: the code and the link that are shown, and the chat that asks while one waits."""

import json
import re
import signal
from datetime import UTC, datetime, timedelta

import pytest

from mailbox_store.model.chat import ChatState
from mailbox_store.repository import Repository
from tests.tui.chats_of_a_store import ask, chats, in_store
from tests.tui.running import Brevdue, Terminal

_WAITING = "works all the same.\r\n"


def name_bot(brevdue: Brevdue) -> None:
    in_store(brevdue.store, lambda store: store.chats.set_bot_name("telegram", "BrevdueBot"))


def code_in(shown: str) -> str:
    found = re.search(r": (\w{4} \w{4})\n", shown)
    assert found is not None, shown
    return found[1]


def asks(brevdue: Brevdue, code: str, name: str = "Annas telefon") -> bool:
    return bool(in_store(brevdue.store, lambda store: ask(store, code, name)))


def test_json_prints_what_links_a_chat_and_ends(brevdue: Brevdue) -> None:
    offer = json.loads(brevdue("link", "telegram", "--json").out)
    assert (offer["channel"], offer["bot"], offer["link"]) == ("telegram", None, None)
    name_bot(brevdue)
    offer = json.loads(brevdue("link", "telegram", "--json").out)
    assert re.fullmatch(r"https://t\.me/BrevdueBot\?start=[\w-]{22}", offer["link"])
    until = datetime.fromisoformat(offer["until"])
    assert timedelta(minutes=9) < until - datetime.now(UTC) <= timedelta(minutes=10)
    assert asks(brevdue, offer["code"])


def test_the_token_of_the_link_works_as_the_code_does(brevdue: Brevdue) -> None:
    name_bot(brevdue)
    link = json.loads(brevdue("link", "telegram", "--json").out)["link"]
    assert asks(brevdue, link.partition("start=")[2])


def test_the_chat_that_asks_is_accepted_there_and_then(brevdue: Brevdue) -> None:
    name_bot(brevdue)
    terminal = Terminal(brevdue, "link", "telegram")
    shown = terminal.read_until(_WAITING)
    assert re.search(r"^https://t\.me/BrevdueBot\?start=[\w-]{22}$", shown, re.MULTILINE)
    code = code_in(shown)
    spelled = "; ".join(", ".join(group) for group in code.split())
    assert f"Sign by sign the code is {spelled}." in shown
    assert asks(brevdue, code)
    question = terminal.read_until("accept it.\r\n")
    assert "The chat “Annas telefon”, in Telegram, asks to be linked." in question
    terminal.press(b"yes\n")
    assert "is linked. Level 1" in terminal.read_until("summary\r\n")
    assert terminal.end() == 0
    assert chats(brevdue)[0].state is ChatState.LINKED


def test_anything_but_a_yes_accepts_nothing(brevdue: Brevdue) -> None:
    terminal = Terminal(brevdue, "link", "telegram")
    assert asks(brevdue, code_in(terminal.read_until(_WAITING)))
    terminal.read_until("accept it.\r\n")
    terminal.press(b"y\n")
    assert "brevdue chats accept 1" in terminal.read_until("refuses it.\r\n")
    assert terminal.end() == 1
    assert chats(brevdue)[0].state is ChatState.ASKING


def test_ctrl_c_ends_the_waiting_and_the_code_works_on(brevdue: Brevdue) -> None:
    terminal = Terminal(brevdue, "link", "telegram")
    code = code_in(terminal.read_until(_WAITING))
    terminal.process.send_signal(signal.SIGINT)
    assert terminal.end() == 130
    assert asks(brevdue, code)


def test_a_chat_that_asked_before_is_not_taken_for_the_one_waited_for(brevdue: Brevdue) -> None:
    first = json.loads(brevdue("link", "telegram", "--json").out)["code"]
    assert asks(brevdue, first, "Somebody")
    terminal = Terminal(brevdue, "link", "telegram")
    code = code_in(terminal.read_until(_WAITING))

    async def other(store: Repository) -> bool:
        return await ask(store, code, "Annas telefon", number="43")

    assert in_store(brevdue.store, other)
    assert "Annas telefon" in terminal.read_until("accept it.\r\n")


def test_a_console_is_linked_by_the_code_alone(brevdue: Brevdue) -> None:
    name_bot(brevdue)
    offer = json.loads(brevdue("link", "console", "--json").out)
    assert (offer["channel"], offer["link"]) == ("console", None)
    shown = Terminal(brevdue, "link", "console").read_until(_WAITING)
    assert "brevdue-bot --console" in shown
    assert "t.me" not in shown


@pytest.mark.parametrize("channel", ["signal", "2"])
def test_a_channel_that_there_is_not_links_nothing(brevdue: Brevdue, channel: str) -> None:
    refused = brevdue("link", channel)
    assert (refused.code, "telegram or console" in refused.err) == (2, True)
