"""Buttons: a label, and the command that pressing it asks for, as it could have been typed.

What comes back from a press is `1:NONCE:MAILBOX.CHAT:DEED:WHAT`, at most 64 bytes. It holds ids
only, and gives nobody anything: whose chat it is and what that chat may do is looked up anew.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from accessibility.commands import ON_LETTERS, Command, Deed, split_letters
from bots.effects import Button
from mailbox_store.model.chat import Chat

LONGEST_LABEL = 24  # characters; longer ones are clipped where letters are large
MOST = 6  # buttons under a message
_LONGEST_DATA = 64  # bytes: what Telegram carries
_VERSION = "1"
OF_NOTICE = "n"  # the nonce of a notice's buttons, which no talk made
_AT_ANY_TIME = (Deed.LIST, Deed.DEADLINES, Deed.OPEN, Deed.HELP)  # harmless however old they are
_DATA = re.compile(
    r"1:(?P<nonce>[\w-]{1,12}):(?P<mailbox>\d{1,15})\.(?P<chat>\d{1,15}):(?P<deed>[a-z]{1,12}):"
    r"(?P<what>[\w -]{0,30})", re.ASCII,
)  # fmt: skip


class Choice(NamedTuple):
    """What a button says, and what it asks for."""

    label: str
    command: Command


class Doubt(StrEnum):
    """Why a press is not answered by what the button said."""

    FORGED = "forged"  # no button of ours, or another chat's
    STALE = "stale"  # pressed before, or too many messages ago


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A press that was understood: in which of the chat's mailboxes, and what is asked."""

    chat: Chat
    nonce: str
    command: Command


def buttons_of(choices: Sequence[Choice], *, nonce: str, chat: Chat) -> tuple[Button, ...]:
    """Make the buttons under one message, which share a nonce."""
    return tuple(
        Button(label=choice.label, data=_data(choice.command, nonce, chat))
        for choice in choices[:MOST]
    )


def press_of(data: str, chats: Sequence[Chat], nonces: Sequence[str]) -> Press | Doubt:
    """Understand what came back from a press in a chat that is linked as `chats` say."""
    found = _DATA.fullmatch(data)
    if found is None:
        return Doubt.FORGED
    place = (int(found["mailbox"]), int(found["chat"]))
    chat = next((one for one in chats if (one.mailbox, one.key) == place), None)
    if chat is None or found["deed"] not in list(Deed):
        return Doubt.FORGED
    command = _command(Deed(found["deed"]), found["what"])
    if found["nonce"] == OF_NOTICE and command.deed in _AT_ANY_TIME:
        return Press(chat=chat, nonce="", command=command)
    if found["nonce"] not in nonces:
        return Doubt.STALE
    return Press(chat=chat, nonce=found["nonce"], command=command)


def typed_line(command: Command) -> str:
    """Write a command as it could be typed, so that it can be kept until a question is answered."""
    return " ".join(filter(None, (command.deed, *command.letters, command.words)))


def _data(command: Command, nonce: str, chat: Chat) -> str:
    what = " ".join(filter(None, (*command.letters, command.words)))
    data = f"{_VERSION}:{nonce}:{chat.mailbox}.{chat.key}:{command.deed}:{what}"
    if len(data.encode()) > _LONGEST_DATA:
        raise ValueError(command.deed)
    return data


def _command(deed: Deed, what: str) -> Command:
    if deed not in ON_LETTERS:
        return Command(deed=deed, words=what)
    letters, words = split_letters(what)
    return Command(deed=deed, letters=letters, words=words)
