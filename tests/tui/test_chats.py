"""`brevdue chats` and `brevdue pin`: who is told of letters, how much, and the PIN for letters."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from mailbox_store.model.chat import Address, ChatState, Level
from mailbox_store.model.chat_post import Outgoing
from mailbox_store.repository import Repository
from tests.tui.chats_of_a_store import FIRST, asking, chats, in_store, linked
from tests.tui.running import Brevdue, Terminal

PIN = "482915"


def level(brevdue: Brevdue) -> Level:
    return chats(brevdue)[0].level


def test_a_chat_that_asks_is_listed_and_told_nothing(brevdue: Brevdue) -> None:
    assert "No chat is linked." in brevdue("chats").out
    asking(brevdue, "Annas telefon")
    line, how = brevdue("chats").out.splitlines()
    assert line.startswith("1. Annas telefon. Telegram. Asks to be linked. It asked ")
    assert "“brevdue chats accept 1” accepts it" in how


def test_an_accepted_chat_is_told_only_that_letters_came(brevdue: Brevdue) -> None:
    asking(brevdue, "Annas telefon")
    told = brevdue("chats", "accept", "1").out
    assert told.startswith("“Annas telefon” is linked. Level 1: only that letters came")
    [line] = brevdue("chats").out.splitlines()
    assert line.startswith("1. Annas telefon. Telegram. Linked. Level 1: only that letters came, "
                           "and how many. In Danish. Since ")  # fmt: skip
    assert "already" in brevdue("chats", "accept", "1").out


def test_a_refused_chat_is_gone_from_the_list_and_counted(brevdue: Brevdue) -> None:
    asking(brevdue, "Somebody")
    assert "was refused" in brevdue("chats", "refuse", "somebody").out
    assert brevdue("chats").out.splitlines()[-1] == "1 chat was unlinked."
    assert brevdue("chats", "accept", "1").code == 1


def test_a_linked_chat_is_unlinked_not_refused(brevdue: Brevdue) -> None:
    linked(brevdue, "Anna")
    refused = brevdue("chats", "refuse", "1")
    assert (refused.code, "brevdue chats unlink 1" in refused.err) == (1, True)
    assert "is unlinked" in brevdue("chats", "unlink", "1").out
    assert chats(brevdue)[0].state is ChatState.UNLINKED
    assert "is not linked" in brevdue("chats", "unlink", "1").out


@pytest.mark.parametrize("word", ["2", "summary", "Oversigt"])
def test_a_level_has_a_number_and_a_word_in_both_languages(brevdue: Brevdue, word: str) -> None:
    linked(brevdue, "Anna")
    assert brevdue("chats", "level", "1", word).out == "Anna. Level 2: sender, date and deadline.\n"
    assert level(brevdue) is Level.SUMMARY


def test_letters_in_a_chat_need_a_pin_first_and_a_yes_that_knows_what_leaves(
    brevdue: Brevdue,
) -> None:
    linked(brevdue, "Anna")
    without = brevdue("chats", "level", "1", "text", typed="yes\n")
    assert (without.code, "brevdue pin" in without.err) == (3, True)
    assert "Type yes" not in without.err
    brevdue("pin", "--stdin", typed=PIN)
    asked = brevdue("chats", "level", "1", "text", typed="no\n")
    assert "Telegram is not end-to-end encrypted" in " ".join(asked.err.split())
    assert level(brevdue) is Level.NOTIFY
    assert "Level 3" in brevdue("chats", "level", "1", "text", typed="yes\n").out
    assert "Level 4" in brevdue("chats", "level", "1", "voice", "--yes").out


def test_a_level_is_lowered_without_a_question(brevdue: Brevdue) -> None:
    linked(brevdue, "Anna")
    brevdue("pin", "--stdin", typed=PIN)
    brevdue("chats", "level", "1", "4", "--yes")
    assert brevdue("chats", "level", "1", "off").err == ""
    assert level(brevdue) is Level.OFF


def test_a_level_that_there_is_not_is_answered_with_those_there_are(brevdue: Brevdue) -> None:
    linked(brevdue, "Anna")
    wrong = brevdue("chats", "level", "1", "5")
    assert (wrong.code, "2 summary" in wrong.err, level(brevdue)) == (2, True, Level.NOTIFY)


def test_all_are_unlinked_after_a_yes_that_knows_what_becomes_of_the_messages(
    brevdue: Brevdue,
) -> None:
    linked(brevdue, "Anna")
    linked(brevdue, "Bo", number="43")
    now = datetime.now(UTC)

    async def send(repository: Repository) -> None:
        for name, at in (("new", now), ("old", now - timedelta(hours=49))):
            await repository.chats.put(
                Outgoing(kind="text", address=Address("telegram", "42"), dedupe=name, body="{}",
                         mailbox=FIRST), at,
            )  # fmt: skip
            [row] = await repository.chats.next_to_send("telegram", now, (), 1)
            await repository.chats.sent(row.id, name, at)

    in_store(brevdue.store, send)
    asked = brevdue("chats", "unlink", "--all", typed="\n")
    assert (asked.code, "2 chats will be unlinked" in asked.err) == (1, True)
    assert "last 48 hours" in " ".join(asked.err.split())
    done = brevdue("chats", "unlink", "--all", typed="yes\n").out
    assert done.startswith("2 chats unlinked. 1 message there is deleted as soon as the bot runs")
    assert {chat.state for chat in chats(brevdue)} == {ChatState.UNLINKED}
    assert "Nothing was changed" in brevdue("chats", "unlink", "--all").out


def test_a_chat_that_blocked_the_bot_is_shown_so(brevdue: Brevdue) -> None:
    linked(brevdue, "Anna")
    now = datetime.now(UTC)

    async def block(repository: Repository) -> None:
        row = Outgoing(kind="text", address=Address("telegram", "42"), dedupe="a", body="{}",
                       mailbox=FIRST)  # fmt: skip
        await repository.chats.put(row, now)
        [taken] = await repository.chats.next_to_send("telegram", now, (), 1)
        await repository.chats.dead(taken.id, "blocked", now)

    in_store(brevdue.store, block)
    assert "Anna. Telegram. Has blocked the bot" in brevdue("chats").out
    assert "The bot was blocked in a chat. By a chat, number 1 in Telegram." in brevdue("log").out


def test_two_chats_of_one_name_are_asked_for_by_number(brevdue: Brevdue) -> None:
    linked(brevdue, "Anna")
    asking(brevdue, "Anna", number="43")
    assert "Type a number: 1, 2." in brevdue("chats", "unlink", "anna").err
    assert brevdue("chats", "unlink", "2").code == 0


@pytest.mark.parametrize(
    "words", [["frob"], ["accept"], ["level"], ["accept", "1", "--all"], ["unlink"]]
)
def test_words_that_are_no_deed_do_nothing(brevdue: Brevdue, words: list[str]) -> None:
    asking(brevdue, "Anna")
    assert brevdue("chats", *words).code == 2
    assert chats(brevdue)[0].state is ChatState.ASKING


def test_a_name_cannot_command_the_terminal_or_carry_a_number(brevdue: Brevdue) -> None:
    asking(brevdue, "\x1b[2JAnna\n 010180-0000")
    shown = brevdue("chats").out
    assert "\x1b" not in shown
    assert "0000" not in shown
    assert len(shown.splitlines()) == 2  # the chat, and how it is accepted


def test_chats_as_json_have_every_field_that_scripts_rely_on(brevdue: Brevdue) -> None:
    linked(brevdue, "Anna")
    [chat] = json.loads(brevdue("chats", "--json").out)
    assert {"number", "name", "channel", "state", "level", "language", "asked", "linked"} == set(
        chat
    )
    assert (chat["number"], chat["state"], chat["level"]) == (1, "LINKED", 1)
    [after] = json.loads(brevdue("chats", "unlink", "1", "--json").out)
    assert (after["state"], after["level"]) == ("UNLINKED", 0)


# -- the PIN


def test_a_pin_typed_at_a_terminal_is_asked_twice_and_not_shown(brevdue: Brevdue) -> None:
    terminal = Terminal(brevdue, "pin")
    seen = terminal.read_until("It is not shown.\r\n")
    terminal.press(PIN.encode() + b"\n")
    seen += terminal.read_until("again.\r\n")
    terminal.press(PIN.encode() + b"\n")
    seen += terminal.read_until("letter.\r\n")
    assert terminal.end() == 0
    assert PIN not in seen


@pytest.mark.parametrize("pin", ["123456", "000000", "12345", "12345a", "010180", "121212"])
def test_a_pin_that_anybody_would_try_is_refused(brevdue: Brevdue, pin: str) -> None:
    refused = brevdue("pin", "--stdin", typed=pin)
    assert (refused.code, refused.out, "six digits" in refused.err) == (1, "", True)
    assert pin not in refused.err.replace("such as 123456", "")


def test_two_that_differ_set_no_pin_and_a_pipe_gives_both(brevdue: Brevdue) -> None:
    assert "not the same" in brevdue("pin", typed=f"{PIN}\n482916\n").err
    assert "Nothing was typed" in brevdue("pin", typed="").err
    assert "is set" in brevdue("pin", typed=f"{PIN}\n{PIN}\n").out


def test_a_pin_after_the_command_is_refused_and_not_shown_again(brevdue: Brevdue) -> None:
    refused = brevdue("pin", PIN)
    assert (refused.code, PIN in refused.err + refused.out) == (2, False)


def test_a_new_pin_lifts_the_lock(brevdue: Brevdue) -> None:
    brevdue("pin", "--stdin", typed=PIN)

    async def lock(repository: Repository) -> None:
        for _ in range(5):
            await repository.chats.begin_try(FIRST)

    in_store(brevdue.store, lock)
    assert "the lock is off" in brevdue("pin", "--stdin", typed="592816").out


# -- what else tells of chats


def test_the_log_says_in_words_what_became_of_a_chat_and_who_did_it(brevdue: Brevdue) -> None:
    linked(brevdue, "Anna")
    brevdue("pin", "--stdin", typed=PIN)
    lines = brevdue("log", "--limit", "4").out.splitlines()
    assert [line.partition(". ")[0] for line in lines] == [
        "A PIN for chats was set", "A chat was linked", "A chat asked to be linked",
        "A code to link a chat was made",
    ]  # fmt: skip
    assert "By a chat, number 1 in Telegram." in lines[2]
    assert "Anna" not in "".join(lines)


def test_doctor_says_which_bot_ran_and_how_many_chats_are_linked(brevdue: Brevdue) -> None:
    assert "No bot has run here. 0 chats are linked." in brevdue("doctor").out
    linked(brevdue, "Anna")
    in_store(brevdue.store, lambda store: store.chats.set_bot_name("telegram", "BrevdueBot"))
    assert "The bot @BrevdueBot ran here. 1 chat is linked." in brevdue("doctor").out
    assert json.loads(brevdue("doctor", "--json").out)["chats"] == {
        "bot": "BrevdueBot", "linked": 1,
    }  # fmt: skip


def test_a_copy_put_back_says_that_it_links_no_chat(brevdue: Brevdue) -> None:
    copy = str(brevdue.home / "copy.db")
    brevdue("backup", copy)
    assert "chat" not in brevdue("restore-backup", copy, "--replace").out
    linked(brevdue, "Anna")
    brevdue("backup", copy + "2")
    assert "No chat is linked any more" in brevdue("restore-backup", copy + "2", "--replace").out
