"""Chats at the prompt of line mode: the typed words, a chat that asks, a PIN that is not shown."""

import pytest

from mailbox_store.model.chat import ChatState, Level
from tests.tui.chats_of_a_store import ask, asking, chats, code_of, in_store
from tests.tui.running import Brevdue, Terminal

PIN = "482915"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["chats accept 1", "chats level 1 summary", "chats 1", "chats"]),
        ("da", ["chatter godkend 1", "chatter niveau 1 oversigt", "chatter 1", "chatter"]),
    ],
)
def test_chats_are_ruled_by_typed_words_in_both_languages(
    brevdue: Brevdue, language: str, words: list[str]
) -> None:
    asking(brevdue, "Anna")
    ran = brevdue("--plain", "--language", language, typed="\n".join([*words, "q", ""]))
    assert chats(brevdue)[0].level is Level.SUMMARY
    assert f"> {words[-1]}\n1. Anna. Telegram. " in ran.out
    assert f"{words[-1]} " in ran.out.partition(f"> {words[2]}\n")[2]  # what can be typed


def test_all_chats_are_unlinked_after_a_yes(brevdue: Brevdue) -> None:
    asking(brevdue, "Anna")
    brevdue("--plain", typed="chats accept Anna\nchats unlink all\nno\nq\n")
    assert chats(brevdue)[0].state is ChatState.LINKED
    assert "1 chat unlinked." in brevdue("--plain", typed="chats unlink all\nyes\nq\n").out


def test_a_chat_that_asks_is_told_before_the_next_prompt(brevdue: Brevdue) -> None:
    code = code_of(brevdue)
    terminal = Terminal(brevdue, "--plain")
    terminal.read_until("\n> ")
    assert in_store(brevdue.store, lambda store: ask(store, code, "Annas telefon"))
    told = "The chat “Annas telefon” asks to be linked. chats lists it.\n"
    said = ""
    for _ in range(20):  # the news comes when it comes; nothing is printed in between
        said = terminal.type("status")
        if told in said:
            break
    assert told in said
    assert told not in terminal.type("status")
    assert "1. Annas telefon. Telegram. Asks to be linked." in terminal.type("chats")


def test_a_pin_typed_at_the_prompt_is_not_shown(brevdue: Brevdue) -> None:
    terminal = Terminal(brevdue, "--plain")
    terminal.read_until("\n> ")
    seen = terminal.type("pin") + terminal.type(PIN) + terminal.type(PIN)
    assert "The PIN is set." in seen
    assert PIN not in seen
    assert "status" in terminal.type("status")  # what is typed is shown again


def test_a_pin_from_a_pipe_is_not_written_out(brevdue: Brevdue) -> None:
    ran = brevdue("--plain", typed=f"pin\n{PIN}\n{PIN}\nq\n")
    assert "The PIN is set." in ran.out
    assert PIN not in ran.out + ran.err


def test_the_word_link_and_a_number_still_goes_to_a_link_of_the_letter(brevdue: Brevdue) -> None:
    ran = brevdue("--plain", typed="3\nlink 1\nlink telegram\nq\n")
    assert "There are no links." in ran.out
    assert "Then write this code to it in Telegram:" in ran.out


def test_words_that_mean_nothing_change_nothing(brevdue: Brevdue) -> None:
    asking(brevdue, "Anna")
    ran = brevdue("--plain", typed="chats frob\nchats accept\npin 482915\nq\n")
    assert "there is no such chat" in ran.out
    assert "Which chat? Type its number too." in ran.out
    assert "think of another one" in ran.out
    assert chats(brevdue)[0].state is ChatState.ASKING
