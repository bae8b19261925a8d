"""Where a chat's talk stands between two messages: ids, and never a word of a letter.

It is kept as JSON in the store, in the transaction that puts the answers into the outbox, so that
a restart goes on where the talk stood. What cannot be read back begins anew.
"""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum

_MOST_NONCES = 8  # messages with buttons that can still be pressed
_MOST_LETTERS = 500  # of a list that numbers mean


class Question(StrEnum):
    """What the next thing typed answers."""

    NONE = ""
    PIN = "pin"
    LEGAL_NOTICE = "legal"
    UNLINK = "unlink"


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One chat's talk. Every change makes a new one."""

    chat: int = 0  # the `ChatKey` of the mailbox talked about; 0: none was chosen
    mailbox: int = 0  # which mailbox that is: a key counts inside one only
    letters: tuple[int, ...] = ()  # what typed numbers mean, from 1
    after: tuple[int, int] | None = None  # where the list shown last goes on
    letter: int = 0  # the one opened last; 0: none
    shown: str = ""  # of it: "" the letter itself, "brief", or a document's number
    part: int = 0  # the one that comes next, from 1; 0: all of it was sent
    note: int = 0  # the voice note that comes next, from 1; 0: all of them were sent
    question: Question = Question.NONE
    asked: str = ""  # the person's own line that goes on once the question is answered
    asked_about: int = 0  # the letter the question is about
    nonces: tuple[str, ...] = ()  # of the buttons that can still be pressed, newest first
    undo_was_told: bool = False

    def with_nonce(self, nonce: str) -> tuple[str, ...]:
        """Give the nonces with a new one, the oldest left out where they are too many."""
        return (nonce, *self.nonces)[:_MOST_NONCES]


def talk_json(talk: Talk) -> str:
    """Write a talk as the store keeps it."""
    return json.dumps(
        {name: value for name, value in asdict(talk).items() if value},
        ensure_ascii=False,
    )


def talk_from(text: str) -> Talk:
    """Read back what `talk_json` wrote; a new talk where it cannot be read."""
    try:
        told = json.loads(text)
        after = told.get("after")
        return Talk(
            chat=int(told.get("chat", 0)),
            mailbox=int(told.get("mailbox", 0)),
            letters=tuple(map(int, told.get("letters", ())))[:_MOST_LETTERS],
            after=None if after is None else (int(after[0]), int(after[1])),
            letter=int(told.get("letter", 0)),
            shown=str(told.get("shown", "")),
            part=int(told.get("part", 0)),
            note=int(told.get("note", 0)),
            question=Question(told.get("question", "")),
            asked=str(told.get("asked", "")),
            asked_about=int(told.get("asked_about", 0)),
            nonces=tuple(map(str, told.get("nonces", ()))),
            undo_was_told=bool(told.get("undo_was_told")),
        )
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        return Talk()
